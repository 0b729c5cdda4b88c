"""A date as a screen describes it: its weekday, its week of the window, working day or not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.day_names import day_and_month, day_text

if TYPE_CHECKING:
    from datetime import date

    from agenda.window import Window
    from agenda.working_days import WorkingDays


def describe_date(day: date, window: Window | None, days: WorkingDays) -> str:
    """Return a date with its place in the window and whether it is a working day.

    `Fri 5 Feb 2027 · week 4 · working day`, or
    `Wed 7 Apr 2027 · week 13, after the window ends (6 Apr) · working day`.

    Raises:
        OutsideCalendar: the date is before 1990 or after 2100.
    """
    parts = [day_text(day)]
    if window and day < window.start:
        parts.append(f"before the window starts ({day_and_month(window.start)})")
    elif window and not window.contains(day):
        ends = day_and_month(window.last_day)
        parts.append(f"week {window.week_of(day)}, after the window ends ({ends})")
    elif window:
        parts.append(f"week {window.week_of(day)}")
    parts.append(days.why_not(day) or "working day")
    return " · ".join(parts)
