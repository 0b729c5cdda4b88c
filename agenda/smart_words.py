"""How the words of a plan's line are read: vague verbs, tests, two owners, two actions.

All of it is a guide, so it only ever gives a `should`. The vague verbs are the policy's; the
lists here are what everyday plans are written with.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from agenda.phrases import Phrases, words_of
from agenda.reading_guide import sentences

if TYPE_CHECKING:
    from collections.abc import Iterable

_NAMES_A_THING = frozenset(
    {"a", "an", "the", "any", "this", "that", "her", "his", "their", "our", "your", "my"}
    | {"new", "home", "current", "no"}
)
"""Words before a noun: *her new address* names a thing, *address the worries* is vague."""

_NUMBER_OR_TEST = re.compile(
    r"\d"
    r"|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|once|twice|half)\b"
    r"|(?<!no )\bone\b(?! another)"
    r"|\b(?:every|daily|weekly|fortnightly|monthly|nightly|at least|at most|no more than|until)\b"
    r"|\beach (?:day|night|morning|evening|week|month|school|time|session|visit|child|meal)\b"
    r"|\b(?:tests?|tested|negative|certificate|confirm(?:s|ed)?|signed|photos?|photographs?"
    r"|reports?|letter|email|receipts?|register|checklist|checks|checked|sees|seen|counted)\b",
    re.IGNORECASE,
)

_SHARED_SUBJECT = re.compile(
    r"(?:both\b|the parents\b|parents\b|the family\b|everyone\b|all (?:the )?adults\b"
    r"|(?:the )?mother and (?:the )?father\b|(?:the )?father and (?:the )?mother\b"
    r"|mum and dad\b|dad and mum\b)",
    re.IGNORECASE,
)
_BETWEEN_NAMES = re.compile(r"\s*(?:,|and\b|or\b|&|/)\s*")

_ACTIONS = """
apply arrange ask attend book bring buy call change clean collect complete contact cook fill
finish fit fix follow get give go install keep leave let make meet move open order pay pick
put read register remove repair replace ring see send show sign speak start stay stop take
talk tell throw tidy use visit wash write
"""
_ACTION_FORMS = frozenset(
    form for verb in words_of(_ACTIONS) for form in (verb, f"{verb}s", f"{verb}es")
)
_LINKS = frozenset({"and", "then", "also", "plus"})
_FILLERS = frozenset({"to", "will", "must", "should", "then", "also"})


def vague_words(text: str, listed: tuple[str, ...]) -> list[str]:
    """Return the vague words of a text as written, in order, each once.

    Args:
        text: what is to be done.
        listed: the policy's `plan.vague_words`.
    """
    found = _vague(listed).found_in(text)
    return list(dict.fromkeys(one.written for one in found if one.before not in _NAMES_A_THING))


def has_number_or_test(text: str) -> bool:
    """Whether a text holds a number, a rhythm or something that shows it was done."""
    return bool(_NUMBER_OR_TEST.search(text))


def two_owners(text: str, names: Iterable[str]) -> str:
    """Return the words that make two people the doers of one line; empty where there is one.

    Args:
        text: what is to be done.
        names: everyone's names, as the minutes and the record have them; read only at need.
    """
    for sentence in sentences(text):
        if shared := _SHARED_SUBJECT.match(sentence):
            return shared[0]
    if not _BETWEEN_NAMES.search(text):
        return ""
    known = sorted({name for name in names if name}, key=len, reverse=True)
    for sentence in sentences(text):
        first = _leading_name(sentence, known)
        between = _BETWEEN_NAMES.match(sentence, len(first)) if first else None
        if between and (second := _leading_name(sentence[between.end() :], known)):
            return sentence[: between.end() + len(second)]
    return ""


def two_actions(text: str) -> str:
    """Return the words that start a second action in a text; empty where there is one.

    *Clean and hoover the floors* is one action; *book the GP and attend the course* is two.
    """
    for place, sentence in enumerate(sentences(text.replace(";", ".\n"))):
        words = words_of(sentence)
        if place and words and words[0] in _ACTION_FORMS:
            return " ".join(words[:3])
        if second := _second_action(words):
            return second
    return ""


def _second_action(words: list[str]) -> str:
    verbs: list[int] = []
    for place, word in enumerate(words):
        if word not in _ACTION_FORMS:
            continue
        link = place - 1
        while link > 0 and words[link] in _FILLERS and words[link] not in _LINKS:
            link -= 1
        same_object = verbs == [link - 1]
        if verbs and words[link] in _LINKS and not same_object:
            return " ".join(words[link : place + 3])
        verbs.append(place)
    return ""


def _leading_name(text: str, known: list[str]) -> str:
    for name in known:
        if text.startswith(name) and not text[len(name) : len(name) + 1].isalnum():
            return name
    return ""


@lru_cache(maxsize=4)
def _vague(listed: tuple[str, ...]) -> Phrases:
    return Phrases(listed)
