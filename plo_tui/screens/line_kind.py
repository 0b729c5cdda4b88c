"""Which kind of line is to be added to the plan: one key, before its form."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from agenda.words import LineKind
from plo_tui.widgets.row_list import words
from plo_tui.widgets.shown import shown

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

WHAT_IT_IS = {
    LineKind.ACTION: "somebody does something, once, by a date",
    LineKind.VISIT: "somebody visits, in a rhythm, until a date",
    LineKind.ASSESSMENT: "who is assessed, how many sessions, report by when",
    LineKind.SERVICE: "help from a service, and how often",
    LineKind.AGREEMENT: "what is agreed for every day, until a date",
    LineKind.BOTTOM_LINE: "what must not happen, and what follows if it does",
}
"""What each kind is, in the order of their keys."""


class LineKindScreen(ModalScreen[LineKind | None]):
    """Ends with the kind chosen, or None."""

    CSS_PATH = "ask.tcss"
    AUTO_FOCUS = "OptionList"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "close", "back", id="close"),
        *(Binding(str(n), f"choose({n})", kind.value) for n, kind in enumerate(WHAT_IT_IS, 1)),
    ]

    def compose(self) -> ComposeResult:
        """Lay out the kinds, each with its key."""
        rows = [
            Option(words((f"{number} {kind.capitalize()}", "bold"), f"  {what}"), id=kind.value)
            for number, (kind, what) in enumerate(WHAT_IT_IS.items(), 1)
        ]
        with VerticalScroll(id="ask", can_focus=False):
            yield Static(shown("What kind of line?"), id="question")
            yield OptionList(*rows, compact=True)
            yield Static("Type its number, or move and press Enter. Esc goes back.", id="how")

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Take the kind under the cursor."""
        self.dismiss(list(WHAT_IT_IS)[event.option_index])

    def action_choose(self, number: int) -> None:
        """Take the kind of this number."""
        self.dismiss(list(WHAT_IT_IS)[number - 1])

    def action_close(self) -> None:
        """Add no line."""
        self.dismiss(None)
