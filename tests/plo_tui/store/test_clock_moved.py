"""A clock that goes back in the middle: nothing is refused, lost or out of order for it."""

from __future__ import annotations

from datetime import time, timedelta
from itertools import pairwise
from typing import Any

import pytest
from made_store import MET_ON, House

from agenda.decision_words import WhoWasTold
from agenda.london import LONDON
from agenda.records import new_key
from agenda.sitting_times import time_met
from agenda.words import ApprovalRole, MinutesState
from plo_tui.store.problems import Refused
from plo_tui.store.undoing import redo, undo
from plo_tui.store.verbs import advice, meeting, minuting, signing, sittings, urgent

BACK = pytest.mark.parametrize(
    "back",
    [timedelta(hours=1), timedelta(days=1), timedelta(days=400)],
    ids=["hour", "day", "year"],
)


def do(made: House, verb: Any, *args: Any, **kwargs: Any) -> None:
    """Do a verb three minutes later, and look at every count of time."""
    made.clock.now += timedelta(minutes=3)
    made.store.do(verb, *args, **kwargs)
    papers = made.papers()
    assert time_met(papers.sittings, papers.pauses, made.clock.now) >= timedelta()
    assert all(item.seconds >= 0 for item in papers.items)


@BACK
def test_a_whole_meeting_is_held_approved_and_issued(made: House, back: timedelta) -> None:
    keys, met = made.keys, made.keys.meeting
    made.add("First.")
    do(made, sittings.begin_pause, met)
    made.clock.now -= back
    do(made, sittings.end_pause, met)
    made.add("Second.")
    do(made, meeting.go_to_item, met, keys.items[3])
    do(made, advice.offer_break, met, keys.mother, taken=True)
    made.clock.now -= back
    do(made, advice.end_breaks, met)
    do(made, sittings.adjourn, met, MET_ON + timedelta(days=3))
    made.clock.now -= back
    do(made, sittings.resume_meeting, met, [keys.chair, keys.clerk], [keys.mother])
    made.add("Third.")
    do(made, undo, keys.case)
    do(made, redo, keys.case)
    assert made.texts() == ["First.", "Second.", "Third."]
    assert [row.number for row in made.papers().sittings] == [1, 2]
    made.store.actor_id = keys.chair
    do(made, meeting.conclude, met, effective=True)
    seen = made.edition().fingerprint
    do(made, signing.approve, met, ApprovalRole.CHAIR, keys.chair, seen)
    made.clock.now -= back
    do(made, signing.approve, met, ApprovalRole.LEGAL, keys.lawyer, seen, "by email")
    do(made, signing.issue, met, ["Hart & Lane"])
    assert made.edition().state is MinutesState.ISSUED
    rows = made.journal()
    assert [row.sequence for row in rows] == list(range(1, len(rows) + 1))
    assert all(row.previous == before.seal for before, row in pairwise(rows))


@BACK
def test_when_it_was_said_is_still_taken(made: House, back: timedelta) -> None:
    said = made.add("First.")
    made.clock.now += timedelta(minutes=30) - back
    do(made, minuting.retime_entry, said, time(10, 20))
    spoken = made.entry(said).spoken_at
    assert spoken
    assert spoken.astimezone(LONDON).time() == time(10, 20)
    assert spoken.date() == MET_ON


def test_an_urgent_matter_is_minuted_at_the_time_on_the_wall(made: House) -> None:
    wall = made.clock.now + timedelta(minutes=30)
    made.clock.now -= timedelta(hours=1)
    keys = made.keys
    told = [(WhoWasTold.LEGAL, "Lee Hart", wall)]
    do(made, urgent.add_urgent, new_key(), keys.meeting, keys.items[1], "He was hit.", wall, told)
    assert made.texts() == ["He was hit."]


def test_a_time_to_come_is_still_refused_where_the_clock_is_right(made: House) -> None:
    keys, soon = made.keys, made.clock.now + timedelta(minutes=30)
    with pytest.raises(Refused, match="not come yet"):
        do(made, urgent.add_urgent, new_key(), keys.meeting, keys.items[1], "He was hit.", soon)
