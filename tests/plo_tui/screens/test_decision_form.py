"""The decision of a review: for which children, only what the outcome needs, and what is open."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from form_steps import beneath, choose, into, save
from live_meeting import live_meeting, picture, shown
from live_review import begin_review
from until import until, until_shown

from agenda.decision_words import AfterClose, AuthorityAnswer, Outcome, Trajectory
from agenda.words import ChildPlan, MeetingKind, ParentAnswer, StaffRole
from plo_tui.screens.decision_form import DecisionForm
from plo_tui.store.verbs.deciding import answer_decisions, record_decision
from plo_tui.store.verbs.family import ChildValues, change_child
from plo_tui.store.verbs.judging import record_judgement
from plo_tui.widgets.form_fields import ChoiceField

if TYPE_CHECKING:
    from pathlib import Path

    from live_meeting import Live

SMALL = (80, 24)
COMES_WITH_SOME = {"after_close", "new_end", "tracker_on", "birth_plan", "considered", "letter_by"}


def asks_for(form: DecisionForm, fields: set[str]) -> bool:
    """Whether, of the fields that only some outcomes need, these are shown and no others."""
    there = {field.key for field in form.all_fields if not field.hidden}
    return there & COMES_WITH_SOME == fields


def offered(form: DecisionForm, key: str) -> list[Any]:
    """Return what can be chosen in a field, apart from nothing."""
    field = form.field(key)
    assert isinstance(field, ChoiceField)
    return [value for _, value in field.select._options if value is not None]


async def judge(live: Live, **risks: Trajectory) -> None:
    """Judge the risk to children, by their initials."""
    for child in live.papers.children:
        if child.initials in risks:
            meeting = live.papers.meeting.id
            await live.do(record_judgement, meeting, child.id, risks[child.initials], "Seen")


def tick(form: DecisionForm, *initials: str) -> None:
    """Tick these children and no others."""
    field: Any = form.field("children")
    for child in form.papers.children:
        field.boxes[child.id].value = child.initials in initials


async def test_only_what_an_outcome_needs_is_asked(tmp_path: Path) -> None:
    async with live_meeting(tmp_path) as live:
        await begin_review(live, MeetingKind.FINAL)
        await judge(live, JC=Trajectory.REDUCED, TC=Trajectory.SAME, MC=Trajectory.REDUCED)
        form = DecisionForm(live.desk, live.papers)
        async with shown(form, SMALL) as (app, pilot):
            page = await until_shown(pilot, "[✓] JC", "[✓] TC", "[✓] MC", "not decided yet")
            assert "JC reduced · TC the same · MC reduced" in page
            assert "The reasons" not in page
            expected = {
                Outcome.CLOSE: {"after_close", "letter_by", "considered"},
                Outcome.EXTEND: {"new_end", "tracker_on", "considered"},
                Outcome.ISSUE: {"letter_by"},
                Outcome.RETURN: {"letter_by", "considered"},
            }
            assert offered(form, "outcome") == list(expected)
            for outcome, fields in expected.items():
                choose(app, "outcome", outcome)
                await until(pilot, partial(asks_for, form, fields))
            tick(form, "MC")  # who is not born yet
            await until(pilot, lambda: Outcome.AT_BIRTH in offered(form, "outcome"))
            assert form.field("outcome").value is Outcome.RETURN
            choose(app, "outcome", Outcome.AT_BIRTH)
            await until(pilot, partial(asks_for, form, {"birth_plan", "letter_by"}))
            tick(form, "JC", "MC")
            await until(pilot, lambda: form.field("outcome").value is None)
            await save(pilot)
            assert "Choose what is decided" in beneath(app, "outcome")


async def test_a_child_protection_plan_ends_only_at_a_conference(tmp_path: Path) -> None:
    async with live_meeting(tmp_path) as live:
        await begin_review(live, MeetingKind.FINAL)
        maya = live.papers.children[2]
        no_plan: ChildValues = {"plan": ChildPlan.NONE, "plan_since": None}
        await live.do(change_child, maya.id, maya.version, no_plan)
        form = DecisionForm(live.desk, live.papers)
        async with shown(form) as (app, pilot):
            tick(form, "JC", "TC")
            choose(app, "outcome", Outcome.CLOSE)
            protected = [AfterClose.CONTINUES, AfterClose.RECOMMEND_ENDING]
            await until(pilot, lambda: offered(form, "after_close") == protected)
            tick(form, "JC", "MC")
            await until_shown(pilot, "Their plans differ: tick only children whose plan goes")
            tick(form, "MC")
            unprotected = [AfterClose.REFER, AfterClose.NO_PLAN]
            await until(pilot, lambda: offered(form, "after_close") == unprotected)


async def test_an_extension_is_suggested_and_what_is_open_stands_beside_it(
    tmp_path: Path,
) -> None:
    async with live_meeting(tmp_path) as live:
        await begin_review(live, MeetingKind.FINAL)
        await judge(live, TC=Trajectory.SAME)
        form = DecisionForm(live.desk, live.papers, live.papers.children[1])
        async with shown(form) as (app, pilot):
            tick(form, "TC")
            choose(app, "outcome", Outcome.EXTEND)
            await until_shown(
                pilot, "18 May 2027 · week 18 · working day", "Suggested: the furthest"
            )
            await until_shown(
                pilot, "An extension for TC needs a risk that is reduced; it is judged"
            )
            await into(pilot, "new_end", "wed 19 may 2027")
            page = await until_shown(pilot, "after the window ends (18 May)", "more than 6 weeks")
            assert "MUST Say why" not in page
            await into(pilot, "reasons")
            await pilot.press("tab")
            await until_shown(pilot, "MUST Say why the decision for TC is right.")
            await into(pilot, "new_end", " or so")
            await save(pilot)
            assert "✗" in beneath(app, "new_end")
            assert "or so" in picture(app)
            assert live.papers.decision(live.papers.children[1].id) is None


async def test_who_was_consulted_is_asked_in_rows_and_a_new_name_joins_the_staff(
    tmp_path: Path,
) -> None:
    async with live_meeting(tmp_path) as live:
        await begin_review(live, MeetingKind.FINAL)
        josie = live.papers.children[0]
        form = DecisionForm(live.desk, live.papers)
        async with shown(form, SMALL) as (app, pilot):
            tick(form, "JC")
            choose(app, "outcome", Outcome.ISSUE)
            await into(pilot, "consulted-0")
            assert form.field("on-0").hidden
            await into(pilot, "consulted-0", "david")
            await until_shown(pilot, "David Price, head of service")
            assert form.field("on-0").value == date(2027, 4, 6)
            assert not form.field("on-0").hidden
            await into(pilot, "forum-0", "By telephone")
            await into(pilot, "consulted-1", "Ann Holt")
            await until_shown(pilot, "Ann Holt is added as local authority solicitor")
            await into(pilot, "on-1")
            await pilot.press("ctrl+u", "ctrl+s")
            question = "Save again to add Ann Holt as local authority solicitor."
            await until(pilot, lambda: question in beneath(app, "consulted-1"))
            await pilot.press("ctrl+s")
            await until(pilot, lambda: "Say on which day Ann Holt" in beneath(app, "on-1"))
            await into(pilot, "on-1", "5 apr")
            form.query_one("#more").focus()
            await pilot.press("enter")
            await until(pilot, lambda: form.focused is form.field("consulted-2").editor)
            await into(pilot, "consulted-2", "grace")
            await save(pilot)
            await until(pilot, app.was_left)
        kept = await live.read_again()
        decision = kept.decision(josie.id)
        assert decision is not None
        asked = kept.consultations(decision.id)
        assert [(kept.name(row.staff_id, None), row.on, row.forum) for row in asked] == [
            ("Ann Holt", date(2027, 4, 5), ""),  # the earliest first, then as they were written
            ("David Price", date(2027, 4, 6), "By telephone"),
            ("Grace Mensah", date(2027, 4, 6), ""),
        ]
        [ann] = [row for row in kept.staff if row.name == "Ann Holt"]
        assert ann.role is StaffRole.LAWYER


async def test_each_child_is_decided_in_turn_and_one_can_be_changed(tmp_path: Path) -> None:
    async with live_meeting(tmp_path) as live:
        await begin_review(live, MeetingKind.FINAL)
        josie, toby, _maya = live.papers.children
        mother = next(one for one in live.papers.parents if one.known_as == "Ms Carter")
        form = DecisionForm(live.desk, live.papers)
        async with shown(form, SMALL) as (app, pilot):
            tick(form, "JC", "TC")
            choose(app, "outcome", Outcome.CLOSE)
            await into(pilot, "reasons", "Five of six lines are done")
            await into(pilot, f"said-{mother.id.hex}", "I am glad")
            await pilot.press("ctrl+n")
            view = f"view-{mother.id.hex}"
            await until(pilot, lambda: "Choose what Ms Carter answers" in beneath(app, view))
            choose(app, view, ParentAnswer.AGREED)
            await pilot.press("ctrl+n")
            page = await until_shown(pilot, "[ ] JC", "[ ] TC", "[✓] MC", "Saved.")
            assert "not decided yet" in page
            assert not form.field("reasons").value
            choose(app, "outcome", Outcome.RETURN)
            await save(pilot)
            await until(pilot, app.was_left)
        assert app.left == "JC, TC and MC"
        kept = await live.read_again()
        outcomes = [kept.decision(child.id).outcome for child in kept.children]  # type: ignore[union-attr]
        assert outcomes == [Outcome.CLOSE, Outcome.CLOSE, Outcome.RETURN]
        for child in (josie, toby):
            decision = kept.decision(child.id)
            assert decision is not None
            assert decision.reasons == "Five of six lines are done"
            [view_of] = kept.decision_views(decision.id)
            assert (view_of.answer, view_of.said) == (ParentAnswer.AGREED, "I am glad")

        form = DecisionForm(live.desk, live.papers, live.papers.children[1])
        async with shown(form, SMALL) as (app, pilot):
            await until_shown(pilot, "JC and TC: recommended.", "[✓] JC", "[✓] TC", "[ ] MC")
            tick(form, "TC", "MC")
            await until_shown(pilot, "MC is decided already: return to a legal planning meeting.")
            tick(form, "TC")
            await into(pilot, "reasons")
            await pilot.press("end", "!")
            await pilot.press("ctrl+n")  # then whoever is decided otherwise
            await until_shown(pilot, "MC: recommended.", "[ ] TC", "[✓] MC")
        kept = await live.read_again()
        reasons = [kept.decision(child.id).reasons for child in kept.children]  # type: ignore[union-attr]
        assert reasons == ["Five of six lines are done", "Five of six lines are done!", ""]


async def test_it_says_who_authorised_it_and_that_a_change_needs_a_new_answer(
    tmp_path: Path,
) -> None:
    async with live_meeting(tmp_path) as live:
        await begin_review(live, MeetingKind.FINAL)
        [child, *_] = live.papers.children
        meeting, head = live.papers.meeting.id, live.papers.case.head_of_service_id
        assert head is not None
        await live.do(record_decision, meeting, [child.id], Outcome.CLOSE, {"reasons": "Done"})
        decision = live.papers.decision(child.id)
        assert decision is not None
        yes, at = AuthorityAnswer.AUTHORISED, live.desk.clock()
        await live.do(answer_decisions, [decision.id], yes, head, "Court Tracker", at)
        form = DecisionForm(live.desk, live.papers, child)
        async with shown(form) as (app, pilot):
            await until_shown(
                pilot,
                "JC: authorised by David Price, Court Tracker, Tue 6 Apr 2027.",
                "needs a new answer",
            )
            await save(pilot)  # nothing was changed, so nothing is recorded again
            await until(pilot, app.was_left)
        kept = await live.read_again()
        assert kept.authority(decision.id) is not None
        assert kept.decision(child.id).version == decision.version  # type: ignore[union-attr]
