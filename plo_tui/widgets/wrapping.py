"""Breaking a paragraph into rows of so many cells, fast enough for a thousand of them."""

from __future__ import annotations

import re

from rich.cells import split_graphemes

from plo_tui.widgets.shown import plain

# Text without these takes one cell a character, and a terminal may get it as it stands.
_WIDE_OR_ODD = re.compile(r"[^\n\x20-\x7e\xa1-\xac\xae-\u02ff\u2010-\u2027\u2030-\u205e]")
CHARACTERS_A_CELL = 4
"""Marks without a width of their own can pile up on a letter; a row looks no further than this."""


def fit(text: str) -> str:
    """Text as a terminal may get it; plain letters, the common case, cost next to nothing."""
    return plain(text) if _WIDE_OR_ODD.search(text) else text


def wrap_spans(
    text: str, width: int, most: int, hang: int = 0
) -> tuple[list[tuple[int, int]], bool]:
    """Break text into rows at spaces, and at newlines.

    Args:
        text: what to break; already fit for a terminal.
        width: the cells of a row.
        most: stop after so many rows. The cost is bounded by it, not by the length of the text.
        hang: cells by which the first row is shorter.

    Returns:
        Each row's start and end in the text, and whether text is left over. A text without
        characters has one empty row.
    """
    width = max(2, width)
    one_cell_each = _WIDE_OR_ODD.search(text, 0, (most + 1) * (width + 1)) is None
    rows: list[tuple[int, int]] = []
    start, end = 0, len(text)
    while len(rows) < most:
        room = max(2, width - hang) if not rows else width
        newline = text.find("\n", start, start + room * CHARACTERS_A_CELL)
        stop = newline if newline >= 0 else end
        if one_cell_each:
            reach = min(start + room, stop)
        else:
            reach = _reach(text, start, min(stop, start + room * CHARACTERS_A_CELL), room)
        if reach >= stop:
            rows.append((start, stop))
            if stop >= end:
                return rows, False
            start = stop + 1  # past the newline
            continue
        space = text.rfind(" ", start + 1, reach + 1)
        cut = space if space > start else reach
        rows.append((start, cut))
        start = cut + 1 if cut == space else cut
        if start >= end:
            return rows, False
    return rows, True


def _reach(text: str, start: int, stop: int, room: int) -> int:
    """How far a row of `room` cells reaches: whole graphemes, and at least one."""
    at, cells = start, 0
    for _, grapheme_end, size in split_graphemes(text[start:stop])[0]:
        cells += size
        if cells > room and at > start:
            break
        at = start + grapheme_end
    return max(at, min(start + 1, stop))
