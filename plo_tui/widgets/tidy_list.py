"""The list of what is to be tidied: by what each needs, with the one in front of us marked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.message import Message

from plo_tui.widgets.row_list import ROOM, RowList, words
from plo_tui.widgets.shown import shorten

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.content import Content


@dataclass(frozen=True, slots=True)
class TidyRow:
    """One thing to tidy, as the list shows it.

    Attributes:
        heading: what it needs, in a word or two; those that need the same stand together.
        text: the paragraph with its time and speaker, or the finding.
    """

    heading: str
    text: str


class TidyList(RowList):
    """What is to be tidied. One is opened with Enter or a click."""

    help_text: ClassVar[str] = "Up and down move. Enter or a click opens what is under the cursor."

    class Chosen(Message):
        """A row was chosen, by its place among the rows."""

        def __init__(self, at: int) -> None:
            super().__init__()
            self.at = at

    def show(self, rows: Sequence[TidyRow], here: int | None) -> None:
        """Show these rows under their headings, with the one that is open marked."""
        counts: dict[str, int] = {}
        for row in rows:
            counts[row.heading] = counts.get(row.heading, 0) + 1
        lines: list[tuple[str | None, Content]] = []
        heading = ""
        for at, row in enumerate(rows):
            if row.heading != heading:
                heading = row.heading
                lines.append((None, words((f"{heading} ({counts[heading]})", "bold $primary"))))
            text = shorten(row.text, ROOM)
            lines.append((str(at), words(("▸ " + text, "bold") if at == here else "  " + text)))
        self.fill(lines or [(None, words("Nothing is left to tidy."))])
        if here is not None:
            self.highlighted = next(n for n, (key, _) in enumerate(lines) if key == str(here))

    def chosen(self, key: str) -> Chosen:
        """The message for a chosen row."""
        return self.Chosen(int(key))
