"""Boxes to tick stand in one column, wherever the cursor is."""

from __future__ import annotations

from widget_app import WidgetApp

from plo_tui.widgets.tick import Tick


async def test_a_box_stays_in_its_column_as_the_cursor_comes_to_it() -> None:
    boxes = [Tick("our team", True, compact=True), Tick("the family", compact=True)]
    app = WidgetApp(*boxes)
    async with app.run_test(size=(30, 4)) as pilot:
        boxes[0].focus()
        await pilot.pause()
        assert [line.index("[") for line in app.lines[:2]] == [1, 1]
