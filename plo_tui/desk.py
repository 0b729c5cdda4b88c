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
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, TypeVar
from uuid import UUID

from agenda.broken_file import BrokenFile
from agenda.london import london_date
from agenda.words import StaffRole
from plo_tui.authority import Authority

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from pathlib import Path

    from sqlmodel import Session

    from plo_tui.settings import Settings
    from plo_tui.store.key import KeyFile, StoreKey
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


class Desk(Authority):
    """One terminal, one person, one store.

    Attributes:
        folder: where the store lies.
        settings: the user's settings.
        demo: whether the store is the demo's; known once it is open.
        me: who sits here; None until they have said so.
        clock: gives the instant of each change (UTC, aware).
        secret: what the command line was given to open the store with; empty once it is open.
        touched_at: the instant of the last key or click here: a meeting left alone shields itself.
    """

    def __init__(
        self,
        folder: Path,
        settings: Settings,
        *,
        demo: bool = False,
        clock: Callable[[], datetime] | None = None,
        secret: str = "",
    ) -> None:
        self.folder = folder
        self.settings = settings
        self.demo = demo
        self.me: Me | None = None
        self.clock = clock or (lambda: datetime.now(UTC))
        self.touched_at = self.clock()
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="store")
        self.secret = secret
        self._key: StoreKey | None = None
        self._plain: Any = None
        self._store: Store | None = None

    def today(self) -> date:
        """Return today's date in London."""
        return london_date(self.clock())

    # --- the store, on its own thread

    async def open(self, secret: str = "") -> None:
        """Open the store, making a demo where there is none, and find out who sits here.

        Args:
            secret: the passphrase or the recovery key, where the store asks for one.

        Raises:
            Locked: where the store asks for a secret and none was given, or a wrong one.
            NoPassphrase: where one is to be chosen first: see `begin`.
            CannotOpen: with a sentence that says what to do.
        """
        await self._on_thread(self._open, secret)

    async def begin(self, made: tuple[KeyFile, StoreKey, str]) -> None:
        """Make a new store, or take over one from before passphrases, and open it.

        Args:
            made: what `key.sealed_key_file` gave, once its recovery key is kept.

        Raises:
            StoreProblem: with a sentence that says what to do.
        """
        await self._on_thread(self._begin, made)

    async def unlocks(self, secret: str) -> None:
        """See that a passphrase or recovery key opens this store, which is open.

        Raises:
            Locked: where it does not.
        """
        from plo_tui.store.opening import unlock

        await self._on_thread(unlock, self.folder, secret, self.clock())

    async def home(self, find: str = "", offset: int = 0, limit: int = 0) -> list[CaseRow]:
        """Return a page of the home list, or more where `limit` is more than a page."""
        from plo_tui.store.reading.home import PAGE, read_home

        most = max(limit, PAGE)
        return await self._on_thread(read_home, self._plain, self.today(), find, most, offset)

    async def change_passphrase(self, passphrase: str) -> None:
        """Let another passphrase open the store from now on.

        Raises:
            CannotOpen: where the key file cannot be written; the old one still opens it.
        """
        from plo_tui.store.opening import with_passphrase

        await self._on_thread(with_passphrase, self.folder, self.key, passphrase)
        if self.settings.keyring:
            from plo_tui.remembered import remember_instead

            await self._on_thread(remember_instead, self.folder, passphrase)

    async def load_libraries(self) -> None:
        """Load the database's libraries, while a passphrase is being typed."""
        await self._on_thread(import_module, "plo_tui.store.store")

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

    def known_secret(self) -> str:
        """Return what opens the store without anyone typing it; empty where it must be typed."""
        if self.secret or not self.settings.keyring:
            return self.secret
        from plo_tui.remembered import remembered

        return remembered(self.folder)

    @property
    def is_open(self) -> bool:
        """Whether the store is open."""
        return self._plain is not None

    @property
    def key(self) -> StoreKey:
        """The key of the open store."""
        assert self._key is not None  # noqa: S101 - asked for after `open`
        return self._key

    def close(self) -> str:
        """Close the store; what is being written is written first, and a backup is made.

        Returns:
            Why no backup could be made, as a sentence; empty where all is well.
        """
        said = self._thread.submit(self._close).result()
        self._thread.shutdown()
        return said

    async def _on_thread(self, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        return await asyncio.get_running_loop().run_in_executor(
            self._thread, partial(work, *args, **kwargs)
        )

    def _begin(self, made: tuple[KeyFile, StoreKey, str]) -> None:
        from plo_tui.store.opening import is_store, make_store

        if is_store(self.folder):
            from plo_tui.store.taking_over import take_over

            take_over(self.folder, made)
        else:
            make_store(self.folder, made)
        self._open("", made[1])

    def _open(self, secret: str, key: StoreKey | None = None) -> None:
        from plo_tui.store.connection import connect
        from plo_tui.store.folder import STORE
        from plo_tui.store.opening import prepare

        if self._plain is None:
            secret = secret or ("" if key else self.known_secret())
            self._key = prepare(
                self.folder, demo=self.demo, secret=secret, key=key, now=self.clock()
            )
            self.secret = ""
            self.demo = self._key.demo
            self._plain = connect(self.folder / STORE, self._key)
        self.me = signed_in(self._plain)

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

    def _close(self) -> str:
        try:
            return self._back_up() if self._key and not self.demo else ""
        finally:
            if self._plain is not None:
                self._plain.close()
            if self._store is not None:
                self._store.close()

    def _back_up(self) -> str:
        from plo_tui.store.backing_up import back_up_on_closing
        from plo_tui.store.problems import StoreProblem

        try:
            back_up_on_closing(self.folder, self.key, self.backups_kept, self.clock())
        except StoreProblem as problem:
            return f"Everything is saved, but no backup was made on closing. {problem}"
        return ""


def signed_in(plain: Any) -> Me | None:
    """Return the member of staff who signs in here, by a plain connection; None for nobody."""
    row = plain.execute(
        "SELECT id, name, role FROM staff WHERE login = ? AND withdrawn_at IS NULL", [login()]
    ).fetchone()
    return Me(UUID(row[0]), row[1], StaffRole(row[2])) if row else None


def login() -> str:
    """Return the name this person signs in with on this machine."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # no such user on this machine, as in some containers
        return "user"
