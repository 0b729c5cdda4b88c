"""What needs to happen in a letter: numbered lines with their parts, visits, the bottom line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.letter_words import LetterKind
from agenda.words import LineKind
from exports.wordml import heading, labelled, lettered, paragraph, run, tab
from exports.words import when

if TYPE_CHECKING:
    from collections.abc import Callable

    from agenda.letter import Letter, LetterLine

_UNDER = "PLOLetterUnder"
_PART = "PLOLetterPart"
_APART = frozenset({LineKind.VISIT, LineKind.BOTTOM_LINE})


def steps(letter: Letter) -> str:
    """Return what needs to happen, so that we will not go to court."""
    if letter.kind is LetterKind.EXTENSION:
        title = "What still needs to happen so that we will not go to court?"
    else:
        title = "What needs to happen so that we will not go to court?"
    return _listed(letter, title, lambda line: line.kind not in _APART)


def visits(letter: Letter) -> str:
    """Return when we visit."""
    return _listed(letter, "When we will visit", lambda line: line.kind is LineKind.VISIT)


def bottom_line(letter: Letter) -> str:
    """Return what must not happen, and what we do if it does."""
    title = "The bottom line: what must not happen"
    return _listed(letter, title, lambda line: line.kind is LineKind.BOTTOM_LINE)


def _listed(letter: Letter, title: str, is_meant: Callable[[LetterLine], bool]) -> str:
    """Return some of the lines under a heading, each with its number among all of them."""
    lines = [(number, line) for number, line in enumerate(letter.lines, start=1) if is_meant(line)]
    if not lines:
        return ""
    return heading(1, title) + "".join(_line(number, line) for number, line in lines)


def _line(number: int, line: LetterLine) -> str:
    is_said = line.kind in (LineKind.AGREEMENT, LineKind.BOTTOM_LINE) or line.owner in line.what
    owner = "" if is_said else line.owner
    return (
        paragraph("PLOLetterLine", run(f"{number}.", bold=True), tab(), run(line.what, bold=True))
        + lettered(line.parts, _PART)
        + labelled("Who", owner, _UNDER)
        + labelled("When", ". ".join(when(line)), _UNDER)
        + labelled("How we help", line.support, _UNDER)
        + labelled("How we will all know", line.measure, _UNDER)
        + labelled("If it happens", line.consequence, _UNDER)
    )
