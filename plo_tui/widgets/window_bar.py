"""The window along the foot of the meeting: where in the weeks we are, and what is left."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.content import Content
from textual.widget import Widget

from plo_tui.widgets.shown import shorten, shown

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

TODAY = "●"
_NARROWEST_BAR = 12


@dataclass(frozen=True, slots=True)
class BarMark:
    """A date marked on the bar.

    Attributes:
        day: the date.
        sign: one character, such as `M` for a midway review or `┼` for a due line.
        words: what it is, for the legend, such as `midway review Tue 23 Feb`.
    """

    day: date
    sign: str
    words: str


@dataclass(frozen=True, slots=True)
class WindowShown:
    """A window as the bar shows it.

    Attributes:
        start: its first day, the meeting's date.
        end: its last day, inside the window.
        weeks: how many calendar weeks it has.
        today: the day that counts as today.
        week: the week of the window that today is in; None outside the window.
        provisional: it starts only when this meeting is effective.
        marks: the dates marked on it.
        extended: how firmly the end is an extension's, such as `extended, provisional`; empty
            where it is not.
    """

    start: date
    end: date
    weeks: int
    today: date
    week: int | None = None
    provisional: bool = False
    marks: tuple[BarMark, ...] = ()
    extended: str = ""


def column(day: date, start: date, end: date, cells: int) -> int:
    """Where a day stands on a line of so many cells: 0 at the start, the last cell at the end.

    Days outside stand at the nearer end.
    """
    days = max(1, (end - start).days)
    within = min(max((day - start).days, 0), days)
    return round(within * (cells - 1) / days)


def short_day(day: date) -> str:
    """A date without its year: `6 Apr`."""
    return f"{day.day} {day:%b}"


def bar_line(window: WindowShown, width: int) -> str:
    """The whole line, drawn to fit in so many cells; the bar gives way last."""
    tail = " · ".join(part for part in (_where(window), window.extended) if part)
    for head, end in (
        (
            f"{window.weeks} weeks  {short_day(window.start)} ",
            f" {short_day(window.end)}  · {tail}",
        ),
        (f"{short_day(window.start)} ", f" {short_day(window.end)} · {tail}"),
        ("", f" {tail}"),
    ):
        room = width - len(head) - len(end)
        if room >= _NARROWEST_BAR:
            return f"{head}{_bar(window, room)}{end}"
    return shorten(tail, width)


def _bar(window: WindowShown, cells: int) -> str:
    inner = cells - 2
    line = ["─"] * inner
    for mark in window.marks:
        line[column(mark.day, window.start, window.end, inner)] = mark.sign[:1]
    if window.start <= window.today <= window.end:
        line[column(window.today, window.start, window.end, inner)] = TODAY
    return f"├{''.join(line)}┤"


def _where(window: WindowShown) -> str:
    if window.provisional:
        return "window starts when this meeting is effective"
    if window.today < window.start:
        return f"starts in {_days((window.start - window.today).days)}"
    if window.today > window.end:
        return f"ended {_days((window.today - window.end).days)} ago"
    week = f"week {window.week} · " if window.week is not None else ""
    return f"{week}{_days((window.end - window.today).days)} left"


def _days(count: int) -> str:
    return "1 day" if count == 1 else f"{count} days"


class WindowBar(Widget):
    """The bar itself; its tooltip says what each sign on it is."""

    help_text: ClassVar[str] = (
        "The window from the meeting to its last day. ● is today; the other signs are reviews "
        "and due lines, named when the mouse rests on the bar. It counts calendar days."
    )
    DEFAULT_CSS = """
    WindowBar {
        height: 1;
        width: 1fr;
        padding: 0 1;
    }
    """

    without = "No window yet: it starts with the initial meeting."
    """What stands there where the meeting has no window."""
    _window: WindowShown | None = None

    def show(self, window: WindowShown | None) -> None:
        """Show this window; None where the case has none yet."""
        if window != self._window:
            self._window = window
            self.tooltip = shown(legend(window.marks)) if window else None
            self.refresh()

    def render(self) -> Content:
        """Draw the line for the width there is."""
        if self._window is None:
            return Content(self.without)
        return Content(bar_line(self._window, self.content_size.width))


def legend(marks: Sequence[BarMark]) -> str:
    """What every sign on the bar is, in one line."""
    return " · ".join([f"{TODAY} today", *(f"{mark.sign[:1]} {mark.words}" for mark in marks)])
