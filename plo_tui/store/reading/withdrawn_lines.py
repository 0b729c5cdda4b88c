"""Reading the lines taken out of an episode's plan, which its papers leave out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlmodel import col, select

from agenda.records import PlanLine

if TYPE_CHECKING:
    from uuid import UUID

    from sqlmodel import Session


def read_withdrawn_lines(session: Session, episode_id: UUID) -> list[PlanLine]:
    """Return the withdrawn lines of an episode's plan, by number."""
    rows = session.exec(
        select(PlanLine)
        .where(PlanLine.episode_id == episode_id, col(PlanLine.withdrawn_at).is_not(None))
        .order_by(col(PlanLine.number))
    )
    return list(rows)
