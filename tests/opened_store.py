"""A store with a passphrase, opened without anyone typing it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plo_tui.store import opening, sealing
from plo_tui.store.connection import connect_new
from plo_tui.store.folder import STORE, make_folder
from plo_tui.store.key import sealed_key_file, write_key_file
from plo_tui.store.migrating import migrate

if TYPE_CHECKING:
    from pathlib import Path

    from plo_tui.store.key import StoreKey

REAL_COST = sealing.COST
"""What a passphrase costs outside the tests, in which it costs nothing."""
PASSPHRASE = "otter lamp saturday gravel"  # noqa: S105 - of stores that last a test


def prepare(folder: Path, *, demo: bool = False) -> StoreKey:
    """Open the store in a folder, made first where there is none, and return its key."""
    if not demo and opening.asks(folder) is opening.Asks.CHOOSING:
        opening.make_store(folder, sealed_key_file(PASSPHRASE))
    return opening.prepare(folder, demo=demo, secret=PASSPHRASE)


def made_at(folder: Path, revision: str) -> StoreKey:
    """Make an empty store as an earlier release did, and return its key."""
    make_folder(folder)
    key_file, key, _recovery = sealed_key_file(PASSPHRASE)
    write_key_file(folder, key_file)
    connect_new(folder / STORE, key).close()
    migrate(folder / STORE, key, revision)
    return key
