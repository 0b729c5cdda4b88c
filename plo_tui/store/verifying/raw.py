"""The store's rows as they lie in the file, unread by the records' library.

What was changed behind the app may be no date, no number and no text at all: nothing here is
turned into a record, so nothing can fail on it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

from sqlcipher3 import dbapi2 as sqlcipher

from agenda import records
from agenda.records import Record

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sqlalchemy import PoolProxiedConnection, Table
    from sqlmodel import Session

Damaged = sqlcipher.Error
"""What reading a damaged page raises."""


class RawStore:
    """The plain rows of a store, all of one moment as long as no page is damaged.

    Once a damaged page was met, the cipher lets a connection read nothing more: what can still be
    read is read through the next one.
    """

    def __init__(self, session: Session) -> None:
        self._engine: Any = session.get_bind()
        self._pooled: PoolProxiedConnection | None = None

    def rows(self, query: str, values: Sequence[Any] = ()) -> Iterator[Any]:
        """Give the rows of a query.

        Raises:
            Damaged: where one cannot be read.
        """
        try:
            yield from self._connection().execute(query, values)
        except Damaged:
            self.close()
            raise

    def row(self, query: str, values: Sequence[Any] = ()) -> Any:
        """Return the first row of a query; None where there is none.

        Raises:
            Damaged: where it cannot be read.
        """
        return next(self.rows(query, values), None)

    def close(self) -> None:
        """Let go of the connection."""
        if self._pooled is not None:
            self._pooled.invalidate()
            self._pooled = None

    def _connection(self) -> Any:
        if self._pooled is None:
            self._pooled = self._engine.raw_connection()
            connection: Any = self._pooled.driver_connection
            # A text may be no UTF-8 any more; what stands in for it has another fingerprint.
            connection.text_factory = lambda found: found.decode("utf-8", "replace")
            connection.execute("BEGIN")
        return self._pooled.driver_connection


def kinds() -> dict[str, Table]:
    """Return the table of each kind of record, by the name that payloads have."""
    every = (getattr(records, name) for name in records.__all__)
    return {
        kind.__name__: kind.__table__  # type: ignore[attr-defined]
        for kind in every
        if isinstance(kind, type) and issubclass(kind, Record) and kind is not Record
    }


def kind_words(name: str) -> str:
    """Return what a kind of record is called: `plan line` for `PlanLine`."""
    return "".join(f" {one.lower()}" if one.isupper() else one for one in name).strip()


def key_of(found: Any) -> UUID | None:
    """Return a key as it lies in a column; None where there is none.

    Raises:
        ValueError: where it is no key.
    """
    return None if found is None else UUID(str(found))
