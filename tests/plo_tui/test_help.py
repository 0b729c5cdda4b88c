"""Help where one stands, with the keys as they are now."""

from __future__ import annotations

import pytest
from frame_app import FrameApp, HomeScreen, MeetingScreen, on_top, picture
from textual.containers import VerticalScroll
from textual.widgets import Input, TextArea

from plo_tui.screens.help import HelpScreen, HelpSection
from plo_tui.settings import Settings

TALL = (120, 100)
"""A window in which no help has to scroll."""


class ExplainedComposer(TextArea):
    """A widget with help of its own."""

    help_text = "Two spaces [b]end[/b] a speaker's turn."


class ExplainedMeeting(MeetingScreen):
    """A meeting whose help says more than its keys."""

    def body(self):  # type: ignore[no-untyped-def]
        yield ExplainedComposer()

    def help_sections(self) -> list[HelpSection]:
        return [HelpSection("Quick capture", (("/agreed", "Minute what is agreed."),))]


@pytest.mark.parametrize("key", ["f1", "alt+h"])
async def test_help_says_what_the_place_is_for_and_its_keys(key: str) -> None:
    app = FrameApp(MeetingScreen)
    async with app.run_test(size=TALL) as pilot:
        await pilot.press(key)
        await pilot.pause()
        page = picture(app)
        assert "Typing is minuting: Enter saves the paragraph" in page
        assert "F8  ^n  /next" in page
        assert "Alt+1 to Alt+9" in page
        assert "Everywhere" in page
        assert "^p  Alt+PgDn" in page


async def test_help_tells_of_the_focused_widget_and_the_screens_own_sections() -> None:
    app = FrameApp(ExplainedMeeting)
    async with app.run_test(size=TALL) as pilot:
        await pilot.press("f1")
        await pilot.pause()
        page = picture(app)
        assert "Two spaces [b]end[/b] a speaker's turn." in page
        assert "Quick capture" in page
        assert "/agreed" in page


async def test_help_shows_the_users_own_keys() -> None:
    app = FrameApp(MeetingScreen, Settings(keys={"park": ("alt+f9",)}))
    async with app.run_test(size=TALL) as pilot:
        await pilot.press("f1")
        await pilot.pause()
        assert "Alt+F9  /park" in picture(app)


@pytest.mark.parametrize("key", ["escape", "f1", "q"])
async def test_help_closes_and_gives_the_focus_back(key: str) -> None:
    app = FrameApp(MeetingScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f1")
        await pilot.pause()
        assert isinstance(on_top(app), HelpScreen)
        await pilot.press(key, "a")
        await pilot.pause()
        assert on_top(app) is app.first
        assert app.screen.query_one(TextArea).text == "a"


async def test_a_click_beside_the_help_closes_it_and_one_on_it_does_not() -> None:
    app = FrameApp(MeetingScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f1")
        await pilot.pause()
        await pilot.click("#page")
        assert isinstance(on_top(app), HelpScreen)
        await pilot.click(offset=(0, 0))
        await pilot.pause()
        assert on_top(app) is app.first


async def test_help_scrolls_to_its_end_at_80_by_24() -> None:
    app = FrameApp(MeetingScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f1")
        await pilot.pause()
        assert "Leave plo-tui." not in picture(app)
        assert isinstance(app.focused, VerticalScroll)
        app.focused.scroll_end(animate=False)
        await pilot.pause()
        assert "Leave plo-tui." in picture(app)


async def test_a_question_mark_asks_for_help_only_where_nobody_types() -> None:
    app = FrameApp(HomeScreen)
    async with app.run_test(size=TALL) as pilot:
        app.screen.query_one(Input).focus()
        await pilot.press("?")
        assert app.screen.query_one(Input).value == "?"
        app.screen.set_focus(None)
        await pilot.press("?")
        await pilot.pause()
        assert "Every case of the team" in picture(app)
        assert "/next" not in picture(app)


async def test_escape_goes_back_to_the_screen_below_and_never_past_the_first() -> None:
    app = FrameApp(HomeScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await app.push_screen(MeetingScreen())
        await pilot.press("escape")
        await pilot.pause()
        assert on_top(app) is app.first
        await pilot.press("escape")
        await pilot.pause()
        assert on_top(app) is app.first
