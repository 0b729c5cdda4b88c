"""Consents: each parent's own answer, with a note."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from live_meeting import live_meeting, picture, shown, write
from until import until, until_shown

from agenda.records import new_key
from agenda.words import ConsentPurpose, MeetingKind, YesNo
from plo_tui.screens.consents_form import ConsentsForm
from plo_tui.store.reading.papers import read_papers
from plo_tui.store.verbs import meeting
from plo_tui.store.verbs.network import record_consent

if TYPE_CHECKING:
    from pathlib import Path


async def test_each_parent_answers_for_themselves(tmp_path: Path) -> None:
    async with live_meeting(tmp_path) as live:
        async with shown(ConsentsForm(live.desk, live.papers)) as (app, pilot):
            assert "Ms Carter" in picture(app)
            assert "Mr Carter" in picture(app)
            assert "taken back on" not in picture(app)
            await pilot.press("left", "left", "tab")
            await write(pilot, "only the GP")
            await pilot.press("tab", "right", "ctrl+s")
            await until(pilot, app.was_left)
        assert app.left is True
        kept = await live.read_again()
        (consent,) = kept.consents
        assert consent.person_id == live.person("Ms Carter").id
        assert consent.purpose is ConsentPurpose.RECORDS
        assert (consent.answer, consent.note) == (YesNo.YES, "only the GP")
        assert consent.advice_had is True
        async with shown(ConsentsForm(live.desk, live.papers)) as (app, pilot):
            assert "only the GP" in picture(app)
            await pilot.press("tab", "tab", "tab")
            await write(pilot, "12/2/2027")
            await pilot.press("ctrl+s")
            await until_shown(pilot, "It cannot have been taken back on a day to come.")
            await pilot.press("ctrl+u")
            await write(pilot, "11/1/2027")
            await pilot.press("ctrl+s")
            await until(pilot, app.was_left)
        (consent,) = (await live.read_again()).consents
        assert consent.taken_back_on == date(2027, 1, 11)


async def test_a_review_shows_what_was_agreed_before_and_records_it_anew(tmp_path: Path) -> None:
    async with live_meeting(tmp_path) as live:
        mother, purpose = live.person("Ms Carter"), ConsentPurpose.RECORDS
        initial = live.papers.meeting
        await live.do(
            record_consent, initial.id, mother.id, purpose, YesNo.YES, "the GP", advice_had=True
        )
        await live.do(meeting.conclude, initial.id, effective=True)
        key, desk = new_key(), live.desk
        await live.do(meeting.plan_meeting, initial.episode_id, key, MeetingKind.MIDWAY, {})
        sheet = desk.sheet_text(MeetingKind.MIDWAY)
        await live.do(meeting.open_meeting, key, sheet, desk.policy.pinned(), [], [mother.id])
        papers = await desk.read(read_papers, live.papers.case_id, key, desk.policy)
        async with shown(ConsentsForm(desk, papers)) as (app, pilot):
            await until_shown(pilot, "Tue 12 Jan 2027: agreed, after advice.", "the GP")
            await pilot.press("tab", "tab", "tab")
            await write(pilot, "11/1/2027")
            await pilot.press("ctrl+s")
            await until(pilot, app.was_left)
        (anew,) = papers.consents
        assert (anew.meeting_id, anew.taken_back_on) == (key, date(2027, 1, 11))
        assert (anew.answer, anew.note, anew.advice_had) == (YesNo.YES, "the GP", True)
