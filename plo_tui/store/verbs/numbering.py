"""The numbers of a case's meetings: in the order in which they are held.

Legal planning meetings count in a series of their own, so that the first meeting with the family
is meeting 1, and no number on the family's papers tells how often legal planning met.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlmodel import col, func, select

from agenda.records import Meeting, PreProceedings
from agenda.words import MeetingKind, MeetingState

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy import ColumnElement
    from sqlmodel.sql.expression import SelectOfScalar

    from plo_tui.store.work import Work


def next_to_book(work: Work, kind: MeetingKind) -> int:
    """Return the number of the next meeting of a kind's series, whatever the episode."""
    highest = select(func.max(Meeting.number)).where(
        col(Meeting.episode_id).in_(_episodes(work)), _in_series_of(kind)
    )
    return (work.session.exec(highest).one() or 0) + 1


def number_as_held(work: Work, meeting: Meeting) -> int:
    """Return the number of a meeting that begins now: one more than those of its series before it.

    A midway review is often booked after the final one, and held before it. A booked meeting
    that has this number takes the other's.
    """
    of_case = select(Meeting).where(
        col(Meeting.episode_id).in_(_episodes(work)),
        col(Meeting.withdrawn_at).is_(None),
        _in_series_of(meeting.kind),
    )
    others = [row for row in work.session.exec(of_case) if row.id != meeting.id]
    held = [row.number for row in others if row.state is not MeetingState.PLANNED]
    number = max(held, default=0) + 1
    for booked in others:
        if booked.state is MeetingState.PLANNED and booked.number == number:
            work.change(Meeting, booked.id, None, number=meeting.number)
    return number


def _episodes(work: Work) -> SelectOfScalar[UUID]:
    return select(PreProceedings.id).where(PreProceedings.case_id == work.case_id)


def _in_series_of(kind: MeetingKind) -> ColumnElement[bool]:
    """Whether a meeting counts with those of a kind: legal planning, or with the family."""
    legal_planning = col(Meeting.kind) == MeetingKind.LEGAL_PLANNING
    return legal_planning if kind is MeetingKind.LEGAL_PLANNING else ~legal_planning
