"""An empty Textual app: the floor that start-up is measured against."""

from __future__ import annotations

from textual.app import App, ComposeResult
from textual.widgets import Static

READY = "an empty app"


class EmptyApp(App[None]):
    """One line of text, and nothing else."""

    def compose(self) -> ComposeResult:
        """The one line."""
        yield Static(READY)


if __name__ == "__main__":
    EmptyApp().run()
