"""The case between and after reviews: authority, what fell, slippage, and what comes next."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from held_reviews import (
    CLOSED,
    EXTENDED,
    NEW_END,
    TRACKER,
    answer,
    book,
    decision,
    end_initial_meeting,
    hold,
    read_case,
    to_day,
)
from live_meeting import live_meeting, picture, shown, write
from until import one_line, until, until_shown

from agenda.decision_words import AuthorityAnswer, Outcome
from agenda.words import ApprovalRole, MeetingKind
from plo_tui.screens.authority_form import AuthorityForm
from plo_tui.screens.case import CaseScreen
from plo_tui.screens.case_next import next_step
from plo_tui.screens.meeting_form import MeetingForm
from plo_tui.store.reading.edition import read_edition
from plo_tui.store.verbs import signing
from plo_tui.widgets.form_fields import TickField
from plo_tui.widgets.record_list import RecordList

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any

    from live_meeting import Live, OneScreen
    from textual.pilot import Pilot

WIDE, SMALL = (120, 40), (80, 24)
NEXT_FINAL = date(2027, 5, 13)
AFTER_TRACKER = date(2027, 4, 16)
ISSUED = (Outcome.ISSUE, {"reasons": "Hurt again on Tuesday"})


def case_of(live: Live) -> CaseScreen:
    return CaseScreen(live.desk, live.papers.case_id)


async def fill(pilot: Pilot[None], key: str, text: str) -> None:
    """Put words in a line of the form in the place of what stands there."""
    field = pilot.app.screen.field(key)  # type: ignore[attr-defined]
    field.editor.clear()
    field.focus_editor()
    await write(pilot, text)


def choose(app: OneScreen, answer: AuthorityAnswer) -> None:
    app.screen.field("answer").value = answer  # type: ignore[attr-defined]


def on_top(app: OneScreen) -> str:
    return type(app.screen).__name__


async def test_an_urgent_decision_is_authorised_by_telephone_and_an_extension_at_the_tracker(
    tmp_path: Path,
) -> None:
    async with live_meeting(tmp_path) as live:
        await end_initial_meeting(live)
        decided: Any = {"JC": ISSUED, "TC": (Outcome.EXTEND, EXTENDED)}
        await hold(live, decided)
        await chair_approves(live)
        async with shown(case_of(live), SMALL) as (app, pilot):
            page = await until_shown(pilot, "DECISIONS", "JC: issue proceedings")
            assert "Next: record who authorises the decision for JC (a)." in page
            assert "recommended by Sam Reed, 1 Apr" in page
            await pilot.press("a")
            await until_shown(pilot, "Issue proceedings for JC, recommended by Sam Reed, 1 Apr.")
            assert isinstance(app.screen, AuthorityForm)
            assert app.screen.field("forum").typed == ""
            await pilot.press("ctrl+s")
            await until_shown(pilot, "Say whether it was authorised or refused")
            choose(app, AuthorityAnswer.AUTHORISED)
            await fill(pilot, "staff_id", "Rob")
            await pilot.press("ctrl+s")
            await until_shown(pilot, "Fill in where it was decided")
            await fill(pilot, "forum", "Duty line")
            tick = app.screen.field("by_telephone")
            assert isinstance(tick, TickField)
            tick.box.value = True
            await pilot.press("ctrl+s")
            page = await until_shown(pilot, "authorised by Rob Hale")
            assert "by telephone" in page
            assert "MC: not decided yet" in await until_shown(pilot, "TC: extend to 18 May")
            await pilot.press("down", "enter")
            page = one_line(await until_shown(pilot, "Extend to Tue 18 May 2027 for TC, prov"))
            assert "until the Court Tracker of Thu 15 Apr." in page
            form = app.screen
            assert isinstance(form, AuthorityForm)
            assert form.field("forum").typed == "Court Tracker"
            choose(app, AuthorityAnswer.REFUSED)
            await fill(pilot, "staff_id", "Sam Reed")
            await fill(pilot, "why", "The risk is not less")
            await pilot.press("ctrl+s")
            await until_shown(pilot, "answered by the head of service")
            await fill(pilot, "staff_id", "Rob Hale")
            await pilot.press("ctrl+s")
            await until_shown(pilot, "refused by Rob Hale", "The risk is not less")
        kept = await read_case(live)
        given = kept.authority(decision(kept, "JC").id)
        assert given
        assert (given.by_telephone, given.given_at) == (True, live.now.replace(second=0))
        assert next_step(kept) == ("Next: plan a review to decide again for TC", "plan_meeting")


async def test_children_with_the_same_outcome_are_answered_at_once(tmp_path: Path) -> None:
    async with live_meeting(tmp_path) as live:
        head = await end_initial_meeting(live)
        close = (Outcome.CLOSE, CLOSED)
        await hold(live, {"JC": close, "TC": close, "MC": ISSUED})  # type: ignore[dict-item]
        async with shown(case_of(live), WIDE) as (app, pilot):
            await until_shown(pilot, "record who authorises the decisions for JC, TC and MC (a).")
            await pilot.press("a")
            await until_shown(pilot, "Close pre-proceedings for TC")
            choose(app, AuthorityAnswer.AUTHORISED)
            await fill(pilot, "staff_id", "Rob Hale")
            await fill(pilot, "forum", "Panel")
            await pilot.press("ctrl+s")
            await until_shown(pilot, "record who authorises the decision for MC (a).")
        live.papers = await read_case(live)
        await answer(live, "MC", AuthorityAnswer.AUTHORISED, head)
        command = next_step(await read_case(live))[1]
        assert command == "open_sign_off"  # and no review is asked for
        async with shown(case_of(live), WIDE) as (app, pilot):
            page = await until_shown(pilot, "DECISIONS")
            assert "authority" not in page.splitlines()[-1]
            await pilot.press("a")
            assert on_top(app) == "CaseScreen"


async def test_an_extension_that_lapses_leaves_no_date_without_a_word(tmp_path: Path) -> None:
    async with live_meeting(tmp_path) as live:
        await end_initial_meeting(live)
        extended: Any = (Outcome.EXTEND, EXTENDED)
        await hold(live, {"JC": extended, "TC": extended, "MC": extended})
        review = await book(live, MeetingKind.FINAL, NEXT_FINAL)
        async with shown(case_of(live), WIDE) as (app, pilot):
            page = one_line(await until_shown(pilot, "provisional, Court Tracker 15 Apr"))
            assert "18 weeks to Tue 18 May 2027 (extended for JC, TC and MC, provisional" in page
            assert "» extended from Wed 7 Apr" in page
            assert "past the window" not in page
        to_day(live, AFTER_TRACKER)
        async with shown(case_of(live), WIDE) as (app, pilot):
            page = one_line(await until_shown(pilot, "lapsed after Court Tracker 15 Apr"))
            assert "! 2 dates are past the window: line 2, 14 Apr; final review, 13 May." in page
            assert "12 weeks to Tue 6 Apr 2027 · ended 10 days ago" in page
            again = "decide again for JC, TC and MC in the final review, Thu 13 May 2027 at 10:00"
            assert again in page
            await pilot.press("end")
            app.screen.query_one("#work").go_to("Meeting", review)  # type: ignore[attr-defined]
            await pilot.press("e")
            await until_shown(pilot, "after the window ends on Tue 6 Apr 2027", "Exceptional")
            await fill_text(pilot, "reason", "The course ends on 7 May")
            await pilot.press("ctrl+s")
            page = one_line(await until_shown(pilot, "! 1 date is past the window: line 2, 14 Apr"))
            assert (
                "Past the window with a reason: final review, 13 May. "
                "The course ends on 7 May — Sam Reed." in page
            )


async def test_the_next_final_review_is_suggested_at_the_end_of_the_extension(
    tmp_path: Path,
) -> None:
    async with live_meeting(tmp_path) as live:
        await end_initial_meeting(live)
        await hold(live, {"JC": (Outcome.EXTEND, EXTENDED)})
        papers = await read_case(live)
        async with shown(MeetingForm(live.desk, papers), WIDE) as (app, pilot):
            await until_shown(pilot, "Final review")
            field = app.screen.field("planned_on")  # type: ignore[attr-defined]
            assert field.value == NEW_END
            assert "after the window" not in picture(app)


async def test_slippage_is_answered_no_with_a_reason_and_stays_on_the_case(tmp_path: Path) -> None:
    async with live_meeting(tmp_path) as live:
        await end_initial_meeting(live)
        to_day(live, date(2027, 3, 4))
        async with shown(case_of(live), SMALL) as (_app, pilot):
            asked = "Was a midway review considered? Say yes or no, and why. (g)"
            await until_shown(pilot, "Lines 1 and 7 are late", asked)
            await pilot.press("g")
            await until_shown(pilot, "The plan is slipping: a midway review?")
            await pilot.press("ctrl+s")
            await until_shown(pilot, "Say whether a midway review is held")
            await pilot.press("right", "right", "ctrl+s")
            await until_shown(pilot, "There are no words to save")
            await pilot.press(*"Booked", "ctrl+s")
            await until_shown(pilot, "CHILDREN")
            await until(pilot, lambda: "midway review considered?" not in picture(pilot.app))
            await pilot.press("end")
            page = await until_shown(pilot, "Thu 4 Mar 2027: not held")
            assert "Booked" in page
            rows = [str(one.prompt) for one in _app.screen.query_one("#work", RecordList).options]
            assert "MIDWAY REVIEW CONSIDERED" in rows
            await pilot.press("g")
            assert on_top(_app) == "CaseScreen"


async def test_slippage_answered_yes_goes_on_to_planning_the_midway_review(
    tmp_path: Path,
) -> None:
    async with live_meeting(tmp_path) as live:
        await end_initial_meeting(live)
        to_day(live, date(2027, 3, 4))
        async with shown(case_of(live), WIDE) as (app, pilot):
            await until_shown(pilot, "Was a midway review considered?")
            await pilot.press("g")
            await until_shown(pilot, "The plan is slipping: a midway review?")
            await pilot.press("right", "tab", *"Late", "ctrl+s")
            await until_shown(pilot, "Plan a meeting", "Midway review")
            await pilot.press("escape")
            await until_shown(pilot, "A midway review was to be held: plan it. (g)")
            await pilot.press("g")
            await until_shown(pilot, "Plan a meeting", "Midway review")
            await fill(pilot, "planned_on", "fri")
            await pilot.press("ctrl+s")
            await until_shown(pilot, "Midway review · planned")
            await until(pilot, lambda: "plan it" not in picture(app))


async def test_what_comes_next_after_each_decision(tmp_path: Path) -> None:
    async with live_meeting(tmp_path) as live:
        head = await end_initial_meeting(live)
        await issue_minutes(live)
        extended: Any = (Outcome.EXTEND, EXTENDED)
        closed: Any = (Outcome.CLOSE, CLOSED)
        await hold(live, {"JC": closed, "TC": extended, "MC": closed})
        live.papers = await read_case(live)
        await answer(live, "JC", AuthorityAnswer.AUTHORISED, head)
        await answer(live, "MC", AuthorityAnswer.AUTHORISED, head)
        await issue_minutes(live)
        said = "Next: the Court Tracker of Thu 15 Apr 2027 answers the extension for TC; record it"
        assert next_step(await read_case(live)) == (said, "record_authority")
        to_day(live, TRACKER)
        await answer(live, "TC", AuthorityAnswer.AUTHORISED, head)
        assert next_step(await read_case(live)) == (
            "Next: plan the final review", "plan_meeting"
        )  # fmt: skip
        await book(live, MeetingKind.FINAL, NEXT_FINAL)
        assert next_step(await read_case(live)) == (
            "Next: the final review, Thu 13 May 2027 at 10:00", "open_meeting"
        )  # fmt: skip


async def fill_text(pilot: Pilot[None], key: str, text: str) -> None:
    pilot.app.screen.field(key).focus_editor()  # type: ignore[attr-defined]
    await write(pilot, text)


async def chair_approves(live: Live) -> None:
    """The chair approves the latest minutes, which freezes what they say."""
    papers = await read_case(live)
    latest = papers.meetings[-1]
    edition = await live.desk.read(read_edition, papers.case_id, latest.id)
    assert latest.chair_id
    role, seen = ApprovalRole.CHAIR, edition.fingerprint
    await live.do(signing.approve, latest.id, role, latest.chair_id, seen, "here")


async def issue_minutes(live: Live) -> None:
    """Have the latest minutes approved by chair and legal, and issue them."""
    await chair_approves(live)
    papers = await read_case(live)
    latest = papers.meetings[-1]
    edition = await live.desk.read(read_edition, papers.case_id, latest.id)
    lawyer = next(one for one in papers.staff if one.role.value == "local authority solicitor")
    role, seen = ApprovalRole.LEGAL, edition.fingerprint
    await live.do(signing.approve, latest.id, role, lawyer.id, seen, "by email")
    await live.do(signing.issue, latest.id, ["Ms Carter"])
