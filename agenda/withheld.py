"""Which details one person must not learn: named by the record, or where others live.

Copies and letters both leave out these; `agenda.withheld_words` finds them in a text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from agenda.copies_words import WithheldKind
from agenda.withheld_words import find_withheld, spellings, told_apart
from agenda.words import PersonKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agenda import records
    from agenda.papers import Papers


class Detail(NamedTuple):
    """A detail that somebody must not learn.

    Attributes:
        words: it as it was recorded, an address line by line or with commas.
        kind: what kind of detail it is.
    """

    words: str
    kind: WithheldKind


def withheld_from(papers: Papers, person: records.Person) -> tuple[Detail, ...]:
    """Return what one person must not learn: the details withheld from them, and others' homes.

    Where the others of the family live and are reached is kept without a word; an address that
    two share is each one's own.
    """
    details: dict[str, Detail] = {}
    for row in rows_from(papers, person):
        for words in told_apart(row.words):
            details.setdefault(words, Detail(words, row.kind))
    for detail in _of_others(papers, person):
        details.setdefault(detail.words, detail)
    return tuple(details.values())


def rows_from(papers: Papers, person: records.Person) -> list[records.Withheld]:
    """Return the details withheld from a person by name, or from everybody but whose they are."""
    return [
        row
        for row in papers.withheld
        if row.from_person_id in (None, person.id) and row.person_id != person.id
    ]


def _of_others(papers: Papers, person: records.Person) -> Iterator[Detail]:
    for other in papers.people:
        if other.id == person.id or other.kind is not PersonKind.FAMILY:
            continue
        for words in _not_shared(other.address, person.address):
            yield Detail(words, WithheldKind.ADDRESS)
        for words in _not_shared(other.safe_contact, person.safe_contact):
            yield Detail(words, WithheldKind.OTHER)


def _not_shared(words: str, own: str) -> tuple[str, ...]:
    """Return a detail of somebody else's without what stands in the person's own: a street, say."""
    if not find_withheld(own, (words,)):
        return told_apart(words)
    return tuple(way for way in spellings(words) if not find_withheld(own, (way,)))
