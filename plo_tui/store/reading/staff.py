"""Reading the authority's staff, where there is no case yet to read them with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlmodel import Session, col, select

from agenda.records import Staff

if TYPE_CHECKING:
    from collections.abc import Sequence


def read_staff(session: Session) -> Sequence[Staff]:
    """Return the staff who are not withdrawn, by name."""
    standing = select(Staff).where(col(Staff.withdrawn_at).is_(None))
    return session.exec(standing.order_by(col(Staff.name))).all()
