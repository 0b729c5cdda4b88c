"""Verbs on what keeps a family's copies safe: details withheld, and people kept apart.

Both are said at any time, also after minutes were approved: they change no word of them, only
who is given which.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

from sqlmodel import col, select

from agenda.copies_words import WithheldKind
from agenda.records import Child, KeptApart, Person, Withheld
from plo_tui.store.problems import Refused
from plo_tui.store.verbs.words import paragraph, within_length

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from plo_tui.store.work import Work

FEWEST_LETTERS = 3
"""Fewer letters and figures than this would be found in any text."""


class WithheldValues(TypedDict):
    """A detail that somebody must not learn; it is a person's or a child's, never both."""

    person_id: UUID | None
    child_id: UUID | None
    kind: WithheldKind
    words: str
    from_person_id: UUID | None
    why: str


def withhold(work: Work, case_id: UUID, withheld_id: UUID, values: WithheldValues) -> None:
    """Withhold a detail, in its very words, from one person or from everybody but whose it is.

    Args:
        work: the transaction.
        case_id: the family.
        withheld_id: the new key.
        values: whose detail, which, from whom and why.

    Raises:
        Refused: where the words are too few to be found again, or are kept from whose they are.
    """
    work.case_id = case_id
    work.add(Withheld(id=withheld_id, case_id=case_id, **_detail(work, case_id, values)))


def change_withheld(work: Work, withheld_id: UUID, version: int, values: WithheldValues) -> None:
    """Change a detail that is withheld.

    Raises:
        Refused: as `withhold`.
    """
    work.case_id = work.get(Withheld, withheld_id).case_id
    work.change(Withheld, withheld_id, version, **_detail(work, work.case_id, values))


def withdraw_withheld(work: Work, withheld_id: UUID) -> None:
    """Say that a detail need not be withheld any more; the row stays in the record."""
    detail = work.get(Withheld, withheld_id)
    work.case_id = detail.case_id
    work.withdraw([detail])


def keep_apart(
    work: Work,
    case_id: UUID,
    apart_id: UUID,
    person_id: UUID,
    other_id: UUID,
    why: str = "",
    since: date | None = None,
) -> None:
    """Record that two people must not meet: sittings, plans and documents of their own.

    Args:
        work: the transaction.
        case_id: the family.
        apart_id: the new key.
        person_id: one of them.
        other_id: the other.
        why: why, such as a non-molestation order.
        since: since when.

    Raises:
        Refused: where it is one and the same person, or the two are kept apart already.
    """
    work.case_id = case_id
    if person_id == other_id:
        raise Refused("Name two people: nobody is kept apart from themselves.", "other_id")
    for key, field in ((person_id, "person_id"), (other_id, "other_id")):
        _in_case(work.get(Person, key), case_id, field)
    pair = (person_id, other_id)
    known = select(KeptApart).where(
        col(KeptApart.person_id).in_(pair),
        col(KeptApart.other_id).in_(pair),
        col(KeptApart.withdrawn_at).is_(None),
    )
    if work.session.exec(known).first():
        raise Refused("These two are kept apart already.", "other_id")
    within_length({"why": why})
    work.add(
        KeptApart(
            id=apart_id,
            case_id=case_id,
            person_id=person_id,
            other_id=other_id,
            why=why.strip(),
            since=since,
        )
    )


def withdraw_kept_apart(work: Work, apart_id: UUID) -> None:
    """Say that two people may meet again; the row stays in the record."""
    pair = work.get(KeptApart, apart_id)
    work.case_id = pair.case_id
    work.withdraw([pair])


def _detail(work: Work, case_id: UUID, values: WithheldValues) -> WithheldValues:
    """Return the values of a detail, checked."""
    person_id, child_id = values["person_id"], values["child_id"]
    if (person_id is None) == (child_id is None):
        raise Refused("Say whose detail it is: one person's, or one child's.", "whose")
    _in_case(work.get(Person, person_id) if person_id else work.get(Child, child_id), case_id)  # type: ignore[arg-type]
    from_id = values["from_person_id"]
    if from_id:
        _in_case(work.get(Person, from_id), case_id, "from_person_id")
    if from_id and from_id == person_id:
        raise Refused("It is their own: say who else must not learn it.", "from_person_id")
    words = paragraph(values["words"], "words", called="the very words that are withheld")
    if sum(map(str.isalnum, words)) < FEWEST_LETTERS:
        raise Refused("That is too short to be found again. Write it out in full.", "words")
    within_length(values)
    return {
        "person_id": person_id,
        "child_id": child_id,
        "kind": WithheldKind(values["kind"]),
        "words": words,
        "from_person_id": from_id,
        "why": values["why"].strip(),
    }


def _in_case(record: Person | Child, case_id: UUID, field: str = "whose") -> None:
    """Refuse somebody of another family."""
    if record.case_id != case_id:
        raise Refused("This person is of another family. Choose one of this family.", field)
