"""Who gets the minutes and the plan, by which way: worked out from the record.

Sutton 2019, PLO Meetings: once approved, minutes go to the parents' lawyers through our legal
team. Where the family has no lawyer the social worker gives them to the family, and our lawyer
has a copy. Our own people and each child's file have the whole.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from agenda.copy_for import Reader, is_guarded, reader_of
from agenda.entitled import children_in_copies, people_with_papers, why_entitled
from agenda.letter_words import LetterKind
from agenda.minuting_words import with_firm
from agenda.words import GivenDocument, Represented, StaffRole

if TYPE_CHECKING:
    from uuid import UUID

    from agenda import records
    from agenda.papers import Papers


class Through(StrEnum):
    """By whose hands a copy reaches whom it is for."""

    LEGAL = "our legal team"
    SOCIAL_WORKER = "the social worker"
    OWN = "ourselves"
    """It stays with the authority."""


@dataclass(frozen=True, slots=True)
class CopyRecipient:
    """Somebody who gets documents, and how.

    Attributes:
        name: whom they are for, as the minutes call them: `Mr Holt`, `The file of IR`.
        reader: whom the copies are cut for; None where they have the whole, uncut.
        through: by whose hands they go.
        to: whom they are handed or sent to: `Ms Okafor, Hart & Lane, for Mr Holt`.
        route: the way in words, a sentence without its full stop.
        documents: what they get of the meeting, in the order it is enclosed; their letters go
            with it (`agenda.pack_letters`).
        note: what else has to be known: the language it is read with; empty where nothing.
        in_person: whether it is given in person and never posted: something is withheld.
        why: why they get it, where they are neither mother nor father; empty for those.
        child_id: the key of the child whose file it is; None for a person.
    """

    name: str
    reader: Reader | None
    through: Through
    to: str
    route: str
    documents: tuple[GivenDocument, ...]
    note: str = ""
    in_person: bool = False
    why: str = ""
    child_id: str | None = None

    @property
    def is_ours(self) -> bool:
        """Whether it stays with the authority."""
        return self.reader is None


def recipients_of(papers: Papers) -> tuple[CopyRecipient, ...]:
    """Return everyone who gets a copy: the family in their order, then our own people and files.

    `agenda.entitled` says who of the family. Whom legal left out of the letter before proceedings
    is no recipient of anything; nor is, yet, for whose copies legal has to decide.

    Args:
        papers: the meeting's papers.
    """
    parents = (
        _parent(papers, person)
        for person in people_with_papers(papers)
        if children_in_copies(papers, person.id)
        and not papers.left_out(LetterKind.BEFORE_PROCEEDINGS, person.id)
    )
    return (*parents, *_ours(papers))


def _parent(papers: Papers, person: records.Person) -> CopyRecipient:
    reader = reader_of(papers, person.id)
    acting = papers.representation(person.id)
    is_represented = acting is not None and acting.represented is Represented.YES
    guarded = is_guarded(papers, person)
    if is_represented and acting is not None:
        lawyer = papers.find("Person", acting.lawyer_id)
        named = with_firm(lawyer.known_as, lawyer.organisation) if lawyer else "their solicitor"
        to = f"{named}, for {person.known_as}"
        through, route = Through.LEGAL, f"to {to}, through our legal team"
    else:
        worker = papers.name(papers.case.social_worker_id, None)
        by = with_firm("the social worker", worker)
        hand = "in person, not by post" if guarded else "by hand"
        to, through = person.known_as, Through.SOCIAL_WORKER
        route = f"to {to} from {by}, {hand}, with a copy to our lawyer"
    return CopyRecipient(
        name=person.known_as,
        reader=reader,
        through=through,
        to=to,
        route=route,
        documents=_documents(person),
        note=_language(person),
        in_person=guarded and through is Through.SOCIAL_WORKER,
        why=why_entitled(papers, person),
    )


def _documents(person: records.Person) -> tuple[GivenDocument, ...]:
    found = [GivenDocument.MINUTES, GivenDocument.FAMILY_PLAN]
    if person.adjustments.strip():
        found.append(GivenDocument.EASY_READ)
    return tuple(found)


def _language(person: records.Person) -> str:
    language = person.interpreter.strip()
    if not language:
        return ""
    article = "an" if language[:1].lower() in "aeiou" else "a"
    return f"To be read with {article} {language} interpreter"


def _ours(papers: Papers) -> list[CopyRecipient]:
    """Return our own: social worker, chair, legal, and the file of each child."""
    whole = (GivenDocument.MINUTES, GivenDocument.FAMILY_PLAN)
    lawyers = [one.name for one in papers.staff if one.role is StaffRole.LAWYER]
    named = (
        (papers.name(papers.case.social_worker_id, None), "the social worker"),
        (papers.name(_chair(papers), None), "the chair"),
        (lawyers[0] if len(lawyers) == 1 else "Our legal team", "for legal"),
    )
    people = [
        CopyRecipient(name, None, Through.OWN, name, f"to {with_firm(name, role)}", whole)
        for name, role in named
        if name
    ]
    files = [
        CopyRecipient(
            f"The file of {child.initials}",
            None,
            Through.OWN,
            f"the electronic file of {child.initials}",
            f"uploaded to the electronic file of {child.initials}",
            whole,
            child_id=str(child.id),
        )
        for child in papers.children
    ]
    return people + files


def _chair(papers: Papers) -> UUID | None:
    return papers.meeting.chair_id if papers.meeting_id else papers.case.chair_id
