"""Before a meeting: business support's list, cover, invitations and dates, with keys alone."""

from __future__ import annotations

from datetime import date, time
from typing import TYPE_CHECKING, Any

import pytest
from form_steps import Carter, form_of
from live_meeting import OneScreen, picture, shown, write
from until import one_line, until, until_shown

from agenda.booking_words import BookingWhat, InvitedGroup
from agenda.copies_words import WithheldKind
from agenda.given_out import given_out
from agenda.records import KeptApart, Withheld, new_key
from agenda.words import MeetingKind, StaffRole
from plo_tui.screens.before import BeforeScreen
from plo_tui.screens.dates import DatesScreen
from plo_tui.screens.invitations_form import InvitationsForm
from plo_tui.store.reading.papers import read_papers_with_legal_planning
from plo_tui.store.verbs.family import change_person
from plo_tui.store.verbs.meeting import MeetingValues, change_meeting, plan_meeting
from plo_tui.store.verbs.staff import add_staff
from plo_tui.widgets.record_list import RecordList

if TYPE_CHECKING:
    from pathlib import Path

    from textual.pilot import Pilot

    from agenda.legal_planning_papers import LegalPlanningPapers
    from agenda.records import Meeting
    from plo_tui.desk import Desk
    from plo_tui.store.work import Work

WIDE, SMALL = (120, 40), (80, 24)
TRAPS = (
    "12 Mill Lane",
    "Lena",
    "Dale",
    "Josie",
    "Leo",
    "Carter",
    "Neglect",
    "Oak Tree",
    "LC",
    "JC",
)
"""The family's words: their names, initials, address, worry and a withheld school."""


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """A folder for what is written."""
    folder = tmp_path / "out"
    folder.mkdir()
    return folder


async def papers_of(desk: Desk, carter: Carter) -> LegalPlanningPapers:
    return await desk.read(read_papers_with_legal_planning, carter.case, None, desk.policy)


async def meeting_of(desk: Desk, carter: Carter) -> Meeting:
    found: Meeting | None = (await papers_of(desk, carter)).find("Meeting", carter.meeting)
    assert found
    return found


def keep_apart(work: Work, case_id: Any, one: Any, other: Any, child: Any) -> None:
    """Record that two must not meet, and a detail that is withheld."""
    work.case_id = case_id
    work.add(
        KeptApart(case_id=case_id, person_id=one, other_id=other, why="Fear"),
        Withheld(
            case_id=case_id, child_id=child, kind=WithheldKind.SCHOOL, words="Oak Tree School"
        ),
    )


async def go_to(app: OneScreen, pilot: Pilot[None], words: str) -> None:
    """Put the cursor on the row that says this."""
    rows = app.screen.query_one("#steps", RecordList)
    places = [n for n, one in enumerate(rows.options) if words in str(one.prompt)]
    rows.highlighted = places[0]
    await pilot.pause()


async def test_one_key_goes_to_what_is_still_to_book_and_another_ticks_it(
    desk: Desk, carter: Carter
) -> None:
    async with shown(BeforeScreen(desk, carter.case), SMALL) as (app, pilot):
        page = await until_shown(pilot, "BOOKING: INITIAL MEETING", "○ Room")
        assert "b to book" in page.splitlines()[-1]
        still = len([line for line in page.splitlines() if "○" in line])
        for left in range(still, 0, -1):
            await until_shown(pilot, f"{left} of 4 still to do")
            await pilot.press("b")
            await until(pilot, lambda: "t tick" in picture(app).splitlines()[-1])
            await pilot.press("t")
        page = await until_shown(pilot, "all 4 seen to")
        assert "○" not in page
        assert "b to book" not in page.splitlines()[-1]


async def test_the_list_is_ticked_filled_in_and_taken_back(desk: Desk, carter: Carter) -> None:
    async with shown(BeforeScreen(desk, carter.case), SMALL) as (app, pilot):
        page = await until_shown(pilot, "BOOKING: INITIAL MEETING", "○ Room")
        assert "Tue 12 Jan 2027 · 10:00" in page
        assert "Book a room for the initial" in one_line(page)
        await go_to(app, pilot, "Room")
        await pilot.press("t")
        await until_shown(pilot, "✓ Room", "Mon 4 Jan 2027, Dana Reed")
        await pilot.press("enter")
        await until_shown(pilot, "What was booked")
        form_of(app).field("note").area.text = "Room 3, until one"  # type: ignore[attr-defined]
        await pilot.press("f10")
        await until_shown(pilot, "Room 3, until one · Mon 4 Jan")
        (step,) = (await papers_of(desk, carter)).booking_steps(carter.meeting)
        assert (step.what, step.note) == (BookingWhat.ROOM, "Room 3, until one")
        await go_to(app, pilot, "Our solicitor")
        await pilot.press("enter")
        await until_shown(pilot, "Not needed, because")
        form_of(app).field("not_needed_why").area.text = "She was told"  # type: ignore[attr-defined]
        await pilot.press("f10")
        await until_shown(pilot, "✓ Our solicitor invited", "not needed: She was told")
        await pilot.press("t")
        await until_shown(pilot, "○ Our solicitor invited")


async def test_cover_is_agreed_and_the_meeting_says_for_whom(desk: Desk, carter: Carter) -> None:
    await desk.do(add_staff, new_key(), "Tess Hill", StaffRole.TEAM_MANAGER)
    async with shown(BeforeScreen(desk, carter.case), SMALL) as (app, pilot):
        await until_shown(pilot, "chair: Dana Reed")
        await pilot.press("c")
        await until_shown(pilot, "Cover: initial meeting", "another team manager")
        await pilot.press("f10")
        await until_shown(pilot, "Say who covers.")
        await write(pilot, "Tess Hill")
        await pilot.press("f10")
        await until_shown(pilot, "Write why the chair cannot be there.")
        await write(pilot, "In court")
        await pilot.press("f10")
        await until(pilot, lambda: isinstance(app.screen, BeforeScreen))
        await until_shown(pilot, "chair: Tess Hill, covering")
        cover = (await papers_of(desk, carter)).cover(carter.meeting)
        assert cover
        assert cover.why == "In court"


async def test_invitations_are_written_updated_and_cancelled(
    desk: Desk, carter: Carter, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("plo_tui.screens.invitations_form.documents_folder", lambda: out)
    async with shown(BeforeScreen(desk, carter.case), WIDE) as (app, pilot):
        await until_shown(pilot, "○ Calendar invitations")
        await pilot.press("v")
        await until_shown(pilot, "Our legal team", "there is none yet", str(out))
        await pilot.press("f10")
        await until_shown(pilot, "3 invitations are in", "✓ Calendar invitations")
        first = sorted(out.iterdir())
        assert [file.name for file in first] == [
            "PLO-2026-014 meeting 1 family.ics",
            "PLO-2026-014 meeting 1 our legal team.ics",
            "PLO-2026-014 meeting 1 our team.ics",
        ]
        assert b"SEQUENCE:0" in first[0].read_bytes()
        lines = given_out(await papers_of(desk, carter))
        assert {(one.document, one.to) for one in lines} == {
            ("calendar invitation, meeting 1", group)
            for group in ("our team", "our legal team", "the family and their solicitors")
        }
        seen = (await meeting_of(desk, carter)).version
        await desk.do(change_meeting, carter.meeting, seen, {"planned_on": date(2027, 1, 19)})
        app.screen.read_case()  # type: ignore[attr-defined]
        await until_shown(pilot, "initial meeting on Tue 19 Jan 2027 was changed")
        await pilot.press("v")
        await until_shown(pilot, "write the update")
        await pilot.press("f10")
        await until_shown(pilot, "3 invitations are in")
        assert b"SEQUENCE:1" in first[0].read_bytes()
        assert b"20270119T100000" in first[0].read_bytes()
        await pilot.press("u")
        await until_shown(pilot, "Take back the booking of the initial meeting")
        await pilot.press("enter")
        await until_shown(pilot, "TAKEN BACK, WITH INVITATIONS OUT")
        await go_to(app, pilot, "Initial meeting on Tue 19")
        await pilot.press("enter")
        await until_shown(pilot, "write the cancellation")
        await pilot.press("f10")
        await until(pilot, lambda: b"METHOD:CANCEL" in first[0].read_bytes())
        await until(pilot, lambda: "TAKEN BACK" not in picture(app))
        assert b"SEQUENCE:2" in first[0].read_bytes()


async def test_nothing_of_the_family_is_in_any_invitation_also_where_two_must_not_meet(
    desk: Desk, carter: Carter, out: Path
) -> None:
    papers = await papers_of(desk, carter)
    mother = papers.find("Person", carter.mother)
    assert mother
    address = {"address": "12 Mill Lane\nNorthby", "safe_contact": "Ring at noon only"}
    await desk.do(change_person, carter.mother, mother.version, address)  # type: ignore[arg-type]
    await desk.do(keep_apart, carter.case, carter.mother, carter.father, carter.josie)
    papers = await papers_of(desk, carter)
    form = InvitationsForm(desk, papers, carter.meeting, out)
    async with shown(form, WIDE) as (app, pilot):
        await until_shown(pilot, "Ms Carter and their solicitor", "Mr Dale and their solicitor")
        await pilot.press("f10")
        await until_shown(pilot, "Say when Ms Carter arrives.")
        own = {n: one for n, one in enumerate(form.shown) if one.person_id}
        for (n, _), (at, place) in zip(
            own.items(), [("10:00", "12, Mill Lane"), ("14:30", "Back door")], strict=True
        ):
            form.field(f"at{n}").input.value = at  # type: ignore[attr-defined]
            form.field(f"place{n}").input.value = place  # type: ignore[attr-defined]
        await pilot.press("f10")
        await until_shown(pilot, "this place holds the address of Ms Carter")
        assert not list(out.iterdir())
        form.field(f"place{min(own)}").input.value = "Front door"  # type: ignore[attr-defined]
        await pilot.press("f10")
        await until(pilot, app.was_left)
    written = {file.name: file.read_bytes() for file in out.iterdir()}
    assert len(written) == 4
    for name, file in written.items():
        unfolded = file.replace(b"\r\n ", b"").decode()
        for trap in (*TRAPS, "Northby", "noon", "Ring"):
            assert trap not in unfolded, (name, trap)
            assert trap not in name
    rows = (await papers_of(desk, carter)).invitations(carter.meeting)
    times = {row.person_id: row.at for row in rows if row.to_group is InvitedGroup.FAMILY}
    lines = (await papers_of(desk, carter)).standing("Disclosure")
    assert {line.to_person_id for line in lines} == {None, carter.mother, carter.father}
    assert times == {carter.mother: time(10), carter.father: time(14, 30)}
    early = [file for file in written.values() if b"Front door" in file]
    late = [file for file in written.values() if b"Back door" in file]
    assert len(early) == len(late) == 1
    assert b"143000" not in early[0]  # nothing of when the other comes
    assert b"T100000" not in late[0]


@pytest.mark.parametrize("size", [SMALL, WIDE], ids=["80x24", "120x40"])
async def test_dates_stand_beside_each_other_in_columns(
    desk: Desk, carter: Carter, size: tuple[int, int]
) -> None:
    async with shown(BeforeScreen(desk, carter.case), size) as (app, pilot):
        await until_shown(pilot, "DATES: WHAT COMES NEXT", "Letter to legal · Mon 21 Dec")
        await pilot.press("d")
        await until(pilot, lambda: isinstance(app.screen, DatesScreen))
        page = await until_shown(pilot, "counted from the initial meeting")
        row = next(line for line in page.splitlines() if "Initial meeting " in line)
        assert row.count("Tue 12 Jan") == 2
        assert "booked, in 6 working days" in row
        year = "2027" in row
        assert year is (size == WIDE)
        letter = next(line for line in page.splitlines() if "Letter given" in line)
        assert "late (red)" in letter
        assert "No Court Tracker dates: set tracker.one_day in your policy" in page
        await pilot.press("end")
        await until_shown(pilot, "Only where the window is extended")


async def test_a_meeting_is_booked_from_the_dates_on_the_day_that_is_planned(
    desk: Desk, carter: Carter
) -> None:
    async with shown(DatesScreen(desk, carter.case), SMALL) as (app, pilot):
        await until_shown(pilot, "Final review")
        while "Final review:" not in picture(app):
            await pilot.press("down")
        await pilot.press("enter")
        await until_shown(pilot, "Plan a meeting", "Final review", "6 Apr 2027")
        await pilot.press("f10")
        await until_shown(pilot, "booked, in")
        found = (await papers_of(desk, carter)).planned_reviews
        assert [one.planned_on for one in found] == [date(2027, 4, 6)]


async def test_legal_planning_is_booked_by_its_list_and_only_we_and_our_lawyers_are_invited(
    desk: Desk, carter: Carter, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("plo_tui.screens.invitations_form.documents_folder", lambda: out)
    on: MeetingValues = {"planned_on": date(2027, 1, 7), "planned_at": time(14)}
    kind = MeetingKind.LEGAL_PLANNING
    await desk.do(plan_meeting, carter.episode, new_key(), kind, {**on, "place": "Room 9"})
    async with shown(BeforeScreen(desk, carter.case), WIDE) as (app, pilot):
        page = await until_shown(pilot, "BOOKING: LEGAL PLANNING MEETING", "○ Papers sent")
        assert "○ Referral approved by the head of service" in page
        await go_to(app, pilot, "Thu 7 Jan 2027 · 14:00")
        await pilot.press("v")
        await until_shown(pilot, "Our legal team", "there is none yet")
        assert "The family " not in picture(app)
        await pilot.press("f10")
        await until_shown(pilot, "2 invitations are in")
    files = {file.name: file.read_bytes() for file in out.iterdir()}
    assert sorted(files) == [
        "PLO-2026-014 legal planning 1 our legal team.ics",
        "PLO-2026-014 legal planning 1 our team.ics",
    ]
    assert not any(b"lanning" in file for file in files.values())
    assert all(b"SUMMARY:Meeting PLO-2026-014\r\n" in file for file in files.values())
