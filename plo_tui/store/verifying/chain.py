"""The journal's chains: each line in its place, sealing the one before, over its own payload."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from plo_tui.store.journal import FIRST_SEAL, seal_of
from plo_tui.store.verifying.fault import Fault, Head
from plo_tui.store.verifying.raw import Damaged, key_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from plo_tui.store.verifying.raw import RawStore

PURGE = "purge"
"""The verb that takes the content away and leaves the lines: payloads before it may be gone."""

_LINES = """
SELECT j.id, j.case_id, j.sequence, j.verb, j.actor_id, j.at, j.of_id, j.payload_digest,
       j.previous, j.seal, p.salt, p.payload
FROM journal j LEFT JOIN journalpayload p ON p.journal_id = j.id
WHERE j.case_id IS ? ORDER BY j.sequence
"""


@dataclass(slots=True)
class Line:
    """A line of the journal, without the records' library: there can be many."""

    id: UUID
    case_id: UUID | None
    sequence: int
    verb: str
    actor_id: UUID | None
    at: datetime
    of_id: UUID | None
    payload_digest: str
    previous: str
    seal: str


@dataclass(frozen=True, slots=True)
class Written:
    """A line of the journal with what it wrote.

    Attributes:
        payload: its payload as it lies in the store; None where it is gone.
        trusted: whether the payload is the one that the line sealed.
    """

    line: Line
    payload: str | None
    trusted: bool


@dataclass(slots=True)
class Chain:
    """The journal of one case, read line by line.

    Attributes:
        case_id: whose it is; None for what belongs to no case.
        where: what the case is called.
        faults: what was found so far.
        lines: how many were read so far.
        head: the seal of the last one read.
        purged: whether its content was taken away.
        whole: whether all of it could be read.
    """

    case_id: UUID | None
    where: str
    faults: list[Fault] = field(default_factory=list)
    lines: int = 0
    head: str = FIRST_SEAL
    purged: bool = False
    whole: bool = False

    def read(self, store: RawStore) -> Iterator[Written]:
        """Give each line that can be read, and look at each on the way."""
        key = self.case_id.hex if self.case_id else None
        following = 1
        try:
            purged_at = _purged_at(store, key)
            self.purged = purged_at > 0
            for row in store.rows(_LINES, [key]):
                following, written = self._looked_at(row, following, purged_at)
                if written:
                    yield written
        except Damaged:
            self._fault(following, "from here on the journal cannot be read: a page is damaged.")
        else:
            self.whole = True

    def as_head(self) -> Head:
        """Return its latest line."""
        return Head(self.where, self.lines, self.head)

    def _looked_at(self, row: Any, following: int, purged_at: int) -> tuple[int, Written | None]:
        """Look at one line, and return the number due next with what it wrote."""
        self.lines += 1
        number, seal, salt, payload = row[2], str(row[9]), row[10], row[11]
        missing = number - following if isinstance(number, int) else 0
        if missing:
            self._fault(number, _missing(following, number))
        try:
            line = line_of(row)
        except (TypeError, ValueError):
            self._fault(number, "this line cannot be read: it was changed.")
            self.head = seal
            return following + missing + 1, None
        if line.previous != self.head and not missing:
            self._fault(
                number,
                "this line does not seal the one before it: that one was changed, or lines were "
                "taken out, put in or reordered.",
            )
        if seal_of(line) != seal:
            self._fault(number, "this line is not what its seal was made of: it was changed.")
        self.head = seal
        if payload is None and line.sequence >= purged_at:
            self._fault(number, "what this line wrote is gone, and the case was not purged.")
        trusted = payload is not None and _digest(salt, payload) == line.payload_digest
        if payload is not None and not trusted:
            self._fault(number, "what this line wrote was changed afterwards.")
        return following + missing + 1, Written(line, payload, trusted)

    def _fault(self, number: Any, what: str) -> None:
        self.faults.append(Fault(f"{self.where}, journal line {number}", what))


def cases_of(store: RawStore) -> list[UUID | None]:
    """Return whose journals there are, that of no case first.

    Raises:
        Damaged: where the journal cannot be read at all.
    """
    keys = []
    for (key,) in list(store.rows("SELECT DISTINCT case_id FROM journal")):
        try:
            keys.append(key_of(key))
        except ValueError:
            continue  # its rows point at no case: the check of the keys names them
    return sorted(keys, key=lambda key: key.hex if key else "")


def _missing(following: int, number: int) -> str:
    if number < following:
        return "this line stands out of its order."
    last = number - 1
    gone = f"line {last} is" if last == following else f"lines {following} to {last} are"
    return f"{gone} missing before this one."


def line_of(row: Any) -> Line:
    """Return a line from its columns.

    Raises:
        TypeError, ValueError: where a column holds what no verb wrote.
    """
    key, case_id, sequence, verb, actor_id, at, of_id, digest, previous, seal, *_ = row
    return Line(
        id=UUID(str(key)),
        case_id=key_of(case_id),
        sequence=int(sequence),
        verb=str(verb),
        actor_id=key_of(actor_id),
        at=datetime.fromisoformat(at).replace(tzinfo=UTC),
        of_id=key_of(of_id),
        payload_digest=str(digest),
        previous=str(previous),
        seal=str(seal),
    )


def _digest(salt: Any, payload: Any) -> str:
    return hashlib.sha256(f"{salt}{payload}".encode(errors="replace")).hexdigest()


def _purged_at(store: RawStore, key: str | None) -> int:
    """Return the number of a case's latest purge; 0 where there was none."""
    query = "SELECT max(sequence) FROM journal WHERE case_id IS ? AND verb = ?"
    return int(store.row(query, [key, PURGE])[0] or 0)
