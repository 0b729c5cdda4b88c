"""A worry: in order, with dated examples; a fifth only by a recorded reason."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from form_steps import OneScreenApp, beneath, into, picture, save, type_in
from until import until

from agenda.concern_rules import LIMIT
from agenda.records import new_key
from plo_tui.screens.concern_form import ConcernForm
from plo_tui.store.verbs.concerns import add_concern

if TYPE_CHECKING:
    from form_steps import Carter

    from plo_tui.desk import Desk

SIZE = (80, 24)


async def test_examples_are_added_one_after_another(desk: Desk, carter: Carter) -> None:
    form = ConcernForm(desk, carter.papers, carter.neglect)
    app = OneScreenApp(desk, form)
    async with app.run_test(size=SIZE) as pilot:
        await into(pilot, "on", "3 may")
        assert "Sun 3 May 2026" in beneath(app, "on")
        await save(pilot)
        assert "Say what happened" in beneath(app, "example")
        await type_in(pilot, "No food")
        await pilot.press("tab", "tab", "enter")
        await pilot.pause()
        assert "Sun 3 May 2026  No food" in picture(app)
        await into(pilot, "on", "4/8/26")
        await into(pilot, "example", "Left alone")
        await save(pilot)
    examples = carter.papers.examples(carter.neglect)
    assert [(row.on, row.text) for row in examples] == [
        (date(2026, 8, 4), "Left alone"),
        (date(2026, 5, 3), "No food"),
    ]
    # The worry itself did not change: what an approval closes is not touched.
    assert [row.version for row in carter.papers.concerns if row.id == carter.neglect] == [1]
    assert app.ended_with == [True]


async def test_a_new_worry_is_about_the_children_that_are_ticked(
    desk: Desk, carter: Carter
) -> None:
    form = ConcernForm(desk, carter.papers)
    app = OneScreenApp(desk, form)
    async with app.run_test(size=SIZE) as pilot:
        assert "Add worry 3" in picture(app)
        assert "[✓] BC" in picture(app)
        await type_in(pilot, "School")
        form.field("children").focus_editor()
        await pilot.press("tab", "tab", "space")
        await pilot.pause()
        assert "[ ] BC" in picture(app)
        await save(pilot)
    school = carter.papers.concerns[-1]
    about = [child.initials for child in carter.papers.concern_children(school.id)]
    assert about == ["JC", "LC"]


async def test_a_box_to_tick_stays_where_it_is_as_the_cursor_comes(
    desk: Desk, carter: Carter
) -> None:
    form = ConcernForm(desk, carter.papers)
    app = OneScreenApp(desk, form)
    async with app.run_test(size=SIZE) as pilot:
        places = set()
        for _ in range(2):
            [line] = [line for line in picture(app).splitlines() if "] JC" in line]
            places.add(line.index("["))
            form.field("children").focus_editor()
            await pilot.pause()
        assert len(places) == 1


async def test_whom_a_worry_is_about_can_be_changed(desk: Desk, carter: Carter) -> None:
    for ticked in ("[✓] JC", "[ ] JC"):
        form = ConcernForm(desk, carter.papers, carter.neglect)
        app = OneScreenApp(desk, form)
        async with app.run_test(size=SIZE) as pilot:
            assert ticked in picture(app)
            form.field("children").focus_editor()
            await pilot.press("space")
            await save(pilot)
            await until(pilot, lambda app=app: bool(app.ended_with))  # type: ignore[misc]
        about = [child.initials for child in carter.papers.concern_children(carter.neglect)]
        assert ("JC" in about) == (ticked == "[ ] JC")
        assert about[-2:] == ["LC", "BC"]


async def test_a_fifth_worry_needs_a_recorded_reason(desk: Desk, carter: Carter) -> None:
    for heading in ("Drink", "School"):
        done = await desk.do(add_concern, carter.episode, new_key(), {"heading": heading})
        carter.papers.take(done.changed)
    form = ConcernForm(desk, carter.papers)
    app = OneScreenApp(desk, form)
    async with app.run_test(size=SIZE) as pilot:
        assert "4 worries at most" in picture(app)
        await into(pilot, "heading", "Injury")
        await save(pilot)
        assert "must stand alone" in beneath(app, "reason")
        assert len(carter.papers.concerns) == 4
        await type_in(pilot, "New on Monday")
        await save(pilot)
    injury = carter.papers.concerns[-1]
    assert injury.heading == "Injury"
    [reason] = carter.papers.exceptional_reasons
    assert (reason.rule, reason.about, reason.reason) == (LIMIT.key, injury.id, "New on Monday")
