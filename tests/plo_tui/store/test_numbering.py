"""Meetings are numbered in the order in which they are held, whenever they were booked."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from approved_store import issue
from made_store import MET_ON, House, house

from agenda.records import new_key
from agenda.sheet_reading import default_sheet_text
from agenda.words import LineKind, MeetingKind
from plo_tui.store.problems import Refused
from plo_tui.store.reading.papers import read_papers_with_legal_planning
from plo_tui.store.verbs import meeting, planning

if TYPE_CHECKING:
    from pathlib import Path
    from uuid import UUID


def test_a_midway_review_booked_after_the_final_one_is_held_and_numbered_before_it(
    tmp_path: Path,
) -> None:
    made = house(tmp_path / "store")
    made.conclude()
    keys, policy = made.keys, made.papers().meeting.policy_text
    final, midway = new_key(), new_key()
    for key, kind, days in ((final, MeetingKind.FINAL, 80), (midway, MeetingKind.MIDWAY, 40)):
        on = MET_ON + timedelta(days=days)
        made.store.do(meeting.plan_meeting, keys.episode, key, kind, {"planned_on": on})
    booked = [(row.number, row.id) for row in made.papers().meetings]
    assert booked == [(1, keys.meeting), (2, final), (3, midway)]
    made.store.do(meeting.open_meeting, midway, default_sheet_text("midway"), policy, [], [])
    held = [(row.number, row.id) for row in made.papers().meetings]
    assert held == [(1, keys.meeting), (2, midway), (3, final)]


def test_legal_planning_counts_for_itself_so_the_first_meeting_with_the_family_stays_the_first(
    tmp_path: Path,
) -> None:
    made = house(tmp_path / "store")
    made.conclude()
    keys, policy = made.keys, made.papers().meeting.policy_text
    first, second, final = new_key(), new_key(), new_key()
    for key in (first, second):
        made.store.do(meeting.plan_meeting, keys.episode, key, MeetingKind.LEGAL_PLANNING, {})
    made.store.do(meeting.plan_meeting, keys.episode, final, MeetingKind.FINAL, {})
    assert numbers(made) == {keys.meeting: 1, first: 1, second: 2, final: 2}
    made.store.do(meeting.open_meeting, second, default_sheet_text("midway"), policy, [], [])
    assert numbers(made) == {keys.meeting: 1, first: 2, second: 1, final: 2}
    made.store.do(meeting.open_meeting, final, default_sheet_text("final"), policy, [], [])
    assert numbers(made) == {keys.meeting: 1, first: 2, second: 1, final: 2}


def test_legal_planning_opens_and_closes_nothing_of_the_familys_plan(tmp_path: Path) -> None:
    made = house(tmp_path / "store")
    issue(made)
    keys, policy = made.keys, made.papers().meeting.policy_text
    again, line = new_key(), planning.LineValues(kind=LineKind.ACTION, what="More")
    made.store.do(meeting.plan_meeting, keys.episode, again, MeetingKind.LEGAL_PLANNING, {})
    made.store.do(meeting.open_meeting, again, default_sheet_text("midway"), policy, [], [])
    with pytest.raises(Refused, match="approved"):
        made.store.do(planning.add_line, keys.episode, new_key(), line)


def numbers(made: House) -> dict[UUID, int]:
    """The number of each meeting of the case, legal planning too."""
    rows = made.store.read(read_papers_with_legal_planning, made.keys.case).standing("Meeting")
    return {row.id: row.number for row in rows}
