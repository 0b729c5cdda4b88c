"""Whom a typed name means, so that nobody is given by accident what is not cut for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.named import names_somebody
from agenda.pack import is_cut
from agenda.words import Represented

if TYPE_CHECKING:
    from collections.abc import Iterable

    from agenda import records
    from agenda.edition import Edition
    from agenda.pack import Envelope
    from agenda.papers import Papers


def parents_named(papers: Papers, named: str) -> list[records.Person]:
    """Return the parents whom a text names, capitals or none: themselves, or who acts for them."""
    told = named.casefold()
    return [
        parent
        for parent in papers.parents
        if names_somebody(told, _names(parent))
        or names_somebody(told, _names(_lawyer(papers, parent)))
    ]


def is_to_a_parent(papers: Papers, named: str) -> bool:
    """Whether a text names a parent, and not only somebody who acts for one."""
    told = named.casefold()
    return any(names_somebody(told, _names(parent)) for parent in papers.parents)


def copy_meant(papers: Papers, envelopes: Iterable[Envelope], named: str) -> Envelope | None:
    """Return the copy of the parent whom a name means, or whose lawyer it means; else None."""
    meant = {parent.id for parent in parents_named(papers, named)}
    return next((one for one in envelopes if one.person_id in meant), None)


def why_not_whole(papers: Papers, whole: Edition, envelopes: Iterable[Envelope], named: str) -> str:
    """Return why the whole minutes are not for whoever is named; empty where they are.

    Args:
        papers: the meeting's papers.
        whole: the minutes, uncut.
        envelopes: what each recipient gets.
        named: whom the whole would be for, as somebody typed it.
    """
    meant = {parent.id for parent in parents_named(papers, named)}
    for one in envelopes:
        if one.person_id in meant and is_cut(one, whole):
            return f"This is the whole, and a copy for {one.recipient.name} leaves things out."
    return ""


def why_not_uncut(papers: Papers, named: str) -> str:
    """Return why a document of which there are no cut copies is not for whoever is named.

    Empty where they are no parent and act for none, or nothing is kept from anybody.
    """
    meant = parents_named(papers, named)
    if not meant or not (papers.withheld or papers.kept_apart):
        return ""
    return (
        "Details are withheld in this family, and this document is not cut for anyone, so it is "
        f"not for {meant[0].known_as} or who acts for them. Give it to the court or keep it."
    )


def _lawyer(papers: Papers, parent: records.Person) -> records.Person | None:
    acting = papers.representation(parent.id)
    if acting is None or acting.represented is not Represented.YES:
        return None
    return papers.find("Person", acting.lawyer_id)


def _names(person: records.Person | None) -> list[str]:
    names = (person.known_as, person.full_name) if person else ()
    return [name.strip().casefold() for name in names if name.strip()]
