"""Letters before the meeting: to whom, how far each has come, the help, the experts' letters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafted_letter import FIRST, LAWYER, good, read
from form_steps import OneScreenApp, beneath, choose, into, picture, save
from until import until, until_shown

from agenda.letter_words import SaidHow, TakenUp
from agenda.records import new_key
from agenda.words import StaffRole
from plo_tui.screens.before import BeforeScreen
from plo_tui.screens.form import FormScreen
from plo_tui.screens.letter import LetterScreen
from plo_tui.store.verbs.staff import add_staff
from plo_tui.widgets.findings_list import FindingsList
from plo_tui.widgets.record_list import RecordList

if TYPE_CHECKING:
    from uuid import UUID

    from form_steps import Carter
    from textual.pilot import Pilot

    from plo_tui.desk import Desk

SIZE = (120, 40)


async def form_of_key(pilot: Pilot[None], key: str) -> None:
    await pilot.press(key)
    await until(pilot, lambda: isinstance(pilot.app.screen, FormScreen))


async def saved(pilot: Pilot[None]) -> None:
    await save(pilot)
    await until(pilot, lambda: isinstance(pilot.app.screen, BeforeScreen))


def go_to(pilot: Pilot[None], person: UUID) -> None:
    steps = pilot.app.screen.query_one("#steps", RecordList)
    steps.go_to(f"Letter.{FIRST.name}", person)
    steps.focus()


async def test_a_letter_is_begun_with_the_authoritys_words_and_stays_in_the_list(
    desk: Desk, carter: Carter
) -> None:
    app = OneScreenApp(desk, BeforeScreen(desk, carter.case))
    async with app.run_test(size=(80, 24)) as pilot:
        await until_shown(pilot, "LETTER BEFORE PROCEEDINGS", "Ms Carter · mother", "not begun")
        go_to(pilot, carter.mother)
        await pilot.press("l")
        await until(pilot, lambda: isinstance(app.screen, LetterScreen))
        await until_shown(pilot, "We are writing because we are very worried about Josie, Leo")
        await pilot.press("escape")
        await until_shown(pilot, "being drafted, not with legal yet")
    letter = (await read(desk, carter)).letter_to(FIRST, carter.mother)
    assert letter
    assert letter.legal_advice.startswith("You can have a solicitor")


async def test_the_way_of_a_letter_stands_under_its_name(desk: Desk, carter: Carter) -> None:
    await good(desk, carter)
    app = OneScreenApp(desk, BeforeScreen(desk, carter.case))
    async with app.run_test(size=SIZE) as pilot:
        await until_shown(pilot, "being drafted")
        go_to(pilot, carter.mother)
        await form_of_key(pilot, "s")
        await saved(pilot)
        await until_shown(pilot, "with legal", "sent to legal on Mon 4 Jan 2027 by Dana Reed")


async def test_a_parent_gets_none_only_where_our_solicitor_says_why(
    desk: Desk, carter: Carter
) -> None:
    await desk.do(add_staff, new_key(), LAWYER, StaffRole.LAWYER)
    app = OneScreenApp(desk, BeforeScreen(desk, carter.case))
    async with app.run_test(size=SIZE) as pilot:
        await until_shown(pilot, "Mr Dale · father")
        go_to(pilot, carter.father)
        await form_of_key(pilot, "n")
        await save(pilot)
        assert "write why they get no letter" in beneath(app, "why")
        await into(pilot, "why", "The court forbids it.")
        await save(pilot)
        assert f"Say how {LAWYER} told you: by telephone" in beneath(app, "said_how")
        choose(app, "said_how", SaidHow.TELEPHONE)
        await saved(pilot)
        none = f"gets none, says {LAWYER} (legal), by telephone"
        await until_shown(pilot, none, "The court forbids it.")
        go_to(pilot, carter.father)
        await form_of_key(pilot, "n")
        await pilot.press("space")
        await saved(pilot)
        await until(pilot, lambda: "gets none" not in picture(app))


async def test_help_and_an_experts_letter_are_recorded_from_here(
    desk: Desk, carter: Carter
) -> None:
    screen = BeforeScreen(desk, carter.case)
    app = OneScreenApp(desk, screen)
    async with app.run_test(size=SIZE) as pilot:
        await until_shown(pilot, "none yet: h adds it")
        await form_of_key(pilot, "h")
        await into(pilot, "on", "1 may 2009")
        await into(pilot, "what", "We commenced a course")
        assert "“commenced” is a hard word" in beneath(app, "what")
        await pilot.press("f7")
        assert "hard word" not in beneath(app, "what")
        await saved(pilot)
        await until_shown(pilot, "Fri 1 May 2009 · We started a course", str(TakenUp.NOT_KNOWN))

        await form_of_key(pilot, "i")
        await into(pilot, "expert", "Dr Ann Reed")
        assert "asks no question" in beneath(app, "questions")
        await into(pilot, "questions", "What helps?")
        assert "asks no question" not in beneath(app, "questions")
        await saved(pilot)
        await until_shown(pilot, "Dr Ann Reed", "1 question · no day for the report")
        to_do = " ".join(str(one.prompt) for one in app.screen.query_one(FindingsList).options)
        assert "The letter of instruction to Dr Ann Reed does not say when the report" in to_do

        steps = app.screen.query_one("#steps", RecordList)
        for kind in ("HelpGiven", "Instruction"):
            [here] = (await read(desk, carter)).standing(kind)
            steps.focus()
            steps.go_to(kind, here.id)
            await pilot.press("w")
            await until(pilot, lambda kind=kind: not screen.papers.standing(kind))  # type: ignore[misc,union-attr]
