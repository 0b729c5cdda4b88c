"""Whether a parent can read the letter: reading age, length, long sentences, hard words.

All of it is a guide, so it only ever gives a `should`. Each finding says in which sentence of
which part the words stand.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from agenda.finding import Level, Rule
from agenda.letter_family_rules import LEFT_IN
from agenda.letter_place import LetterFinding, LetterPlace, Part, passages
from agenda.phrases import words_of
from agenda.reading_guide import hard_words, reading_age

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agenda.letter import Letter
    from agenda.letter_place import Passage
    from agenda.policy import Policy

READING_AGE = Rule(
    "letter.reading_age",
    Level.SHOULD,
    "Every part of a letter is easy to read.",
    "Somerset: aim for a reading age of 9 to 12; GOV.UK: 9. A reading guide",
)
LENGTH = Rule(
    "letter.length",
    Level.SHOULD,
    "A letter is not too long to be read.",
    "Ofsted since 2021: letters unclear, long or poor; number [own]",
)
LONG_SENTENCE = Rule(
    "letter.long_sentence",
    Level.SHOULD,
    "No sentence of a letter is too long.",
    "GOV.UK style guide; Somerset 2018: simplest language. A reading guide",
)
HARD = Rule(
    "letter.hard_word",
    Level.SHOULD,
    "A letter is in plain words.",
    "Somerset 2018, Initial PLO letter: simplest language. A reading guide",
)
ABBREVIATION = Rule(
    "letter.abbreviation",
    Level.SHOULD,
    "A letter writes short forms out.",
    "Ofsted since 2021: letters unclear; Somerset 2018: simplest language. A reading guide",
)

_LEAST_WORDS = 20
"""Words from which a reading age says anything about a part."""
_SHORT_FORM = re.compile(r"(?<![\w-])[A-Z][A-Z0-9&]{1,6}(?![\w-])")
_KNOWN = frozenset({"A&E", "AM", "DVD", "GP", "NHS", "OK", "PE", "PM", "TV", "UK", "USA"})
"""Short forms that everybody says."""


def reading_findings(letter: Letter, policy: Policy) -> Iterator[LetterFinding]:
    """Give what is hard to read, part by part and sentence by sentence."""
    parts = list(passages(letter))
    count = sum(len(words_of(passage.text)) for passage in parts)
    if count > policy.letter.most_words:
        sentence = (
            f"The letter has {count} words, and {policy.letter.most_words} is the most. "
            "Keep what matters; the meeting can go into the rest."
        )
        yield _found(LENGTH, sentence, LetterPlace(Part.WHOLE))
    for passage in parts:
        yield from _reading_age(passage, policy)
        for place, text in passage.sentences():
            yield from _sentence(place, text, policy)


def _reading_age(passage: Passage, policy: Policy) -> Iterator[LetterFinding]:
    """Check a passage as a whole; the sentence that is hardest to read is its place."""
    age = reading_age(passage.text)
    enough = len(words_of(passage.text)) >= _LEAST_WORDS
    if age is None or not enough or age <= policy.letter.reading_age:
        return
    hardest, _ = max(passage.sentences(), key=lambda pair: reading_age(pair[1]) or 0)
    sentence = (
        f"This is read with ease at about age {age} (a guide), and the aim is "
        f"{policy.letter.reading_age}. Start with this sentence: shorter words, fewer of them."
    )
    yield _found(READING_AGE, sentence, hardest)


def _sentence(place: LetterPlace, text: str, policy: Policy) -> Iterator[LetterFinding]:
    count = len(words_of(text))
    if count > policy.plan.sentence_words:
        sentence = f"This sentence has {count} words. Make it two."
        yield _found(LONG_SENTENCE, sentence, place)
    for word, plainer in hard_words(text, policy):
        where = replace(place, words=word)
        yield _found(HARD, f"“{word}” is a hard word. Write a plainer one.", where, plainer)
    if text.isupper():  # shouted, not short
        return
    for short in dict.fromkeys(_SHORT_FORM.findall(LEFT_IN.sub("", text))):
        if short not in _KNOWN:
            sentence = f"“{short}” is a short form. Write it out, or say what it is."
            where = replace(place, words=short)
            yield _found(ABBREVIATION, sentence, where, "The health visitor, in the place of HV")


def _found(rule: Rule, sentence: str, where: LetterPlace, example: str = "") -> LetterFinding:
    return LetterFinding(rule, sentence, example, field=where.field, where=where)
