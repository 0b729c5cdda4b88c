"""Which words changed between two texts, marked in words and not by a colour."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

_MOST_COMPARED = 4_000_000
"""Words of the one text times words of the other, past which all between is called changed."""

_SPACE_OR_WORD = re.compile(r"\s+|\S+")
_AROUND = re.compile(r"(\s*)(.*?)(\s*)", re.DOTALL)


class Part(StrEnum):
    """What became of a stretch of words."""

    SAME = ""
    OUT = "taken out"
    IN = "put in"


class Stretch(NamedTuple):
    """Words that stayed, were taken out, or were put in; with the spaces between them."""

    part: Part
    text: str


def word_changes(old: str, new: str) -> tuple[Stretch, ...]:
    """Return how one text became another, word by word."""
    before, after = _SPACE_OR_WORD.findall(old), _SPACE_OR_WORD.findall(new)
    found: list[Stretch] = []
    for is_same, old_words, new_words in compared(before, after):
        if is_same:
            found.append(Stretch(Part.SAME, "".join(new_words)))
            continue
        for part, words in ((Part.OUT, old_words), (Part.IN, new_words)):
            if words:
                found.append(Stretch(part, "".join(words)))
    return tuple(found)


def marked(changes: Sequence[Stretch]) -> str:
    """Return the text with its changes: `was [taken out: cold] [put in: warm] in March`."""
    said = ""
    for part, text in changes:
        found = _AROUND.fullmatch(text)
        assert found is not None  # noqa: S101 - it fits every text
        space, words, after = found.groups()
        if part is Part.SAME or not words:
            said += text if part is not Part.OUT else ""
            continue
        if said.endswith("]") and not space:
            space = " "
        said += f"{space}[{part}: {words}]{after}"
    return said


def marked_lines(old: Sequence[str], new: Sequence[str]) -> list[str]:
    """Return the lines that changed between two pages, each with its changed words marked.

    A paragraph's number at the start of a line is no change of its words.
    """
    lines: list[str] = []
    for is_same, before, after in compared(old, new, key=_without_number):
        if is_same:
            continue
        paired = min(len(before), len(after))
        lines += (marked(word_changes(then, now)) for then, now in zip(before, after, strict=False))
        lines += (f"[{Part.OUT}: {then}]" for then in before[paired:] if then)
        lines += (f"[{Part.IN}: {now}]" for now in after[paired:] if now)
    return lines


def compared(
    old: Sequence[str], new: Sequence[str], key: object = None
) -> list[tuple[bool, Sequence[str], Sequence[str]]]:
    """Return both sequences in stretches that belong together, each with whether it is the same.

    Args:
        old: words or lines.
        new: words or lines.
        key: what of each is compared; all of it where there is none.
    """
    of = key if callable(key) else str
    before, after = [of(one) for one in old], [of(one) for one in new]
    start = 0
    while start < min(len(before), len(after)) and before[start] == after[start]:
        start += 1
    end = 0
    while end < min(len(before), len(after)) - start and before[-1 - end] == after[-1 - end]:
        end += 1
    last_old, last_new = len(before) - end, len(after) - end
    found = [(True, old[:start], new[:start])] if start else []
    if (last_old - start) * (last_new - start) > _MOST_COMPARED:
        found.append((False, old[start:last_old], new[start:last_new]))
    else:
        matcher = SequenceMatcher(None, before[start:last_old], after[start:last_new], False)
        for tag, i1, i2, j1, j2 in matcher.get_opcodes():
            then, now = old[start + i1 : start + i2], new[start + j1 : start + j2]
            found.append((tag == "equal", then, now))
    return [*found, (True, old[last_old:], new[last_new:])] if end else found


def _without_number(line: str) -> str:
    return re.sub(r"^\d+\. ", "", line)
