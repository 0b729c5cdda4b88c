"""What the rules would find in a line or a meeting as it is typed, before it is saved."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from agenda.date_rules import date_findings
from agenda.papers import Papers
from agenda.records import PlanLineChild, PlanPart
from agenda.smart import smart_findings
from agenda.words import MeetingKind

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from uuid import UUID

    from agenda.finding import Finding
    from agenda.records import Meeting, PlanLine
    from agenda.working_days import WorkingDays

_OF_LINES = (
    "Case", "PreProceedings", "Staff", "Child", "EpisodeChild", "Person", "Relationship",
    "ProtectionGoal", "Concern", "PlanLine", "Meeting", "Sitting", "ExceptionalReason",
    "Decision", "Authority",
)  # fmt: skip
"""What the rules of one line and of a review's date read."""

NEVER_WAS = datetime.min.replace(tzinfo=UTC)
"""Marks the parts of a line as it was typed a moment ago."""


def proposed_papers(papers: Papers, meeting_id: UUID | None = None) -> Papers:
    """Return papers to try a change in; a change there is in nobody else's."""
    proposed = Papers(papers.case_id, meeting_id, papers.policy, papers.as_of)
    for kind in _OF_LINES:
        proposed.take(papers.standing(kind))
    return proposed


def line_findings(
    line: PlanLine,
    parts: Sequence[str],
    children: Sequence[UUID],
    papers: Papers,
    days: WorkingDays,
) -> list[Finding]:
    """Return what the rules would find in a line as typed.

    Args:
        line: the line as typed, saved nowhere.
        parts: its parts as typed.
        children: the children ticked.
        papers: papers of `proposed_papers`.
        days: the authority's working days.
    """
    typed_before = [*papers.standing("PlanPart"), *papers.standing("PlanLineChild")]
    for row in typed_before:
        row.withdrawn_at = NEVER_WAS
    papers.take([line])
    papers.take(PlanPart(line_id=line.id, position=n, text=text) for n, text in enumerate(parts))
    papers.take(PlanLineChild(line_id=line.id, child_id=child) for child in children)
    return smart_findings(line, papers, days)


def meeting_findings(
    meeting: Meeting, papers: Papers, days: WorkingDays, today: date
) -> list[Finding]:
    """Return what the rules would find in the date of a review as typed.

    An initial meeting starts the window, so there is nothing to find in its date.
    """
    initial = next(
        (row for row in papers.episode_meetings if row.kind is MeetingKind.INITIAL), None
    )
    if meeting.kind is MeetingKind.INITIAL or initial is None:
        return []
    proposed = proposed_papers(papers, initial.id)
    proposed.take([meeting])
    found = date_findings(proposed, days, today)
    return [one for one in found if one.about == meeting.id]
