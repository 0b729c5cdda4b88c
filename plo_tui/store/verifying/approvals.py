"""The approvals: each is of exactly the words that are kept, and its anchor stands in the chain."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any

from plo_tui.store.verifying.fault import Fault
from plo_tui.store.verifying.raw import Damaged, kinds

if TYPE_CHECKING:
    from collections.abc import Iterator

    from plo_tui.store.verifying.places import Places
    from plo_tui.store.verifying.raw import RawStore

_FROZEN = (
    ("MinutesVersion", "the minutes"),
    ("TakeAway", "the page taken home"),
    ("LegalPlanningMinutes", "the legal planning record"),
)
_CASE_OF_VERSION = """
SELECT e.case_id FROM minutesversion v JOIN meeting m ON m.id = v.meeting_id
JOIN preproceedings e ON e.id = m.episode_id WHERE v.id = ?
"""


def check_frozen(store: RawStore, places: Places) -> Iterator[Fault]:
    """Give frozen words that are not those of their fingerprint: minutes, pages, records."""
    tables = kinds()
    for kind, what in _FROZEN:
        table = tables[kind]
        for key in _keys(store, table.name):
            where = places.of_record(table, key)
            query = f'SELECT frozen, sha256 FROM "{table.name}" WHERE id = ?'  # noqa: S608
            try:
                frozen, sha256 = store.row(query, [key])
            except Damaged:
                yield Fault(where, f"{what} cannot be read: a page is damaged.")
                continue
            if (frozen or sha256) and _sha256(frozen) != sha256:
                yield Fault(where, f"{what}: the words kept are not those of their fingerprint.")


def check_approvals(store: RawStore, places: Places) -> Iterator[Fault]:
    """Give every approval that is of other words, or whose seal is not in its case's journal."""
    table = kinds()["Approval"]
    for key in _keys(store, table.name):
        where = places.of_record(table, key)
        try:
            yield from _approval(store, where, key)
        except Damaged:
            yield Fault(where, "an approval cannot be read: a page is damaged.")


def count_approvals(store: RawStore) -> int:
    """Return how many approvals there are; none where that cannot be read."""
    return len(_keys(store, "approval"))


def _approval(store: RawStore, where: str, key: str) -> Iterator[Fault]:
    role, sha256, seal, version = store.row(
        "SELECT role, sha256, chain_head, version_id FROM approval WHERE id = ?", [key]
    )
    row = store.row("SELECT frozen FROM minutesversion WHERE id = ?", [version])
    if row is None or _sha256(row[0]) != sha256:
        yield Fault(where, f"changed after approval: these are not the words approved as {role}.")
    case = store.row(_CASE_OF_VERSION, [version])
    stands = case and store.row(
        "SELECT 1 FROM journal WHERE case_id IS ? AND seal = ?", [case[0], seal]
    )
    if not stands:
        yield Fault(
            where,
            f"the seal at the approval as {role} is not in the journal: lines were cut off, or "
            "the journal was made anew.",
        )


def _keys(store: RawStore, table: str) -> list[str]:
    """Return the keys of a table, as many as can be read."""
    keys: list[str] = []
    try:
        for (key,) in store.rows(f'SELECT id FROM "{table}"'):  # noqa: S608
            keys.append(str(key))
    except Damaged:
        pass  # the check of the pages names it
    return keys


def _sha256(text: Any) -> str:
    return hashlib.sha256(str(text).encode(errors="replace")).hexdigest()
