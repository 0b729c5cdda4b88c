"""Verbs of calendar invitations: what was last written for each group, counted up."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlmodel import col, select

from agenda.booking_words import InvitedGroup
from agenda.inviting import OF_LEGAL_PLANNING
from agenda.records import Invitation, Person
from agenda.steps import Step
from agenda.words import MeetingKind
from plo_tui.store.problems import Refused
from plo_tui.store.verbs.permitted import permitted
from plo_tui.store.verbs.words import within_length

if TYPE_CHECKING:
    from datetime import time
    from uuid import UUID

    from plo_tui.store.work import Work


def write_invitation(
    work: Work,
    meeting_id: UUID,
    to_group: InvitedGroup,
    minutes: int,
    person_id: UUID | None = None,
    at: time | None = None,
    place: str | None = None,
) -> None:
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
        work.add(
            Invitation(
                meeting_id=meeting_id,
                to_group=group,
                person_id=person_id,
                made_at=work.at,
                **values,
            )
        )
    elif any(getattr(earlier, name) != value for name, value in values.items()):
        values |= {"sequence": earlier.sequence + 1, "made_at": work.at}
        work.change(Invitation, earlier.id, None, **values)


def cancel_invitation(
    work: Work, meeting_id: UUID, to_group: InvitedGroup, person_id: UUID | None = None
) -> None:
    """Record that an invitation is cancelled; one that is already stays as it is.

    Raises:
        Refused: where none was written, or once the meeting has begun.
    """
    permitted(work, Step.INVITE, meeting_id)
    earlier = _written(work, meeting_id, InvitedGroup(to_group), person_id)
    if earlier is None:
        raise Refused("No invitation was written, so there is none to cancel.")
    if not earlier.cancelled:
        changed = {"cancelled": True, "sequence": earlier.sequence + 1, "made_at": work.at}
        work.change(Invitation, earlier.id, None, **changed)


def _written(
    work: Work, meeting_id: UUID, group: InvitedGroup, person_id: UUID | None
) -> Invitation | None:
    same = select(Invitation).where(
        Invitation.meeting_id == meeting_id,
        Invitation.to_group == group,
        Invitation.person_id == person_id,
        col(Invitation.withdrawn_at).is_(None),
    )
    return work.session.exec(same).first()
