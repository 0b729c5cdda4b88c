"""What verbs on an episode share: its journal, the next number in it, its children."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlmodel import col, func, select

from agenda.records import PreProceedings, Record

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from plo_tui.store.work import Work


def in_episode(work: Work, episode_id: UUID) -> None:
    """Let a change belong to the journal of an episode's case."""
    work.case_id = work.get(PreProceedings, episode_id).case_id


def next_number(work: Work, kind: type[Record], where: Any, column: str) -> int:
    """Return one more than the highest number that a kind of record has so far."""
    highest = work.session.exec(select(func.max(getattr(kind, column))).where(where)).one()
    return int(highest or 0) + 1


def set_children(
    work: Work, kind: type[Record], column: str, key: UUID, children: Sequence[UUID]
) -> None:
    """Make the children named on a line or a concern these, withdrawing and adding what differs.

    Args:
        work: the transaction.
        kind: the record that names a child, such as `PlanLineChild`.
        column: its column that holds `key`.
        key: the line or concern.
        children: every child it is for from now on.
    """
    named: Any = kind
    standing = work.session.exec(
        select(named).where(getattr(named, column) == key, col(named.withdrawn_at).is_(None))
    ).all()
    work.withdraw(row for row in standing if row.child_id not in children)
    there = {row.child_id for row in standing}
    new = [child for child in children if child not in there]
    work.add(*(named(**{column: key}, child_id=child) for child in new))
