"""Commands of the list of cases."""

from __future__ import annotations

from plo_tui.commands.command import Command, Place

HOME = Place(
    name="home",
    title="Cases",
    purpose=(
        "Every case of the team, with its week, its next date and what is overdue. "
        "Move with the arrows and open one with Enter. "
        "Press / and type to find a case by reference, child, parent or worker."
    ),
    commands=(
        Command("open_case", ("enter", "o"), "open", "Open the case under the cursor.", footer=1),
        Command("new_case", ("n", "ctrl+n"), "new case", "Start a new case.", footer=2),
        Command("find_case", ("/", "ctrl+f"), "find", "Find a case as you type.", footer=3),
        Command(
            "change_passphrase",
            ("p",),
            "passphrase",
            "Change the passphrase of this store.",
        ),
        Command(
            "quit_from_list",
            ("q",),
            "quit",
            "Leave plo-tui.",
            footer=4,
            action="app.quit",
            in_palette=False,
        ),
    ),
)
