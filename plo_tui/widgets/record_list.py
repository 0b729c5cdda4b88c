"""The records of a case under their headings: children, people, worries, meetings, plan."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar
from uuid import UUID

from textual.message import Message

from plo_tui.widgets.row_list import ROOM, RowList, words
from plo_tui.widgets.shown import shorten

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.content import Content


@dataclass(frozen=True, slots=True)
class RecordRow:
    """A record as the case shows it, or a heading.

    Attributes:
        kind: the record's class name, or `Minutes` for a meeting's minutes; empty for a heading.
        title: the first row.
        facts: the rows below it, each cut where the panel ends, unless the list wraps.
        key: the record; None for a heading, or for a sentence where there is no record.
    """

    kind: str
    title: str
    facts: tuple[str, ...] = ()
    key: UUID | None = None


class RecordList(RowList):
    """Records under their headings; one is opened with Enter or the mouse."""

    help_text: ClassVar[str] = "Up and down move. Enter or a click opens what is under the cursor."

    class Chosen(Message):
        """A record was chosen."""

        def __init__(self, kind: str, key: UUID) -> None:
            super().__init__()
            self.kind = kind
            self.key = key

    def __init__(self, *, id: str, wraps: bool = False) -> None:  # noqa: A002 - as Textual has it
        """Make the list.

        Args:
            id: what it is called in its screen.
            wraps: whether a long line goes on below itself; else it is cut where the panel ends.
        """
        super().__init__(id=id)
        self.wraps = wraps

    def show(self, rows: Sequence[RecordRow]) -> None:
        """Show these records; the cursor stays on the record it was on."""
        self.fill([(_id(row), _lines(row)) for row in rows])

    @property
    def here(self) -> tuple[str, UUID] | None:
        """The kind and key of the record under the cursor."""
        option = self.highlighted_option
        return _read(option.id) if option and option.id else None

    def go_to(self, kind: str, key: UUID) -> None:
        """Put the cursor on a record; nothing happens where it is not shown."""
        ids = [option.id for option in self.options]
        if f"{kind} {key}" in ids:
            self.highlighted = ids.index(f"{kind} {key}")

    def chosen(self, key: str) -> Chosen:
        """The message for a chosen row."""
        return self.Chosen(*_read(key))


def _id(row: RecordRow) -> str | None:
    return f"{row.kind} {row.key}" if row.key else None


def _read(option_id: str) -> tuple[str, UUID]:
    kind, _, key = option_id.partition(" ")
    return kind, UUID(key)


def _lines(row: RecordRow) -> Content:
    if not row.kind:
        return words((row.title, "bold $primary"))
    first = words(f" {shorten(row.title, ROOM)}")
    facts = [words((f"   {shorten(fact, ROOM)}", "$text-muted")) for fact in row.facts if fact]
    return words("\n").join([first, *facts])
