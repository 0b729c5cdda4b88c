"""After a purge: nothing of what was removed stays in free pages, the log or our own backups."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING, Any

import sqlcipher3.dbapi2 as sqlcipher

from plo_tui.store.backing_up import back_up_on_closing, backups, remove_leftovers
from plo_tui.store.connection import connect, is_open_elsewhere
from plo_tui.store.folder import STORE, as_cannot_open
from plo_tui.store.latest_changes import set_aside
from plo_tui.store.opening import forget_new
from plo_tui.store.problems import Refused

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from sqlmodel import Session

    from plo_tui.store.key import StoreKey

_NOTHING, _REMOVED = 0, 1
"""What the store's `user_version` says: whether something removed is still to be overwritten."""


def mark_removed(session: Session) -> None:
    """Remember, in the transaction that removes a record, that its pages are to be overwritten."""
    session.connection().exec_driver_sql(f"PRAGMA user_version = {_REMOVED}")


def is_overwriting_due(plain: Any) -> bool:
    """Whether something was removed and its pages are not overwritten yet.

    Args:
        plain: a plain connection (`plo_tui.store.connection.connect`).
    """
    return bool(plain.execute("PRAGMA user_version").fetchone()[0] == _REMOVED)


def overwrite_removed(folder: Path, key: StoreKey, kept: int, now: datetime) -> None:
    """Write the store anew without its free pages, empty its log, and replace our own backups.

    It may be repeated, as after an interruption: what is done already is done again.

    Args:
        folder: the store's folder.
        key: its key.
        kept: how many backups are kept: one is made in the place of the old ones, if any.
        now: the instant (UTC, aware).

    Raises:
        Refused: where another plo-tui has the store open; close it there, then do this again.
        StoreProblem: where an old backup could not be removed, or a new one not be written.
    """
    try:
        with as_cannot_open(folder), closing(connect(folder / STORE, key)) as connection:
            if is_open_elsewhere(connection):
                raise _in_use()
            connection.execute("PRAGMA journal_mode=WAL")
            connection.execute("VACUUM")
            if connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]:
                raise _in_use()
            for old in (*backups(folder), *set_aside(folder / STORE)):
                old.unlink()
            forget_new(folder)
            remove_leftovers(folder)
            connection.execute(f"PRAGMA user_version = {_NOTHING}")
    except sqlcipher.OperationalError as error:
        raise _in_use() from error
    back_up_on_closing(folder, key, kept, now)


def _in_use() -> Refused:
    return Refused(
        "The record is removed, but what it stood in is not overwritten yet: another plo-tui has "
        "the store open. Close it there, then type: plo-tui retention"
    )
