"""A whole copy of a store while it is in use: of one moment, encrypted, under a name of its own."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import sqlcipher3.dbapi2 as sqlcipher

from plo_tui.store.connection import connect, keyed
from plo_tui.store.folder import make_file
from plo_tui.store.problems import NoBackup, problem_of

if TYPE_CHECKING:
    from pathlib import Path

    from plo_tui.store.key import StoreKey


def copy_store(store: Path, key: StoreKey, to: Path, new_key: StoreKey) -> None:
    """Copy a store into a new file, page by page, under the same key or another.

    Raises:
        NoBackup: where the copy could not be written whole; it is gone again.
        CannotOpen: where the store does not open, or the new file cannot be made.
    """
    make_file(to)
    try:
        with closing(connect(store, key)) as source, closing(keyed(to, new_key)) as copy:
            source.backup(copy)
            copy.execute("PRAGMA journal_mode=DELETE")  # one file, with nothing beside it
    except sqlcipher.Error as error:
        to.unlink(missing_ok=True)
        raise NoBackup(f"No copy was made. {problem_of(error)}") from error
