"""The first run: name, role and team."""

from __future__ import annotations

from form_steps import OneScreenApp, picture, save, type_in
from opened_store import PASSPHRASE

from agenda.words import StaffRole
from plo_tui.desk import Desk
from plo_tui.screens.first_run import FirstRunScreen
from plo_tui.settings import Settings
from plo_tui.store.reading.staff import read_staff


async def test_who_one_is_is_asked_once_and_remembered(empty_desk: Desk) -> None:
    app = OneScreenApp(empty_desk, FirstRunScreen(empty_desk))
    async with app.run_test(size=(80, 24)) as pilot:
        for line in ("Your name", "Your role", "Your team"):
            assert line in picture(app)
        await pilot.press("escape", "escape")
        await save(pilot)
        assert "Fill in the name" in picture(app)
        await type_in(pilot, "Dana  Reed")
        await pilot.press("tab", *["right"] * 3, "tab")
        await type_in(pilot, "North")
        await pilot.press("enter")
        await save(pilot)
    assert app.ended_with == [None]
    assert empty_desk.me is not None
    assert (empty_desk.me.name, empty_desk.me.role) == ("Dana Reed", StaffRole.BUSINESS_SUPPORT)
    [member] = await empty_desk.read(read_staff)
    assert member.id == empty_desk.me.id
    again = Desk(empty_desk.folder, Settings(), secret=PASSPHRASE)
    await again.open()
    assert again.me == empty_desk.me
    again.close()
