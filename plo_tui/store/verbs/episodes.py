"""What verbs on an episode share: whose journal it is, and the next number in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlmodel import func, select

from agenda.records import PreProceedings, Record

if TYPE_CHECKING:
    from uuid import UUID

    from plo_tui.store.work import Work


def in_episode(work: Work, episode_id: UUID) -> None:
    """Let a change belong to the journal of an episode's case."""
    work.case_id = work.get(PreProceedings, episode_id).case_id


def next_number(work: Work, kind: type[Record], where: Any, column: str) -> int:
    """Return one more than the highest number that a kind of record has so far."""
    highest = work.session.exec(select(func.max(getattr(kind, column))).where(where)).one()
    return int(highest or 0) + 1
