"""The agenda down the left of the meeting: where we are, what is covered, what is open."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, ClassVar

from textual.message import Message

from plo_tui.widgets.row_list import RowList, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.content import Content


class ItemState(StrEnum):
    """How an agenda item stands. The value is what the legend says."""

    TO_COME = "still to come"
    NOW = "we are here"
    COVERED = "covered"
    OPEN = "required, passed and still open"
    SKIPPED = "optional, passed and not covered"
    PARKED = "parked, to come back to"


MARKS: dict[ItemState, str] = {
    ItemState.TO_COME: " ",
    ItemState.NOW: "●",
    ItemState.COVERED: "✓",
    ItemState.OPEN: "!",
    ItemState.SKIPPED: "–",
    ItemState.PARKED: "‖",
}
"""The sign before each item. Every sign has its words in the legend."""

_STYLES = {
    ItemState.NOW: "bold",
    ItemState.COVERED: "dim",
    ItemState.OPEN: "bold $text-warning",
    ItemState.SKIPPED: "dim",
    ItemState.PARKED: "italic",
}


@dataclass(frozen=True, slots=True)
class RailItem:
    """One agenda item as the rail shows it.

    Attributes:
        key: the item's key in its sheet.
        number: its place in the agenda, from 1.
        title: its title.
        state: how it stands.
    """

    key: str
    number: int
    title: str
    state: ItemState = ItemState.TO_COME


def legend() -> str:
    """What every sign of the rail means, in one line."""
    return " · ".join(f"{mark} {state}" for state, mark in MARKS.items() if mark.strip())


def one_line(items: Sequence[RailItem]) -> str:
    """The rail where there is no room for it: `Agenda 10 of 13 · 1 still open`.

    A meeting that is over is at no item: `Agenda: 13 items`.
    """
    now = next((item.number for item in items if item.state is ItemState.NOW), None)
    still_open = sum(item.state is ItemState.OPEN for item in items)
    line = f"Agenda {now} of {len(items)}" if now else f"Agenda: {len(items)} items"
    return f"{line} · {still_open} still open" if still_open else line


class AgendaRail(RowList):
    """The agenda's items, each with its sign and number."""

    help_text: ClassVar[str] = (
        "The agenda. Enter or a click goes to an item, in any order; nothing typed is lost. "
        "✓ is covered, ● is where we are, ! is required and still open, – is optional and "
        "passed, ‖ is parked."
    )

    class Jump(Message):
        """An item was chosen."""

        def __init__(self, key: str) -> None:
            super().__init__()
            self.key = key

    _now: str = ""

    def show(self, items: Sequence[RailItem]) -> None:
        """Show these items, with the one we are in kept in sight."""
        self.tooltip = legend()
        before = self._now
        self.fill([(item.key, _line(item)) for item in items])
        now = next((n for n, item in enumerate(items) if item.state is ItemState.NOW), None)
        # Only when the meeting moved on: a redraw must not take the mark from under the reader.
        self._now = items[now].key if now is not None else ""
        if now is not None and self._now != before:
            self.highlighted = now

    def chosen(self, key: str) -> Jump:
        """The message for a chosen row."""
        return self.Jump(key)


def _line(item: RailItem) -> Content:
    style = _STYLES.get(item.state, "")
    return words((f"{MARKS[item.state]} {item.number:>2} {item.title}", style))
