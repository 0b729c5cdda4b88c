"""Pausing, an urgent matter, adjourning and resuming in the live meeting, as the chair sees it."""

from __future__ import annotations

from contextlib import asynccontextmanager
from datetime import date, timedelta
from typing import TYPE_CHECKING

from live_meeting import live_meeting, picture, shown
from until import until, until_shown, write

from agenda.decision_words import WhoWasTold
from agenda.minuting import minutes_of
from agenda.records import new_key
from agenda.words import EntryKind, MeetingKind, MeetingState, Presence
from plo_tui.screens.begin_meeting import begin, question
from plo_tui.screens.case_next import next_step
from plo_tui.screens.conclude import ConcludeScreen, Left
from plo_tui.screens.meeting import MeetingScreen
from plo_tui.screens.people_here import PeopleHereScreen
from plo_tui.screens.sitting_form import SittingForm
from plo_tui.store.reading.papers import read_papers, read_papers_with_legal_planning
from plo_tui.store.verbs import meeting as meeting_verbs
from plo_tui.store.verbs import safety, sittings
from plo_tui.widgets.composer import Composer

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from live_meeting import Live
    from textual.pilot import Pilot

WIDE, SMALL = (120, 40), (80, 24)


@asynccontextmanager
async def meeting(
    live: Live, size: tuple[int, int] = WIDE
) -> AsyncIterator[tuple[MeetingScreen, Pilot[None]]]:
    """Open the meeting on a screen of its own."""
    screen = MeetingScreen(live.desk, live.papers.case_id, live.papers.meeting.id)
    async with shown(screen, size) as (_app, pilot):
        await until(pilot, lambda: screen.loaded)
        yield screen, pilot


async def typed(pilot: Pilot[None], screen: MeetingScreen, text: str) -> None:
    """Put a line in the composer, press Enter, and wait until it is done."""
    screen.query_one(Composer).insert(text)
    await pilot.press("enter")
    await until(pilot, lambda: not screen.query_one(Composer).text)


async def test_a_pause_is_one_key_and_every_clock_stands_still(tmp_path: Path) -> None:
    async with live_meeting(tmp_path) as live, meeting(live, SMALL) as (screen, pilot):
        await pilot.press("f8")
        await until_shown(pilot, "2 Welcome")
        live.later(42)
        await pilot.press("alt+insert")
        await until_shown(pilot, "Paused since 10:42")
        live.later(13)
        screen.tick()
        page = await until_shown(pilot, "2 Welcome · 42 of 5 min", "Paused since 10:42")
        assert "why" not in page.casefold()
        assert screen.standing.elapsed == "‖ 00:42 paused"
        assert isinstance(screen.focused, Composer)
        await typed(pilot, screen, "lc: I need a moment.")
        await until_shown(pilot, "Paused since 10:42. /resume goes on", "I need a moment.")
        await typed(pilot, screen, "/pause")
        await until_shown(pilot, "This meeting is paused already")
        await pilot.press("alt+insert")
        await until_shown(pilot, "The meeting goes on.")
        live.later(5)
        screen.tick()
        await until_shown(pilot, "2 Welcome · 47 of 5 min")
        assert "Paused" not in picture(pilot.app)
        assert screen.standing.elapsed == "● 00:47"
        papers = await live.read_again()
        [pause] = papers.pauses
        assert pause.ended_at is not None
        assert pause.ended_at - pause.began_at == timedelta(minutes=13)
        assert minutes_of(papers, 1).sittings[0].pauses == ("10:42 to 10:55",)


async def test_the_word_pauses_and_undo_takes_the_pause_back(tmp_path: Path) -> None:
    async with live_meeting(tmp_path) as live, meeting(live) as (screen, pilot):
        live.later(10)
        await typed(pilot, screen, "/pause")
        await until_shown(pilot, "Paused since 10:10")
        await pilot.press("alt+u")
        await until_shown(pilot, "Undone.")
        await until(pilot, lambda: "Paused since" not in picture(pilot.app))
        assert screen.standing.elapsed == "● 00:10"
        await typed(pilot, screen, "/resume")
        await until_shown(pilot, "This meeting is not paused.")


async def test_an_urgent_matter_is_minuted_told_and_suspends_with_nothing_in_the_way(
    tmp_path: Path,
) -> None:
    async with live_meeting(tmp_path) as live:
        async with meeting(live, SMALL) as (screen, pilot):
            await pilot.press("f8")
            await until_shown(pilot, "2 Welcome")
            live.later(50)
            await typed(pilot, screen, "/urgent He was hit this morning.")
            await until_shown(pilot, "An urgent matter", "He was hit this morning.", "10:50")
            await pilot.press("tab", "tab")
            await write(pilot, "Ms Holt 10:45")
            await pilot.press("tab", "tab")
            await write(pilot, "now")
            await until_shown(pilot, "Ms Holt, told at 10:45", "Told now")
            await pilot.press("ctrl+s")
            await until_shown(
                pilot,
                "URGENT",
                "Told: legal (Ms Holt) 10:45; police 10:50.",
                "/resume goes on, /adjourn stops for today, F10 ends the meeting",
                "Paused since 10:50",
            )
            live.later(5)
            await typed(pilot, screen, "/urgent")
            await until_shown(pilot, "10:50 He was hit this morning.", "Told so far: legal")
            await pilot.press("tab", "tab")
            await write(pilot, "Ms Reed")
            await pilot.press("ctrl+s")
            await until_shown(pilot, "head of service (Ms Reed) 10:55")
            await pilot.press("f10")
            await until_shown(pilot, "Still open")
            await pilot.press("n")
            await until_shown(pilot, "Still open: 0 must, 0 should")
            await write(pilot, "an urgent matter")
            await pilot.press("f10")
            await until_shown(pilot, "The meeting has ended")
        papers = await live.read_again()
        [entry] = papers.entries
        assert (entry.kind, entry.item_id) == (EntryKind.URGENT, papers.items[1].id)
        assert [row.who for row in papers.told(entry.id)] == [
            WhoWasTold.LEGAL, WhoWasTold.POLICE, WhoWasTold.HEAD_OF_SERVICE,
        ]  # fmt: skip
        assert papers.meeting.effective is False
        assert all(row.ended_at for row in papers.pauses)


async def test_an_urgent_form_says_what_is_missing_and_loses_nothing(tmp_path: Path) -> None:
    async with live_meeting(tmp_path) as live, meeting(live) as (_screen, pilot):
        await pilot.press("alt+delete")
        await until_shown(pilot, "No document prints it")
        await pilot.press("tab", "tab")
        await write(pilot, "Ms Holt 11:30")
        await pilot.press("ctrl+s")
        await until_shown(pilot, "Write in a sentence what has happened.")
        await write(pilot, "He rang.")
        await pilot.press("ctrl+s")
        await until_shown(pilot, "type when they were told", "Ms Holt 11:30", "He rang.")
        papers = await live.read_again()
        assert papers.entries == []
        assert papers.pauses == []


async def test_adjourned_from_the_end_and_resumed_next_week(tmp_path: Path) -> None:
    async with live_meeting(tmp_path) as live:
        async with meeting(live, SMALL) as (screen, pilot):
            await pilot.press("f8")
            await until_shown(pilot, "2 Welcome")
            await typed(pilot, screen, "lc: The bathroom is done.")
            live.later(30)
            await pilot.press("f10")
            await until_shown(pilot, "Still open")
            await pilot.press("a")
            await until_shown(pilot, "Adjourn to another day")
            await write(pilot, "19 jan")
            await pilot.press("tab")
            await write(pilot, "10am")
            await until_shown(pilot, "Tue 19 Jan")
            await pilot.press("ctrl+s")
            await until(pilot, lambda: not isinstance(pilot.app.screen, ConcludeScreen))
        case = live.papers.case_id
        whole = read_papers_with_legal_planning
        papers = await live.desk.read(whole, case, None, live.desk.policy)
        assert next_step(papers) == (
            "Next: the initial meeting resumes, Tue 19 Jan 2027 at 10:00",
            "open_meeting",
        )
        [row] = await live.desk.home()
        assert (row.stage, row.next_on) == ("adjourned", date(2027, 1, 19))
        live.now += timedelta(days=7)
        async with meeting(live, SMALL) as (screen, pilot):
            await until_shown(pilot, "Resume the initial meeting of", "Adjourned to Tue 19 Jan")
            await pilot.press("escape")
            await until_shown(pilot, "The bathroom is done.", "/resume goes on")
            assert screen.standing.elapsed == "adjourned"
            screen.query_one(Composer).insert("One thing more.")
            await pilot.press("enter")
            await until_shown(pilot, "Resume the meeting first", "One thing more.")
            screen.query_one(Composer).clear()
            await typed(pilot, screen, "/resume")
            await until_shown(pilot, "Resume the initial meeting of")
            await pilot.press("ctrl+s")
            await until(pilot, lambda: pilot.app.screen is screen)
            await until(pilot, lambda: screen.standing.elapsed == "● 00:30")
            await until_shown(pilot, "This sitting has begun. Mark who is here")
            assert screen.standing.sitting == "second sitting"
            assert screen.standing.day == date(2027, 1, 19)
            await typed(pilot, screen, "The stairs are done too.")
            await until_shown(pilot, "The stairs are done too.")
        kept = await live.read_again()
        assert kept.meeting.state is MeetingState.LIVE
        said = [row for part in minutes_of(kept, 1).sections for row in part.paragraphs]
        assert [(row.sitting, row.sitting_line) for row in said] == [
            (1, ""),
            (2, "Second sitting, Tuesday 19 January 2027"),
        ]
        assert kept.window is not None
        assert kept.window.start == date(2027, 1, 12)


async def test_a_day_not_agreed_yet_is_said_so_and_can_be_agreed_later(tmp_path: Path) -> None:
    async with live_meeting(tmp_path) as live, meeting(live) as (_screen, pilot):
        await pilot.press(*"/adjourn", "enter")
        await until_shown(pilot, "Adjourn to another day")
        await pilot.press("ctrl+s")
        await until_shown(pilot, "Adjourned, no day agreed yet. /resume goes on")
        case = live.papers.case_id
        papers = await live.desk.read(read_papers_with_legal_planning, case)
        assert next_step(papers)[0].endswith("resumes, on a day not agreed yet")
        [row] = await live.desk.home()
        assert (row.stage, row.next_on) == ("adjourned", None)
        await pilot.press(*"/adjourn", "enter")
        await until_shown(pilot, "When the adjourned meeting goes on")
        await write(pilot, "11/1/2027")
        await pilot.press("ctrl+s")
        await until_shown(pilot, "That day has passed")


async def test_adjourning_is_the_third_choice_at_the_end(tmp_path: Path) -> None:
    async with live_meeting(tmp_path) as live:
        async with shown(ConcludeScreen(live.desk, live.papers), SMALL) as (app, pilot):
            await pilot.press("shift+tab", "right", "right")
            await until_shown(pilot, "Nothing stands in the way: F10 asks when and where")
            await pilot.press("f10")
            await until_shown(pilot, "Adjourn to another day")
            await pilot.press("ctrl+s")
            await until(pilot, app.was_left)
        assert app.left == Left(stopped=True)
        assert (await live.read_again()).meeting.adjourned_at is not None


async def test_each_parent_has_a_sitting_of_their_own(tmp_path: Path) -> None:
    async with live_meeting(tmp_path) as live:
        mother, father = live.person("Ms Carter"), live.person("Mr Carter")
        async with meeting(live, SMALL) as (screen, pilot):
            await typed(pilot, screen, "/sitting")
            page = await until_shown(pilot, "Whom this sitting is with")
            assert "Nothing has been said in it yet" in page
            form = pilot.app.screen
            assert isinstance(form, SittingForm)
            box = form.field("who").boxes[father.id]  # type: ignore[attr-defined]
            box.focus()
            await pilot.press("space")
            await until_shown(pilot, "with Ms Carter")
            await pilot.press("ctrl+s")
            await until(pilot, lambda: pilot.app.screen is screen)
            await until_shown(pilot, "JC, TC, MC CARTER · with Ms Carter · ● 00:00")
            await pilot.press("f8")
            await until_shown(pilot, "2 Welcome")
            await typed(pilot, screen, "lc: I was afraid of him.")
            await pilot.press(*"/sitting", "enter")
            await until_shown(pilot, "Another sitting, from now")
            form = pilot.app.screen
            assert isinstance(form, SittingForm)
            boxes = form.field("who").boxes  # type: ignore[attr-defined]
            for key in (mother.id, father.id):
                boxes[key].focus()
                await pilot.press("space")
            await until_shown(pilot, "Called with Mr Carter")
            await until_shown(pilot, "Ms Shah acts for Ms Carter, who is not ticked.")
            await pilot.press("ctrl+s")
            await until(pilot, lambda: pilot.app.screen is screen)
            await typed(pilot, screen, "dc: She never told me.")
            await pilot.press("ctrl+o")
            await pilot.press("ctrl+o")
            page = await until_shown(pilot, "Mr Carter (DC)")
            assert "Ms Carter (LC)" not in page
        papers = await live.read_again()
        first, second = minutes_of(papers, 1).sittings
        assert (first.called, second.called) == ("with Ms Carter", "with Mr Carter")
        there = {row.person_id for row in papers.attendance
                 if row.sitting_id == papers.sittings[1].id}  # fmt: skip
        assert father.id in there
        assert mother.id not in there


async def test_whom_it_is_kept_from_is_asked_about_before_both_sit(tmp_path: Path) -> None:
    async with live_meeting(tmp_path) as live:
        mother, father = live.person("Ms Carter"), live.person("Mr Carter")
        await live.do(
            safety.keep_apart, live.papers.case_id, new_key(), mother.id, father.id, "an order"
        )
        async with meeting(live, SMALL) as (screen, pilot):
            await until_shown(pilot, "JC, TC, MC CARTER")
            await pilot.press("f8")
            await typed(pilot, screen, "lc: I was afraid of him.")
            await pilot.press(*"/sitting", "enter")
            await until_shown(pilot, "Another sitting, from now")
            form = pilot.app.screen
            assert isinstance(form, SittingForm)
            await until_shown(pilot, "Called with Ms Carter")  # one of them alone is offered
            form.field("who").boxes[father.id].focus()  # type: ignore[attr-defined]
            await pilot.press("space")
            await until_shown(pilot, "Ms Carter and Mr Carter must not meet.")
            await pilot.press("ctrl+s")
            await until_shown(pilot, "Take a tick away; saving again sits with both.")
            form.field("who").boxes[father.id].focus()  # type: ignore[attr-defined]
            await pilot.press("space")
            await until_shown(pilot, "Called with Ms Carter")
            await pilot.press("ctrl+s")
            await until(pilot, lambda: pilot.app.screen is screen)
            await typed(pilot, screen, "lc: I went to my sister.")
            await pilot.press(*"/sitting", "enter")
            await until_shown(pilot, "Called with Mr Carter")  # the one who waited is offered
        papers = await live.read_again()
        assert [one.called for one in papers.sittings] == ["", "with Ms Carter"]


async def test_a_meeting_begins_with_one_of_two_who_must_not_meet(tmp_path: Path) -> None:
    async with live_meeting(tmp_path) as live:
        mother, father = live.person("Ms Carter"), live.person("Mr Carter")
        case, key = live.papers.case_id, new_key()
        await live.do(safety.keep_apart, case, new_key(), mother.id, father.id)
        episode, chair = live.papers.episode.id, live.papers.case.chair_id
        midway, when = MeetingKind.MIDWAY, live.papers.meeting.planned_on
        values: meeting_verbs.MeetingValues = {"planned_on": when, "chair_id": chair}
        await live.do(meeting_verbs.plan_meeting, episode, key, midway, values)
        papers = await live.desk.read(read_papers, case)
        planned = papers.find("Meeting", key)
        assert planned is not None
        asked = question(papers, planned, live.desk.me, live.desk.today())
        async with shown(asked, WIDE) as (_app, pilot):
            page = await until_shown(pilot, "Ms Carter and Mr Carter must not meet.")
            invited = page.partition("Invited:")[2].partition("Others can")[0]
            assert "Ms Carter" in invited
            assert "Mr Carter" not in invited
        await begin(live.desk, papers, planned)
        begun = await live.desk.read(read_papers, case, key)
        there = {row.person_id for row in begun.attendance}
        assert begun.sittings[0].called == "with Ms Carter"
        assert mother.id in there
        assert father.id not in there


async def test_who_was_at_the_sitting_before_can_still_be_marked(tmp_path: Path) -> None:
    async with live_meeting(tmp_path) as live:
        key, mother = live.papers.meeting.id, live.person("Ms Carter")
        await live.do(sittings.adjourn, key)
        await live.do(sittings.resume_meeting, key, [], [mother.id], "", "with Ms Carter")
        async with shown(PeopleHereScreen(live.desk, live.papers), SMALL) as (_app, pilot):
            page = await until_shown(pilot, "Who is here · Second sitting", "with Ms Carter")
            assert "Mr Carter" not in page
            await pilot.press("s")
            await until_shown(pilot, "First sitting, Tuesday 12 January 2027", "Mr Carter")
            await pilot.press("E")
            await until_shown(pilot, "here now of 5")
            await pilot.press("l")
            await until_shown(pilot, "This sitting has ended, so nobody comes or leaves now.")
        papers = await live.read_again()
        first, second = papers.sittings
        marks = {(row.sitting_id, row.person_id): row.presence for row in papers.attendance}
        assert marks[first.id, mother.id] is Presence.PRESENT
        assert marks[second.id, mother.id] is Presence.INVITED


async def test_a_concluded_meeting_neither_pauses_nor_adjourns(tmp_path: Path) -> None:
    async with live_meeting(tmp_path) as live:
        await live.do(meeting_verbs.conclude, live.papers.meeting.id, effective=True)
        async with meeting(live) as (screen, pilot):
            for keys in ("alt+insert", "alt+delete"):
                await pilot.press(keys)
                await until_shown(pilot, "This meeting is not running.")
                screen.say("")
