"""Legal planning made ready: from a family with nothing to the meeting booked, by the keyboard."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from typing import TYPE_CHECKING, Any

import pytest
import pytest_asyncio
from form_steps import (
    OneScreenApp,
    beneath,
    choose,
    form_of,
    instead,
    into,
    picture,
    save,
)
from until import one_line, until, until_shown

from agenda.legal_planning_words import ConferenceStage, ThresholdForum
from agenda.records import Meeting, new_key
from agenda.words import ChildPlan, LineKind, MeetingKind, MeetingState, StaffRole
from plo_tui.desk import Me
from plo_tui.screens.before import BeforeScreen
from plo_tui.screens.booking_rows import BOOKED
from plo_tui.screens.case import CaseScreen
from plo_tui.screens.meeting_form import MeetingForm
from plo_tui.store.reading.papers import read_papers_with_legal_planning
from plo_tui.store.verbs import experts, family, planning, referrals, staff
from plo_tui.widgets.findings_list import FindingsList
from plo_tui.widgets.form_fields import ChoiceField
from plo_tui.widgets.record_list import RecordList

if TYPE_CHECKING:
    from uuid import UUID

    from textual.pilot import Pilot

    from agenda.legal_planning_papers import LegalPlanningPapers
    from plo_tui.desk import Desk
    from plo_tui.store.work import Work

WIDE, SMALL = (120, 40), (80, 24)
TODAY = date(2027, 1, 4)


@dataclass
class Reed:
    """A family with two children, and nothing of legal planning yet."""

    desk: Desk
    case: UUID
    episode: UUID
    isla: UUID
    head: UUID

    async def papers(self) -> LegalPlanningPapers:
        return await self.desk.read(read_papers_with_legal_planning, self.case)

    async def refer(self, **values: Any) -> UUID:
        """Record a referral that was submitted."""
        key = new_key()
        said: Any = {"summary": "Is the threshold met?", "submitted_on": TODAY, **values}
        await self.desk.do(referrals.record_referral, self.episode, key, None, said)
        return key

    async def approve(self, referral: UUID) -> None:
        row = (await self.papers()).referral
        assert row is not None
        approve = referrals.approve_referral
        await self.desk.do(approve, referral, row.version, self.head, TODAY, "by email")


@pytest_asyncio.fixture
async def reed(desk: Desk) -> Reed:
    case, isla, head = new_key(), new_key(), new_key()
    await desk.do(staff.add_staff, head, "Ruth Cole", StaffRole.HEAD_OF_SERVICE)
    await desk.do(family.new_case, case, "PLO-2027-003", None, None, head)
    child: family.ChildValues = {
        "full_name": "Isla Reed",
        "initials": "IR",
        "plan": ChildPlan.CHILD_PROTECTION,
    }
    await desk.do(family.add_child, case, isla, child)
    await desk.do(family.add_child, case, new_key(), {"full_name": "Noah Reed", "initials": "NR"})
    episode = (await desk.read(read_papers_with_legal_planning, case)).episode.id
    return Reed(desk, case, episode, isla, head)


def on_top(app: OneScreenApp) -> str:
    return type(app.screen).__name__


async def back(pilot: Pilot[None], name: str = "BeforeScreen") -> None:
    await until(pilot, lambda: on_top(pilot.app) == name)  # type: ignore[arg-type]


async def go_to(pilot: Pilot[None], words: str) -> None:
    """Press Enter on the finding that says this."""
    found = pilot.app.screen.query_one(FindingsList)
    place = next(n for n, one in enumerate(found.options) if words in str(one.prompt))
    found.focus()
    found.highlighted = place
    await pilot.press("enter")


async def test_from_a_family_with_nothing_to_the_meeting_booked(reed: Reed) -> None:
    app = OneScreenApp(reed.desk, CaseScreen(reed.desk, reed.case))
    async with app.run_test(size=SMALL) as pilot:
        await until_shown(pilot, "Next: complete the legal planning referral (b).")
        await pilot.press("b")
        await until_shown(pilot, "Referral · not begun", "There is no legal planning")
        await pilot.press("r")
        await until_shown(pilot, "The proposed draft plan is the plan itself: no line yet.")
        await into(pilot, "summary", "Is the threshold met?")
        await into(pilot, "completed_on", "4 jan")
        await into(pilot, "chronology_to", "3 jan")
        await into(pilot, "assessment", "Child and family assessment")
        await into(pilot, "assessment_on", "14 dec")
        await into(pilot, "submitted_on", "4 jan")
        choose(app, "threshold_forum", ThresholdForum.AREA)
        choose(app, "conference", ConferenceStage.REFERRED)
        choose(app, "expert_needed", True)
        await pilot.pause()
        await into(pilot, "threshold_on", "17 dec")
        await into(pilot, "conference_on", "21 dec")
        await save(pilot)
        page = one_line(await until_shown(pilot, "Referral · to be approved"))
        assert "MUST The head of service has not" in page
        await pilot.press("x")
        await back(pilot, "ExpertForm")
        await into(pilot, "expert", "Dr Lund")
        await into(pilot, "contacted_on", "4 jan")
        await into(pilot, "cost_pence", "2,400.5")
        await into(pilot, "report_weeks", "14")
        assert beneath(app, "cost_pence") == "£2,400.50"
        assert beneath(app, "report_weeks").startswith("Report in 14 weeks, 2 past the window")
        await save(pilot)
        await until_shown(pilot, "Expert: Dr Lund", "report in 14 weeks, 2 past the")
        await pilot.press("a")
        await until_shown(pilot, "The head of service approves the referral", "Is the threshold")
        await save(pilot)
        assert beneath(app, "how").endswith(
            "Say how Ruth Cole gave the approval, such as: by email."
        )
        await into(pilot, "how", "by email")
        await save(pilot)
        await until_shown(pilot, "Referral · meeting to be booked")
        await pilot.press("p")
        await until_shown(pilot, "Days that suit: Tue 5 Jan 2027, Thu 7 Jan 2027")
        assert form_of(app).field("planned_on").value == date(2027, 1, 5)
        await into(pilot, "planned_at", "2pm")
        await into(pilot, "place", "Room 4")
        await save(pilot)
        await until_shown(pilot, "Legal planning meeting · planned", "chair: Ruth Cole")
        booked = (await reed.papers()).legal_planning_meetings[0]
        app.screen.query_one("#steps", RecordList).go_to(BOOKED, booked.id)
        await pilot.press("enter")  # its heading in business support's list
        await back(pilot, "BookPlanningForm")
        await pilot.press("escape")
        await until_shown(pilot, "Legal planning meeting · planned")
        await pilot.press("escape")
        await until_shown(pilot, "Next: the legal planning meeting, Tue 5 Jan 2027 at 14:00 (b).")
    papers = await reed.papers()
    (met,) = papers.legal_planning_meetings
    assert (met.planned_at, met.place, met.chair_id) == (time(14), "Room 4", reed.head)
    (expert,) = papers.experts
    assert (expert.cost_pence, expert.report_weeks) == (240_050, 14)
    [row] = await reed.desk.home()
    assert (row.next_on, row.next_what) == (date(2027, 1, 5), "legal planning")


async def test_each_finding_leads_to_the_form_and_the_field_that_puts_it_right(
    reed: Reed,
) -> None:
    await reed.refer(submitted_on=None, expert_needed=True)
    key = new_key()
    asked: experts.ExpertValues = {"expert": "Dr Lund", "contacted_on": TODAY}
    await reed.desk.do(experts.add_expert, reed.episode, key, asked)
    app = OneScreenApp(reed.desk, BeforeScreen(reed.desk, reed.case))
    async with app.run_test(size=WIDE) as pilot:
        await until_shown(pilot, "Referral · to be submitted")
        for words, form, field in (
            ("Submit the referral", "ReferralForm", "submitted_on"),
            ("threshold was discussed", "ReferralForm", "threshold_forum"),
            ("family group conference", "ReferralForm", "conference"),
            ("Dr Lund has not said", "ExpertForm", "cost_pence"),
        ):
            await go_to(pilot, words)
            await back(pilot, form)
            here = form_of(app).field(field)
            await until(pilot, lambda here=here: app.focused in here.walk_children())  # type: ignore[misc]
            await pilot.press("escape")
            await back(pilot)
        for words, screen in (
            ("no proposed draft plan", "PlanScreen"),
            ("goals of IR", "ChildForm"),
        ):
            await go_to(pilot, words)
            await back(pilot, screen)
            await pilot.press("escape")
            await back(pilot)


async def test_an_emergency_is_recorded_with_why_and_booked_the_same_day(reed: Reed) -> None:
    app = OneScreenApp(reed.desk, BeforeScreen(reed.desk, reed.case))
    async with app.run_test(size=SMALL) as pilot:
        await until_shown(pilot, "Referral · not begun")
        assert "book planning" not in picture(app)
        await pilot.press("r")
        await back(pilot, "ReferralForm")
        assert "Why it cannot wait" not in picture(app)
        await into(pilot, "emergency")
        await pilot.press("space")
        await save(pilot)
        assert beneath(app, "emergency_why").endswith("Say why this cannot wait for the approval.")
        await into(pilot, "emergency_why", "A burn, today")
        await save(pilot)
        page = one_line(await until_shown(pilot, "EMERGENCY, recorded by Dana Reed"))
        assert "MUST" not in page
        await pilot.press("p")
        await until_shown(pilot, "An emergency is held on any working day", "Mon 4 Jan 2027")
        await save(pilot)
        await until_shown(pilot, "Legal planning meeting · planned")
    (met,) = (await reed.papers()).legal_planning_meetings
    assert met.planned_on == TODAY


async def test_a_day_that_does_not_suit_is_warned_of_and_stays_possible(reed: Reed) -> None:
    await reed.approve(await reed.refer())
    app = OneScreenApp(reed.desk, BeforeScreen(reed.desk, reed.case))
    async with app.run_test(size=WIDE) as pilot:
        await until_shown(pilot, "meeting to be booked")
        await pilot.press("p")
        await back(pilot, "BookPlanningForm")
        await instead(pilot, "planned_on", "26 mar")
        assert "no working day: Good Friday" in beneath(app, "planned_on")
        await instead(pilot, "planned_on", "13 jan")
        said = beneath(app, "planned_on")
        assert "usually on a Tuesday afternoon or Thursday afternoon, and this is a Wed" in said
        await instead(pilot, "planned_on", "12 jan")
        assert "SHOULD" not in beneath(app, "planned_on")
        await into(pilot, "planned_at", "10am")
        assert "not in the morning" in beneath(app, "planned_at")
        await save(pilot)
        await until_shown(pilot, "Tue 12 Jan 2027 · 10:00", "not in the morning")
        await pilot.press("enter")
        await back(pilot, "ReferralForm")
        await pilot.press("escape")
        await back(pilot)
        await pilot.press("p")
        await until_shown(pilot, "Change when and where")
        await instead(pilot, "planned_at", "2pm")
        await save(pilot)
        await until_shown(pilot, "Tue 12 Jan 2027 · 14:00")
        booked = (await reed.papers()).legal_planning_meetings[0]
        app.screen.query_one("#steps", RecordList).go_to("Meeting", booked.id)
        await pilot.press("delete")
        await until_shown(pilot, "Referral · meeting to be booked")
    assert (await reed.papers()).legal_planning_meetings == []


async def test_a_head_of_service_approves_in_their_own_name(reed: Reed) -> None:
    await reed.desk.introduce(Me(reed.head, "Ruth Cole", StaffRole.HEAD_OF_SERVICE))
    key = await reed.refer()
    app = OneScreenApp(reed.desk, BeforeScreen(reed.desk, reed.case))
    async with app.run_test(size=SMALL) as pilot:
        await until_shown(pilot, "to be approved")
        await pilot.press("a")
        await until_shown(pilot, "Ruth Cole, head of service")
        assert "How they gave it" not in picture(app)
        await save(pilot)
        await until_shown(pilot, "meeting to be booked")
        await pilot.press("r")
        await until_shown(pilot, "take the approval back first")
        await into(pilot, "summary", "And is it? ")
        await save(pilot)
        await until(pilot, lambda: "so it stays as they read it" in beneath(app, "summary"))
        await pilot.press("escape", "escape")
        await until_shown(pilot, "meeting to be booked")
        app.screen.query_one("#steps", RecordList).go_to("Referral", key)
        await pilot.press("w")
        await until_shown(pilot, "Take back the approval of the referral?")
        await pilot.press("enter")
        await until_shown(pilot, "to be approved")
        await pilot.press("r")
        await into(pilot, "summary", "And is it? ")
        await save(pilot)
        await until_shown(pilot, "And is it?")


async def test_an_expert_is_taken_back_with_one_key(reed: Reed) -> None:
    for name in ("Dr Lund", "Dr [/b] Okoro"):
        await reed.desk.do(experts.add_expert, reed.episode, new_key(), {"expert": name})
    app = OneScreenApp(reed.desk, BeforeScreen(reed.desk, reed.case))
    async with app.run_test(size=SMALL) as pilot:
        await until_shown(pilot, "Expert: Dr Lund", "Expert: Dr [/b] Okoro")
        await pilot.press("delete")
        await until_shown(pilot, "Expert: Dr Lund")
        await pilot.press("down", "delete")
        await until(pilot, lambda: "Dr Lund" not in picture(app))
        assert "Dr [/b] Okoro" in picture(app)


async def test_a_meeting_with_the_family_is_never_planned_as_legal_planning(reed: Reed) -> None:
    form = MeetingForm(reed.desk, await reed.papers(), kind=MeetingKind.INITIAL)
    app = OneScreenApp(reed.desk, form)
    async with app.run_test(size=SMALL) as pilot:
        await until_shown(pilot, "Plan a meeting")
        kinds = form.field("kind")
        assert isinstance(kinds, ChoiceField)
        offered = {value for _, value in kinds._pairs}
        assert offered == {MeetingKind.INITIAL, MeetingKind.MIDWAY, MeetingKind.FINAL}


async def test_the_draft_plan_in_the_referral_is_the_plan_itself(reed: Reed) -> None:
    line: planning.LineValues = {"kind": LineKind.VISIT, "what": "Visits every Tuesday"}
    await reed.desk.do(planning.add_line, reed.episode, new_key(), line)
    await reed.refer()
    app = OneScreenApp(reed.desk, BeforeScreen(reed.desk, reed.case))
    async with app.run_test(size=WIDE) as pilot:
        page = one_line(await until_shown(pilot, "SHOULD", "The plan has no bottom line."))
        assert "says nothing of visits" not in page
        found = [one_line(str(one.prompt)) for one in app.screen.query_one(FindingsList).options]
        assert any("SHOULD The plan has no parenting assessment." in one for one in found)
        await pilot.press("r")
        await until_shown(pilot, "The proposed draft plan is the plan itself: 1 line so far.")


@pytest.mark.parametrize("size", [WIDE, SMALL])
async def test_the_first_keys_in_the_footer_are_those_of_the_next_step(
    reed: Reed, size: tuple[int, int]
) -> None:
    await reed.approve(await reed.refer())
    app = OneScreenApp(reed.desk, BeforeScreen(reed.desk, reed.case))
    async with app.run_test(size=size) as pilot:
        await until_shown(pilot, "meeting to be booked")
        await until(pilot, lambda: "p book planning" in picture(app).splitlines()[-1])
        assert "h approval" not in picture(app).splitlines()[-1]


async def test_after_the_meeting_was_held_its_referral_stays_and_another_can_begin(
    reed: Reed,
) -> None:
    referral, key = await reed.refer(), new_key()
    await reed.approve(referral)
    await reed.desk.do(referrals.book_legal_planning, referral, key, {"planned_on": TODAY})
    await reed.desk.do(_conclude, key)
    app = OneScreenApp(reed.desk, BeforeScreen(reed.desk, reed.case))
    async with app.run_test(size=SMALL) as pilot:
        await until_shown(pilot, "Referral · meeting held", "Nothing left to do.")
        await pilot.press("enter")
        await back(pilot, "ReferralForm")
        assert form_of(app).field("summary").value == "Is the threshold met?"
        await save(pilot)
        await until_shown(pilot, "Legal planning met on this referral, so it stays.")
        await pilot.press("escape")
        await back(pilot)
        await pilot.press("r")
        await back(pilot, "ReferralForm")
        assert form_of(app).field("summary").value == ""
        await into(pilot, "summary", "The assessment is back")
        await save(pilot)
        await until_shown(pilot, "Referral · to be submitted", "The assessment is back")


def _conclude(work: Work, key: UUID) -> None:
    """End a meeting, as its own verb does."""
    work.in_case_of(key)
    work.change(Meeting, key, None, state=MeetingState.CONCLUDED)
