"""A line for a passphrase: it shows dots, and gives nothing to the clipboard."""

from __future__ import annotations

from typing import Any

from textual.widgets import Input


class SecretLine(Input):
    """A line of dots. Textual would copy what is under them."""

    def __init__(self, **how: Any) -> None:
        """Make one; `how` is what any `Input` takes."""
        super().__init__(password=True, compact=True, **how)

    def action_copy(self) -> None:
        """Copy nothing."""

    def action_cut(self) -> None:
        """Cut nothing: it would be on the clipboard."""
