"""The home list: found by any words, and read in a few questions however long it is."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID

import pytest
from made_store import MET_ON, House, house

from agenda.records import new_key
from agenda.words import ApprovalRole, MeetingKind, MinutesState
from plo_tui.store.connection import connect
from plo_tui.store.folder import STORE
from plo_tui.store.reading.home import PAGE, CaseRow, read_home
from plo_tui.store.verbs import family, meeting, signing

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def made(tmp_path: Path) -> House:
    return house(tmp_path / "store")


class Counting:
    """A connection that counts its statements and the rows it gives out."""

    def __init__(self, made: House) -> None:
        self.plain = connect(made.folder / STORE, made.key)
        self.statements: list[str] = []
        self.rows = 0

    def create_function(self, *args: Any, **kwargs: Any) -> None:
        self.plain.create_function(*args, **kwargs)

    def execute(self, query: str, values: Any = ()) -> Counting:
        self.statements.append(query)
        self._answer = self.plain.execute(query, values)
        return self

    def fetchall(self) -> list[Any]:
        rows = self._answer.fetchall()
        self.rows += len(rows)
        return list(rows)


@pytest.fixture
def counting(made: House) -> Iterator[Counting]:
    counting = Counting(made)
    yield counting
    counting.plain.close()


def listed(made: House, today: date = MET_ON, find: str = "") -> list[CaseRow]:
    plain = connect(made.folder / STORE, made.key)
    try:
        return read_home(plain, today, find)
    finally:
        plain.close()


def found(made: House, words: str) -> list[str]:
    return [row.reference for row in listed(made, find=words)]


def add_cases(made: House, count: int) -> None:
    """Put many cases in, each with a child, at once."""
    plain = connect(made.folder / STORE, made.key)
    plain.execute("BEGIN IMMEDIATE")
    for number in range(count):
        case, child = UUID(int=number + 1).hex, UUID(int=count + number + 1).hex
        plain.execute(
            'INSERT INTO "case" (id, version, reference) VALUES (?, 1, ?)',
            [case, f"MANY-{number:05}"],
        )
        plain.execute(
            "INSERT INTO child (id, version, case_id, position, authority_child_id, full_name, "
            "initials, legal_status, plan, conference_chair) "
            "VALUES (?, 1, ?, 1, '', 'Ali Bell', 'AB', 'no order', 'no plan', '')",
            [child, case],
        )
    plain.execute("COMMIT")
    plain.close()


def test_a_page_is_a_fixed_number_of_questions(made: House, counting: Counting) -> None:
    read_home(counting, MET_ON)
    for_one = len(counting.statements)
    add_cases(made, PAGE)
    read_home(counting, MET_ON)
    assert len(counting.statements) == 2 * for_one
    assert for_one <= 3


def test_ten_thousand_cases_are_read_a_page_at_a_time(made: House, counting: Counting) -> None:
    add_cases(made, 10_000)
    first = read_home(counting, MET_ON)
    assert len(first) == PAGE
    assert first[0].reference == "PLO-1"  # it is running
    assert counting.rows <= 2 * PAGE + 10
    second = read_home(counting, MET_ON, offset=PAGE)
    assert not {row.reference for row in first} & {row.reference for row in second}
    assert [row.reference for row in read_home(counting, MET_ON, "MANY-09999")] == ["MANY-09999"]


@pytest.mark.parametrize(
    ("reference", "words"),
    [
        ("50% care", "%"),
        ("under_score", "_"),
        ("back\\slash", "\\"),
        ("O'Neil", "'"),
        ("ÉLODIE-1", "élodie"),
        ("STRASSE", "straße"),
        ("Ko\u0308ln", "köln"),
        ("[/b]", "[/b]"),
    ],
)
def test_any_characters_are_found_as_they_are(made: House, reference: str, words: str) -> None:
    made.store.do(family.new_case, new_key(), reference)
    assert found(made, words) == [reference]


def test_found_by_child_initials_or_chair(made: House) -> None:
    for words in ("jo cart", "jc", "ada", " PLO ", "plo-1"):
        assert found(made, words) == ["PLO-1"]
    assert found(made, "carter jo") == []


def test_a_withdrawn_child_is_not_found(made: House) -> None:
    plain = connect(made.folder / STORE, made.key)
    plain.execute("UPDATE child SET withdrawn_at = '2027-01-01 00:00:00'")
    plain.close()
    assert found(made, "carter") == []
    assert listed(made)[0].children == ""


def test_running_meetings_first_then_by_the_next_date(made: House) -> None:
    for name, days in (("LATER", 30), ("SOON", 2), ("NEVER", None)):
        case = new_key()
        made.store.do(family.new_case, case, name)
        if days:
            from plo_tui.store.reading.papers import read_papers

            episode = made.store.read(read_papers, case).episode.id
            on = MET_ON + timedelta(days=days)
            made.store.do(
                meeting.plan_meeting, episode, new_key(), MeetingKind.INITIAL, {"planned_on": on}
            )
    assert [row.reference for row in listed(made)] == ["PLO-1", "SOON", "LATER", "NEVER"]


def test_a_row_says_where_the_case_stands(made: House) -> None:
    [row] = listed(made)
    assert (row.stage, row.week, row.chair, row.children) == (
        "meeting running",
        1,
        "Ada Fenn",
        "JC",
    )
    made.conclude()
    [row] = listed(made, MET_ON + timedelta(days=84))
    assert (row.stage, row.week, row.weeks) == ("plan running", 12, 12)
    [row] = listed(made, MET_ON + timedelta(days=85))
    assert row.stage == "past the window"
    assert "window ended" in row.overdue


def test_late_minutes_are_overdue_until_they_are_issued(made: House) -> None:
    made.conclude()
    due = date(2027, 1, 19)
    assert listed(made, due)[0].overdue == ()
    late = due + timedelta(days=1)
    assert listed(made, late)[0].overdue == ("minutes 1 not issued",)
    seen = made.edition().fingerprint
    steps = []
    for role, who in (
        (ApprovalRole.CHAIR, made.keys.chair),
        (ApprovalRole.LEGAL, made.keys.lawyer),
    ):
        steps.append(listed(made)[0].meetings[0].minutes)
        made.store.do(signing.approve, made.keys.meeting, role, who, seen, "by email")
    steps.append(listed(made)[0].meetings[0].minutes)
    made.store.do(signing.issue, made.keys.meeting, ["Ms Carter"])
    steps.append(listed(made)[0].meetings[0].minutes)
    assert steps == [
        MinutesState.DRAFT,
        MinutesState.CHAIR,
        MinutesState.APPROVED,
        MinutesState.ISSUED,
    ]
    assert listed(made, late)[0].overdue == ()


def test_a_new_version_is_a_draft_again_in_the_list(made: House) -> None:
    made.conclude()
    seen = made.edition().fingerprint
    made.store.do(
        signing.approve, made.keys.meeting, ApprovalRole.CHAIR, made.keys.chair, seen, "by email"
    )
    made.store.do(signing.begin_new_version, made.keys.meeting, "A name was wrong.")
    assert listed(made)[0].meetings[0].minutes is MinutesState.DRAFT


def test_a_meeting_not_held_is_overdue(made: House) -> None:
    key = new_key()
    on: meeting.MeetingValues = {"planned_on": MET_ON + timedelta(days=42)}
    made.store.do(meeting.plan_meeting, made.keys.episode, key, MeetingKind.MIDWAY, on)
    row = listed(made, MET_ON + timedelta(days=43))[0]
    assert row.overdue == ("midway review not held",)
    assert row.as_json()["meetings"][1] == {
        "number": 2,
        "kind": "midway",
        "date": "2027-02-23",
        "state": "planned",
        "minutes": "none",
    }
