"""The live meeting: what the minute-taker and the chair see while people speak."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from live_meeting import Live, OneScreen, live_meeting, shown
from textual import events
from until import until, until_shown

from agenda.words import EntryKind, LineKind, Presence
from plo_tui.screens.meeting import MeetingScreen
from plo_tui.store.unfinished import read_unfinished
from plo_tui.widgets.case_bar import Kept
from plo_tui.widgets.composer import Composer

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from textual.pilot import Pilot

WIDE, SMALL = (120, 40), (80, 24)


@asynccontextmanager
async def meeting(
    live: Live, size: tuple[int, int] = WIDE
) -> AsyncIterator[tuple[MeetingScreen, Pilot[None]]]:
    """Open the meeting on a screen of its own."""
    screen = MeetingScreen(live.desk, live.papers.case_id, live.papers.meeting.id)
    async with shown(screen, size) as (_app, pilot):
        await until(pilot, lambda: screen.loaded and isinstance(screen.focused, Composer))
        yield screen, pilot


async def typed(pilot: Pilot[None], screen: MeetingScreen, text: str) -> None:
    """Put a paragraph in the composer, press Enter, and wait until it is saved."""
    screen.query_one(Composer).insert(text)
    await pilot.press("enter")
    await until(pilot, lambda: not screen.query_one(Composer).text)


async def test_what_is_typed_is_minuted_under_its_item_and_speaker(tmp_path: Path) -> None:
    async with live_meeting(tmp_path) as live:
        async with meeting(live) as (screen, pilot):
            await pilot.press("f8")
            await until_shown(pilot, "2 Welcome · 0 of 5 min")
            await typed(pilot, screen, "lc: The bathroom is done.")
            await typed(pilot, screen, "And the stairs.")
            await typed(pilot, screen, "/disputed dc: not on 3 May")
            await typed(pilot, screen, '/view lc: "I want them home"')
            await typed(pilot, screen, "/aside [/b] check \x1b[31mthe letter")
            page = await until_shown(pilot, "DISPUTED", "VIEW", "may have to be disclosed")
            assert "Ms Carter: And the stairs." in page
            assert "“I want them home”" in page
            assert "[/b] check" in page
        papers = await live.read_again()
        welcome = papers.items[1].id
        entries = papers.entries_of(welcome)
        said = [(papers.name(None, one.speaker_person_id), one.kind) for one in entries]
        assert said == [
            ("Ms Carter", EntryKind.NOTE),
            ("Ms Carter", EntryKind.NOTE),
            ("Mr Carter", EntryKind.DISPUTED),
            ("Ms Carter", EntryKind.VIEW),
            ("", EntryKind.ASIDE),
        ]
        assert [one.verbatim for one in entries] == [False, False, False, True, False]


async def test_before_anyone_comes_in_whatever_is_typed_is_an_aside(tmp_path: Path) -> None:
    async with live_meeting(tmp_path) as live:
        async with meeting(live) as (screen, pilot):
            await until_shown(pilot, "not minuted: what is typed here is an aside")
            await typed(pilot, screen, "Two doors, two waiting rooms.")
        papers = await live.read_again()
        assert [entry.kind for entry in papers.entries] == [EntryKind.ASIDE]


async def test_half_a_sentence_is_there_after_a_crash_and_stays_with_its_item(
    tmp_path: Path,
) -> None:
    async with live_meeting(tmp_path) as live:
        async with meeting(live) as (screen, pilot):
            await pilot.press("f8", "f8")
            await until_shown(pilot, "3 Advice taken · 0")
            screen.query_one(Composer).insert("lc: half a sen")
            await until(pilot, lambda: screen.kept is Kept.SAVING)
            await until(pilot, lambda: screen.kept is Kept.SAVED)
            me = live.desk.me
            assert me is not None
            left = await live.desk.read(read_unfinished, live.papers.meeting.id, me.id)
            assert left is not None
            assert left.text == "lc: half a sen"
        async with meeting(live) as (screen, pilot):  # as after a kill: nothing else was kept
            composer = screen.query_one(Composer)
            await until(pilot, lambda: composer.text == "lc: half a sen")
            await pilot.press("f8")
            await until_shown(pilot, "4 Our worries · 0")
            composer.insert("tence")
            await pilot.press("enter")
            await until_shown(pilot, "Saved under Advice taken.")
        papers = await live.read_again()
        assert [entry.text for entry in papers.entries_of(papers.items[2].id)] == [
            "half a sentence"
        ]


async def test_words_taken_back_leave_the_next_ones_under_the_item_on_the_table(
    tmp_path: Path,
) -> None:
    async with live_meeting(tmp_path) as live:
        async with meeting(live) as (screen, pilot):
            await pilot.press("f8")
            composer = screen.query_one(Composer)
            composer.insert("never mind")
            await until(pilot, lambda: screen.kept is Kept.SAVING)
            await until(pilot, lambda: screen.kept is Kept.SAVED)
            composer.clear()
            await until(pilot, lambda: screen.capturing.begun_under is None)
            await pilot.press("f8")
            await until_shown(pilot, "3 Advice taken · 0")
            await typed(pilot, screen, "Ms Shah has read the letter.")
        papers = await live.read_again()
        assert [entry.item_id for entry in papers.entries] == [papers.items[2].id]


async def test_the_agenda_is_walked_in_any_order_without_leaving_the_composer(
    tmp_path: Path,
) -> None:
    async with live_meeting(tmp_path) as live, meeting(live) as (screen, pilot):
        await typed(pilot, screen, "/jump 11")
        await until_shown(pilot, "● 11 The plan")
        await pilot.press("f6")
        await until_shown(pilot, "● 1 Before we start")
        await pilot.press("f9")
        await until_shown(pilot, "● 2 Welcome", "‖ 1 Before we start")
        await pilot.press("ctrl+t", "alt+3")
        await until_shown(pilot, "✓ 1 ", "✓ 3 ", "▸ 2 ")
        await pilot.press("f7")
        await until_shown(pilot, "● 1 Before we start")
        assert isinstance(screen.focused, Composer)


async def test_two_quick_keys_tick_two_prompts_and_a_number_takes_its_tick_away(
    tmp_path: Path,
) -> None:
    async with live_meeting(tmp_path) as live, meeting(live) as (_screen, pilot):
        for _ in range(2):  # both are waiting before the first is done
            pilot.app.post_message(events.Key("ctrl+t", None))
        await until_shown(pilot, "✓ 1 ", "✓ 2 ", "▸ 3 ")
        await pilot.press("alt+1")
        await until_shown(pilot, "▸ 1 ", "✓ 2 ")
        await pilot.press("alt+9")
        await until_shown(pilot, "No prompt 9.")


async def test_what_is_said_of_a_worry_stands_beneath_it_without_its_number(tmp_path: Path) -> None:
    async with live_meeting(tmp_path) as live:
        async with meeting(live) as (screen, pilot):
            await pilot.press("f8", "f8", "f8")
            await until_shown(pilot, "4 Our worries")
            await typed(pilot, screen, "/agreed lc: worry 1: the kitchen was not clean")
            await typed(pilot, screen, "/disputed dc: Worry 2's date is wrong")
            await typed(pilot, screen, '/agreed lc: "worry 1: yes"')
            await typed(pilot, screen, "/disputed dc: worry 7: not what worry 2 says")
        papers = await live.read_again()
        first, second = (concern.id for concern in papers.concerns[:2])
        assert [(one.concern_id, one.text) for one in papers.entries] == [
            (first, "The kitchen was not clean"),
            (second, "Worry 2's date is wrong"),
            (first, "worry 1: yes"),
            (second, "worry 7: not what worry 2 says"),
        ]


async def test_a_plan_line_is_captured_with_its_date_inside_the_window(tmp_path: Path) -> None:
    async with live_meeting(tmp_path) as live:
        async with meeting(live) as (screen, pilot):
            composer = screen.query_one(Composer)
            await typed(
                pilot,
                screen,
                "/action Clear the stairs @dc by fri wk 3 known by a visit worry 1 for JC",
            )
            await until_shown(pilot, "is in the plan: Fri 29 Jan 2027 · week 3 · working day")
            composer.insert("/action Paint the hall by 30 feb")
            await pilot.press("enter")
            await until_shown(pilot, "February 2027 has days 1 to 28")
            assert composer.text == "/action Paint the hall by 30 feb"
        papers = await live.read_again()
        line = papers.plan[-1]
        assert (line.kind, line.what, line.measure) == (
            LineKind.ACTION,
            "Clear the stairs",
            "a visit",
        )
        assert papers.name(None, line.owner_person_id) == "Mr Carter"
        assert [child.initials for child in papers.line_children(line.id)] == ["JC"]


async def test_coming_and_going_asks_nothing(tmp_path: Path) -> None:
    async with live_meeting(tmp_path) as live:
        async with meeting(live) as (screen, pilot):
            await typed(pilot, screen, "/here lc")
            await typed(pilot, screen, "/late dc")
            await typed(pilot, screen, "/left dc")
            await pilot.press("ctrl+o")
            await until_shown(pilot, "← Mr Carter", "✓ Ms Carter")
        papers = await live.read_again()
        rows = {papers.name(row.staff_id, row.person_id): row for row in papers.attendance}
        assert rows["Ms Carter"].presence is Presence.PRESENT
        assert rows["Mr Carter"].presence is Presence.LEFT
        assert rows["Mr Carter"].arrived_at is not None


async def test_a_paragraph_is_changed_moved_withdrawn_brought_back_and_found(
    tmp_path: Path,
) -> None:
    async with live_meeting(tmp_path) as live, meeting(live) as (screen, pilot):
        await pilot.press("f8")
        await typed(pilot, screen, "The kitchen is clean.")
        await pilot.press("f2")
        composer = screen.query_one(Composer)
        await until(pilot, lambda: composer.text == "The kitchen is clean.")
        composer.insert(" And safe.")
        await pilot.press("enter")
        await until_shown(pilot, "The kitchen is clean. And safe.")
        await until(pilot, lambda: not composer.text)
        await pilot.press("alt+w")
        await until_shown(pilot, "withdrawn")
        await pilot.press("alt+r")
        await until(pilot, lambda: len(screen.papers.entries_of(screen.item.id)) == 1)
        await pilot.press("alt+m", "down", "enter")
        await until_shown(pilot, "Moved to Advice taken.")
        await pilot.press("alt+u")
        await until_shown(pilot, "Undone.", "And safe.")
        await typed(pilot, screen, "/find KITCHEN")
        await until_shown(pilot, "1 of 1")
        await pilot.press("escape")
        assert isinstance(screen.focused, Composer)


async def test_what_cannot_be_saved_stays_where_it_was_typed(tmp_path: Path) -> None:
    async with live_meeting(tmp_path) as live, meeting(live, SMALL) as (screen, pilot):
        composer = screen.query_one(Composer)
        composer.insert("/lft dc")
        await pilot.press("enter")
        await until_shown(pilot, "There is no /lft. Did you mean /left?")
        assert composer.text == "/lft dc"
        composer.clear()
        composer.insert("x" * 100_000)
        await pilot.press("enter")
        await until_shown(pilot, "This is 100,000 characters long")
        assert len(composer.text) == 100_000


async def test_findings_wait_and_each_is_one_key_from_its_place(tmp_path: Path) -> None:
    async with live_meeting(tmp_path) as live, meeting(live, SMALL) as (screen, pilot):
        await pilot.press("f8", "f8")
        await until_shown(pilot, "3 Advice taken · 0")
        await pilot.press("f4")
        await until_shown(pilot, "MUST: to do before going on", "Before we start")
        await pilot.press("f4")  # the key that opened it closes it
        await pilot.press(*"so")
        page = await until_shown(pilot, "3 Advice taken · 0", "so")
        assert "MUST: to do" not in page
        await pilot.press("backspace", "backspace", "f4")
        await until_shown(pilot, "MUST: to do before going on", "Before we start")
        await pilot.press("enter")
        await until_shown(pilot, "1 Before we start · 0")
        assert isinstance(screen.focused, Composer)


async def test_a_new_paragraph_reads_nothing_again(tmp_path: Path) -> None:
    """A live meeting never reads its thousand entries again: the verb hands over what changed."""
    async with live_meeting(tmp_path) as live, meeting(live) as (screen, pilot):
        papers = screen.papers
        await pilot.press("f8")
        await typed(pilot, screen, "One.")
        await typed(pilot, screen, "Two.")
        assert screen.papers is papers
        assert [type(row).__name__ for row in screen.capturing.changed] == ["Entry"]


async def test_everything_fits_at_the_smallest_size(tmp_path: Path) -> None:
    async with live_meeting(tmp_path) as live, meeting(live, SMALL) as (screen, pilot):
        page = await until_shown(pilot, "F8 next", "F1 help ^p commands", "Agenda 1 of 15")
        lines = page.splitlines()
        assert lines[-1].rstrip().endswith("F1 help  ^p commands")
        assert "12 Jan ├" in lines[-2]
        assert isinstance(screen.app, OneScreen)
