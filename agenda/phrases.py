"""Finds listed words and phrases in a text, in whichever form they stand there.

`engage` is found in *engages*, *engaged* and *engaging*; `work with` in *working with*. The
forms are made by a small rule, so a few are no words at all: they are simply never met.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_VOWELS = "aeiou"


class Found(NamedTuple):
    """A phrase met in a text."""

    phrase: str
    """As it is listed."""
    written: str
    """As the text has it, in small letters."""
    before: str
    """The word before it, in small letters; empty at the start."""


def words_of(text: str) -> list[str]:
    """Return the words of a text in small letters; `co-operate` and `Friday's` are one each."""
    return [word.lower() for word in _WORD.findall(text)]


def forms(word: str) -> set[str]:
    """Return a word with its endings: `try` gives *tries*, *tried*, *trying* and itself."""
    made = {word, f"{word}s", f"{word}ed", f"{word}ing"}
    if word.endswith("e"):
        made |= {f"{word}d", f"{word[:-1]}ing"}
    elif word.endswith("y"):
        made |= {f"{word[:-1]}ies", f"{word[:-1]}ied"}
    elif word.endswith(("s", "x", "ch", "sh")):
        made.add(f"{word}es")
    elif word[-1:] not in _VOWELS and word[-2:-1] in _VOWELS:
        made |= {f"{word}{word[-1]}ed", f"{word}{word[-1]}ing"}
    return made


class Phrases:
    """A list of words and phrases to look for. The first word of each takes any form.

    Args:
        listed: the words and phrases, in any case.
    """

    def __init__(self, listed: Iterable[str]) -> None:
        self._by_first: dict[str, list[tuple[list[str], str]]] = {}
        for phrase in listed:
            first, *rest = words_of(phrase) or [""]
            for form in forms(first):
                self._by_first.setdefault(form, []).append((rest, phrase))
        for alternatives in self._by_first.values():
            alternatives.sort(key=lambda pair: -len(pair[0]))

    def found_in(self, text: str) -> Iterator[Found]:
        """Give each phrase in the text, in order; of two that start alike the longer one."""
        words = words_of(text)
        for place, word in enumerate(words):
            for rest, phrase in self._by_first.get(word, ()):
                end = place + 1 + len(rest)
                if words[place + 1 : end] == rest:
                    before = words[place - 1] if place else ""
                    yield Found(phrase, " ".join(words[place:end]), before)
                    break
