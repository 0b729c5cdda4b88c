"""Marks that change the direction of writing: kept in their own text, wherever it is put.

Arabic, Hebrew and Urdu need no marks to be written from right to left. Some marks, though, turn
round whatever follows until they are closed: in a line of several facts that is the next person's
words. Stored text keeps every mark; these two are for where text leaves the record.
"""

from __future__ import annotations

import re

_NAMED = str.maketrans(
    {
        "\u200e": None,
        "\u200f": None,
        "\u061c": None,
        "\u202a": "⟨LRE⟩",
        "\u202b": "⟨RLE⟩",
        "\u202c": "⟨PDF⟩",
        "\u202d": "⟨LRO⟩",
        "\u202e": "⟨RLO⟩",
        "\u2066": "⟨LRI⟩",
        "\u2067": "⟨RLI⟩",
        "\u2068": "⟨FSI⟩",
        "\u2069": "⟨PDI⟩",
    }
)
_POP, _POP_ISOLATE = "\u202c", "\u2069"
_END_OF = {_POP_ISOLATE: "\u2066\u2067\u2068", _POP: "\u202a\u202b\u202d\u202e"}
"""What ends an isolate, and what ends an embedding or override."""
_REACHING = re.compile("[\u202a-\u202e\u2066-\u2069]")


def with_named_marks(text: str) -> str:
    """Return text for a terminal: far-reaching marks by name (`⟨RLO⟩`), others left out.

    A row of a terminal is laid out as a whole, and its end may be cut off with the mark that
    would have closed another, so closing them is not enough here.
    """
    return text.translate(_NAMED)


def with_closed_marks(text: str) -> str:
    """Return text for a document: every mark in it, and behind it what closes those left open.

    A mark that closes nothing is left out, because it could close what stands around the text.
    """
    if not _REACHING.search(text):
        return text
    kept: list[str] = []
    still_open: list[str] = []
    for character in text:
        if character == _POP and still_open[-1:] != [_POP]:
            continue
        if character == _POP_ISOLATE and character not in still_open:
            continue
        if character in _END_OF:
            while still_open.pop() != character:  # an isolate's end closes what began inside it
                kept.append(_POP)
        else:
            still_open += [end for end, begins in _END_OF.items() if character in begins]
        kept.append(character)
    return "".join((*kept, *reversed(still_open)))
