"""Verbs on who is who: what a person is to a child, and who acts for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlmodel import col, select

from agenda.records import Person, Relationship, Representation
from agenda.words import ParentalResponsibility, Relation, Represented

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from plo_tui.store.work import Work


def set_relationship(
    work: Work,
    person_id: UUID,
    child_id: UUID,
    relation: Relation | None,
    responsibility: ParentalResponsibility,
) -> None:
    """Say what a person is to a child; None where they are nothing to that child."""
    work.case_id = work.get(Person, person_id).case_id
    tie = work.session.exec(
        select(Relationship).where(
            Relationship.person_id == person_id, Relationship.child_id == child_id
        )
    ).first()
    if tie is None and relation:
        work.add(
            Relationship(
                person_id=person_id,
                child_id=child_id,
                relation=relation,
                parental_responsibility=responsibility,
            )
        )
    elif tie and relation:
        work.change(
            Relationship,
            tie.id,
            None,
            relation=relation,
            parental_responsibility=responsibility,
            withdrawn_at=None,
        )
    elif tie and tie.withdrawn_at is None:
        work.withdraw([tie])


def set_representation(
    work: Work,
    person_id: UUID,
    represented: Represented,
    lawyer_id: UUID | None = None,
    since: date | None = None,
) -> None:
    """Record who acts for a person now; what stood before stays in the record."""
    work.case_id = work.get(Person, person_id).case_id
    earlier = work.session.exec(
        select(Representation).where(
            Representation.person_id == person_id, col(Representation.withdrawn_at).is_(None)
        )
    ).all()
    work.withdraw(earlier)
    work.add(
        Representation(
            person_id=person_id,
            represented=Represented(represented),
            lawyer_id=lawyer_id,
            since=since,
        )
    )
