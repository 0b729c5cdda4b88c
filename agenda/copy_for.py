"""Whom a copy is for: whose papers they may see, and what must be kept from them.

Worked out from the record alone, so that no copy hangs on what somebody remembered to take out.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from agenda.copy_bytes import texts_of
from agenda.entitled import children_in_copies
from agenda.minuting_people import CAME
from agenda.own_times import must_not_meet, own_times_of
from agenda.withheld import rows_from, withheld_from
from agenda.withheld_words import withheld_in
from agenda.words import PersonKind, Represented

if TYPE_CHECKING:
    from collections.abc import Iterable
    from uuid import UUID

    from agenda import records
    from agenda.own_times import OwnTime
    from agenda.papers import Papers

_One = TypeVar("_One")


@dataclass(frozen=True, slots=True)
class Reader:
    """Somebody whom a copy is for.

    Attributes:
        name: as the minutes call them; what every page of the copy says.
        person_id: their key; None where they are nobody in the family's record.
        children: the initials and full names of the children whose papers they may see.
        other_children: those of the other children.
        withheld: the details that they must not learn, each as it was recorded.
        apart: the names of those they are kept apart from: as minutes call them, and in full.
        others: the names of whose matters are none of theirs: relatives of the other children
            alone, and lawyers who act for those or for whom they are kept apart from.
        sittings: the numbers of the sittings that they, or their lawyer, were in.
        own_names: their own, or of whom they act for: as minutes call them, and in full.
        own_times: when and where they come to the reviews booked, where it is set for them alone.
        comes_alone: whether they are told no other time or place: whom they must not meet is
            invited as well.
    """

    name: str
    person_id: str | None = None
    children: tuple[str, ...] = ()
    other_children: tuple[str, ...] = ()
    withheld: tuple[str, ...] = ()
    apart: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    sittings: tuple[int, ...] = ()
    own_names: tuple[str, ...] = ()
    own_times: tuple[OwnTime, ...] = ()
    comes_alone: bool = False

    @property
    def away(self) -> tuple[str, ...]:
        """The names of everyone whose own matters stand in no copy of theirs."""
        return self.apart + self.others


def reader_of(papers: Papers, person_id: UUID) -> Reader:
    """Return a person of the record as a reader; a lawyer reads as the client they act for.

    Where a lawyer acts for several, the copy has only what each of those may see.

    Args:
        papers: the case's papers; with a meeting, its sittings count.
        person_id: whose copy it is.

    Raises:
        LookupError: where there is no such person in these papers.
    """
    person = papers.find("Person", person_id)
    if person is None:
        raise LookupError("Nobody in this case has that key.")
    clients = _clients(papers, person)
    if not clients:
        return _reader(papers, person)
    each = [_reader(papers, client) for client in clients]
    return Reader(
        name=person.known_as,
        person_id=str(person.id),
        children=_in_all(one.children for one in each),
        other_children=_in_any(one.other_children for one in each),
        withheld=_in_any(one.withheld for one in each),
        apart=_in_any(one.apart for one in each),
        others=_in_any(one.others for one in each),
        sittings=_in_all(one.sittings for one in each),
        own_names=_in_any(one.own_names for one in each),
        own_times=_in_all(one.own_times for one in each),
        comes_alone=any(one.comes_alone for one in each),
    )


def leaks(made: str | bytes, reader: Reader) -> list[str]:
    """Return the details withheld from a reader that still stand in what was made for them.

    The last look before a file is given out: nothing may be found.

    Args:
        made: a text, a file's name, or a file's bytes; of a Word document, everything in it.
        reader: whom it is for.
    """
    return withheld_in(texts_of(made), reader.withheld)


def is_guarded(papers: Papers, person: records.Person) -> bool:
    """Whether it is recorded that a person must not learn something, or not meet somebody."""
    return bool(_kept_apart(papers, person) or rows_from(papers, person))


def _reader(papers: Papers, person: records.Person) -> Reader:
    own = children_in_copies(papers, person.id)
    own_keys = {child.id for child in own}
    kept_apart = _kept_apart(papers, person)
    strangers = _relatives_of_others(papers, own_keys, person)
    lawyers = _lawyers_of(papers, [*kept_apart, *strangers], person)
    return Reader(
        name=person.known_as,
        person_id=str(person.id),
        children=names_of_children(own),
        other_children=names_of_children(
            child for child in papers.children if child.id not in own_keys
        ),
        withheld=tuple(detail.words for detail in withheld_from(papers, person)),
        apart=_names(kept_apart),
        others=_names([*strangers, *lawyers]),
        sittings=_sittings(papers, person),
        own_names=_names([person]),
        own_times=own_times_of(papers, person.id),
        comes_alone=bool(must_not_meet(papers, person.id)),
    )


def _kept_apart(papers: Papers, person: records.Person) -> list[records.Person]:
    apart = papers.apart_from(person.id)
    return [other for other in papers.people if other.id in apart]


def _relatives_of_others(
    papers: Papers, own: set[UUID], person: records.Person
) -> list[records.Person]:
    """Return the family whose ties are all to children that are not this person's."""
    episode = {child.id for child in papers.children}
    ties: dict[UUID, set[UUID]] = {}
    for tie in papers.relationships:
        if tie.child_id in episode:
            ties.setdefault(tie.person_id, set()).add(tie.child_id)
    return [
        other
        for other in papers.people
        if other.id != person.id
        and other.kind is PersonKind.FAMILY
        and ties.get(other.id)
        and not ties[other.id] & own
        # A grandmother of the reader's is no stranger, whatever child she is entered with.
        and not ties[other.id] & ties.get(person.id, set())
    ]


def _lawyers_of(
    papers: Papers, clients: list[records.Person], person: records.Person
) -> list[records.Person]:
    """Return who acts for these clients, and not for the person too."""
    own = papers.representation(person.id)
    acting = {
        row.lawyer_id
        for client in clients
        if (row := papers.representation(client.id)) and row.represented is Represented.YES
    } - {own.lawyer_id if own else None}
    return [lawyer for lawyer in papers.lawyers if lawyer.id in acting]


def _clients(papers: Papers, person: records.Person) -> list[records.Person]:
    if person.kind is not PersonKind.LAWYER:
        return []
    return [
        client
        for client in papers.people
        if (row := papers.representation(client.id))
        and row.represented is Represented.YES
        and row.lawyer_id == person.id
    ]


def _sittings(papers: Papers, person: records.Person) -> tuple[int, ...]:
    acting = papers.representation(person.id)
    keys = {person.id}
    if acting and acting.represented is Represented.YES and acting.lawyer_id:
        keys.add(acting.lawyer_id)
    came = {
        row.sitting_id
        for row in papers.attendance
        if row.presence in CAME and row.person_id in keys
    }
    return tuple(sitting.number for sitting in papers.sittings if sitting.id in came)


def names_of_children(children: Iterable[records.Child]) -> tuple[str, ...]:
    """Return the initials and full names of some children, as a reader holds them."""
    return tuple(
        dict.fromkeys(name for child in children for name in (child.initials, child.full_name))
    )


def _names(people: Iterable[records.Person]) -> tuple[str, ...]:
    named = (name.strip() for one in people for name in (one.known_as, one.full_name))
    return tuple(dict.fromkeys(name for name in named if name))


def _in_any(many: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one for each in many for one in each))


def _in_all(many: Iterable[tuple[_One, ...]]) -> tuple[_One, ...]:
    first, *rest = many
    return tuple(one for one in first if all(one in each for each in rest))
