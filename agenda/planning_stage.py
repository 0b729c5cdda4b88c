"""How far legal planning has come: the referral, its approval, its meeting."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from agenda.words import MeetingState

if TYPE_CHECKING:
    from agenda import records
    from agenda.legal_planning_papers import LegalPlanningPapers


class PlanningStage(StrEnum):
    """How far a legal planning referral has come, in the order in which it comes to it."""

    NONE = "not begun"
    DRAFT = "to be submitted"
    SUBMITTED = "to be approved"
    TO_BOOK = "meeting to be booked"
    """The head of service approved it, or it is an emergency."""
    BOOKED = "meeting booked"
    RUNNING = "meeting running"
    HELD = "meeting held"


def planning_meeting(papers: LegalPlanningPapers) -> records.Meeting | None:
    """Return the legal planning meeting that the latest referral led to; None before one is."""
    referral = papers.referral
    key = referral.meeting_id if referral else None
    return next((one for one in papers.legal_planning_meetings if one.id == key), None)


def planning_stage(papers: LegalPlanningPapers) -> PlanningStage:
    """Return how far the episode's latest referral has come."""
    referral = papers.referral
    if referral is None:
        return PlanningStage.NONE
    if meeting := planning_meeting(papers):
        return _OF_MEETING[meeting.state]
    if referral.approved_on or referral.emergency:
        return PlanningStage.TO_BOOK
    return PlanningStage.SUBMITTED if referral.submitted_on else PlanningStage.DRAFT


def comes_before_the_family(papers: LegalPlanningPapers) -> bool:
    """Whether legal planning still stands between this episode and its first meeting.

    It does not where it was decided elsewhere to start, or the family has been met or invited.
    """
    return papers.episode.decided_on is None and not papers.episode_meetings


_OF_MEETING = {
    MeetingState.PLANNED: PlanningStage.BOOKED,
    MeetingState.LIVE: PlanningStage.RUNNING,
    MeetingState.CONCLUDED: PlanningStage.HELD,
}
