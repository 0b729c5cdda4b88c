"""The window against a walk through its days."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agenda.policy import default_policy, read_policy
from agenda.window import Window, window_of

START = date(2027, 1, 12)
WINDOW = window_of(START, default_policy())
cheap = settings(max_examples=100)
starts = st.dates(date(2018, 1, 1), date(2035, 12, 31))


@pytest.mark.parametrize(
    ("days", "week"),
    [(-5, 1), (0, 1), (1, 1), (7, 1), (8, 2), (14, 2), (42, 6), (43, 7), (84, 12), (85, 13)],
)
def test_week_of_a_day(days: int, week: int) -> None:
    assert WINDOW.week_of(START + timedelta(days=days)) == week


def test_twelve_weeks_from_the_initial_meeting() -> None:
    assert WINDOW.end == WINDOW.last_day == date(2027, 4, 6)
    assert WINDOW.weeks_in_all == 12
    assert WINDOW.extension_end == date(2027, 5, 18)
    assert WINDOW.days_left(START) == 84
    assert WINDOW.days_left(date(2027, 4, 6)) == 0
    assert WINDOW.days_left(date(2027, 4, 7)) == -1


def test_day_84_is_inside_and_day_85_is_not() -> None:
    assert WINDOW.contains(START)
    assert WINDOW.contains(date(2027, 4, 6))
    assert not WINDOW.contains(date(2027, 4, 7))
    assert not WINDOW.contains(date(2027, 1, 11))


def test_extended_it_is_eighteen_weeks() -> None:
    extended = window_of(START, default_policy(), WINDOW.extension_end)
    assert extended.weeks_in_all == 18
    assert extended.last_day == date(2027, 5, 18)
    assert extended.contains(date(2027, 5, 18))
    assert not extended.contains(date(2027, 5, 19))
    assert extended.days_left(START) == 126


def test_an_authoritys_own_numbers() -> None:
    policy = read_policy(
        "[window.weeks]\nvalue = 16\n[extension.times]\nvalue = 0\n[final.week]\nvalue = 16", "our"
    )
    window = window_of(START, policy)
    assert window.end == window.extension_end == START + timedelta(days=112)


@cheap
@given(starts, st.integers(1, 52), st.integers(0, 100))
def test_weeks_are_counted_day_by_day(start: date, weeks: int, more: int) -> None:
    end = start + timedelta(weeks=weeks)
    window = Window(start, weeks, 6, end + timedelta(days=more) if more else None)
    day, week, days_in_week = start, 1, -1  # the start is day 0, over and above the seven
    while window.contains(day):
        days_in_week += 1
        if days_in_week > 7:
            week, days_in_week = week + 1, 1
        assert window.week_of(day) == week
        day += timedelta(days=1)
    assert day == window.last_day + timedelta(days=1)
    assert week == window.weeks_in_all


@cheap
@given(starts, st.integers(1, 60))
def test_the_last_day_of_a_week_is_its_last(start: date, week: int) -> None:
    window = window_of(start, default_policy())
    last = window.last_day_of_week(week)
    assert window.week_of(last) == week
    assert window.week_of(last + timedelta(days=1)) == week + 1
