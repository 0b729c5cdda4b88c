"""The dates that everyone leaves with: meetings, letters, trackers, the last days of windows."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from agenda.minutes import MinutedDate
from agenda.minuting_words import in_a_row

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from agenda.minuted_decision import MinutedDecision, MinutedWindow
    from agenda.papers import Papers
    from agenda.window import Window

LAST_DAY = "Last day of the window"


def dates_of(
    papers: Papers,
    window: Window,
    windows: tuple[MinutedWindow, ...],
    decisions: tuple[MinutedDecision, ...],
) -> tuple[MinutedDate, ...]:
    """Return the dates everyone leaves with, the earliest first.

    Args:
        papers: the papers as the meeting left them.
        window: the family's, by which weeks are counted.
        windows: each child's, in the children's order; empty in an initial meeting.
        decisions: what was decided.
    """
    dates = [
        MinutedDate(
            what=review.kind.heading,
            on=review.planned_on,
            at=f"{review.planned_at:%H:%M}" if review.planned_at else "",
            place=review.place,
            note=_week(window, review.planned_on),
        )
        for review in papers.planned_reviews
        if review.planned_on
    ]
    dates += _letters(decisions)
    if papers.window and windows:
        dates += _children_s_windows(papers, window, windows, decisions)
    elif papers.window:
        dates.append(_last_day(LAST_DAY, window.last_day, window))
    return tuple(sorted(dates, key=lambda row: (row.on, not row.at, row.at)))


def _letters(decisions: Iterable[MinutedDecision]) -> Iterator[MinutedDate]:
    """Give the day by which the parents have each decision in writing."""
    due = [(row.letter_by, row.initials) for row in decisions if not row.has_fallen]
    for day, initials in _by_day(due):
        what = f"Letter with the decision for {initials}, at the latest"
        yield MinutedDate(what, day, "", "", "")


def _children_s_windows(
    papers: Papers,
    window: Window,
    windows: tuple[MinutedWindow, ...],
    decisions: tuple[MinutedDecision, ...],
) -> Iterator[MinutedDate]:
    """Give the last day of each child's window that goes on, and what an extension waits for."""
    ended = {(row.name, row.initials) for row in decisions if row.has_ended}
    open_ones = [
        (child.initials, of_child)
        for child, of_child in zip(papers.children, windows, strict=True)
        if not of_child.is_over and (child.full_name, child.initials) not in ended
    ]
    for day, initials in _by_day((one.forum_on, who) for who, one in open_ones):
        forum = next(one.forum for _, one in open_ones if one.forum_on == day)
        yield MinutedDate(f"{forum}, on the extension for {initials}", day, "", "", "")
    alike = len({of_child for _, of_child in open_ones}) == 1 and len(open_ones) == len(windows)
    firm = [(one.last_day, who) for who, one in open_ones if not one.forum]
    waiting = [(one.last_day, who) for who, one in open_ones if one.forum]
    for rows, mark in ((firm, ""), (waiting, " (provisional)")):
        for day, initials in _by_day(rows):
            what = LAST_DAY if alike else f"{LAST_DAY} for {initials}"
            yield _last_day(f"{what}{mark}", day, window)


def _last_day(what: str, day: date, window: Window) -> MinutedDate:
    return MinutedDate(what, day, "", "", _week(window, day))


def _by_day(rows: Iterable[tuple[date | None, str]]) -> Iterator[tuple[date, str]]:
    """Give each day once, with the initials it is for in a row: `JC and LC`."""
    found: defaultdict[date, list[str]] = defaultdict(list)
    for day, initials in rows:
        if day:
            found[day].append(initials)
    for day, named in found.items():
        yield day, in_a_row(named)


def _week(window: Window, day: date) -> str:
    """Return `week 12 of the window`, or where a day stands outside it."""
    if window.contains(day):
        return f"week {window.week_of(day)} of the window"
    return "before the window" if day < window.start else "after the window"
