"""Where a row belongs, in the words a reader knows: the case, the meeting, the minutes' version."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from plo_tui.store.verifying.raw import Damaged, kinds

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy import Table

    from plo_tui.store.verifying.raw import RawStore

NO_CASE = "staff and teams"
"""What the journal of no case is called."""

_STEPS = {"meeting": ("number", "meeting {}"), "minutesversion": ("number", "version {}")}
"""Tables on the way up to the case that name themselves, and by which column."""
_ELSEWHERE = frozenset({"staff", "team"})
"""Tables that are on the way to no case."""


class Places:
    """Names places by reading upwards from row to row; a row that cannot be read names none."""

    def __init__(self, store: RawStore) -> None:
        self._store = store
        self._tables = {table.name: table for table in kinds().values()}

    def of_case(self, case_id: UUID | None) -> str:
        """Return a case's reference."""
        if case_id is None:
            return NO_CASE
        row = self._row('SELECT reference FROM "case" WHERE id = ?', case_id.hex)
        return str(row[0]) if row else "a case that cannot be read"

    def of_record(self, table: Table, key: str) -> str:
        """Return where a record belongs: `PLO-2026-014, meeting 1`."""
        return ", ".join(self._upwards(table, key)) or NO_CASE

    def of_row(self, table: str, row: int) -> str:
        """Return where a row belongs that is known by its place in its table."""
        found = self._row(f'SELECT id FROM "{table}" WHERE rowid = ?', row)  # noqa: S608
        if found is None or table not in self._tables:
            return f"{table}, row {row}"
        return self.of_record(self._tables[table], str(found[0]))

    def _upwards(self, table: Table, key: str) -> list[str]:
        """Return the steps from the case down to a record."""
        if table.name == "case":
            row = self._row('SELECT reference FROM "case" WHERE id = ?', key)
            return [str(row[0])] if row else []
        above: list[str] = []
        for column in table.columns:
            for target in column.foreign_keys:
                parent = target.column.table
                if above or parent.name in _ELSEWHERE or parent is table:
                    continue
                query = f'SELECT "{column.name}" FROM "{table.name}" WHERE id = ?'  # noqa: S608
                found = self._row(query, key)
                if found and found[0] is not None:
                    above = self._upwards(parent, str(found[0]))
        if table.name in _STEPS:
            name, words = _STEPS[table.name]
            query = f'SELECT "{name}" FROM "{table.name}" WHERE id = ?'  # noqa: S608
            if found := self._row(query, key):
                above.append(words.format(found[0]))
        return above

    def _row(self, query: str, key: Any) -> Any:
        try:
            return self._store.row(query, [key])
        except Damaged:
            return None
