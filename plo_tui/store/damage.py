"""Why a store's file does not open: it is damaged, or it is not the file that its key opens."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlcipher3.dbapi2 as sqlcipher

from plo_tui.store.connection import PAGE_SIZE, keyed
from plo_tui.store.problems import RESTORE, CannotOpen, Damaged, NotOurs

if TYPE_CHECKING:
    from pathlib import Path

    from plo_tui.store.key import StoreKey

_PLAIN = b"SQLite format 3\0"
_TO_DO = f"Nothing was changed: {RESTORE}"


def what_is_wrong(path: Path, key: StoreKey) -> CannotOpen | None:
    """Return what is wrong with a file that would not open; None where nothing is found.

    Every page carries a code that only the store's key can make: where none fits, the file is
    another one; where some do, the others are damaged.
    """
    pages = -(-path.stat().st_size // PAGE_SIZE)
    wrong = wrong_pages(path, key)
    with path.open("rb") as file:
        plain = file.read(len(_PLAIN)) == _PLAIN
    if plain or len(wrong) == pages:
        return NotOurs(
            f"The file {path.name} in {path.parent} is not the store that its key file opens. "
            "Nothing was changed: put the right file, or its own key file, in its place."
        )
    if 1 in wrong:
        return Damaged(f"The first page of {path.name} in {path.parent} is damaged. {_TO_DO}")
    if wrong:
        return Damaged(
            f"{path.name} in {path.parent} is damaged in {len(wrong)} of {pages} pages. {_TO_DO}"
        )
    return None


def wrong_pages(path: Path, key: StoreKey) -> list[int]:
    """Return the numbers of the pages, from 1, that are not as they were written."""
    connection = keyed(path, key)
    try:
        told = [str(row[0]) for row in connection.execute("PRAGMA cipher_integrity_check")]
    except sqlcipher.Error:
        return []
    finally:
        connection.close()
    # `HMAC verification failed for page 7`, or `page 7 has an invalid size of 899 bytes …`
    return sorted({int(line.split("page ")[1].split()[0]) for line in told if "page " in line})
