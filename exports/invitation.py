"""A calendar invitation (`.ics`, RFC 5545), its update and its cancellation.

Calendars read it as an event of theirs; answers go to the organiser, where one is named. It says
when, how long and where a meeting is, and the case's reference: nothing else has a way in.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from agenda.london import LONDON
from exports.safe_file import nothing_first, write_whole

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from agenda.inviting import CalendarEvent

_MAKER = "-//plo-tui//plo-tui//EN"


def write_invitation(
    event: CalendarEvent, to: Path, *, first: Callable[[], None] = nothing_first
) -> None:
    """Write an invitation; one that is there is replaced.

    Args:
        event: what it says.
        to: the file.
        first: done when it is ready, before its file is written: what keeps that it is given out.

    Raises:
        CannotWrite: where the file cannot be written; what was there before is left as it was.
    """
    write_whole(invitation_bytes(event), to, first)


def invitation_bytes(event: CalendarEvent) -> bytes:
    """Return an invitation as bytes: the same event gives the same."""
    from icalendar import Calendar, Event, vCalAddress  # a tenth of a second, so only here

    # Its end is counted in instants: the clock may change while people sit together.
    begins = datetime.combine(event.on, event.at, LONDON)
    ends = (begins.astimezone(UTC) + timedelta(minutes=event.minutes)).astimezone(LONDON)
    entry = Event()
    entry.add("uid", event.uid)
    entry.add("sequence", event.sequence)
    entry.add("dtstamp", event.made_at.astimezone(UTC).replace(microsecond=0))
    entry.add("dtstart", begins)
    entry.add("dtend", ends)
    entry.add("summary", event.summary)
    entry.add("status", "CANCELLED" if event.cancelled else "CONFIRMED")
    entry.add("class", "PRIVATE")
    if event.place:
        entry.add("location", event.place)
    if event.organiser:
        organiser = vCalAddress(f"mailto:{event.organiser.address}")
        organiser.params["CN"] = event.organiser.name
        entry.add("organizer", organiser)
    calendar = Calendar()
    calendar.add("prodid", _MAKER)
    calendar.add("version", "2.0")
    calendar.add("method", "CANCEL" if event.cancelled else "REQUEST")
    calendar.add_component(entry)
    calendar.add_missing_timezones(
        first_date=event.on.replace(month=1, day=1), last_date=event.on.replace(month=12, day=31)
    )
    return bytes(calendar.to_ical())
