"""The frame of every screen: footer, case bar, demo mark and the least size."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest
from frame_app import FrameApp, HomeScreen, MeetingScreen, picture, row
from textual.app import App, ComposeResult
from textual.widgets import Input, TextArea

from plo_tui.commands import PLACES
from plo_tui.commands.keys import key_label
from plo_tui.settings import Settings
from plo_tui.widgets.case_bar import Kept, Standing
from plo_tui.widgets.key_footer import Hint, KeyFooter

ENDING = "F1 help  ^p commands"
STANDING = Standing(
    reference="PLO-2026-014",
    initials="JC, LC, MC",
    meeting="Initial meeting",
    day=date(2027, 1, 12),
    elapsed="● 00:42",
)


class FooterApp(App[None]):
    """A footer with a place's hints, as a screen gives them."""

    def __init__(self, place: str) -> None:
        super().__init__()
        commands = [one for one in PLACES[place].commands if one.footer is not None]
        commands.sort(key=lambda one: one.footer or 0)
        self.hints = tuple(Hint(key_label(one.keys[0]), one.title, one.call) for one in commands)

    def compose(self) -> ComposeResult:
        footer = KeyFooter()
        footer.hints = self.hints
        footer.always = (Hint("F1", "help", "screen.help"), Hint("^p", "commands", "app.bell"))
        yield footer


@pytest.mark.parametrize("width", [80, 81, 100, 120, 200])
@pytest.mark.parametrize(
    "place", [name for name, place in PLACES.items() if name != "app" and place.commands]
)
async def test_no_key_is_cut_in_two(place: str, width: int) -> None:
    app = FooterApp(place)
    async with app.run_test(size=(width, 24)) as pilot:
        await pilot.pause()
        line = row(app, -1)
        assert line.rstrip().endswith(ENDING)
        whole = [f"{hint.key} {hint.title}" for hint in app.hints]
        there = [part for part in line.replace(ENDING, "").split("  ") if part.strip()]
        assert [part.strip() for part in there] == whole[: len(there)]
        assert there


async def test_the_footer_fills_the_width_it_has() -> None:
    app = FrameApp(MeetingScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        narrow = row(app, -1)
        assert narrow.startswith(" F8 next  F7 previous  ^t asked  F4 to do")
        assert narrow.rstrip().endswith(ENDING)
        assert "F9 park" not in narrow
        await pilot.resize_terminal(120, 40)
        await pilot.pause()
        assert "F9 park  F6 go back" in row(app, -1)
        assert row(app, -1).rstrip().endswith(ENDING)


async def test_a_click_on_a_key_runs_its_command_and_leaves_the_focus() -> None:
    app = FrameApp(MeetingScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        line = row(app, -1)
        await pilot.click(KeyFooter, offset=(line.index("previous"), 0))
        await pilot.click(KeyFooter, offset=(line.index("F4"), 0))
        await pilot.click(KeyFooter, offset=(line.index("  F7"), 0))
        await pilot.pause()
        assert app.first.ran == ["previous_item", "still_to_do"]
        assert isinstance(app.focused, TextArea)


async def test_keys_work_while_typing_and_type_nothing() -> None:
    """A text box would select everything with F7, and delete with no key of ours."""
    app = FrameApp(MeetingScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("h", "i", "f7", "f6", "ctrl+n", "ctrl+t", "alt+3", "n", "?")
        await pilot.pause()
        assert app.first.ran == [
            "previous_item",
            "back",
            "next_item",
            "tick_prompt",
            "tick_prompt3",
        ]
        assert app.screen.query_one(TextArea).text == "hin?"


async def test_every_key_of_the_meeting_reaches_its_command() -> None:
    app = FrameApp(MeetingScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        for command in PLACES["meeting"].commands:
            for number, key in enumerate(command.keys, start=1):
                app.first.ran.clear()
                await pilot.press(key)
                expected = f"{command.call}{number}" if command.numbered else command.call
                assert app.first.ran == [expected], key


async def test_the_users_own_keys_stand_in_the_footer_and_work() -> None:
    app = FrameApp(MeetingScreen, Settings(keys={"next_item": ("f7",), "previous_item": ("f9",),
                                                 "park": ("alt+h",), "help": ("f8",)}))  # fmt: skip
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert row(app, -1).startswith(" F7 next  F9 previous")
        assert row(app, -1).rstrip().endswith("F8 help  ^p commands")
        await pilot.press("f7", "f9", "ctrl+n")
        await pilot.pause()
        assert app.first.ran == ["next_item", "previous_item"]
        await pilot.press("f8")
        await pilot.pause()
        assert "Typing is minuting" in picture(app)


async def test_letters_leave_the_footer_while_a_field_takes_them() -> None:
    app = FrameApp(HomeScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert row(app, -1).startswith(" Enter open  n new case  / find  q quit")
        app.screen.query_one(Input).focus()
        await pilot.pause()
        assert row(app, -1).startswith(" Enter open  ^n new case  ^f find  ")
        await pilot.press("n", "q")
        assert app.screen.query_one(Input).value == "nq"
        assert app.first.ran == []


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_every_screen_says_that_it_is_the_demo(size: tuple[int, int]) -> None:
    app = FrameApp(HomeScreen, demo=True)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        assert row(app, 0).rstrip().endswith("DEMO — fictional families")


async def test_no_demo_mark_over_real_families() -> None:
    app = FrameApp(HomeScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "DEMO" not in picture(app)


@pytest.mark.parametrize(
    ("width", "demo", "line"),
    [
        (120, False, "PLO-2026-014 · JC, LC, MC · Initial meeting · Tue 12 Jan 2027 · ● 00:42"),
        (80, False, "PLO-2026-014 · JC, LC, MC · Initial meeting · ● 00:42"),
        (80, True, "PLO-2026-014 · JC, LC, MC"),
    ],
)
async def test_the_case_bar_keeps_what_guards_against_the_wrong_family(
    width: int, demo: bool, line: str
) -> None:
    app = FrameApp(MeetingScreen, demo=demo)
    async with app.run_test(size=(width, 24)) as pilot:
        app.first.standing = STANDING
        app.first.kept, app.first.kept_at = Kept.SAVED, time(10, 42, 7)
        await pilot.pause()
        left, saved, mark = row(app, 0).strip().partition("saved 10:42:07")
        assert left.strip(" ·") == line
        assert saved
        assert mark == (" · DEMO — fictional families" if demo else "")


async def test_whom_a_sitting_is_with_stays_where_room_is_short() -> None:
    app = FrameApp(MeetingScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        app.first.standing = replace(STANDING, sitting="with Ms Carter")
        app.first.kept, app.first.kept_at = Kept.SAVED, time(10, 42, 7)
        await pilot.pause()
        case = "PLO-2026-014 · JC, LC, MC"
        assert row(app, 0).strip().startswith(f"{case} · with Ms Carter · ● 00:42")


async def test_not_saved_is_said_whatever_the_reference_holds() -> None:
    app = FrameApp(MeetingScreen, demo=True)
    async with app.run_test(size=(80, 24)) as pilot:
        app.first.standing = Standing(reference="[/b] \u202e" + "x" * 200, initials="JC")
        app.first.kept = Kept.NOT_SAVED
        await pilot.pause()
        bar = row(app, 0)
        assert bar.startswith(" [/b] ⟨RLO⟩xxx")
        assert bar.rstrip().endswith("… · JC   NOT SAVED · DEMO — fictional families")
        app.first.kept = Kept.SAVING
        await pilot.pause()
        assert "saving" in row(app, 0)


async def test_too_small_a_window_is_covered_and_comes_back_with_nothing_lost() -> None:
    app = FrameApp(MeetingScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*"before")
        await pilot.resize_terminal(70, 20)
        await pilot.pause()
        covered = picture(app)
        assert "This window is 70×20. plo-tui needs at least 80×24: make it" in covered
        assert "before" not in covered
        assert "help" not in covered
        await pilot.resize_terminal(79, 40)
        await pilot.pause()
        assert "This window is 79×40." in picture(app)
        await pilot.resize_terminal(120, 23)
        await pilot.pause()
        assert "This window is 120×23." in picture(app)
        await pilot.press(*"after")
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        assert "This window is" not in picture(app)
        assert app.screen.query_one(TextArea).text == "beforeafter"
        assert "beforeafter" in picture(app)
