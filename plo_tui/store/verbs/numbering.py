"""The numbers of a case's meetings: in the order in which they are held."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlmodel import col, func, select

from agenda.records import Meeting, PreProceedings
from agenda.words import MeetingState

if TYPE_CHECKING:
    from uuid import UUID

    from sqlmodel.sql.expression import SelectOfScalar

    from plo_tui.store.work import Work


def next_to_book(work: Work) -> int:
    """Return the number of the next meeting that is booked, whatever the episode."""
    highest = select(func.max(Meeting.number)).where(col(Meeting.episode_id).in_(_episodes(work)))
    return (work.session.exec(highest).one() or 0) + 1


def number_as_held(work: Work, meeting: Meeting) -> int:
    """Return the number of a meeting that begins now: one more than those begun before it.

    A midway review is often booked after the final one, and held before it. A booked meeting
    that has this number takes the other's.
    """
    of_case = select(Meeting).where(
        col(Meeting.episode_id).in_(_episodes(work)), col(Meeting.withdrawn_at).is_(None)
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
