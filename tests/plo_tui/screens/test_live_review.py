"""A final review as it is chaired: from the item to its forms, the side, and what is still open."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from form_steps import into
from live_meeting import live_meeting, shown, write
from live_review import begin_review
from until import until, until_shown

from agenda.concluding import concluding_findings
from agenda.decision_words import Outcome, Trajectory
from agenda.extension_rules import RISK
from agenda.minuting_reasons import reasons_of
from agenda.words import MeetingKind
from plo_tui.screens.conclude import ConcludeScreen, OpenFindings
from plo_tui.screens.decision_form import DecisionForm
from plo_tui.screens.meeting import MeetingScreen
from plo_tui.screens.outcome_form import OutcomeForm
from plo_tui.screens.review_dates import ReviewDatesScreen
from plo_tui.screens.risk_form import RiskForm
from plo_tui.store.verbs.deciding import record_decision
from plo_tui.store.verbs.judging import record_judgement
from plo_tui.widgets.composer import Composer

if TYPE_CHECKING:
    from pathlib import Path
    from uuid import UUID

    from live_meeting import Live
    from textual.app import App

    from plo_tui.screens.form import FormScreen
    from plo_tui.store.verbs.deciding import DecisionValues

SMALL = (80, 24)


def is_in(app: App[None], form: type[FormScreen[Any]], key: str) -> bool:
    """Whether the cursor is in a field of a form of this kind."""
    seen = app.screen
    return isinstance(seen, form) and seen.focused is seen.field(key).editor


def meeting_screen(live: Live) -> MeetingScreen:
    return MeetingScreen(live.desk, live.papers.case_id, live.papers.meeting.id)


async def test_two_children_are_decided_differently_by_the_keys_alone(tmp_path: Path) -> None:
    async with live_meeting(tmp_path) as live:
        await begin_review(live, MeetingKind.FINAL)
        for child in live.papers.children:
            meeting = live.papers.meeting.id
            await live.do(record_judgement, meeting, child.id, Trajectory.REDUCED, "Six weeks")
        screen = meeting_screen(live)
        async with shown(screen, SMALL) as (app, pilot):
            await until(pilot, lambda: screen.loaded and isinstance(screen.focused, Composer))
            await write(pilot, "/jump decision")
            await pilot.press("enter", "ctrl+s")
            await until_shown(pilot, "[✓] JC", "[✓] TC", "[✓] MC")
            await pilot.press("shift+tab", "space", "shift+tab", "space")  # JC alone
            await until_shown(pilot, "[✓] JC", "[ ] TC", "[ ] MC")
            await pilot.press("tab", "tab", "right", "tab", "right", "tab")
            await write(pilot, "8 apr")
            await pilot.press("tab", *"Done", "ctrl+n")
            await until_shown(pilot, "[ ] JC", "[✓] TC", "[✓] MC", "Saved.")
            await pilot.press("right", "right", "tab")
            await until_shown(pilot, "18 May 2027 · week 18")
            await write(pilot, "14 may")
            await pilot.press("tab")
            await write(pilot, "15 apr")
            await pilot.press("ctrl+s")
            await until(pilot, lambda: app.screen is screen)
            page = await until_shown(pilot, "Saved for JC, TC and MC.")
            assert "close" not in page
            assert "extend" not in page
            await pilot.press("ctrl+o")
            await until_shown(
                pilot,
                "Decided so far",
                "JC close pre-proceedings",
                "TC extend to 14 May",
                "provisional Court Tracker 15 Apr",
            )
            screen.query_one("#plan").focus()
            await pilot.press("home", "down", "enter")
            await until_shown(pilot, "The decision", "[ ] JC", "[✓] TC", "TC and MC: provisional")
        kept = await live.read_again()
        josie, toby, _maya = [kept.decision(child.id) for child in kept.children]
        assert josie is not None
        assert toby is not None
        assert (josie.outcome, josie.letter_by, josie.reasons) == (
            Outcome.CLOSE,
            date(2027, 4, 8),
            "Done",
        )
        assert (toby.outcome, toby.new_end, toby.tracker_on) == (
            Outcome.EXTEND,
            date(2027, 5, 14),
            date(2027, 4, 15),
        )
        assert toby.reasons == ""
        window = kept.window
        assert window is not None
        assert window.last_day == date(2027, 5, 14)


async def test_what_is_open_opens_the_form_and_the_field_that_it_is_about(tmp_path: Path) -> None:
    async with live_meeting(tmp_path) as live:
        await begin_review(live, MeetingKind.FINAL)
        josie, toby, maya = live.papers.children
        decided = [child.id for child in (josie, toby)]
        meeting = live.papers.meeting.id
        extend: DecisionValues = {"new_end": date(2027, 5, 18)}
        await live.do(record_decision, meeting, decided, Outcome.EXTEND, extend)
        found = concluding_findings(live.papers, live.desk.days, live.desk.today())
        line = live.papers.plan[0]
        toby_s = live.papers.decision(toby.id)
        assert toby_s is not None
        goes: dict[tuple[str, UUID], tuple[type[FormScreen[Any]], str]] = {
            ("review.outcome", line.id): (OutcomeForm, "outcome"),
            ("review.judgement", toby.id): (RiskForm, f"risk-{toby.id.hex}"),
            ("decision.outcome", maya.id): (DecisionForm, "outcome"),
            ("decision.tracker", toby_s.id): (DecisionForm, "tracker_on"),
            ("decision.review_booked", toby_s.id): (ReviewDatesScreen, "final_on"),
        }
        screen = meeting_screen(live)
        async with shown(screen, SMALL) as (app, pilot):
            await until(pilot, lambda: screen.loaded and isinstance(screen.focused, Composer))
            for (rule, about), (form, field) in goes.items():
                [one] = [one for one in found if (one.rule.key, one.about) == (rule, about)]
                await screen.go_to_finding(one)
                await until(pilot, partial(is_in, app, form, field))
                assert screen.item.key == one.place
                await pilot.press("escape")
                await until(pilot, lambda: app.screen is screen)


async def test_each_item_of_a_midway_review_opens_its_form(tmp_path: Path) -> None:
    async with live_meeting(tmp_path) as live:
        await begin_review(live)
        screen = meeting_screen(live)
        opens = {
            "actions": "what became of it",
            "trajectory": "Which way things have gone",
            "decision": "The decision",
            "dates": "The reviews' dates",
        }
        keys = [item.key for item in live.papers.items]
        assert sorted(opens, key=keys.index) == list(opens)
        async with shown(screen, SMALL) as (app, pilot):
            await until(pilot, lambda: screen.loaded and isinstance(screen.focused, Composer))
            for key, title in opens.items():
                await screen.go(screen.papers.items[keys.index(key)])
                await pilot.press("ctrl+s")
                await until_shown(pilot, title)
                if key == "decision":
                    await pilot.press("right")
                    await until_shown(pilot, "continue to the final review")
                    await pilot.press("escape")
                await pilot.press("escape")
                await until(pilot, lambda: app.screen is screen)


async def test_the_day_of_the_letter_is_asked_where_no_review_follows(tmp_path: Path) -> None:
    async with live_meeting(tmp_path) as live:
        await begin_review(live, MeetingKind.FINAL)
        children = [child.id for child in live.papers.children]
        await live.do(
            record_decision, live.papers.meeting.id, children, Outcome.ISSUE, {"reasons": "Hurt"}
        )
        screen = meeting_screen(live)
        async with shown(screen, SMALL) as (app, pilot):
            await until(pilot, lambda: screen.loaded and isinstance(screen.focused, Composer))
            await screen.go(live.papers.items[-3])
            assert screen.item.key == "next"
            await pilot.press("ctrl+s")
            await until(pilot, partial(is_in, app, DecisionForm, "letter_by"))


async def test_an_extension_at_a_risk_that_is_not_less_passes_by_a_reason(tmp_path: Path) -> None:
    async with live_meeting(tmp_path) as live:
        await begin_review(live, MeetingKind.FINAL)
        josie = live.papers.children[0]
        meeting = live.papers.meeting.id
        await live.do(record_judgement, meeting, josie.id, Trajectory.SAME, "Two incidents")
        await live.do(record_decision, meeting, [josie.id], Outcome.EXTEND, {})
        screen = ConcludeScreen(live.desk, live.papers)
        async with shown(screen) as (_app, pilot):
            place = [one.rule for one in screen.found].index(RISK)
            listed = screen.query_one(OpenFindings)
            listed.highlighted = next(
                at for at, option in enumerate(listed.options) if option.id == str(place)
            )
            await pilot.press("r")
            await until_shown(pilot, "Record an exceptional reason", "An extension for JC")
            await into(pilot, "reason", "Rehab ends in May")
            await pilot.press("ctrl+s")
            await until_shown(pilot, "1 passed by a reason")
        [said] = reasons_of(await live.read_again())
        assert said.startswith("The decision for JC, on the rule “An extension needs")
        assert "Rehab ends in May (Sam Reed)" in said
