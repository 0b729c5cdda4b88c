"""The foot of the meeting and the case's timeline show where in the window a day falls."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from widget_app import WidgetApp

from plo_tui.widgets.timeline import Lane, Timeline, TimelineMark, TimelineShown, timeline_lines
from plo_tui.widgets.window_bar import BarMark, WindowBar, WindowShown, bar_line, column

START, END = date(2027, 1, 12), date(2027, 4, 6)
MIDWAY = BarMark(date(2027, 2, 23), "M", "midway review Tue 23 Feb")


def window(today: date, **more: object) -> WindowShown:
    return WindowShown(START, END, 12, today, **more)  # type: ignore[arg-type]


def test_the_first_day_reads_as_drawn_in_the_design() -> None:
    line = bar_line(window(START, week=1), 100)
    assert line.startswith("12 weeks  12 Jan ├●───")
    assert line.endswith("───┤ 6 Apr  · week 1 · 84 days left")
    assert len(line) == 100


@pytest.mark.parametrize(
    ("today", "words"),
    [
        (END, "0 days left"),
        (END - timedelta(days=1), "1 day left"),
        (END + timedelta(days=3), "ended 3 days ago"),
        (START - timedelta(days=5), "starts in 5 days"),
    ],
)
def test_what_is_left_is_said_in_words(today: date, words: str) -> None:
    line = bar_line(window(today), 100)
    assert line.endswith(words)
    assert ("●" in line) == (START <= today <= END)


def test_a_provisional_window_says_when_it_starts() -> None:
    line = bar_line(window(START, provisional=True), 120)
    assert line.endswith("window starts when this meeting is effective")
    assert "days left" not in line


def test_an_extended_window_says_so_as_long_as_there_is_room_for_a_bar() -> None:
    extended = window(date(2027, 3, 30), week=11, extended="extended, provisional")
    assert bar_line(extended, 100).endswith("week 11 · 7 days left · extended, provisional")
    assert bar_line(extended, 80).endswith("7 days left · extended, provisional")


def test_reviews_stand_between_the_ends_in_their_order() -> None:
    line = bar_line(window(date(2027, 1, 25), marks=(MIDWAY,)), 100)
    assert line.index("├") < line.index("●") < line.index("M", 20) < line.index("┤")


@given(st.integers(1, 200), st.integers(-40, 130), st.booleans())
def test_the_line_never_outgrows_its_width(width: int, days: int, provisional: bool) -> None:
    line = bar_line(
        window(START + timedelta(days=days), provisional=provisional, marks=(MIDWAY,)), width
    )
    assert cell_len(line) <= width


@given(st.integers(2, 300))
def test_a_later_day_never_stands_further_left(cells: int) -> None:
    columns = [column(START + timedelta(days=n), START, END, cells) for n in range(-3, 90)]
    assert columns == sorted(columns)
    assert (columns[0], columns[-1]) == (0, cells - 1)


async def test_the_bar_fills_the_foot_and_names_its_signs() -> None:
    bar = WindowBar()
    app = WidgetApp(bar)
    async with app.run_test(size=(80, 24)) as pilot:
        assert "No window yet" in app.lines[0]
        bar.show(window(START, week=1, marks=(MIDWAY,)))
        await pilot.pause()
        assert app.lines[0].strip().endswith("week 1 · 84 days left")
        assert str(bar.tooltip) == "● today · M midway review Tue 23 Feb"


MARKS = (
    TimelineMark(START, Lane.MEETINGS, "I", "initial meeting Tue 12 Jan"),
    TimelineMark(END, Lane.MEETINGS, "F", "final review Tue 6 Apr"),
    TimelineMark(date(2027, 1, 25), Lane.TODAY, "●", "today Mon 25 Jan (week 2)"),
    TimelineMark(date(2027, 3, 26), Lane.HOLIDAYS, "H", "Good Friday Fri 26 Mar"),
    TimelineMark(date(2027, 2, 5), Lane.DUE, "1", "Clear the stairs [/b] Fri 5 Feb"),
    TimelineMark(date(2027, 2, 5), Lane.DUE, "2", "Fire advice Fri 5 Feb"),
)


@pytest.mark.parametrize("width", [76, 118, 198])
def test_the_timeline_names_every_sign_it_draws(width: int) -> None:
    lines = timeline_lines(TimelineShown(START, END, 12, MARKS), width)
    assert all(cell_len(line) <= width for line in lines)
    said = " ".join(lines)
    assert all(f"{mark.sign} {mark.words}" in said for mark in MARKS)
    rows = {line.split()[0]: line for line in lines}
    assert rows["Meetings"].endswith("F")
    assert "*" in rows["Due"]
    assert "* several here" in said
    assert [rows["Week"].split()[0], rows["Week"].split()[-1]] == ["Week", "12"]


def test_a_lane_without_marks_takes_no_row() -> None:
    lines = timeline_lines(TimelineShown(START, END, 12, MARKS[:1]), 100)
    assert not any(line.startswith("Holidays") for line in lines)


async def test_the_timeline_takes_the_rows_it_needs() -> None:
    timeline = Timeline()
    app = WidgetApp(timeline)
    async with app.run_test(size=(80, 24)) as pilot:
        timeline.show(TimelineShown(START, END, 12, MARKS))
        await pilot.pause()
        assert "Clear the stairs [/b]" in app.text
        assert timeline.size.height == len(
            timeline_lines(TimelineShown(START, END, 12, MARKS), timeline.size.width)
        )
