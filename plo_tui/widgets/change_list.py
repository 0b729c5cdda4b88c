"""Texts that would change, each as it is beside as it would be, with a tick for each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from textual.message import Message

from plo_tui.widgets.row_list import RowList, words
from plo_tui.widgets.shown import shorten

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events
    from textual.content import Content

_BOX = 4
_BETWEEN = 3


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """One text that would change.

    Attributes:
        where: where it stands, in words.
        old: the words round the first change, as they are.
        new: the same, as they would be.
    """

    where: str
    old: str
    new: str


class ChangeList(RowList):
    """Every text that would change. The space bar ticks, and so do Enter and a click."""

    help_text: ClassVar[str] = "Up and down move. Space, Enter or a click ticks."

    class Chosen(Message):
        """A row was chosen, by its place among the rows."""

        def __init__(self, at: int) -> None:
            super().__init__()
            self.at = at

    def __init__(self, rows: Sequence[ChangeRow]) -> None:
        super().__init__()
        self.rows = tuple(rows)
        self.ticked = set(range(len(rows)))

    def on_resize(self, _event: events.Resize) -> None:
        """Draw both columns for the width there is now."""
        self.draw()

    def draw(self) -> None:
        """Show each row with its tick."""
        self.fill([(str(at), self._drawn(at)) for at in range(len(self.rows))])
        if self.highlighted is None:
            self.action_first()

    def switch(self, at: int) -> None:
        """Tick a row, or take its tick away."""
        self.ticked ^= {at}
        self.draw()

    def switch_all(self) -> None:
        """Tick every row; none where all were ticked."""
        every = set(range(len(self.rows)))
        self.ticked = set() if self.ticked == every else every
        self.draw()

    def chosen(self, key: str) -> Chosen:
        """The message for a chosen row."""
        return self.Chosen(int(key))

    def _drawn(self, at: int) -> Content:
        row = self.rows[at]
        half = max(10, (self.scrollable_content_region.width - _BOX - _BETWEEN) // 2)
        old, new = shorten(row.old, half), shorten(row.new, half)
        box = "[✓]" if at in self.ticked else "[ ]"
        room = " " * max(0, half - cell_len(old))
        return words(
            f"{box} ",
            (row.where, "$text-muted"),
            f"\n{' ' * _BOX}{old}{room} → ",
            (new, "bold"),
        )
