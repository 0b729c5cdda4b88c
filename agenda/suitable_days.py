"""Days that suit a meeting: working days, and for legal planning those of the authority's week.

Sutton 2019, Step 1: legal planning meetings generally take place on Tuesday and Thursday
afternoons. Any other meeting suits any working day.
"""

from __future__ import annotations

from itertools import count, islice
from typing import TYPE_CHECKING

from agenda.day_names import WEEKDAYS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from agenda.policy import Policy
    from agenda.working_days import WorkingDays

ANY_WEEKDAY = frozenset(WEEKDAYS)


def legal_planning_weekdays(policy: Policy) -> frozenset[str]:
    """Return the names of the weekdays on which legal planning is held, by the policy."""
    return frozenset(part.split()[0] for part in policy.legal_planning.days) or ANY_WEEKDAY


def suits(day: date, days: WorkingDays, weekdays: frozenset[str] = ANY_WEEKDAY) -> bool:
    """Whether a day is a working day, and one of these weekdays."""
    return WEEKDAYS[day.weekday()] in weekdays and days.is_working_day(day)


def suitable_from(
    first: date, how_many: int, days: WorkingDays, weekdays: frozenset[str] = ANY_WEEKDAY
) -> tuple[date, ...]:
    """Return the next days that suit, in order; `first` itself where it does.

    Raises:
        OutsideCalendar: one of them would be before 1990 or after 2100.
    """
    return tuple(islice(_suitable(days.on_or_after(first), 1, days, weekdays), how_many))


def suitable_until(
    last: date, how_many: int, days: WorkingDays, weekdays: frozenset[str] = ANY_WEEKDAY
) -> tuple[date, ...]:
    """Return the last days that suit, in order; `last` itself where it does.

    Raises:
        OutsideCalendar: one of them would be before 1990 or after 2100.
    """
    found = islice(_suitable(days.on_or_before(last), -1, days, weekdays), how_many)
    return tuple(sorted(found))


def _suitable(near: date, way: int, days: WorkingDays, weekdays: frozenset[str]) -> Iterator[date]:
    """Give the days that suit from a working day on: later ones with 1, earlier ones with -1."""
    each = (days.add(near, way * steps) for steps in count())
    return (day for day in each if WEEKDAYS[day.weekday()] in weekdays)
