"""What business support has still to see to for each meeting, the stricter the nearer its day is.

Far ahead it is a note. From the policy's `booking.should_days` working days before the meeting it
is a `should`, from `booking.must_days` a `must`. It is passed by saying why it is not needed.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from agenda.booking_list import booked_meetings, booking_list
from agenda.booking_words import BookingWhat, InvitedGroup
from agenda.finding import Finding, Level, Rule
from agenda.inviting import InvitationState, invitations_of
from agenda.meeting_facts import day_in_words
from agenda.minuting_words import in_a_row
from agenda.own_times import same_time
from agenda.words import MeetingKind
from agenda.working_days import OutsideCalendar

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from uuid import UUID

    from agenda import records
    from agenda.booking_list import BookingLine
    from agenda.papers import Papers
    from agenda.working_days import WorkingDays

_STEP_1 = "Sutton 2019, Step 1: business support books a room, sends calendar invites and minutes"
_BEFOREHAND = "DFJ social work practice guide, chapter 6: booked beforehand"

WHEN = Rule(
    "booking.when",
    Level.MUST,
    "A meeting that is booked has a day and a time.",
    "Sutton 2019, Step 1: date and time determined beforehand",
)
ROOM = Rule("booking.room", Level.MUST, "A room is booked for the meeting.", _STEP_1)
APART = Rule(
    "booking.apart",
    Level.MUST,
    "People who must not meet have rooms and arrivals of their own, at times of their own.",
    "[own]: everyone safe in the building, and not only in the room",
)
MINUTE_TAKER = Rule("booking.minute_taker", Level.SHOULD, "Somebody takes the minutes.", _STEP_1)
LEGAL = Rule(
    "booking.legal",
    Level.MUST,
    "Legal colleagues are invited to legal planning, and our solicitor to the initial meeting.",
    "Sutton 2019, Step 1: including inviting our legal colleagues",
)
INVITATIONS = Rule("booking.invitations", Level.MUST, "Calendar invitations are sent.", _STEP_1)
INVITATION_CHANGED = Rule(
    "booking.invitation_changed",
    Level.MUST,
    "Whoever has an invitation hears of it where the meeting is changed or taken back.",
    "[own]: nobody comes on a day that no longer is",
)
PAPERS = Rule(
    "booking.papers",
    Level.MUST,
    "The papers of a legal planning meeting are in in time.",
    "Sutton 2016, Legal Planning Panel protocol",
)
INTERPRETER = Rule(
    "booking.interpreter",
    Level.MUST,
    "Whoever needs an interpreter has one.",
    _BEFOREHAND,
)
ADVOCATE = Rule("booking.advocate", Level.MUST, "Whoever needs an advocate has one.", _BEFOREHAND)
ADJUSTMENTS = Rule(
    "booking.adjustments",
    Level.MUST,
    "The adjustments that somebody needs are made.",
    "Equality Act 2010, section 20: reasonable adjustments",
)

_ASKED = {
    BookingWhat.ROOM: (ROOM, "Book a room for the {meeting}."),
    BookingWhat.SEPARATE_ROOMS: (APART, "Book separate rooms and arrivals for the {meeting}."),
    BookingWhat.MINUTE_TAKER: (MINUTE_TAKER, "Name who takes the minutes of the {meeting}."),
    BookingWhat.LEGAL_INVITED: (LEGAL, "Invite our legal team to the {meeting}."),
    BookingWhat.INVITATIONS: (INVITATIONS, "Send the calendar invitations to the {meeting}."),
    BookingWhat.PAPERS: (PAPERS, "Send the papers of the {meeting}{by}."),
    BookingWhat.INTERPRETER: (INTERPRETER, "{title}: book one for the {meeting}."),
    BookingWhat.ADVOCATE: (ADVOCATE, "{title}: see to it for the {meeting}."),
    BookingWhat.ADJUSTMENTS: (ADJUSTMENTS, "{title}: see to it for the {meeting}."),
}
"""The rule of each thing on the list, and what is said where it is not seen to.

The head of service's approval is asked for by what makes legal planning ready.
"""


def booking_findings(papers: Papers, days: WorkingDays, today: date) -> list[Finding]:
    """Return what is still to be seen to for each meeting that is booked, the next one first.

    Args:
        papers: the case as a whole; a legal planning meeting is known only to the papers with
            legal planning among them.
        days: the authority's working days.
        today: the day from which the meetings are counted.
    """
    found: list[Finding] = []
    for meeting in booked_meetings(papers):
        most = _most(papers, meeting, days, today)
        if not (meeting.planned_on and meeting.planned_at):
            missing = "a time" if meeting.planned_on else "a day and a time"
            sentence = f"The {called(meeting)} has no {missing.removeprefix('a ')} yet."
            found.append(_finding(WHEN, sentence, most, meeting.id))
        found += [
            _open(papers, meeting, line, what, most)
            for line in booking_list(papers, meeting)
            if (what := line.what) and not (line.is_done or _is_update(papers, meeting, line))
        ]
    return [*found, *_stale_invitations(papers), *_same_time(papers)]


def called(meeting: records.Meeting) -> str:
    """Return a meeting with its day: `initial meeting on Tue 12 Jan 2027`."""
    day = f" on {day_in_words(meeting.planned_on)}" if meeting.planned_on else ""
    return f"{meeting.kind.heading.lower()}{day}"


def _most(papers: Papers, meeting: records.Meeting, days: WorkingDays, today: date) -> Level:
    """Return the strictest level there can be so many working days before a meeting."""
    if meeting.planned_on is None:
        return Level.SHOULD
    try:
        left = days.count(today, meeting.planned_on)
    except OutsideCalendar:
        return Level.NOTE
    booking = papers.policy.booking
    if left <= booking.must_days:
        return Level.MUST
    return Level.SHOULD if left <= booking.should_days else Level.NOTE


def _is_update(papers: Papers, meeting: records.Meeting, line: BookingLine) -> bool:
    """Whether only updates are left of a line: the finding on those says so already."""
    shown = invitations_of(papers, meeting)
    if line.what is BookingWhat.LEGAL_INVITED:
        shown = [one for one in shown if one.group is InvitedGroup.LEGAL]
    elif line.what is not BookingWhat.INVITATIONS:
        return False
    return bool(shown) and all(one.row for one in shown)


def _open(
    papers: Papers, meeting: records.Meeting, line: BookingLine, what: BookingWhat, most: Level
) -> Finding:
    """Return what is said of a line that is not seen to."""
    rule, words = _ASKED[what]
    by = _papers_by(papers, meeting)
    sentence = words.format(meeting=called(meeting), title=line.title, by=by)
    if line.said:
        sentence = f"{sentence} It {line.said}." if line.step else f"{sentence[:-1]}: {line.said}."
    return _finding(rule, sentence, most, line.key)


def _papers_by(papers: Papers, meeting: records.Meeting) -> str:
    """Say by when the papers are in: so many hours before."""
    if meeting.kind is not MeetingKind.LEGAL_PLANNING or not meeting.planned_on:
        return ""
    hours = timedelta(hours=papers.policy.legal_planning.papers_hours)
    if meeting.planned_at is None:
        return f" by {day_in_words(meeting.planned_on - hours)}" if hours else ""
    due = datetime.combine(meeting.planned_on, meeting.planned_at) - hours
    return f" by {day_in_words(due.date())}, {due:%H:%M}"


def _stale_invitations(papers: Papers) -> Iterator[Finding]:
    """Give each meeting that was changed or taken back after an invitation to it went out."""
    written = {row.meeting_id for row in papers.standing("Invitation")}
    episode = papers.episode.id
    meetings = [papers.find("Meeting", meeting_id) for meeting_id in written]
    of_episode = [row for row in meetings if row and row.episode_id == episode]
    for meeting in sorted(of_episode, key=lambda row: (row.number, row.id)):
        shown = invitations_of(papers, meeting)
        for state, words in _STALE.items():
            who = [one.called for one in shown if one.state is state]
            if who:
                sentence = words.format(meeting=called(meeting), who=in_a_row(who))
                yield Finding(INVITATION_CHANGED, sentence, "", meeting.id, "", "invitations")


_STALE = {
    InvitationState.CHANGED: (
        "The {meeting} was changed after the invitation went out: send the update to {who}."
    ),
    InvitationState.TO_CANCEL: (
        "The invitation to the {meeting} no longer holds: send the cancellation to {who}."
    ),
}
"""What is said of an invitation that is no longer right."""


def _same_time(papers: Papers) -> Iterator[Finding]:
    for meeting in booked_meetings(papers):
        for one, other in same_time(papers, meeting.id):
            names = f"{papers.name(None, one)} and {papers.name(None, other)}"
            sentence = (
                f"{names} must not meet, and are invited to the {called(meeting)} at the same "
                "time. Give each a time of their own."
            )
            yield Finding(APART, sentence, "", meeting.id, "", "invitations")


def _finding(rule: Rule, sentence: str, most: Level, about: UUID) -> Finding:
    """Return a finding of a rule, no stricter than the meeting's nearness allows."""
    order = list(Level)
    level = max(rule.level, most, key=order.index)
    return Finding(replace(rule, level=level), sentence, "", about)
