"""A mistyped name adds nobody: it is asked about once, with the nearest name that is known."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from drafted_letter import LAWYER, begun, read
from form_steps import OneScreenApp, beneath, choose, form_of, instead, save

from agenda.letter_words import LetterTurnKind
from agenda.records import new_key
from agenda.words import StaffRole
from plo_tui.screens.choosing_staff import nearest_name
from plo_tui.screens.letter_turn_form import LetterTurnForm
from plo_tui.store.verbs.staff import add_staff

if TYPE_CHECKING:
    from form_steps import Carter

    from plo_tui.desk import Desk


@pytest.mark.parametrize(
    ("typed", "near"),
    [
        ("Priya Shaw", "Priya Shah"),
        ("PRIYA SHA", "Priya Shah"),
        ("Shaw", "Priya Shah"),
        ("Lee Heart", "Lee Hart"),
        ("Bo Quist", ""),
        ("Q", ""),
    ],
)
def test_the_nearest_name_is_by_the_whole_or_by_one_word(typed: str, near: str) -> None:
    assert nearest_name(typed, ["Dana Reed", "Priya Shah", "Lee Hart"]) == near


def test_nobody_is_near_where_nobody_is_known() -> None:
    assert nearest_name("Priya Shah", []) == ""


async def test_a_slip_adds_no_second_solicitor_and_right_takes_the_one_there_is(
    desk: Desk, carter: Carter
) -> None:
    key = await begun(desk, carter)
    await desk.do(add_staff, new_key(), LAWYER, StaffRole.LAWYER)
    papers = await read(desk, carter)
    draft = papers.find("LetterDraft", key)
    assert draft
    form = LetterTurnForm(desk, papers, draft)
    app = OneScreenApp(desk, form)
    async with app.run_test(size=(80, 24)) as pilot:
        choose(app, "what", LetterTurnKind.CLEARED)
        await pilot.pause()
        await instead(pilot, "by_staff_id", "Lee Heart")
        await save(pilot)
        asked = beneath(app, "by_staff_id")
        assert "Nobody is known as Lee Heart. Did you mean Lee Hart? → takes that name." in asked
        assert "New:" not in asked  # once is enough
        assert "Save again to add Lee Heart as local authority solicitor." in asked
        assert form_of(app).field("by_staff_id").typed == "Lee Heart"
        await pilot.press("right")
        assert form_of(app).field("by_staff_id").typed == LAWYER
        await pilot.pause()
        assert beneath(app, "by_staff_id") == f"{LAWYER}, local authority solicitor"
    assert len([one for one in (await read(desk, carter)).staff if one.name == "Lee Heart"]) == 0


async def test_somebody_really_new_is_added_by_saving_again(desk: Desk, carter: Carter) -> None:
    key = await begun(desk, carter)
    papers = await read(desk, carter)
    draft = papers.find("LetterDraft", key)
    assert draft
    app = OneScreenApp(desk, LetterTurnForm(desk, papers, draft))
    async with app.run_test(size=(80, 24)) as pilot:
        choose(app, "what", LetterTurnKind.DRAFTED)
        await instead(pilot, "by_staff_id", "Bo Quist")
        await save(pilot)
        assert "Nobody is known as Bo Quist. Save again" in beneath(app, "by_staff_id")
        await instead(pilot, "by_staff_id", "Bo Quest")  # another name is asked about anew
        await save(pilot)
        assert "Nobody is known as Bo Quest. Save again" in beneath(app, "by_staff_id")
        await save(pilot)
        assert app.ended_with == [True]
    papers = await read(desk, carter)
    [turn] = papers.turns(key)
    assert papers.name(turn.by_staff_id, None) == "Bo Quest"
