"""Days that suit a meeting."""

from __future__ import annotations

from datetime import date

import pytest

from agenda.policy import default_policy, read_policy
from agenda.suitable_days import legal_planning_weekdays, suitable_from, suitable_until, suits
from agenda.working_days import OutsideCalendar, WorkingDays

POLICY = default_policy()
DAYS = WorkingDays(POLICY.bank_holidays)
TUESDAY_OR_THURSDAY = legal_planning_weekdays(POLICY)


def days_of_march(*numbers: int) -> tuple[date, ...]:
    return tuple(date(2027, 3, number) for number in numbers)


def test_legal_planning_is_on_the_policys_weekdays() -> None:
    assert frozenset({"Tuesday", "Thursday"}) == TUESDAY_OR_THURSDAY
    ours = read_policy('[legal_planning.days]\nvalue = ["Monday morning"]', "our.toml")
    assert legal_planning_weekdays(ours) == {"Monday"}
    any_day = read_policy("[legal_planning.days]\nvalue = []", "our.toml")
    assert len(legal_planning_weekdays(any_day)) == 7


@pytest.mark.parametrize(
    ("day", "working", "legal_planning"),
    [
        (23, True, True),  # Tuesday
        (24, True, False),
        (25, True, True),  # Thursday
        (26, False, False),  # Good Friday
        (27, False, False),
        (29, False, False),  # Easter Monday
    ],
)
def test_a_day_suits_or_not(day: int, working: bool, legal_planning: bool) -> None:
    on = date(2027, 3, day)
    assert suits(on, DAYS) is working
    assert suits(on, DAYS, TUESDAY_OR_THURSDAY) is legal_planning


def test_the_next_days_leave_easter_out() -> None:
    assert suitable_from(date(2027, 3, 25), 3, DAYS) == days_of_march(25, 30, 31)
    assert suitable_from(date(2027, 3, 26), 2, DAYS, TUESDAY_OR_THURSDAY) == (
        date(2027, 3, 30),
        date(2027, 4, 1),
    )


def test_the_last_days_leave_easter_out() -> None:
    assert suitable_until(date(2027, 3, 30), 3, DAYS) == days_of_march(24, 25, 30)
    assert suitable_until(date(2027, 3, 29), 3, DAYS, TUESDAY_OR_THURSDAY) == days_of_march(
        18, 23, 25
    )


def test_no_day_is_offered_where_bank_holidays_are_not_known() -> None:
    with pytest.raises(OutsideCalendar):
        suitable_from(date(2100, 12, 30), 4, DAYS)
    with pytest.raises(OutsideCalendar):
        suitable_until(date(1990, 1, 3), 4, DAYS)
