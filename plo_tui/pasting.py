"""What is pasted, before a field gets it: clean, on one line where there is one, not endless."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events
from textual.widgets import Input

from agenda.text import clean

if TYPE_CHECKING:
    from textual.app import App

LONGEST = 100_000
"""Characters: twenty pages. Ten million would keep a text box busy for minutes."""


def paste_within_limits(app: App[None], pasted: events.Paste) -> events.Paste | None:
    """Return a paste as the field with the focus can take it.

    None where it is too long: nothing is pasted then, and a notice says so. Into a field of one
    line every line of it goes, with spaces between: Textual would take the first alone.
    """
    text = pasted.text
    if len(text) > LONGEST:
        app.notify(
            f"That is {len(text):,} characters, so none of it was pasted. "
            f"Paste {LONGEST:,} at a time.",
            severity="warning",
            markup=False,
        )
        return None
    plain = clean(text)
    if isinstance(app.focused, Input):
        plain = " ".join(plain.split("\n"))
    return events.Paste(plain)
