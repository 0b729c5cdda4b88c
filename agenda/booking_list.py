"""Business support's list for each meeting that is booked: what it needs, and what is seen to.

Sutton 2019, Step 1: the head of service's approval starts the list for legal planning; business
support books a room, sends calendar invitations and minutes the meeting. What was done for a day
or a time that has changed since is open again.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID, uuid5

from agenda.booking_words import BookingWhat, InvitedGroup
from agenda.inviting import InvitationState, invitations_of
from agenda.legal_planning_papers import LegalPlanningPapers
from agenda.meeting_facts import day_in_words
from agenda.minuting_words import in_a_row
from agenda.words import MeetingKind, MeetingState, PersonKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agenda import records
    from agenda.papers import Papers

_HOLDS = frozenset({BookingWhat.PAPERS, BookingWhat.ADJUSTMENTS})
"""What stays seen to when the day of the meeting changes."""


@dataclass(frozen=True, slots=True)
class BookingLine:
    """One thing on the list for a meeting.

    Attributes:
        meeting_id: the meeting.
        what: what is to be seen to; None for the head of service's approval, which is recorded
            with the referral.
        person_id: for whom; None where it is for the meeting.
        title: it in a few words: `Interpreter for Ms Reed: Polish`.
        is_done: whether it is seen to, or not needed.
        said: how it was seen to, why it is not needed, or why it is open again; empty where
            nothing was done.
        step: what was recorded of it; None where nothing was.
    """

    meeting_id: UUID
    what: BookingWhat | None
    person_id: UUID | None
    title: str
    is_done: bool
    said: str = ""
    step: records.BookingStep | None = None

    @property
    def key(self) -> UUID:
        """A key of its own, the same each time: most lines have no record yet."""
        return uuid5(self.meeting_id, f"{self.what} {self.person_id}")


def booked_meetings(papers: Papers) -> list[records.Meeting]:
    """Return the meetings of the episode that are booked and not begun, the next one first."""
    meetings = list(papers.episode_meetings)
    if isinstance(papers, LegalPlanningPapers):
        meetings += papers.legal_planning_meetings
    booked = [one for one in meetings if one.state is MeetingState.PLANNED]
    return sorted(booked, key=lambda one: (one.planned_on or date.max, one.number))


def booking_list(papers: Papers, meeting: records.Meeting) -> list[BookingLine]:
    """Return what a booked meeting needs, in the order in which it is seen to."""
    if meeting.kind is MeetingKind.LEGAL_PLANNING:
        return [
            _approval(papers, meeting),
            _line(papers, meeting, BookingWhat.ROOM, "Room"),
            _minute_taker(papers, meeting),
            _legal(papers, meeting),
            _invitations(papers, meeting),
            _line(papers, meeting, BookingWhat.PAPERS, "Papers sent"),
        ]
    lines = [_line(papers, meeting, BookingWhat.ROOM, "Room")]
    if apart := who_must_not_meet(papers):
        title = f"Separate rooms and arrivals: {apart}"
        lines.append(_line(papers, meeting, BookingWhat.SEPARATE_ROOMS, title))
    lines.append(_minute_taker(papers, meeting))
    if meeting.kind is MeetingKind.INITIAL:
        lines.append(_legal(papers, meeting))
    return [*lines, _invitations(papers, meeting), *_for_people(papers, meeting)]


def who_must_not_meet(papers: Papers) -> str:
    """Return each two of the parents who must not meet: `Ms Reed and Mr Holt`."""
    invited = {person.id for person in papers.parents}
    pairs = [
        f"{papers.name(None, row.person_id)} and {papers.name(None, row.other_id)}"
        for row in papers.kept_apart
        if {row.person_id, row.other_id} <= invited
    ]
    return "; ".join(pairs)


# --- the lines


def _line(
    papers: Papers,
    meeting: records.Meeting,
    what: BookingWhat,
    title: str,
    person_id: UUID | None = None,
) -> BookingLine:
    """Return a line by what was recorded of it."""
    steps = [
        row
        for row in papers.booking_steps(meeting.id)
        if row.what is what and row.person_id == person_id
    ]
    step = steps[-1] if steps else None
    is_done, said = _how(papers, meeting, step)
    return BookingLine(meeting.id, what, person_id, title, is_done, said, step)


def _how(
    papers: Papers, meeting: records.Meeting, step: records.BookingStep | None
) -> tuple[bool, str]:
    """Return whether a step still counts, and what is said of it."""
    if step is None:
        return False, ""
    if step.not_needed_why:
        return True, f"not needed: {step.not_needed_why}"
    if step.done_on is None:
        return False, step.note
    moved = (step.meeting_on, step.meeting_at) != (meeting.planned_on, meeting.planned_at)
    if moved and step.what not in _HOLDS:
        was = _when(step.meeting_on, f"{step.meeting_at:%H:%M}" if step.meeting_at else "")
        return False, f"was done for {was}: see to it again"
    by = papers.name(step.by_staff_id, None)
    note = f"{step.note} · " if step.note else ""
    return True, f"{note}{day_in_words(step.done_on)}, {by}"


def _when(day: date | None, at: str) -> str:
    return " ".join(filter(None, (day_in_words(day) if day else "", at))) or "no day yet"


def _approval(papers: Papers, meeting: records.Meeting) -> BookingLine:
    """Return the approval that starts the list, as the referral records it."""
    title, said, is_done = "Referral approved by the head of service", "", False
    if isinstance(papers, LegalPlanningPapers):
        referral = papers.referral_for(meeting.id) or papers.referral
        if referral and referral.approved_on:
            name = papers.name(referral.approved_by_id, None)
            by = f", {name}" if name else ""
            is_done, said = True, f"{day_in_words(referral.approved_on)}{by}"
        elif referral and referral.emergency:
            is_done, said = True, f"emergency: {referral.emergency_why}"
    return BookingLine(meeting.id, None, None, title, is_done, said)


def _minute_taker(papers: Papers, meeting: records.Meeting) -> BookingLine:
    """Return the minute-taker, who may be named on the meeting itself."""
    name = papers.name(meeting.minute_taker_id, None)
    if name:
        return BookingLine(
            meeting.id, BookingWhat.MINUTE_TAKER, None, "Minute-taker", is_done=True, said=name
        )
    return _line(papers, meeting, BookingWhat.MINUTE_TAKER, "Minute-taker")


def _legal(papers: Papers, meeting: records.Meeting) -> BookingLine:
    """Return whether our solicitor is invited: the invitation for our legal team says so."""
    title = "Legal colleagues invited"
    if meeting.kind is MeetingKind.INITIAL:
        title = "Our solicitor invited"
    line = _line(papers, meeting, BookingWhat.LEGAL_INVITED, title)
    ours = [one for one in invitations_of(papers, meeting) if one.group is InvitedGroup.LEGAL]
    if line.is_done or any(one.state is not InvitationState.AS_WRITTEN for one in ours):
        return line
    return BookingLine(
        meeting.id, line.what, None, title, is_done=True, said="invitation written", step=line.step
    )


def _invitations(papers: Papers, meeting: records.Meeting) -> BookingLine:
    """Return the calendar invitations: written for every group, or marked as sent otherwise."""
    title = "Calendar invitations"
    line = _line(papers, meeting, BookingWhat.INVITATIONS, title)
    each = invitations_of(papers, meeting)
    written = [one for one in each if one.state is InvitationState.AS_WRITTEN]
    if line.is_done or not any(one.row for one in each):
        return line
    missing = in_a_row([one.called for one in each if one not in written])
    return BookingLine(
        meeting.id,
        line.what,
        None,
        title,
        is_done=not missing,
        said=f"not up to date for {missing}" if missing else "written for everybody",
        step=line.step,
    )


def _for_people(papers: Papers, meeting: records.Meeting) -> Iterator[BookingLine]:
    """Give what the people who are invited need: to understand, to be heard, to take part."""
    for person in papers.parents:
        name = person.known_as
        if person.interpreter:
            title = f"Interpreter for {name}: {person.interpreter}"
            yield _line(papers, meeting, BookingWhat.INTERPRETER, title, person.id)
        if needs_advocate(papers, person):
            title = f"Advocate for {name}"
            yield _line(papers, meeting, BookingWhat.ADVOCATE, title, person.id)
        if person.adjustments:
            title = f"Adjustments for {name}: {person.adjustments}"
            yield _line(papers, meeting, BookingWhat.ADJUSTMENTS, title, person.id)
    if not any(needs_advocate(papers, person) for person in papers.parents):
        for person in papers.people:
            if person.kind is PersonKind.ADVOCATE:
                title = f"Advocate booked: {person.known_as}"
                yield _line(papers, meeting, BookingWhat.ADVOCATE, title, person.id)


def needs_advocate(papers: Papers, person: records.Person) -> bool:
    """Whether somebody needs an advocate: their adjustments say so, or capacity is in doubt."""
    in_doubt = (row for row in papers.advice_of_case if row.person_id == person.id)
    return "advoca" in person.adjustments.casefold() or any(row.capacity_doubt for row in in_doubt)
