"""The history of a paragraph, or of a meeting's minutes: every version, to read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

from textual.widgets import Static

from agenda.history import entry_lines
from agenda.text import one_line
from plo_tui.commands import bindings_for
from plo_tui.screens.base import PloScreen
from plo_tui.store.problems import StoreProblem
from plo_tui.store.reading.history import read_entry_history, read_history_lines
from plo_tui.widgets.plain_page import PlainPage
from plo_tui.widgets.shown import shown

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

    from agenda.edition import Edition
    from agenda.papers import Papers
    from agenda.records import Entry
    from plo_tui.desk import Desk
    from plo_tui.widgets.case_bar import Standing

_BEGINNING = 50
"""Characters of a paragraph that name it."""


class HistoryScreen(PloScreen[None]):
    """A page of versions; nothing on it can be changed."""

    place = "history"
    BINDINGS = bindings_for("history")
    CSS_PATH = "history.tcss"
    AUTO_FOCUS = "PlainPage"

    def __init__(self, standing: Standing, of: str, lines: Sequence[str]) -> None:
        super().__init__()
        self.standing = standing
        self.of = of
        self.lines = lines

    def body(self) -> ComposeResult:
        """Lay out whose history it is, and the page."""
        yield Static(shown(self.of), id="of")
        yield PlainPage()

    def on_mount(self) -> None:
        """Show the page."""
        self.query_one(PlainPage).show(self.lines)


class CanSay(Protocol):
    """A screen that says a sentence above its footer, over which a history is shown."""

    standing: Any

    @property
    def app(self) -> Any:
        """The app."""

    def say(self, sentence: str) -> None:
        """Say it."""


async def show_entry_history(over: CanSay, desk: Desk, papers: Papers, entry: Entry) -> None:
    """Show every version of a paragraph; where it cannot be read, say why."""
    try:
        versions = await desk.read(read_entry_history, papers, entry.id)
    except StoreProblem as problem:
        over.say(str(problem))
        return
    of = f"History of “{one_line(entry.text)[:_BEGINNING]}”"
    lines = entry_lines(versions, own_notes=True)[1:]
    over.app.push_screen(HistoryScreen(over.standing, of, lines))


async def show_minutes_history(over: CanSay, desk: Desk, papers: Papers, edition: Edition) -> None:
    """Show every version of a meeting's minutes; where they cannot be read, say why."""
    try:
        lines = await desk.read(read_history_lines, papers, edition)
    except StoreProblem as problem:
        over.say(str(problem))
        return
    of = f"History of the minutes of meeting {edition.minutes.number}"
    over.app.push_screen(HistoryScreen(over.standing, of, lines))
