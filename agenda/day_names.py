"""The names of days and months in English, and a date as it is shown everywhere.

`strftime` would follow the machine's language, and writes `05` where people write `5`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
"""By `date.weekday()`."""

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
"""January first: a month's name stands at its number less one."""

SHORTEST_NAME = 3
"""Letters from which a day's or a month's name can be told from the others."""


def day_text(day: date) -> str:
    """Return a date as it is shown: `Fri 5 Feb 2027`."""
    return f"{WEEKDAYS[day.weekday()][:3]} {day_and_month(day)} {day.year}"


def full_date(day: date) -> str:
    """Return a date as documents cite it, without its weekday: `12 January 2027`."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def day_and_month(day: date) -> str:
    """Return a date without its year: `5 Feb`."""
    return f"{day.day} {MONTHS[day.month - 1][:3]}"


def months_named(letters: str) -> list[int]:
    """Return the months, from 1, whose names start with these small letters."""
    return [number for number, month in enumerate(MONTHS, 1) if month.lower().startswith(letters)]


def weekday_named(letters: str) -> int | None:
    """Return the day of the week, from 0 for Monday, that three small letters or more name."""
    if len(letters) < SHORTEST_NAME:
        return None
    start = "wed" if letters == "weds" else letters
    starts = (weekday.lower().startswith(start) for weekday in WEEKDAYS)
    return next((number for number, found in enumerate(starts) if found), None)
