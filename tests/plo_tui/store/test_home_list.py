"""The home list: what each row says, in which order, and found by any words."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

import pytest
from made_store import MET_ON, House

from agenda.policy import default_policy
from agenda.records import new_key
from agenda.sheet_reading import default_sheet_text
from agenda.words import ApprovalRole, MeetingKind, MinutesState
from plo_tui.cli.plain_case import case_lines
from plo_tui.store.connection import connect
from plo_tui.store.folder import STORE
from plo_tui.store.reading.home import CaseRow, read_home
from plo_tui.store.reading.papers import read_papers
from plo_tui.store.verbs import family, meeting, signing, sittings

if TYPE_CHECKING:
    from uuid import UUID


def listed(made: House, today: date = MET_ON, find: str = "") -> list[CaseRow]:
    plain = connect(made.folder / STORE, made.key)
    try:
        return read_home(plain, today, find)
    finally:
        plain.close()


def found(made: House, words: str) -> list[str]:
    return [row.reference for row in listed(made, find=words)]


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


def test_running_meetings_first_then_by_the_next_date_and_its_time(made: House) -> None:
    for name, days, hour in (
        ("LATER", 30, 9),
        ("AFTERNOON", 2, 14),
        ("MORNING", 2, 10),
        ("NEVER", None, 9),
    ):
        case = new_key()
        made.store.do(family.new_case, case, name)
        if days:
            episode = made.store.read(read_papers, case).episode.id
            values: meeting.MeetingValues = {
                "planned_on": MET_ON + timedelta(days=days),
                "planned_at": time(hour),
            }
            made.store.do(meeting.plan_meeting, episode, new_key(), MeetingKind.INITIAL, values)
    rows = [row.reference for row in listed(made)]
    assert rows == ["PLO-1", "MORNING", "AFTERNOON", "LATER", "NEVER"]


def test_a_case_with_a_meeting_that_has_no_day_yet_stays_in_the_list(made: House) -> None:
    made.conclude()
    plan, episode, day = meeting.plan_meeting, made.keys.episode, MET_ON + timedelta(days=80)
    made.store.do(plan, episode, new_key(), MeetingKind.MIDWAY, {})
    assert len(listed(made)) == 1
    made.store.do(plan, episode, new_key(), MeetingKind.FINAL, {"planned_on": day})
    assert [row.next_on for row in listed(made)] == [day]


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


def test_an_adjourned_meeting_says_so_with_the_day_of_its_next_sitting(made: House) -> None:
    made.store.do(sittings.adjourn, made.keys.meeting)
    [row] = listed(made)
    assert (row.stage, row.next_on, row.overdue) == ("adjourned", None, ())
    day = MET_ON + timedelta(days=7)
    made.store.do(sittings.adjourn, made.keys.meeting, day)
    [row] = listed(made)
    assert (row.stage, row.next_on, row.next_what) == ("adjourned", day, "initial")
    assert row.meetings[0].on == MET_ON
    [row] = listed(made, day + timedelta(days=1))
    assert "initial meeting not resumed" in row.overdue
    made.clock.now += timedelta(days=7)
    made.store.do(sittings.resume_meeting, made.keys.meeting, [made.keys.chair], [])
    [row] = listed(made, day)
    assert (row.stage, row.week, row.overdue) == ("meeting running", 1, ())


def second_episode(made: House, ended_on: date) -> UUID:
    """End the first episode and begin another, with nothing booked yet."""
    again = new_key()
    plain = connect(made.folder / STORE, made.key)
    plain.execute("UPDATE preproceedings SET ended_on = ?", [ended_on.isoformat()])
    plain.execute(
        "INSERT INTO preproceedings (id, version, case_id, forum) VALUES (?, 1, ?, '')",
        [again.hex, made.keys.case.hex],
    )
    plain.close()
    return again


def test_an_ended_episode_is_not_late(made: House) -> None:
    made.conclude()
    plain = connect(made.folder / STORE, made.key)
    plain.execute("UPDATE preproceedings SET ended_on = '2027-03-30'")
    plain.close()
    [row] = listed(made, MET_ON + timedelta(days=400))
    assert row.stage == "ended"
    assert "window ended" not in row.overdue


def test_a_second_episode_has_a_window_of_its_own(made: House) -> None:
    made.conclude()
    again = second_episode(made, date(2027, 3, 30))
    [row] = listed(made, date(2028, 5, 1))
    assert (row.stage, row.week) == ("before the meeting", None)
    key, sheet = new_key(), default_sheet_text("initial")
    made.store.do(
        meeting.plan_meeting, again, key, MeetingKind.INITIAL, {"planned_on": date(2028, 5, 2)}
    )
    made.clock.now = datetime(2028, 5, 2, 10, tzinfo=UTC)
    policy = default_policy().pinned()
    made.store.do(meeting.open_meeting, key, sheet, policy, [made.keys.chair], [made.keys.mother])
    made.store.do(meeting.conclude, key, effective=True)
    [row] = listed(made, date(2028, 5, 12))
    assert (row.stage, row.week) == ("plan running", 2)
    assert "window ended" not in row.overdue


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


def test_a_case_that_was_purged_stands_in_no_list_and_is_not_found(made: House) -> None:
    made.store.do(family.new_case, new_key(), "PLO-2")
    assert [row.reference for row in listed(made)] == ["PLO-1", "PLO-2"]
    plain = connect(made.folder / STORE, made.key)
    plain.execute("UPDATE \"case\" SET purged_at = '2027-01-12 10:00:00.000000'")
    plain.close()
    assert listed(made) == []
    assert found(made, "PLO") == []


def test_a_booked_legal_planning_meeting_comes_next_and_is_numbered_apart(made: House) -> None:
    made.conclude()
    plan, episode, day = meeting.plan_meeting, made.keys.episode, MET_ON + timedelta(days=7)
    made.store.do(plan, episode, new_key(), MeetingKind.LEGAL_PLANNING, {"planned_on": day})
    [row] = listed(made)
    assert (row.next_on, row.next_what) == (day, "legal planning")
    assert [(one.number, one.kind) for one in row.meetings] == [
        (1, MeetingKind.INITIAL),
        (1, MeetingKind.LEGAL_PLANNING),
    ]
    lines = case_lines(row, made.store.read(read_papers, made.keys.case), MET_ON)
    assert any(line.startswith("1. Initial meeting, Tue 12 Jan 2027") for line in lines)
    assert any(line.startswith("Legal planning meeting 1, Tue 19 Jan 2027") for line in lines)
