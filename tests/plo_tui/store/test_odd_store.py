"""A store that holds what the app never writes: a plain sentence, and the other cases stay open."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from made_store import House, house

from agenda.broken_file import BrokenFile
from agenda.words import ApprovalRole
from plo_tui.store.connection import connect
from plo_tui.store.folder import STORE
from plo_tui.store.problems import Refused, Unreadable
from plo_tui.store.reading.home import read_home
from plo_tui.store.verbs import signing

if TYPE_CHECKING:
    from pathlib import Path

TODAY = date(2027, 1, 20)


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> House:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path))
    return house(tmp_path / "store")


def put(made: House, table: str, column: str, value: Any) -> None:
    """Write by SQL what no verb would, past every check."""
    connection = connect(made.folder / STORE, made.key)
    connection.execute("PRAGMA foreign_keys=OFF")
    connection.execute("PRAGMA ignore_check_constraints=ON")
    connection.execute(f'UPDATE "{table}" SET {column} = ?', [value])  # noqa: S608
    connection.close()


@pytest.mark.parametrize(
    ("table", "column", "value"),
    [
        ("meeting", "planned_on", "9999-12-31"),
        ("meeting", "planned_on", "0001-01-01"),
        ("meeting", "planned_on", "2027-13-45"),
        ("meeting", "kind", "party"),
        ("meeting", "number", 10**15),
        ("sitting", "started_at", "9999-12-31 23:59:59.999999"),
        ("sitting", "started_at", "yesterday"),
        ("entry", "place", float("inf")),
        ("entry", "place", "behind"),
        ("entry", "text", b"\xff\xfe"),
        ("entry", "speaker_person_id", "nobody"),
        ("child", "born_on", "0001-01-01"),
        ("child", "initials", b"\x00"),
        ("case", "reference", b"7"),
    ],
)
def test_a_case_that_cannot_be_read_says_so(
    made: House, table: str, column: str, value: Any
) -> None:
    made.add("First.")
    put(made, table, column, value)
    with pytest.raises(Unreadable, match="put a backup in its place") as told:
        made.papers()
    assert str(value) not in str(told.value)


@pytest.mark.parametrize(
    "text",
    ["= broken", "[window.weeks]\nvalue = 9999", "x" * 1_000_000],
    ids=["broken", "out of range", "long"],
)
def test_a_meetings_own_policy_and_sheet_are_named_where_they_are_broken(
    made: House, text: str
) -> None:
    for column in ("policy_text", "sheet_text"):
        put(made, "meeting", column, text)
        with pytest.raises(BrokenFile):
            made.edition()


@pytest.mark.parametrize(
    "frozen",
    ["{", "[]", '{"kind": "party"}', "null", "[" * 100_000],
    ids=["cut off", "a list", "others", "nothing", "too deep"],
)
def test_frozen_minutes_that_are_no_minutes_say_so(made: House, frozen: str) -> None:
    made.store.actor_id = made.keys.chair
    made.conclude()
    seen = made.edition().fingerprint
    approve = (made.keys.meeting, ApprovalRole.CHAIR, made.keys.chair, seen)
    made.store.do(signing.approve, *approve)
    put(made, "minutesversion", "frozen", frozen)
    with pytest.raises(Refused, match="can no longer be read"):
        made.edition()


@pytest.mark.parametrize(
    ("table", "column", "value"),
    [
        ("meeting", "planned_on", "yesterday"),
        ("meeting", "kind", "party"),
        ("meeting", "state", "party"),
        ("meeting", "policy_text", "= broken"),
        ("sitting", "started_at", "9999-12-31 23:59:59.999999"),
        ("sitting", "started_at", "0001-01-01 00:00:00.000000"),
        ("child", "initials", b"\xff"),
        ("case", "id", "7"),
    ],
)
def test_a_damaged_case_hides_no_other_in_the_list(
    made: House, table: str, column: str, value: Any
) -> None:
    put(made, table, column, value)
    connection = connect(made.folder / STORE, made.key)
    other = "00000000000000000000000000000001"
    row = connection.execute('SELECT * FROM "case"').fetchone()
    names = [one[1] for one in connection.execute('PRAGMA table_info("case")').fetchall()]
    copy = dict(zip(names, row, strict=True)) | {"id": other, "reference": "PLO-2"}
    marks = ", ".join("?" * len(names))
    connection.execute(f'INSERT INTO "case" VALUES ({marks})', list(copy.values()))  # noqa: S608
    stages = {row.reference: row.stage for row in read_home(connection, TODAY)}
    connection.close()
    assert stages["PLO-2"] == "before the meeting"
    assert set(stages) == {"PLO-1", "PLO-2"}
