"""The trapped family of two fathers in an encrypted store, its meeting concluded and approved."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from shutil import copytree
from typing import TYPE_CHECKING, Any

from opened_store import PASSPHRASE, prepare
from reed_family import SPELT, ReedPapers

from agenda.words import ApprovalRole
from plo_tui.store.reading.edition import read_edition
from plo_tui.store.store import Store
from plo_tui.store.verbs import meeting, signing

if TYPE_CHECKING:
    from plo_tui.store.work import Work

LOGIN = "t-webb"
NOW = datetime(2027, 5, 14, 9, 0, tzinfo=UTC)
"""The day after the second sitting."""
REFERENCE = "PLO-2027-009"


def reed_store(folder: Path, *, approved: bool = True) -> tuple[ReedPapers, Path]:
    """Return the family and the folder of its store; the minute-taker signs in there."""
    made = ReedPapers(" · ".join(SPELT))
    made.minute_taker.login = LOGIN
    kept = folder.parent / f"the reeds {'approved' if approved else 'concluded'}"
    if not kept.exists():
        _write(made, kept, approved=approved)
    return made, Path(copytree(kept, folder / "store"))


def _write(made: ReedPapers, folder: Path, *, approved: bool) -> None:
    store = Store(folder, prepare(folder), lambda: NOW)

    def move_in(work: Work) -> None:
        work.case_id = made.case.id
        work.add(*made.records)

    store.do(move_in)
    store.actor_id = made.minute_taker.id
    met = made.meeting.id
    store.do(meeting.conclude, met, effective=True)
    if approved:
        seen = store.read(read_edition, made.case.id, met).fingerprint
        for role, who in ((ApprovalRole.CHAIR, made.chair), (ApprovalRole.LEGAL, made.solicitor)):
            store.do(signing.approve, met, role, who.id, seen, "by email")
    store.close()


def put_in(folder: Path, *rows: Any) -> None:
    """Put records into the family's store as they are."""
    store = Store(folder, prepare(folder), lambda: NOW)

    def add(work: Work) -> None:
        work.case_id = rows[0].case_id if hasattr(rows[0], "case_id") else None
        work.add(*rows)

    store.do(add)
    store.close()


def passphrase_file(folder: Path) -> str:
    """Return a file with the passphrase in it, as `--passphrase-file` takes it."""
    file = folder / "secret.txt"
    file.write_text(f"{PASSPHRASE}\n", encoding="utf-8")
    file.chmod(0o600)
    return str(file)
