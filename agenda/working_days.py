"""Working days: Monday to Friday, less bank holidays and the authority's own days.

Bank holidays are listed when the first date is looked up. The working days of the years asked
for are listed once and then found by bisection.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from agenda.bank_holidays import bank_holidays
from agenda.day_names import WEEKDAYS

if TYPE_CHECKING:
    from agenda.bank_holidays import BankHolidayList
    from agenda.policy_sections import BankHolidays

FIRST_YEAR = 1990
LAST_YEAR = 2100
"""Years in which bank holidays are known; 2100 is far past any child's eighteenth birthday."""

_YEARS_AHEAD = 2
_MOST_IN_A_YEAR = 262
_SATURDAY = WEEKDAYS.index("Saturday")


class OutsideCalendar(ValueError):
    """A date before 1990 or after 2100, where bank holidays are not known."""

    def __init__(self) -> None:
        super().__init__(f"Choose a date from {FIRST_YEAR} to {LAST_YEAR}.")


@dataclass(frozen=True, slots=True)
class _Calendar:
    """The years listed so far: every working day (as an ordinal, in order), every day's name."""

    first_year: int
    last_year: int
    working: tuple[int, ...]
    names: dict[date, str]


class WorkingDays:
    """The working days of one authority.

    Every method takes and gives plain dates and raises `OutsideCalendar` for a date, or an
    answer, before 1990 or after 2100. Safe to share between threads: the list is replaced
    whole when it grows, never changed.

    Args:
        section: the policy's section: country, subdivision and the authority's own days.
        listed: what lists the bank holidays of a country.
    """

    def __init__(self, section: BankHolidays, listed: BankHolidayList = bank_holidays) -> None:
        self._section = section
        self._bank_holidays = listed
        self._calendar: _Calendar | None = None

    def is_working_day(self, day: date) -> bool:
        """Whether a day is a working day."""
        return not self.why_not(day)

    def why_not(self, day: date) -> str:
        """Return why a day is not a working day; empty for a working day.

        It is the holiday's name (`Good Friday`, `Christmas Day`), which goes before the
        weekday where both hold; else `Saturday` or `Sunday`.
        """
        name = self._covering(day.year, day.year).names.get(day, "")
        if not name and day.weekday() >= _SATURDAY:
            return WEEKDAYS[day.weekday()]
        return name

    def add(self, day: date, count: int) -> date:
        """Return the working day `count` working days after `day`, or before it if negative.

        `day` itself is not counted: one working day after a Friday is Monday, and so it is
        after the Saturday; one before a Sunday is the Friday. With 0 the day comes back as it
        is, working day or not.
        """
        if count == 0:
            self._covering(day.year, day.year)
            return day
        reach = abs(count) // _MOST_IN_A_YEAR
        first = day.year - (reach if count < 0 else 0)
        last = day.year + (reach if count > 0 else 0)
        while True:
            working = self._covering(first, last).working
            if count > 0:
                place = bisect_right(working, day.toordinal()) + count - 1
            else:
                place = bisect_left(working, day.toordinal()) + count
            if 0 <= place < len(working):
                return date.fromordinal(working[place])
            first, last = (first, last + 1) if count > 0 else (first - 1, last)

    def count(self, after: date, to: date) -> int:
        """Return the number of working days after `after`, up to and with `to`.

        From a Friday to the Monday it is 1, and to itself 0. Negative when `to` is the
        earlier: then `after` is left out just so, and `to` counts. So for any working day `to`,
        `add(after, count(after, to)) == to`.
        """
        low, high = min(after, to), max(after, to)
        working = self._covering(low.year, high.year).working
        if after <= to:
            return bisect_right(working, to.toordinal()) - bisect_right(working, after.toordinal())
        return bisect_left(working, to.toordinal()) - bisect_left(working, after.toordinal())

    def on_or_before(self, day: date) -> date:
        """Return the day itself if it is a working day, else the nearest working day before."""
        return day if self.is_working_day(day) else self.add(day, -1)

    def on_or_after(self, day: date) -> date:
        """Return the day itself if it is a working day, else the nearest working day after."""
        return day if self.is_working_day(day) else self.add(day, 1)

    def holidays_between(self, first: date, last: date) -> list[tuple[date, str]]:
        """Return the holidays from `first` to `last`, both inside, in order, with their names.

        Bank holidays and the authority's own days, also those that fall on a weekend.
        """
        if last < first:
            return []
        names = self._covering(first.year, last.year).names
        return sorted((day, name) for day, name in names.items() if first <= day <= last)

    def _covering(self, first_year: int, last_year: int) -> _Calendar:
        """Return a calendar that holds these years, listing more of them where needed."""
        calendar = self._calendar
        if calendar is None or first_year < calendar.first_year or last_year > calendar.last_year:
            if first_year < FIRST_YEAR or last_year > LAST_YEAR:
                raise OutsideCalendar
            if calendar is not None:
                first_year = min(first_year, calendar.first_year)
                last_year = max(last_year, calendar.last_year)
            last_year = min(last_year + _YEARS_AHEAD, LAST_YEAR)
            calendar = self._calendar = self._listed(first_year, last_year)
        return calendar

    def _listed(self, first_year: int, last_year: int) -> _Calendar:
        """List the working days of these years, both inside."""
        section = self._section
        years = range(first_year, last_year + 1)
        names = dict(self._bank_holidays(section.country, section.subdivision, years))
        names |= {extra.day: extra.name for extra in section.extra if extra.day.year in years}
        span = range(date(first_year, 1, 1).toordinal(), date(last_year, 12, 31).toordinal() + 1)
        closed = {day.toordinal() for day in names}
        working = tuple(
            ordinal
            for ordinal in span
            if (ordinal - 1) % len(WEEKDAYS) < _SATURDAY and ordinal not in closed
        )
        return _Calendar(first_year, last_year, working, names)
