"""The journal: one row for each verb, sealing the row before it, with its payload kept apart."""

from __future__ import annotations

import hashlib
import json
import secrets
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any, Protocol
from uuid import UUID

from sqlalchemy import func
from sqlmodel import col, select
from sqlmodel.sql.sqltypes import AutoString, UTCDateTime

from agenda.records import Journal, JournalPayload
from plo_tui.store.work import columns_of

if TYPE_CHECKING:
    from sqlalchemy import Column
    from sqlmodel import Session

    from agenda.records import Record
    from plo_tui.store.work import Work

FIRST_SEAL = "0" * 64
"""What the first row of a case seals."""


class Sealed(Protocol):
    """What a seal is made of: a row of the journal, however it was read."""

    id: UUID
    case_id: UUID | None
    sequence: int
    verb: str
    actor_id: UUID | None
    at: datetime
    of_id: UUID | None
    payload_digest: str
    previous: str


def plain(value: Any) -> Any:
    """Return a column's or an argument's value as JSON can hold it."""
    if isinstance(value, (list, tuple)):
        return [plain(part) for part in value]
    if isinstance(value, dict):
        return {str(key): plain(part) for key, part in value.items()}
    if isinstance(value, UUID):
        return str(value)
    if isinstance(value, (datetime, date, time)):
        return value.isoformat()
    return value


def from_plain(column: Column[Any], value: Any) -> Any:
    """Return a column's value from what `plain` wrote."""
    if value is None:
        return None
    if isinstance(column.type, AutoString):
        return value
    if isinstance(column.type, UTCDateTime):
        return datetime.fromisoformat(value)
    kind = column.type.python_type
    return kind.fromisoformat(value) if kind in (date, time) else kind(value)


def head(session: Session, case_id: UUID | None) -> str:
    """Return the seal of a case's latest row."""
    last = _last(session, case_id)
    return last.seal if last else FIRST_SEAL


def _last(session: Session, case_id: UUID | None) -> Journal | None:
    of_case = select(Journal).where(Journal.case_id == case_id)
    return session.exec(of_case.order_by(col(Journal.sequence).desc()).limit(1)).first()


def changes_of(work: Work) -> list[dict[str, Any]]:
    """Return each row a verb changed, before and after, as plain values."""
    return [
        {
            "kind": type(record).__name__,
            "id": str(record.id),
            "before": plain(before) if before is not None else None,
            "after": plain(columns_of(record)),
        }
        for record, before in work.touched.values()
    ]


def write(work: Work, verb: str, arguments: dict[str, Any], key: UUID) -> Journal:
    """Write the row of a verb, in the verb's own transaction."""
    payload = json.dumps(
        {"title": work.title, "arguments": plain(arguments), "changes": changes_of(work)},
        ensure_ascii=False,
        sort_keys=True,
        separators=(",", ":"),
    )
    salt = secrets.token_hex(16)
    last = _last(work.session, work.case_id)
    row = Journal(
        id=key,
        case_id=work.case_id,
        sequence=last.sequence + 1 if last else 1,
        verb=verb,
        actor_id=work.actor_id,
        at=work.at,
        of_id=work.of_id,
        payload_digest=hashlib.sha256((salt + payload).encode()).hexdigest(),
        previous=last.seal if last else FIRST_SEAL,
        seal="",
    )
    row.seal = seal_of(row)
    work.session.add(row)
    work.session.flush()
    work.session.add(JournalPayload(journal_id=key, salt=salt, payload=payload))
    work.session.flush()
    return row


def seal_of(row: Sealed) -> str:
    """Return the SHA-256 that seals a row: over everything in it and the seal before it."""
    sealed = [
        str(row.id),
        str(row.case_id),
        str(row.sequence),
        row.verb,
        str(row.actor_id),
        row.at.isoformat(),
        str(row.of_id),
        row.payload_digest,
        row.previous,
    ]
    return hashlib.sha256("\n".join(sealed).encode()).hexdigest()


def payload_of(session: Session, journal_id: UUID) -> dict[str, Any]:
    """Return what a row did, as `write` wrote it; nothing where the record was removed since."""
    kept = session.get(JournalPayload, journal_id)
    if kept is None:
        return {"title": "", "arguments": {}, "changes": []}
    payload: dict[str, Any] = json.loads(kept.payload)
    return payload


def count(session: Session, case_id: UUID | None) -> int:
    """Return how many rows a case's journal has."""
    rows = select(func.count()).select_from(Journal).where(Journal.case_id == case_id)
    return session.exec(rows).one()


def record_kind(name: str) -> type[Record]:
    """Return the record class of a name in a payload."""
    import agenda.records as kinds

    kind: type[Record] = getattr(kinds, name)
    return kind
