"""Unfinished text: what stands in a composer and is not yet saved, kept outside the records.

It is written at the latest 300 ms after its first unsaved key, and is there on return.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy import delete
from sqlmodel import Field, Session, SQLModel, col

if TYPE_CHECKING:
    from plo_tui.store.store import Store


class Unfinished(SQLModel, table=True):
    """The text in one person's composer in one meeting."""

    meeting_id: UUID = Field(primary_key=True, foreign_key="meeting.id")
    author_id: UUID = Field(primary_key=True, foreign_key="staff.id")
    text: str
    cursor: int = 0
    """The cursor's place, in characters from the start."""
    speaker: str = ""
    """The sticky speaker's id; empty for nobody."""
    item_id: UUID | None = None
    """The item it was begun under, which it stays with when the meeting moves on."""
    editing_id: UUID | None = None
    """The entry being edited; None where a new one is being written."""
    kept_at: datetime


def read_unfinished(session: Session, meeting_id: UUID, author_id: UUID) -> Unfinished | None:
    """Return what was left in a composer; None where nothing was."""
    return session.get(Unfinished, (meeting_id, author_id))


def keep_unfinished(store: Store, words: Unfinished) -> None:
    """Keep what stands in a composer, in the place of what stood there."""
    from agenda.text import clean

    words.text = clean(words.text)
    with store.transaction() as session:
        session.merge(words)


def drop_unfinished(store: Store, meeting_id: UUID, author_id: UUID) -> None:
    """Forget what stood in a composer: it was saved."""
    with store.transaction() as session:
        session.execute(
            delete(Unfinished).where(
                col(Unfinished.meeting_id) == meeting_id, col(Unfinished.author_id) == author_id
            )
        )
