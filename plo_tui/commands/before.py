"""Commands of what is made ready before a meeting: legal planning, letters, booking, dates."""

from __future__ import annotations

from plo_tui.commands.command import Command, Place

_ALL = "Everything here"
_BOOKING = "Booking and dates"

BEFORE = Place(
    name="before",
    title="Before the meeting",
    purpose=(
        "From the referral to the letter in a parent's hand: legal planning, the letters, the "
        "room and the dates. On the right stands what is still to do; Enter goes to where it is "
        "put right. Legal planning is the authority's and its lawyers' alone."
    ),
    commands=(
        Command(
            "open_step",
            ("enter",),
            "open",
            "Open what is under the cursor, or go to where a finding is put right.",
            _ALL,
            footer=1,
        ),
        # Legal planning
        # Letters
        # Booking and dates
        Command(
            "tick_booking",
            ("t",),
            "tick",
            "Tick what is under the cursor as seen to today, or take the tick back.",
            _BOOKING,
            footer=2,
        ),
        Command(
            "write_invitations",
            ("i",),
            "invitations",
            "Write the calendar invitations of the meeting under the cursor, or of the next one.",
            _BOOKING,
            footer=5,
        ),
        Command(
            "agree_cover",
            ("c",),
            "cover",
            "Say who chairs in the chair's place, and why.",
            _BOOKING,
            footer=6,
        ),
        Command(
            "take_back_meeting",
            ("w",),
            "take back",
            "Take back the booking of the meeting under the cursor; it asks first.",
            _BOOKING,
            footer=7,
        ),
        Command(
            "open_dates",
            ("d",),
            "dates",
            "Show every date of the directive: planned, done or booked, and what is late.",
            _BOOKING,
            footer=4,
        ),
    ),
)
