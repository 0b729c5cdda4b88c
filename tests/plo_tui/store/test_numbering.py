"""Meetings are numbered in the order in which they are held, whenever they were booked."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from made_store import MET_ON, house

from agenda.records import new_key
from agenda.sheet_reading import default_sheet_text
from agenda.words import MeetingKind
from plo_tui.store.verbs import meeting

if TYPE_CHECKING:
    from pathlib import Path


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
