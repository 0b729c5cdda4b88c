"""From the directive's dates to rows in columns: planned, done or booked, and how each stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.day_names import WEEKDAYS, day_and_month, day_text
from agenda.directive_dates import StepKey
from agenda.standing import AMBER, RED

if TYPE_CHECKING:
    from datetime import date

    from agenda.directive_dates import DirectiveDates, DirectiveStep

Pieces = tuple[tuple[str, str], ...]
"""Words, each with its style."""

SHORT = {
    StepKey.LPM: "Legal planning",
    StepKey.DRAFTED: "Letter to legal",
    StepKey.RETURNED: "Letter returned",
    StepKey.GIVEN: "Letter given",
    StepKey.INITIAL: "Initial meeting",
    StepKey.MIDWAY: "Midway review",
    StepKey.FINAL: "Final review",
    StepKey.WINDOW_END: "Window ends",
    StepKey.EXTENDED_FINAL: "Extended review",
    StepKey.EXTENSION_END: "Extension ends",
}
"""A step in a few letters, where room is short; a Court Tracker by its own name."""
_DONE = "done/booked"
_WIDE_DAY, _NARROW_DAY = "Wed 30 Nov 2026", "Wed 30 Nov"
"""The longest days, with the year and without."""
_COLOURS = {AMBER: "$text-warning", RED: "bold $text-error"}


def heading(dates: DirectiveDates, *, wide: bool) -> str:
    """Return the names of the columns."""
    return _columns("", "planned", _DONE, dates, wide=wide)


def row(step: DirectiveStep, dates: DirectiveDates, *, wide: bool) -> Pieces:
    """Return one step: its days in columns, and how it stands, in words and then in colour."""
    on = step.actual or step.booked
    days = _columns(
        step_words(step, wide=wide),
        _day(step.planned, wide=wide),
        _day(on, wide=wide) if on else "",
        dates,
        wide=wide,
    )
    quiet = "$text-muted" if step.actual else ""
    return (days, quiet), (str(step.standing), _COLOURS.get(step.standing.colour, quiet))


def step_words(step: DirectiveStep, *, wide: bool = True) -> str:
    """Return a step in its own words, or in short ones."""
    return step.what if wide else SHORT.get(step.key, step.what)


def _columns(what: str, planned: str, done: str, dates: DirectiveDates, *, wide: bool) -> str:
    """Return the columns before the standing, each with the gap that follows it."""
    first = max(len(step_words(step, wide=wide)) for step in dates.steps)
    day = len(_WIDE_DAY if wide else _NARROW_DAY)
    return f"{what:<{first}}  {planned:<{day}}  {done:<{max(day, len(_DONE))}}  "


def short_day(day: date) -> str:
    """Return a day without its year: `Fri 5 Feb`."""
    return f"{WEEKDAYS[day.weekday()][:3]} {day_and_month(day)}"


def _day(day: date, *, wide: bool) -> str:
    """Return a day with its year, or without where room is short."""
    return day_text(day) if wide else short_day(day)
