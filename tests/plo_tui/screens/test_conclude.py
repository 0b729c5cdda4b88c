"""The end of a meeting: nothing open is forgotten, and a meeting can always end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from live_meeting import live_meeting, picture, shown, write
from until import until, until_shown

from agenda.concluding import concluding_findings
from agenda.finding import Level
from agenda.words import MeetingState
from plo_tui.screens.conclude import ConcludeScreen, Left, OpenFindings
from plo_tui.store.verbs.reasons import record_reason

if TYPE_CHECKING:
    from pathlib import Path

    from live_meeting import Live


def open_musts(live: Live) -> int:
    found = concluding_findings(live.papers, live.desk.days, live.desk.today())
    return sum(one.level is Level.MUST for one in found)


async def test_an_open_must_stops_the_end_and_says_what_it_is(tmp_path: Path) -> None:
    async with live_meeting(tmp_path) as live:
        count = open_musts(live)
        async with shown(ConcludeScreen(live.desk, live.papers), (80, 24)) as (app, pilot):
            assert f"Still open: {count} must, " in picture(app)
            await pilot.press("f10")
            await until_shown(
                pilot,
                f"{count} things must still be done or passed by a reason.",
                "The first: “Before we start” is not covered yet.",
            )
            await pilot.press("escape")
            await until(pilot, app.was_left)
        assert app.left == Left()
        assert (await live.read_again()).meeting.state is MeetingState.LIVE


async def test_enter_goes_to_where_a_finding_is_put_right(tmp_path: Path) -> None:
    async with live_meeting(tmp_path) as live:
        screen = ConcludeScreen(live.desk, live.papers)
        async with shown(screen) as (app, pilot):
            await pilot.press("down", "enter")
            await until(pilot, app.was_left)
        assert app.left.finding == screen.found[1]
        assert app.left.finding.place == "welcome"
        assert not app.left.stopped


async def test_a_reason_passes_a_must_and_agreed_dates_close_theirs(tmp_path: Path) -> None:
    async with live_meeting(tmp_path) as live:
        count = open_musts(live)
        screen = ConcludeScreen(live.desk, live.papers)
        async with shown(screen) as (app, pilot):
            await pilot.press("r")
            await until_shown(pilot, "Record an exceptional reason")
            await write(pilot, "Done at the door")
            await pilot.press("ctrl+s")
            await until_shown(pilot, f"Still open: {count - 1} must, ")
            assert "1 passed by a reason" in picture(app)
            assert "dates.final" in {one.rule.key for one in screen.found}
            await pilot.press("d")
            await until_shown(pilot, "The reviews' dates")
            await pilot.press("ctrl+s")
            await until_shown(pilot, f"Still open: {open_musts(live)} must, ")
            assert open_musts(live) <= count - 1
            assert "dates.final" not in {one.rule.key for one in screen.found}


async def test_a_meeting_that_could_not_do_its_work_ends_once_it_says_why(tmp_path: Path) -> None:
    async with live_meeting(tmp_path) as live:
        async with shown(ConcludeScreen(live.desk, live.papers), (80, 24)) as (app, pilot):
            await pilot.press("n")
            await until_shown(pilot, "0 must")
            await pilot.press("f10")
            await until_shown(pilot, "write why it was not effective")
            await write(pilot, "nobody came")
            await pilot.press("f10")
            drawn = await until_shown(pilot, "Its minutes are a draft", "plan another one")
            assert "F10" not in drawn
            await pilot.press("enter")
            await until(pilot, app.was_left)
        assert app.left == Left(stopped=True)
        meeting = (await live.read_again()).meeting
        assert meeting.state is MeetingState.CONCLUDED
        assert (meeting.effective, meeting.not_effective_why) == (False, "nobody came")


async def test_shoulds_may_stay_open(tmp_path: Path) -> None:
    async with live_meeting(tmp_path) as live:
        found = concluding_findings(live.papers, live.desk.days, live.desk.today())
        for one in found:
            if one.level is Level.MUST:
                case, meeting = live.papers.case_id, live.papers.meeting.id
                await live.do(record_reason, case, one.rule.key, one.about, "Agreed", meeting)
        async with shown(ConcludeScreen(live.desk, live.papers)) as (app, pilot):
            assert "0 must" in picture(app)
            assert "the meeting can end" in picture(app)
            await pilot.press("ctrl+s")
            await until_shown(
                pilot,
                "the chair approves the minutes, then legal",
                "They should have gone out by Tue 19 Jan 2027.",
            )
            await pilot.click("#go_on")
            await until(pilot, app.was_left)
        assert app.left.stopped
        meeting_now = (await live.read_again()).meeting
        assert meeting_now.effective is True
        assert meeting_now.state is MeetingState.CONCLUDED


async def test_a_click_chooses_a_line_and_a_second_one_goes_there(tmp_path: Path) -> None:
    async with live_meeting(tmp_path) as live:
        screen = ConcludeScreen(live.desk, live.papers)
        async with shown(screen) as (app, pilot):
            await pilot.click(OpenFindings, offset=(4, 4))
            await pilot.press("r")
            await until_shown(pilot, "Record an exceptional reason", "“Welcome”")
            await pilot.press("escape")
            await until_shown(pilot, "Still open")
            await pilot.click(OpenFindings, offset=(4, 4))
            await until(pilot, app.was_left)
        assert app.left.finding.place == "welcome"
