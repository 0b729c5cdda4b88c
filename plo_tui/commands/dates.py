"""Commands of the dates of the directive."""

from __future__ import annotations

from plo_tui.commands.command import Command, Place

DATES = Place(
    name="dates",
    title="Dates",
    purpose=(
        "From legal planning to the last day: each step with the day it was planned for, the day "
        "it was done or is booked, and how it stands in working days. Amber is soon, red is late. "
        "Below stands what there is to know about the step under the cursor."
    ),
    commands=(
        Command(
            "open_step_meeting",
            ("enter",),
            "book",
            "Book the meeting under the cursor, or change when and where it is.",
            "Dates",
            footer=1,
        ),
    ),
)
