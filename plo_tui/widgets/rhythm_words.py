"""How often, and how many sessions, in the words of a plan line.

`weekly`, `twice a week`, `every Tuesday at 4 pm`, `every two weeks`, `on Mondays`, `fortnightly`,
`daily`, `monthly`; `6 sessions`, `six two-hour sessions`.
"""

from __future__ import annotations

import re

_NUMBERS = (
    "one", "two", "three", "four", "five", "six",
    "seven", "eight", "nine", "ten", "eleven", "twelve",
)  # fmt: skip
_NUMBER = rf"(?:\d{{1,3}}|{'|'.join(_NUMBERS)})"
_DAY = r"(?:mon|tues?|wed(?:nes|s)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?s?"
_DAYS = rf"{_DAY}(?:(?:\s*,\s*|\s*&\s*|\s+and\s+){_DAY})*"
_PLURAL_DAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)days"
_PLURAL_DAYS = rf"{_PLURAL_DAY}(?:(?:\s*,\s*|\s*&\s*|\s+and\s+){_PLURAL_DAY})*"
_SPAN = r"(?:(?:school|working|week)?\s?day|week|weekend|fortnight|month|morning|evening|night)s?"
_EACH = r"(?:a|an|per|each|every)"
_AT = r"(?:\s+(?:morning|afternoon|evening)s?)?(?:\s+at\s+\d{1,2}(?:[:.]\d{2})?(?:\s?[ap]m)?)?"

_ONE = (
    r"(?<![\w-])(?:"
    rf"(?:every|each)\s+(?:(?:other|second|third|{_NUMBER})\s+)?(?:{_SPAN}|{_DAYS})"
    rf"|(?:once|twice|{_NUMBER}\s+(?:times|visits?|sessions?|calls?))\s+{_EACH}\s+{_SPAN}"
    r"|(?:twice[ -])?(?:daily|weekly|fortnightly|monthly)"
    rf"|(?:on\s+)?{_PLURAL_DAYS}"
    rf")(?!\w){_AT}(?!\w)"
)
_RHYTHM = re.compile(_ONE, re.IGNORECASE)

# Nothing is given back once it is read: two ways to read one `and` would double with each.
RHYTHM = rf"(?>{_ONE})(?:\s+(?:and\s+)?(?>{_ONE}))*+"
"""A pattern for words that say nothing but how often."""

SESSIONS = rf"(?<![\w-]){_NUMBER}\s+(?:[a-z-]{{1,20}}\s+)?sessions?(?!\w)(?!\s+{_EACH}\s)"
"""A pattern for a number of sessions; `2 sessions a week` is a rhythm."""

_SESSIONS = re.compile(SESSIONS, re.IGNORECASE)
# After these, a number of sessions is not the whole number: `up to 6 sessions`.
_NOT_WHOLE = re.compile(r"(?:about|and|around|least|most|or|than|to|x|×|–|-)\s*\Z", re.IGNORECASE)


def rhythm_in(text: str) -> str:
    """Return all that a text says of how often, in a row; empty where it does not say."""
    return ", ".join(found[0] for found in _RHYTHM.finditer(text))


def says_only_how_often(text: str) -> bool:
    """Whether nothing is left of a text without how often."""
    return not re.sub(r"\band\b|\W", "", _RHYTHM.sub("", text))


def sessions_in(text: str) -> int | None:
    """Return the number of sessions that a text names; None where it names none, or a range."""
    for found in _SESSIONS.finditer(text):
        if not _NOT_WHOLE.search(text[max(0, found.start() - 10) : found.start()]):
            number = found[0].split()[0].casefold()
            return _NUMBERS.index(number) + 1 if number in _NUMBERS else int(number)
    return None
