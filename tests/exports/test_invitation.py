"""Calendar invitations, read by a reader that did not write them."""

from __future__ import annotations

import re
import warnings
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from agenda.inviting import CalendarEvent, Organiser
from agenda.london import LONDON
from exports.invitation import invitation_bytes, write_invitation

if TYPE_CHECKING:
    from pathlib import Path

with warnings.catch_warnings():  # it speaks of what later versions of Python will do
    warnings.simplefilter("ignore")
    import vobject

EVENT = CalendarEvent(
    uid="0f6e3f9a-1b0a-5d5e-9a55-2f0f7f0f1a11",
    sequence=0,
    summary="Meeting PLO-2026-014",
    on=date(2027, 1, 12),
    at=time(10),
    minutes=115,
    place="Civic Offices, room 2; ask at the desk",
    cancelled=False,
    made_at=datetime(2027, 1, 4, 9, 0, 5, 250_000, tzinfo=UTC),
    organiser=Organiser("Support, North", "support@council.example"),
)


def read(event: CalendarEvent) -> Any:
    """The calendar, as the second reader has it; it must find it sound."""
    calendar = vobject.readOne(invitation_bytes(event).decode("utf-8"))
    calendar.validate(raiseException=True)
    return calendar


def lines(event: CalendarEvent) -> list[str]:
    """The lines of the file, unfolded."""
    return re.sub(r"\r\n[ \t]", "", invitation_bytes(event).decode("utf-8")).split("\r\n")


@pytest.mark.parametrize(
    ("on", "at", "utc"),
    [
        (date(2027, 1, 12), time(10), "2027-01-12T10:00"),
        (date(2027, 7, 6), time(10), "2027-07-06T09:00"),
        # The Friday before the clocks go forward, and the Monday after.
        (date(2027, 3, 26), time(14, 30), "2027-03-26T14:30"),
        (date(2027, 3, 29), time(14, 30), "2027-03-29T13:30"),
        (date(2027, 11, 1), time(9), "2027-11-01T09:00"),
    ],
)
def test_london_time_is_right_in_summer_and_in_winter(on: date, at: time, utc: str) -> None:
    entry = read(replace(EVENT, on=on, at=at)).vevent
    begins = entry.dtstart.value
    assert begins.replace(tzinfo=None) == datetime.combine(on, at)
    assert begins.astimezone(UTC).strftime("%Y-%m-%dT%H:%M") == utc
    assert entry.dtend.value - begins == timedelta(minutes=115)


def test_what_the_second_reader_leaves_unsaid() -> None:
    written = lines(EVENT)
    assert "STATUS:CONFIRMED" in written
    assert "METHOD:REQUEST" in written
    assert "TZID:Europe/London" in written
    assert "DTSTART;TZID=Europe/London:20270112T100000" in written
    assert "DTEND;TZID=Europe/London:20270112T115500" in written
    assert 'ORGANIZER;CN="Support, North":mailto:support@council.example' in written
    assert "DTSTAMP:20270104T090005Z" in written
    assert "CLASS:PRIVATE" in written
    assert "SEQUENCE:0" in written
    assert all(len(line.encode()) <= 75 for line in invitation_bytes(EVENT).decode().split("\r\n"))


def test_a_meeting_over_the_change_of_the_clocks_is_as_long_as_it_is() -> None:
    night = replace(EVENT, on=date(2027, 10, 31), at=time(0, 30), minutes=120)
    assert "DTEND;TZID=Europe/London:20271031T013000" in lines(night)


def test_an_update_is_the_same_event_counted_up_and_a_cancellation_says_so() -> None:
    moved = read(replace(EVENT, sequence=1, on=date(2027, 1, 19)))
    assert moved.vevent.uid.value == EVENT.uid
    assert moved.vevent.sequence.value == "1"
    cancelled = replace(EVENT, sequence=2, cancelled=True)
    assert read(cancelled).method.value == "CANCEL"
    assert "STATUS:CANCELLED" in lines(cancelled)


def test_the_same_invitation_is_the_same_file(tmp_path: Path) -> None:
    file = tmp_path / "one.ics"
    write_invitation(EVENT, file)
    assert file.read_bytes() == invitation_bytes(replace(EVENT))


def test_without_an_organiser_or_a_place_nothing_is_said_of_them() -> None:
    plain = replace(EVENT, organiser=None, place="")
    assert not [line for line in lines(plain) if line.startswith(("ORGANIZER", "LOCATION"))]
    assert read(plain).vevent.summary.value == "Meeting PLO-2026-014"


def test_text_cannot_put_a_line_of_its_own_into_the_file() -> None:
    wild = replace(
        EVENT, place="Room\r\nATTENDEE:mailto:x@y.example\nEND:VEVENT", summary="A\\n;,B"
    )
    entry = read(wild).vevent
    assert not hasattr(entry, "attendee")
    assert "ATTENDEE" in entry.location.value
    assert entry.summary.value == "A\\n;,B"


def test_the_reader_of_this_test_sees_what_is_missing() -> None:
    broken = re.sub(rb"UID:[^\r]*\r\n", b"", invitation_bytes(EVENT))
    with pytest.raises(vobject.base.ValidateError):
        vobject.readOne(broken.decode()).validate(raiseException=True)
    assert LONDON.key == "Europe/London"
