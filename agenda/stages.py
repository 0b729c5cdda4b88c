"""Where a meeting and its minutes stand: one word for both, from booked to a new version."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from agenda.words import ApprovalRole, MeetingState, MinutesState

if TYPE_CHECKING:
    from collections.abc import Collection

    from agenda.papers import Papers
    from agenda.records import LegalPlanningMinutes, Meeting, MinutesVersion


class Stage(StrEnum):
    """Where a meeting and its minutes stand, in the order in which they come to it."""

    BOOKED = "booked"
    RUNNING = "running"
    """People sit together, be it in a pause."""
    ADJOURNED = "adjourned"
    DRAFT = "draft minutes"
    """The meeting is concluded, and nobody has approved its minutes."""
    BY_CHAIR = "approved by the chair"
    BY_BOTH = "approved by both"
    """By the chair and by legal."""
    ISSUED = "issued"
    REOPENED = "new version begun"
    """After an approval: what was approved stays, and a new version is a draft."""

    @property
    def minutes(self) -> MinutesState:
        """Where the minutes stand, as every page says it."""
        return _MINUTES.get(self, MinutesState.NONE)


_MINUTES = {
    Stage.DRAFT: MinutesState.DRAFT,
    Stage.BY_CHAIR: MinutesState.CHAIR,
    Stage.BY_BOTH: MinutesState.APPROVED,
    Stage.ISSUED: MinutesState.ISSUED,
    Stage.REOPENED: MinutesState.DRAFT,
}


def stage_of(
    meeting: Meeting, version: MinutesVersion | None, given: Collection[ApprovalRole]
) -> Stage:
    """Return where a meeting and its minutes stand.

    Args:
        meeting: the meeting.
        version: the newest version of its minutes; None before the first approval.
        given: in which roles that version is approved.
    """
    if meeting.state is MeetingState.PLANNED:
        return Stage.BOOKED
    if meeting.state is MeetingState.LIVE:
        return Stage.ADJOURNED if meeting.adjourned_at else Stage.RUNNING
    if version is None:
        return Stage.DRAFT
    if not version.frozen:
        return Stage.REOPENED
    if version.issued_at:
        return Stage.ISSUED
    return Stage.BY_BOTH if set(given) == set(ApprovalRole) else Stage.BY_CHAIR


def stage_of_planning(meeting: Meeting, version: LegalPlanningMinutes | None) -> Stage:
    """Return where a legal planning meeting and its record stand.

    Args:
        meeting: the meeting.
        version: the newest version of its record; None before the first approval.
    """
    if version is None or meeting.state is not MeetingState.CONCLUDED:
        return stage_of(meeting, None, ())
    return Stage.BY_CHAIR if version.frozen else Stage.REOPENED


def stage_in(papers: Papers, meeting: Meeting) -> Stage:
    """Return where one of a case's meetings and its minutes stand, from the case's papers."""
    versions = [row for row in papers.standing("MinutesVersion") if row.meeting_id == meeting.id]
    newest = max(versions, key=lambda row: row.number) if versions else None
    given = [
        row.role for row in papers.standing("Approval") if newest and row.version_id == newest.id
    ]
    return stage_of(meeting, newest, given)
