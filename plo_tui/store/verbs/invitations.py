"""Verbs of calendar invitations: what was last written for each group, counted up.

The record goes before the file, so that no file is there without it; where its file could not be
written after all, the record is put back as it was.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from sqlmodel import select

from agenda.booking_words import InvitedGroup
from agenda.inviting import OF_LEGAL_PLANNING
from agenda.records import Invitation, Person
from agenda.steps import Step
from agenda.words import MeetingKind
from plo_tui.store.problems import Refused
from plo_tui.store.verbs.permitted import permitted
from plo_tui.store.verbs.words import within_length

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import time
    from uuid import UUID

    from plo_tui.store.work import Work


class Recorded(NamedTuple):
    """An invitation as it is recorded now.

    Attributes:
        row: the record.
        was: its columns as they were before; empty where there was none, None where nothing
            changed.
    """

    row: Invitation
    was: dict[str, Any] | None


_WRITTEN = ("on", "at", "meeting_at", "place", "minutes", "cancelled", "sequence", "made_at")
"""What an invitation says of its file."""


def write_invitation(
    work: Work,
    meeting_id: UUID,
    to_group: InvitedGroup,
    minutes: int,
    person_id: UUID | None = None,
    at: time | None = None,
    place: str | None = None,
) -> Recorded:
    """Record a calendar invitation as it is written now: its day is the meeting's.

    The same one again changes nothing, so that the same file is written. One that differs from
    what was last written is the same event, changed once more.

    Args:
        work: the transaction.
        meeting_id: the meeting.
        to_group: for whom.
        minutes: how long the meeting is.
        person_id: whose it is, where each of the family has their own.
        at: when they arrive, where that is not the meeting's own time.
        place: where, where that is not the meeting's own place.

    Returns:
        The invitation, with what it was before.

    Raises:
        Refused: of a meeting without a day and a time, of a legal planning meeting for anybody
            but the authority and its lawyers, for somebody of another family, or once the
            meeting has begun.
    """
    meeting = permitted(work, Step.INVITE, meeting_id)
    group = InvitedGroup(to_group)
    if meeting.kind is MeetingKind.LEGAL_PLANNING and group not in OF_LEGAL_PLANNING:
        raise Refused("Nobody but us and our lawyers is invited to a legal planning meeting.")
    if meeting.withdrawn_at or not (meeting.planned_on and meeting.planned_at):
        raise Refused("Give the meeting a day and a time first: then it has invitations.")
    if person_id and work.get(Person, person_id).case_id != work.case_id:
        raise Refused("This person is of another family. Go back and open the case again.")
    values: dict[str, Any] = {
        "on": meeting.planned_on,
        "at": at or meeting.planned_at,
        "meeting_at": meeting.planned_at,
        "place": (meeting.place if place is None else place).strip(),
        "minutes": minutes,
        "cancelled": False,
    }
    within_length(values)
    earlier = _written(work, meeting_id, group, person_id)
    if earlier is None:
        row = Invitation(
            meeting_id=meeting_id,
            to_group=group,
            person_id=person_id,
            made_at=work.at,
            **values,
        )
        work.add(row)
        return Recorded(row, {})
    if earlier.withdrawn_at:  # its file was never written: this is the first
        again = {"withdrawn_at": None, "made_at": work.at}
        return Recorded(work.change(Invitation, earlier.id, None, **values, **again), {})
    if all(getattr(earlier, name) == value for name, value in values.items()):
        return Recorded(earlier, None)
    was = {name: getattr(earlier, name) for name in _WRITTEN}
    values |= {"sequence": earlier.sequence + 1, "made_at": work.at}
    return Recorded(work.change(Invitation, earlier.id, None, **values), was)


def cancel_invitation(
    work: Work, meeting_id: UUID, to_group: InvitedGroup, person_id: UUID | None = None
) -> Recorded:
    """Record that an invitation is cancelled; one that is already stays as it is.

    Returns:
        The invitation, with what it was before.

    Raises:
        Refused: where none was written, or once the meeting has begun.
    """
    permitted(work, Step.INVITE, meeting_id)
    earlier = _written(work, meeting_id, InvitedGroup(to_group), person_id)
    if earlier is None or earlier.withdrawn_at:
        raise Refused("No invitation was written, so there is none to cancel.")
    if earlier.cancelled:
        return Recorded(earlier, None)
    was = {name: getattr(earlier, name) for name in _WRITTEN}
    changed = {"cancelled": True, "sequence": earlier.sequence + 1, "made_at": work.at}
    return Recorded(work.change(Invitation, earlier.id, None, **changed), was)


def put_back_invitation(
    work: Work, invitation_id: UUID, version: int, was: Mapping[str, Any]
) -> None:
    """Put an invitation back as it was, because its file could not be written: nothing left.

    Args:
        work: the transaction.
        invitation_id: the invitation.
        version: as it was recorded for that file; one that was written since stays.
        was: what `Recorded` says that it was.

    Raises:
        Changed: where it was written again since.
    """
    row = work.get(Invitation, invitation_id)
    work.in_case_of(row.meeting_id)
    before = {name: was[name] for name in _WRITTEN if name in was}
    work.change(Invitation, invitation_id, version, **(before or {"withdrawn_at": work.at}))


def _written(
    work: Work, meeting_id: UUID, group: InvitedGroup, person_id: UUID | None
) -> Invitation | None:
    """Return the one row of a group or person; withdrawn where no file of it was ever written."""
    same = select(Invitation).where(
        Invitation.meeting_id == meeting_id,
        Invitation.to_group == group,
        Invitation.person_id == person_id,
    )
    return work.session.exec(same).first()
