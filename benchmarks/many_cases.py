"""A store filled with thousands of families at once, as after years of use.

Run as `python -m benchmarks.many_cases STORE COUNT`. The first hundred families are in their 12
weeks, with a final review booked, so they fill the first page of the list whatever the count. Of
every ten after them six have ended, three have a review booked for later, and one has nothing
booked. The rows are written by plain SQL: through the app's own verbs it would take an hour.
"""

from __future__ import annotations

import sys
from datetime import date, datetime, time, timedelta
from enum import Enum, auto
from pathlib import Path
from typing import Any

from agenda.london import london_date
from agenda.policy import default_policy
from agenda.records import new_key
from agenda.sheet_reading import default_sheet_text
from agenda.words import MeetingKind, MeetingState
from plo_tui.store.connection import connect
from plo_tui.store.folder import STORE
from plo_tui.store.opening import prepare
from plo_tui.store.store import utc_now

FIRST_NAMES = ("Ada", "Ben", "Cora", "Dylan", "Élodie", "Finn", "Grace", "Hamza", "Iris", "Jude")
SURNAMES = ("Ashdown", "Birch", "Corrigan", "Dunmore", "Eastwood", "Fairley", "Greaves", "Holt")

Row = dict[str, Any]


class Stage(Enum):
    """How far a family's case has come."""

    RUNNING = auto()
    ENDED = auto()
    NOTHING_BOOKED = auto()


STAGES = (*[Stage.ENDED] * 6, *[Stage.RUNNING] * 3, Stage.NOTHING_BOOKED)
FIRST_PAGE = 100


class Families:
    """Rows for many families, by table; `write` puts them all in the store at once."""

    def __init__(self, chair: str, today: date) -> None:
        self.chair = chair
        self.today = today
        self.rows: dict[str, list[Row]] = {}
        self._sheet = default_sheet_text(MeetingKind.INITIAL.value)
        self._policy = default_policy().pinned()

    def add(self, number: int) -> None:
        """Add one family; its number decides how far its case has come."""
        running = number < FIRST_PAGE
        stage = Stage.RUNNING if running else STAGES[number % len(STAGES)]
        reference = f"PLO-{2020 + number % 7}-{number:05}"
        case = self._row("case", reference=reference, chair_id=self.chair)
        surname = SURNAMES[number % len(SURNAMES)]
        for position in (1, 2):
            first = FIRST_NAMES[(number * 3 + position) % len(FIRST_NAMES)]
            self._child(case, position, first, surname)
        ended = stage is Stage.ENDED
        held_on = self.today - timedelta(days=number % 80 + (200 if ended else 0))
        episode = self._row(
            "preproceedings",
            case_id=case,
            forum="Legal planning meeting",
            ended_on=held_on + timedelta(days=80) if ended else None,
        )
        if stage is not Stage.NOTHING_BOOKED:
            self._held(episode, held_on, issued=ended)
        if stage is Stage.RUNNING:
            review_on = held_on + timedelta(days=81 if running else 200)
            self._meeting(episode, 2, MeetingKind.FINAL, review_on)

    def write(self, connection: Any) -> None:
        """Put every row in, in one transaction."""
        connection.execute("BEGIN IMMEDIATE")
        for table, rows in self.rows.items():
            names = ", ".join(rows[0])
            marks = ", ".join("?" * len(rows[0]))
            connection.executemany(
                f'INSERT INTO "{table}" ({names}) VALUES ({marks})',  # noqa: S608 - our own names
                [tuple(row.values()) for row in rows],
            )
        connection.execute("COMMIT")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def _row(self, table: str, **values: Any) -> str:
        key = new_key().hex
        stored = {name: _stored(value) for name, value in values.items()}
        self.rows.setdefault(table, []).append({"id": key, "version": 1, **stored})
        return key

    def _child(self, case: str, position: int, first: str, surname: str) -> None:
        self._row(
            "child",
            case_id=case,
            position=position,
            authority_child_id="",
            full_name=f"{first} {surname}",
            initials=f"{first[0]}{surname[0]}",
            legal_status="no order",
            plan="no plan",
            conference_chair="",
        )

    def _held(self, episode: str, on: date, *, issued: bool) -> None:
        at = datetime.combine(on, time(10))
        meeting = self._meeting(
            episode,
            1,
            MeetingKind.INITIAL,
            on,
            state=MeetingState.CONCLUDED.value,
            sheet_text=self._sheet,
            policy_text=self._policy,
            effective=True,
            minutes_due_on=on + timedelta(days=7),
        )
        self._row("sitting", meeting_id=meeting, number=1, started_at=at, place="")
        self._row(
            "minutesversion",
            meeting_id=meeting,
            number=1,
            reason="",
            frozen=self._sheet if issued else "",  # as long as the minutes of a short meeting
            sha256="",
            issued_at=at + timedelta(days=6) if issued else None,
        )

    def _meeting(self, episode: str, number: int, kind: MeetingKind, on: date, **held: Any) -> str:
        values = {
            "state": MeetingState.PLANNED.value,
            "sheet_text": "",
            "policy_text": "",
            "effective": None,
            "minutes_due_on": None,
        }
        return self._row(
            "meeting",
            episode_id=episode,
            kind=kind.value,
            number=number,
            planned_on=on,
            place="",
            not_effective_why="",
            circulation="",
            **(values | held),
        )


def fill(folder: Path, count: int, today: date) -> None:
    """Add so many families to the demo store that lies in `folder`."""
    connection = connect(folder / STORE, prepare(folder))
    try:
        [chair] = connection.execute("SELECT id FROM staff WHERE role = 'team manager'").fetchone()
        families = Families(chair, today)
        for number in range(count):
            families.add(number)
        families.write(connection)
    finally:
        connection.close()


def _stored(value: Any) -> Any:
    """Return a value as the records' library stores it."""
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d %H:%M:%S}.000000"
    return value.isoformat() if isinstance(value, date) else value


if __name__ == "__main__":
    fill(Path(sys.argv[1]), int(sys.argv[2]), london_date(utc_now()))
