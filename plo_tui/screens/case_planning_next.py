"""What comes next in a case while legal planning stands before its next meeting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.day_names import day_text
from agenda.legal_planning_words import PlanningOutcome
from agenda.planning_stage import (
    PlanningStage,
    comes_before_the_family,
    planning_meeting,
    planning_stage,
)

if TYPE_CHECKING:
    from agenda.legal_planning_papers import LegalPlanningPapers
    from agenda.records import Meeting

_TO_DO = {
    PlanningStage.NONE: "Next: complete the legal planning referral",
    PlanningStage.DRAFT: "Next: complete the legal planning referral and submit it",
    PlanningStage.SUBMITTED: "Next: the head of service approves the legal planning referral",
    PlanningStage.TO_BOOK: "Next: book the legal planning meeting",
    PlanningStage.RUNNING: "The legal planning meeting is running: go back to it",
}
_ENDS = (PlanningOutcome.ISSUE, PlanningOutcome.CONTINUE)


def planning_next(papers: LegalPlanningPapers, planned: Meeting | None) -> tuple[str, str] | None:
    """Return what legal planning asks next, and its command; None where it asks nothing.

    Args:
        papers: the case's papers.
        planned: the meeting with the family that is booked next; what is held earlier is next.
    """
    stage = planning_stage(papers)
    before = comes_before_the_family(papers)
    if stage is PlanningStage.HELD:
        return _after(papers) if before else None
    if stage is PlanningStage.NONE and not before:
        return None
    if stage is not PlanningStage.BOOKED:
        return _TO_DO[stage], "open_before"
    meeting = planning_meeting(papers)
    on = meeting.planned_on if meeting else None
    if planned and planned.planned_on and (on is None or on > planned.planned_on):
        return None
    at = f" at {meeting.planned_at:%H:%M}" if meeting and meeting.planned_at else ""
    when = f", {day_text(on)}{at}" if on else ""
    return f"Next: the legal planning meeting{when}", "open_before"


def _after(papers: LegalPlanningPapers) -> tuple[str, str] | None:
    """Return what follows a legal planning meeting that did not start pre-proceedings."""
    meeting = planning_meeting(papers)
    decided = papers.legal_planning(meeting.id) if meeting else None
    outcome = decided.outcome if decided else None
    if outcome is PlanningOutcome.MORE_INFORMATION:
        return (
            "Next: refer to legal planning again, with the information it asked for",
            "open_before",
        )
    return ("", "") if outcome in _ENDS else None
