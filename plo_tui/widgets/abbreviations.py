"""Abbreviations that the user set, expanded as they are typed: `hv` becomes `health visitor`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from plo_tui.widgets.capture_words import CAPTURE_WORDS, Takes

if TYPE_CHECKING:
    from collections.abc import Mapping

ENDS_A_WORD = frozenset(" .,;!?)]}\"'”’…")
"""What, typed behind an abbreviation, expands it. A colon does not: `lc:` says who speaks."""

_LAST_WORD = re.compile(r"(?:\A|(?<=[\s(\[{\"“‘]))([^\W_]+)\Z")
_CAPTURE = re.compile(r"\s*(?:@?[^\n:/]{1,60}:\s*)?/(\w*)\s")
_SENTENCE_END = re.compile(r"(?:\A|[.!?…]\s+|:\s+)\Z")
_LOOK_BACK = 80
_FOR_PEOPLE_TO_READ = {Takes.WORDS, Takes.LINE, Takes.MAYBE}
_WORDED = {entry.word for entry in CAPTURE_WORDS if entry.takes in _FOR_PEOPLE_TO_READ}
"""The capture words behind which sentences are typed; the others take names, times and places."""


class Expansion(NamedTuple):
    """What stands for the last word before the cursor.

    Attributes:
        length: characters of the abbreviation.
        words: what it stands for.
    """

    length: int
    words: str


def expansion(before: str, first_line: str, known: Mapping[str, str]) -> Expansion | None:
    """Return what the abbreviation directly before the cursor stands for; None where there is none.

    A capital keeps its capital: `Hv` gives `Health visitor`. One all in capitals is as it was
    set, but at the start of a sentence.

    Args:
        before: the cursor's line, up to the cursor. Only its last characters are looked at.
        first_line: the first line of the text, which may begin with a capture word.
        known: what each abbreviation stands for, by the abbreviation in small letters.
    """
    near = before[-_LOOK_BACK:]
    found = _LAST_WORD.search(near)
    words = known.get(found[1].casefold()) if found else None
    if found is None or words is None or not _sentences(first_line):
        return None
    typed = found[1]
    titled = typed[0].isupper() and (len(typed) == 1 or not typed.isupper())
    if titled or (typed.isupper() and _SENTENCE_END.search(near[: found.start()])):
        words = words[0].upper() + words[1:]
    return Expansion(len(typed), words)


def _sentences(first_line: str) -> bool:
    """Whether what is typed is for people to read, and not the argument of a capture word."""
    capture = _CAPTURE.match(first_line[:_LOOK_BACK])
    return capture is None or capture[1].casefold() in _WORDED
