"""What verbs share on a meeting that runs: its sitting, its pause and its clocks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlmodel import col, select

from agenda.records import Attendance, Item, Meeting, Pause, Sitting
from agenda.words import MeetingKind
from plo_tui.store.problems import Refused

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime
    from uuid import UUID

    from plo_tui.store.work import Work

GOES_ON: dict[str, Any] = {
    "adjourned_at": None,
    "resumes_on": None,
    "resumes_at": None,
    "resumes_place": "",
}
"""A meeting's columns once it waits for no other sitting."""


def latest_sitting(work: Work, meeting_id: UUID) -> Sitting:
    """Return the sitting that runs, or the last one held, of a meeting that has begun."""
    return work.session.exec(
        select(Sitting)
        .where(Sitting.meeting_id == meeting_id, col(Sitting.withdrawn_at).is_(None))
        .order_by(col(Sitting.number).desc())
        .limit(1)
    ).one()


def pause_of(work: Work, sitting_id: UUID) -> Pause | None:
    """Return the pause that runs in a sitting; None where there is none."""
    return work.session.exec(
        select(Pause).where(
            Pause.sitting_id == sitting_id,
            col(Pause.ended_at).is_(None),
            col(Pause.withdrawn_at).is_(None),
        )
    ).first()


def invite(work: Work, sitting_id: UUID, staff: Iterable[UUID], people: Iterable[UUID]) -> None:
    """Invite members of staff, and others, to a sitting.

    Raises:
        Refused: where anybody but staff is invited to legal planning.
    """
    people = list(people)
    if people:
        refuse_outsiders(work, work.get(Sitting, sitting_id).meeting_id)
    work.add(*(Attendance(sitting_id=sitting_id, staff_id=key) for key in staff))
    work.add(*(Attendance(sitting_id=sitting_id, person_id=key) for key in people))


def refuse_outsiders(work: Work, meeting_id: UUID) -> None:
    """Refuse to invite, mark or minute anybody who is not staff in a legal planning meeting.

    Raises:
        Refused: in such a meeting.
    """
    if work.get(Meeting, meeting_id).kind is MeetingKind.LEGAL_PLANNING:
        raise Refused(
            "Legal planning is the authority's and its lawyers' alone: only its own staff can be "
            "invited, be here and speak."
        )


def leave_item(work: Work, meeting: Meeting) -> None:
    """Add the time since the current item was entered to it; nothing where no clock runs."""
    if meeting.current_item_id and meeting.on_item_since:
        item = work.get(Item, meeting.current_item_id)
        spent = max(0, int((work.at - meeting.on_item_since).total_seconds()))
        if spent:
            work.change(Item, item.id, None, seconds=item.seconds + spent)


def visiting_since(meeting: Meeting, now: datetime) -> datetime | None:
    """Return from when the clock of an item that is visited now runs; None during a pause."""
    return now if meeting.on_item_since else None


def end_sitting(work: Work, meeting: Meeting) -> None:
    """End the sitting that runs, if one does, and a pause with it.

    The time on the item is added up; the verb itself says from when its clock runs again.
    """
    leave_item(work, meeting)
    sitting = latest_sitting(work, meeting.id)
    if pause := pause_of(work, sitting.id):
        work.change(Pause, pause.id, None, ended_at=work.at)
    if sitting.ended_at is None:
        work.change(Sitting, sitting.id, None, ended_at=work.at)
