"""Getting in: a passphrase chosen, typed, forgotten; and the lock of a screen left alone."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from opened_store import PASSPHRASE, prepare
from textual.widgets import Input
from until import until, until_shown, write

from plo_tui.app import PloApp
from plo_tui.desk import Desk
from plo_tui.screens.unlock import UnlockScreen
from plo_tui.settings import Settings
from plo_tui.store.folder import KEY, STORE
from plo_tui.store.key import sealed_key_file
from plo_tui.store.opening import make_store, unlock
from plo_tui.store.problems import WrongSecret

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from textual.pilot import Pilot

NOW = datetime(2027, 1, 4, 9, 0, tzinfo=UTC)
ANOTHER = "gravel saturday lamp otter"
SIZE = (80, 24)


class Sat:
    """An app whose clock the test sets."""

    def __init__(self, folder: Path) -> None:
        self.now = NOW
        self.desk = Desk(folder, Settings(), clock=lambda: self.now)
        self.app = PloApp(self.desk)

    @property
    def locked(self) -> bool:
        return isinstance(self.app.screen, UnlockScreen)


@pytest.fixture
def sat(tmp_path: Path) -> Iterator[Sat]:
    sat = Sat(tmp_path / "store")
    yield sat
    sat.desk.close()


async def give(pilot: Pilot[None], words: str) -> None:
    await until(pilot, lambda: isinstance(pilot.app.focused, Input))
    pilot.app.screen.query_one("#secret", Input).value = words
    await pilot.press("enter")


async def come_in(pilot: Pilot[None]) -> None:
    await until_shown(pilot, "Locked", "passphrase, or recovery key")
    await give(pilot, PASSPHRASE)


async def be_dana(pilot: Pilot[None]) -> None:
    await until_shown(pilot, "Who are you?")
    await write(pilot, "Dana Reed")
    await pilot.press("ctrl+s")
    await until_shown(pilot, "There is no case yet")


async def test_a_new_store_is_made_once_passphrase_and_recovery_key_are_kept(sat: Sat) -> None:
    folder = sat.desk.folder
    async with sat.app.run_test(size=SIZE) as pilot:
        await until_shown(pilot, "Choose a passphrase", "Three or more words")
        await pilot.press("escape")
        await write(pilot, "password1234")
        await pilot.press("ctrl+s")
        await until_shown(pilot, "This could soon be guessed")
        await pilot.press("end", "ctrl+u")
        await write(pilot, PASSPHRASE)
        page = await until_shown(pilot, "Very strong.")
        assert "otter" not in page
        await pilot.press("tab")
        await write(pilot, ANOTHER)
        await pilot.press("ctrl+s")
        await until_shown(pilot, "not the same as above")
        await pilot.press("end", "ctrl+u")
        await write(pilot, PASSPHRASE)
        await pilot.press("ctrl+s")
        page = await until_shown(pilot, "Keep the recovery key")
        assert not (folder / STORE).exists()
        [recovery] = re.findall(r"(?:[0-9A-Z]{5}-){5}[0-9A-Z]{5}", page)
        [asked] = re.findall(r"Its (\w+) group", page)
        nth = ("first", "second", "third", "fourth", "fifth", "sixth").index(asked)
        to_print = folder.with_name("key.txt")
        await write(pilot, str(to_print))
        await pilot.press("tab", *"aaaaa", "ctrl+s")
        await until_shown(pilot, f"not its {asked} group")
        assert not (folder / KEY).exists()
        await pilot.press("end", "ctrl+u", *recovery.split("-")[nth].lower(), "ctrl+s")
        await be_dana(pilot)
    assert recovery in to_print.read_text(encoding="utf-8")
    assert unlock(folder, recovery) == unlock(folder, PASSPHRASE) == sat.desk.key


async def test_the_passphrase_opens_the_store_and_a_wrong_one_says_so(sat: Sat) -> None:
    prepare(sat.desk.folder)
    async with sat.app.run_test(size=SIZE) as pilot:
        page = await until_shown(pilot, "Locked", "passphrase, or recovery key")
        assert "Opening" not in page
        await pilot.press("escape", "f12", "n", "q")
        assert sat.locked
        await give(pilot, ANOTHER)
        await until_shown(pilot, "does not open the store. Nothing was changed: type it again.")
        for _ in range(3):
            await give(pilot, ANOTHER)
            await until_shown(pilot, "type it again.")
        await give(pilot, PASSPHRASE)
        await until_shown(pilot, "Wait 2 seconds, then try again.")
        sat.now += timedelta(seconds=2)
        await give(pilot, PASSPHRASE)
        await be_dana(pilot)


async def test_the_recovery_key_opens_it_and_a_new_passphrase_is_chosen(sat: Sat) -> None:
    made = sealed_key_file(PASSPHRASE)
    make_store(sat.desk.folder, made)
    async with sat.app.run_test(size=SIZE) as pilot:
        await until_shown(pilot, "Locked")
        await give(pilot, made[2].lower())
        await until_shown(pilot, "Choose a passphrase", "You came in with the recovery key")
        await write(pilot, ANOTHER)
        await pilot.press("tab")
        await write(pilot, ANOTHER)
        await pilot.press("ctrl+s")
        await be_dana(pilot)
    assert unlock(sat.desk.folder, ANOTHER) == unlock(sat.desk.folder, made[2])
    with pytest.raises(WrongSecret):
        unlock(sat.desk.folder, PASSPHRASE)


async def test_f5_locks_in_mid_sentence_and_the_sentence_is_still_there(sat: Sat) -> None:
    prepare(sat.desk.folder)
    async with sat.app.run_test(size=SIZE) as pilot:
        await come_in(pilot)
        await be_dana(pilot)
        await pilot.press("n")
        await until_shown(pilot, "New case")
        await write(pilot, "PLO-2027-0")
        before = sat.app.focused
        await pilot.press("f5")
        page = await until_shown(pilot, "Locked", "Nothing is lost")
        assert "PLO-2027" not in page
        await pilot.press("escape", "f12", "ctrl+s")
        assert sat.locked
        await give(pilot, ANOTHER)
        await until_shown(pilot, "type it again")
        await give(pilot, PASSPHRASE)
        await until(pilot, lambda: not sat.locked)
        assert sat.app.focused is before
        await pilot.press("1")
        await until_shown(pilot, "PLO-2027-01")


async def test_a_screen_left_alone_locks_and_says_nothing_of_a_family(sat: Sat) -> None:
    prepare(sat.desk.folder)
    async with sat.app.run_test(size=SIZE) as pilot:
        await come_in(pilot)
        await be_dana(pilot)
        await pilot.press("n")
        await write(pilot, "PLO-2027-0")
        sat.now += timedelta(minutes=14)
        await sat.app._lock_if_idle()
        assert not sat.locked
        sat.now += timedelta(minutes=1)
        await sat.app._lock_if_idle()
        await until(pilot, lambda: sat.locked)
        assert "PLO-2027" not in await until_shown(pilot, "Locked")
        sat.now += timedelta(minutes=40)
        await sat.app._lock_if_idle()
        await come_in(pilot)
        await until_shown(pilot, "PLO-2027-0")


async def test_the_passphrase_is_changed_by_whoever_knows_it(sat: Sat) -> None:
    prepare(sat.desk.folder)
    async with sat.app.run_test(size=SIZE) as pilot:
        await come_in(pilot)
        await be_dana(pilot)
        await pilot.press("p")
        await until_shown(pilot, "Type the passphrase of today first.")
        await pilot.press("escape")
        await until_shown(pilot, "There is no case yet")
        await pilot.press("p")
        await until_shown(pilot, "Type the passphrase of today first.")
        await give(pilot, PASSPHRASE)
        await until_shown(pilot, "Choose a passphrase")
        await write(pilot, ANOTHER)
        await pilot.press("tab")
        await write(pilot, ANOTHER)
        await pilot.press("ctrl+s")
        await until_shown(pilot, "There is no case yet")
    assert unlock(sat.desk.folder, ANOTHER)


async def test_a_demo_has_nothing_to_lock_with(tmp_path: Path) -> None:
    prepare(tmp_path, demo=True)
    sat = Sat(tmp_path)
    async with sat.app.run_test(size=SIZE, notifications=True) as pilot:
        await be_dana(pilot)
        assert "passphrase" not in [command.name for command in sat.app.screen.commands_here()]  # type: ignore[attr-defined]
        await pilot.press("p", "f5")
        await until_shown(pilot, "A demo is not locked")
        sat.now += timedelta(days=1)
        await sat.app._lock_if_idle()
        assert not sat.locked
    sat.desk.close()
