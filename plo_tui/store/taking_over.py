"""Taking over a store from before passphrases, whose key lay open beside it.

It gets a new key, since the old one may have been copied with its folder; a backup under the new
key is made first. The two files cannot be named in one step, so the new key file waits under a
name of its own, and an interruption between the two is finished, or forgotten, at the next opening.
"""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import sqlcipher3.dbapi2 as sqlcipher

from plo_tui.store.backing_up import back_up_under
from plo_tui.store.connection import connect, is_open_elsewhere, keyed, refuse_if_none
from plo_tui.store.copying import copy_store
from plo_tui.store.folder import KEY, STORE, as_cannot_open, make_file
from plo_tui.store.key import key_bytes, read_key_file
from plo_tui.store.opening import NEW, forget_new
from plo_tui.store.problems import CannotOpen

if TYPE_CHECKING:
    from pathlib import Path

    from plo_tui.store.key import KeyFile, StoreKey

NEW_KEY = f"{KEY}.new"


def take_over(folder: Path, made: tuple[KeyFile, StoreKey, str]) -> StoreKey:
    """Bring a store from before passphrases under what `key.sealed_key_file` gave.

    Raises:
        CannotOpen: where the store is open elsewhere, or cannot be written.
        NoBackup: where the backup or the copy could not be written; nothing was changed.
    """
    key_file, key, _recovery = made
    old = read_key_file(folder).open_key
    if old is None:
        raise CannotOpen(f"The store in {folder} has a passphrase already. Open it with that.")
    with as_cannot_open(folder):
        _forget_unfinished(folder)
        _refuse_if_in_use(folder / STORE, old)
        back_up_under(folder, old, key_file, key)
        copy_store(folder / STORE, old, folder / NEW, key)
        make_file(folder / NEW_KEY, key_bytes(key_file))
        (folder / NEW).replace(folder / STORE)
        (folder / NEW_KEY).replace(folder / KEY)
    return key


def finish_taking_over(folder: Path) -> None:
    """Finish what was interrupted: the new key is named once the new store is, or forgotten.

    Raises:
        CannotOpen: where it cannot be told which of the two the store is; nothing was changed.
    """
    if not (folder / NEW_KEY).exists():
        return
    old = read_key_file(folder).open_key
    with as_cannot_open(folder):
        if old is None or _opens(folder / STORE, old):
            _forget_unfinished(folder)
        else:
            (folder / NEW_KEY).replace(folder / KEY)


def _forget_unfinished(folder: Path) -> None:
    forget_new(folder)
    (folder / NEW_KEY).unlink(missing_ok=True)


def _opens(store: Path, key: StoreKey) -> bool:
    """Whether a key opens the store; a disk that does not answer says neither."""
    refuse_if_none(store)
    try:
        with closing(keyed(store, key)) as connection:
            connection.execute("PRAGMA busy_timeout=500")
            connection.execute("SELECT count(*) FROM sqlite_master")
    except sqlcipher.Error as error:
        if getattr(error, "sqlite_errorname", "") == "SQLITE_NOTADB":
            return False
        raise CannotOpen(
            f"The store in {store.parent} was being given its passphrase, and cannot be read now. "
            "Nothing was changed: close what else uses it and check the disk, then try again."
        ) from error
    return True


def _refuse_if_in_use(store: Path, key: StoreKey) -> None:
    """Refuse where another program has the store open: it would go on writing to the old one."""
    with closing(connect(store, key)) as connection:
        if is_open_elsewhere(connection):
            raise CannotOpen(
                "This store is open in another plo-tui. Nothing was changed: close it there, "
                "then open it here again."
            )
