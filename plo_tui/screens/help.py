"""Help for the place one stands in: what it is for, and its keys as they are now."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Any

from rich.console import Group
from rich.table import Table
from rich.text import Text
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from plo_tui.commands import PLACES
from plo_tui.widgets.shown import plain

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import ClassVar

    from rich.console import RenderableType
    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.events import Click

    from plo_tui.commands.command import Command
    from plo_tui.screens.base import PloScreen


@dataclass(frozen=True, slots=True)
class HelpSection:
    """A heading with its rows.

    Attributes:
        title: the heading.
        rows: what to press or type, and what it does.
    """

    title: str
    rows: tuple[tuple[str, str], ...]


class HelpScreen(ModalScreen[None]):
    """One page to scroll; Escape, F1 or a click beside it closes it."""

    CSS_PATH = "help.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,f1,q,?", "dismiss", "close", show=False)
    ]

    def __init__(
        self, title: str, paragraphs: Sequence[str], sections: Sequence[HelpSection]
    ) -> None:
        super().__init__()
        self._title = title
        self._paragraphs = paragraphs
        self._sections = sections

    @classmethod
    def of(cls, screen: PloScreen[Any]) -> HelpScreen:
        """The help of a screen: its purpose, its focused widget's `help_text`, its keys."""
        paragraphs = [screen.help_text, getattr(screen.focused, "help_text", "")]
        sections = [*_key_sections(screen), *screen.help_sections()]
        return cls(PLACES[screen.place].title, [text for text in paragraphs if text], sections)

    def compose(self) -> ComposeResult:
        """The page, with the focus on it, so that arrows and Page Down scroll."""
        with VerticalScroll(id="page"):
            yield Static(self._page())

    def on_click(self, event: Click) -> None:
        """Close when the click is beside the page."""
        if event.widget is self:
            self.dismiss()

    def _page(self) -> Group:
        parts: list[RenderableType] = [Text(f"{self._title}\n", style="bold underline")]
        parts += [Text(f"{plain(paragraph)}\n") for paragraph in self._paragraphs]
        for section in self._sections:
            parts += [Text(section.title, style="bold"), _rows(section), Text("")]
        parts.append(Text("Esc closes this help."))
        return Group(*parts)


def _rows(section: HelpSection) -> Table:
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(width=20)
    table.add_column(ratio=1)
    for keys, sentence in section.rows:
        table.add_row(Text(plain(keys), style="bold"), Text(plain(sentence)))
    return table


def _key_sections(screen: PloScreen[Any]) -> list[HelpSection]:
    """The commands that can be run here, by group; those of every place last."""
    everywhere = PLACES["app"]

    def heading(command: Command) -> str:
        if command in everywhere.commands:
            return everywhere.title
        return command.group or "Keys"

    sections = []
    for title, commands in groupby(screen.commands_here(), key=heading):
        rows = [(_ways(screen, command), command.sentence) for command in commands]
        sections.append(HelpSection(title, tuple(row for row in rows if row[0])))
    return sections


def _ways(screen: PloScreen[Any], command: Command) -> str:
    """Every way to run it now: its keys, and its word where one can be typed."""
    keys = screen.keys_now(command)
    if command.numbered:
        return f"{keys[0]} to {keys[-1]}"
    word = f"/{command.word}" if command.word and screen.place == "meeting" else ""
    return "  ".join([*keys, word]).strip()
