"""A bare Textual text area: the floor that a key's echo is measured against."""

from __future__ import annotations

from textual.app import App, ComposeResult
from textual.widgets import Static, TextArea

READY = "a bare text area"


class BareTextArea(App[None]):
    """A text area over the whole screen, below one line of text."""

    def compose(self) -> ComposeResult:
        """The line, and the text area."""
        yield Static(READY)
        yield TextArea()

    def on_mount(self) -> None:
        """Let typing go to the text area."""
        self.query_one(TextArea).focus()


if __name__ == "__main__":
    BareTextArea().run()
