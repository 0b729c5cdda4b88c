"""One calm question before a step that cannot be taken back: Enter does it, Escape does not."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.containers import Horizontal, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Button, Static

from plo_tui.widgets.shown import shown

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType


class AskScreen(ModalScreen[bool]):
    """Says what is about to happen, and ends with whether to do it."""

    CSS_PATH = "ask.tcss"
    AUTO_FOCUS = "#yes"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "close", "back", id="close"),
        ("left", "app.focus_previous", "previous"),
        ("right", "app.focus_next", "next"),
    ]

    def __init__(self, question: str, words: Sequence[str], yes: str, no: str = "Not now") -> None:
        """Ask.

        Args:
            question: the first line.
            words: paragraphs beneath it; empty ones are left out.
            yes: what the button says that does it.
            no: what the button says that leaves things as they are.
        """
        super().__init__()
        self._question = question
        self._words = [paragraph for paragraph in words if paragraph]
        self._yes, self._no = yes, no

    def compose(self) -> ComposeResult:
        """Lay out the question, what belongs to it, and the two answers."""
        with VerticalScroll(id="ask", can_focus=False):
            yield Static(shown(self._question), id="question")
            for paragraph in self._words:
                yield Static(shown(paragraph), classes="words")
            with Horizontal(id="answers"):
                yield Button(shown(self._yes), id="yes", variant="primary", compact=True)
                yield Button(shown(self._no), id="no", compact=True)
            yield Static("Enter answers, ← → choose, Esc leaves things as they are.", id="how")

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Take the answer."""
        self.dismiss(event.button.id == "yes")

    def action_shield(self) -> None:
        """Cover the question: it names people."""
        from plo_tui.screens.cover import cover

        cover(self.app)

    def action_close(self) -> None:
        """Leave things as they are."""
        self.dismiss(False)
