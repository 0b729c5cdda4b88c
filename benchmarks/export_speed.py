"""The minutes' export against a bare python-docx document of the same paragraphs and tables."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from docx import Document

from agenda.words import MeetingState
from benchmarks import bare_docx
from exports.minutes import write_minutes
from plo_tui.store.connection import connect
from plo_tui.store.folder import STORE
from plo_tui.store.opening import prepare
from plo_tui.store.reading.edition import read_edition
from plo_tui.store.reading.home import read_home
from plo_tui.store.store import Store

if TYPE_CHECKING:
    from collections.abc import Callable

    from agenda.edition import Edition

ROUNDS = 15


def concluded_edition(folder: Path) -> Edition:
    """The minutes of the first concluded meeting in the store that lies in `folder`."""
    key = prepare(folder)
    connection = connect(folder / STORE, key)
    try:
        cases = read_home(connection, datetime.now(UTC).date())
    finally:
        connection.close()
    case_id, meeting_id = next(
        (case.case_id, meeting.meeting_id)
        for case in cases
        for meeting in case.meetings
        if meeting.state is MeetingState.CONCLUDED
    )
    store = Store(folder, key)
    try:
        return store.read(read_edition, case_id, meeting_id)
    finally:
        store.close()


def export_times(edition: Edition) -> tuple[float, float]:
    """The least ms of many rounds, imports aside: our export, and the bare document.

    The two take turns, so that noise falls on both alike.
    """
    with TemporaryDirectory() as folder:
        ours, bare = Path(folder) / "ours.docx", Path(folder) / "bare.docx"
        write_minutes(edition, ours, draft=True)
        written = Document(str(ours))
        paragraphs = [paragraph.text for paragraph in written.paragraphs]
        tables = [
            [[cell.text for cell in row.cells] for row in table.rows] for table in written.tables
        ]
        rounds = [
            (
                _ms(lambda: write_minutes(edition, ours, draft=True)),
                _ms(lambda: bare_docx.write(paragraphs, tables, bare)),
            )
            for _ in range(ROUNDS)
        ]
    return min(each[0] for each in rounds), min(each[1] for each in rounds)


def _ms(call: Callable[[], object]) -> float:
    began_at = time.perf_counter()
    call()
    return (time.perf_counter() - began_at) * 1000
