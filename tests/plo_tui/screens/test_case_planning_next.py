"""What the case says comes next while legal planning stands before the family's meeting."""

from __future__ import annotations

from datetime import date, time
from typing import TYPE_CHECKING

import pytest
from referral_of import WholeReferral

from agenda import records as r
from agenda.legal_planning_words import PlanningOutcome
from agenda.words import MeetingKind, MeetingState
from plo_tui.screens.case_next import next_step

if TYPE_CHECKING:
    from agenda.records import Meeting

BEFORE = "open_before"


def held(whole: WholeReferral, outcome: PlanningOutcome | None) -> None:
    whole.meeting.state = MeetingState.CONCLUDED
    whole.add(r.LegalPlanning(meeting_id=whole.meeting.id, outcome=outcome))


def with_family(whole: WholeReferral, on: date) -> Meeting:
    """Book a final review."""
    row: Meeting = whole.add(
        r.Meeting(episode_id=whole.episode.id, kind=MeetingKind.FINAL, number=1, planned_on=on)
    )
    return row


def test_from_no_referral_to_the_meeting_each_step_says_what_comes_next() -> None:
    whole = WholeReferral()
    told = "Next: the legal planning meeting, Tue 12 Jan 2027 at 14:00"
    assert next_step(whole.papers()) == (told, BEFORE)
    whole.drop(whole.meeting)
    assert next_step(whole.papers()) == ("Next: book the legal planning meeting", BEFORE)
    whole.referral.approved_on = None
    told = "Next: the head of service approves the legal planning referral"
    assert next_step(whole.papers()) == (told, BEFORE)
    whole.referral.submitted_on = None
    told = "Next: complete the legal planning referral and submit it"
    assert next_step(whole.papers()) == (told, BEFORE)
    whole.referral.emergency = True
    assert next_step(whole.papers()) == ("Next: book the legal planning meeting", BEFORE)
    whole.drop(whole.referral)
    assert next_step(whole.papers()) == ("Next: complete the legal planning referral", BEFORE)


def test_a_running_legal_planning_meeting_is_gone_back_to() -> None:
    whole = WholeReferral()
    whole.meeting.state = MeetingState.LIVE
    assert next_step(whole.papers()) == (
        "The legal planning meeting is running: go back to it", BEFORE,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("outcome", "expected"),
    [
        (PlanningOutcome.START, ("Next: plan the initial meeting", "plan_meeting")),
        (PlanningOutcome.ISSUE, ("", "")),
        (PlanningOutcome.CONTINUE, ("", "")),
        (
            PlanningOutcome.MORE_INFORMATION,
            ("Next: refer to legal planning again, with the information it asked for", BEFORE),
        ),
    ],
)
def test_what_follows_is_what_it_decided(
    outcome: PlanningOutcome, expected: tuple[str, str]
) -> None:
    whole = WholeReferral()
    held(whole, outcome)
    assert next_step(whole.papers()) == expected


def test_where_it_was_decided_elsewhere_to_start_the_initial_meeting_comes_next() -> None:
    whole = WholeReferral()
    whole.drop(whole.referral, whole.meeting)
    whole.episode.decided_on = date(2026, 12, 1)
    assert next_step(whole.papers()) == ("Next: plan the initial meeting", "plan_meeting")


def test_legal_planning_goes_before_a_review_that_is_held_after_it_and_not_before() -> None:
    whole = WholeReferral()
    review = with_family(whole, date(2027, 1, 14))
    assert next_step(whole.papers())[0].startswith("Next: the legal planning meeting")
    review.planned_on, review.planned_at = date(2027, 1, 8), time(10)
    assert next_step(whole.papers()) == (
        "Next: the final review, Fri 8 Jan 2027 at 10:00", "open_meeting",
    )  # fmt: skip
    held(whole, PlanningOutcome.START)
    assert next_step(whole.papers())[1] == "open_meeting"
