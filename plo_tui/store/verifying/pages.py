"""The pages: each with its own seal by the cipher, and the tables and keys that they hold."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sqlmodel import SQLModel

from plo_tui.store.verifying.fault import Fault
from plo_tui.store.verifying.raw import Damaged

if TYPE_CHECKING:
    from collections.abc import Iterator

    from plo_tui.store.verifying.places import Places
    from plo_tui.store.verifying.raw import RawStore

_FILE = "store.db"
_PAGE = re.compile(r"\bpage (\d+)")


def check_pages(store: RawStore, places: Places) -> Iterator[Fault]:
    """Give every damaged page, every fault of a table or an index, every key to nothing."""
    pages: set[str] = set()
    others: list[str] = []
    for check in ("cipher_integrity_check", "integrity_check"):
        for message in _messages(store, check):
            named = _PAGE.findall(message)
            pages.update(named)
            if not named and message != "ok":
                others.append(message)
    for page in sorted(pages, key=int):
        yield Fault(f"{_FILE}, page {page}", "this page is damaged. Put a backup in its place.")
    for message in others:
        yield Fault(_FILE, f"the database says: {message}.")
    try:
        for table, row, parent, _key in list(store.rows("PRAGMA foreign_key_check")):
            yield Fault(
                places.of_row(table, row), f"this {table} points at a {parent} that is gone."
            )
    except Damaged:
        yield Fault(_FILE, "whether every record points at one that is there cannot be read.")


def check_schema(store: RawStore) -> Iterator[Fault]:
    """Give every table, view and trigger in the file that the app did not make."""
    ours = {*SQLModel.metadata.tables, "alembic_version"}
    try:
        found = list(store.rows("SELECT type, name FROM sqlite_master WHERE type <> 'index'"))
    except Damaged:
        return  # the pages' own check has named it
    for kind, name in found:
        if kind != "table" or (name not in ours and not name.startswith("sqlite_")):
            yield Fault(_FILE, f"a {kind} is there that plo-tui did not make.")


def count_pages(store: RawStore) -> int:
    """Return how many pages the store has; none where even that cannot be read."""
    try:
        return int(store.row("PRAGMA page_count")[0])
    except Damaged:
        return 0


def _messages(store: RawStore, check: str) -> list[str]:
    """Return what a check of the database says, line by line; its words name no content."""
    try:
        found = list(store.rows(f"PRAGMA {check}"))
    except Damaged:
        return [f"{check} could not be finished"]
    finally:
        store.close()  # a damaged page may have been met in passing
    return [line for (message,) in found for line in str(message).splitlines()]
