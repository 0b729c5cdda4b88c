"""The list of cases: its keys, whatever happened to the terminal before."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from opened_store import PASSPHRASE, prepare
from textual import events
from textual.widgets import Input
from until import until, until_shown, write

from agenda.records import new_key
from plo_tui.app import PloApp
from plo_tui.desk import Desk
from plo_tui.screens.home import HomeScreen
from plo_tui.settings import Settings
from plo_tui.store.verbs import family

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from plo_tui.store.reading.home import CaseRow


class SlowDesk(Desk):
    """A desk whose store opens when it is told to."""

    def __init__(self, folder: Path) -> None:
        prepare(folder)
        super().__init__(folder, Settings(), secret=PASSPHRASE)
        self.may_open = asyncio.Event()

    async def open(self, secret: str = "") -> None:
        await self.may_open.wait()
        await super().open(secret)


def on_top(app: PloApp) -> str:
    return type(app.screen).__name__


async def test_n_starts_a_case_after_the_first_run_though_one_looked_away(tmp_path: Path) -> None:
    """While the store was being opened, another window had the focus."""
    desk = SlowDesk(tmp_path / "store")
    app = PloApp(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: app.focused is not None and app.focused.id == "list")
        app.post_message(events.AppBlur())
        await until(pilot, lambda: app.focused is None)
        desk.may_open.set()
        await until(pilot, lambda: on_top(app) == "FirstRunScreen")
        app.post_message(events.AppFocus())
        await until(pilot, lambda: app.focused is not None)
        await write(pilot, "Dana Reed")
        await pilot.press("tab", "right", "ctrl+s")
        await until(pilot, lambda: on_top(app) == "HomeScreen")
        await pilot.press("n")
        await until(pilot, lambda: on_top(app) == "NewCaseScreen")
    desk.close()


async def test_one_comes_back_to_the_same_case_however_far_down(desk: Desk) -> None:
    for number in range(130):
        await desk.do(family.new_case, new_key(), f"PLO-{number:03}")
    app = PloApp(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await until_shown(pilot, "PLO-000")
        home = app.screen
        assert isinstance(home, HomeScreen)
        home.table.move_cursor(row=99)
        await until(pilot, lambda: home.table.row_count == 130)
        home.table.move_cursor(row=120)
        await pilot.press("enter")
        await until(pilot, lambda: on_top(app) == "CaseScreen")
        await desk.do(family.new_case, new_key(), "PLO-0")
        await pilot.press("escape")
        await until(pilot, lambda: home.table.row_count == 131)
        await until_shown(pilot, "PLO-120")
        await pilot.press("enter")
        await until(pilot, lambda: on_top(app) == "CaseScreen")
        await until_shown(pilot, "PLO-120")


async def test_enter_opens_no_case_of_a_list_from_before_the_search(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    for reference in ("PLO-1", "PLO-2"):
        await desk.do(family.new_case, new_key(), reference)
    read, may_find = desk.home, asyncio.Event()

    async def slowly(find: str = "", offset: int = 0, limit: int = 0) -> list[CaseRow]:
        if find == "plo-2":
            await may_find.wait()
        return await read(find, offset, limit)

    monkeypatch.setattr(desk, "home", slowly)
    app = PloApp(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await until_shown(pilot, "PLO-1", "PLO-2")
        await pilot.press("slash", *"plo-2", "enter", "enter")
        assert on_top(app) == "HomeScreen"
        may_find.set()
        await until(pilot, lambda: app.focused is not None and app.focused.id == "list")
        await pilot.press("enter")
        await until(pilot, lambda: on_top(app) == "CaseScreen")
        await until_shown(pilot, "PLO-2")


async def test_an_endless_paste_is_refused_and_a_long_one_searched(desk: Desk) -> None:
    await desk.do(family.new_case, new_key(), "PLO-1")
    app = PloApp(desk)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await until_shown(pilot, "PLO-1")
        await pilot.press("slash")
        app.post_message(events.Paste("x" * 10_000_000))
        await until_shown(pilot, "10,000,000 characters", "none of it was pasted")
        find = app.screen.query_one("#find", Input)
        assert find.value == ""
        app.post_message(events.Paste("%_'\"; DROP TABLE x;--\\" * 4_500))
        await until_shown(pilot, "No case has these words.")
        find.value = ""
        app.post_message(events.Paste("one\r\ntwo\x1b[2J\nthree"))
        await until(pilot, lambda: find.value == "one two␛[2J three")
