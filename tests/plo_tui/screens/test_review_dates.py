"""The reviews' dates: suggested by the timetable, agreed only when saved."""

from __future__ import annotations

from datetime import date, time
from typing import TYPE_CHECKING

from live_meeting import live_meeting, picture, shown, write
from live_review import begin_review
from textual.widgets import Input
from until import until, until_shown

from agenda.decision_words import Outcome
from agenda.meeting_facts import final_review, midway_review
from agenda.words import MeetingKind
from plo_tui.screens.review_dates import ReviewDatesScreen
from plo_tui.store.verbs.deciding import DecisionValues, record_decision

if TYPE_CHECKING:
    from pathlib import Path

    from live_meeting import Live
    from textual.pilot import Pilot

SUGGESTED = "Suggested: 12 weeks on. Not agreed yet."


async def retype(pilot: Pilot[None], screen: ReviewDatesScreen, key: str, text: str) -> None:
    editor = screen.field(key).query_one(Input)
    editor.focus()
    editor.value = ""
    await write(pilot, text)


async def test_a_suggestion_is_only_that_until_it_is_saved(tmp_path: Path) -> None:
    async with live_meeting(tmp_path) as live:
        async with shown(ReviewDatesScreen(live.desk, live.papers), (80, 24)) as (app, pilot):
            assert "Tue 6 Apr 2027 · week 12 · working day" in picture(app)
            assert SUGGESTED in picture(app)
            await pilot.press("escape")
        assert app.left is None
        assert (await live.read_again()).planned_reviews == []
        async with shown(ReviewDatesScreen(live.desk, live.papers)) as (app, pilot):
            await pilot.press("ctrl+s")
            await until(pilot, app.was_left)
        assert app.left is True
        review = final_review(await live.read_again())
        assert review is not None
        assert (review.planned_on, review.planned_at) == (date(2027, 4, 6), time(10))
        assert review.place == "Civic Offices, Room 3"
        assert review.chair_id == live.papers.meeting.chair_id
        assert midway_review(live.papers) is None
        async with shown(ReviewDatesScreen(live.desk, live.papers)) as (app, pilot):
            assert "6 Apr 2027" in picture(app)
            assert "uggest" not in picture(app)


async def test_what_is_wrong_with_a_date_is_said_while_it_is_typed(tmp_path: Path) -> None:
    async with live_meeting(tmp_path) as live:
        screen = ReviewDatesScreen(live.desk, live.papers)
        async with shown(screen) as (app, pilot):
            await retype(pilot, screen, "final_on", "26 mar")
            assert "Fri 26 Mar 2027 · week 11 · Good Friday" in picture(app)
            assert SUGGESTED not in picture(app)
            await retype(pilot, screen, "final_on", "9 apr 2027")
            assert "week 13, after the window ends (6 Apr)" in picture(app)
            await retype(pilot, screen, "final_on", "30 feb")
            await pilot.press("ctrl+s")
            assert app.left == "still open"
            assert "February 2027 has days 1 to 28" in picture(app)
            await retype(pilot, screen, "final_on", "")
            await pilot.press("ctrl+s")
            assert "Type the day of the final review" in picture(app)


async def agree_midway(live: Live) -> None:
    screen = ReviewDatesScreen(live.desk, live.papers)
    async with shown(screen) as (app, pilot):
        assert "6 weeks on" not in picture(app)
        screen.field("midway").focus_editor()
        await pilot.press("space")
        assert "Suggested: 6 weeks on. Not agreed yet." in picture(app)
        await retype(pilot, screen, "midway_on", "fri wk 6")
        await retype(pilot, screen, "midway_at", "2.15 pm")
        await retype(pilot, screen, "midway_place", "The school [/b]")
        await pilot.press("ctrl+s")
        await until(pilot, app.was_left)


async def test_a_midway_review_is_booked_where_wanted_and_can_be_taken_back(
    tmp_path: Path,
) -> None:
    async with live_meeting(tmp_path) as live:
        await agree_midway(live)
        midway = midway_review(await live.read_again())
        assert midway is not None
        assert (midway.planned_on, midway.planned_at) == (date(2027, 2, 19), time(14, 15))
        assert midway.place == "The school [/b]"
        screen = ReviewDatesScreen(live.desk, live.papers)
        async with shown(screen) as (app, pilot):
            assert "The school [/b]" in picture(app)
            screen.field("midway").focus_editor()
            await pilot.press("space", "ctrl+s")
            await until(pilot, app.was_left)
        kept = await live.read_again()
        assert midway_review(kept) is None
        assert final_review(kept) is not None


async def test_a_place_that_fell_through_is_cleared(tmp_path: Path) -> None:
    async with live_meeting(tmp_path) as live:
        for place in ("Westgate House", ""):
            screen = ReviewDatesScreen(live.desk, live.papers)
            async with shown(screen) as (app, pilot):
                await retype(pilot, screen, "final_place", place)
                await pilot.press("f10")
                await until(pilot, app.was_left)
            review = final_review(await live.read_again())
            assert review is not None
            assert review.place == place


async def test_after_an_extension_the_final_review_is_suggested_at_its_end(tmp_path: Path) -> None:
    async with live_meeting(tmp_path) as live:
        await begin_review(live, MeetingKind.FINAL)
        children = [child.id for child in live.papers.children]
        extend: DecisionValues = {"new_end": date(2027, 5, 16), "tracker_on": date(2027, 4, 15)}
        await live.do(record_decision, live.papers.meeting.id, children, Outcome.EXTEND, extend)
        async with shown(ReviewDatesScreen(live.desk, live.papers), (80, 24)) as (_app, pilot):
            await until_shown(pilot, "Fri 14 May 2027 · week 18", "working day of the extension")
            await pilot.press("ctrl+s")
        review = final_review(await live.read_again())
        assert review is not None
        assert review.planned_on == date(2027, 5, 14)
