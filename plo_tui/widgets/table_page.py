"""The plan as the family reads it from across the table: one thing after another, far apart."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Static

from plo_tui.widgets.row_list import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult


@dataclass(frozen=True, slots=True)
class Card:
    """One thing to read.

    Attributes:
        number: the line's number; empty where it has none.
        what: what is to happen, or must not.
        beneath: who, when, the help with it: each on a line of its own.
    """

    number: str
    what: str
    beneath: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands under it."""

    heading: str
    cards: tuple[Card, ...]


class TablePage(VerticalScroll, can_focus=True):
    """The sections; a bar at the left says which line is being talked about."""

    help_text: ClassVar[str] = (
        "Up and down go from line to line; Page Up and Page Down scroll. "
        "Make the terminal's letters larger: the page fits itself to what is left."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,left", "step(-1)", "The line before", show=False),
        Binding("down,right,space,enter", "step(1)", "The next line", show=False),
        Binding("home", "edge(0)", "The first line", show=False),
        Binding("end", "edge(-1)", "The last line", show=False),
    ]
    DEFAULT_CSS = """
    TablePage {
        align-horizontal: center;
        padding: 1 2;
        scrollbar-size-vertical: 1;
        & .heading, & .card {
            width: 100%;
            max-width: 84;
            height: auto;
        }
        & .heading {
            margin: 1 0 1 0;
            color: $primary;
            text-style: bold;
        }
        & .card {
            margin: 0 0 1 0;
            padding: 0 2;
            border-left: blank;
        }
        & .number { width: 4; height: auto; }
        & .words { width: 1fr; height: auto; }
        & .card.-here {
            border-left: thick $primary;
            background: $surface;
        }
    }
    """

    def __init__(self, sections: Sequence[Section], *, id: str) -> None:  # noqa: A002 - Textual's own
        super().__init__(id=id)
        self._sections = sections
        self._here = 0

    def compose(self) -> ComposeResult:
        """Lay the sections out, one below the other."""
        for section in self._sections:
            yield Static(words(section.heading), classes="heading")
            yield from (_Card(card) for card in section.cards)

    def on_mount(self) -> None:
        """Mark the first line."""
        self._mark(0)

    def action_step(self, step: int) -> None:
        """Mark the line before or after."""
        self._mark(self._here + step)

    def action_edge(self, at: int) -> None:
        """Mark the first line or the last."""
        self._mark(at % max(len(self.query(".card")), 1))

    def _mark(self, at: int) -> None:
        cards = list(self.query(".card"))
        if not cards:
            return
        self._here = min(max(at, 0), len(cards) - 1)
        for number, card in enumerate(cards):
            card.set_class(number == self._here, "-here")
        if self._here == 0:
            self.scroll_home(animate=False)
        else:
            cards[self._here].scroll_visible(animate=False)


class _Card(Horizontal):
    """A number, and beside it what belongs to it, so that long lines stay in their column."""

    def __init__(self, card: Card) -> None:
        beneath = "".join(f"\n{line}" for line in card.beneath)
        super().__init__(
            Static(words((card.number, "bold")), classes="number"),
            Static(words((card.what, "bold"), beneath), classes="words"),
            classes="card",
        )
