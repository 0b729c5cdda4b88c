"""From the papers to what the screen shows of booking and dates: plain rows, nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.booking_list import booked_meetings, booking_list
from agenda.booking_rules import called
from agenda.chairing import chair_words
from agenda.day_names import day_text
from agenda.directive_record import next_steps
from agenda.inviting import InvitationState, invitations_of
from agenda.minuting_words import in_a_row
from plo_tui.screens.dates_rows import short_day, step_words
from plo_tui.widgets.record_list import RecordRow

if TYPE_CHECKING:
    from uuid import UUID

    from agenda import records
    from agenda.booking_list import BookingLine
    from agenda.directive_dates import DirectiveDates
    from agenda.inviting import InvitationShown
    from agenda.papers import Papers

BOOKED, BOOKING, CALLED_OFF, DATE = "Booked", "Booking", "CalledOff", "Date."
"""The kinds of rows: a meeting, a line of its list, one taken back, and a date with its place."""
_DATES_SHOWN = 3


def booking_rows(papers: Papers) -> list[RecordRow]:
    """Return each booked meeting with its list, and each taken back with invitations out."""
    rows: list[RecordRow] = []
    for meeting in booked_meetings(papers):
        rows.append(RecordRow("", f"BOOKING: {meeting.kind.heading.upper()}"))
        lines = booking_list(papers, meeting)
        rows.append(_meeting(papers, meeting, lines))
        rows += [_line(line) for line in lines]
    called_off = called_off_meetings(papers)
    if called_off:
        rows.append(RecordRow("", "TAKEN BACK, WITH INVITATIONS OUT"))
    for meeting in called_off:
        who = in_a_row([one.called for one in _to_cancel(papers, meeting)])
        facts = (f"send the cancellation to {who}",)
        title = called(meeting)
        rows.append(RecordRow(CALLED_OFF, title[0].upper() + title[1:], facts, meeting.id))
    return rows


def called_off_meetings(papers: Papers) -> list[records.Meeting]:
    """Return the meetings of the episode that were taken back while invitations to them are out."""
    written = {row.meeting_id for row in papers.standing("Invitation")}
    found = (papers.find("Meeting", meeting_id) for meeting_id in written)
    episode = papers.episode.id
    return sorted(
        (
            one
            for one in found
            if one and one.withdrawn_at and one.episode_id == episode and _to_cancel(papers, one)
        ),
        key=lambda one: (one.number, one.id),
    )


def booking_line(papers: Papers, key: UUID) -> BookingLine | None:
    """Return a line of a booked meeting's list by its key; None where there is none any more."""
    lines = (one for meeting in booked_meetings(papers) for one in booking_list(papers, meeting))
    return next((line for line in lines if line.key == key), None)


def date_rows(papers: Papers, dates: DirectiveDates | None) -> list[RecordRow]:
    """Return the next steps of the directive that are not done."""
    rows = [RecordRow("", "DATES: WHAT COMES NEXT")]
    if dates is None:
        return [*rows, RecordRow("-", "none yet: book a legal planning or an initial meeting")]
    places = next_steps(dates, _DATES_SHOWN)
    for place in places:
        step = dates.steps[place]
        title = f"{step_words(step, wide=False)} · {short_day(step.booked or step.planned)}"
        facts, key = (str(step.standing),), papers.episode.id
        rows.append(RecordRow(f"{DATE}{place}", title, facts, key))
    return rows if places else [*rows, RecordRow("-", "nothing more")]


def open_lines(papers: Papers) -> list[BookingLine]:
    """Return what is not seen to for each booked meeting, in the order of the list."""
    lines = (line for one in booked_meetings(papers) for line in booking_list(papers, one))
    return [line for line in lines if not line.is_done]


def _meeting(papers: Papers, meeting: records.Meeting, lines: list[BookingLine]) -> RecordRow:
    day = day_text(meeting.planned_on) if meeting.planned_on else "no day yet"
    at = f"{meeting.planned_at:%H:%M}" if meeting.planned_at else "no time yet"
    chair = chair_words(papers, meeting.id)
    count = sum(not line.is_done for line in lines)
    stands = f"{count} of {len(lines)} still to do" if count else f"all {len(lines)} seen to"
    facts = (stands, meeting.place, f"chair: {chair}" if chair else "no chair named yet")
    return RecordRow(BOOKED, f"{day} · {at}", facts, meeting.id)


def _line(line: BookingLine) -> RecordRow:
    mark = "✓" if line.is_done else "○"
    return RecordRow(BOOKING, f"{mark} {line.title}", (line.said,), line.key)


def _to_cancel(papers: Papers, meeting: records.Meeting) -> list[InvitationShown]:
    shown = invitations_of(papers, meeting)
    return [one for one in shown if one.state is InvitationState.TO_CANCEL]
