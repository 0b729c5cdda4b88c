"""Every form: what is typed is never lost, what is wrong stands beside its field."""

from __future__ import annotations

from datetime import date, time
from typing import TYPE_CHECKING

from form_steps import OneScreenApp, beneath, instead, into, picture, save, type_in
from textual.events import Key, Paste
from until import until

from agenda.finding import Finding, Level, Rule
from agenda.words import MeetingKind
from plo_tui.screens.child_form import ChildForm
from plo_tui.screens.meeting_form import MeetingForm
from plo_tui.screens.reason_form import ReasonForm
from plo_tui.store.verbs.family import change_child

if TYPE_CHECKING:
    from form_steps import Carter

    from plo_tui.desk import Desk

SIZE = (80, 24)


async def test_a_child_is_added_and_the_next_one_follows(desk: Desk, carter: Carter) -> None:
    form = ChildForm(desk, carter.papers)
    app = OneScreenApp(desk, form)
    async with app.run_test(size=SIZE) as pilot:
        assert "PLO-2026-014 · JC, LC, BC" in picture(app)
        await type_in(pilot, "Zoe Carter")
        await into(pilot, "born_on", "3 may 2024")
        assert "Fri 3 May 2024" in beneath(app, "born_on")
        await pilot.press("ctrl+n")
        await pilot.pause()
        assert "Saved." in picture(app)
        assert form.field("full_name").value == ""
        assert form.focused is form.field("full_name").editor
        await pilot.press("escape")
    zoe = carter.papers.children[-1]
    assert (zoe.full_name, zoe.initials, zoe.born_on) == ("Zoe Carter", "ZC", date(2024, 5, 3))
    assert app.ended_with == [True]


async def test_what_is_refused_stands_beside_its_field_and_nothing_is_lost(
    desk: Desk, carter: Carter
) -> None:
    form = ChildForm(desk, carter.papers)
    app = OneScreenApp(desk, form)
    async with app.run_test(size=SIZE) as pilot:
        await into(pilot, "due_on", "30 feb")
        assert "Nearest: Sun 28 Feb 2027" in beneath(app, "due_on")
        await save(pilot)
        assert "✗ February 2027 has days 1 to 28" in beneath(app, "due_on")
        assert beneath(app, "due_on").count("February 2027") == 1
        assert form.focused is form.field("due_on").editor
        await instead(pilot, "due_on", "20 apr")
        await save(pilot)
        assert "Fill in the child's name" in beneath(app, "full_name")
        await type_in(pilot, "Bobby")
        await pilot.pause()
        assert not beneath(app, "full_name")
        await into(pilot, "born_on", "3 may")
        await save(pilot)
        assert "not both" in beneath(app, "due_on")
        assert form.field("due_on").typed == "20 apr"
    assert app.ended_with == []
    assert len(carter.papers.children) == 3


def at_one_go(app: OneScreenApp, words: str, *keys: str) -> None:
    """Type letters and press keys faster than any field can take them in."""
    for letter in words:
        app.post_message(Key(letter, letter))
    for key in keys:
        app.post_message(Key(key, None))


async def test_a_key_that_saves_waits_for_the_letters_before_it(desk: Desk, carter: Carter) -> None:
    form = ChildForm(desk, carter.papers)
    app = OneScreenApp(desk, form)
    async with app.run_test(size=SIZE) as pilot:
        at_one_go(app, "Zoe", "f9")
        await until(pilot, lambda: "Saved." in picture(app))
        app.post_message(Paste("Ada Carter"))
        at_one_go(app, "", "ctrl+s")
        await until(pilot, lambda: bool(app.ended_with))
    assert [child.full_name for child in carter.papers.children[-2:]] == ["Zoe", "Ada Carter"]


async def test_what_was_refused_is_not_taken_back_by_the_letters_before_it(
    desk: Desk, carter: Carter
) -> None:
    app = OneScreenApp(desk, ChildForm(desk, carter.papers))
    async with app.run_test(size=SIZE) as pilot:
        await into(pilot, "due_on")
        at_one_go(app, "soon", "ctrl+s")
        await until(pilot, lambda: "✗" in beneath(app, "due_on"))
        await pilot.pause()
        assert "✗" in beneath(app, "due_on")


async def test_escape_asks_once_where_something_was_typed(desk: Desk, carter: Carter) -> None:
    form = ChildForm(desk, carter.papers)
    app = OneScreenApp(desk, form)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("Z", "escape")
        await pilot.pause()
        assert "Escape again leaves without saving" in picture(app)
        assert app.ended_with == []
        await pilot.press("o")
        await pilot.pause()
        assert "Escape again" not in picture(app)
        await pilot.press("escape", "escape")
    assert app.ended_with == [None]


async def test_escape_leaves_at_once_where_nothing_was_typed(desk: Desk, carter: Carter) -> None:
    app = OneScreenApp(desk, ChildForm(desk, carter.papers, carter.josie))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("escape")
    assert app.ended_with == [None]


async def test_markup_and_marks_are_text(desk: Desk, carter: Carter) -> None:
    form = ChildForm(desk, carter.papers)
    app = OneScreenApp(desk, form)
    async with app.run_test(size=SIZE) as pilot:
        await type_in(pilot, "[/b] Ö")
        await pilot.press("ctrl+s")
        await pilot.pause()
    assert carter.papers.children[-1].full_name == "[/b] Ö"


async def test_a_hundred_thousand_characters_are_refused_and_stay(
    desk: Desk, carter: Carter
) -> None:
    finding = Finding(Rule("x.y", Level.MUST, "A title.", "A source"), "Too late.")
    form = ReasonForm(desk, carter.papers, finding)
    app = OneScreenApp(desk, form)
    async with app.run_test(size=SIZE) as pilot:
        form.field("reason").editor.load_text("x" * 100_000)  # type: ignore[attr-defined]
        await save(pilot)
        assert "100,000 characters long" in beneath(app, "reason")
        assert len(form.field("reason").value) == 100_000


async def test_help_speaks_of_the_field_one_is_in(desk: Desk, carter: Carter) -> None:
    form = ChildForm(desk, carter.papers)
    app = OneScreenApp(desk, form)
    async with app.run_test(size=(100, 40)) as pilot:
        form.field("initials").focus_editor()
        await pilot.press("f1")
        await pilot.pause()
        assert "in place of the name" in picture(app)


async def test_a_must_is_passed_by_a_reason_in_my_name(desk: Desk, carter: Carter) -> None:
    rule = Rule("dates.final", Level.MUST, "The final review has a date.", "Sutton 2019")
    form = ReasonForm(desk, carter.papers, Finding(rule, "No date is agreed yet."))
    app = OneScreenApp(desk, form)
    async with app.run_test(size=SIZE) as pilot:
        seen = picture(app)
        assert "No date is agreed yet." in seen
        assert "Dana Reed" in seen
        await save(pilot)
        assert "write the reason" in beneath(app, "reason")
        await type_in(pilot, "Father in hospital")
        await save(pilot)
    [reason] = carter.papers.exceptional_reasons
    assert (reason.rule, reason.reason) == ("dates.final", "Father in hospital")
    assert reason.by_staff_id == desk.me.id  # type: ignore[union-attr]


async def test_the_final_review_is_suggested_and_checked(desk: Desk, carter: Carter) -> None:
    form = MeetingForm(desk, carter.papers)
    app = OneScreenApp(desk, form)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        assert form.field("kind").value is MeetingKind.FINAL
        assert form.field("planned_on").value == date(2027, 4, 6)
        await instead(pilot, "planned_on", "29 mar")
        await pilot.pause()
        assert "SHOULD" in beneath(app, "planned_on")
        assert "Easter Monday" in beneath(app, "planned_on")
        await instead(pilot, "planned_on", "9 apr")
        await pilot.pause()
        assert "MUST" in beneath(app, "planned_on")
        await instead(pilot, "planned_on", "1 apr")
        await into(pilot, "planned_at", "teatime")
        await save(pilot)
        assert "not a time" in beneath(app, "planned_at")
        await instead(pilot, "planned_at", "2pm")
        await into(pilot, "minute_taker_id", "Bea Long")
        assert "New: Bea Long is added as business support" in beneath(app, "minute_taker_id")
        await save(pilot)
        assert "Save again to add Bea Long" in beneath(app, "minute_taker_id")
        await save(pilot)
    review = carter.papers.meetings[-1]
    assert (review.planned_on, review.planned_at) == (date(2027, 4, 1), time(14))
    assert review.chair_id == desk.me.id  # type: ignore[union-attr]
    assert carter.papers.name(review.minute_taker_id, None) == "Bea Long"


async def test_the_mouse_chooses_and_ticks(desk: Desk, carter: Carter) -> None:
    form = ChildForm(desk, carter.papers, carter.josie)
    app = OneScreenApp(desk, form)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.click(form.field("plan").editor)
        await pilot.pause()
        assert "child in need plan" in picture(app)
        await pilot.press("up", "enter", "ctrl+s")
        await pilot.pause()
    assert carter.papers.find("Child", carter.josie).plan == "child in need plan"  # type: ignore[union-attr]


async def test_what_a_colleague_changed_meanwhile_is_not_overwritten(
    desk: Desk, carter: Carter
) -> None:
    form = ChildForm(desk, carter.papers, carter.josie)
    app = OneScreenApp(desk, form)
    async with app.run_test(size=SIZE) as pilot:
        await type_in(pilot, " Ann")
        await desk.do(change_child, carter.josie, 1, {"authority_child_id": "C-1"})
        await save(pilot)
        assert "Someone changed this" in picture(app)
        assert form.field("full_name").value == "Josie Carter Ann"
