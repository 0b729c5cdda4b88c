"""How a step stands against its planned day."""

from __future__ import annotations

from datetime import date

import pytest

from agenda.policy import default_policy
from agenda.standing import standing_of_booked, standing_of_day, standing_of_done, standing_of_due
from agenda.working_days import WorkingDays

DAYS = WorkingDays(default_policy().bank_holidays)
THURSDAY = date(2027, 3, 25)
"""The day before Good Friday; the next working day is Tuesday 30 March."""


def march(day: int) -> date:
    return date(2027, 3, day)


@pytest.mark.parametrize(
    ("today", "shown", "late"),
    [
        (date(2027, 3, 10), "in 11 working days", 0),
        (march(11), "in 10 working days (amber)", 0),
        (march(24), "in 1 working day (amber)", 0),
        (march(25), "today (amber)", 0),
        (march(26), "less than a working day late (red)", 0),
        (march(29), "less than a working day late (red)", 0),
        (march(30), "1 working day late (red)", 1),
        (march(31), "2 working days late (red)", 2),
    ],
)
def test_what_is_due(today: date, shown: str, late: int) -> None:
    standing = standing_of_due(THURSDAY, today, 10, DAYS)
    assert (str(standing), standing.late) == (shown, late)


@pytest.mark.parametrize(
    ("actual", "shown", "late"),
    [
        (march(23), "done 2 working days early", 0),
        (march(25), "done on the day", 0),
        (march(27), "done less than a working day late", 0),
        (march(30), "done 1 working day late", 1),
        (date(2027, 4, 1), "done 3 working days late", 3),
    ],
)
def test_what_was_done(actual: date, shown: str, late: int) -> None:
    standing = standing_of_done(THURSDAY, actual, DAYS)
    assert (str(standing), standing.late) == (shown, late)


@pytest.mark.parametrize(
    ("booked", "shown", "late"),
    [
        (march(24), "booked, in 1 working day", 0),
        (march(27), "booked, in 2 working days", 0),
        (march(30), "booked 1 working day late (amber)", 1),
    ],
)
def test_what_is_booked_is_late_from_the_working_day_after(
    booked: date, shown: str, late: int
) -> None:
    standing = standing_of_booked(THURSDAY, booked, march(23), DAYS)
    assert (str(standing), standing.late) == (shown, late)


@pytest.mark.parametrize(
    ("today", "shown"),
    [
        (march(25), "in less than a working day"),
        (march(27), "today"),
        (march(28), "less than a working day ago"),
        (march(30), "1 working day ago"),
    ],
)
def test_a_day_on_which_nothing_is_owed_has_no_colour_and_is_never_late(
    today: date, shown: str
) -> None:
    standing = standing_of_day(march(27), today, DAYS)
    assert (str(standing), standing.late) == (shown, 0)


def test_the_policys_number_of_days_is_amber() -> None:
    assert standing_of_due(THURSDAY, march(23), 1, DAYS).colour == ""
    assert standing_of_due(THURSDAY, march(24), 1, DAYS).colour == "amber"
    assert standing_of_due(THURSDAY, THURSDAY, 0, DAYS).colour == "amber"
