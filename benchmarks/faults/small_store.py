"""A small store with one fictional family in a running meeting, under the demo's public key."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from agenda.policy import default_policy
from agenda.records import new_key
from agenda.sheet_reading import default_sheet_text
from agenda.words import MeetingKind, StaffRole
from plo_tui.store.connection import connect
from plo_tui.store.folder import STORE
from plo_tui.store.key import StoreKey, read_key_file
from plo_tui.store.opening import prepare
from plo_tui.store.reading.papers import read_papers
from plo_tui.store.store import Store
from plo_tui.store.unfinished import Unfinished, keep_unfinished
from plo_tui.store.verbs import family, meeting, staff
from plo_tui.store.verbs.minuting import add_entry

if TYPE_CHECKING:
    from pathlib import Path
    from uuid import UUID

    from sqlmodel import Session

Rows = dict[str, list[tuple[Any, ...]]]
"""Every row of every table."""


def demo_key(folder: Path) -> StoreKey:
    """Return the key of a demo, which is public, without opening its store."""
    key = read_key_file(folder).open_key
    assert key is not None  # noqa: S101 - a demo's always is
    return key


@dataclass(frozen=True)
class SmallStore:
    """Where it lies, and the keys of what is in it."""

    folder: Path
    clerk: UUID
    case: UUID
    meeting: UUID
    item: UUID

    def copy(self, folder: Path) -> SmallStore:
        """Copy it as it lies there to a folder, in the place of what is in that."""
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(self.folder, folder)
        return SmallStore(folder, self.clerk, self.case, self.meeting, self.item)

    def open(self) -> Store:
        """Open it as the app does.

        Raises:
            StoreProblem: named, with a sentence.
        """
        store = Store(self.folder, prepare(self.folder))
        store.actor_id = self.clerk
        return store

    def minute(self, store: Store, text: str) -> str:
        """Minute a paragraph, and return its key once it is called saved."""
        key = new_key()
        store.do(add_entry, key, self.meeting, self.item, text)
        return key.hex

    def keep(self, store: Store, text: str) -> None:
        """Keep unfinished words."""
        words = Unfinished(
            meeting_id=self.meeting, author_id=self.clerk, text=text, kept_at=store.clock()
        )
        keep_unfinished(store, words)

    def entries(self) -> set[str]:
        """The keys of the paragraphs that are there."""
        return {row[0] for row in self.asked("SELECT id FROM entry")}

    def unfinished(self) -> str:
        """The unfinished words that are there; empty where there are none."""
        rows = self.asked("SELECT text FROM unfinished")
        return str(rows[0][0]) if rows else ""

    def asked(self, question: str) -> list[tuple[Any, ...]]:
        """Ask the store, opened by itself, in plain SQL."""
        connection = connect(self.folder / STORE, demo_key(self.folder))
        try:
            answer: list[tuple[Any, ...]] = connection.execute(question).fetchall()
        finally:
            connection.close()
        return answer

    def whole(self) -> bool:
        """Whether every page, every index and the chain of the journal are as they were made."""
        chain = self.asked("SELECT previous, seal FROM journal WHERE case_id IS NOT NULL "
                           "ORDER BY case_id, sequence")  # fmt: skip
        linked = all(row[0] == before[1] for before, row in pairwise(chain))
        return (
            linked
            and self.asked("PRAGMA cipher_integrity_check") == []
            and self.asked("PRAGMA integrity_check") == [("ok",)]
            and self.asked("PRAGMA foreign_key_check") == []
        )


def every_row(session: Session) -> Rows:
    """Read everything."""
    connection = session.connection()
    tables = connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table'")
    return {
        name: [tuple(row) for row in connection.exec_driver_sql(f'SELECT * FROM "{name}"')]  # noqa: S608
        for (name,) in sorted(tables)
    }


def make_small_store(folder: Path, paragraphs: int = 0) -> SmallStore:
    """Make it, with some paragraphs minuted already."""
    clerk, case, met = new_key(), new_key(), new_key()
    store = Store(folder, prepare(folder, demo=True))
    store.do(staff.add_staff, clerk, "Nia Rowe", StaffRole.BUSINESS_SUPPORT)
    store.actor_id = clerk
    store.do(family.new_case, case, "PLO-1", None, clerk)
    store.do(family.add_child, case, new_key(), {"full_name": "Jo Carter", "initials": "JC"})
    episode = store.read(read_papers, case).episode.id
    plan: meeting.MeetingValues = {
        "planned_on": date(2027, 1, 12),
        "chair_id": clerk,
        "minute_taker_id": clerk,
    }
    store.do(meeting.plan_meeting, episode, met, MeetingKind.INITIAL, plan)
    sheet, policy = default_sheet_text("initial"), default_policy().pinned()
    store.do(meeting.open_meeting, met, sheet, policy, [clerk], [])
    item = store.read(read_papers, case, met).items[1].id
    made = SmallStore(folder, clerk, case, met, item)
    for number in range(paragraphs):
        made.minute(store, f"{number}. The stairs are clear and the children sleep well.")
    store.close()
    return made
