"""A legal planning meeting held, decided, approved and written: by key and word alone."""

from __future__ import annotations

import zipfile
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
import pytest_asyncio
from live_meeting import OneScreen, picture
from until import one_line, until, until_shown, write

from agenda.legal_planning_words import PlanningOutcome
from agenda.records import ExpertEnquiry, new_key
from agenda.words import EntryKind, LineKind, LineState, MeetingKind, MeetingState, StaffRole
from plo_tui.desk import Me
from plo_tui.screens.before import BeforeScreen
from plo_tui.screens.case import CaseScreen
from plo_tui.screens.legal_planning_forms import ExportRecordForm
from plo_tui.screens.legal_planning_record import LegalPlanningRecordScreen
from plo_tui.screens.meeting import MeetingScreen
from plo_tui.screens.sign_off import SignOffScreen
from plo_tui.store.reading.legal_planning import read_legal_planning
from plo_tui.store.reading.papers import read_papers_with_legal_planning
from plo_tui.store.verbs import legal_planning, meeting, staff
from plo_tui.widgets.composer import Composer
from plo_tui.widgets.record_list import RecordList

if TYPE_CHECKING:
    from pathlib import Path
    from uuid import UUID

    from textual.pilot import Pilot

    from agenda.legal_planning_papers import LegalPlanningPapers
    from plo_tui.desk import Desk
    from plo_tui.store.work import Work

SMALL, WIDE = (80, 24), (120, 40)
PRIVATE = "privileged and confidential, for us and our lawyers alone"


class Planned:
    """The Carters with a legal planning meeting booked; its chair sits at the desk."""

    def __init__(self, desk: Desk, carter: Any, head: UUID) -> None:
        self.desk = desk
        self.carter = carter
        self.head = head
        self.meeting = new_key()
        self.expert = new_key()

    async def papers(self) -> LegalPlanningPapers:
        return await self.desk.read(
            read_papers_with_legal_planning, self.carter.case, self.meeting, self.desk.policy
        )

    async def texts(self) -> list[tuple[EntryKind, str]]:
        return [(row.kind, row.text) for row in (await self.papers()).entries]

    async def begin(self) -> None:
        sheet = self.desk.sheet_text(MeetingKind.LEGAL_PLANNING)
        policy, staff_here = self.desk.policy.pinned(), [self.head]
        await self.desk.do(meeting.open_meeting, self.meeting, sheet, policy, staff_here, [])

    def screen(self) -> MeetingScreen:
        return MeetingScreen(self.desk, self.carter.case, self.meeting)


@pytest_asyncio.fixture
async def planned(desk: Desk, carter: Any) -> Planned:
    head, lawyer = new_key(), new_key()
    await desk.do(staff.add_staff, head, "Rob Hale", StaffRole.HEAD_OF_SERVICE)
    await desk.do(staff.add_staff, lawyer, "Helen Ward", StaffRole.LAWYER)
    made = Planned(desk, carter, head)
    await desk.introduce(Me(head, "Rob Hale", StaffRole.HEAD_OF_SERVICE))
    values: meeting.MeetingValues = {"planned_on": date(2027, 1, 4), "chair_id": head}
    kind = MeetingKind.LEGAL_PLANNING
    await desk.do(meeting.plan_meeting, carter.episode, made.meeting, kind, values)

    def contact(work: Work) -> None:
        work.case_id = carter.case
        work.add(
            ExpertEnquiry(
                id=made.expert,
                episode_id=carter.episode,
                expert="Dr Ray Moss",
                field="psychology",
                report_weeks=8,
            )
        )

    await desk.do(contact)
    return made


async def line(pilot: Pilot[None], typed: str) -> None:
    """Type a line into the composer and send it."""
    pilot.app.screen.query_one(Composer).restore("")
    await write(pilot, typed)
    await pilot.press("enter")
    await pilot.pause()


async def loaded(pilot: Pilot[None]) -> None:
    await until(pilot, lambda: getattr(pilot.app.screen, "loaded", False))
    await pilot.pause()


async def jump(pilot: Pilot[None], item: str) -> None:
    await line(pilot, f"/jump {item}")


@pytest.mark.parametrize("screen", [CaseScreen, BeforeScreen])
async def test_it_is_begun_from_the_case_and_from_before_the_meeting(
    planned: Planned, screen: Any
) -> None:
    app = OneScreen(screen(planned.desk, planned.carter.case))
    async with app.run_test(size=SMALL) as pilot:
        await until_shown(pilot, "LEGAL PLANNING (ours", "Legal planning meeting · planned")
        in_case = screen is CaseScreen
        rows = app.screen.query_one("#work" if in_case else "#steps", RecordList)
        rows.focus()
        rows.go_to("LegalPlanning" if in_case else "Meeting", planned.meeting)
        await pilot.press("enter")
        page = one_line(await until_shown(pilot, "Begin the legal planning meeting of"))
        assert "Chair: Rob Hale." in page
        assert "Invited: Rob Hale, Dana Reed, Priya Shah and Helen Ward." in page
        assert "no parent" in page
        await pilot.press("enter")
        await loaded(pilot)
        page = await until_shown(pilot, "Before we start", PRIVATE)
        assert "Legal planning meeting" in page
    papers = await planned.papers()
    assert papers.meeting.state is MeetingState.LIVE
    assert {row.person_id for row in papers.attendance} == {None}


async def test_what_is_typed_is_ours_and_the_advice_is_privileged(planned: Planned) -> None:
    await planned.begin()
    app = OneScreen(planned.screen())
    async with app.run_test(size=SMALL) as pilot:
        await loaded(pilot)
        await jump(pilot, "7")
        await line(pilot, "rh: Threshold is met.")
        await until_shown(pilot, "PRIVILEGED")
        await jump(pilot, "4")
        await line(pilot, "/legal No order is needed today.")
        await line(pilot, "Josie sleeps badly.")
        await line(pilot, "/view Ms Carter: I did not do it.")
        await until_shown(pilot, "Only our own staff and lawyers speak here")
        await line(pilot, "/here Ms Carter")
        await until_shown(pilot, "Only our own staff and lawyers speak here")
        for word in ("/break Ms Carter", "/advice Ms Carter", "/date final review 6 apr"):
            await line(pilot, word)
            await until_shown(pilot, "No family is here")
        for word in ("/pages", "/table", "/authority"):
            await line(pilot, word)
            await until_shown(pilot, "No family is here")
            assert type(app.screen) is MeetingScreen
            assert app.focused is app.screen.query_one(Composer)
    assert await planned.texts() == [
        (EntryKind.PRIVILEGED, "No order is needed today."),
        (EntryKind.NOTE, "Josie sleeps badly."),
        (EntryKind.PRIVILEGED, "Threshold is met."),
    ]


async def test_the_shield_stays_off_as_people_come_in_and_is_one_key_away(
    planned: Planned,
) -> None:
    await planned.begin()
    assert planned.desk.policy.shield.on_entry
    app = OneScreen(planned.screen())
    async with app.run_test(size=SMALL) as pilot:
        await loaded(pilot)
        await pilot.press("f8", "f8")
        await until_shown(pilot, "Threshold, worries")
        assert not app.screen.shielded  # type: ignore[attr-defined]
        await jump(pilot, "7")
        await pilot.press("f12")
        await write(pilot, "Threshold is not met")
        await pilot.pause()
        assert "Threshold is not met" not in picture(app)


async def test_each_item_opens_its_own_form(planned: Planned) -> None:
    await planned.begin()
    app = OneScreen(planned.screen())
    async with app.run_test(size=WIDE) as pilot:
        await loaded(pilot)

        def field(key: str) -> Any:
            return app.screen.field(key)  # type: ignore[attr-defined]

        async def back() -> None:
            await until(pilot, lambda: type(app.screen) is MeetingScreen)
            await pilot.pause()

        await jump(pilot, "6")
        await pilot.press("ctrl+s")
        await until_shown(pilot, "Options considered", "Issue proceedings")
        field("considered-1").area.text = "Too early."
        field("option-3").input.value = "Supervision"
        await pilot.press("f10")
        await back()

        await line(pilot, "/outcome")
        await until_shown(pilot, "not decided yet")
        assert not field("why_not_outside").display
        field("outcome").value = PlanningOutcome.ISSUE
        await until(pilot, lambda: field("why_not_outside").display)
        field("outcome").value = PlanningOutcome.START
        field("reasons").area.text = "Change is possible."
        field("plo_considered").area.text = "Considered first."
        await pilot.press("f10")
        await back()

        await jump(pilot, "9")
        await line(pilot, "/visit We visit at home, every Tuesday")
        await pilot.press("ctrl+s")
        page = await until_shown(pilot, "Line 1 of the plan")
        assert "In this meeting" not in page
        await pilot.press("escape")
        await back()

        await jump(pilot, "11")
        await pilot.press("ctrl+s")
        await until_shown(pilot, "The timetable: the initial meeting", "Tue 12 Jan 2027")
        field("planned_on").input.value = "25 jan 2027"
        field("planned_at").input.value = "2pm"
        await pilot.press("f10")
        await back()

        await jump(pilot, "10")
        await pilot.press("ctrl+s")
        await until_shown(pilot, "Court Team asked", "Experts")
        field("court_team_asked_on").input.value = "4 jan 2027"
        field("court_team_asked_id").input.value = "Dana Reed"
        field("assessor_id").input.value = "Priya Shah"
        field("expert").value = planned.expert
        await until(pilot, lambda: field("report_on").display)
        await until_shown(pilot, "“Psychology assessment by Dr Ray Moss”")
        assert field("report_on").value == date(2027, 3, 22)
        await pilot.press("f10")
        await back()
    papers = await planned.papers()
    assert [(row.option, row.considered) for row in papers.options(planned.meeting)] == [
        ("Issue proceedings", "Too early."),
        ("Supervision", ""),
    ]
    said = papers.legal_planning(planned.meeting)
    assert said
    assert (said.outcome, said.court_team_asked_on) == (PlanningOutcome.START, date(2027, 1, 4))
    lines = {row.kind: row for row in papers.plan}
    assert lines[LineKind.ASSESSMENT].what == "Psychology assessment by Dr Ray Moss"
    assert lines[LineKind.ASSESSMENT].due == date(2027, 3, 22)
    assert lines[LineKind.VISIT].state is LineState.DRAFT
    assert lines[LineKind.VISIT].added_in is None
    [initial] = [one for one in papers.episode_meetings if one.kind is MeetingKind.INITIAL]
    assert (initial.planned_on, f"{initial.planned_at:%H:%M}") == (date(2027, 1, 25), "14:00")


async def test_a_finding_opens_the_form_where_it_is_put_right(planned: Planned) -> None:
    await planned.begin()
    values: legal_planning.OutcomeValues = {"outcome": PlanningOutcome.START, "reasons": "x"}
    await planned.desk.do(legal_planning.record_planning_outcome, planned.meeting, values)
    app = OneScreen(planned.screen())
    async with app.run_test(size=WIDE) as pilot:
        await loaded(pilot)
        found = {one.rule.key.removeprefix("legal_planning."): one for one in _open(app)}
        for rule, form in (
            ("considered", "PlanningOutcomeForm"),
            ("court_team", "PlanningAssessorForm"),
            ("draft_plan", "LineForm"),
            ("lawyer", "PeopleHereScreen"),
        ):
            await app.screen.go_to_finding(found[rule])  # type: ignore[attr-defined]
            await until(pilot, lambda form=form: type(app.screen).__name__ == form)  # type: ignore[misc]
            await pilot.pause()
            await pilot.press("escape")
            await until(pilot, lambda: type(app.screen) is MeetingScreen)


def _open(app: OneScreen) -> list[Any]:
    from agenda.concluding import concluding_findings

    screen: Any = app.screen
    return concluding_findings(screen.papers, screen.desk.days, screen.desk.today())


async def test_the_record_is_approved_by_its_chair_and_written_for_one_of_our_own(
    planned: Planned, tmp_path: Path, desk: Desk
) -> None:
    await planned.begin()
    await desk.do(meeting.conclude, planned.meeting, effective=True)
    app = OneScreen(CaseScreen(desk, planned.carter.case))
    async with app.run_test(size=SMALL) as pilot:
        await until_shown(pilot, "Enter opens its record")
        app.screen.query_one("#work").focus()
        await pilot.press("home", "enter")
        await until(pilot, lambda: type(app.screen) is LegalPlanningRecordScreen)
        await until_shown(pilot, "version 1 · DRAFT", "To approve: Rob Hale, who chaired it")
        await pilot.press("c")
        await until_shown(pilot, "I approve version 1 of this record as the chair.")
        await pilot.press("enter")
        await until_shown(pilot, "Approved by Rob Hale", "Version 1 is approved.")

        await pilot.press("x")
        await until(pilot, lambda: type(app.screen) is ExportRecordForm)
        form: Any = app.screen
        assert "Legal planning" in form.field("file").value
        assert "LEGAL PLANNING PLO-2026-014 record v1.docx" in form.field("file").value
        form.field("file").input.value = str(tmp_path / "record.docx")
        await pilot.press("f10")
        await until_shown(pilot, "Choose for whom of our own it is.")
        assert not (tmp_path / "record.docx").exists()
        form.field("to").value = "Helen Ward"
        await pilot.press("f10")
        await until_shown(pilot, "Written: ", "Given to Helen Ward by Rob Hale")

        await pilot.press("r")
        await until_shown(pilot, "Open this record again, as version 2")
        await write(pilot, "A name was wrong.")
        await pilot.press("f10")
        await until_shown(pilot, "version 2 · DRAFT")
    with zipfile.ZipFile(tmp_path / "record.docx") as parts:
        names = [name for name in parts.namelist() if "header" in name]
        assert all("PRIVILEGED AND CONFIDENTIAL" in parts.read(one).decode() for one in names)
    _papers, edition = await desk.read(read_legal_planning, planned.carter.case, planned.meeting)
    assert edition.record.version_reason == "A name was wrong."


async def test_the_folder_of_its_own_is_made_with_the_first_record(
    planned: Planned, tmp_path: Path, desk: Desk
) -> None:
    await planned.begin()
    papers, edition = await desk.read(read_legal_planning, planned.carter.case, planned.meeting)
    form = ExportRecordForm(desk, papers, edition, planned.meeting, tmp_path)
    app = OneScreen(form)
    async with app.run_test(size=WIDE) as pilot:
        await until_shown(pilot, "DRAFT will stand across every page")
        chosen: Any = form.field("to")
        chosen.value = "Helen Ward"
        await pilot.press("f10")
        await until(pilot, app.was_left)
    assert [one.name for one in (tmp_path / "Legal planning").iterdir()] == [
        "LEGAL PLANNING PLO-2026-014 record v1 DRAFT.docx"
    ]


async def test_nobody_but_its_chair_approves_and_sign_off_knows_it_not(
    planned: Planned, desk: Desk, carter: Any
) -> None:
    await planned.begin()
    await desk.do(meeting.conclude, planned.meeting, effective=True)
    await desk.introduce(Me(carter.papers.case.chair_id, "Dana Reed", StaffRole.TEAM_MANAGER))
    app = OneScreen(LegalPlanningRecordScreen(desk, carter.case, planned.meeting))
    async with app.run_test(size=SMALL) as pilot:
        await until_shown(pilot, "DRAFT – not approved")
        await pilot.press("c")
        await until_shown(pilot, "Only Rob Hale, who chaired this meeting, approves its record")
    app = OneScreen(SignOffScreen(desk, carter.case, planned.meeting))
    async with app.run_test(size=SMALL) as pilot:
        await until_shown(pilot, "Legal planning is the authority's and its lawyers' alone.")


async def test_one_without_a_referral_says_where_it_is_booked(
    planned: Planned, desk: Desk, carter: Any
) -> None:
    app = OneScreen(CaseScreen(desk, carter.case))
    async with app.run_test(size=WIDE) as pilot:
        await until_shown(pilot, "LEGAL PLANNING (ours alone)")
        app.screen.query_one("#work").focus()
        await pilot.press("home", "e")
        await until_shown(pilot, "Legal planning is booked from its referral")
    assert (await planned.papers()).meeting.place != "Room 9"
