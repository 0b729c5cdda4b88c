"""The meeting's clock: its sittings without its pauses, whatever the hour changes to."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from agenda import records as r
from agenda.london import LONDON
from agenda.sitting_times import time_met, time_on
from agenda.words import MeetingKind

if TYPE_CHECKING:
    from agenda.records import Pause, Sitting

MEETING, ITEM = r.new_key(), r.new_key()
TEN = datetime(2027, 1, 12, 10, 0, tzinfo=UTC)
instants = st.integers(0, 18 * 365 * 24 * 60).map(
    lambda count: datetime(2018, 1, 1, tzinfo=UTC) + timedelta(minutes=count)
)
minutes = st.integers(0, 600).map(lambda count: timedelta(minutes=count))


def sat(began: datetime, ended: datetime | None = None) -> Sitting:
    return r.Sitting(meeting_id=MEETING, started_at=began, ended_at=ended)


def pause(sitting: Sitting, began: datetime, ended: datetime | None = None) -> Pause:
    return r.Pause(sitting_id=sitting.id, began_at=began, ended_at=ended)


def after(count: int) -> datetime:
    return TEN + timedelta(minutes=count)


def test_the_clock_stands_still_in_a_pause_and_between_two_sittings() -> None:
    first = sat(TEN, after(60))
    second = sat(TEN + timedelta(days=7))
    pauses = [pause(first, after(20), after(33)), pause(second, after(10) + timedelta(days=7))]
    now = after(25) + timedelta(days=7)
    assert time_met([first, second], pauses, now) == timedelta(minutes=60 - 13 + 10)
    assert time_met([first, second], pauses, now + timedelta(hours=3)) == timedelta(minutes=57)


def test_the_hour_that_summer_takes_is_not_counted() -> None:
    """Clocks go from 1 to 2 on 28 March 2027: from 00:30 to 02:30 is one hour."""
    began = datetime(2027, 3, 28, 0, 30, tzinfo=LONDON)
    ended = datetime(2027, 3, 28, 2, 30, tzinfo=LONDON)
    sitting = sat(began.astimezone(UTC), ended.astimezone(UTC))
    assert time_met([sitting], [], ended) == timedelta(hours=1)


def test_what_is_paused_twice_over_is_left_out_once() -> None:
    sitting = sat(TEN, after(60))
    twice = [pause(sitting, after(10), after(30)), pause(sitting, after(20), after(40))]
    assert time_met([sitting], twice, after(90)) == timedelta(minutes=30)


@given(instants, minutes, st.lists(st.tuples(minutes, minutes), max_size=5), minutes)
def test_the_clock_is_never_less_than_nothing_nor_more_than_the_sitting(
    began: datetime,
    lasted: timedelta,
    paused: list[tuple[timedelta, timedelta]],
    since: timedelta,
) -> None:
    sitting = sat(began, began + lasted)
    pauses = [pause(sitting, began + at, began + at + long) for at, long in paused]
    met = time_met([sitting], pauses, began + since)
    assert timedelta() <= met <= lasted


@given(instants, minutes, minutes, minutes)
def test_a_running_pause_holds_the_clock_however_long_it_lasts(
    began: datetime, ran: timedelta, paused: timedelta, more: timedelta
) -> None:
    sitting = sat(began)
    running = [pause(sitting, began + ran)]
    now = began + ran + paused
    assert time_met([sitting], running, now) == ran
    assert time_met([sitting], running, now + more) == ran


def test_an_items_clock_runs_only_on_the_item_on_the_table() -> None:
    item = r.Item(id=ITEM, meeting_id=MEETING, key="welcome", position=1, seconds=90)
    meeting = r.Meeting(
        episode_id=r.new_key(),
        kind=MeetingKind.INITIAL,
        number=1,
        current_item_id=ITEM,
        on_item_since=TEN,
    )
    assert time_on(item, meeting, after(2)) == timedelta(seconds=210)
    assert time_on(item, meeting, after(-5)) == timedelta(seconds=90)  # the clock was set back
    meeting.on_item_since = None
    assert time_on(item, meeting, after(2)) == timedelta(seconds=90)
    meeting.on_item_since, meeting.current_item_id = TEN, r.new_key()
    assert time_on(item, meeting, after(2)) == timedelta(seconds=90)
