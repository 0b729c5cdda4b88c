"""Pauses, urgent matters, further sittings: what they record, refuse, and give back."""

from __future__ import annotations

from datetime import date, time, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from made_store import MET_ON, House

from agenda.decision_words import WhoWasTold
from agenda.records import new_key
from agenda.words import EntryKind, MeetingState, Presence
from plo_tui.store.problems import Changed, Refused
from plo_tui.store.undoing import redo, undo
from plo_tui.store.verbs import advice, meeting, sittings, urgent

if TYPE_CHECKING:
    from agenda.records import Meeting, Pause, Sitting

NEXT_WEEK = MET_ON + timedelta(days=7)


def later(made: House, minutes: int = 0, days: int = 0) -> None:
    made.clock.now += timedelta(minutes=minutes, days=days)


def do(made: House, verb: Any, *args: Any, **kwargs: Any) -> None:
    made.store.do(verb, made.keys.meeting, *args, **kwargs)


def met(made: House) -> Meeting:
    return made.papers().meeting


def spent(made: House) -> int:
    """Seconds on the item on the table, as far as they are stored."""
    papers = made.papers()
    return next(row.seconds for row in papers.items if row.id == papers.meeting.current_item_id)


def pauses(made: House) -> list[Pause]:
    return made.papers().pauses


def sat(made: House) -> list[Sitting]:
    return made.papers().sittings


def adjourned(made: House) -> None:
    do(made, sittings.adjourn, NEXT_WEEK, time(10), "Civic Offices")


def resume(made: House) -> None:
    do(made, sittings.resume_meeting, [made.keys.chair], [made.keys.mother])


# --- a pause


def test_a_pause_stops_the_items_clock_and_going_on_starts_it_from_then(made: House) -> None:
    later(made, 10)
    do(made, sittings.begin_pause)
    assert (spent(made), met(made).on_item_since) == (600, None)
    later(made, 13)
    do(made, sittings.end_pause)
    [pause] = pauses(made)
    assert pause.ended_at is not None
    assert pause.ended_at - pause.began_at == timedelta(minutes=13)
    assert (spent(made), met(made).on_item_since) == (600, made.clock.now)


def test_moving_on_in_a_pause_starts_no_clock(made: House) -> None:
    do(made, sittings.begin_pause)
    later(made, 5)
    do(made, meeting.go_to_item, made.keys.items[2])
    later(made, 5)
    do(made, sittings.end_pause)
    later(made, 5)
    do(made, meeting.go_to_item, made.keys.items[3])
    seconds = {row.id: row.seconds for row in made.papers().items}
    assert seconds[made.keys.items[2]] == 300


def test_a_second_pause_and_a_second_going_on_are_refused(made: House) -> None:
    with pytest.raises(Refused, match="is not paused"):
        do(made, sittings.end_pause)
    do(made, sittings.begin_pause)
    with pytest.raises(Refused, match="paused already"):
        do(made, sittings.begin_pause)
    assert len(pauses(made)) == 1


def test_a_pause_keeps_no_words_whatever_it_is_given(made: House) -> None:
    do(made, sittings.begin_pause)
    [pause] = pauses(made)
    assert set(pause.model_dump()) == {
        "id", "version", "withdrawn_at", "sitting_id", "began_at", "ended_at",
    }  # fmt: skip


def test_a_pause_is_undone_as_if_the_clock_had_run_on(made: House) -> None:
    began = made.clock.now
    later(made, 10)
    do(made, sittings.begin_pause)
    later(made, 5)
    made.store.do(undo, made.keys.case)
    assert pauses(made) == []
    assert (spent(made), met(made).on_item_since) == (0, began)
    made.store.do(redo, made.keys.case)
    assert len(pauses(made)) == 1
    assert met(made).on_item_since is None


def test_an_end_of_a_pause_is_undone_too(made: House) -> None:
    do(made, sittings.begin_pause)
    do(made, sittings.end_pause)
    made.store.do(undo, made.keys.case)
    assert pauses(made)[0].ended_at is None
    assert met(made).on_item_since is None


def test_concluding_ends_the_pause(made: House) -> None:
    do(made, sittings.begin_pause)
    later(made, 5)
    made.conclude()
    [pause] = pauses(made)
    assert pause.ended_at == made.clock.now
    assert spent(made) == 0


# --- an urgent matter


def test_an_urgent_matter_is_minuted_with_who_was_told_and_suspends_the_meeting(
    made: House,
) -> None:
    keys, key = made.keys, new_key()
    later(made, 50)
    at = made.clock.now
    told = [
        (WhoWasTold.LEGAL, "Ms Holt", at),
        (WhoWasTold.POLICE, "", at - timedelta(minutes=1)),
    ]
    made.store.do(
        urgent.add_urgent, key, keys.meeting, keys.items[2], "He was hit today.",
        at - timedelta(minutes=8), told,
    )  # fmt: skip
    papers = made.papers()
    [entry] = papers.entries
    assert (entry.kind, entry.text, entry.item_id) == (
        EntryKind.URGENT, "He was hit today.", keys.items[2],
    )  # fmt: skip
    assert entry.spoken_at == at - timedelta(minutes=8)
    assert [(row.who, row.name) for row in papers.told(key)] == [
        (WhoWasTold.LEGAL, "Ms Holt"),
        (WhoWasTold.POLICE, ""),
    ]
    assert [row.ended_at for row in papers.pauses] == [None]
    made.store.do(urgent.tell_urgent, key, [(WhoWasTold.STRATEGY, "", None)])
    assert [row.who for row in made.papers().told(key)][-1] is WhoWasTold.STRATEGY
    made.store.do(undo, keys.case)
    made.store.do(undo, keys.case)
    assert made.papers().entries == []
    assert made.papers().pauses == []


def test_an_urgent_matter_in_a_pause_leaves_the_pause_as_it_is(made: House) -> None:
    keys = made.keys
    do(made, sittings.begin_pause)
    made.store.do(
        urgent.add_urgent, new_key(), keys.meeting, keys.items[1], "He rang.", made.clock.now
    )
    assert len(pauses(made)) == 1


@pytest.mark.parametrize(
    ("facts", "ahead", "told_ahead", "field"),
    [
        (" ", 0, 0, "facts"),
        ("He rang.", 2, 0, "at"),
        ("He rang.", 0, 2, "POLICE"),
    ],
)
def test_an_urgent_matter_needs_facts_and_times_that_have_come(
    made: House, facts: str, ahead: int, told_ahead: int, field: str
) -> None:
    keys, now = made.keys, made.clock.now
    told = [(WhoWasTold.POLICE, "", now + timedelta(minutes=told_ahead))]
    with pytest.raises(Refused) as refused:
        made.store.do(
            urgent.add_urgent, new_key(), keys.meeting, keys.items[1], facts,
            now + timedelta(minutes=ahead), told,
        )  # fmt: skip
    assert refused.value.field == field
    assert made.papers().entries == []
    assert pauses(made) == []


# --- adjourned and resumed


def test_an_adjourned_meeting_is_live_and_has_no_sitting_open(made: House) -> None:
    later(made, 20)
    do(made, sittings.begin_pause)
    later(made, 5)
    adjourned(made)
    standing = met(made)
    assert (standing.state, standing.effective) == (MeetingState.LIVE, None)
    assert (standing.resumes_on, standing.resumes_at) == (NEXT_WEEK, time(10))
    assert standing.on_item_since is None
    assert spent(made) == 20 * 60
    assert [row.ended_at for row in sat(made)] == [made.clock.now]
    assert [row.ended_at for row in pauses(made)] == [made.clock.now]


def test_when_it_resumes_can_be_left_open_and_said_later(made: House) -> None:
    do(made, sittings.adjourn)
    at = met(made).adjourned_at
    later(made, days=1)
    adjourned(made)
    assert (met(made).adjourned_at, met(made).resumes_on) == (at, NEXT_WEEK)
    with pytest.raises(Refused, match="has passed"):
        do(made, sittings.adjourn, MET_ON)


def test_nothing_new_is_said_in_an_adjourned_meeting_but_what_stands_is_tidied(
    made: House,
) -> None:
    entry = made.add("The home is clean.")
    adjourned(made)
    for verb, args in (
        (meeting.go_to_item, (made.keys.items[2],)),
        (sittings.begin_pause, ()),
        (sittings.begin_sitting, ([made.keys.chair], [])),
        (advice.offer_break, (made.keys.mother,)),
    ):
        kwargs = {"taken": True} if verb is advice.offer_break else {}
        with pytest.raises(Refused, match="Resume the meeting first"):
            do(made, verb, *args, **kwargs)
    with pytest.raises(Refused, match="Resume the meeting first"):
        made.add("One thing more.")
    from plo_tui.store.verbs.minuting import withdraw_entry

    made.store.do(withdraw_entry, entry)
    assert made.texts() == []


def test_it_resumes_as_a_further_sitting_of_the_same_meeting(made: House) -> None:
    keys = made.keys
    made.add("The home is clean.")
    do(made, meeting.set_presence, Presence.PRESENT, person_id=keys.mother)
    adjourned(made)
    later(made, days=7)
    resume(made)
    made.add("It still is.")
    first, second = sat(made)
    assert (second.number, second.started_at, second.ended_at) == (2, made.clock.now, None)
    papers = made.papers()
    assert papers.meeting.adjourned_at is None
    assert papers.meeting.resumes_on is None
    assert [row.sitting_id for row in papers.entries] == [first.id, second.id]
    rows = [(row.sitting_id, row.person_id or row.staff_id, row.presence)
            for row in papers.attendance]  # fmt: skip
    assert (first.id, keys.mother, Presence.PRESENT) in rows
    assert (second.id, keys.mother, Presence.INVITED) in rows
    do(made, meeting.set_presence, Presence.LATE, person_id=keys.mother)
    do(made, meeting.set_presence, Presence.ABSENT, staff_id=keys.clerk, sitting_id=first.id)
    marked = {(row.sitting_id, row.person_id or row.staff_id): row.presence
              for row in made.papers().attendance}  # fmt: skip
    assert marked[first.id, keys.mother] is Presence.PRESENT
    assert marked[second.id, keys.mother] is Presence.LATE
    assert marked[first.id, keys.clerk] is Presence.ABSENT
    with pytest.raises(Refused, match="This sitting has ended"):
        do(made, meeting.set_presence, Presence.LEFT, person_id=keys.mother, sitting_id=first.id)


def test_the_window_counts_from_the_first_sitting_and_only_once_it_was_effective(
    made: House,
) -> None:
    adjourned(made)
    later(made, days=7)
    resume(made)
    papers = made.papers()
    assert papers.window is not None
    assert papers.window.start == MET_ON
    assert papers.window_is_provisional
    made.conclude()
    papers = made.papers()
    assert papers.window is not None
    assert papers.window.start == MET_ON
    assert not papers.window_is_provisional


def test_an_adjourned_meeting_can_end_but_only_as_one_that_did_not_do_its_work(
    made: House,
) -> None:
    adjourned(made)
    with pytest.raises(Refused, match="Resume it to go on"):
        made.conclude()
    ended = sat(made)[0].ended_at
    later(made, days=9)
    do(made, meeting.conclude, effective=False, why_not="They moved away.")
    assert met(made).state is MeetingState.CONCLUDED
    assert met(made).adjourned_at is None
    assert sat(made)[0].ended_at == ended


def test_an_adjournment_is_undone(made: House) -> None:
    since = met(made).on_item_since
    later(made, 5)
    adjourned(made)
    made.store.do(undo, made.keys.case)
    assert (met(made).adjourned_at, met(made).on_item_since) == (None, since)
    assert sat(made)[0].ended_at is None


def test_a_sitting_is_taken_back_only_while_nothing_stands_in_it(made: House) -> None:
    made.add("The home is clean.")
    do(made, sittings.begin_sitting, [made.keys.chair], [made.keys.mother], "", "with Ms Carter")
    assert len(sat(made)) == 2
    made.store.do(undo, made.keys.case)
    assert [row.ended_at for row in sat(made)] == [None]
    made.store.do(redo, made.keys.case)
    clerk, made.store.actor_id = made.store.actor_id, made.keys.chair
    made.add("It was not.")
    made.store.actor_id = clerk
    with pytest.raises(Changed, match="Something was recorded in this sitting"):
        made.store.do(undo, made.keys.case)
    assert len(sat(made)) == 2


# --- parents who must not meet


def test_a_sitting_of_ones_own_begins_where_something_was_said(made: House) -> None:
    keys = made.keys
    made.add("The home is clean.")
    do(made, sittings.begin_sitting, [keys.chair], [keys.mother], "Room 2", " with Ms Carter ")
    first, second = sat(made)
    assert first.ended_at == made.clock.now
    assert (second.place, second.called) == ("Room 2", "with Ms Carter")
    there = {row.staff_id or row.person_id for row in made.papers().attendance
             if row.sitting_id == second.id}  # fmt: skip
    assert there == {keys.chair, keys.mother}


def test_a_sitting_in_which_nothing_was_said_is_changed_instead(made: House) -> None:
    keys = made.keys
    do(made, meeting.set_presence, Presence.PRESENT, staff_id=keys.chair)
    do(made, sittings.begin_sitting, [keys.chair], [], "", "with nobody yet")
    do(made, sittings.begin_sitting, [keys.chair], [keys.mother], "", "with Ms Carter")
    [sitting] = sat(made)
    assert sitting.called == "with Ms Carter"
    there = {row.staff_id or row.person_id: row.presence for row in made.papers().attendance}
    assert there == {keys.chair: Presence.PRESENT, keys.mother: Presence.INVITED}


def test_nobody_at_all_is_no_sitting(made: House) -> None:
    with pytest.raises(Refused, match="Nobody is ticked"):
        do(made, sittings.begin_sitting, [], [])


def test_the_day_it_resumes_is_a_day(made: House) -> None:
    do(made, sittings.adjourn, date(2027, 1, 12), None, "")
    assert met(made).resumes_on == date(2027, 1, 12)
