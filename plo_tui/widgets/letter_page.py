"""A letter as the parent reads it, piece by piece, with what is hard to read marked in it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.content import Content
from textual.message import Message

from agenda.phrases import words_of
from plo_tui.widgets.row_list import RowList, words
from plo_tui.widgets.shown import shown

if TYPE_CHECKING:
    from collections.abc import Sequence

_MARK_STYLES = {"✗": "bold $text-error", "!": "bold $text-warning"}
MOST_SHOWN = 4_000
"""Characters of a piece that are drawn: more than any letter should have in one."""


@dataclass(frozen=True, slots=True)
class LetterRow:
    """A piece of the letter as the page shows it.

    Attributes:
        key: the piece's key.
        heading: what stands above it; empty where it goes on under the one before.
        text: what the parent reads; empty where nothing is written.
        mark: `✗` where it must be put right, `!` where it should be, empty where it is well.
        says: what was found, in a few words, such as `age 13 · 2 hard words`.
        hard: the hard words in it, which are underlined.
    """

    key: str
    heading: str = ""
    text: str = ""
    mark: str = ""
    says: str = ""
    hard: tuple[str, ...] = ()


class LetterPage(RowList):
    """The letter, one piece below the other; the one under the cursor is opened with Enter."""

    help_text: ClassVar[str] = (
        "The letter as it will be read. Up and down go from piece to piece; Enter opens the one "
        "under the cursor. ✗ stands before what must be put right, ! before what should be; a "
        "hard word is underlined. On a heading, Enter adds to what stands below it."
    )
    DEFAULT_CSS = """
    LetterPage {
        text-wrap: wrap;
        scrollbar-gutter: stable;
        text-overflow: fold;
    }
    """

    class Chosen(Message):
        """A piece was chosen."""

        def __init__(self, key: str) -> None:
            super().__init__()
            self.key = key

    def show(self, rows: Sequence[LetterRow]) -> None:
        """Show these pieces; the cursor stays on the one it was on."""
        self.fill([(row.key, _piece(row)) for row in rows])

    @property
    def here(self) -> str:
        """The key of the piece under the cursor; empty where none is."""
        option = self.highlighted_option
        return option.id or "" if option else ""

    def go_to(self, key: str) -> None:
        """Put the cursor on a piece; nothing happens where it is not shown."""
        keys = [option.id for option in self.options]
        if key in keys:
            self.highlighted = keys.index(key)
            self.scroll_to_highlight()

    def chosen(self, key: str) -> Chosen:
        """The message for a chosen piece."""
        return self.Chosen(key)


def _piece(row: LetterRow) -> Content:
    """Return a piece as it is drawn, flush left: wrapped rows have no indent of their own."""
    mark = (f"{row.mark} ", _MARK_STYLES[row.mark]) if row.mark else ""
    lines = []
    if row.heading:
        lines += [words(" "), words(mark, (row.heading, "bold $primary"))]
        mark = ""
    if text := row.text.strip():
        lines.append(words(mark) + _with_hard(text, row.hard))
    if row.says:
        lines.append(words((f"▸ {row.says}", "italic $text-warning")))
    return Content("\n").join(lines)


def _with_hard(text: str, hard: tuple[str, ...]) -> Content:
    """Return a text with its hard words underlined."""
    told = shown(text if len(text) <= MOST_SHOWN else f"{text[:MOST_SHOWN]}…")
    for word in hard:
        spelt = r"\W+".join(re.escape(one) for one in words_of(word))
        for found in re.finditer(rf"(?<!\w){spelt}(?!\w)", told.plain, re.IGNORECASE):
            told = told.stylize("underline bold", found.start(), found.end())
    return told
