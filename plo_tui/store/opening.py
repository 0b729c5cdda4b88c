"""Opening a store: make a new one, refuse a newer one, bring an older one up to date."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from plo_tui.store.connection import connect, connect_new
from plo_tui.store.folder import KEY, STORE, make_folder
from plo_tui.store.key import make_key, read_key
from plo_tui.store.problems import CannotOpen, NewerStore

if TYPE_CHECKING:
    from pathlib import Path

    from plo_tui.store.key import StoreKey

SCHEMA = "0003"
"""The revision that this version of the app reads and writes."""
_NEW = "store.new"


def is_store(folder: Path) -> bool:
    """Whether a store lies in a folder."""
    return (folder / STORE).exists()


def prepare(folder: Path, *, demo: bool = False) -> StoreKey:
    """Make sure that a store of this version lies in a folder, and return its key.

    A new store is made whole under another name first, so a half-made one is never opened.

    Raises:
        CannotOpen: with a sentence that says what to do; nothing was changed.
        NewerStore: where a newer version of the app made it.
    """
    make_folder(folder)
    if not is_store(folder):
        key = read_key(folder) if (folder / KEY).exists() else make_key(folder, demo=demo)
        _make(folder, key)
        return key
    key = read_key(folder)
    connection = connect(folder / STORE, key)
    try:
        revision = _revision(connection)
    finally:
        connection.close()
    if revision != SCHEMA:
        from plo_tui.store.migrating import known, migrate

        if not known(revision):
            raise NewerStore(
                "This store was made by a newer version of plo-tui. Nothing was changed: "
                "update plo-tui, then open it again."
            )
        migrate(folder / STORE, key)
    return key


def _make(folder: Path, key: StoreKey) -> None:
    from plo_tui.store.migrating import migrate

    new = folder / _NEW
    for leftover in (new, folder / f"{_NEW}-wal", folder / f"{_NEW}-shm"):
        leftover.unlink(missing_ok=True)
    connect_new(new, key).close()
    migrate(new, key)
    new.replace(folder / STORE)


def _revision(connection: Any) -> str:
    """Return the store's revision; empty where it has none."""
    try:
        row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    except Exception as error:
        raise CannotOpen(
            "This file is encrypted with our key but is not a plo-tui store. "
            "Nothing was changed: put a backup in its place."
        ) from error
    return str(row[0]) if row else ""
