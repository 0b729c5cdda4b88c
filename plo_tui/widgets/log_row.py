"""One paragraph of the minutes as the log draws it: its words, its style, its rows."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from plo_tui.widgets.wrapping import CHARACTERS_A_CELL, fit, wrap_spans

if TYPE_CHECKING:
    import re
    from uuid import UUID

MARK_WORDS = {"ASIDE": "ASIDE · may have to be disclosed"}
"""What the log says for a mark where the mark alone would not say enough."""

FOLD_AT = 12
"""Rows of a paragraph that are drawn; a longer one is folded until it is opened."""

TIME_CELLS = 6
"""The column of the times, `10:38 `, which every row leaves free."""


@dataclass(frozen=True, slots=True)
class LogRow:
    """A minuted paragraph, as the screen gives it to the log.

    Attributes:
        key: the entry's record.
        time: when it was said, in London, such as `10:38`.
        speaker: who said it, as they stand in the minutes; empty for a plain note.
        mark: AGREED, DISPUTED, VIEW, ASIDE …; empty for a plain note.
        text: the words.
        withdrawn: taken out of the minutes, and kept in the record.
        number: its paragraph number; empty where it has none.
        children: initials of the children it is about; empty for all of them.
        verbatim: the speaker's own words, shown between quotation marks.
    """

    key: UUID
    time: str
    speaker: str
    mark: str
    text: str
    withdrawn: bool = False
    number: str = ""
    children: str = ""
    verbatim: bool = False


class Span(NamedTuple):
    """A part of a laid-out paragraph and the component class that styles it."""

    start: int
    end: int
    style: str


@dataclass(slots=True)
class Laid:
    """A paragraph broken into rows for one width."""

    row: LogRow
    text: str
    rows: list[tuple[int, int]]
    folded: bool
    spans: list[Span] = field(default_factory=list)

    @property
    def height(self) -> int:
        """Rows on the screen, with the one that says how much is folded away."""
        return len(self.rows) + self.folded

    @property
    def fold_words(self) -> str:
        """The last row of a folded paragraph. The count is a guess from the rows that are drawn."""
        drawn = self.rows[-1][1]
        more = max(1, round((len(self.row.text) - drawn) * len(self.rows) / max(1, drawn)))
        return f"… about {more} more lines, Enter opens"


def has(row: LogRow, words: re.Pattern[str]) -> bool:
    """Whether a paragraph's speaker or its text has these words."""
    return bool(words.search(fit(row.speaker)) or words.search(fit(row.text)))


def lay_out(row: LogRow, width: int, opened: bool) -> Laid:
    """Break a paragraph into rows of so many cells.

    The cost is bounded by what is drawn: `FOLD_AT` rows, or all of them once opened.
    """
    drawn = len(row.text) if opened else FOLD_AT * max(width, 2) * CHARACTERS_A_CELL
    text, spans = _compose(row, row.text[:drawn])
    rows, left_over = wrap_spans(text, width - TIME_CELLS, len(text) + 1 if opened else FOLD_AT)
    return Laid(row, text, rows, left_over or drawn < len(row.text), spans)


def _compose(row: LogRow, said: str) -> tuple[str, list[Span]]:
    """The paragraph in one line of text, and where its parts stand in it."""
    text = ""
    spans: list[Span] = []
    for part, after, style in (
        ("withdrawn" if row.withdrawn else "", "  ", "mark"),
        (row.number, "  ", "time"),
        (MARK_WORDS.get(row.mark, row.mark), "  ", "mark"),
        (f"({row.children})" if row.children else "", " ", "time"),
        (f"{row.speaker}:" if row.speaker else "", " ", "speaker"),
    ):
        if part:
            start = len(text)
            text += fit(part) + after
            spans.append(Span(start, len(text) - len(after), f"minutes-log--{style}"))
    body = fit(f"“{said}”" if row.verbatim else said)
    start, text = len(text), text + body
    if row.mark in MARK_WORDS:
        spans.append(Span(start, len(text), "minutes-log--aside"))
    if row.withdrawn:
        spans.append(Span(start, len(text), "minutes-log--withdrawn"))
    return text, spans
