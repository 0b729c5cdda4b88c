"""The end of a meeting: nothing open is forgotten, and a meeting can always end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from live_meeting import live_meeting, picture, shown, write

from agenda.concluding import concluding_findings
from agenda.finding import Level
from agenda.words import MeetingState
from plo_tui.screens.conclude import ConcludeScreen, Left
from plo_tui.store.verbs.planning import record_reason

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
            await pilot.pause()
            said = " ".join(picture(app).split())
            assert f"{count} things must still be done or passed by a reason." in said
            assert "The first: “Before we start” is not covered yet." in said
            await pilot.press("escape")
        assert app.left == Left()
        assert (await live.read_again()).meeting.state is MeetingState.LIVE


async def test_enter_goes_to_where_a_finding_is_put_right(tmp_path: Path) -> None:
    async with live_meeting(tmp_path) as live:
        screen = ConcludeScreen(live.desk, live.papers)
        async with shown(screen) as (app, pilot):
            await pilot.press("down", "enter")
            await pilot.pause()
        assert app.left.finding == screen.found[1]
        assert app.left.finding.place == "welcome"
        assert not app.left.concluded


async def test_a_reason_passes_a_must_and_agreed_dates_close_theirs(tmp_path: Path) -> None:
    async with live_meeting(tmp_path) as live:
        count = open_musts(live)
        async with shown(ConcludeScreen(live.desk, live.papers)) as (app, pilot):
            await pilot.press("r")
            await pilot.pause()
            await write(pilot, "Done at the door")
            await pilot.press("ctrl+s")
            await pilot.pause()
            assert f"Still open: {count - 1} must, " in picture(app)
            assert "1 passed by a reason" in picture(app)
            assert "needs a date" in " ".join(one.sentence for one in app.first.found)  # type: ignore[attr-defined]
            await pilot.press("d")
            await pilot.pause()
            await pilot.press("ctrl+s")
            await pilot.pause()
            assert f"Still open: {open_musts(live)} must, " in picture(app)
            assert open_musts(live) <= count - 1
            rules = {one.rule.key for one in app.first.found}  # type: ignore[attr-defined]
            assert "dates.final" not in rules


async def test_a_meeting_that_could_not_do_its_work_ends_once_it_says_why(tmp_path: Path) -> None:
    async with live_meeting(tmp_path) as live:
        async with shown(ConcludeScreen(live.desk, live.papers), (80, 24)) as (app, pilot):
            await pilot.press("n")
            await pilot.pause()
            assert "0 must" in picture(app)
            await pilot.press("f10")
            await pilot.pause()
            assert "write why it was not effective" in picture(app)
            await write(pilot, "nobody came")
            await pilot.press("f10")
            await pilot.pause()
            drawn = picture(app)
            assert "Its minutes are a draft" in drawn
            assert "plan another one" in drawn
            assert "F10" not in drawn
            await pilot.press("enter")
        assert app.left == Left(concluded=True)
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
            await pilot.pause()
            drawn = picture(app)
            assert "the chair approves the minutes, then legal" in drawn
            assert "They should have gone out by Tue 19 Jan 2027." in drawn
            await pilot.click("#go_on")
        assert app.left.concluded
        meeting_now = (await live.read_again()).meeting
        assert meeting_now.effective is True
        assert meeting_now.state is MeetingState.CONCLUDED
