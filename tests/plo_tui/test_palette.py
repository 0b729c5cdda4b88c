"""The command palette: everything that can be done here, found by its sentence."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from frame_app import FrameApp, HomeScreen, MeetingScreen
from textual.command import CommandList
from textual.widgets import Input, TextArea

from plo_tui.commands import commands_at

if TYPE_CHECKING:
    from textual.pilot import Pilot


async def sentences(pilot: Pilot[None]) -> list[str]:
    """What the open palette offers, in its order."""
    await pilot.pause()
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()
    options = pilot.app.screen.query_one(CommandList).options
    return [str(option.prompt).partition("\n")[0] for option in options]


@pytest.mark.parametrize("screen", [MeetingScreen, HomeScreen])
async def test_the_palette_lists_everything_that_can_be_done_here(
    screen: type[MeetingScreen] | type[HomeScreen],
) -> None:
    app = FrameApp(screen)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("ctrl+p")
        expected = [
            command.sentence
            for command in commands_at(screen.place)
            if command.in_palette and not command.numbered
        ]
        assert await sentences(pilot) == expected


async def test_a_command_is_found_by_its_word_and_runs_on_its_screen() -> None:
    app = FrameApp(MeetingScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("alt+pagedown", *"todo")
        found = await sentences(pilot)
        assert found[0] == "List what is not yet covered or not yet clear; again, go back."
        await pilot.press("enter")
        await pilot.pause()
        await pilot.pause()
        assert app.first.ran == ["still_to_do"]
        assert isinstance(app.focused, TextArea)


async def test_a_command_of_the_app_runs_on_the_app() -> None:
    app = FrameApp(HomeScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("ctrl+p", *"colours")
        await sentences(pilot)
        await pilot.press("enter")
        await pilot.pause()
        await pilot.pause()
        assert app.theme == "light"


async def test_it_offers_what_letters_do_while_a_field_takes_them() -> None:
    app = FrameApp(HomeScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        app.screen.query_one(Input).focus()
        await pilot.press("ctrl+p")
        assert "Start a new case." in await sentences(pilot)


class LockedMeeting(MeetingScreen):
    """A meeting in which nothing can be undone."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return None if action == "undo" else super().check_action(action, parameters)


async def test_what_cannot_be_done_now_is_not_offered() -> None:
    app = FrameApp(LockedMeeting)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("ctrl+p")
        offered = await sentences(pilot)
        assert "Take back the last step." not in offered
        assert "Do again what was taken back." in offered


def test_neither_palette_nor_help_is_loaded_before_it_is_asked_for() -> None:
    code = (
        "import sys; import plo_tui.screens.base;"
        "print({'plo_tui.screens.palette', 'plo_tui.screens.help'} & set(sys.modules))"
    )
    root = Path(__file__).resolve().parents[2]
    run = subprocess.run(
        [sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True
    )
    assert run.stdout.strip() == "set()"
