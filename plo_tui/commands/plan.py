"""Commands of the plan outside a meeting."""

from __future__ import annotations

from plo_tui.commands.command import Command, Place

PLAN = Place(
    name="plan",
    title="The plan",
    purpose=(
        "What the family and the authority will do, line by line: who, what, by when, and how "
        "everyone will know. What a line still lacks stands beside it, with an example."
    ),
    commands=(
        Command("add_line", ("n", "ctrl+n"), "new line", "Add a line to the plan.", footer=1),
        Command(
            "edit_line", ("enter", "e"), "change", "Change the line under the cursor.", footer=2
        ),
        Command(
            "withdraw_line",
            ("delete", "w"),
            "withdraw",
            "Withdraw the line under the cursor; it stays in the record.",
            footer=4,
        ),
        Command("bring_back_line", ("b",), "bring back", "Bring back a withdrawn line.", footer=5),
        Command("check_plan", ("c",), "still to do", "List what the plan still needs.", footer=3),
    ),
)
