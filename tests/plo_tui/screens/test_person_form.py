"""A person: to each child by itself, and who acts for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from form_steps import OneScreenApp, beneath, into, picture, save

from agenda.words import PersonKind, Relation, Represented
from plo_tui.screens.person_form import PersonForm

if TYPE_CHECKING:
    from form_steps import Carter

    from plo_tui.desk import Desk

SIZE = (80, 24)


async def test_the_other_children_follow_the_first_until_one_differs(
    desk: Desk, carter: Carter
) -> None:
    form = PersonForm(desk, carter.papers)
    app = OneScreenApp(desk, form)
    relation = {key: f"relation-{key.hex}" for key in (carter.josie, carter.leo, carter.baby)}
    async with app.run_test(size=SIZE) as pilot:
        await into(pilot, "full_name", "Ray Carter")
        form.field(relation[carter.josie]).focus_editor()
        await pilot.press(*["right"] * 4)
        await pilot.pause()
        assert form.field(relation[carter.baby]).value is Relation.GRANDPARENT
        form.field(relation[carter.baby]).focus_editor()
        await pilot.press(*["left"] * 4)
        await pilot.pause()
        assert not form.field(f"responsibility-{carter.baby.hex}").display
        await save(pilot)
    ray = carter.papers.people[-1]
    ties = {row.child_id for row in carter.papers.relationships if row.person_id == ray.id}
    assert ties == {carter.josie, carter.leo}


async def test_initials_that_somebody_has_are_refused(desk: Desk, carter: Carter) -> None:
    form = PersonForm(desk, carter.papers)
    app = OneScreenApp(desk, form)
    async with app.run_test(size=SIZE) as pilot:
        await into(pilot, "full_name", "Liz Carter")
        await save(pilot)
        assert "lc are the initials of Ms Carter" in beneath(app, "initials")
        await pilot.press(*"lz")
        await save(pilot)
    assert app.ended_with == [True]


async def test_a_parent_gets_a_new_solicitor_whose_initials_are_free(
    desk: Desk, carter: Carter
) -> None:
    form = PersonForm(desk, carter.papers, carter.father)
    app = OneScreenApp(desk, form)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        assert not form.field("lawyer").display
        form.field("represented").focus_editor()
        await pilot.press("left", "left")
        await pilot.pause()
        await into(pilot, "lawyer", "Ines Munro")
        await into(pilot, "firm", "Munro LLP")
        await save(pilot)
    known = carter.papers.representation(carter.father)
    assert known is not None
    lawyer = carter.papers.find("Person", known.lawyer_id)
    assert lawyer is not None
    assert (lawyer.full_name, lawyer.organisation, lawyer.initials) == (
        "Ines Munro",
        "Munro LLP",
        "im2",
    )


async def test_saving_without_a_change_leaves_the_solicitor_as_recorded(
    desk: Desk, carter: Carter
) -> None:
    before = carter.papers.representation(carter.mother)
    form = PersonForm(desk, carter.papers, carter.mother)
    app = OneScreenApp(desk, form)
    async with app.run_test(size=SIZE) as pilot:
        await into(pilot, "safe_contact", "By text only")
        await into(pilot, "withheld", "New address, from Mr Dale")
        assert "Stands in no document" in picture(app)
        await save(pilot)
    after = carter.papers.representation(carter.mother)
    assert before
    assert after
    assert (after.id, after.represented) == (before.id, Represented.YES)
    mother = carter.papers.find("Person", carter.mother)
    assert mother is not None
    assert mother.safe_contact == "By text only"
    assert mother.withheld == "New address, from Mr Dale"


async def test_a_professional_is_asked_for_their_role_only(desk: Desk, carter: Carter) -> None:
    form = PersonForm(desk, carter.papers)
    app = OneScreenApp(desk, form)
    async with app.run_test(size=SIZE) as pilot:
        await into(pilot, "kind")
        await pilot.press(*["right"] * 4)
        await pilot.pause()
        assert form.field("role").display
        assert not form.field("represented").display
        await into(pilot, "full_name", "Una Bell")
        await into(pilot, "role", "health visitor")
        await save(pilot)
    una = carter.papers.people[-1]
    assert (una.kind, una.role) == (PersonKind.PROFESSIONAL, "health visitor")
