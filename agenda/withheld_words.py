"""Finds withheld words in a text in whichever way they are spelt, and puts `[withheld]` there.

Capitals, accents, spaces, line breaks, commas and hyphens make no difference, nor do letters that
only look the same and characters that nobody sees (`agenda.look_alikes`). Of an address its first
line, its street and its postcode are found alone as well, of a telephone number its digits with
the country's code or without.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from agenda.look_alikes import is_mark, is_seen, letters, letters_of_character, plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

MARK = "[withheld]"

_MARKED = "withheld"
"""What stands in the mark itself, and is therefore never looked for."""
_LONG = 8
"""Letters and figures from which words are told anywhere, inside another word too."""

_POSTCODE = re.compile(r"\b([a-z]{1,2}\d[a-z\d]?)[\s,.-]*(\d[a-z]{2})\b", re.IGNORECASE)
_SPACED_POSTCODE = re.compile(
    r"\b[A-Z][\s.-]*(?:[A-Z][\s.-]*)?\d[\s.-]*(?:[A-Z\d][\s.-]*)??\d[\s.-]*[A-Z][\s.-]*[A-Z]\b"
)
"""A postcode with something between any two of its letters and figures: in capitals alone."""
_MISREAD = {"0": "o", "o": "0", "1": "il", "i": "1l", "l": "1i"}
"""What is written for each other in a postcode: `CRO` for `CR0`."""
_NUMBER = re.compile(r"\+?\(?\d(?:[\s().,/+-]*\d){8,14}")
_MAIL = re.compile(r"[^\s@,;<>()]+@[^\s@,;<>()]+")
_LEADING_NUMBER = re.compile(
    r"^\s*(?:(?:no\.?|number)\s*)?\d[\d\s/-]*[a-z]?\b[\s,-]*", re.IGNORECASE
)
_LONE_NUMBER = re.compile(r"(?:^|(?<=[\n,;]))(\s*\d+\s*[a-z]?)\s*[\n,;]", re.IGNORECASE)
_FEWEST_OF_STREET = 5
_STREETS = {
    "avenue": ("ave", "av"),
    "close": ("cl",),
    "court": ("ct",),
    "crescent": ("cres", "cr"),
    "drive": ("dr",),
    "gardens": ("gdns",),
    "grove": ("gr",),
    "house": ("hse",),
    "lane": ("ln",),
    "place": ("pl",),
    "road": ("rd",),
    "square": ("sq",),
    "street": ("st",),
    "terrace": ("terr", "ter"),
}
"""What streets are called, and how that is written short."""
_BETWEEN = re.compile(r"[\s,.;-]*")


class _Told(NamedTuple):
    """A text's letters and figures alone, and where each stands in the text."""

    letters: str
    at: tuple[int, ...]


def find_withheld(text: str, words: Sequence[str]) -> list[tuple[int, int]]:
    """Return where withheld words stand in a text, as (start, end), none overlapping.

    Args:
        text: what is searched.
        words: the details withheld, each as it was recorded.
    """
    wanted = _wanted(tuple(words))
    found = letters(text) if wanted else ""
    if not any(one in found for one in wanted):
        return []
    told = _told(text)
    spans = sorted(span for one in wanted for span in _spans(text, told, one))
    joined: list[tuple[int, int]] = []
    for start, end in spans:
        if joined and (start <= joined[-1][1] or _BETWEEN.fullmatch(text, joined[-1][1], start)):
            start, end = joined[-1][0], max(end, joined.pop()[1])
        joined.append((start, end))
    return joined


def without(text: str, words: Sequence[str], instead: str = MARK) -> str:
    """Return a text with `[withheld]`, or plainer words, for each withheld word in it."""
    while spans := find_withheld(text, words):  # what stood beside one may now stand alone
        for start, end in reversed(spans):
            text = f"{text[:start]}{MARK}{text[end:]}"
    return text.replace(MARK, instead)


def spellings(words: str) -> tuple[str, ...]:
    """Return each way in which a detail is looked for, in small letters and figures alone.

    Args:
        words: the detail as it was recorded, an address line by line or with commas.
    """
    words = plain(words)
    found = {letters(words)}
    found.update(letters(mail) for mail in _MAIL.findall(words))
    for code in _postcodes(words):
        found.update(_misread(letters(code)))
    for number in _NUMBER.findall(words):
        found.update(_numbers(number))
    for line in _address_lines(words):
        for part in (line, _LEADING_NUMBER.sub("", line)):
            found.update(_streets(part))
    return tuple(sorted(found - {"", _MARKED}, key=lambda one: (-len(one), one)))


def _misread(code: str) -> Iterator[str]:
    """Give a postcode, and it with each letter or figure misread."""
    yield code
    for place, each in enumerate(code):
        for other in _MISREAD.get(each, ""):
            yield f"{code[:place]}{other}{code[place + 1 :]}"


def _postcodes(words: str) -> list[str]:
    codes = [code[0] for code in _POSTCODE.finditer(words)]
    return codes or [code[0] for code in _SPACED_POSTCODE.finditer(words)]


@lru_cache(maxsize=64)
def _wanted(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one for detail in words for one in spellings(detail)))


def _address_lines(words: str) -> list[str]:
    """Return the lines of an address that alone tell where it is; nothing of what is none.

    They are its first line, and every other with a figure in it or a street's name.
    """
    codes = _postcodes(words)
    if not (codes or "\n" in words.strip() or _is_street(words)):
        return []
    for code in codes:
        words = words.replace(code, "")
    # A house's number on a line of its own tells nothing alone: it goes with its street.
    whole = _LONE_NUMBER.sub(r"\1 ", words)
    told = [line.strip() for line in re.split(r"[\n,;]", whole) if letters(line)]
    numbers = [line for line in told if _NUMBER.fullmatch(line)]
    return [
        line
        for place, line in enumerate(told)
        if line not in numbers and (place == 0 or _is_street(line) or re.search(r"\d", line))
    ]


def _is_street(words: str) -> bool:
    named = set(re.findall(r"[a-z]+", words.lower()))
    short = {shorter for many in _STREETS.values() for shorter in many}
    return bool(re.match(r"\s*\d", words) and named & (set(_STREETS) | short)) or bool(
        named & set(_STREETS) and len(named) > 1
    )


def _streets(line: str) -> Iterator[str]:
    """Give a line of an address, with its street's name in full and written short."""
    first, _, last = line.strip(" .").rpartition(" ")
    ways = [(last, *_STREETS.get(last.lower(), ()))]
    ways += [(full,) for full, shorter in _STREETS.items() if last.lower().strip(".") in shorter]
    for way in (one for many in ways for one in many):
        street = letters(f"{first}{way}")
        if re.match(r"\s*\d", line) or (first and len(street) >= _FEWEST_OF_STREET):
            yield street
    if not first:
        yield letters(last)


def _numbers(number: str) -> Iterator[str]:
    """Give a telephone number's digits: as they stand, and with 0, 44 or 0044 before the rest."""
    digits = "".join(each for each in number if each.isdecimal())
    yield digits
    rest = re.sub(r"^(?:00440|0044|440|44|0)", "", digits)
    if len(rest) >= 9:
        yield from (f"{before}{rest}" for before in ("00440", "0044", "440", "44", "0", ""))


def _spans(text: str, told: _Told, wanted: str) -> Iterator[tuple[int, int]]:
    start = told.letters.find(wanted)
    while start >= 0:
        end = start + len(wanted)
        first, last = told.at[start], told.at[end - 1] + 1
        if len(wanted) >= _LONG or (_begins(told, text, start) and _ends(told, text, end)):
            while last < len(text) and is_mark(text[last]):
                last += 1
            yield first, last
        start = told.letters.find(wanted, start + 1)


def _begins(told: _Told, text: str, start: int) -> bool:
    """Whether no letter, or figure, of the same word stands right before."""
    return start == 0 or _apart(told, text, start - 1, start)


def _ends(told: _Told, text: str, end: int) -> bool:
    return end == len(told.letters) or _apart(told, text, end - 1, end)


def _apart(told: _Told, text: str, one: int, next_one: int) -> bool:
    """Whether two letters that follow each other belong to two words."""
    between = text[told.at[one] + 1 : told.at[next_one]]
    if any(is_seen(each) for each in between):
        return True
    if told.at[one] == told.at[next_one]:
        return False
    return told.letters[one].isdecimal() != told.letters[next_one].isdecimal()


def _told(text: str) -> _Told:
    found: list[str] = []
    at: list[int] = []
    for place, each in enumerate(text):
        for letter in letters_of_character(each):
            found.append(letter)
            at.append(place)
    return _Told("".join(found), tuple(at))


def withheld_in(texts: Iterable[str], words: Sequence[str]) -> list[str]:
    """Return the withheld details, as they were recorded, that stand in any of some texts."""
    told = [text for text in texts if find_withheld(text, words)]
    return [one for one in words if any(find_withheld(text, (one,)) for text in told)]


def told_apart(words: str) -> tuple[str, ...]:
    """Return a detail as a reader's list holds it; nothing where it has no letter or figure."""
    return (words.strip(),) if letters(words) else ()
