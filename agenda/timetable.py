"""The timetable of a window, for an initial meeting on a given date.

Sutton 2019, PLO Review: the final review takes place at 12 weeks, its date agreed at the
initial meeting. A review that would fall on a day that is not a working day is held on the
working day before, so that it never slips out of the window.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from agenda.day_names import WEEKDAYS, day_text
from agenda.window import Window, window_of

if TYPE_CHECKING:
    from agenda.policy import Policy
    from agenda.working_days import WorkingDays


@dataclass(frozen=True, slots=True)
class TimetableDay:
    """One date of the timetable.

    Attributes:
        date: the day.
        weekday: its name in full.
        week: the week of the window it is in, from 1.
        working_day: whether it is a working day.
        note: what there is to know about it, as a sentence; empty where nothing is.
    """

    date: date
    weekday: str
    week: int
    working_day: bool
    note: str


@dataclass(frozen=True, slots=True)
class Timetable:
    """The dates that follow from an initial meeting.

    Attributes:
        start: the initial meeting.
        midway_review: by default 6 weeks on, or the nearest working day before.
        final_review: by default 12 weeks on, or the nearest working day before.
        window_end: the last calendar day inside the window, whatever day it is.
        extension_end: the last calendar day inside an extended window, whatever day it is.
    """

    start: TimetableDay
    midway_review: TimetableDay
    final_review: TimetableDay
    window_end: TimetableDay
    extension_end: TimetableDay

    def as_json(self) -> dict[str, dict[str, Any]]:
        """Return it for JSON: each date by its name, dates as `2027-01-12`."""
        return {
            name: {**day, "date": day["date"].isoformat()} for name, day in asdict(self).items()
        }

    def as_lines(self) -> list[str]:
        """Return it as plain lines, one for each date, in columns."""
        titled = {
            "Initial meeting": self.start,
            "Midway review": self.midway_review,
            "Final review": self.final_review,
            "Window ends": self.window_end,
            "Extension ends": self.extension_end,
        }
        return [
            f"{title:<15}  {day_text(day.date):<15}  week {day.week:<2}  {day.note}".rstrip()
            for title, day in titled.items()
        ]


def timetable(start: date, policy: Policy, days: WorkingDays) -> Timetable:
    """Return the timetable for an initial meeting on `start`, a working day or not.

    Raises:
        OutsideCalendar: one of its dates is before 1990 or after 2100.
    """
    window = window_of(start, policy)
    not_working = _not_working(start, days)
    start_note = f"{not_working} The window is counted from it all the same." if not_working else ""
    extension_note = _not_working(window.extension_end, days)
    if not window.extension_weeks:
        extension_note = "This policy allows no extension."
    return Timetable(
        start=_day(start, window, days, start_note),
        midway_review=_review(policy.midway.week, window, days),
        final_review=_review(policy.final.week, window, days),
        window_end=_day(window.end, window, days, _not_working(window.end, days)),
        extension_end=_day(window.extension_end, window, days, extension_note),
    )


def _review(week: int, window: Window, days: WorkingDays) -> TimetableDay:
    """Return a review so many weeks on, or on the working day before.

    Where an authority's own days close every day back to the start, it is the working day after.
    """
    planned = window.start + timedelta(weeks=week)
    held = days.on_or_before(planned)
    if held <= window.start:
        held = days.on_or_after(planned)
    note = ""
    if held != planned:
        nearest = "before" if held < planned else "after"
        note = f"{day_text(planned)} is {kind_of_day(planned, days)}; the working day {nearest}."
    return _day(held, window, days, note)


def _day(day: date, window: Window, days: WorkingDays, note: str) -> TimetableDay:
    weekday = WEEKDAYS[day.weekday()]
    return TimetableDay(day, weekday, window.week_of(day), days.is_working_day(day), note)


def _not_working(day: date, days: WorkingDays) -> str:
    """Return a sentence for a day that is not a working day; empty for one that is."""
    return "" if days.is_working_day(day) else f"Not a working day: {days.why_not(day)}."


def kind_of_day(day: date, days: WorkingDays) -> str:
    """Return what a day that is not a working day is, to stand after `is`."""
    why = days.why_not(day)
    return f"a {why}" if why in WEEKDAYS else why
