"""A parent's letter and advice; the choice is asked for only where there is no solicitor."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from live_meeting import live_meeting, picture, shown, write
from until import until, until_shown

from agenda.letter_words import LetterKind, LetterTurnKind
from agenda.people_rules import advice_of_today, needs_choice
from agenda.records import LetterDraft, LetterTurn
from agenda.words import AdviceChoice, Represented, YesNo
from plo_tui.screens.advice_form import AdviceForm

if TYPE_CHECKING:
    from pathlib import Path


async def test_without_a_solicitor_a_choice_and_its_reason_are_asked_for(tmp_path: Path) -> None:
    async with live_meeting(tmp_path) as live:
        father = live.person("Mr Carter")
        form = AdviceForm(live.desk, live.papers, father.id)
        async with shown(form, (80, 24)) as (app, pilot):
            drawn = picture(app)
            assert "No solicitor is recorded, so we record how we go on, and why." in drawn
            assert "Proceed at the parent's wish: they want to go on today" in drawn
            await write(pilot, "4 jan")
            assert "Mon 4 Jan 2027" in picture(app)
            form.field("choice").focus_editor()
            await pilot.press("right", "right", "ctrl+s")
            await until_shown(pilot, "There are no words to save: write why this was chosen.")
            assert app.left == "still open"
            await write(pilot, "He wants to go on")
            await pilot.press("f10")
            await until(pilot, app.was_left)
        assert app.left is True
        kept = await live.read_again()
        said = advice_of_today(kept, father.id)
        assert said is not None
        assert (said.letter_received_on, said.advised) == (date(2027, 1, 4), YesNo.NOT_ASKED)
        assert (said.choice, said.choice_reason) == (AdviceChoice.PROCEED, "He wants to go on")
        assert needs_choice(kept, father) == ""


async def test_what_is_refused_leaves_the_solicitor_as_recorded(tmp_path: Path) -> None:
    async with live_meeting(tmp_path) as live:
        father = live.person("Mr Carter")
        form = AdviceForm(live.desk, live.papers, father.id)
        async with shown(form) as (app, pilot):
            form.field("acts").focus_editor()
            await pilot.press("left")
            form.field("choice").focus_editor()
            await pilot.press("right", "ctrl+s")
            await until_shown(pilot, "There are no words to save: write why this was chosen.")
            await pilot.press("escape", "escape")
            await until(pilot, app.was_left)
        acts = (await live.read_again()).representation(father.id)
        assert acts is not None
        assert acts.represented is Represented.NO


async def test_with_a_solicitor_it_is_asked_for_only_where_capacity_is_in_doubt(
    tmp_path: Path,
) -> None:
    async with live_meeting(tmp_path) as live:
        form = AdviceForm(live.desk, live.papers, live.person("Ms Carter").id)
        async with shown(form) as (app, pilot):
            assert "What was chosen" not in picture(app)
            form.field("capacity_doubt").focus_editor()
            await pilot.press("space")
            assert "There is a doubt about capacity" in picture(app)
            assert "What was chosen" in picture(app)
            await pilot.press("space")
            assert "What was chosen" not in picture(app)


async def test_a_solicitor_named_now_is_recorded_and_ends_the_question(tmp_path: Path) -> None:
    async with live_meeting(tmp_path) as live:
        father, lawyer = live.person("Mr Carter"), live.person("Ms Shah")
        form = AdviceForm(live.desk, live.papers, father.id)
        async with shown(form) as (app, pilot):
            form.field("acts").focus_editor()
            await pilot.press("right")
            assert "Ms Shah of Hart & Lane" in picture(app)
            assert "What was chosen" not in picture(app)
            await pilot.press("ctrl+s")
            await until(pilot, app.was_left)
        assert app.left is True
        acts = (await live.read_again()).representation(father.id)
        assert acts is not None
        assert (acts.represented, acts.lawyer_id) == (Represented.YES, lawyer.id)


async def test_what_is_no_date_stays_where_it_was_typed(tmp_path: Path) -> None:
    async with live_meeting(tmp_path) as live:
        form = AdviceForm(live.desk, live.papers, live.person("Ms Carter").id)
        async with shown(form) as (app, pilot):
            await write(pilot, "30 feb")
            await pilot.press("ctrl+s")
            assert "February 2026 has days 1 to 28" in picture(app)
            assert form.field("letter_received_on").typed == "30 feb"
            await pilot.press("escape")
            assert "Escape again leaves without saving" in picture(app)
            await pilot.press("escape")
        assert app.left is None
        assert (await live.read_again()).advice == []


async def test_the_day_the_letter_was_given_is_there_already(tmp_path: Path) -> None:
    async with live_meeting(tmp_path) as live:
        mother, staff = live.person("Ms Carter"), live.papers.staff[0]
        letter = LetterDraft(
            episode_id=live.papers.episode.id,
            kind=LetterKind.BEFORE_PROCEEDINGS,
            person_id=mother.id,
        )
        given = LetterTurn(
            letter_id=letter.id,
            what=LetterTurnKind.DELIVERED,
            on=date(2027, 1, 4),
            by_staff_id=staff.id,
        )
        live.papers.take([letter, given])
        form = AdviceForm(live.desk, live.papers, mother.id)
        async with shown(form) as (app, pilot):
            assert "Mon 4 Jan 2027" in picture(app)
            await pilot.press("ctrl+s")
            await until(pilot, app.was_left)
        said = advice_of_today(await live.read_again(), mother.id)
        assert said is not None
        assert said.letter_received_on == date(2027, 1, 4)
