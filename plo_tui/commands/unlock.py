"""Commands of the screen that asks for the passphrase."""

from __future__ import annotations

from plo_tui.commands.command import Command, Place

UNLOCK = Place(
    name="unlock",
    title="Locked",
    purpose=(
        "Type the passphrase and press Enter. The recovery key that was kept on paper opens it "
        "too. What stood on the screen, and what you were typing, is still there behind it."
    ),
    commands=(
        Command(
            "unlock", ("enter",), "open", "Open with what is typed.", footer=1, in_palette=False
        ),
    ),
)
