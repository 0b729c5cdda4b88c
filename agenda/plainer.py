"""Puts a plainer word in the place of a hard one, in the form in which the hard one stood."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from agenda.phrases import forms, words_of
from agenda.reading_guide import hard_words

if TYPE_CHECKING:
    from agenda.policy import Policy

_ASIDE = re.compile(r",? (?:or|and) (?:say|name|set|make)\b.*|, or .*")
"""What the list adds to a plainer word for the writer: `often, or say how often`."""
_TOLD = {
    "tell": "told",
    "get": "got",
    "keep": "kept",
    "find": "found",
    "make": "made",
    "take": "took",
    "put": "put",
    "let": "let",
    "say": "said",
    "speed": "sped",
}
"""The past of the list's own irregular words."""


def plainer_words(text: str, policy: Policy) -> list[tuple[str, str]]:
    """Return the hard words in a text as written, each with the plainer one in its form."""
    listed = policy.plan.hard_words
    found = []
    for written, plainer in hard_words(text, policy):
        first = (words_of(written) or [""])[0]
        of_it = (phrase for phrase, plain in listed if plain == plainer)
        phrase = next((one for one in of_it if first in forms(words_of(one)[0])), written)
        found.append((written, plainer_word(written, phrase, plainer)))
    return found


def plainer_word(written: str, listed: str, plainer: str) -> str:
    """Return a plainer word in the form of the hard one: `commenced` gives `started`.

    Args:
        written: the hard word or phrase as the text has it.
        listed: it as the policy lists it.
        plainer: what the policy says in its place; what it adds for the writer is left out.
    """
    plain = _ASIDE.sub("", plainer).strip()
    first, gap, rest = plain.partition(" ")
    was, stood = (words_of(text) or [""] for text in (listed, written))
    if was[0] == stood[0]:
        return plain
    return f"{_in_form(first, stood[0])}{gap}{rest}"


def with_plainer(text: str, written: str, plain: str) -> str:
    """Return a text with a plainer word where a hard one first stands, capital letter kept.

    It is the same text where the hard word does not stand in it.
    """
    spelt = r"\W+".join(re.escape(word) for word in words_of(written))

    def instead(found: re.Match[str]) -> str:
        return plain[:1].upper() + plain[1:] if found[0][:1].isupper() else plain

    return re.sub(rf"(?<!\w){spelt}(?!\w)", instead, text, count=1, flags=re.IGNORECASE)


def _in_form(word: str, like: str) -> str:
    """Return a word with the ending of another: `start` like `commencing` is `starting`."""
    if like.endswith("ing"):
        return f"{word.removesuffix('e')}ing"
    if like.endswith("ed"):
        return _TOLD.get(word) or (f"{word}d" if word.endswith("e") else f"{word}ed")
    if like.endswith("s"):
        return f"{word}es" if word.endswith(("s", "x", "ch", "sh")) else f"{word}s"
    return word
