"""Commands of the table view, which faces the family."""

from __future__ import annotations

from plo_tui.commands.command import Command, Place

TABLE = Place(
    name="table",
    title="The table view",
    purpose=(
        "For the family to read: what is agreed so far, what must not happen, and the next dates. "
        "Nothing else of the case is seen here. The arrows go from line to line."
    ),
    commands=(
        Command("leave_table", ("alt+j",), "back to the meeting",
                "Turn the screen back to the meeting; it is shielded.", footer=1),
    ),
)  # fmt: skip
