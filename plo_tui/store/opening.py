"""Opening a store: make a new one, unlock it, refuse a newer one, bring an older one up to date."""

from __future__ import annotations

from datetime import UTC, datetime
from enum import StrEnum
from math import ceil
from typing import TYPE_CHECKING, Any

from plo_tui.store import tries
from plo_tui.store.connection import connect, connect_new
from plo_tui.store.folder import KEY, STORE, as_cannot_open, make_folder
from plo_tui.store.key import (
    PASSPHRASE,
    RECOVERY,
    StoreKey,
    demo_key_file,
    read_key_file,
    write_key_file,
)
from plo_tui.store.latest_changes import refuse_if_lost
from plo_tui.store.problems import (
    CannotOpen,
    Locked,
    NewerStore,
    NoPassphrase,
    TooSoon,
    WrongSecret,
    problem_of,
)

if TYPE_CHECKING:
    from pathlib import Path

    from plo_tui.store.key import KeyFile

SCHEMA = "0005"
"""The revision that this version of the app reads and writes."""
NEW = "store.new"
"""A store that is being made, before it has its name."""


class Asks(StrEnum):
    """What a folder asks for before its store is open."""

    NOTHING = "nothing: a demo"
    UNLOCKING = "its passphrase or recovery key"
    CHOOSING = "a passphrase to be chosen for a new store"
    TAKING_OVER = "a passphrase to be chosen for a store from before passphrases"


def is_store(folder: Path) -> bool:
    """Whether a store lies in a folder."""
    return (folder / STORE).exists()


def asks(folder: Path, *, demo: bool = False) -> Asks:
    """Return what a folder asks for before its store can be opened.

    Raises:
        CannotOpen: with a sentence that says what to do; nothing was changed.
    """
    if not (folder / KEY).exists():
        if is_store(folder):
            read_key_file(folder)  # which says that it is missing
        return Asks.NOTHING if demo else Asks.CHOOSING
    from plo_tui.store.taking_over import finish_taking_over

    finish_taking_over(folder)
    file = read_key_file(folder)
    if file.open_key is None:
        return Asks.UNLOCKING
    return Asks.NOTHING if file.open_key.demo else Asks.TAKING_OVER


def prepare(
    folder: Path,
    *,
    demo: bool = False,
    secret: str = "",
    key: StoreKey | None = None,
    now: datetime | None = None,
) -> StoreKey:
    """Make sure that a store of this version lies in a folder, and return its key.

    Args:
        folder: the store's folder.
        demo: make a demo where there is no store yet.
        secret: the passphrase or the recovery key.
        key: the store's key, where it is known already.
        now: the instant (UTC, aware), for wrong secrets in a row; None for the system's.

    Raises:
        Locked: where the store asks for a secret and none was given, or a wrong one.
        NoPassphrase: where one is to be chosen first: `make_store`, or `taking_over.take_over`.
        NewerStore: where a newer version of the app made it.
        CannotOpen: with a sentence that says what to do; nothing was changed.
    """
    make_folder(folder)
    asked = asks(folder, demo=demo)
    if asked in (Asks.CHOOSING, Asks.TAKING_OVER):
        raise NoPassphrase(
            f"The store in {folder} has no passphrase yet. Open plo-tui there and choose one."
        )
    if not (folder / KEY).exists():
        key_file = demo_key_file()
        assert key_file.open_key is not None  # noqa: S101 - a demo's always is
        _make(folder, key_file, key_file.open_key)
        return key_file.open_key
    key = key or unlock(folder, secret, now)
    if not is_store(folder) and (folder / NEW).exists():
        with as_cannot_open(folder):
            (folder / NEW).replace(folder / STORE)  # it was made whole, and not yet named
    _bring_up_to_date(folder, key)
    return key


def make_store(folder: Path, made: tuple[KeyFile, StoreKey, str]) -> StoreKey:
    """Make a new store under what `key.sealed_key_file` gave, and return its key.

    Raises:
        CannotOpen: where a store or a key is there already, or the folder cannot be written.
    """
    make_folder(folder)
    if is_store(folder) or (folder / KEY).exists():
        raise CannotOpen(
            f"There is a store in {folder} already. Open it, or choose another folder."
        )
    key_file, key, _recovery = made
    _make(folder, key_file, key)
    return key


def unlock(folder: Path, secret: str, now: datetime | None = None) -> StoreKey:
    """Return the key that a passphrase or a recovery key opens.

    Raises:
        TooSoon: after several wrong ones in a row.
        WrongSecret: where it opens nothing.
        Locked: where none was given.
    """
    key_file = read_key_file(folder)
    if key_file.open_key:
        return key_file.open_key
    if not secret:
        raise Locked(f"The store in {folder} is locked. Give its passphrase or its recovery key.")
    now = now or datetime.now(UTC)
    if left := tries.wait(folder, now):
        raise TooSoon(ceil(left.total_seconds()))
    key = key_file.unlock(secret)
    if key is None:
        tries.wrong(folder, now)
        raise WrongSecret(
            "This passphrase, or recovery key, does not open the store. "
            "Nothing was changed: type it again."
        )
    tries.right(folder)
    return key


def with_passphrase(folder: Path, key: StoreKey, passphrase: str) -> None:
    """Let another passphrase open the store from now on; the old one opens it no more."""
    write_key_file(folder, read_key_file(folder).resealed(key, PASSPHRASE, passphrase))


def with_recovery_key(folder: Path, key: StoreKey, recovery: str) -> None:
    """Let another recovery key open the store from now on; the old one opens it no more."""
    write_key_file(folder, read_key_file(folder).resealed(key, RECOVERY, recovery))


def forget_new(folder: Path) -> None:
    """Remove what is left of a store that was being made, with all that lies beside it.

    Raises:
        OSError: where it cannot be removed.
    """
    for leftover in folder.glob(f"{NEW}*"):
        leftover.unlink(missing_ok=True)


def _make(folder: Path, key_file: KeyFile, key: StoreKey) -> None:
    """Make a store whole under another name, then its key file, then give it its name."""
    from plo_tui.store.migrating import migrate

    new = folder / NEW
    with as_cannot_open(folder):
        forget_new(folder)
        connect_new(new, key).close()
        migrate(new, key)
        write_key_file(folder, key_file)
        new.replace(folder / STORE)


def check_revision(connection: Any) -> str:
    """Return which version's schema a store has.

    Raises:
        NewerStore: where this version of the app does not know it.
        CannotOpen: where the file is a database of something else.
    """
    revision = _revision(connection)
    if revision != SCHEMA:
        from plo_tui.store.migrating import known

        if not known(revision):
            raise NewerStore(
                "This store was made by a newer version of plo-tui. Nothing was changed: "
                "update plo-tui, then open it again."
            )
    return revision


def _bring_up_to_date(folder: Path, key: StoreKey) -> None:
    with as_cannot_open(folder):
        refuse_if_lost(folder / STORE)
    connection = connect(folder / STORE, key)
    try:
        revision = check_revision(connection)
    finally:
        connection.close()
    if revision != SCHEMA:
        from plo_tui.store.backing_up import back_up_before_migrating
        from plo_tui.store.migrating import migrate

        back_up_before_migrating(folder, key, revision)
        migrate(folder / STORE, key)


def _revision(connection: Any) -> str:
    """Return the store's revision; empty where it has none."""
    try:
        row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    except Exception as error:
        problem = problem_of(error)
        if isinstance(problem, CannotOpen):
            raise problem from error
        raise CannotOpen(
            "This file is encrypted with our key but is not a plo-tui store. "
            "Nothing was changed: put a backup in its place."
        ) from error
    return str(row[0]) if row else ""
