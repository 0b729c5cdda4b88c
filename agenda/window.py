"""The window: the calendar weeks from the initial meeting in which the plan is worked.

Sutton 2019: the pre-proceedings should take no longer than 12 weeks from the date of the
initial meeting, and may be extended once, by 6 weeks. The numbers are the policy's.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from agenda.policy import Policy

WEEK = timedelta(weeks=1)


@dataclass(frozen=True, slots=True)
class Window:
    """One episode's window. The start is day 0; the last day is inside.

    Attributes:
        start: the date of the initial meeting (its earliest effective sitting).
        weeks: calendar weeks without an extension.
        extension_weeks: calendar weeks that an extension adds; 0 where none is allowed.
        extended_to: the last day an extension gives, inside; None where there is none.
    """

    start: date
    weeks: int
    extension_weeks: int
    extended_to: date | None = None

    @property
    def end(self) -> date:
        """The last day without an extension: with 12 weeks day 84, which is inside."""
        return self.start + self.weeks * WEEK

    @property
    def extension_end(self) -> date:
        """The last day that an extension may give, whether or not there is one."""
        return self.end + self.extension_weeks * WEEK

    @property
    def last_day(self) -> date:
        """The last day inside, as it stands: extended or not."""
        return self.extended_to or self.end

    @property
    def weeks_in_all(self) -> int:
        """Calendar weeks, begun ones counted, as it stands: extended or not."""
        return self.week_of(self.last_day)

    def contains(self, day: date) -> bool:
        """Whether a day is inside, from the start to the last day, both included."""
        return self.start <= day <= self.last_day

    def week_of(self, day: date) -> int:
        """Return the week a day is in, counted from 1: days 0 to 7 are week 1, 8 to 14 week 2.

        So day 42 is in week 6 and day 84 in week 12. A day before the start is given as week
        1, and one after the end as the week it would be: ask `contains` first.
        """
        return max(1, -(-(day - self.start).days // WEEK.days))

    def last_day_of_week(self, week: int) -> date:
        """Return the last day of a week, counted from 1; of week 12, day 84.

        Raises:
            OverflowError: the day would be past the year 9999.
        """
        return self.start + week * WEEK

    def days_left(self, today: date) -> int:
        """Return the calendar days from today to the last day: 84 on the first day of 12 weeks.

        0 on the last day, and negative once it has passed.
        """
        return (self.last_day - today).days


def window_of(start: date, policy: Policy, extended_to: date | None = None) -> Window:
    """Return the window that a policy gives an initial meeting on `start`.

    Args:
        start: the date of the initial meeting.
        policy: the policy that meeting pinned.
        extended_to: the last day an extension gives, inside; None where there is none.
    """
    allowed = policy.extension.weeks if policy.extension.times else 0
    return Window(start, policy.window.weeks, allowed, extended_to)
