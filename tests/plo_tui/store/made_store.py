"""A store with one family and a running meeting, made once and copied for each test."""

from __future__ import annotations

import atexit
import shutil
import tempfile
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from opened_store import PASSPHRASE, prepare

from agenda.policy import default_policy
from agenda.records import Entry, Journal, new_key
from agenda.sheet_reading import default_sheet_text
from agenda.words import LineKind, MeetingKind, ParentalResponsibility, Relation, StaffRole
from plo_tui.store.opening import unlock
from plo_tui.store.reading.edition import read_edition
from plo_tui.store.reading.papers import read_papers
from plo_tui.store.store import Store
from plo_tui.store.verbs import concerns, family, meeting, minuting, planning, staff

if TYPE_CHECKING:
    from uuid import UUID

    from agenda.edition import Edition
    from agenda.papers import Papers

MET_ON = date(2027, 1, 12)


class Clock:
    """Stands still, unless a test moves it."""

    def __init__(self) -> None:
        self.now = datetime(2027, 1, 12, 10, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now


@dataclass(frozen=True)
class Keys:
    chair: UUID
    clerk: UUID
    lawyer: UUID
    case: UUID
    episode: UUID
    child: UUID
    mother: UUID
    concern: UUID
    line: UUID
    meeting: UUID
    items: tuple[UUID, ...]


class House:
    """An open store, and the keys of what is in it."""

    def __init__(self, folder: Path, keys: Keys) -> None:
        self.folder = folder
        self.keys = keys
        self.clock = Clock()
        self.key = unlock(folder, PASSPHRASE)
        self.store = Store(folder, self.key, self.clock)
        self.store.actor_id = keys.clerk

    def add(self, text: str, **values: Any) -> UUID:
        """Write a paragraph into the welcome, and return its key."""
        key = new_key()
        keys = self.keys
        self.store.do(minuting.add_entry, key, keys.meeting, keys.items[1], text, **values)
        return key

    def entry(self, key: UUID) -> Entry:
        return self.store.read(lambda session: session.get_one(Entry, key))

    def papers(self) -> Papers:
        return self.store.read(read_papers, self.keys.case, self.keys.meeting)

    def texts(self) -> list[str]:
        """The standing paragraphs, in order."""
        return [entry.text for entry in self.papers().entries]

    def edition(self, meeting_id: UUID | None = None) -> Edition:
        return self.store.read(read_edition, self.keys.case, meeting_id or self.keys.meeting)

    def conclude(self) -> None:
        self.store.do(meeting.conclude, self.keys.meeting, effective=True)

    def journal(self, case: UUID | None = None) -> list[Journal]:
        """The journal of the case, or of another, in order."""
        from sqlmodel import col, select

        rows = select(Journal).where(Journal.case_id == (case or self.keys.case))
        return self.store.read(
            lambda session: list(session.exec(rows.order_by(col(Journal.sequence))))
        )


def house(folder: Path) -> House:
    """Return a fresh copy of the store, in a folder that is not there yet."""
    template, keys = _template()
    shutil.copytree(template, folder)
    return House(folder, keys)


@cache
def _template() -> tuple[Path, Keys]:
    holder = tempfile.mkdtemp(prefix="plo-tui-test-")
    atexit.register(shutil.rmtree, holder, ignore_errors=True)
    folder = Path(holder) / "store"
    store = Store(folder, prepare(folder), Clock())
    keys = _fill(store)
    store.close()
    return folder, keys


def _fill(store: Store) -> Keys:
    chair, clerk, lawyer, case, child, mother, concern, line, met = (new_key() for _ in range(9))
    store.do(staff.add_staff, chair, "Ada Fenn", StaffRole.TEAM_MANAGER, "North", "ada")
    store.do(staff.add_staff, clerk, "Nia Rowe", StaffRole.BUSINESS_SUPPORT)
    store.do(staff.add_staff, lawyer, "Lee Hart", StaffRole.LAWYER)
    store.actor_id = chair
    store.do(family.new_case, case, "PLO-1", None, chair)
    store.do(family.add_child, case, child, {"full_name": "Jo Carter", "initials": "JC"})
    store.do(
        family.add_person,
        case,
        mother,
        {"full_name": "Lena Carter", "known_as": "Ms Carter"},
        {child: (Relation.MOTHER, ParentalResponsibility.YES)},
    )
    episode = store.read(read_papers, case).episode.id
    store.do(concerns.add_concern, episode, concern, {"heading": "Neglect"})
    values: planning.LineValues = {"kind": LineKind.ACTION, "what": "Home clean"}
    store.do(planning.add_line, episode, line, values, ["no mould", "clear floors"], [child])
    store.do(
        meeting.plan_meeting,
        episode,
        met,
        MeetingKind.INITIAL,
        {"planned_on": MET_ON, "chair_id": chair, "minute_taker_id": clerk},
    )
    sheet, policy = default_sheet_text("initial"), default_policy().pinned()
    store.do(meeting.open_meeting, met, sheet, policy, [chair, clerk], [mother])
    items = tuple(item.id for item in store.read(read_papers, case, met).items)
    return Keys(chair, clerk, lawyer, case, episode, child, mother, concern, line, met, items)
