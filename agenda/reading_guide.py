"""A guide to how easily a text is read: long sentences, hard words, a reading age.

It is a guide and no more. Syllables are counted by a small rule of our own, for English as it
is spelt in Britain; names and rare words will be wrong now and then. Somerset 2018 asks for
the simplest language.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from agenda.phrases import Phrases, words_of

if TYPE_CHECKING:
    from agenda.policy import Policy

_SENTENCE_END = re.compile(
    r"(?<!\bMr\.)(?<!\bMs\.)(?<!\bMrs\.)(?<!\bDr\.)(?<!\bSt\.)(?<!\be\.g\.)(?<!\bi\.e\.)"
    r"(?<=[.!?…])[\"”’')]*\s+|\n+"
)
_SILENT_END = re.compile(
    r"(?:(?<=[^aeiouytd])ed|(?<=[^laeiouy])e|(?<=[^aeiouyscgxzl])(?<![cs]h)es)$"
)
_VOWELS = re.compile(r"[aeiouy]+")
_SPLIT_VOWELS = re.compile(
    r"(?<![ct])ia(?!ge)|(?<=[rv])ious|io(?!us|ur|n)|ium|ie(?=t$)|(?<![ctn])ie(?=n[ct])"
    r"|ea$|(?<=cr)ea|eo(?!u|p)|ua(?!r)|[aeo]ing|yi"
)

_GRADE_SENTENCE, _GRADE_SYLLABLE, _GRADE_BASE = 0.39, 11.8, 15.59
"""Flesch and Kincaid's weights of words in a sentence and syllables in a word."""
_AGE_IN_FIRST_GRADE = 5
"""A grade of 0 is a child of about five, in their first year at school."""


def sentences(text: str) -> list[str]:
    """Return the sentences of a text, without the white space around them.

    A sentence ends at `.`, `!`, `?` or `…` with a space behind it, or with its line; not after
    `Mr.`, `Dr.`, `e.g.` and their like.
    """
    return [part.strip() for part in _SENTENCE_END.split(text) if part.strip()]


def long_sentences(text: str, most: int) -> list[tuple[str, int]]:
    """Return each sentence of more than `most` words, with its count of words."""
    if len(text) <= 2 * most:  # too short for so many words and the spaces between them
        return []
    counted = ((sentence, len(words_of(sentence))) for sentence in sentences(text))
    return [(sentence, count) for sentence, count in counted if count > most]


def syllables(word: str) -> int:
    """Return about how many syllables a word has, at least 1: `advice` 2, `assessment` 3."""
    letters = re.sub(r"[^a-z]", "", word.lower())
    spoken = _SILENT_END.sub("", letters)
    return max(1, len(_VOWELS.findall(spoken)) + len(_SPLIT_VOWELS.findall(spoken)))


def reading_age(text: str) -> int | None:
    """Return about the age in years at which a text is read with ease; None without words.

    Flesch and Kincaid's grade, and five years; at least five.
    """
    words = words_of(text)
    if not words:
        return None
    in_a_sentence = len(words) / max(1, len(sentences(text)))
    in_a_word = sum(map(syllables, words)) / len(words)
    grade = _GRADE_SENTENCE * in_a_sentence + _GRADE_SYLLABLE * in_a_word - _GRADE_BASE
    return max(_AGE_IN_FIRST_GRADE, round(grade) + _AGE_IN_FIRST_GRADE)


def hard_words(text: str, policy: Policy) -> list[tuple[str, str]]:
    """Return the policy's hard words in a text, as written, each with a plainer one.

    In the order they stand, each once.
    """
    listed, plainer = _hard(policy.plan.hard_words)
    first: dict[str, tuple[str, str]] = {}
    for one in listed.found_in(text):
        first.setdefault(one.phrase, (one.written, plainer[one.phrase]))
    return list(first.values())


@lru_cache(maxsize=4)
def _hard(pairs: tuple[tuple[str, str], ...]) -> tuple[Phrases, dict[str, str]]:
    plainer = dict(pairs)
    return Phrases(plainer), plainer
