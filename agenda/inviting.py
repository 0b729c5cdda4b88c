"""Calendar invitations: for whom each meeting has one, how each stands, and what it may say.

Each group has a file of its own: our team, our legal team, the family and their solicitors, other
professionals. A legal planning meeting has only the first two (Sutton 2019, Step 1). Where two of
those invited must not meet, each has a file of their own, with their own time and place
(`agenda.own_times`): none of them can tell from it when another comes. Nothing but the case's
reference is about the family.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING
from uuid import uuid5

from agenda.booking_words import InvitedGroup
from agenda.look_alikes import letters
from agenda.own_times import invited_apart
from agenda.withheld_words import find_withheld
from agenda.words import MeetingKind, PersonKind

if TYPE_CHECKING:
    from datetime import date, datetime, time
    from uuid import UUID

    from agenda import records
    from agenda.papers import Papers

OF_LEGAL_PLANNING = (InvitedGroup.AUTHORITY, InvitedGroup.LEGAL)
"""The groups that a legal planning meeting has: nobody else is invited to it."""


class InvitationState(StrEnum):
    """How an invitation stands against its meeting."""

    NEW = "not written yet"
    AS_WRITTEN = "written, and as the meeting stands"
    CHANGED = "changed since it was written"
    TO_CANCEL = "to be cancelled"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class InvitationShown:
    """One invitation to a meeting, for one group or for one person.

    Attributes:
        group: for whom.
        person_id: whose it is, where each of the family has their own.
        called: for whom, in words.
        state: how it stands.
        row: as it was last written; None before that.
    """

    group: InvitedGroup
    person_id: UUID | None
    called: str
    state: InvitationState
    row: records.Invitation | None


@dataclass(frozen=True, slots=True)
class Organiser:
    """Who sends invitations: a name and an address for replies."""

    name: str
    address: str


@dataclass(frozen=True, slots=True)
class CalendarEvent:
    """What one calendar file says: frozen, so that the same value gives the same bytes.

    Attributes:
        uid: the event's key, the same for its updates and its cancellation.
        sequence: how often it was changed or cancelled since it was first written.
        summary: its title: the case's reference, and nothing else of the family.
        on: its day.
        at: when it begins, London local time.
        minutes: how long it is.
        place: where it is.
        cancelled: whether it no longer takes place.
        made_at: when this state of it was first written (UTC, aware).
        organiser: who sends it; None where the settings name nobody.
    """

    uid: str
    sequence: int
    summary: str
    on: date
    at: time
    minutes: int
    place: str
    cancelled: bool
    made_at: datetime
    organiser: Organiser | None


def event_of(
    reference: str, row: records.Invitation, organiser: Organiser | None = None
) -> CalendarEvent:
    """Return what the calendar file of an invitation says, as it was last written.

    It is made from the case's reference and the invitation alone: nothing else has a way in.
    """
    return CalendarEvent(
        uid=str(uuid5(row.meeting_id, f"{row.to_group} {row.person_id}")),
        sequence=row.sequence,
        summary=f"Meeting {reference}",
        on=row.on,
        at=row.at,
        minutes=row.minutes,
        place=row.place,
        cancelled=row.cancelled,
        made_at=row.made_at,
        organiser=organiser,
    )


def invitations_of(papers: Papers, meeting: records.Meeting) -> list[InvitationShown]:
    """Return a meeting's invitations: those it needs, and those written that it needs no more."""
    rows = {(row.to_group, row.person_id): row for row in papers.invitations(meeting.id)}
    needed = {} if is_off(meeting) else _needed(papers, meeting)
    shown = []
    for key in [*needed, *(key for key in rows if key not in needed)]:
        row = rows.get(key)
        if key in needed:
            state = _state(row, meeting)
        else:
            assert row is not None  # noqa: S101 - it is one of the rows
            state = InvitationState.CANCELLED if row.cancelled else InvitationState.TO_CANCEL
        group, person_id = key
        shown.append(InvitationShown(group, person_id, _called(papers, *key), state, row))
    return shown


def is_off(meeting: records.Meeting) -> bool:
    """Whether a meeting has nothing to invite to: taken back, or without a day and a time."""
    return bool(meeting.withdrawn_at) or not (meeting.planned_on and meeting.planned_at)


def told_by_place(papers: Papers, place: str) -> str:
    """Return what a place tells of the family, to be said; empty where it tells nothing.

    A file that goes to a group may name no address of theirs and nobody of them, so nobody is
    invited to a meeting at somebody's home by it.
    """
    written = letters(place)
    for person in papers.people:
        if person.kind is PersonKind.FAMILY:
            for line in person.address.splitlines():
                if len(letters(line)) > _LEAST and letters(line) in written:
                    return f"the address of {person.known_as}"
            names = (person.full_name, *person.full_name.split(), person.known_as)
            if any(_stands_in(name, place) for name in names):
                return f"the name of {person.known_as}"
    for child in papers.children:
        if any(_stands_in(name, place) for name in (child.full_name, *child.full_name.split())):
            return "a child's name"
    for detail in papers.withheld:
        lines = [line for line in detail.words.splitlines() if letters(line)]
        if find_withheld(place, (detail.words,)) or any(letters(one) in written for one in lines):
            return f"a withheld {detail.kind}"
    return ""


_LEAST = 3
"""Letters and digits of a line of an address that could be by chance in a place's name."""


def _stands_in(name: str, place: str) -> bool:
    """Whether a name stands in a place as words of its own."""
    wanted = name.casefold().split()
    words = "".join(c if c.isalnum() else " " for c in place.casefold()).split()
    return bool(wanted) and any(
        words[start : start + len(wanted)] == wanted for start in range(len(words))
    )


def _needed(
    papers: Papers, meeting: records.Meeting
) -> dict[tuple[InvitedGroup, UUID | None], None]:
    """Return for which groups, and for whom of them, a meeting has an invitation, in order."""
    if meeting.kind is MeetingKind.LEGAL_PLANNING:
        return dict.fromkeys((group, None) for group in OF_LEGAL_PLANNING)
    needed: list[tuple[InvitedGroup, UUID | None]] = [(group, None) for group in OF_LEGAL_PLANNING]
    apart = [person.id for person in invited_apart(papers)]
    needed += [(InvitedGroup.FAMILY, person_id) for person_id in apart]
    if not apart:
        needed.append((InvitedGroup.FAMILY, None))
    if any(row.kind is PersonKind.PROFESSIONAL for row in papers.people):
        needed.append((InvitedGroup.PROFESSIONALS, None))
    return dict.fromkeys(needed)


def _state(row: records.Invitation | None, meeting: records.Meeting) -> InvitationState:
    """Return how an invitation stands that its meeting needs.

    One of a person's own has its own time and place, which was chosen for the meeting's day and
    time as they were then.
    """
    if row is None:
        return InvitationState.NEW
    same = (row.on, row.meeting_at) == (meeting.planned_on, meeting.planned_at)
    same = same and not row.cancelled and (bool(row.person_id) or row.place == meeting.place)
    return InvitationState.AS_WRITTEN if same else InvitationState.CHANGED


def _called(papers: Papers, group: InvitedGroup, person_id: UUID | None) -> str:
    if person_id is None:
        return group.value
    return f"{papers.name(None, person_id)} and their solicitor"
