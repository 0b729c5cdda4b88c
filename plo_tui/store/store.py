"""An open store: it does verbs and answers readers, one at a time, on whichever thread calls.

The app calls it from one thread of its own; commands without a screen call it directly.
"""

from __future__ import annotations

import inspect
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Concatenate, Generic, ParamSpec, TypeVar
from uuid import UUID

from sqlalchemy import create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm.exc import StaleDataError
from sqlalchemy.pool import QueuePool
from sqlcipher3 import dbapi2 as sqlcipher
from sqlmodel import Session

from agenda.broken_file import BrokenFile
from agenda.minuting import NothingToMinute
from agenda.records import Journal, new_key
from agenda.text import clean
from plo_tui.crash_log import log_crash
from plo_tui.store import journal
from plo_tui.store.connection import connect
from plo_tui.store.folder import STORE
from plo_tui.store.problems import NOT_AS_WRITTEN, Changed, Unreadable, problem_of
from plo_tui.store.same_files import SameFiles
from plo_tui.store.work import Work, refuse_if_purged

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from sqlalchemy import Engine

    from agenda.records import Record
    from plo_tui.store.key import StoreKey

P = ParamSpec("P")
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Done(Generic[T]):
    """What a verb did.

    Attributes:
        sequence: its place in the case's journal.
        changed: the rows it made or changed, as they are now.
        value: what the verb itself returned.
    """

    sequence: int
    changed: tuple[Record, ...]
    value: T


def utc_now() -> datetime:
    """Return the present instant (UTC, aware)."""
    return datetime.now(UTC)


class Store:
    """An open store.

    Attributes:
        folder: where it lies.
        demo: whether it holds the demo's fictional families.
        actor_id: who is working; None until they have said so.
        clock: gives the instant of each verb.
    """

    def __init__(
        self, folder: Path, key: StoreKey, clock: Callable[[], datetime] = utc_now
    ) -> None:
        self.folder = folder
        self.demo = key.demo
        self.actor_id: UUID | None = None
        self.clock = clock
        self._files: SameFiles | None = None
        self._engine = _engine(lambda: self._connect(folder / STORE, key))

    def do(
        self, verb: Callable[Concatenate[Work, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> Done[T]:
        """Do a verb: its rows and one journal row, or nothing.

        Every text among the arguments passes the one border (`agenda.text.clean`) here.

        Raises:
            StoreProblem: named, with a sentence; nothing was changed.
        """
        return self.do_once(new_key(), verb, *args, **kwargs)

    def do_once(
        self,
        key: UUID,
        verb: Callable[Concatenate[Work, P], T],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> Done[T]:
        """Do a verb under a key of the caller's: one that was done already is not done again."""
        named = inspect.signature(verb).bind(None, *args, **kwargs)
        arguments = {name: _cleaned(value) for name, value in list(named.arguments.items())[1:]}
        with self.transaction() as session:
            if done := session.get(Journal, key):
                return Done(done.sequence, _rows_of(session, key), None)  # type: ignore[arg-type]
            work = Work(session, self.actor_id, self.clock())
            value = verb(work, **arguments)  # type: ignore[call-arg]
            refuse_if_purged(work, verb.__name__)
            row = journal.write(work, verb.__name__, arguments, key)
            return Done(row.sequence, tuple(record for record, _ in work.touched.values()), value)

    def read(
        self, reader: Callable[Concatenate[Session, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """Answer a reader: everything it reads is of one moment.

        Raises:
            StoreProblem: named, with a sentence.
        """
        with self._named(), Session(self._engine, expire_on_commit=False) as session:
            try:
                return reader(session, *args, **kwargs)
            except (BrokenFile, NothingToMinute):
                raise
            except NOT_AS_WRITTEN as error:
                log_crash(error)  # it may be a fault of ours as well
                raise Unreadable(
                    "This record holds something that plo-tui did not write, so it cannot be "
                    "shown. Nothing was changed: put a backup in its place."
                ) from error

    def changed_since(self, case_id: UUID, sequence: int) -> tuple[int, tuple[Record, ...]]:
        """Return the rows that others changed after a place in the journal, and the place now."""
        return self.read(_changed_since, case_id, sequence)

    def close(self) -> None:
        """Close the store."""
        self._engine.dispose()
        self._files = None

    @contextmanager
    def transaction(self) -> Iterator[Session]:
        """Open a write transaction that no other writer can get between.

        What is written to a file that is no longer in its place is not saved, so the files are
        looked at before (nothing is written then) and after.
        """
        writing = self._engine.execution_options(begin="BEGIN IMMEDIATE")
        with self._named(), Session(writing, expire_on_commit=False) as session:
            self._check_files()
            yield session
            session.commit()
            self._check_files()

    def _connect(self, path: Path, key: StoreKey) -> Any:
        connection = connect(path, key)
        self._files = SameFiles(path)
        return connection

    def _check_files(self) -> None:
        if self._files:
            self._files.check()

    @contextmanager
    def _named(self) -> Iterator[None]:
        """Turn the database's errors into named problems, without their words."""
        try:
            yield
        except StaleDataError as error:
            raise Changed(
                "Someone changed this at the same moment. Your words are still here: "
                "look at the newer ones, then save again."
            ) from error
        except (DBAPIError, sqlcipher.Error) as error:
            raise problem_of(error) from error


def _engine(connection: Callable[[], Any]) -> Engine:
    engine = create_engine(
        "sqlite://",
        module=sqlcipher,
        creator=connection,
        poolclass=QueuePool,  # by default it would be one a thread, and never closed
        pool_size=1,
        hide_parameters=True,  # an error must not quote the minutes
    )

    @event.listens_for(engine, "begin")
    def _begin(connection: Any) -> None:
        # A read that turns into a write on a stale snapshot fails at once: say so from the start.
        connection.exec_driver_sql(connection.get_execution_options().get("begin", "BEGIN"))

    return engine


def _cleaned(value: Any) -> Any:
    if isinstance(value, str):
        return clean(value) if type(value) is str else value
    if isinstance(value, (list, tuple)):
        return type(value)(_cleaned(part) for part in value)
    if isinstance(value, dict):
        return {key: _cleaned(part) for key, part in value.items()}
    return value


def _rows_of(session: Session, key: UUID) -> tuple[Record, ...]:
    rows = []
    for change in journal.payload_of(session, key)["changes"]:
        kind = journal.record_kind(change["kind"])
        rows.append(session.get_one(kind, UUID(change["id"])))
    return tuple(rows)


def _changed_since(
    session: Session, case_id: UUID, sequence: int
) -> tuple[int, tuple[Record, ...]]:
    from sqlmodel import col, select

    newer = select(Journal).where(Journal.case_id == case_id, col(Journal.sequence) > sequence)
    rows = session.exec(newer.order_by(col(Journal.sequence))).all()
    changed = {record.id: record for row in rows for record in _rows_of(session, row.id)}
    return (rows[-1].sequence if rows else sequence), tuple(changed.values())
