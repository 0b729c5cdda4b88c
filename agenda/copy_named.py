"""Whom a typed name means, so that nobody is given by accident what is not cut for them."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from agenda.entitled import parents_and_entitled, undecided_words, waiting_for_legal
from agenda.named import TITLES, names_somebody
from agenda.pack import is_cut
from agenda.words import Represented

if TYPE_CHECKING:
    from collections.abc import Iterable

    from agenda import records
    from agenda.edition import Edition
    from agenda.pack import Envelope
    from agenda.papers import Papers


_PARENT = frozenset({"father", "dad", "daddy", "mother", "mum", "mummy", "parent", "parents"})
"""What says that a parent is meant, and not which."""


def parents_named(papers: Papers, named: str) -> list[records.Person]:
    """Return whom of those who get papers a text names: themselves, or who acts for them.

    Parents, everyone with parental responsibility, and those of whom that is disputed.
    """
    told = _told(named)
    return [
        parent
        for parent in parents_and_entitled(papers)
        if names_somebody(told, _names(parent))
        or names_somebody(told, _names(_lawyer(papers, parent)))
    ]


def is_to_the_family(papers: Papers, named: str) -> bool:
    """Whether a text names a parent or whom something is kept from, or may mean a parent.

    Somebody who acts for a parent is not meant.
    """
    told = _told(named)
    kept_from = [*parents_and_entitled(papers), *_guarded(papers)]
    return any(names_somebody(told, _names(one)) for one in kept_from) or bool(
        why_not_sure(papers, named)
    )


def why_not_sure(papers: Papers, named: str) -> str:
    """Return why it cannot be told whether a parent is meant; empty where it can.

    A surname alone, or `the father`, may be the very person from whom something is kept.
    """
    told = _told(named)
    known: list[records.Person | records.Staff | records.Child]
    known = [*papers.people, *papers.staff, *papers.children]
    names = sorted((name for one in known for name in _names(one)), key=len, reverse=True)
    for name in names:
        told = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", "", told)
    words = set(re.findall(r"\w+", told))
    for parent in parents_and_entitled(papers):
        own = {word for name in _names(parent) for word in name.split()} - TITLES
        if words & (own | _PARENT):
            return (
                f"“{named}” may mean {parent.known_as}. Write a name as it is in the record, such "
                f"as “{parent.known_as}”; or say in other words who else is meant."
            )
    return ""


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
    meant = parents_named(papers, named)
    theirs = {one.person_id: one for one in envelopes}
    for parent in meant:
        one = theirs.get(parent.id)
        if one is None and parent in waiting_for_legal(papers):
            return undecided_words(papers, parent)
        if one is None:
            return f"Our solicitor recorded that {parent.known_as} is left out: there is no copy."
        if is_cut(one, whole):
            return f"This is the whole, and a copy for {one.recipient.name} leaves things out."
    kept = [one for one in _guarded(papers) if names_somebody(_told(named), _names(one))]
    if kept:
        return (
            f"This is the whole, and it is recorded that things are kept from {kept[0].known_as}."
        )
    is_anything_cut = any(one.recipient.reader and is_cut(one, whole) for one in envelopes)
    return why_not_sure(papers, named) if is_anything_cut else ""


def why_not_uncut(papers: Papers, named: str) -> str:
    """Return why a document of which there are no cut copies is not for whoever is named.

    Empty where they are no parent and act for none, or nothing is kept from anybody.
    """
    if not (papers.withheld or papers.kept_apart):
        return ""
    told = _told(named)
    kept_from = (one for one in _guarded(papers) if names_somebody(told, _names(one)))
    meant = [*parents_named(papers, named), *kept_from]
    if not meant:
        return why_not_sure(papers, named)
    return (
        "Details are withheld in this family, and this document is not cut for anyone, so it is "
        f"not for {meant[0].known_as} or who acts for them. Give it to the court or keep it."
    )


def _lawyer(papers: Papers, parent: records.Person) -> records.Person | None:
    acting = papers.representation(parent.id)
    if acting is None or acting.represented is not Represented.YES:
        return None
    return papers.find("Person", acting.lawyer_id)


def _guarded(papers: Papers) -> list[records.Person]:
    """Return those who are no parents, and from whom or from whose company something is kept."""
    parents = {parent.id for parent in parents_and_entitled(papers)}
    named = {row.from_person_id for row in papers.withheld}
    named |= {key for row in papers.kept_apart for key in (row.person_id, row.other_id)}
    return [one for one in papers.people if one.id in named - parents]


def _names(one: records.Record | None) -> list[str]:
    """Return somebody's names as `_told` gives a text."""
    fields = ("known_as", "full_name", "name")
    names = (_told(getattr(one, field, "")) for field in fields)
    return [name for name in names if name]


def _told(text: str) -> str:
    """Return words as names are told by: small letters, one space between, no dot or comma."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    return " ".join("".join(c if c.isalnum() or c in "'’-&" else " " for c in plain).split())
