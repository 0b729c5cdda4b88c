"""The work of a verb: one transaction, the rows it may change, and what it changed.

A verb is the only way to change a record. It takes plain values, fetches rows through its
`Work` (with the version the caller saw), changes them, and is done: the store commits the rows
and one journal row together, or nothing.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeVar

from plo_tui.store.problems import Changed, Refused

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime
    from uuid import UUID

    from sqlmodel import Session

    from agenda.records import Record
    from agenda.records.meeting import Meeting

R = TypeVar("R", bound="Record")


@dataclass(slots=True)
class Work:
    """One verb's transaction.

    Attributes:
        session: SQLAlchemy's session; rows that the verb reads without changing come from here.
        actor_id: who does it; None only before the first member of staff is there.
        at: the instant of the change (UTC, aware).
        case_id: the case whose journal the change belongs to; verbs set it.
        touched: each row made or changed, by its id, with its columns as they were; None if new.
        of_id: the journal row an undo or redo is about.
        title: what was done, in words, for undo; empty where the verb's name says it.
    """

    session: Session
    actor_id: UUID | None
    at: datetime
    case_id: UUID | None = None
    touched: dict[UUID, tuple[Record, dict[str, Any] | None]] = field(default_factory=dict)
    of_id: UUID | None = None
    title: str = ""

    @property
    def actor(self) -> UUID:
        """Who does it.

        Raises:
            Refused: where nobody has said who they are yet.
        """
        if self.actor_id is None:
            raise Refused("Say who you are first: your name, role and team.")
        return self.actor_id

    def add(self, *records: Record) -> None:
        """Put new rows in, in this order: what is pointed at before what points."""
        for record in records:
            self.session.add(record)
            self.touched[record.id] = (record, None)
            self.session.flush()

    def change(self, kind: type[R], key: UUID, version: int | None, /, **values: Any) -> R:
        """Change columns of a row and return it.

        Args:
            kind: the record's class.
            key: its id.
            version: the version the caller saw; None where any will do (a counter, a mark).
            values: the columns and their new values.

        Raises:
            Changed: where the row has changed since.
            Refused: where it is not there.
        """
        record = self.get(kind, key)
        if version is not None and record.version != version:
            raise Changed(
                "Someone changed this since you opened it. Your words are still here: "
                "look at the newer ones, then save again."
            )
        self.touched.setdefault(record.id, (record, columns_of(record)))
        for name, value in values.items():
            setattr(record, name, value)
        self.session.add(record)
        self.session.flush()
        return record

    def put(
        self, kind: type[R], about: dict[str, Any], said: dict[str, Any], **at_first: Any
    ) -> None:
        """Record what is said about something, in the place of what stands about it already.

        Args:
            kind: the record's class.
            about: the columns that say what it is about; one row that is not withdrawn has them.
            said: the columns that are said, and said again.
            at_first: columns that are set with the row and stay.
        """
        from sqlmodel import col, select

        same = (col(getattr(kind, name)) == value for name, value in about.items())
        standing = select(kind).where(*same, col(kind.withdrawn_at).is_(None))
        if earlier := self.session.exec(standing).first():
            self.change(kind, earlier.id, None, **said)
        else:
            self.add(kind(**about, **said, **at_first))

    def get(self, kind: type[R], key: UUID) -> R:
        """Return a row to read.

        Raises:
            Refused: where it is not there.
        """
        record = self.session.get(kind, key)
        if record is None:
            raise Refused("This is no longer in the store. Go back and open it again.")
        return record

    def withdraw(self, records: Iterable[Record]) -> None:
        """Mark rows as withdrawn; they stay, and can be brought back."""
        for record in records:
            self.change(type(record), record.id, None, withdrawn_at=self.at)

    def in_case_of(self, meeting_id: UUID) -> Meeting:
        """Return a meeting, and let the change belong to its case's journal."""
        from agenda.records import Meeting, PreProceedings

        meeting = self.get(Meeting, meeting_id)
        self.case_id = self.get(PreProceedings, meeting.episode_id).case_id
        return meeting


def refuse_if_purged(work: Work, verb: str) -> None:
    """Refuse to write into a case whose record was removed, as a second terminal might.

    Raises:
        Refused: where it was, but for the verb that removes it.
    """
    from agenda.records import Case

    case = work.session.get(Case, work.case_id) if work.case_id else None
    if case and case.purged_at and verb != "purge":
        raise Refused("This family's record was removed under retention. Go back to the list.")


def columns_of(record: Record) -> dict[str, Any]:
    """Return a record's columns and their values now."""
    return {column.key: getattr(record, column.key) for column in type(record).__table__.columns}  # type: ignore[attr-defined]
