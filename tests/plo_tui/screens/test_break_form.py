"""The private break: who takes it, who declines it, and when it ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from live_meeting import live_meeting, picture, shown
from until import until, until_shown

from agenda.words import Presence
from plo_tui.screens.break_form import BreakForm
from plo_tui.store.verbs.meeting import set_presence

if TYPE_CHECKING:
    from pathlib import Path


async def test_one_takes_a_break_one_declines_and_it_ends(tmp_path: Path) -> None:
    async with live_meeting(tmp_path) as live:
        meeting = live.papers.meeting.id
        mother, father = live.person("Ms Carter"), live.person("Mr Carter")
        for parent in (mother, father):
            await live.do(set_presence, meeting, Presence.PRESENT, None, parent.id)
        async with shown(BreakForm(live.desk, live.papers)) as (app, pilot):
            await pilot.press("ctrl+s")
            assert "Choose who takes a break or declines one" in picture(app)
            await pilot.press("right", "tab", "right", "right", "ctrl+s")
            await until(pilot, app.was_left)
        assert app.left is True
        live.later(12)
        async with shown(BreakForm(live.desk, live.papers)) as (app, pilot):
            assert "ends now: Ms Carter, since 10:00" in picture(app)
            assert "So far: declined 10:00." in picture(app)
            await pilot.press("f10")
            await until(pilot, app.was_left)
        taken, declined = (await live.read_again()).advice_breaks
        assert (taken.person_id, taken.taken) == (mother.id, True)
        assert taken.began_at is not None
        assert taken.ended_at is not None
        assert (taken.ended_at - taken.began_at).seconds == 12 * 60
        assert (declined.person_id, declined.taken) == (father.id, False)
        async with shown(BreakForm(live.desk, live.papers)) as (app, pilot):
            assert "So far: taken 10:00 to 10:12." in picture(app)
            assert "ends now" not in picture(app)


async def test_a_break_that_is_running_is_not_begun_twice(tmp_path: Path) -> None:
    async with live_meeting(tmp_path) as live:
        mother = live.person("Ms Carter")
        await live.do(set_presence, live.papers.meeting.id, Presence.PRESENT, None, mother.id)
        for keys in (("right", "ctrl+s"), ("space", "tab", "right", "ctrl+s")):
            async with shown(BreakForm(live.desk, live.papers)) as (app, pilot):
                await pilot.press(*keys)
                if keys[0] == "right":
                    await until(pilot, app.was_left)
                else:
                    await until_shown(pilot, "This parent's break has not ended yet")
        assert len((await live.read_again()).advice_breaks) == 1
