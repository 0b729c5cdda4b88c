"""A letter at a glance: its reading age, its length, and what the validator found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.finding import Level
from agenda.letter_place import passages
from agenda.phrases import words_of
from agenda.reading_guide import reading_age, sentences

if TYPE_CHECKING:
    from collections.abc import Iterable

    from agenda.finding import Finding
    from agenda.letter import Letter
    from agenda.letter_place import LetterPlace


def summary_words(letter: Letter, findings: Iterable[Finding]) -> str:
    """Return a letter in a line: `reading age 10 · 740 words · 3 must · 2 should`."""
    texts = [passage.text for passage in passages(letter)]
    age = reading_age("\n".join(texts))
    count = sum(len(words_of(text)) for text in texts)
    levels = [found.level for found in findings]
    return " · ".join(
        (
            f"reading age {age}" if age is not None else "nothing to read yet",
            f"{count} word{'' if count == 1 else 's'}",
            f"{levels.count(Level.MUST)} must",
            f"{levels.count(Level.SHOULD)} should",
        )
    )


def passage_at(letter: Letter, where: LetterPlace) -> str:
    """Return the whole text of the field in which a finding stands; empty where it is none."""
    asked = (where.part, where.number, where.row, where.field)
    for passage in passages(letter):
        place = passage.place
        if (place.part, place.number, place.row, place.field) == asked:
            return passage.text
    return ""


def sentence_at(letter: Letter, where: LetterPlace) -> str:
    """Return the sentence in which a finding stands; empty where it is about no sentence."""
    told = sentences(passage_at(letter, where)) if where.sentence else []
    return told[where.sentence - 1] if 0 < where.sentence <= len(told) else ""
