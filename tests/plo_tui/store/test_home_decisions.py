"""The list of cases, and a case in plain lines, after reviews: windows, decisions, authority."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from made_store import MET_ON, house
from reviewed_house import END, NEW_END, REVIEW, TRACKER, Reviewed

from agenda.decision_words import AuthorityAnswer, Outcome
from agenda.records import new_key
from agenda.words import MeetingKind
from plo_tui.cli.plain_case import case_lines
from plo_tui.store.connection import connect
from plo_tui.store.folder import STORE
from plo_tui.store.reading.papers import read_papers
from plo_tui.store.verbs import judging, meeting, reasons

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def reviewed(tmp_path: Path) -> Reviewed:
    return Reviewed(house(tmp_path / "store"))


def test_a_provisional_extension_counts_until_its_tracker_and_then_lapses(
    reviewed: Reviewed,
) -> None:
    for initials in reviewed.children:
        reviewed.extend(initials)
    assert reviewed.row(REVIEW).stage == "meeting running"
    reviewed.end_review()
    row = reviewed.row(TRACKER)
    assert (row.stage, row.week, row.weeks) == ("plan running", 14, 18)
    assert "window ended" not in row.overdue
    row = reviewed.row(TRACKER + timedelta(days=1))
    assert (row.stage, row.weeks) == ("decide again", 12)
    assert "window ended" in row.overdue


def test_an_authorised_extension_counts_to_its_last_day_and_a_refused_one_never(
    reviewed: Reviewed,
) -> None:
    first, second = reviewed.extend("JC"), reviewed.extend("LC")
    reviewed.end_review()
    reviewed.answer(first)
    assert reviewed.row(TRACKER + timedelta(days=1)).stage == "decide again"  # of the other child
    reviewed.answer(second)
    row = reviewed.row(NEW_END)
    assert (row.stage, row.week, row.weeks) == ("plan running", 18, 18)
    assert reviewed.row(NEW_END + timedelta(days=1)).stage == "past the window"
    reviewed.to_day(TRACKER)
    for decision in (first, second):
        reviewed.answer(decision, AuthorityAnswer.REFUSED)
    row = reviewed.row(TRACKER)
    assert (row.stage, row.weeks) == ("decide again", 12)


def test_only_a_recorded_reason_lets_it_go_further_than_the_policy(reviewed: Reviewed) -> None:
    decision = reviewed.extend("JC", NEW_END + timedelta(weeks=2))
    assert reviewed.row(TRACKER).weeks == 18
    reason, case = ("decision.new_end", decision, "The course ends then"), reviewed.keys.case
    reviewed.store.do(reasons.record_reason, case, *reason, reviewed.review)
    assert reviewed.row(TRACKER).weeks == 20


@pytest.mark.parametrize(
    ("outcome", "stage"),
    [
        (Outcome.CLOSE, "closed"),
        (Outcome.ISSUE, "to be issued"),
        (Outcome.RETURN, "to legal planning"),
    ],
)
def test_an_end_is_the_stage_once_it_is_authorised_for_every_child(
    reviewed: Reviewed, outcome: Outcome, stage: str
) -> None:
    first = reviewed.decide("JC", outcome)
    reviewed.end_review()
    reviewed.answer(first)
    assert reviewed.row(REVIEW).stage == "plan running"  # nothing is decided for the other child
    plain = connect(reviewed.folder / STORE, reviewed.key)
    plain.execute("UPDATE child SET withdrawn_at = '2027-01-01' WHERE initials = 'LC'")
    plain.close()
    row = reviewed.row(END + timedelta(days=30))
    assert (row.stage, row.week) == (stage, None)
    assert "window ended" not in row.overdue


def test_a_recommended_end_is_not_authorised_yet(reviewed: Reviewed) -> None:
    for initials in reviewed.children:
        reviewed.decide(initials, Outcome.CLOSE)
    reviewed.end_review()
    row = reviewed.row(END + timedelta(days=1))
    assert row.stage == "not authorised yet"
    assert "window ended" in row.overdue


def test_what_a_review_that_was_not_effective_decided_is_nowhere(reviewed: Reviewed) -> None:
    for initials in reviewed.children:
        reviewed.extend(initials)
    reviewed.store.do(meeting.conclude, reviewed.review, effective=False, why_not="Nobody came")
    row = reviewed.row(END + timedelta(days=1))
    assert (row.stage, row.weeks) == ("past the window", 12)


def test_the_command_line_says_it_in_plain_lines(reviewed: Reviewed) -> None:
    closed = reviewed.decide("JC", Outcome.CLOSE)
    reviewed.extend("LC")
    reviewed.end_review()
    reviewed.answer(closed)
    told = plain_lines(reviewed, TRACKER)
    assert (
        "Window: Tue 12 Jan 2027 to Tue 18 May 2027, extended for LC, provisional until "
        "Court Tracker 15 Apr; JC: to Tue 6 Apr 2027."
    ) in told
    at = told.index("Decisions")
    assert told[at + 1 : at + 3] == [
        "JC: close pre-proceedings; authorised by Rob Hale, Court Tracker, 1 Apr.",
        "LC: extend to 18 May; provisional, Court Tracker 15 Apr.",
    ]
    kind, on = MeetingKind.FINAL, {"planned_on": NEW_END}
    reviewed.store.do(meeting.plan_meeting, reviewed.keys.episode, new_key(), kind, on)  # type: ignore[arg-type]
    assert any(
        line.startswith("Find the date of the last Court Tracker before the final review")
        for line in plain_lines(reviewed, TRACKER)
    )
    lapsed = plain_lines(reviewed, TRACKER + timedelta(days=1))
    assert (
        "1 date is past the window: final review, 18 May. Bring forward what can be, or record "
        "why not."
    ) in lapsed
    assert (
        "LC: extend to 18 May; lapsed after Court Tracker 15 Apr, no answer was recorded, "
        "decide again."
    ) in lapsed


def test_the_command_line_says_what_slips_and_what_was_answered(reviewed: Reviewed) -> None:
    plain = connect(reviewed.folder / STORE, reviewed.key)
    plain.execute("UPDATE meeting SET withdrawn_at = '2027-01-01' WHERE kind = 'final'")
    plain.close()
    day = MET_ON + timedelta(days=10)
    asked = (
        "The final review is not booked. Was a midway review considered? Say yes or no, and why."
    )
    assert asked in plain_lines(reviewed, day)
    reviewed.to_day(day)
    episode, slipped = reviewed.keys.episode, "the final review is not booked"
    reviewed.store.do(judging.consider_midway, episode, slipped, hold=False, why="Booked soon")
    told = plain_lines(reviewed, day)
    assert asked not in told
    assert (
        "Fri 22 Jan 2027: a midway review was considered, not held. Booked soon (Nia Rowe)." in told
    )


def plain_lines(reviewed: Reviewed, today: date) -> list[str]:
    papers = reviewed.store.read(read_papers, reviewed.keys.case, None, None, today)
    return case_lines(reviewed.row(today), papers, today)
