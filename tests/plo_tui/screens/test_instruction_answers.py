"""In the meeting each party answers each expert's letter of instruction for themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from live_meeting import live_meeting, picture, shown, write
from until import until, until_shown

from agenda.records import new_key
from agenda.words import ParentAnswer
from plo_tui.screens.form import FormScreen
from plo_tui.screens.instruction_answers import InstructionAnswersForm
from plo_tui.screens.meeting import MeetingScreen
from plo_tui.store.verbs.instructions import InstructionValues, record_instruction

if TYPE_CHECKING:
    from pathlib import Path


async def test_each_party_answers_and_conditions_are_asked_for(tmp_path: Path) -> None:
    async with live_meeting(tmp_path) as live:
        key, episode = new_key(), live.papers.episode.id
        said = {"expert": "Dr Ann Reed", "questions": "What helps Ms Carter?"}
        await live.do(record_instruction, episode, key, said)
        async with shown(InstructionAnswersForm(live.desk, live.papers)) as (app, pilot):
            assert "What helps Ms Carter?" in picture(app)
            assert "conditions" not in picture(app)
            await pilot.press("right", "right")
            await until_shown(pilot, "agreed with conditions")
            await pilot.press("ctrl+s")
            await until_shown(pilot, "write the conditions")
            await write(pilot, "in the holidays")
            await pilot.press("tab", "right", "right", "right", "ctrl+s")
            await until(pilot, app.was_left)
        hers, his = (await live.read_again()).instruction_answers(key)
        assert (hers.answer, hers.conditions) == (ParentAnswer.WITH_CONDITIONS, "in the holidays")
        assert (his.answer, his.conditions) == (ParentAnswer.NOT_AGREED, "")


async def test_a_word_opens_it_and_says_so_where_none_is_drafted(tmp_path: Path) -> None:
    async with live_meeting(tmp_path) as live:
        meeting = live.papers.meeting.id
        screen = MeetingScreen(live.desk, live.papers.case_id, meeting)
        async with shown(screen) as (app, pilot):
            await until(pilot, lambda: screen.loaded)
            await write(pilot, "/instruction")
            await pilot.press("enter")
            await until_shown(pilot, "No letter of instruction is drafted")
            said: InstructionValues = {"expert": "Dr Ann Reed"}
            episode = live.papers.episode.id
            done = await live.desk.do(record_instruction, episode, new_key(), said)
            screen.papers.take(done.changed)
            await write(pilot, "/instruction")
            await pilot.press("enter")
            await until(pilot, lambda: isinstance(app.screen, FormScreen))
            await until_shown(pilot, "Dr Ann Reed", "No question is written yet.")
