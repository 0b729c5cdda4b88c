"""Dates as people type them in a meeting, always day first, and as they are shown back.

`12 feb`, `12/2/27`, `2027-02-12`, `fri`, `last fri`, `fri wk 3`, `wk 6`, `+2w`, `+10wd`, `+3d`,
`yesterday`, `today`, `tomorrow` and the names of dates already agreed (`final review`). What is
ambiguous or impossible is refused with why, and with the nearest date that would do.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from difflib import get_close_matches
from typing import TYPE_CHECKING

from agenda.day_names import (
    MONTHS,
    SHORTEST_NAME,
    WEEKDAYS,
    day_and_month,
    months_named,
    weekday_named,
)
from agenda.unreadable_date import UnreadableDate
from agenda.working_days import FIRST_YEAR, LAST_YEAR, OutsideCalendar

if TYPE_CHECKING:
    from collections.abc import Mapping

    from agenda.window import Window
from agenda.working_days import WorkingDays

DATE_NAMES = ("midway", "midway review", "final review", "window end", "extension end")
"""Names that may be typed for a date, once the case has it; the last two the window gives."""

_EXAMPLES = "Type one such as 12 feb, fri wk 3, +2w or final review."
_TOO_FAR = f"That is too far off. Choose a date from {FIRST_YEAR} to {LAST_YEAR}."
_LONGEST_MONTH = 31
_CENTURY = 2000
_LONGEST = 60
_PLAIN = re.compile(r"[0-9a-z+][0-9a-z/.+, -]*")
_ORDINAL = re.compile(r"(?<=[0-9])(?:st|nd|rd|th)\b")
_TOKENS = re.compile(r"[0-9]+|[a-z]+|\+")
_WEEK_WORDS = ("wk", "week", "w")
_UNITS = {
    **dict.fromkeys(("w", "wk", "wks", "week", "weeks"), "weeks"),
    **dict.fromkeys(("d", "day", "days"), "days"),
    **dict.fromkeys(("wd", "wds", "working day", "working days"), "working days"),
}


def read_date(
    typed: str,
    *,
    today: date,
    days: WorkingDays,
    window: Window | None = None,
    named: Mapping[str, date] | None = None,
    past: bool = False,
) -> date:
    """Return the date that was typed.

    A day and month without a year mean the one inside the window, else the next to come,
    today included. `fri` is the next Friday after today, `last fri` the latest before it.
    `fri wk 3` and `wk 6` (its last day) count from the window's start; in week 1, which holds
    the start's weekday twice, the later is meant. `+2w`, `+3d` (calendar) and `+10wd` (working
    days) count from today. Capitals and spaces do not matter. Where a `past` date is asked for,
    a day and month mean the latest gone by, and `fri` the last Friday.

    Args:
        typed: any text at all.
        today: today.
        days: the authority's working days.
        window: the family's window, where it has one.
        named: dates the case already has, by name in small letters, such as `final review`.
        past: whether it is a date that has been, such as that of a letter or an example.

    Raises:
        UnreadableDate: and nothing else, whatever was typed.
    """
    try:
        found = _Reader(typed, today, days, window, named or {}, past).read()
    except (OutsideCalendar, OverflowError):
        raise UnreadableDate(typed, _TOO_FAR) from None
    if not FIRST_YEAR <= found.year <= LAST_YEAR:
        raise UnreadableDate(typed, _TOO_FAR)
    return found


class _Reader:
    """One typed text being read; each method reads one way of typing a date."""

    def __init__(
        self,
        typed: str,
        today: date,
        days: WorkingDays,
        window: Window | None,
        named: Mapping[str, date],
        past: bool,
    ) -> None:
        self.typed = typed
        self.today = today
        self.days = days
        self.window = window
        self.named = dict(named)
        if window:
            self.named.setdefault("window end", window.last_day)
            self.named.setdefault("extension end", window.extension_end)
        self.past = past

    def refusal(self, reason: str, nearest: date | None = None) -> UnreadableDate:
        """Return why it is refused, with the nearest date that would do."""
        return UnreadableDate(self.typed, reason, nearest)

    def read(self) -> date:
        """Return the date, trying each way of typing one."""
        text = " ".join(self.typed.casefold().split()).removeprefix("the ")
        if not text:
            raise self.refusal(f"There is no date yet. {_EXAMPLES}")
        if len(text) > _LONGEST:
            raise self.refusal(f"That is too long for a date. {_EXAMPLES}")
        if text in self.named:
            return self.named[text]
        if text in DATE_NAMES:
            raise self.refusal(
                f"No date is set for the {text} yet. Type the day itself, such as 12 feb."
            )
        if not _PLAIN.fullmatch(text):
            raise self.refusal(f"That is not a date. {_EXAMPLES}")
        words = _TOKENS.findall(_ORDINAL.sub("", text))
        return self._from_tokens([word for word in words if word != "of"], text)

    def _from_tokens(self, tokens: list[str], text: str) -> date:
        """Return the date that the words and numbers of a text mean."""
        match tokens:
            case ["yesterday"]:
                return self.today - timedelta(days=1)
            case ["today"]:
                return self.today
            case ["tomorrow"]:
                return self.today + timedelta(days=1)
            case ["+", number, *unit] if number.isdigit():
                return self._later(int(number), " ".join(unit))
            case [word, number] if word in _WEEK_WORDS and number.isdigit():
                return self._week(int(number))
            case [name, word, number] if word in _WEEK_WORDS and number.isdigit():
                return self._weekday_in_week(name, int(number))
            case [word, number, name] if word in _WEEK_WORDS and number.isdigit():
                return self._weekday_in_week(name, int(number))
            case ["next", name] if (weekday := weekday_named(name)) is not None:
                reason = f"“Next {name}” can mean either of two days. Type the day itself."
                raise self.refusal(reason, self._next(weekday))
            case ["last", name] if (weekday := weekday_named(name)) is not None:
                return self._last(weekday)
            case [name] if (weekday := weekday_named(name)) is not None:
                return self._last(weekday) if self.past else self._next(weekday)
            case [name, *rest] if rest and (weekday := weekday_named(name)) is not None:
                return self._on_weekday(weekday, self._calendar_date(rest, text))
        return self._calendar_date(tokens, text)

    def _later(self, number: int, unit: str) -> date:
        """`+2w`, `+3d`, `+10wd`: so much after today."""
        match _UNITS.get(unit):
            case "weeks":
                return self.today + timedelta(weeks=number)
            case "days":
                return self.today + timedelta(days=number)
            case "working days":
                return self.days.add(self.today, number)
        raise self.refusal("Say what to add: +2w is weeks, +3d days, +10wd working days.")

    def _week(self, week: int) -> date:
        """`wk 6`: the last day of that week of the window."""
        if self.window is None:
            raise self.refusal("There is no window yet to count weeks in. Type the day itself.")
        if week < 1:
            raise self.refusal("Weeks are counted from 1.", self.window.last_day_of_week(1))
        return self.window.last_day_of_week(week)

    def _weekday_in_week(self, name: str, week: int) -> date:
        """`fri wk 3`: the day of that name in that week of the window."""
        last = self._week(week)
        weekday = weekday_named(name)
        if weekday is None:
            raise self.refusal(f"“{name}” is no day of the week. Type fri wk {week}.", last)
        return last - timedelta(days=(last.weekday() - weekday) % len(WEEKDAYS))

    def _next(self, weekday: int) -> date:
        """`fri`: the next such day after today."""
        ahead = (weekday - self.today.weekday() - 1) % len(WEEKDAYS) + 1
        return self.today + timedelta(days=ahead)

    def _last(self, weekday: int) -> date:
        """`last fri`: the latest such day before today."""
        ago = (self.today.weekday() - weekday - 1) % len(WEEKDAYS) + 1
        return self.today - timedelta(days=ago)

    def _on_weekday(self, weekday: int, found: date) -> date:
        """`fri 5 feb`: the date, if it is that day of the week."""
        if found.weekday() != weekday:
            is_a, not_a = WEEKDAYS[found.weekday()], WEEKDAYS[weekday]
            shown = f"{day_and_month(found)} {found.year}"
            raise self.refusal(f"{shown} is a {is_a}, not a {not_a}.", found)
        return found

    def _calendar_date(self, parts: list[str], text: str) -> date:
        """`12 feb`, `12/2/27`, `2027-02-12`: a day, a month and perhaps a year."""
        shape = "".join("9" if part.isdigit() else part[0] for part in parts)
        match re.sub("[a-z]", "a", shape), parts:
            case "9", [day] if 1 <= int(day) <= _LONGEST_MONTH:
                reason = f"Which month? Type {day} feb, or {day}/2."
                raise self.refusal(reason, self._next_day(int(day)))
            case "999", [year, month, day] if len(year) > len(day):
                return self._in_month(int(day), int(month), [year])
            case "99" | "999", [day, month, *year]:
                return self._in_month(int(day), int(month), year)
            case "9a" | "9a9", [day, name, *year]:
                return self._in_month(int(day), self._month(name, int(day), year), year)
            case "a9" | "a99", [name, day, *year] if months_named(name) and len(day) < len("2027"):
                nearest = self._closest(int(day), months_named(name)[0], year)
                raise self.refusal(f"The day goes first: type {day} {name}.", nearest)
            case "a" | "a9", [name, *_] if len(name) >= SHORTEST_NAME and months_named(name):
                raise self.refusal(f"Which day in {name.capitalize()}? Type 12 {text}.")
        close = get_close_matches(text, self.named, n=1)
        raise self.refusal(
            f"That is not a date. {_EXAMPLES}", self.named[close[0]] if close else None
        )

    def _month(self, name: str, day: int, year: list[str]) -> int:
        """Return the month that three letters or more name, from 1."""
        months = months_named(name)
        if len(months) == 1 and len(name) >= SHORTEST_NAME:
            return months[0]
        if months:
            could_be = " or ".join(MONTHS[month - 1] for month in months)
            reason = f"“{name}” could be {could_be}. Type three letters or more."
            raise self.refusal(reason, min(self._closest(day, month, year) for month in months))
        if name in _UNITS:
            raise self.refusal(f"Put a plus in front: +{day} {name}.", self._later(day, name))
        like = get_close_matches(name, [month.lower() for month in MONTHS], n=1)
        nearest = self._closest(day, months_named(like[0])[0], year) if like else None
        raise self.refusal(f"There is no month “{name}”.", nearest)

    def _in_month(self, day: int, month: int, year: list[str]) -> date:
        """Return the date, if there is such a day and month."""
        if not 1 <= month <= len(MONTHS):
            swapped = 1 <= day <= len(MONTHS) and 1 <= month <= _LONGEST_MONTH
            nearest = self._closest(month, day, year) if swapped else None
            raise self.refusal(
                f"There is no month {month}: the day goes first, then the month.", nearest
            )
        closest = self._closest(day, month, year)
        if closest.day != day:
            days = monthrange(closest.year, month)[1]
            raise self.refusal(f"{MONTHS[month - 1]} {closest.year} has days 1 to {days}.", closest)
        return closest

    def _closest(self, day: int, month: int, year: list[str]) -> date:
        """Return the day, or the nearest the month has; without a year as `read_date` says."""
        if year:
            return _within_month(self._year(year[0]), month, day)
        if self.window and not self.past:
            years = range(self.window.start.year, self.window.last_day.year + 1)
            inside = [
                found
                for found in (_within_month(each, month, day) for each in years)
                if self.window.contains(found)
            ]
            if inside:
                return next((found for found in inside if found >= self.today), inside[-1])
        this_year = _within_month(self.today.year, month, day)
        if self.past:
            gone_by = this_year <= self.today
            return this_year if gone_by else _within_month(self.today.year - 1, month, day)
        to_come = this_year >= self.today
        return this_year if to_come else _within_month(self.today.year + 1, month, day)

    def _next_day(self, day: int) -> date:
        """Return the next day of a month that has this number, today included."""
        ahead = (self.today + timedelta(days=each) for each in range(2 * _LONGEST_MONTH))
        return next(found for found in ahead if found.day == day)

    def _year(self, year: str) -> int:
        """Return a year written with two or four digits."""
        if len(year) not in (len("27"), len("2027")):
            raise self.refusal("Write the year with two or four digits, such as 2027.")
        full = int(year) + (_CENTURY if len(year) == len("27") else 0)
        if not FIRST_YEAR <= full <= LAST_YEAR:
            raise self.refusal(_TOO_FAR)
        return full


def _within_month(year: int, month: int, day: int) -> date:
    """Return the day of that month, or the nearest that it has."""
    return date(year, month, max(1, min(day, monthrange(year, month)[1])))
