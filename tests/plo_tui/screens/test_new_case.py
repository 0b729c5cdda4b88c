"""A new case, from its reference to its worries, each page saved at once."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from form_steps import OneScreenApp, beneath, into, picture, save, type_in

from agenda.words import ParentalResponsibility, Relation, Represented
from plo_tui.screens.new_case import NewCaseScreen
from plo_tui.store.reading.papers import read_papers

if TYPE_CHECKING:
    from form_steps import Carter

    from agenda.papers import Papers
    from plo_tui.desk import Desk


async def test_a_case_is_opened_page_by_page(desk: Desk) -> None:
    app = OneScreenApp(desk, NewCaseScreen(desk))
    async with app.run_test(size=(80, 24)) as pilot:
        await app.workers.wait_for_complete()
        await type_in(pilot, "PLO-2027-003")
        await pilot.press("tab")
        await type_in(pilot, "Priya Shah")
        await into(pilot, "decided_on", "14 dec")
        assert "Mon 14 Dec 2026" in picture(app)
        await save(pilot)
        assert "Save again to add Priya Shah as social worker." in beneath(app, "social_worker_id")
        await save(pilot)

        assert "2 of 4" in picture(app)
        assert "PLO-2027-003" in picture(app)
        await type_in(pilot, "Josie Carter")
        await save(pilot, "ctrl+n")
        await type_in(pilot, "Baby Carter")
        await into(pilot, "due_on", "20 apr")
        await save(pilot)

        assert "3 of 4" in picture(app)
        await into(pilot, "full_name", "Lena Carter")
        josie, baby = (await papers_of(desk)).children
        await into(pilot, f"relation-{josie.id.hex}")
        await pilot.press("right", "tab", "left", "left")
        await into(pilot, "represented")
        await pilot.press("left", "left", "tab")
        await type_in(pilot, "Ian Moss")
        await pilot.press("tab")
        await type_in(pilot, "Moss & Lane")
        await save(pilot)

        assert "4 of 4" in picture(app)
        await type_in(pilot, "Neglect")
        await save(pilot)

    papers = await papers_of(desk)
    assert app.ended_with == [papers.case_id]
    assert papers.name(papers.case.social_worker_id, None) == "Priya Shah"
    assert papers.name(papers.case.chair_id, None) == "Dana Reed"
    assert papers.episode.decided_on == date(2026, 12, 14)
    assert [child.initials for child in papers.children] == ["JC", "BC"]
    mother = papers.people[0]
    ties = {tie.child_id: tie for tie in papers.relationships}
    assert ties[josie.id].relation is Relation.MOTHER
    assert ties[josie.id].parental_responsibility is ParentalResponsibility.YES
    assert ties[baby.id].relation is Relation.MOTHER
    assert ties[baby.id].parental_responsibility is ParentalResponsibility.AT_BIRTH
    acts = papers.representation(mother.id)
    assert acts is not None
    assert acts.represented is Represented.YES
    assert [row.organisation for row in papers.lawyers] == ["Moss & Lane"]
    assert [row.heading for row in papers.concerns] == ["Neglect"]


async def test_a_reference_in_use_is_refused_and_no_one_is_added_twice(
    desk: Desk, carter: Carter
) -> None:
    screen = NewCaseScreen(desk)
    app = OneScreenApp(desk, screen)
    async with app.run_test(size=(80, 24)) as pilot:
        await app.workers.wait_for_complete()
        await type_in(pilot, "PLO-2026-014")
        await pilot.press("tab")
        await type_in(pilot, "Kit Doe")
        await save(pilot)
        await save(pilot)
        assert "There is already a case PLO-2026-014" in picture(app)
        assert screen.focused is screen.field("reference").editor
        await pilot.press("5")
        await save(pilot)
        assert "2 of 4" in picture(app)
        await pilot.press("escape", "escape", "escape")
        await pilot.pause()
    case = (await desk.home("PLO-2026-0145"))[0].case_id
    assert app.ended_with == [case]
    papers = await desk.read(read_papers, case)
    assert [member.name for member in papers.staff].count("Kit Doe") == 1


async def papers_of(desk: Desk) -> Papers:
    return await desk.read(read_papers, (await desk.home())[0].case_id)
