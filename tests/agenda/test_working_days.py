"""Working days against a hand-written list of England's bank holidays, and brute force."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agenda.policy import default_policy, read_policy
from agenda.working_days import OutsideCalendar, WorkingDays

# Copied from GOV.UK's bank holidays for England and Wales; the later ones worked out by hand.
WRITTEN = """
2017: 2/1 14/4 17/4 1/5 29/5 28/8 25/12 26/12
2018: 1/1 30/3 2/4 7/5 28/5 27/8 25/12 26/12
2019: 1/1 19/4 22/4 6/5 27/5 26/8 25/12 26/12
2020: 1/1 10/4 13/4 8/5 25/5 31/8 25/12 28/12
2021: 1/1 2/4 5/4 3/5 31/5 30/8 27/12 28/12
2022: 3/1 15/4 18/4 2/5 2/6 3/6 29/8 19/9 26/12 27/12
2023: 2/1 7/4 10/4 1/5 8/5 29/5 28/8 25/12 26/12
2024: 1/1 29/3 1/4 6/5 27/5 26/8 25/12 26/12
2025: 1/1 18/4 21/4 5/5 26/5 25/8 25/12 26/12
2026: 1/1 3/4 6/4 4/5 25/5 31/8 25/12 28/12
2027: 1/1 26/3 29/3 3/5 31/5 30/8 27/12 28/12
2028: 3/1 14/4 17/4 1/5 29/5 28/8 25/12 26/12
2029: 1/1 30/3 2/4 7/5 28/5 27/8 25/12 26/12
2030: 1/1 19/4 22/4 6/5 27/5 26/8 25/12 26/12
"""
LATER = range(2031, 2041)
ONE_DAY = timedelta(days=1)


def easter(year: int) -> date:
    """Gauss's way, with the two exceptions; the library uses another."""
    a, b, c = year % 19, year % 4, year % 7
    k = year // 100
    p = (13 + 8 * k) // 25
    m = (15 - p + k - k // 4) % 30
    n = (4 + k - k // 4) % 7
    d = (19 * a + m) % 30
    e = (2 * b + 4 * c + 6 * d + n) % 7
    if (d, e) == (29, 6):
        return date(year, 4, 19)
    if d == 28 and e == 6 and (11 * m + 11) % 30 < 19:
        return date(year, 4, 18)
    return date(year, 3, 22) + timedelta(days=d + e)


def monday(year: int, month: int, *, last: bool = False) -> date:
    days = [date(year, month, n) for n in (range(25, 32) if last else range(1, 8))]
    return next(day for day in days if day.weekday() == 0)


def substituted(days: list[date]) -> set[date]:
    """Each day, or the first weekday after it that is not taken."""
    taken: set[date] = set()
    for day in days:
        moved = day
        while moved.weekday() > 4 or moved in taken or (moved != day and moved in days):
            moved += ONE_DAY
        taken.add(moved)
    return taken


def england() -> set[date]:
    holidays: set[date] = set()
    for line in WRITTEN.strip().splitlines():
        year, _, days = line.partition(": ")
        for day in days.split():
            number, month = day.split("/")
            holidays.add(date(int(year), int(month), int(number)))
    for each in LATER:
        holidays |= {easter(each) - 2 * ONE_DAY, easter(each) + ONE_DAY, monday(each, 5)}
        holidays |= {monday(each, 5, last=True), monday(each, 8, last=True)}
        holidays |= substituted([date(each, 1, 1)])
        holidays |= substituted([date(each, 12, 25), date(each, 12, 26)])
    return holidays


HOLIDAYS = england()
DAYS = WorkingDays(default_policy().bank_holidays)
cheap = settings(max_examples=150)
dates = st.dates(date(2018, 1, 1), date(2035, 12, 31))


def works(day: date) -> bool:
    return day.weekday() < 5 and day not in HOLIDAYS


def stepped(day: date, count: int) -> date:
    """Day by day, without any arithmetic."""
    step = ONE_DAY if count > 0 else -ONE_DAY
    for _ in range(abs(count)):
        day += step
        while not works(day):
            day += step
    return day


def test_the_oracle_finds_easter_as_printed() -> None:
    printed = {2018: (4, 1), 2019: (4, 21), 2020: (4, 12), 2024: (3, 31), 2038: (4, 25)}
    assert {year: (easter(year).month, easter(year).day) for year in printed} == printed


def test_every_day_from_2018_to_2035() -> None:
    day = date(2018, 1, 1)
    while day < date(2036, 1, 1):
        assert DAYS.is_working_day(day) == works(day), day
        day += ONE_DAY


@pytest.mark.parametrize(
    ("day", "why"),
    [
        (date(2027, 1, 12), ""),
        (date(2027, 1, 16), "Saturday"),
        (date(2027, 1, 17), "Sunday"),
        (date(2027, 3, 26), "Good Friday"),
        (date(2027, 3, 29), "Easter Monday"),
        (date(2027, 12, 25), "Christmas Day"),
        (date(2027, 12, 27), "Christmas Day (substitute day)"),
        (date(2022, 9, 19), "State Funeral of Queen Elizabeth II"),
        (date(2023, 5, 8), "Coronation of Charles III"),
    ],
)
def test_why_not(day: date, why: str) -> None:
    assert DAYS.why_not(day) == why


@pytest.mark.parametrize(
    ("day", "count", "expected"),
    [
        (date(2027, 1, 8), 1, date(2027, 1, 11)),
        (date(2027, 1, 9), 1, date(2027, 1, 11)),
        (date(2027, 1, 10), -1, date(2027, 1, 8)),
        (date(2027, 1, 9), 0, date(2027, 1, 9)),
        (date(2027, 3, 25), 1, date(2027, 3, 30)),
        (date(2027, 1, 12), 10, date(2027, 1, 26)),
    ],
)
def test_add(day: date, count: int, expected: date) -> None:
    assert DAYS.add(day, count) == expected


@cheap
@given(dates, st.integers(-120, 120))
def test_add_walks_the_working_days(day: date, count: int) -> None:
    assert DAYS.add(day, count) == stepped(day, count)


@cheap
@given(dates, st.integers(-200, 200))
def test_count_counts_them(after: date, calendar_days: int) -> None:
    to = after + timedelta(days=calendar_days)
    if to >= after:
        passed = [after + n * ONE_DAY for n in range(1, calendar_days + 1)]
    else:
        passed = [after - n * ONE_DAY for n in range(1, -calendar_days + 1)]
    expected = sum(works(day) for day in passed)
    assert DAYS.count(after, to) == (expected if to >= after else -expected)


@cheap
@given(dates, st.integers(-300, 300))
def test_count_takes_add_back(day: date, count: int) -> None:
    start = DAYS.on_or_after(day)
    assert DAYS.count(start, DAYS.add(start, count)) == count


@cheap
@given(dates)
def test_nearest_working_days(day: date) -> None:
    before = after = day
    while not works(before):
        before -= ONE_DAY
    while not works(after):
        after += ONE_DAY
    assert (DAYS.on_or_before(day), DAYS.on_or_after(day)) == (before, after)


def test_holidays_between_holds_both_ends_in_order() -> None:
    assert DAYS.holidays_between(date(2027, 3, 26), date(2027, 5, 3)) == [
        (date(2027, 3, 26), "Good Friday"),
        (date(2027, 3, 29), "Easter Monday"),
        (date(2027, 5, 3), "May Day"),
    ]
    assert DAYS.holidays_between(date(2027, 5, 3), date(2027, 3, 26)) == []


def test_an_authoritys_own_day_counts() -> None:
    text = '[bank_holidays.extra]\nvalue = [{ date = 2027-05-10, name = "Proclaimed" }]\n'
    own = WorkingDays(read_policy(text, "our.toml").bank_holidays)
    assert own.why_not(date(2027, 5, 10)) == "Proclaimed"
    assert own.add(date(2027, 5, 7), 1) == date(2027, 5, 11)
    assert DAYS.is_working_day(date(2027, 5, 10))


@pytest.mark.parametrize("year", [1990, 2100])
def test_the_first_and_last_year_are_known(year: int) -> None:
    days = WorkingDays(default_policy().bank_holidays)
    assert days.why_not(date(year, 12, 25)) == "Christmas Day"


def test_years_are_added_on_demand_in_any_order() -> None:
    days = WorkingDays(default_policy().bank_holidays)
    for year in (2060, 1995, 2100, 2027):
        assert days.add(date(year, 6, 30), 0) == date(year, 6, 30)
        assert not days.is_working_day(date(year, 12, 25))
    assert days.add(date(2027, 1, 12), 10_000) > date(2066, 1, 1)


@pytest.mark.parametrize(
    ("day", "count"),
    [(date(1989, 12, 31), 0), (date(2101, 1, 1), 1), (date(2100, 12, 31), 1), (date.min, -1)],
)
def test_outside_the_calendar_says_so(day: date, count: int) -> None:
    with pytest.raises(OutsideCalendar, match="from 1990 to 2100"):
        DAYS.add(day, count)
    with pytest.raises(OutsideCalendar):
        DAYS.add(date(2027, 1, 12), 10**9)
