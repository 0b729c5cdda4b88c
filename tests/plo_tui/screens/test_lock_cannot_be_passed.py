"""The lock: nothing that goes on under it ends it or covers it, and nothing leaks through it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from live_meeting import TEN, live_meeting
from opened_store import PASSPHRASE, prepare
from test_unlock import ANOTHER, SIZE, Sat, be_dana, come_in, give, sat
from textual.screen import Screen
from textual.widgets import Input
from until import until, until_shown, write

from plo_tui.app import PloApp
from plo_tui.screens.ask import AskScreen
from plo_tui.screens.cover import cover
from plo_tui.screens.home import HomeScreen
from plo_tui.screens.lock_mode import LockMode
from plo_tui.screens.locking import LockScreen
from plo_tui.screens.meeting import MeetingScreen
from plo_tui.screens.new_case import NewCaseScreen
from plo_tui.store.problems import StoreProblem

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable
    from pathlib import Path

    from textual.pilot import Pilot

__all__ = ["sat"]

NOT_SAVED = "What you are typing is not saved."


@pytest.fixture
async def pilot(sat: Sat) -> AsyncIterator[Pilot[None]]:
    """The list of cases, unlocked."""
    prepare(sat.desk.folder)
    async with sat.app.run_test(size=SIZE, notifications=True) as pilot:
        await come_in(pilot)
        await be_dana(pilot)
        yield pilot


async def locked(pilot: Pilot[None]) -> None:
    await pilot.press("f5")
    await until(pilot, lambda: isinstance(pilot.app.screen, LockScreen))
    await until_shown(pilot, "Locked", "Nothing is lost")


async def still_locked(pilot: Pilot[None]) -> None:
    await pilot.pause()
    assert isinstance(pilot.app.screen, LockScreen)
    await until_shown(pilot, "Locked", "Nothing is lost")


async def unlocked(pilot: Pilot[None]) -> None:
    await give(pilot, PASSPHRASE)
    await until(pilot, lambda: not isinstance(pilot.app.screen, LockScreen))


async def test_a_form_that_ends_late_ends_under_the_lock(sat: Sat, pilot: Pilot[None]) -> None:
    await pilot.press("n")
    await until_shown(pilot, "New case")
    form = sat.app.screen
    assert isinstance(form, NewCaseScreen)
    await locked(pilot)
    form.dismiss(None)
    await still_locked(pilot)
    await unlocked(pilot)
    assert isinstance(sat.app.screen, HomeScreen)
    await until_shown(pilot, "There is no case yet")


@pytest.mark.parametrize(
    "late",
    [LockMode.pop_screen, lambda app: app.switch_screen(Screen()), cover],
    ids=["close", "switch", "cover"],
)
async def test_what_screens_do_late_does_not_end_or_cover_the_lock(
    sat: Sat, pilot: Pilot[None], late: Callable[[LockMode], object]
) -> None:
    await pilot.press("n")
    await until_shown(pilot, "New case")
    await locked(pilot)
    late(sat.app)
    await still_locked(pilot)
    await unlocked(pilot)


async def test_a_screen_opened_late_waits_under_the_lock_and_answers(
    sat: Sat, pilot: Pilot[None]
) -> None:
    async def ask() -> object:
        return await sat.app.push_screen_wait(AskScreen("Ms Carter?", [], "Yes"))

    await locked(pilot)
    asked = sat.app.run_worker(ask())
    await still_locked(pilot)
    sat.now += timedelta(days=1)
    await sat.app._lock_if_idle()
    await pilot.press("f5")
    await still_locked(pilot)
    await unlocked(pilot)
    await until_shown(pilot, "Ms Carter?")
    await pilot.press("enter")
    assert await asked.wait() is True
    await locked(pilot)
    await unlocked(pilot)
    await until_shown(pilot, "There is no case yet")


async def test_it_locks_while_the_passphrase_is_being_changed(sat: Sat, pilot: Pilot[None]) -> None:
    await pilot.press("p")
    await until_shown(pilot, "Type the passphrase of today first.")
    await locked(pilot)
    await pilot.press("escape")
    await still_locked(pilot)
    await unlocked(pilot)
    await until_shown(pilot, "Type the passphrase of today first.")


async def test_on_the_lock_is_no_palette_no_help_no_notice_and_nothing_copied(
    sat: Sat, pilot: Pilot[None]
) -> None:
    sat.app.copy_to_clipboard("Ms Carter said")
    await locked(pilot)
    assert sat.app.clipboard == ""
    await pilot.press("ctrl+p", "f1")
    sat.app.notify("Carter could not be read")
    await still_locked(pilot)
    assert "Carter" not in await until_shown(pilot, "Locked")
    await write(pilot, ANOTHER)
    line = sat.app.screen.query_one("#secret", Input)
    for key in ("ctrl+c", "ctrl+x"):
        line.select_all()
        await pilot.press(key)
        assert (sat.app.clipboard, line.value) == ("", ANOTHER)
    await pilot.press("enter")
    await until_shown(pilot, "type it again")
    assert line.value == ""


async def test_a_form_half_filled_in_is_not_left_unasked(
    sat: Sat, pilot: Pilot[None], monkeypatch: pytest.MonkeyPatch
) -> None:
    left: list[bool] = []
    monkeypatch.setattr(sat.app, "exit", lambda: left.append(True))
    await pilot.press("n")
    await until_shown(pilot, "New case")
    await write(pilot, "PLO-2027-0")
    await pilot.press("ctrl+q")
    await until_shown(pilot, NOT_SAVED)
    await pilot.press("1", "ctrl+q")
    assert not left
    await locked(pilot)
    await pilot.press("ctrl+q")
    await until_shown(pilot, NOT_SAVED)
    assert not left
    await pilot.press("ctrl+q")
    assert left


async def test_an_unchanged_form_is_left_at_once(
    sat: Sat, pilot: Pilot[None], monkeypatch: pytest.MonkeyPatch
) -> None:
    left: list[bool] = []
    monkeypatch.setattr(sat.app, "exit", lambda: left.append(True))
    await pilot.press("n")
    await until_shown(pilot, "New case")
    await pilot.press("ctrl+q")
    assert left


async def test_a_clock_set_back_does_not_switch_the_idle_lock_off(
    sat: Sat, pilot: Pilot[None]
) -> None:
    sat.now -= timedelta(hours=1)
    await sat.app._lock_if_idle()
    await until(pilot, lambda: sat.locked)


@pytest.mark.parametrize("shielded", [True, False])
async def test_a_running_meeting_is_shielded_after_the_lock_as_before(
    tmp_path: Path, *, shielded: bool
) -> None:
    async with live_meeting(tmp_path) as live:
        live.desk.policy = PloApp(live.desk).desk.policy
        app = PloApp(live.desk)
        screen = MeetingScreen(live.desk, live.papers.case.id, live.papers.meeting.id)
        async with app.run_test(size=(100, 40)) as pilot:
            await until_shown(pilot, "PLO-2026-014")
            await app.push_screen(screen)
            await until(pilot, lambda: screen.loaded)
            screen.shielded = shielded
            await locked(pilot)
            live.now = TEN + timedelta(hours=3)
            screen.tick()
            await still_locked(pilot)
            await unlocked(pilot)
            assert app.screen is screen
            assert screen.shielded is shielded


async def test_a_meeting_that_cannot_be_read_closes_under_the_lock(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with live_meeting(tmp_path) as live:
        app = PloApp(live.desk)
        screen = MeetingScreen(live.desk, live.papers.case.id, live.papers.meeting.id)
        async with app.run_test(size=(100, 40)) as pilot:
            await until_shown(pilot, "PLO-2026-014")
            await app.push_screen(screen)
            await until(pilot, lambda: screen.loaded)
            await locked(pilot)

            async def fails() -> None:
                raise StoreProblem("The disk is gone.")

            monkeypatch.setattr(screen, "load", fails)
            await screen.begin_reading().wait()
            await still_locked(pilot)
            await unlocked(pilot)
            assert isinstance(app.screen, HomeScreen)
