"""Consents: each parent's own answer, with a note."""

from __future__ import annotations

from typing import TYPE_CHECKING

from live_meeting import live_meeting, picture, shown, write
from until import until

from agenda.words import ConsentPurpose, YesNo
from plo_tui.screens.consents_form import ConsentsForm

if TYPE_CHECKING:
    from pathlib import Path


async def test_each_parent_answers_for_themselves(tmp_path: Path) -> None:
    async with live_meeting(tmp_path) as live:
        async with shown(ConsentsForm(live.desk, live.papers)) as (app, pilot):
            assert "Ms Carter" in picture(app)
            assert "Mr Carter" in picture(app)
            await pilot.press("left", "left", "tab")
            await write(pilot, "only the GP")
            await pilot.press("ctrl+s")
            await until(pilot, app.was_left)
        assert app.left is True
        kept = await live.read_again()
        (consent,) = kept.consents
        assert consent.person_id == live.person("Ms Carter").id
        assert consent.purpose is ConsentPurpose.RECORDS
        assert (consent.answer, consent.note) == (YesNo.YES, "only the GP")
        async with shown(ConsentsForm(live.desk, live.papers)) as (app, pilot):
            assert "only the GP" in picture(app)
