"""Undo and redo: a verb's journal row taken back, or done again, through the journal.

Each person's last verbs in a case are taken back in turn; a row that has changed since is
left alone and said so, so an undo never overwrites a colleague's words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

from sqlmodel import col, select

from agenda.records import AdviceBreak, Attendance, Entry, Journal, LetterDraft, Pause, Sitting
from agenda.stages import Stage
from agenda.steps import Step
from agenda.who_may import why_closed
from plo_tui.store import journal
from plo_tui.store.problems import Changed, Refused
from plo_tui.store.work import Work, columns_of

if TYPE_CHECKING:
    from agenda.records import Record

OPENS = ("begin_new_version", "accept_correction")
"""Verbs that open approved minutes as a new version."""
SIGNED = (
    ("approve", OPENS, why_closed(Step.UNDO, Stage.BY_CHAIR)),
    (
        "approve_legal_planning",
        ("reopen_legal_planning",),
        (
            "A legal planning record was approved after this, so it stays. Open it again in its "
            "record, with a reason, then change it."
        ),
    ),
)
"""Each verb that approves, those that open again what it approved, and why nothing is undone."""
LASTING = frozenset(
    {
        "open_meeting",
        "go_to_item",
        "conclude",
        "approve",
        "issue",
        "release_pages",
        "purge",
        "record_correction",
        "annex_correction",
        "give_out",
        "mark_not_written",
        "write_invitation",
        "cancel_invitation",
        "put_back_invitation",
        "mark_uploaded",
        "take_back_upload",
        "clear_letter",
        "reopen_letter",
        "approve_legal_planning",
        "reopen_legal_planning",
        *OPENS,
    }
)
"""Verbs that undo passes over: what they did is ended, or gone back from, by one of its own."""


def undo(work: Work, case_id: UUID) -> str:
    """Take back the actor's last change in a case, and return what it was.

    Raises:
        Refused: where there is nothing to take back.
        Changed: where what it changed has been changed since.
    """
    rows = _own_rows(work, case_id)
    row = next((row for row in rows if not row.undone), None)
    if row is None:
        raise Refused("There is nothing to undo.")
    return _apply(work, row.journal, back=True)


def redo(work: Work, case_id: UUID) -> str:
    """Do again what the actor last took back, and return what it was.

    Raises:
        Refused: where there is nothing to do again.
        Changed: where what it changed has been changed since.
    """
    rows = _own_rows(work, case_id)
    undone = [row for row in rows if row.undone]
    newest = next((row for row in rows if not row.undone), None)
    again = [row for row in undone if newest is None or row.undone > newest.touched]
    if not again:
        raise Refused("There is nothing to do again.")
    return _apply(work, max(again, key=lambda row: row.undone).journal, back=False)


class _Row:
    """A verb of the actor's, and the sequence at which it was last undone (0: it stands)."""

    __slots__ = ("journal", "touched", "undone")

    def __init__(self, row: Journal) -> None:
        self.journal = row
        self.undone = 0
        self.touched = row.sequence


def _own_rows(work: Work, case_id: UUID) -> list[_Row]:
    """Return the actor's verbs in a case, the latest first, each with where it stands."""
    work.case_id = case_id
    written = work.session.exec(
        select(Journal)
        .where(Journal.case_id == case_id, Journal.actor_id == work.actor)
        .order_by(col(Journal.sequence))
    )
    rows: dict[UUID, _Row] = {}
    for row in written:
        if row.verb == "purge":
            rows.clear()  # what was done before it is gone
        elif row.verb in ("undo", "redo"):
            original = rows.get(row.of_id) if row.of_id else None
            if original:
                original.undone = row.sequence if row.verb == "undo" else 0
        elif row.verb not in LASTING:
            rows[row.id] = _Row(row)
    return sorted(rows.values(), key=lambda row: -row.journal.sequence)


def _refuse_if_approved_since(work: Work, row: Journal) -> None:
    """Refuse to change what minutes approved later say, unless they are open as a new version."""
    for approves, opens, why in SIGNED:
        latest = work.session.exec(
            select(Journal.verb)
            .where(
                Journal.case_id == work.case_id,
                Journal.sequence > row.sequence,
                col(Journal.verb).in_((approves, *opens)),
            )
            .order_by(col(Journal.sequence).desc())
            .limit(1)
        ).first()
        if latest == approves:
            raise Refused(why)


def _apply(work: Work, row: Journal, *, back: bool) -> str:
    _refuse_if_approved_since(work, row)
    payload = journal.payload_of(work.session, row.id)
    work.of_id = row.id
    work.title = payload["title"] or row.verb.replace("_", " ")
    changes = payload["changes"]
    for change in reversed(changes) if back else changes:
        kind = journal.record_kind(change["kind"])
        record = work.get(kind, UUID(change["id"]))
        now, then = ("after", "before") if back else ("before", "after")
        _apply_to(work, record, change[now], change[then])
    return str(work.title)


def _apply_to(
    work: Work, record: Record, now: dict[str, Any] | None, then: dict[str, Any] | None
) -> None:
    """Bring one row from what it should be now to what it was; a new row is withdrawn."""
    if isinstance(record, LetterDraft) and record.frozen:
        raise Refused("Legal has cleared this letter. Open it again, with a reason, to change it.")
    columns = type(record).__table__.columns  # type: ignore[attr-defined]
    if then is None:
        _expect(record, now)
        _refuse_if_sat_in(work, record)
        values: dict[str, Any] = {"withdrawn_at": work.at}
    elif now is None:
        values = {"withdrawn_at": None}
    else:
        _expect(record, now)
        values = {
            name: journal.from_plain(columns[name], value)
            for name, value in then.items()
            if name != "version"
        }
    work.change(type(record), record.id, None, **values)


def _expect(record: Record, now: dict[str, Any] | None) -> None:
    """Refuse where a row is not as the verb left it."""
    standing = journal.plain(columns_of(record))
    if now is not None and any(
        standing[name] != value for name, value in now.items() if name != "version"
    ):
        raise Changed("This was changed since, so it was not undone. Change it by hand instead.")


def _refuse_if_sat_in(work: Work, record: Record) -> None:
    """Refuse to take back a sitting in which something stands: it would stand nowhere."""
    if not isinstance(record, Sitting):
        return
    for kind in (Entry, AdviceBreak, Pause, Attendance):
        inside = select(kind.id).where(
            kind.sitting_id == record.id, col(kind.withdrawn_at).is_(None)
        )
        if work.session.exec(inside).first():
            raise Changed("Something was recorded in this sitting, so it stays.")
