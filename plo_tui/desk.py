"""The desk: who sits at this terminal, with which store, settings and policy.

Every screen is given the desk and reaches the store through it. The store works on one thread
of its own, so no key ever waits for the disk.
"""

from __future__ import annotations

import asyncio
import getpass
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, TypeVar
from uuid import UUID

from agenda.broken_file import BrokenFile
from agenda.london import london_date
from agenda.words import StaffRole

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from pathlib import Path

    from sqlmodel import Session

    from agenda.policy import Policy
    from agenda.words import MeetingKind
    from agenda.working_days import WorkingDays
    from plo_tui.settings import Settings
    from plo_tui.store.key import StoreKey
    from plo_tui.store.reading.home import CaseRow
    from plo_tui.store.store import Done, Store
    from plo_tui.store.work import Work

P = ParamSpec("P")
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Me:
    """The member of staff at this terminal."""

    id: UUID
    name: str
    role: StaffRole


class Desk:
    """One terminal, one person, one store.

    Attributes:
        folder: where the store lies.
        settings: the user's settings.
        demo: whether the store is the demo's; known once it is open.
        me: who sits here; None until they have said so.
        clock: gives the instant of each change (UTC, aware).
        touched_at: the instant of the last key or click here: a meeting left alone shields itself.
    """

    def __init__(
        self,
        folder: Path,
        settings: Settings,
        *,
        demo: bool = False,
        clock: Callable[[], datetime] | None = None,
    ) -> None:
        self.folder = folder
        self.settings = settings
        self.demo = demo
        self.me: Me | None = None
        self.clock = clock or (lambda: datetime.now(UTC))
        self.touched_at = self.clock()
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="store")
        self._key: StoreKey | None = None
        self._plain: Any = None
        self._store: Store | None = None

    def today(self) -> date:
        """Return today's date in London."""
        return london_date(self.clock())

    # --- what the authority set

    @cached_property
    def policy(self) -> Policy:
        """The authority's policy of today.

        Raises:
            BrokenFile: where the authority's file cannot be read or says what will not do.
        """
        from agenda.policy import default_policy, read_policy

        path = self.settings.policy
        return read_policy(_text(path), str(path)) if path else default_policy()

    @cached_property
    def days(self) -> WorkingDays:
        """The working days of the authority's policy."""
        from agenda.working_days import WorkingDays

        return WorkingDays(self.policy.bank_holidays)

    def sheet_text(self, kind: MeetingKind) -> str:
        """Return the agenda sheet for a kind of meeting: the authority's, or the one shipped.

        Raises:
            BrokenFile: where the authority's sheet cannot be read or is broken.
        """
        from agenda.sheet_reading import default_sheet_text, read_sheet

        path = self.settings.sheets.get(kind.value)
        if path is None:
            return default_sheet_text(kind.value)
        text = _text(path)
        read_sheet(text, str(path))
        return text

    # --- the store, on its own thread

    async def open(self) -> None:
        """Open the store, making it where there is none, and find out who sits here.

        Raises:
            CannotOpen: with a sentence that says what to do.
        """
        await self._on_thread(self._open)

    async def home(self, find: str = "", offset: int = 0, limit: int = 0) -> list[CaseRow]:
        """Return a page of the home list, or more where `limit` is more than a page."""
        from plo_tui.store.reading.home import PAGE, read_home

        most = max(limit, PAGE)
        return await self._on_thread(read_home, self._plain, self.today(), find, most, offset)

    async def load(self) -> None:
        """Load the records and the calendar, so that the first case and date come at once."""
        await self._on_thread(self._records)
        with suppress(BrokenFile):  # whoever needs the policy says what is wrong with it
            await self._on_thread(lambda: self.days.is_working_day(self.today()))

    async def do(
        self, verb: Callable[Concatenate[Work, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> Done[T]:
        """Do a verb.

        Raises:
            StoreProblem: named, with a sentence; nothing was changed.
        """
        return await self._on_thread(lambda: self._records().do(verb, *args, **kwargs))

    async def read(
        self, reader: Callable[Concatenate[Session, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """Answer a reader.

        Raises:
            StoreProblem: named, with a sentence.
        """
        return await self._on_thread(lambda: self._records().read(reader, *args, **kwargs))

    async def with_store(
        self, work: Callable[Concatenate[Store, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """Do what needs the whole store, such as keeping unfinished text."""
        return await self._on_thread(lambda: work(self._records(), *args, **kwargs))

    async def introduce(self, me: Me) -> None:
        """Remember who sits here from now on."""
        self.me = me
        await self._on_thread(self._set_actor)

    def close(self) -> None:
        """Close the store; what is being written is written first."""
        self._thread.submit(self._close).result()
        self._thread.shutdown()

    async def _on_thread(self, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        return await asyncio.get_running_loop().run_in_executor(
            self._thread, partial(work, *args, **kwargs)
        )

    def _open(self) -> None:
        from plo_tui.store.connection import connect
        from plo_tui.store.folder import STORE
        from plo_tui.store.opening import prepare

        if self._plain is None:
            self._key = prepare(self.folder, demo=self.demo)
            self.demo = self._key.demo
            self._plain = connect(self.folder / STORE, self._key)
        row = self._plain.execute(
            "SELECT id, name, role FROM staff WHERE login = ? AND withdrawn_at IS NULL",
            [login()],
        ).fetchone()
        self.me = Me(UUID(row[0]), row[1], StaffRole(row[2])) if row else None

    def _records(self) -> Store:
        if self._store is None:
            from plo_tui.store.store import Store

            assert self._key is not None  # noqa: S101 - screens open after `open`
            self._store = Store(self.folder, self._key, self.clock)
            self._set_actor()
        return self._store

    def _set_actor(self) -> None:
        if self._store:
            self._store.actor_id = self.me.id if self.me else None

    def _close(self) -> None:
        if self._plain is not None:
            self._plain.close()
        if self._store is not None:
            self._store.close()


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        raise BrokenFile(str(path), None, "this is not UTF-8 text. Save it as UTF-8.") from None
    except OSError as fault:
        why = fault.strerror or "it cannot be read"
        raise BrokenFile(str(path), None, f"it cannot be read ({why}). Check its place.") from None


def login() -> str:
    """Return the name this person signs in with on this machine."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # no such user on this machine, as in some containers
        return "user"
