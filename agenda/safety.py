"""Who must not meet whom, and which details are kept from whom, as lists and questions say it.

No sentence made here holds a withheld word.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.text import one_line
from agenda.withheld_words import without
from agenda.words import PersonKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from uuid import UUID

    from agenda import records
    from agenda.papers import Papers

Pair = tuple["records.Person", "records.Person"]
"""Two people who must not meet, in the order of the people of the case."""


def must_not_meet(papers: Papers, people: Iterable[UUID | None]) -> list[Pair]:
    """Return each two of the people in one room who must not meet."""
    among = set(people)
    order = {person.id: (place, person) for place, person in enumerate(papers.people)}
    pairs = []
    for row in papers.kept_apart:
        both = {row.person_id, row.other_id}
        if both <= order.keys() & among:
            one, other = sorted(order[key] for key in both)
            pairs.append((one[1], other[1]))
    return pairs


def pair_words(pairs: Iterable[Pair]) -> str:
    """Return who must not meet whom, each two in a sentence of their own."""
    return " ".join(f"{one.known_as} and {other.known_as} must not meet." for one, other in pairs)


def one_sitting(papers: Papers, everyone: Iterable[UUID], first: Iterable[UUID] = ()) -> list[UUID]:
    """Return who of everyone sits together, so that nobody meets whom they must not meet.

    Args:
        papers: the case's papers.
        everyone: whoever may come, in the order in which they come first.
        first: who comes before all others.

    A lawyer all of whose clients wait, waits with them.
    """
    meant = list(dict.fromkeys(everyone))
    here: list[UUID] = []
    for key in dict.fromkeys((*first, *meant)):
        if not any({key, other} in _apart(papers) for other in here):
            here.append(key)
    if len(here) == len(meant):
        return meant
    return [key for key in meant if key in here and _has_a_client(papers, key, here)]


def next_sitting(
    papers: Papers, everyone: Sequence[UUID], sat: Sequence[Sequence[UUID]]
) -> list[UUID]:
    """Return who sits after other sittings: those who waited, without the family that sat.

    Args:
        papers: the case's papers.
        everyone: whoever may come.
        sat: who sat in each sitting so far, the latest last. Where nobody waited, it is those
            of the latest again, but for whom they must not meet.
    """
    latest, before = sat[-1], {key for sitting in sat for key in sitting}
    apart = [
        key
        for key in everyone
        if key not in latest and any({key, other} in _apart(papers) for other in latest)
    ]
    waited = [key for key in apart if key not in before] or apart
    if not waited:
        return one_sitting(papers, latest)
    family = {person.id for person in papers.people if person.kind is PersonKind.FAMILY}
    may_come = [key for key in everyone if key in waited or key not in family]
    here = one_sitting(papers, may_come, waited)
    return [key for key in here if _has_a_client(papers, key, here)]


def whose_words(papers: Papers, detail: records.Withheld) -> str:
    """Return whose a detail is: `Ms Reed`, or a child's initials."""
    child = papers.find("Child", detail.child_id)
    return child.initials if child else papers.name(None, detail.person_id)


def from_words(papers: Papers, detail: records.Withheld) -> str:
    """Return from whom a detail is withheld: `Mr Holt`, or `everybody else`."""
    return papers.name(None, detail.from_person_id) or "everybody else"


def detail_words(papers: Papers, detail: records.Withheld) -> str:
    """Return a detail without its words: `address withheld from Mr Holt`."""
    return f"{detail.kind} withheld from {from_words(papers, detail)}"


def for_a_list(papers: Papers, words: str) -> str:
    """Return words for a list: on one line, without what is withheld from anybody."""
    return one_line(without(words, [row.words for row in papers.withheld]))


def safety_facts(papers: Papers, key: UUID) -> list[str]:
    """Return what keeps a person or a child safe, each as a few words, for a row of a list."""
    facts = [
        detail_words(papers, detail)
        for detail in papers.withheld
        if key in (detail.person_id, detail.child_id)
    ]
    others = [
        papers.name(None, row.other_id if row.person_id == key else row.person_id)
        for row in papers.kept_apart
        if key in (row.person_id, row.other_id)
    ]
    return [*facts, *(f"must not meet {name}" for name in others)]


def _apart(papers: Papers) -> list[set[UUID]]:
    return [{row.person_id, row.other_id} for row in papers.kept_apart]


def _has_a_client(papers: Papers, key: UUID, here: Sequence[UUID]) -> bool:
    """Whether somebody acts for one who is here, or is no lawyer of anyone's."""
    clients = [
        person.id
        for person in papers.people
        if (acts := papers.representation(person.id)) and acts.lawyer_id == key
    ]
    return not clients or any(client in here for client in clients)
