"""Tidying: one thing after the other, few keys for each, and politely refused once approved."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from live_meeting import Live, OneScreen, live_meeting, picture, shown
from until import until, until_shown, write

from agenda.finding import Finding
from agenda.records import new_key
from agenda.words import ApprovalRole, EntryKind
from plo_tui.screens.case import CaseScreen
from plo_tui.screens.line_form import LineForm
from plo_tui.screens.meeting import MeetingScreen
from plo_tui.screens.tidy import TidyScreen
from plo_tui.store.reading.edition import read_edition
from plo_tui.store.verbs import meeting as meeting_verbs
from plo_tui.store.verbs import minuting, signing

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path
    from uuid import UUID

    from textual.pilot import Pilot

    from agenda.papers import Papers


async def said(
    live: Live, text: str, item: str | None, kind: EntryKind = EntryKind.NOTE, who: str = ""
) -> UUID:
    """Minute a paragraph in an item of the agenda; None for no item yet."""
    papers = live.papers
    item_id = next((row.id for row in papers.items if row.key == item), None)
    key = new_key()
    speaker = live.person(who).id if who else None
    live.later(1)
    await live.do(minuting.add_entry, key, papers.meeting.id, item_id, text, kind, None, speaker)
    return key


@asynccontextmanager
async def tidying(
    live: Live, size: tuple[int, int] = (80, 24)
) -> AsyncIterator[tuple[OneScreen, TidyScreen, Pilot[None]]]:
    screen = TidyScreen(live.desk, live.papers)
    async with shown(screen, size) as (app, pilot):
        await until(pilot, lambda: screen.ready)
        yield app, screen, pilot


def entry(papers: Papers, key: UUID) -> tuple[str, str, str, bool]:
    """An entry's words, its item's key, its speaker and whether it is word for word."""
    row = papers.find("Entry", key)
    assert row is not None
    item = papers.find("Item", row.item_id)
    speaker = papers.name(row.speaker_staff_id, row.speaker_person_id)
    return row.text, item.key if item else "", speaker, row.verbatim


async def test_a_pass_takes_a_few_keys_for_each_paragraph(tmp_path: Path) -> None:
    async with live_meeting(tmp_path) as live:
        landlord = await said(live, "The landlord was told.", None, who="Ms Carter")
        untold = await said(live, "I was not told.", None, EntryKind.VIEW)
        disputed = await said(live, "Not on 3 May.", "worries", EntryKind.DISPUTED)
        hard = await said(live, "This will facilitate it.", "worries")
        async with tidying(live) as (_app, screen, pilot):
            page = await until_shown(pilot, "Which item? (2)", "Which item does this belong to?")
            assert "Enter saves and goes on" in page
            await write(pilot, "4")
            await pilot.press("enter")
            await until_shown(pilot, "Which item? (1)", "Whose words are these?", "I was not told")
            await write(pilot, "respon")
            await pilot.press("tab")
            await write(pilot, "dc")
            await pilot.press("enter")
            await until_shown(pilot, "Who said it? (1)")
            await write(pilot, "mr c")
            await pilot.press("tab", "tab", "space", "enter")
            await until_shown(pilot, "Hard words (1)", "“facilitate” (help)")
            await pilot.press(*["delete"] * len("This will facilitate it."))
            await write(pilot, "This")
            await pilot.press("alt+enter")
            await write(pilot, "helps.")
            await pilot.press("enter")
            await until(pilot, lambda: not any(one.entry_id for one in screen.things))
        papers = await live.read_again()
        assert entry(papers, landlord) == ("The landlord was told.", "worries", "Ms Carter", False)
        assert entry(papers, untold) == ("I was not told.", "parents", "Mr Carter", False)
        assert entry(papers, disputed) == ("Not on 3 May.", "worries", "Mr Carter", True)
        assert entry(papers, hard) == ("This\nhelps.", "worries", "", False)
        minutes = (await live.desk.read(read_edition, papers.case_id, papers.meeting.id)).minutes
        quoted = [
            row.text for part in (*minutes.sections, *minutes.views) for row in part.paragraphs
            if row.verbatim
        ]  # fmt: skip
        assert quoted == ["Not on 3 May."], "only what is marked is printed as a quotation"


async def test_what_is_skipped_stays_as_it_is_and_can_be_gone_back_to(tmp_path: Path) -> None:
    async with live_meeting(tmp_path) as live:
        for text in ("One.", "Two."):
            await said(live, text, None)
        async with tidying(live, (120, 40)) as (_app, screen, pilot):
            await until_shown(pilot, "Which item? (2)", "▸ 10:01 One.")
            await pilot.press("f8")
            await until_shown(pilot, "▸ 10:02 Two.")
            await write(pilot, "4")
            await pilot.press("f7")
            await until_shown(pilot, "Not saved yet: Enter saves it.", "▸ 10:02 Two.")
            await pilot.press("f7")
            await until_shown(pilot, "▸ 10:01 One.")
            await write(pilot, "no such item")
            await pilot.press("enter")
            await until_shown(pilot, "No item is called that")
            await pilot.press("ctrl+u", "enter")
            await until_shown(pilot, "▸ 10:02 Two.")
            while screen.thing:
                await pilot.press("f8")
                await pilot.pause()
            page = await until_shown(pilot, "That was the last one.")
            assert f"{len(screen.things)} stay as they are" in page
            await pilot.press("f3", "home", "down", "enter")
            await until(pilot, lambda: screen.at is not None)
        assert {row.item_id for row in (await live.read_again()).entries} == {None}


async def test_a_paragraph_can_be_withdrawn_and_that_be_taken_back(tmp_path: Path) -> None:
    async with live_meeting(tmp_path) as live:
        await said(live, "Said twice.", None)
        async with tidying(live) as (_app, _screen, pilot):
            await until_shown(pilot, "Which item? (1)")
            await pilot.press("alt+w")
            await until_shown(pilot, "Withdrawn: it stays in the record.")
            assert "Said twice." not in picture(pilot.app)
            await pilot.press("alt+u")
            await until_shown(pilot, "Which item? (1)", "Said twice.", "Undone.")


async def test_a_line_of_the_plan_is_opened_and_all_else_is_gone_to(tmp_path: Path) -> None:
    async with live_meeting(tmp_path) as live:
        papers = live.papers
        for item in papers.items:
            await live.do(meeting_verbs.go_to_item, papers.meeting.id, item.id)
        async with tidying(live, (120, 60)) as (app, screen, pilot):
            await until_shown(pilot, "Still open", "Go there")
            assert screen.thing is not None
            await pilot.press("enter")
            await until(pilot, lambda: app.was_left())
            assert isinstance(app.left, Finding)
            assert app.left.place == "checks"
        async with tidying(live, (120, 60)) as (app, screen, pilot):
            lines = {line.id for line in papers.plan}
            while screen.thing and screen.thing.findings[0].about not in lines:
                await pilot.press("f8")
                await pilot.pause()
            here = screen.thing
            await pilot.press("enter")
            await until(pilot, lambda: isinstance(app.screen, LineForm))
            await pilot.press("escape")
            await until(pilot, lambda: app.screen is screen)
            assert screen.thing == here


async def test_approved_minutes_are_not_tidied_and_it_says_why(tmp_path: Path) -> None:
    async with live_meeting(tmp_path) as live:
        await said(live, "The landlord was told.", None)
        await live.do(meeting_verbs.conclude, live.papers.meeting.id, effective=True)
        meeting, chair = live.papers.meeting, live.papers.meeting.chair_id
        edition = await live.desk.read(read_edition, live.papers.case_id, meeting.id)
        await live.do(signing.approve, meeting.id, ApprovalRole.CHAIR, chair, edition.fingerprint)
        async with tidying(live) as (app, _screen, pilot):
            page = await until_shown(pilot, "These minutes are approved", "Go back")
            assert "landlord" not in page
            await pilot.press("enter")
            await until(pilot, lambda: app.was_left())


async def test_it_is_reached_from_the_meeting_and_from_the_case(tmp_path: Path) -> None:
    async with live_meeting(tmp_path) as live:
        await said(live, "The landlord was told.", None)
        papers = live.papers
        first = MeetingScreen(live.desk, papers.case_id, papers.meeting.id)
        async with shown(first, (80, 24)) as (app, pilot):
            await until_shown(pilot, "1 unplaced")
            await pilot.press(*"/tidy", "enter")
            await until_shown(pilot, "Which item does this belong to?")
            await write(pilot, "2")
            await pilot.press("enter")
            await until_shown(pilot, "Go there")
            await pilot.press("escape")
            await until(pilot, lambda: app.screen is first)
            assert "1 unplaced" not in picture(app)
        await live.do(meeting_verbs.conclude, papers.meeting.id, effective=True)
        async with shown(CaseScreen(live.desk, papers.case_id), (80, 24)) as (app, pilot):
            await until_shown(pilot, "approves the minutes")
            await pilot.press("i")
            await until_shown(pilot, "Still open", "Go there")
            await pilot.press("enter")
            await until(pilot, lambda: isinstance(app.screen, MeetingScreen))
            await until_shown(pilot, "1  Before we start")
