"""What must not be in the words that one person reads, and taking it out of them."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from agenda.copies_words import WithheldKind
from agenda.withheld_words import spellings

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from uuid import UUID

    from agenda.papers import Papers

_PRIVATE = {
    WithheldKind.ADDRESS: "an address that we keep private",
    WithheldKind.TELEPHONE: "a number that we keep private",
    WithheldKind.SCHOOL: "a place that we keep private",
    WithheldKind.WORK: "a place that we keep private",
    WithheldKind.CARER: "a person whom we do not name",
    WithheldKind.OTHER: "something that we keep private",
}
"""What stands in the place of a detail: plain words, so that the sentence can still be read."""

_GAP = r"[\W_]*"
"""What may stand between two letters or digits of a detail, as somebody else wrote it down."""

Detail = tuple[str, str]
"""A detail in its own words, and the words that stand in its place."""


def withheld_from(papers: Papers, person_id: UUID) -> tuple[str, ...]:
    """Return the details that one person must not learn, in each way they may be written.

    An address is given as a whole, and by each of its lines that finds the place: the first, and
    any with a digit. A town alone finds nobody, and stands in many other places.
    """
    return tuple(dict.fromkeys(words for words, _ in _withheld(papers, person_id)))


def kept_from(papers: Papers, person_id: UUID) -> tuple[Detail, ...]:
    """Return what one person's letter may not say: what is withheld, and anybody else's address.

    An address that they share with another is their own.
    """
    own = papers.find("Person", person_id)
    ours = {_bare(words) for words in _ways(own.address, WithheldKind.ADDRESS)} if own else set()
    others = (
        (words, _PRIVATE[WithheldKind.ADDRESS])
        for person in papers.people
        if person.id != person_id
        for words in _ways(person.address, WithheldKind.ADDRESS, street_alone=False)
        if _bare(words) not in ours
    )
    # The longest first: of a whole address nothing is left over.
    withheld = list(_withheld(papers, person_id))
    # Also as a copy is searched: `Rose Ln`, or a number with the country's code.
    respelt = [(spelt, instead) for words, instead in withheld for spelt in spellings(words)]
    details = dict.fromkeys([*withheld, *respelt, *others])
    return tuple(sorted(details, key=lambda detail: (-len(detail[0]), detail)))


def without(text: str, details: Sequence[Detail]) -> str:
    """Return a text with each detail in it taken out, whatever its spaces, marks and capitals."""
    for words, instead in details:
        text = _pattern(words).sub(instead, text)
    return text


def says(text: str, words: str) -> bool:
    """Whether a detail stands in a text, whatever its spaces, marks and capitals."""
    return _pattern(words).search(text) is not None


def _withheld(papers: Papers, person_id: UUID) -> Iterator[Detail]:
    for row in papers.withheld:
        is_theirs = row.from_person_id is None and row.person_id == person_id
        if row.from_person_id in (None, person_id) and not is_theirs:
            for words in _ways(row.words, row.kind):
                yield words, _PRIVATE[row.kind]


def _ways(words: str, kind: WithheldKind, *, street_alone: bool = True) -> list[str]:
    """Return a detail as a whole and by its lines, as far as each of them gives it away."""
    if kind is not WithheldKind.ADDRESS:
        lines = [line.strip() for line in words.split("\n")]
        return [line for line in dict.fromkeys([" ".join(lines), *lines]) if _bare(line)]
    lines = [line.strip() for line in words.replace(",", "\n").split("\n") if _bare(line)]
    found = [" ".join(lines), *(" ".join(pair) for pair in pairwise(lines)), *lines[:1]]
    found += lines[1:]
    streets = [_NUMBER.sub("", line) for line in lines] if street_alone else []
    told = [line for line in found if line == found[0] or _finds_a_place(line)]
    told += [line for line in lines[:1] if not any(map(str.isdigit, line))]  # a house by its name
    told += [line for line, whole in zip(streets, lines, strict=False) if line != whole]
    return [line for line in dict.fromkeys(told) if len(_bare(line)) >= _LEAST]


def _finds_a_place(line: str) -> bool:
    """Whether part of an address has a number and something beside it: a street, a postcode."""
    return any(map(str.isdigit, line)) and len(_bare(line)) >= _LEAST


_LEAST = 5
"""The letters and digits of the shortest postcode: `Flat 2` is less than a place."""
_NUMBER = re.compile(r"^\W*\d+\w?\W+(?=\S+\s+\S)")
"""The number of a house, where a street of two words or more stands behind it."""


@lru_cache(maxsize=1_024)
def _pattern(words: str) -> re.Pattern[str]:
    """Return what finds a detail in a text: its letters and digits, as whole words."""
    spelt = _GAP.join(map(re.escape, _bare(words)))
    return re.compile(rf"(?<![^\W_]){spelt}(?![^\W_])", re.IGNORECASE)


def _bare(words: str) -> str:
    """Return the letters and digits alone, in small letters."""
    return "".join(filter(str.isalnum, words)).lower()
