"""The lists beside the minutes say how things stand in words or signs, and go where chosen."""

from __future__ import annotations

from textual.widgets import Input
from widget_app import Posted, WidgetApp

from plo_tui.widgets.agenda_rail import AgendaRail, ItemState, RailItem, legend, one_line

ITEMS = (
    RailItem("welcome", 1, "Welcome", ItemState.COVERED),
    RailItem("parents", 2, "Parents' response [/b]", ItemState.OPEN),
    RailItem("network", 3, "Family network", ItemState.PARKED),
    RailItem("plan", 4, "The plan", ItemState.NOW),
    RailItem("dates", 5, "Dates and close"),
)


async def test_every_state_has_its_own_sign_and_words() -> None:
    rail = AgendaRail()
    app = WidgetApp(rail)
    async with app.run_test(size=(30, 12)) as pilot:
        rail.show(ITEMS)
        await pilot.pause()
        assert [line.split()[0] for line in app.lines[:4]] == ["✓", "!", "‖", "●"]
        assert "2 Parents' response [/b]" in app.lines[1]
        assert str(rail.tooltip) == legend()
        assert "! required, passed and still open" in legend()


async def test_enter_and_a_click_jump() -> None:
    rail = AgendaRail()
    posted = Posted(AgendaRail.Jump)
    async with WidgetApp(rail).run_test(size=(30, 12), message_hook=posted) as pilot:
        rail.show(ITEMS)
        rail.focus()
        await pilot.press("down", "enter")
        await pilot.click(AgendaRail, offset=(4, 1))
        await pilot.pause()
    assert posted.values("key") == ["dates", "parents"]


async def test_a_click_leaves_the_focus_where_the_typing_is() -> None:
    rail, field = AgendaRail(), Input()
    app = WidgetApp(field, rail)
    async with app.run_test(size=(30, 12)) as pilot:
        rail.show(ITEMS)
        field.focus()
        await pilot.click(AgendaRail, offset=(4, 1))
        assert app.focused is field


async def test_a_redraw_leaves_the_mark_where_the_reader_put_it() -> None:
    rail = AgendaRail()
    async with WidgetApp(rail).run_test(size=(30, 12)) as pilot:
        rail.show(ITEMS)
        assert rail.highlighted == 3
        rail.focus()
        await pilot.press("up", "up")
        rail.show((*ITEMS[:4], RailItem("dates", 5, "Dates", ItemState.COVERED)))
        await pilot.pause()
        assert rail.highlighted == 1
        rail.show((*ITEMS[:3], RailItem("plan", 4, "The plan", ItemState.COVERED),
                   RailItem("dates", 5, "Dates", ItemState.NOW)))  # fmt: skip
        assert rail.highlighted == 4


def test_the_one_line_says_where_we_are_and_what_is_open() -> None:
    assert one_line(ITEMS) == "Agenda 4 of 5 · 1 still open"
    assert one_line(ITEMS[2:]) == "Agenda 4 of 3"
    assert one_line(()) == "Agenda: 0 items"


def test_the_one_line_of_a_meeting_that_is_over_counts_its_items() -> None:
    assert one_line((*ITEMS[:3], ITEMS[4])) == "Agenda: 4 items · 1 still open"
