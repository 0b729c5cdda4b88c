"""The window of a case drawn over its weeks: meetings, due dates, holidays, today."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from textual.widget import Widget

from plo_tui.widgets.row_list import words
from plo_tui.widgets.shown import plain, shorten
from plo_tui.widgets.window_bar import column, short_day

if TYPE_CHECKING:
    from textual.content import Content
    from textual.geometry import Size

SEVERAL = "*"
"""Stands where two marks of a lane fall on the same cell; the legend names both."""

_DAYS_OF_A_WEEK = 7


class Lane(StrEnum):
    """A row of the timeline. The value is its name on the screen."""

    TODAY = "Today"
    MEETINGS = "Meetings"
    DUE = "Due"
    EXTENDED = "Extended"
    HOLIDAYS = "Holidays"


_LABEL = max(len(lane) for lane in Lane) + 1


@dataclass(frozen=True, slots=True)
class TimelineMark:
    """One date on the timeline.

    Attributes:
        day: the date.
        lane: the row it stands in.
        sign: short, such as `M` for a midway review or the plan line's number.
        words: what it is, for the legend, with its date.
    """

    day: date
    lane: Lane
    sign: str
    words: str


@dataclass(frozen=True, slots=True)
class TimelineShown:
    """What is drawn: first and last day (both inside), whole weeks between, and the marks."""

    start: date
    end: date
    weeks: int
    marks: tuple[TimelineMark, ...] = ()


def timeline_lines(shown_now: TimelineShown, width: int) -> list[str]:
    """Draw the timeline in so many cells: week numbers, axis, one row a lane, and a legend."""
    cells = max(shown_now.weeks + 1, width - _LABEL - 1)
    starts = [
        column(
            shown_now.start + timedelta(days=_DAYS_OF_A_WEEK * n),
            shown_now.start,
            shown_now.end,
            cells,
        )
        for n in range(shown_now.weeks + 1)
    ]
    lines = [
        "Week".ljust(_LABEL) + _week_numbers(starts, cells),
        " " * _LABEL + _axis(starts, cells),
    ]
    for lane in Lane:
        marks = [mark for mark in shown_now.marks if mark.lane is lane]
        if marks:
            lines.append(str(lane).ljust(_LABEL) + _lane(marks, shown_now, cells))
    ends = f"{short_day(shown_now.start)} to {short_day(shown_now.end)}, {shown_now.weeks} weeks"
    named = [ends, *(f"{mark.sign} {mark.words}" for mark in _by_day(shown_now.marks))]
    if any(SEVERAL in line for line in lines):
        named.append(f"{SEVERAL} several here")
    return [*lines, *_legend(named, width)]


def _by_day(marks: tuple[TimelineMark, ...]) -> list[TimelineMark]:
    return sorted(marks, key=lambda mark: mark.day)


def _week_numbers(starts: list[int], cells: int) -> str:
    line = [" "] * (cells + 2)
    free = 0
    for number, at in enumerate(starts[:-1], start=1):
        text = str(number)
        if at >= free:
            line[at : at + len(text)] = text
            free = at + len(text) + 1
    return "".join(line).rstrip()


def _axis(starts: list[int], cells: int) -> str:
    line = ["─"] * cells
    for at in starts[1:-1]:
        line[at] = "┼"
    line[0], line[-1] = "├", "┤"
    return "".join(line)


def _lane(marks: list[TimelineMark], shown_now: TimelineShown, cells: int) -> str:
    line = [" "] * cells
    for mark in marks:
        at = column(mark.day, shown_now.start, shown_now.end, cells)
        sign = plain(mark.sign)[: cells - at]
        if set(line[at : at + len(sign)]) == {" "}:
            line[at : at + len(sign)] = sign
        else:
            line[at] = SEVERAL
    return "".join(line).rstrip()


def _legend(named: list[str], width: int) -> list[str]:
    """The signs in words, several to a line, each cut where a line is too short for it."""
    lines: list[str] = []
    for piece in named:
        joined = f"{lines[-1]} · {plain(piece)}" if lines else plain(piece)
        if lines and cell_len(joined) <= width:
            lines[-1] = joined
        else:
            lines.append(shorten(piece, max(width, 10)))
    return lines


class Timeline(Widget):
    """The timeline of the case screen."""

    help_text: ClassVar[str] = (
        "The window over its weeks, one row each for today, meetings and reviews, due dates, "
        "where an extension begins, and bank holidays. Every sign is named below the rows."
    )
    DEFAULT_CSS = """
    Timeline {
        height: auto;
        width: 1fr;
        padding: 0 1;
    }
    """

    _shown: TimelineShown | None = None

    def show(self, timeline: TimelineShown | None) -> None:
        """Draw this window; None where the case has none yet."""
        if timeline != self._shown:
            self._shown = timeline
            self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """Count the lines there are at this width."""
        return len(timeline_lines(self._shown, width)) if self._shown else 1

    def render(self) -> Content:
        """Draw the rows for the width there is."""
        if self._shown is None:
            return words("No window yet: it starts with the initial meeting.")
        return words("\n".join(timeline_lines(self._shown, self.content_size.width)))
