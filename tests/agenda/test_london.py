"""London's clock: which instants show a time, also on the days on which it changes."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

from hypothesis import given
from hypothesis import strategies as st

from agenda.london import LONDON, london_instants


def test_in_summer_the_clock_is_an_hour_ahead() -> None:
    assert london_instants(date(2027, 7, 1), time(10)) == [datetime(2027, 7, 1, 9, tzinfo=UTC)]
    assert london_instants(date(2027, 1, 12), time(10)) == [datetime(2027, 1, 12, 10, tzinfo=UTC)]


def test_the_hour_that_spring_skips_was_never_shown() -> None:
    assert london_instants(date(2027, 3, 28), time(1, 30)) == []


def test_the_hour_that_autumn_repeats_was_shown_twice() -> None:
    assert london_instants(date(2027, 10, 31), time(1, 30)) == [
        datetime(2027, 10, 31, 0, 30, tzinfo=UTC),
        datetime(2027, 10, 31, 1, 30, tzinfo=UTC),
    ]


@given(
    st.datetimes(datetime(2018, 1, 1), datetime(2035, 12, 31)).map(  # noqa: DTZ001 - made aware
        lambda instant: instant.replace(second=0, microsecond=0, tzinfo=UTC)
    )
)
def test_every_instant_is_among_those_that_show_its_own_time(instant: datetime) -> None:
    shown = instant.astimezone(LONDON)
    assert instant in london_instants(shown.date(), shown.time())
