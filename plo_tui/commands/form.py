"""Commands of every form: first run, a new case, a person, a line of the plan."""

from __future__ import annotations

from plo_tui.commands.command import Command, Place

FORM = Place(
    name="form",
    title="A form",
    purpose=(
        "Tab goes to the next field and Shift+Tab to the one before. "
        "What is wrong is said beside its field, and nothing typed is lost."
    ),
    commands=(
        Command(
            "save_form",
            ("ctrl+s", "f10"),
            "save",
            "Save this form and go on.",
            footer=1,
        ),
        Command(
            "save_another",
            ("ctrl+n", "f9"),
            "save, add another",
            "Save this one and go on with an empty form for the next.",
            footer=2,
        ),
        Command(
            "write_plainer",
            ("f7", "ctrl+t"),
            "plainer word",
            "Put the plainer word in the place of the first hard one in this field.",
            footer=3,
        ),
    ),
)
