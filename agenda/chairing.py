"""Who chairs a meeting, and for whom where cover was agreed (Sutton 2019, PLO Meetings)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.words import MeetingKind, StaffRole

if TYPE_CHECKING:
    from uuid import UUID

    from agenda import records
    from agenda.papers import Papers


def cover_of(papers: Papers, meeting: records.Meeting) -> records.Cover | None:
    """Return the cover agreed for a meeting, as long as whoever covers still chairs it."""
    cover = papers.cover(meeting.id)
    return cover if cover and cover.by_staff_id == meeting.chair_id else None


def chair_words(papers: Papers, meeting_id: UUID) -> str:
    """Return who chairs a meeting, as minutes say it: `Ms X, covering for Ms Y`."""
    meeting = papers.find("Meeting", meeting_id)
    if meeting is None:
        return ""
    chair, cover = papers.name(meeting.chair_id, None), cover_of(papers, meeting)
    return f"{chair}, covering for {papers.name(cover.for_staff_id, None)}" if cover else chair


def chairing_role(papers: Papers, kind: MeetingKind) -> StaffRole:
    """Return the role that chairs a kind of meeting."""
    if kind is MeetingKind.LEGAL_PLANNING:
        return StaffRole.HEAD_OF_SERVICE
    return StaffRole(papers.policy.chair.role)
