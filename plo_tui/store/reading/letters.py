"""Reading what a letter is checked against beyond its own case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlmodel import col, select

from agenda.records import Case, Child

if TYPE_CHECKING:
    from uuid import UUID

    from sqlmodel import Session


def other_children(session: Session, case_id: UUID) -> list[str]:
    """Return the full names of the children of every other family, who stand in no letter here."""
    names = session.exec(
        select(Child.full_name)
        .join(Case, col(Case.id) == col(Child.case_id))
        .where(
            Child.case_id != case_id,
            col(Child.withdrawn_at).is_(None),
            col(Case.purged_at).is_(None),
        )
        .order_by(col(Child.full_name))
    )
    return list(dict.fromkeys(names))
