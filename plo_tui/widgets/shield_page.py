"""What stands in the middle of a shielded meeting: the item, large, and the key that lifts it."""

from __future__ import annotations

from textual.content import Content
from textual.widgets import Static

from plo_tui.widgets.row_list import words


class ShieldPage(Static):
    """The item in hand and one calm sentence; a parent may read every word of it."""

    DEFAULT_CSS = """
    ShieldPage {
        display: none;
        height: 1fr;
        content-align: center middle;
        text-align: center;
        padding: 0 2;
    }
    """

    def show(self, item: str, sentences: str) -> None:
        """Show the item's number and title, and below it what to know of the shield."""
        self.update(words((item, "bold"), "\n\n", (sentences, "$text-muted")))

    def clear(self) -> None:
        """Show nothing yet."""
        self.update(Content(""))
