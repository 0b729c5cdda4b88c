"""The dates that matter now: reviews, the window's end, what is due next."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.message import Message

from plo_tui.widgets.row_list import RowList, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.content import Content


@dataclass(frozen=True, slots=True)
class DateRow:
    """A date as the side panel shows it.

    Attributes:
        key: what it belongs to; the screen's own word, given back when chosen.
        what: such as `Final review`.
        day: the date in words, such as `Tue 6 Apr`; empty where it is not agreed yet.
        note: such as `week 12` or `bank holiday`.
        trouble: what is wrong with it in a few words.
    """

    key: str
    what: str
    day: str = ""
    note: str = ""
    trouble: str = ""


class DatesList(RowList):
    """The dates of the window, in the order given."""

    help_text: ClassVar[str] = (
        "The dates of this window. Enter or a click goes to where a date is agreed. "
        "✗ stands before what is wrong with one."
    )

    class Chosen(Message):
        """A date was chosen."""

        def __init__(self, key: str) -> None:
            super().__init__()
            self.key = key

    def show(self, rows: Sequence[DateRow]) -> None:
        """Show these dates."""
        self.fill([(row.key, _lines(row)) for row in rows] or [(None, words("No dates yet."))])

    def chosen(self, key: str) -> Chosen:
        """The message for a chosen row."""
        return self.Chosen(key)


def _lines(row: DateRow) -> Content:
    facts = " · ".join(fact for fact in (row.day or "not agreed yet", row.note) if fact)
    lines = [words((row.what, "bold")), words((f"  {facts}", "dim"))]
    if row.trouble:
        lines.append(words((f"  ✗ {row.trouble}", "bold $text-error")))
    return words("\n").join(lines)
