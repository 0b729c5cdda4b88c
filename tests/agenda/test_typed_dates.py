"""Dates as people type them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from agenda.day_names import MONTHS, WEEKDAYS
from agenda.described_dates import describe_date
from agenda.policy import default_policy
from agenda.typed_dates import read_date
from agenda.unreadable_date import UnreadableDate
from agenda.window import window_of
from agenda.working_days import WorkingDays

DAYS = WorkingDays(default_policy().bank_holidays)
TODAY = date(2027, 1, 12)  # a Tuesday, the day of the initial meeting
WINDOW = window_of(TODAY, default_policy())
NAMED = {"final review": date(2027, 4, 6), "midway": date(2027, 2, 23)}
cheap = settings(max_examples=150)
dates = st.dates(date(2018, 1, 1), date(2035, 12, 31))


def read(typed: str, *, today: date = TODAY, past: bool = False) -> date:
    return read_date(typed, today=today, days=DAYS, window=WINDOW, named=NAMED, past=past)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("12 feb", date(2027, 2, 12)),
        ("  12  FEB ", date(2027, 2, 12)),
        ("12feb", date(2027, 2, 12)),
        ("12th February", date(2027, 2, 12)),
        ("the 12th of February", date(2027, 2, 12)),
        ("12 february 2027", date(2027, 2, 12)),
        ("12/2", date(2027, 2, 12)),
        ("12/2/27", date(2027, 2, 12)),
        ("12.2.2027", date(2027, 2, 12)),
        ("12-02-2027", date(2027, 2, 12)),
        ("2027-02-12", date(2027, 2, 12)),
        ("1/12/27", date(2027, 12, 1)),
        ("29/2/28", date(2028, 2, 29)),
        ("5 sept", date(2027, 9, 5)),
        ("11 jan", date(2028, 1, 11)),
        ("12 jan", date(2027, 1, 12)),
        ("7 apr", date(2027, 4, 7)),
        ("fri", date(2027, 1, 15)),
        ("Tuesday", date(2027, 1, 19)),
        ("weds", date(2027, 1, 13)),
        ("fri 5 feb", date(2027, 2, 5)),
        ("Fri, 5 Feb 2027", date(2027, 2, 5)),
        ("fri wk 3", date(2027, 1, 29)),
        ("FRI WK3", date(2027, 1, 29)),
        ("week 3 friday", date(2027, 1, 29)),
        ("tue wk 1", date(2027, 1, 19)),
        ("wk 6", date(2027, 2, 23)),
        ("week 12", date(2027, 4, 6)),
        ("wk 13", date(2027, 4, 13)),
        ("+2w", date(2027, 1, 26)),
        ("+ 2 weeks", date(2027, 1, 26)),
        ("+3d", date(2027, 1, 15)),
        ("+10wd", date(2027, 1, 26)),
        ("+10 working days", date(2027, 1, 26)),
        ("today", date(2027, 1, 12)),
        ("Yesterday", date(2027, 1, 11)),
        ("last Friday", date(2027, 1, 8)),
        ("last tue", date(2027, 1, 5)),
        ("Tomorrow", date(2027, 1, 13)),
        ("Final  Review", date(2027, 4, 6)),
        ("the final review", date(2027, 4, 6)),
        ("midway", date(2027, 2, 23)),
        ("window end", date(2027, 4, 6)),
        ("extension end", date(2027, 5, 18)),
    ],
)
def test_read(typed: str, expected: date) -> None:
    assert read(typed) == expected


@pytest.mark.parametrize(
    ("typed", "reason", "nearest"),
    [
        ("1/13/27", "the day goes first", date(2027, 1, 13)),
        ("13/13", "There is no month 13", None),
        ("5/0", "There is no month 0", None),
        ("5 ju", "“ju” could be June or July", date(2027, 6, 5)),
        ("5 d", "“d” could be December", date(2027, 12, 5)),
        ("3", "Which month?", date(2027, 2, 3)),
        ("12", "Which month?", date(2027, 1, 12)),
        ("30 feb", "February 2027 has days 1 to 28", date(2027, 2, 28)),
        ("29 feb", "February 2027 has days 1 to 28", date(2027, 2, 28)),
        ("31/4", "April 2027 has days 1 to 30", date(2027, 4, 30)),
        ("0 feb", "February 2027 has days 1 to 28", date(2027, 2, 1)),
        ("2027-02-30", "February 2027 has days 1 to 28", date(2027, 2, 28)),
        ("feb 12", "The day goes first", date(2027, 2, 12)),
        ("feb", "Which day in Feb?", None),
        ("5 febuary", "There is no month “febuary”", date(2027, 2, 5)),
        ("10 days", "Put a plus in front", date(2027, 1, 22)),
        ("next fri", "either of two days", date(2027, 1, 15)),
        ("thu 5 feb", "5 Feb 2027 is a Friday, not a Thursday", date(2027, 2, 5)),
        ("12/2/127", "two or four digits", None),
        ("12/2/1066", "from 1990 to 2100", None),
        ("wk 0", "counted from 1", date(2027, 1, 19)),
        ("wk 999999999999", "too far off", None),
        ("+9999999wd", "too far off", None),
        ("+99999999w", "too far off", None),
        ("+2", "Say what to add", None),
        ("final reveiw", "That is not a date", date(2027, 4, 6)),
        ("", "There is no date yet", None),
        ("x" * 100_000, "too long", None),
        ("[/b]", "That is not a date", None),
        ("-3d", "That is not a date", None),
    ],
)
def test_refused_with_why_and_the_nearest(typed: str, reason: str, nearest: date | None) -> None:
    with pytest.raises(UnreadableDate) as refused:
        read(typed)
    assert reason in refused.value.reason
    assert refused.value.nearest == nearest
    assert refused.value.typed == typed
    assert ("Nearest:" in str(refused.value)) == (nearest is not None)


def test_without_a_window_weeks_cannot_be_counted() -> None:
    for typed in ("wk 3", "fri wk 3"):
        with pytest.raises(UnreadableDate, match="no window yet"):
            read_date(typed, today=TODAY, days=DAYS)


def test_a_name_without_a_date_says_so() -> None:
    for name in ("final review", "midway review"):
        with pytest.raises(UnreadableDate, match=f"No date is set for the {name} yet"):
            read_date(name, today=TODAY, days=DAYS)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("7 jan", date(2027, 1, 7)),
        ("12 feb", date(2026, 2, 12)),
        ("12 jan", date(2027, 1, 12)),
        ("tue", date(2027, 1, 5)),
        ("mon", date(2027, 1, 11)),
        ("last mon", date(2027, 1, 11)),
        ("yesterday", date(2027, 1, 11)),
        ("12/2/27", date(2027, 2, 12)),
    ],
)
def test_a_date_that_has_been(typed: str, expected: date) -> None:
    assert read(typed, past=True) == expected


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2027, 2, 5), "Fri 5 Feb 2027 · week 4 · working day"),
        (date(2027, 3, 29), "Mon 29 Mar 2027 · week 11 · Easter Monday"),
        (
            date(2027, 4, 10),
            "Sat 10 Apr 2027 · week 13, after the window ends (6 Apr) · Saturday",
        ),
        (
            date(2027, 1, 11),
            "Mon 11 Jan 2027 · before the window starts (12 Jan) · working day",
        ),
    ],
)
def test_describe(day: date, expected: str) -> None:
    assert describe_date(day, WINDOW, DAYS) == expected


def test_describe_without_a_window() -> None:
    assert describe_date(date(2027, 2, 5), None, DAYS) == "Fri 5 Feb 2027 · working day"


@cheap
@given(dates, dates)
def test_a_whole_date_is_read_as_written(day: date, today: date) -> None:
    month = MONTHS[day.month - 1]
    for typed in (
        day.isoformat(),
        f"{day.day}/{day.month}/{day.year}",
        f"{day.day}.{day.month}.{day.year % 100:02}",
        f"{day.day} {month} {day.year}",
        describe_date(day, None, DAYS).split(" · ")[0],
    ):
        assert read(typed, today=today) == day


@cheap
@given(dates, dates)
def test_a_day_and_month_fall_in_the_window_or_else_come_next(day: date, today: date) -> None:
    """Found by walking: the window's days, then the days from today."""
    if (day.month, day.day) == (2, 29):
        return
    inside = (WINDOW.start + timedelta(days=n) for n in range(85))
    to_come = (today + timedelta(days=n) for n in range(366))
    matching = [each for each in inside if (each.month, each.day) == (day.month, day.day)]
    matching += [each for each in to_come if (each.month, each.day) == (day.month, day.day)]
    assert read(f"{day.day}/{day.month}", today=today) == matching[0]


@cheap
@given(dates, st.integers(1, 30), st.sampled_from(WEEKDAYS))
def test_a_weekday_of_a_week(start: date, week: int, weekday: str) -> None:
    window = window_of(start, default_policy())
    found = read_date(f"{weekday[:3]} wk {week}", today=start, days=DAYS, window=window)
    assert found.strftime("%A") == weekday
    assert window.week_of(found) == week
    assert found > start


@cheap
@given(dates, st.sampled_from(WEEKDAYS))
def test_the_next_and_the_last_weekday(today: date, weekday: str) -> None:
    for past, step in ((False, 1), (True, -1)):
        day = today + timedelta(days=step)
        while day.strftime("%A") != weekday:
            day += timedelta(days=step)
        assert read(weekday, today=today, past=past) == day
    assert read(f"last {weekday}", today=today) == day


typed_like = st.text("0123456789/.-+ ,abdefjlmnoprstuwky[]{}%\x1b‮１٣²", max_size=14)
pieces = st.lists(
    st.sampled_from(
        [
            "fri",
            "wk",
            "w",
            "+",
            "-",
            "/",
            ".",
            "30",
            "0",
            "2027",
            "feb",
            "ma",
            "wd",
            "days",
            "next",
            "last",
        ]
    ),
    max_size=6,
).map(" ".join)


@settings(max_examples=400)
@given(
    st.one_of(st.text(), typed_like, pieces),
    st.dates(date(1990, 1, 1), date(2100, 12, 31)),
    st.booleans(),
    st.booleans(),
)
@example("9" * 59, TODAY, True, False)
@example("1/" + "9" * 50, TODAY, True, False)
@example("0000-01-01", TODAY, True, False)
@example("\ud800", TODAY, True, False)
def test_any_text_is_a_date_or_is_refused(
    typed: str, today: date, with_window: bool, past: bool
) -> None:
    window = WINDOW if with_window else None
    found: date | UnreadableDate
    try:
        found = read_date(typed, today=today, days=DAYS, window=window, named=NAMED, past=past)
    except UnreadableDate as refused:
        found = refused
    if isinstance(found, UnreadableDate):
        assert found.reason.endswith((".", "?"))
        assert found.reason.isprintable()
    else:
        assert 1990 <= found.year <= 2100
        assert describe_date(found, window, DAYS)
