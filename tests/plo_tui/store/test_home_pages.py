"""The home list of a store with very many cases: a page is no more work than of one with few."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID

import pytest
from made_store import MET_ON, House, house

from plo_tui.store.connection import connect
from plo_tui.store.folder import STORE
from plo_tui.store.reading.home import PAGE, read_home

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


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


def book(made: House, count: int, first: date, every: int = 3) -> None:
    """Book a meeting, on days from the first on, in each third of the cases put in at once.

    Each has an episode with a meeting that was held as well, as long as real ones are.
    """
    plain = connect(made.folder / STORE, made.key)
    plain.execute("BEGIN IMMEDIATE")
    query = (
        "INSERT INTO meeting (id, version, episode_id, kind, number, planned_on, place, state, "
        "not_effective_why, circulation, sheet_text, policy_text) "
        "VALUES (?, 1, ?, 'initial', ?, ?, '', ?, '', '', ?, '')"
    )
    for number in range(count):
        case, episode = UUID(int=number + 1).hex, UUID(int=10**6 + number).hex
        held, booked = UUID(int=2 * 10**6 + number).hex, UUID(int=3 * 10**6 + number).hex
        plain.execute(
            "INSERT INTO preproceedings (id, version, case_id, forum) VALUES (?, 1, ?, '')",
            [episode, case],
        )
        long = "x" * 10_000
        plain.execute(query, [held, episode, 1, "2020-01-01", "concluded", long])
        if number % every == 0:
            on = first + timedelta(days=number // 10)
            plain.execute(query, [booked, episode, 2, on.isoformat(), "planned", ""])
    plain.execute("COMMIT")
    plain.close()


def work(made: House, find: str = "") -> int:
    """How much the database does to read the first page, in hundreds of its own steps."""
    plain = connect(made.folder / STORE, made.key)
    steps = 0

    def count() -> int:
        nonlocal steps
        steps += 1
        return 0

    plain.set_progress_handler(count, 100)
    read_home(plain, MET_ON, find)
    plain.close()
    return steps


def test_a_page_is_a_fixed_number_of_questions(made: House, counting: Counting) -> None:
    read_home(counting, MET_ON)
    for_one = len(counting.statements)
    add_cases(made, PAGE)
    read_home(counting, MET_ON)
    assert len(counting.statements) == 2 * for_one
    assert for_one <= 4


def test_ten_thousand_cases_are_read_a_page_at_a_time(made: House, counting: Counting) -> None:
    add_cases(made, 10_000)
    first = read_home(counting, MET_ON)
    assert len(first) == PAGE
    assert first[0].reference == "PLO-1"  # it is running
    assert counting.rows <= 2 * PAGE + 10
    second = read_home(counting, MET_ON, offset=PAGE)
    assert not {row.reference for row in first} & {row.reference for row in second}
    assert [row.reference for row in read_home(counting, MET_ON, "MANY-09999")] == ["MANY-09999"]


@pytest.mark.parametrize("every", [1, 3, 10**6])
def test_ten_times_the_cases_are_no_more_work(tmp_path: Path, every: int) -> None:
    """However many have something booked: all, a third, or none but one."""
    works = []
    for count in (2 * PAGE, 20 * PAGE):
        made = house(tmp_path / str(count))
        add_cases(made, count)
        book(made, count, MET_ON, every)
        works.append(work(made))
    few, many = works
    assert many <= 1.2 * few


def test_the_pages_together_are_every_case_once_and_in_order(made: House) -> None:
    add_cases(made, 250)
    book(made, 250, MET_ON - timedelta(days=5))
    plain = connect(made.folder / STORE, made.key)
    pages = [read_home(plain, MET_ON, "", 60, offset) for offset in range(0, 300, 60)]
    plain.close()
    rows = [row for page in pages for row in page]
    assert [len(page) for page in pages] == [60, 60, 60, 60, 11]
    assert len({row.case_id for row in rows}) == 251
    assert rows[0].stage == "meeting running"
    places = [(row.next_on or date.max, row.reference) for row in rows[1:]]
    assert places == sorted(places)


def test_a_case_with_two_meetings_to_come_stands_once_by_the_first(made: House) -> None:
    add_cases(made, 2)
    book(made, 2, MET_ON + timedelta(days=9), every=1)
    plain = connect(made.folder / STORE, made.key)
    plain.execute(
        "UPDATE meeting SET state = 'planned', planned_on = ? WHERE id = ?",
        [(MET_ON + timedelta(days=1)).isoformat(), UUID(int=2 * 10**6 + 1).hex],
    )
    rows = read_home(plain, MET_ON)
    plain.close()
    assert [row.reference for row in rows] == ["PLO-1", "MANY-00001", "MANY-00000"]
    assert rows[1].next_on == MET_ON + timedelta(days=1)
