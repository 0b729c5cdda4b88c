"""The case: its weeks and records at a glance, and every way out of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from live_meeting import OneScreen, picture
from until import one_line, until, until_shown, write

from agenda.records import new_key
from agenda.words import MeetingKind, MeetingState, StaffRole
from plo_tui.desk import Me
from plo_tui.screens.case import CaseScreen
from plo_tui.screens.case_next import next_step
from plo_tui.settings import Settings
from plo_tui.store.reading.papers import read_papers, read_papers_with_legal_planning
from plo_tui.store.verbs import concerns, family, meeting
from plo_tui.store.verbs.staff import add_staff

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any

    from agenda.legal_planning_papers import LegalPlanningPapers
    from plo_tui.desk import Desk

WIDE, SMALL = (120, 40), (80, 24)


def on_top(app: OneScreen) -> str:
    return type(app.screen).__name__


async def read(desk: Desk, carter: Any) -> LegalPlanningPapers:
    return await desk.read(read_papers_with_legal_planning, carter.case, None, desk.policy)


async def test_a_case_shows_its_weeks_family_worries_plan_and_meeting(
    desk: Desk, carter: Any
) -> None:
    await desk.do(concerns.add_example, carter.neglect, date(2026, 12, 1), "No clean bed.")
    app = OneScreen(CaseScreen(desk, carter.case))
    async with app.run_test(size=WIDE) as pilot:
        page = await until_shown(pilot, "Initial meeting · planned")
        assert "PLO-2026-014 · JC, LC, BC" in page
        assert "Next: the initial meeting, Tue 12 Jan 2027 at 10:00 (o)." in page
        assert "starts Tue 12 Jan 2027 · provisional until the initial meeting is held" in page
        assert "I initial meeting Tue 12 Jan" in page
        assert "h Good Friday Fri 26 Mar" in page
        assert "1 line 1 due Fri 5 Feb" in page
        assert "7 years, born Fri 3 May 2019" in page
        assert "not yet born, due Tue 20 Apr 2027" in page
        assert "Ms Carter · mother" in page
        assert "PR: yes" in page
        assert "solicitor: Ian Moss, Moss & Lane" in page
        assert "Mr Dale · father" in page
        assert "solicitor: not known" in page
        assert "1 Neglect" in page
        assert "1 dated example, the last Tue 1 Dec 2026" in page
        assert "PLAN (1 draft)" in page
        assert "Ms Carter · Fri 5 Feb, week 4 · draft" in page
        await pilot.resize_terminal(*SMALL)
        page = await until_shown(pilot, "Next: the initial meeting", "MEETINGS", "Josie Carter")
        assert "F1 help  ^p commands" in page


async def test_enter_on_the_planned_meeting_asks_once_and_then_begins_it(
    desk: Desk, carter: Any
) -> None:
    lawyer = new_key()
    await desk.do(add_staff, lawyer, "Helen Ward", StaffRole.LAWYER)
    app = OneScreen(CaseScreen(desk, carter.case))
    async with app.run_test(size=SMALL) as pilot:
        await until_shown(pilot, "Initial meeting · planned")
        await pilot.press("enter")
        page = one_line(await until_shown(pilot, "Begin the initial meeting of PLO-2026-014 now?"))
        assert "It was planned for Tue 12 Jan 2027, which is not today." in page
        assert "Chair: Dana Reed. Minutes: Dana Reed." in page
        assert "Invited: Dana Reed, Priya Shah, Helen Ward, Ms Carter, Mr Dale" in page
        assert "Ian Moss." in page
        await pilot.press("escape")
        await until(pilot, lambda: on_top(app) == "CaseScreen")
        assert (await read(desk, carter)).meetings[0].state is MeetingState.PLANNED
        await pilot.press("o")
        await until_shown(pilot, "Begin the initial meeting")
        await pilot.press("enter")
        await until(pilot, lambda: on_top(app) == "MeetingScreen")
    began = (await read(desk, carter)).meetings[0]
    assert began.state is MeetingState.LIVE
    assert began.minute_taker_id == desk.me.id  # type: ignore[union-attr]
    assert began.policy_text == desk.policy.pinned()
    attended = await desk.read(read_papers, carter.case, carter.meeting)
    assert {row.staff_id or row.person_id for row in attended.attendance} >= {
        lawyer,
        carter.mother,
        carter.father,
    }


async def test_a_running_meeting_is_gone_back_to_without_a_question(
    desk: Desk, carter: Any
) -> None:
    await begin(desk, carter)
    app = OneScreen(CaseScreen(desk, carter.case))
    async with app.run_test(size=SMALL) as pilot:
        await until_shown(pilot, "The initial meeting is running: go back to it (o).")
        await pilot.press("o")
        await until(pilot, lambda: on_top(app) == "MeetingScreen")


async def test_whoever_has_no_part_in_a_meeting_is_told_before_it_begins(
    desk: Desk, carter: Any
) -> None:
    other = new_key()
    await desk.do(add_staff, other, "Kim Lowe", StaffRole.SOCIAL_WORKER)
    await desk.do(
        meeting.change_meeting, carter.meeting, 1, {"minute_taker_id": carter_worker(carter)}
    )
    await desk.introduce(Me(other, "Kim Lowe", StaffRole.SOCIAL_WORKER))
    app = OneScreen(CaseScreen(desk, carter.case))
    async with app.run_test(size=SMALL) as pilot:
        await until_shown(pilot, "Initial meeting · planned")
        await pilot.press("enter")
        await until_shown(pilot, "You are neither its chair nor its minute-taker.")


async def test_a_broken_sheet_is_one_sentence_and_nothing_begins(
    desk: Desk, carter: Any, tmp_path: Path
) -> None:
    sheet = tmp_path / "initial.toml"
    sheet.write_text("title = 'No items'\nwhat = 1\n", encoding="utf-8")
    desk.settings = replace(Settings(), sheets={"initial": sheet})
    app = OneScreen(CaseScreen(desk, carter.case))
    async with app.run_test(size=WIDE) as pilot:
        await until_shown(pilot, "Initial meeting · planned")
        await pilot.press("enter")
        await until_shown(pilot, "Begin the initial meeting")
        await pilot.press("enter")
        await until_shown(pilot, "The meeting was not begun.", "initial.toml, line")
        sheet.unlink()
        await pilot.press("o")
        await until_shown(pilot, "Begin the initial meeting")
        await pilot.press("enter")
        await until_shown(pilot, "initial.toml: it cannot be read")
        assert on_top(app) == "CaseScreen"
    assert (await read(desk, carter)).meetings[0].state is MeetingState.PLANNED


async def test_a_case_without_a_meeting_says_what_comes_next_with_the_users_own_key(
    desk: Desk,
) -> None:
    case = new_key()
    decided = date(2026, 12, 14)
    await desk.do(family.new_case, case, "PLO-2026-020", decided_on=decided)
    desk.settings = Settings(keys={"plan_meeting": ("f5",)})
    app = OneScreen(CaseScreen(desk, case))
    async with app.run_test(size=SMALL) as pilot:
        page = await until_shown(pilot, "Next: plan the initial meeting (F5).")
        assert "No window yet: it starts with the initial meeting." in page
        assert page.count("none yet") == 6
        assert "sign-off" not in page.splitlines()[-1]


async def test_the_record_under_the_cursor_opens_in_its_form_and_comes_back_changed(
    desk: Desk, carter: Any
) -> None:
    app = OneScreen(CaseScreen(desk, carter.case))
    async with app.run_test(size=WIDE) as pilot:
        await until_shown(pilot, "Initial meeting · planned")
        await pilot.press("shift+tab", "home", "e")
        await until(pilot, lambda: on_top(app) == "ChildForm")
        await desk.do(family.change_child, carter.josie, 1, {"full_name": "Josephine Carter"})
        await pilot.press("escape")
        await until_shown(pilot, "Josephine Carter (JC)")
        for key, form in (
            ("c", "ChildForm"),
            ("p", "PersonForm"),
            ("w", "ConcernForm"),
            ("m", "MeetingForm"),
            ("l", "PlanScreen"),
        ):
            await pilot.press(key)
            await until(pilot, lambda form=form: on_top(app) == form)  # type: ignore[misc]
            await pilot.press("escape")
            await until(pilot, lambda: on_top(app) == "CaseScreen")


async def test_markup_and_escape_codes_in_a_worry_are_shown_as_text(
    desk: Desk, carter: Any
) -> None:
    heading = "Home [/b] \x1b[31mred\u202e"
    await desk.do(concerns.add_concern, carter.episode, new_key(), {"heading": heading})
    app = OneScreen(CaseScreen(desk, carter.case))
    async with app.run_test(size=WIDE) as pilot:
        await until_shown(pilot, "3 Home [/b] ␛[31mred⟨RLO⟩")
        assert "\x1b" not in picture(app)


@pytest.mark.parametrize("effective", [True, False])
async def test_after_the_meeting_its_minutes_come_next(
    desk: Desk, carter: Any, effective: bool
) -> None:
    await begin(desk, carter)
    await desk.do(meeting.conclude, carter.meeting, effective=effective, why_not="Nobody came")
    said, command = next_step(await read(desk, carter))
    assert (said, command) == (
        "Next: the chair approves the minutes of the initial meeting",
        "open_sign_off",
    )
    app = OneScreen(CaseScreen(desk, carter.case))
    async with app.run_test(size=WIDE) as pilot:
        page = await until_shown(pilot, "Minutes of meeting 1, version 1")
        assert "minutes: DRAFT – not approved" in page
        assert ("not effective: Nobody came" in page) is not effective
        await pilot.press("x")
        await until(pilot, lambda: on_top(app) == "ExportForm")
        await pilot.press("escape")
        await until(pilot, lambda: on_top(app) == "CaseScreen")
        await pilot.press("s")
        await until(pilot, lambda: on_top(app) == "SignOffScreen")


async def test_the_footer_of_a_small_window_begins_with_what_comes_next(
    desk: Desk, carter: Any
) -> None:
    def begins(words: str) -> bool:
        return picture(app).splitlines()[-1].strip().startswith(words)

    app = OneScreen(CaseScreen(desk, carter.case))
    async with app.run_test(size=SMALL) as pilot:
        await until(pilot, lambda: begins("o meeting"))
        await begin(desk, carter)
        await desk.do(meeting.conclude, carter.meeting, effective=True)
        app.screen.read_case()  # type: ignore[attr-defined]
        await until(pilot, lambda: begins("s sign-off"))


def carter_worker(carter: Any) -> Any:
    return carter.papers.case.social_worker_id


async def begin(desk: Desk, carter: Any) -> None:
    """Begin the initial meeting, as another terminal would."""
    await desk.do(
        meeting.open_meeting,
        carter.meeting,
        desk.sheet_text(MeetingKind.INITIAL),
        desk.policy.pinned(),
        [carter.papers.case.chair_id],
        [carter.mother],
    )


async def test_who_works_with_the_family_can_be_changed(desk: Desk, carter: Any) -> None:
    app = OneScreen(CaseScreen(desk, carter.case))
    async with app.run_test(size=WIDE) as pilot:
        await until_shown(pilot, "CHILDREN")
        await pilot.press("t")
        await until_shown(pilot, "Who works with this family")
        await pilot.press("ctrl+u")
        await write(pilot, "Nell Quay")
        await until_shown(pilot, "New: Nell Quay is added as social worker.")
        await pilot.press("ctrl+s")
        await until_shown(pilot, "Save again to add Nell Quay as social worker.")
        await pilot.press("ctrl+s")
        await until_shown(pilot, "CHILDREN")
    papers = await read(desk, carter)
    worker = papers.find("Staff", papers.case.social_worker_id)
    assert worker is not None
    assert (worker.name, worker.role) == ("Nell Quay", StaffRole.SOCIAL_WORKER)
