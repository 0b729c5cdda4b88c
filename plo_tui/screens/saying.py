"""The line above the footer in which a screen says what was done, or why it was not."""

from __future__ import annotations

from typing import TypeVar

from textual.widgets import Static

from plo_tui.screens.base import PloScreen
from plo_tui.widgets.shown import shown

Result = TypeVar("Result")


class Saying(PloScreen[Result]):
    """A screen with such a line: its body holds `Static(id="say")`."""

    def on_mount(self) -> None:
        """Start without a sentence above the footer."""
        self.say("")

    def say(self, sentence: str) -> None:
        """Show a sentence above the footer, or nothing."""
        line = self.query_one("#say", Static)
        line.update(shown(sentence))
        line.display = bool(sentence)
