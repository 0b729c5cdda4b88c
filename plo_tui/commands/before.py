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
            "open_dates",
            ("d",),
            "dates",
            "Show every date of the directive: planned, done or booked, and what is late.",
            _BOOKING,
            footer=4,
        ),
    ),
)
