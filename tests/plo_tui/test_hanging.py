"""Lists whose long lines go on below themselves: no word is lost, and the cursor stays in sight."""

from __future__ import annotations

from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st
from textual.content import Content
from widget_app import WidgetApp

from plo_tui.widgets.hanging import Hanging
from plo_tui.widgets.record_list import RecordList, RecordRow
from plo_tui.widgets.shown import shown

LONG = "A course for men who have hurt a partner"
ROWS = [
    RecordRow("Help", LONG, ("Mr Doyle · not taken up", "Mr Doyle said no"), UUID(int=key))
    for key in range(1, 9)
]


async def test_a_long_line_goes_on_below_itself_and_nothing_is_cut() -> None:
    records = RecordList(id="records", wraps=True)
    app = WidgetApp(records)
    async with app.run_test(size=(24, 10)) as pilot:
        records.show(ROWS)
        await pilot.pause()
        assert [line.rstrip(" ▂▃▄▅▆▇█▁▔") for line in app.lines[:6]] == [
            " A course for men who",
            "   have hurt a partner",
            "   Mr Doyle · not",
            "     taken up",
            "   Mr Doyle said no",
            " A course for men who",
        ]


async def test_the_scrollbar_takes_no_row_from_a_list_as_it_comes() -> None:
    records = RecordList(id="records", wraps=True)
    records.styles.height = "100%"
    app = WidgetApp(records)
    async with app.run_test(size=(24, 10)) as pilot:
        rows = [RecordRow("Help", "A worker at home Monday", (), row.key) for row in ROWS]
        for shorter in (rows[:2], rows):
            records.show(shorter)
            await pilot.pause()
        seen = [line.strip(" ▂▃▄▅▆▇█▁▔") for line in app.lines]
        assert seen == ["A worker at home", "Monday"] * 5


async def test_a_list_made_smaller_keeps_its_cursor_in_sight() -> None:
    records = RecordList(id="records")
    app = WidgetApp(records)
    async with app.run_test(size=(40, 30)) as pilot:
        records.show([RecordRow("Help", f"Row {n}", (), row.key) for n, row in enumerate(ROWS)])
        records.focus()
        records.action_last()
        await pilot.pause()
        await pilot.resize_terminal(40, 4)
        await pilot.pause()
        assert any("Row 7" in line for line in app.lines)


@given(st.text(alphabet="abc é字 ", max_size=60), st.integers(8, 40), st.integers(0, 5))
def test_every_word_is_there_at_any_width(text: str, width: int, indent: int) -> None:
    content = shown(" " * indent + text)
    laid = Hanging(content)
    assert str(laid) == content.plain
    rows = laid._at(width)
    assert isinstance(rows, Content)
    assert all(Content(row).cell_length <= width for row in rows.plain.split("\n"))
    assert "".join(rows.plain.split()) == "".join(content.plain.split())
    assert laid.get_height({}, width) == len(rows.plain.split("\n"))
