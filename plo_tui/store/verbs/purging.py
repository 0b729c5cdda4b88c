"""The verb that removes a family's record: its content goes, its journal's lines stay.

What is left is the case's reference and, for each change, a line without content: which verb,
who, when, and the seals. So the chain still holds, and that there was a record can still be shown.
The pages that held the content are overwritten afterwards: `plo_tui.store.overwriting`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import delete, or_, select
from sqlmodel import SQLModel, col

from agenda.records import Case, Journal, JournalPayload
from plo_tui.store.journal import count
from plo_tui.store.overwriting import mark_removed
from plo_tui.store.problems import Changed, Refused
from plo_tui.store.unfinished import Unfinished
from plo_tui.store.verbs.words import line

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy import Column, FromClause, Table

    from plo_tui.store.work import Work

_STAY = frozenset({"team", "staff", "case", "journal", "journalpayload"})
"""Tables of which no row goes here: who works in the authority, and the chain itself."""


def purge(work: Work, case_id: UUID, reference: str, confirmed_by: str, seen: int) -> None:
    """Remove all that is recorded of a family.

    Args:
        work: the transaction.
        case_id: the case.
        reference: its reference, typed by whoever confirms it.
        confirmed_by: who confirmed it, by name: the line that stays says so.
        seen: how many lines its journal had when it was listed as due.

    Raises:
        Refused: where the reference is not the case's, it was removed before, or nobody confirms.
        Changed: where something was recorded since it was listed.
    """
    case = work.get(Case, case_id)
    work.case_id = case.id
    _ = work.actor
    confirmed_by = line(confirmed_by, "confirmed_by", called="who confirmed it")
    if case.purged_at:
        raise Refused(f"The record of {case.reference} was removed before.")
    if reference.strip().casefold() != case.reference.casefold():
        raise Refused(f"This is the record of {case.reference}. Nothing was removed.", "reference")
    if count(work.session, case.id) != seen:
        raise Changed(f"{case.reference} was changed since it was listed. Look at it again first.")
    work.change(Case, case.id, None, purged_at=work.at)
    work.title = f"the record was removed, confirmed by {confirmed_by}"
    _delete_content(work, case.id)
    mark_removed(work.session)


def _delete_content(work: Work, case_id: UUID) -> None:
    """Delete every row that leads to the case, those that point before those pointed at."""
    do = work.session.execute
    found: dict[FromClause, list[UUID]] = {_table(Case): [case_id]}
    for table in SQLModel.metadata.sorted_tables:
        leads = [
            key.parent.in_(found[key.column.table])
            for key in table.foreign_keys
            if key.column.table in found
        ]
        if leads and table.name not in _STAY:
            found[table] = list(do(select(_key(table)).where(or_(*leads))).scalars())
    for table in reversed(SQLModel.metadata.sorted_tables):
        if table in found and table.name not in _STAY:
            do(delete(table).where(_key(table).in_(found[table])))
    lines = select(col(Journal.id)).where(col(Journal.case_id) == case_id)
    do(delete(JournalPayload).where(col(JournalPayload.journal_id).in_(lines)))


def _table(kind: type[SQLModel]) -> Table:
    table: Table = SQLModel.metadata.tables[str(kind.__tablename__)]
    return table


def _key(table: Table) -> Column[UUID]:
    """Return the column by which rows go: their own key, or the meeting's of unfinished text."""
    return table.c.get("id", _table(Unfinished).c["meeting_id"])
