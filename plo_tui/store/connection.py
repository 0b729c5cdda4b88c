"""A connection to the encrypted store, without SQLAlchemy: the home list needs no more."""

from __future__ import annotations

import shutil
from contextlib import suppress
from typing import TYPE_CHECKING, Any

import sqlcipher3.dbapi2 as sqlcipher

from plo_tui.store.folder import make_file
from plo_tui.store.problems import RESTORE, CannotOpen, problem_of

if TYPE_CHECKING:
    from pathlib import Path

    from plo_tui.store.key import StoreKey

PAGE_SIZE = 4096
"""Bytes of a page, as SQLCipher writes them."""


_INDEX_SIZE = 32 * 1024
"""Bytes of the least index (`-shm`), without which a store cannot be opened."""


def connect(path: Path, key: StoreKey) -> Any:
    """Open a store's file, which must be there: `opening.make_store` makes it.

    Raises:
        CannotOpen: with a sentence that says what to do.
    """
    refuse_if_none(path)
    return _open(path, key)


def refuse_if_none(path: Path) -> None:
    """See that a store's file is there: the database would make one, empty and for all to read.

    Raises:
        CannotOpen: where it is not, or is not even a page long.
    """
    if not path.is_file() or path.stat().st_size < PAGE_SIZE:
        raise CannotOpen(
            f"There is no store in {path.parent}, or its file is empty or cut off. "
            f"Nothing was changed: {RESTORE}"
        )


def is_open_elsewhere(connection: Any) -> bool:
    """Whether another program has the store open, even where it does nothing with it.

    Where none has, the store is left without a write-ahead log, until it is asked for one again.
    """
    connection.execute("PRAGMA busy_timeout=500")
    mode = ""
    with suppress(sqlcipher.Error):
        mode = str(connection.execute("PRAGMA journal_mode=DELETE").fetchone()[0])
    return mode.lower() != "delete"


def connect_new(path: Path, key: StoreKey) -> Any:
    """Make a store's file, owner-only before its first byte, and open it.

    Raises:
        CannotOpen: where it cannot be made.
    """
    make_file(path)
    return _open(path, key)


def _open(path: Path, key: StoreKey) -> Any:
    try:
        connection = keyed(path, key)
        connection.execute("SELECT count(*) FROM sqlite_master")  # a wrong key fails here
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA synchronous=FULL")
        connection.execute("PRAGMA foreign_keys=ON")
        connection.execute("PRAGMA temp_store=MEMORY")  # a temporary file would not be encrypted
    except sqlcipher.Error as error:
        problem = problem_of(error)
        if isinstance(problem, CannotOpen):
            from plo_tui.store.damage import what_is_wrong

            raise what_is_wrong(path, key) or problem from error
        if _no_room(path):
            raise CannotOpen(
                "The disk is full, so the store cannot be opened. Free some space, then try again."
            ) from error
        # Nothing was being saved: whatever the code says, it is the opening that failed.
        raise CannotOpen(
            f"The store in {path.parent} cannot be opened: its folder or disk does not allow "
            "writing. Make it writable, or choose another with --store FOLDER."
        ) from error
    return connection


def keyed(path: Path, key: StoreKey) -> Any:
    """Return a connection that has its key and has read nothing yet."""
    connection = sqlcipher.connect(
        str(path), timeout=5, check_same_thread=False, isolation_level=None
    )
    # Before the key: SQLCipher writes its complaints over the screen otherwise.
    connection.execute("PRAGMA cipher_log_level=NONE")
    connection.execute(f"PRAGMA key=\"x'{key.key.hex()}{key.salt.hex()}'\"")
    return connection


def _no_room(path: Path) -> bool:
    """Whether the disk has no room left even for the index of the latest changes."""
    return shutil.disk_usage(path.parent).free < _INDEX_SIZE
