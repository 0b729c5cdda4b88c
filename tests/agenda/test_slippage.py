"""Slippage: what asks whether a midway review was considered, and what answers it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from papers_of import FINAL, WholeMeeting

from agenda import records as r
from agenda.papers import Papers
from agenda.slippage import considered, slippage_findings, slipped
from agenda.words import LineOutcome, LineState, MeetingKind, MeetingState

DUE = date(2027, 2, 5)
"""When lines 1 and 2 are due; the report of line 5 is due on 19 March."""
NEXT_DAY = DUE + timedelta(days=1)
TWO_LATE = "lines 1 and 2 are late"


class Running(WholeMeeting):
    """The initial meeting has done its work, and the final review is booked."""

    def __init__(self) -> None:
        super().__init__()
        self.meeting.state, self.meeting.effective = MeetingState.CONCLUDED, True

    def on(self, day: date) -> Papers:
        papers = Papers(self.case.id, None, self.policy, day)
        papers.take(self.rows)
        return papers

    def said(self, day: date = NEXT_DAY) -> str:
        return slipped(self.on(day), day)

    def asked(self, day: date = NEXT_DAY) -> list[str]:
        return [one.sentence for one in slippage_findings(self.on(day), day)]

    def say(self, *, hold: bool, slipped: str = TWO_LATE) -> r.MidwayConsidered:
        answered: r.MidwayConsidered = self.add(
            r.MidwayConsidered(
                episode_id=self.episode.id,
                on=NEXT_DAY,
                hold=hold,
                why="The skip comes on Monday",
                slipped=slipped,
                by_staff_id=self.chair.id,
            )
        )
        return answered


def test_two_late_lines_ask_and_the_day_itself_is_not_late() -> None:
    whole = Running()
    assert whole.said(DUE) == ""
    assert whole.asked(DUE) == []
    assert whole.said() == TWO_LATE
    assert whole.asked() == [
        "Lines 1 and 2 are late. Was a midway review considered? Say yes or no, and why."
    ]


def test_one_late_line_alone_asks_nothing() -> None:
    whole = Running()
    whole.fire.due = DUE + timedelta(days=20)
    assert whole.said() == ""


@pytest.mark.parametrize("outcome", LineOutcome)
def test_only_a_finished_line_is_never_late(outcome: LineOutcome) -> None:
    whole = Running()
    whole.add(
        r.Progress(line_id=whole.fire.id, meeting_id=whole.meeting.id, on=DUE, outcome=outcome)
    )
    finished = outcome in (LineOutcome.DONE, LineOutcome.NOT_NEEDED)
    assert whole.said() == ("" if finished else TWO_LATE)


def test_what_recurs_or_was_dropped_is_never_late() -> None:
    whole = Running()
    whole.fire.state = LineState.DROPPED
    whole.home.due, whole.home.rhythm, whole.home.until = None, "Every Friday", DUE
    assert whole.said() == ""


def test_a_missed_report_asks_alone() -> None:
    whole = Running()
    whole.home.due = whole.fire.due = None
    due = whole.assessment.due
    assert whole.said(due) == ""
    assert whole.said(due + timedelta(days=1)) == "the report of line 5 is missing"


def test_a_final_review_that_is_not_booked_asks() -> None:
    whole = Running()
    whole.final.planned_on = None
    assert whole.said(DUE) == "the final review is not booked"
    whole.withdraw(r.Meeting, lambda row: row is whole.meeting)
    assert whole.said(DUE) == "the final review is not booked"
    assert whole.said() == f"{TWO_LATE} and the final review is not booked"


def test_nothing_slips_before_the_initial_meeting_has_done_its_work() -> None:
    whole = Running()
    whole.meeting.effective = None
    assert whole.said() == ""


@pytest.mark.parametrize("state", [MeetingState.LIVE, MeetingState.CONCLUDED])
def test_nothing_slips_once_the_final_review_is_held(state: MeetingState) -> None:
    whole = Running()
    whole.final.state = state
    assert whole.said(FINAL) == ""


def test_a_final_review_that_was_not_effective_is_not_held() -> None:
    whole = Running()
    whole.final.state, whole.final.effective = MeetingState.CONCLUDED, False
    assert "the final review is not booked" in whole.said()


def test_it_is_not_asked_while_a_midway_review_is_planned_or_running() -> None:
    whole = Running()
    midway = whole.review(MeetingKind.MIDWAY, NEXT_DAY)
    assert whole.asked() == []
    midway.state = MeetingState.LIVE
    assert whole.asked() == []
    midway.state = MeetingState.CONCLUDED
    assert whole.asked() != []


def test_no_is_the_answer_until_more_has_slipped() -> None:
    whole = Running()
    answer = whole.say(hold=False)
    assert whole.asked() == []
    [again] = whole.asked(date(2027, 3, 20))
    assert again.startswith("Lines 1, 2 and 5 are late and the report of line 5 is missing.")
    assert "Was a midway review considered?" in again
    assert considered(answer, whole.on(NEXT_DAY)) == (
        "Sat 6 Feb 2027: a midway review was considered, not held. "
        "The skip comes on Monday (Priya Nair)"
    )


def test_yes_asks_for_the_review_until_it_is_planned() -> None:
    whole = Running()
    whole.say(hold=True)
    assert whole.asked() == [
        "Lines 1 and 2 are late. A midway review was to be held: plan it."
    ]  # fmt: skip
    whole.review(MeetingKind.MIDWAY, NEXT_DAY)
    assert whole.asked() == []


def test_the_number_of_late_lines_is_the_policys() -> None:
    whole = Running()
    shipped = whole.policy
    whole.policy = replace(shipped, slippage=replace(shipped.slippage, late_lines=3))
    assert whole.said() == ""
