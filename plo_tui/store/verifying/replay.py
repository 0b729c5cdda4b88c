"""The records against the journal: each row is as the last line that wrote it left it."""

from __future__ import annotations

import json
import sys
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple
from uuid import UUID

from sqlalchemy.dialects.sqlite import dialect

from plo_tui.store.journal import from_plain
from plo_tui.store.verifying.fault import Fault
from plo_tui.store.verifying.raw import Damaged, kind_words, kinds

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sqlalchemy import Column, Table

    from plo_tui.store.verifying.chain import Chain, Written
    from plo_tui.store.verifying.places import Places
    from plo_tui.store.verifying.raw import RawStore

_UNKNOWN = object()
_FILLED = frozenset({"disclosure"})
"""Tables whose new columns an update filled from others, where it found them."""
"""What no column holds."""


class _Last(NamedTuple):
    """The last line that wrote a record. Lines are ordered by the record's own version."""

    version: int
    journal: str
    case: str
    number: int
    purged: bool


class Replay:
    """What the journals say of each record; only keys are held, however long the journals are."""

    def __init__(self, store: RawStore, places: Places) -> None:
        self._store = store
        self._places = places
        self._kinds = kinds()
        self._last: dict[tuple[str, str], _Last] = {}
        self._unsure: set[tuple[str, str]] = set()
        self._purged: set[str] = set()

    def take(self, chain: Chain, written: Written) -> None:
        """Take in what one line wrote; of a payload that was changed, only what it was about."""
        if chain.purged and chain.case_id:
            self._purged.add(chain.case_id.hex)
        for kind, key, after in _changes(written.payload):
            if not written.trusted:
                self._unsure.add((kind, key))
                continue
            version = _version(after)
            known = self._last.get((kind, key))
            if known is None or version >= known.version:
                line = written.line
                self._last[kind, key] = _Last(
                    version, line.id.hex, chain.where, line.sequence, chain.purged
                )

    def check(self, *, whole: bool) -> Iterator[Fault]:
        """Give every record that is not as it was written, is gone, or that no line wrote.

        Args:
            whole: whether every journal was read to its end: only then is it known what no line
                wrote.
        """
        by_line: dict[tuple[str, int, str], list[tuple[str, str]]] = {}
        for record, last in self._last.items():
            if record not in self._unsure and record[0] in self._kinds:
                by_line.setdefault((last.case, last.number, last.journal), []).append(record)
        for _case, _number, journal in sorted(by_line):
            wrote = {(kind, key): after for kind, key, after in _changes(self._payload(journal))}
            for record in by_line[_case, _number, journal]:
                yield from self._compared(record, wrote.get(record))
        for kind, table in self._kinds.items() if whole else ():
            yield from self._unwritten(kind, table)

    def _compared(self, record: tuple[str, str], after: dict[str, Any] | None) -> Iterator[Fault]:
        kind, key = record
        last, table = self._last[record], self._kinds[kind]
        words = kind_words(kind)
        where = f"{last.case}, journal line {last.number}"
        try:
            row = self._row(table, key)
        except Damaged:
            yield Fault(where, f"the {words} that it wrote cannot be read: a page is damaged.")
            return
        if row is None:
            if after is not None and not last.purged:
                yield Fault(where, f"the {words} that it wrote is gone.")
            return
        if after is None:
            yield Fault(where, f"the {words} that it took away is there.")
            return
        changed = [
            name
            for name, value in after.items()
            if name in table.columns and row[name] != _as_kept(table.columns[name], value)
        ]
        # A line from before an update has no word of the columns that came with it.
        came = [column for column in table.columns if column.name not in after]
        changed += [column.name for column in came if not _as_it_came(column, row[column.name])]
        if changed:
            place = self._places.of_record(table, key)
            names = ", ".join(name.removesuffix("_id").replace("_", " ") for name in changed)
            yield Fault(
                where,
                f"the {words} that it wrote was changed afterwards, not by the app: {names} "
                f"({place}).",
            )

    def _unwritten(self, kind: str, table: Table) -> Iterator[Fault]:
        """Give the rows of a table that no line wrote."""
        try:
            found = self._store.rows(f'SELECT id FROM "{table.name}"')  # noqa: S608
            keys = [str(key) for (key,) in found]
        except Damaged:
            yield Fault(kind_words(kind), "not every record of this kind can be read.")
            return
        for key in keys:
            known = (kind, key) in self._last or (kind, key) in self._unsure
            if not known and not (kind == "Case" and key in self._purged):
                yield Fault(
                    self._places.of_record(table, key),
                    f"{_a(kind_words(kind))} is there that no line of the journal wrote.",
                )

    def _row(self, table: Table, key: str) -> dict[str, Any] | None:
        names, query = _all_of(table)
        row = self._store.row(query, [key])
        return dict(zip(names, row, strict=True)) if row else None

    def _payload(self, journal: str) -> str | None:
        query = "SELECT payload FROM journalpayload WHERE journal_id = ?"
        try:
            row = self._store.row(query, [journal])
        except Damaged:
            return None
        return row[0] if row else None


def _changes(payload: str | None) -> Iterator[tuple[str, str, dict[str, Any] | None]]:
    """Give the kind, key and row of each record in a payload, as far as it can be read."""
    try:
        for change in json.loads(payload or "{}").get("changes", ()):
            after = change["after"]
            yield (
                str(change["kind"]),
                UUID(change["id"]).hex,
                after if after is None else dict(after),
            )
    except (AttributeError, KeyError, RecursionError, TypeError, ValueError):
        return  # a payload that was changed: the chain's check has named its line


def _a(words: str) -> str:
    return f"an {words}" if words[0] in "aeiou" else f"a {words}"


def _version(after: dict[str, Any] | None) -> int:
    """Return the version that a line left a record in; past every other where it took it away."""
    if after is None:
        return sys.maxsize
    version = after.get("version")
    return version if isinstance(version, int) else 0


def _as_kept(column: Column[Any], value: Any) -> Any:
    """Return a plain value as the file holds it."""
    try:
        return _keeper(column)(from_plain(column, value))
    except (AttributeError, TypeError, ValueError, LookupError):
        return _UNKNOWN


def _as_it_came(column: Column[Any], kept: Any) -> bool:
    """Whether a column that came with an update still has what every row then got."""
    return column.table.name in _FILLED or kept in (None, "", 0)


@cache
def _all_of(table: Table) -> tuple[tuple[str, ...], str]:
    """Return a table's columns, and the query for all of them in one row."""
    names = tuple(column.name for column in table.columns)
    listed = ", ".join(f'"{name}"' for name in names)
    return names, f'SELECT {listed} FROM "{table.name}" WHERE id = ?'  # noqa: S608


@cache
def _keeper(column: Column[Any]) -> Callable[[Any], Any]:
    """Return what turns a column's value into what the file holds."""
    here = dialect()
    return column.type.dialect_impl(here).bind_processor(here) or (lambda value: value)
