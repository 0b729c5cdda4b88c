"""Who is here: one key for each, and the minutes know when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from live_meeting import live_meeting, picture, shown, write
from textual.widgets import DataTable, Input
from until import until, until_shown

from agenda.london import LONDON
from agenda.words import Attending, Presence
from plo_tui.screens.people_here import PeopleHereScreen

if TYPE_CHECKING:
    from pathlib import Path

    from agenda.papers import Papers
    from agenda.records import Attendance


def part_of(papers: Papers, name: str) -> Attendance:
    return next(
        row for row in papers.attendance if papers.name(row.staff_id, row.person_id) == name
    )


def row_of(drawn: str, name: str) -> str:
    return next(line for line in drawn.splitlines() if line.strip().startswith(name))


async def test_everyone_is_marked_by_one_key_and_times_are_kept(tmp_path: Path) -> None:
    async with live_meeting(tmp_path) as live:
        screen = PeopleHereScreen(live.desk, live.papers)
        async with shown(screen, (80, 24)) as (app, pilot):
            assert "0 here now of 5. 5 not marked yet" in picture(app)
            assert "? invited" in row_of(picture(app), "Sam Reed")
            await pilot.press("down", "a", "down", "p", "down")
            live.later(5)
            await pilot.press("l", "E")
            live.later(60)
            await pilot.press("up", "g", "down", "down", "x")
            drawn = await until_shown(pilot, "✗ absent")
            assert "✓ present" in row_of(drawn, "Sam Reed")
            assert "– apologies" in row_of(drawn, "Grace Mensah")
            assert "← left 11:05" in row_of(drawn, "Ms Carter")
            assert "✓ late 10:05" in row_of(drawn, "Mr Carter")
            assert "✗ absent" in row_of(drawn, "Ms Shah")
            assert "father · no solicitor" in drawn
            assert "mother · with Ms Shah" in drawn
            assert "2 here now of 5." in drawn
            await pilot.press("escape")
            await until(pilot, app.was_left)
        assert app.left is True
        kept = await live.read_again()
        assert part_of(kept, "Mr Carter").presence is Presence.LATE
        left_at = part_of(kept, "Ms Carter").left_at
        assert left_at is not None
        assert f"{left_at.astimezone(LONDON):%H:%M}" == "11:05"
        assert part_of(kept, "Ms Shah").represents_id == live.person("Ms Carter").id


async def test_how_they_take_part_changes_but_never_their_time(tmp_path: Path) -> None:
    async with live_meeting(tmp_path) as live:
        async with shown(PeopleHereScreen(live.desk, live.papers), (80, 24)) as (app, pilot):
            await pilot.press("v")
            assert "by video" in row_of(picture(app), "Sam Reed")
            await pilot.press("v", "l")
            assert "by telephone" in row_of(picture(app), "Sam Reed")
            live.later(20)
            await pilot.press("v", "l")
            assert "✓ late 10:00" in row_of(picture(app), "Sam Reed")
        kept = part_of(await live.read_again(), "Sam Reed")
        assert (kept.presence, kept.attending) == (Presence.LATE, Attending.IN_THE_ROOM)


async def test_nothing_changed_says_so(tmp_path: Path) -> None:
    async with live_meeting(tmp_path) as live:
        async with shown(PeopleHereScreen(live.desk, live.papers)) as (app, pilot):
            await pilot.press("d")
            assert "Advice is asked of the parents" in picture(app)
            await pilot.press("escape")
            await until(pilot, app.was_left)
        assert app.left is None


async def test_somebody_of_the_record_is_added_by_the_start_of_a_name(tmp_path: Path) -> None:
    async with live_meeting(tmp_path) as live:
        async with shown(PeopleHereScreen(live.desk, live.papers)) as (app, pilot):
            await pilot.press("+")
            await write(pilot, "pryce")
            await pilot.press("ctrl+s")
            await until_shown(pilot, "✓ present")
            assert "✓ present" in row_of(picture(app), "Mrs Pryce")
            await pilot.press("+")
            await write(pilot, "wanda")
            await pilot.press("tab", "right", "f10")
            await until_shown(pilot, "by video")
            assert "by video" in row_of(picture(app), "Wanda Lis")
            await pilot.press("escape")
            await until(pilot, app.was_left)
        assert app.left is True
        kept = await live.read_again()
        assert part_of(kept, "Wanda Lis").attending is Attending.BY_VIDEO


async def test_somebody_new_is_put_in_the_record_and_is_here(tmp_path: Path) -> None:
    async with live_meeting(tmp_path) as live:
        async with shown(PeopleHereScreen(live.desk, live.papers)) as (app, pilot):
            await pilot.press("+")
            await write(pilot, "Bea Roe")
            await pilot.press("ctrl+s")
            await until_shown(pilot, "In the minutes as")
            await until(pilot, lambda: "Bea Roe" in [i.value for i in app.screen.query(Input)])
            await pilot.press("ctrl+s")
            await until_shown(pilot, "✓ present")
            assert "✓ present" in row_of(picture(app), "Bea Roe")
        kept = await live.read_again()
        assert part_of(kept, "Bea Roe").presence is Presence.PRESENT


async def test_a_click_chooses_a_row_and_marks_nobody(tmp_path: Path) -> None:
    async with (
        live_meeting(tmp_path) as live,
        shown(PeopleHereScreen(live.desk, live.papers)) as (app, pilot),
    ):
        await pilot.click(DataTable, offset=(6, 5))
        await pilot.press("p")
        await until_shown(pilot, "✓ present")
        assert "? invited" in row_of(picture(app), "Sam Reed")
        assert "✓ present" in row_of(picture(app), "Ms Carter")


async def test_advice_is_opened_for_a_parent(tmp_path: Path) -> None:
    async with (
        live_meeting(tmp_path) as live,
        shown(PeopleHereScreen(live.desk, live.papers)) as (app, pilot),
    ):
        await pilot.press("down", "down", "p", "d")
        await until_shown(pilot, "Ms Carter: letter, advice and solicitor")
        await pilot.press("tab", "left", "left", "ctrl+s")
        await until_shown(pilot, "advice had")
        assert "advice had" in row_of(picture(app), "Ms Carter")
