"""A line of the plan: what its kind needs, what is not SMART yet, and what the meeting did."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from form_steps import OneScreenApp, beneath, choose, instead, into, picture, save, type_in

from agenda.smart import PAST_WINDOW, smart_findings
from agenda.words import LineKind, LineState, ParentAnswer
from plo_tui.screens.line_form import LineForm

if TYPE_CHECKING:
    from form_steps import Carter

    from agenda.records import PlanLine
    from plo_tui.desk import Desk

SIZE = (80, 24)


def first_line(carter: Carter) -> PlanLine:
    return carter.papers.plan[0]


async def test_a_line_is_written_with_its_findings_beside_it(desk: Desk, carter: Carter) -> None:
    form = LineForm(desk, carter.papers)
    app = OneScreenApp(desk, form)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        assert "MUST" not in picture(app)
        await into(pilot, "what", "Engage")
        assert "SHOULD" in beneath(app, "what")
        await type_in(pilot, " with 6 sessions of the course")
        await pilot.pause()
        assert not beneath(app, "what")
        await into(pilot, "parts", "Book it")
        await pilot.press("enter")
        await type_in(pilot, "Go on Tuesdays")
        await into(pilot, "owner")
        await pilot.press("tab")
        await pilot.pause()
        assert "MUST" in beneath(app, "owner")
        assert "Such as: Ms Carter" in beneath(app, "owner")
        await into(pilot, "owner", "zoe")
        await save(pilot)
        assert "✗ Nobody here is called that" in beneath(app, "owner")
        await instead(pilot, "owner", "car")
        await pilot.pause()
        assert "Ms Carter, Lena Carter, parent" in beneath(app, "owner")
        await into(pilot, "due", "fri wk 3")
        assert "Fri 29 Jan 2027 · week 3 · working day" in beneath(app, "due")
        form.field("concern_id").focus_editor()
        await pilot.press("right")
        await save(pilot)
    line = carter.papers.plan[-1]
    assert line.what == "Engage with 6 sessions of the course"
    assert [part.text for part in carter.papers.parts(line.id)] == ["Book it", "Go on Tuesdays"]
    assert (line.owner_person_id, line.due) == (carter.mother, date(2027, 1, 29))
    assert line.concern_id == carter.neglect
    assert len(carter.papers.line_children(line.id)) == 3
    [left] = smart_findings(line, carter.papers, desk.days)
    assert left.rule.key == "smart.measure"


async def test_only_a_line_without_words_is_refused(desk: Desk, carter: Carter) -> None:
    form = LineForm(desk, carter.papers)
    app = OneScreenApp(desk, form)
    async with app.run_test(size=SIZE) as pilot:
        await save(pilot)
        assert "no words to save" in beneath(app, "what")
        await type_in(pilot, "Clear up")
        await save(pilot)
    assert app.ended_with == [True]
    assert carter.papers.plan[-1].what == "Clear up"


async def test_each_kind_shows_what_it_needs_and_keeps_what_was_typed(
    desk: Desk, carter: Carter
) -> None:
    form = LineForm(desk, carter.papers, kind=LineKind.BOTTOM_LINE)
    app = OneScreenApp(desk, form)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        seen = picture(app)
        assert "What must not happen" in seen
        assert "What follows" in seen
        assert "Due" not in seen
        choose(app, "kind", LineKind.VISIT)
        await pilot.pause()
        for shown in ("Who visits", "How often", "Until"):
            assert shown in picture(app)
        assert "What follows" not in picture(app)
        await into(pilot, "rhythm", "Tuesdays")
        choose(app, "kind", LineKind.ASSESSMENT)
        await pilot.pause()
        assert "Report by" in picture(app)
        assert form.field("rhythm").display
        await into(pilot, "sessions", "six")
        await save(pilot)
        assert "whole number" in beneath(app, "sessions")


async def test_an_answer_alone_leaves_the_words_as_drafted(desk: Desk, carter: Carter) -> None:
    form = LineForm(desk, carter.papers, carter.line, meeting_id=carter.meeting)
    app = OneScreenApp(desk, form)
    async with app.run_test(size=(80, 40)) as pilot:
        choose(app, "state", LineState.AGREED)
        choose(app, f"answer-{carter.mother.hex}", ParentAnswer.AGREED)
        choose(app, f"answer-{carter.father.hex}", ParentAnswer.WITH_CONDITIONS)
        await save(pilot)
        assert "write the conditions" in beneath(app, f"conditions-{carter.father.hex}")
        await type_in(pilot, "If I get a lift")
        await save(pilot)
    line = first_line(carter)
    assert (line.state, line.drafted_as) == (LineState.AGREED, "")
    assert line.decided_in == carter.meeting
    mother, father = carter.papers.answers(line.id)
    assert mother.answer is ParentAnswer.AGREED
    assert (father.answer, father.conditions) == (ParentAnswer.WITH_CONDITIONS, "If I get a lift")


async def test_other_words_in_the_meeting_amend_the_line(desk: Desk, carter: Carter) -> None:
    form = LineForm(desk, carter.papers, carter.line, meeting_id=carter.meeting)
    app = OneScreenApp(desk, form)
    async with app.run_test(size=SIZE) as pilot:
        await into(pilot, "what", "Now: ")
        await save(pilot)
    line = first_line(carter)
    assert line.state is LineState.AMENDED
    assert line.drafted_as == "Clear the stairs and the landing"
    assert [child.initials for child in carter.papers.line_children(line.id)] == ["JC", "LC"]


async def test_a_line_dropped_in_the_meeting_stays_in_the_plan(desk: Desk, carter: Carter) -> None:
    form = LineForm(desk, carter.papers, carter.line, meeting_id=carter.meeting)
    app = OneScreenApp(desk, form)
    async with app.run_test(size=SIZE) as pilot:
        choose(app, "state", LineState.DROPPED)
        await save(pilot)
    assert first_line(carter).state is LineState.DROPPED


async def test_a_date_past_the_window_is_passed_by_a_reason(desk: Desk, carter: Carter) -> None:
    form = LineForm(desk, carter.papers, carter.line, meeting_id=carter.meeting)
    app = OneScreenApp(desk, form)
    async with app.run_test(size=(80, 40)) as pilot:
        await pilot.pause()
        assert not form.field("reason").display
        await instead(pilot, "due", "9 apr")
        await pilot.pause()
        assert "after the window ends on Tue 6 Apr 2027" in beneath(app, "due")
        assert form.field("reason").display
        await into(pilot, "reason", "The course ends then")
        await save(pilot)
    line = first_line(carter)
    assert line.due == date(2027, 4, 9)
    found = smart_findings(line, carter.papers, desk.days)
    [late] = [one for one in found if one.rule is PAST_WINDOW]
    assert late.passed == "The course ends then — Dana Reed"


async def test_a_saved_reason_stands_beside_the_date(desk: Desk, carter: Carter) -> None:
    await test_a_date_past_the_window_is_passed_by_a_reason(desk, carter)
    form = LineForm(desk, carter.papers, carter.line)
    app = OneScreenApp(desk, form)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        assert "Passed: The course ends then — Dana Reed" in beneath(app, "due")
        assert not form.field("reason").display
