"""Commands of “show me why”."""

from __future__ import annotations

from plo_tui.commands.command import Command, Place

_CHILDREN = "The children"
_DOCUMENT = "The document"

WHY = Place(
    name="why",
    title="Show me why",
    purpose=(
        "One child at a time: each worry, the lines of the plan that answer it, our help, what "
        "the reviews found, what was decided and on whose authority, with the paragraphs of the "
        "minutes. GAP marks what the record lacks."
    ),
    commands=(
        Command("next_child", ("right", "n"), "next child", "Go to the next child.", _CHILDREN,
                footer=1),
        Command("previous_child", ("left", "p"), "child before", "Go to the child before.",
                _CHILDREN, footer=2),
        Command("go_to_child", tuple("123456789"), "child", "Go to a child by its number.",
                _CHILDREN, numbered=True),
        Command("export_why", ("x",), "export", "Write this child's page as a Word document.",
                _DOCUMENT, footer=3),
    ),
)  # fmt: skip
