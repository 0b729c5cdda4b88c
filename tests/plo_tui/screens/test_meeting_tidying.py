"""Captured in haste in a live meeting: unplaced, set to its time, abbreviations, unfinished."""

from __future__ import annotations

from typing import TYPE_CHECKING

from live_meeting import live_meeting
from test_meeting import meeting, typed
from until import until, until_shown

from agenda.words import EntryKind
from plo_tui.settings import read_settings
from plo_tui.store.unfinished import read_unfinished
from plo_tui.widgets.case_bar import Kept
from plo_tui.widgets.composer import Composer

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


async def test_what_cannot_be_placed_now_is_saved_in_one_key_and_counted(tmp_path: Path) -> None:
    async with live_meeting(tmp_path) as live:
        async with meeting(live, (80, 24)) as (screen, pilot):
            composer = screen.query_one(Composer)
            await pilot.press("alt+down")
            await until_shown(pilot, "Type it first, then this key")
            await pilot.press("f8")
            composer.insert("lc: The landlord was told in May.")
            await pilot.press("alt+down")
            await until_shown(pilot, "1 unplaced", "Ms Carter ▸")
            assert composer.text == ""
            assert screen.focused is composer
            await typed(pilot, screen, "/unplaced /view I was not asked.")
            page = await until_shown(pilot, "2 unplaced")
            assert "The landlord" not in page, "it is in no item"
            await typed(pilot, screen, "/unplaced")
            await until_shown(pilot, "2 unplaced: /tidy gives each its item.")
            await typed(pilot, screen, "/find landlord")
            await until_shown(pilot, "Only an unplaced paragraph")
        papers = await live.read_again()
        said = [(row.text, row.kind, row.item_id) for row in papers.entries]
        assert said == [
            ("The landlord was told in May.", EntryKind.NOTE, None),
            ("I was not asked.", EntryKind.VIEW, None),
        ]
        mother = live.person("Ms Carter").id
        assert {row.speaker_person_id for row in papers.entries} == {mother}


async def test_an_unplaced_paragraph_is_taken_back_and_the_count_with_it(tmp_path: Path) -> None:
    async with live_meeting(tmp_path) as live, meeting(live) as (screen, pilot):
        await typed(pilot, screen, "/unplaced One point.")
        await until_shown(pilot, "1 unplaced")
        await pilot.press("alt+u")
        await until_shown(pilot, "Undone")
        await pilot.press("f8")
        assert "1 unplaced" not in await until_shown(pilot, "2 Welcome · 0")


async def test_a_paragraph_is_set_to_when_it_was_said_and_stands_there(tmp_path: Path) -> None:
    async with live_meeting(tmp_path) as live:
        async with meeting(live) as (screen, pilot):
            await pilot.press("f8")
            for minute, words in ((5, "First."), (5, "Second."), (5, "Third.")):
                live.later(minute)
                await typed(pilot, screen, words)
            await pilot.press("alt+up")
            assert screen.query_one(Composer).text == "/at "
            await pilot.press(*"10:07", "enter")
            page = await until_shown(pilot, "Said at 10:07: “Third.”")
            assert page.index("Third.") < page.index("Second.")
            await typed(pilot, screen, "/verbatim")
            await until_shown(pilot, "Word for word: the minutes print it")
            await pilot.press("f2", "alt+down")
            await until_shown(pilot, "This paragraph is in the minutes already")
            await pilot.press("escape")
            screen.query_one(Composer).insert("/at 11:59")
            await pilot.press("enter")
            await until_shown(pilot, "11:59 is still to come")
            assert screen.query_one(Composer).text == "/at 11:59", "nothing typed is lost"
        papers = await live.read_again()
        welcome = papers.entries_of(papers.items[1].id)
        assert [(row.text, row.verbatim) for row in welcome] == [
            ("First.", False), ("Third.", False), ("Second.", True),
        ]  # fmt: skip


async def test_an_abbreviation_is_set_without_leaving_the_meeting_and_works_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "config.toml"
    file.write_text("# mine\n", encoding="utf-8")
    monkeypatch.setenv("PLO_TUI_CONFIG", str(file))
    async with live_meeting(tmp_path) as live:
        async with meeting(live) as (screen, pilot):
            composer = screen.query_one(Composer)
            await pilot.press(*"/short", "space", "h", "-", "v", "space", "x", "enter")
            await until_shown(pilot, "An abbreviation is one short word")
            composer.restore("")
            await typed(pilot, screen, "/short HV health visitor")
            await until_shown(pilot, "HV becomes “health visitor”")
            await pilot.press("f8", *"the hv", "space")
            assert composer.text == "the health visitor "
        assert file.read_text(encoding="utf-8").startswith("# mine\n")
        assert read_settings(file).abbreviations == {"hv": "health visitor"}
        assert live.desk.settings.abbreviations == {"hv": "health visitor"}
        async with meeting(live) as (screen, pilot):  # as when the meeting is opened again
            screen.query_one(Composer).restore("")
            await pilot.press(*"hv", "space")
            assert screen.query_one(Composer).text == "health visitor "


async def test_half_a_sentence_keeps_its_speaker_over_a_crash_and_as_the_chair_moves_on(
    tmp_path: Path,
) -> None:
    async with live_meeting(tmp_path) as live:
        async with meeting(live) as (screen, pilot):
            await pilot.press("f8")
            await typed(pilot, screen, "lc: All of it is done.")
            screen.query_one(Composer).insert("And the")
            await until(pilot, lambda: screen.kept is Kept.SAVING)
            await until(pilot, lambda: screen.kept is Kept.SAVED)
        async with meeting(live) as (screen, pilot):  # as after a kill
            composer = screen.query_one(Composer)
            await until(pilot, lambda: composer.text == "And the")
            await until_shown(pilot, "Ms Carter ▸")
            await pilot.press("f8", "f8")
            await until_shown(pilot, "4 Our worries · 0", "Ms Carter ▸")
            composer.insert(" stairs.")
            await pilot.press("enter")
            await until_shown(pilot, "Saved under Welcome.")
        papers = await live.read_again()
        mother = live.person("Ms Carter").id
        welcome = papers.entries_of(papers.items[1].id)
        assert [(row.text, row.speaker_person_id) for row in welcome] == [
            ("All of it is done.", mother),
            ("And the stairs.", mother),
        ]


async def test_a_line_that_is_refused_does_not_change_who_speaks(tmp_path: Path) -> None:
    async with live_meeting(tmp_path) as live:
        async with meeting(live) as (screen, pilot):
            await pilot.press("f8")
            await typed(pilot, screen, "lc: Mine.")
            composer = screen.query_one(Composer)
            composer.insert("dc: " + "x" * 100_000)
            await pilot.press("enter")
            await until_shown(pilot, "99,999 is the most")
            composer.restore("")
            await typed(pilot, screen, "Mine too.")
            composer.insert("half")
            await until(pilot, lambda: screen.kept is Kept.SAVING)
            await until(pilot, lambda: screen.kept is Kept.SAVED)
            me = live.desk.me
            assert me is not None
            left = await live.desk.read(read_unfinished, live.papers.meeting.id, me.id)
            assert left is not None
            assert left.speaker == str(live.person("Ms Carter").id)
        papers = await live.read_again()
        assert {row.speaker_person_id for row in papers.entries} == {live.person("Ms Carter").id}
