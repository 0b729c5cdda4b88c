"""Sign-off: who may approve what they see, and what stays behind when it changes."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
import pytest_asyncio
from live_meeting import OneScreen, picture
from until import one_line, until, until_shown, write

from agenda.minutes import fingerprint, freeze
from agenda.minuting import minutes_of
from agenda.records import new_key
from agenda.words import ApprovalRole, MeetingKind, MinutesState, StaffRole
from plo_tui.desk import Me
from plo_tui.screens.copies_reading import read_copies
from plo_tui.screens.export_form import Document, ExportForm, documents_folder, file_name
from plo_tui.screens.sign_off import SignOffScreen
from plo_tui.store.reading.edition import read_edition
from plo_tui.store.reading.papers import read_papers
from plo_tui.store.verbs import meeting, minuting, signing
from plo_tui.store.verbs.staff import add_staff

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any

    from textual.pilot import Pilot

    from agenda.edition import Edition
    from plo_tui.desk import Desk

WIDE, SMALL = (120, 40), (80, 24)
SAID = "The bathroom [/b] was cleaned"


def on_top(app: OneScreen) -> str:
    return type(app.screen).__name__


@pytest_asyncio.fixture
async def held(desk: Desk, carter: Any) -> Any:
    """The Carters, their initial meeting concluded with one paragraph minuted."""
    assert desk.me
    await desk.do(
        meeting.open_meeting,
        carter.meeting,
        desk.sheet_text(MeetingKind.INITIAL),
        desk.policy.pinned(),
        [desk.me.id],
        [carter.mother],
    )
    await minute(desk, carter, SAID)
    await desk.do(meeting.conclude, carter.meeting, effective=True)
    return carter


async def minute(desk: Desk, carter: Any, text: str) -> None:
    papers = await desk.read(read_papers, carter.case, carter.meeting)
    item = next(one for one in papers.items if papers.sheet.item(one.key).minuted)
    await desk.do(minuting.add_entry, new_key(), carter.meeting, item.id, text)


async def edition_of(desk: Desk, carter: Any) -> Edition:
    return await desk.read(read_edition, carter.case, carter.meeting)


async def approve(desk: Desk, carter: Any, role: ApprovalRole, staff: Any, how: str) -> None:
    seen = (await edition_of(desk, carter)).fingerprint
    await desk.do(signing.approve, carter.meeting, role, staff, seen, how)


def screen(desk: Desk, carter: Any) -> SignOffScreen:
    return SignOffScreen(desk, carter.case, carter.meeting)


async def test_the_chair_reads_the_minutes_and_approves_them_with_one_key(
    desk: Desk, held: Any
) -> None:
    mark = (await edition_of(desk, held)).fingerprint
    app = OneScreen(screen(desk, held))
    async with app.run_test(size=SMALL) as pilot:
        page = one_line(await until_shown(pilot, "version 1 · DRAFT – not approved"))
        assert f"Fingerprint {mark[:12]}… in full {mark}" in page
        assert "To approve as the chair: Dana Reed" in page
        assert "Still open (" in page
        await pilot.resize_terminal(120, 90)
        await until_shown(pilot, SAID)
        await pilot.press("l")  # not yet legal's turn
        await pilot.press("c")
        await until_shown(pilot, "I approve version 1 of these minutes as the chair.")
        await pilot.press("enter")
        page = one_line(await until_shown(pilot, "approved by the chair, not yet by legal"))
        assert "Approved by the chair: Dana Reed, in the app, Mon 4 Jan 2027 09:00" in page
    edition = await edition_of(desk, held)
    assert edition.state is MinutesState.CHAIR
    assert edition.fingerprint == mark


async def test_escape_approves_nothing_and_nobody_else_approves_as_the_chair(
    desk: Desk, held: Any
) -> None:
    app = OneScreen(screen(desk, held))
    async with app.run_test(size=SMALL) as pilot:
        await until_shown(pilot, "DRAFT – not approved")
        await pilot.press("c")
        await until_shown(pilot, "I approve version 1")
        await pilot.press("escape")
        await until(pilot, lambda: on_top(app) == "SignOffScreen")
        await sit_down(desk, "Kim Lowe", StaffRole.BUSINESS_SUPPORT)
        await pilot.press("c")
        await until_shown(pilot, "Only Dana Reed, who chaired this meeting, approves")
    assert (await edition_of(desk, held)).state is MinutesState.DRAFT


async def test_minutes_that_changed_while_they_were_read_are_not_approved(
    desk: Desk, held: Any
) -> None:
    app = OneScreen(screen(desk, held))
    async with app.run_test(size=(120, 90)) as pilot:
        await until_shown(pilot, SAID)
        await pilot.press("c")
        await until_shown(pilot, "I approve version 1")
        await minute(desk, held, "Said after you read them")
        await pilot.press("enter")
        await until_shown(pilot, "The minutes changed since you read them.")
        await until_shown(pilot, "Said after you read them")
    assert (await edition_of(desk, held)).state is MinutesState.DRAFT


async def test_legal_is_the_authoritys_solicitor_and_never_the_chair(desk: Desk, held: Any) -> None:
    assert desk.me
    chair = desk.me
    await approve(desk, held, ApprovalRole.CHAIR, chair.id, "in the app")
    app = OneScreen(screen(desk, held))
    async with app.run_test(size=WIDE) as pilot:
        await until_shown(pilot, "approved by the chair, not yet by legal")
        await pilot.press("l")
        await until_shown(pilot, "The chair cannot also approve for legal.")
        await sit_down(desk, "Kim Lowe", StaffRole.BUSINESS_SUPPORT)
        await pilot.press("l")
        await until_shown(pilot, "Legal approval is the authority's solicitor's")
        await sit_down(desk, "Helen Ward", StaffRole.LAWYER)
        await pilot.press("l")
        await until_shown(pilot, "It is recorded as the approval of Helen Ward")
        await pilot.press("enter")
        await until_shown(pilot, "version 1 · Approved by chair and legal")
    assert (await edition_of(desk, held)).state is MinutesState.APPROVED


async def test_business_support_records_the_approval_that_the_chair_gave_by_email(
    desk: Desk, held: Any
) -> None:
    app = OneScreen(screen(desk, held))
    async with app.run_test(size=SMALL) as pilot:
        await until_shown(pilot, "DRAFT – not approved")
        await sit_down(desk, "Kim Lowe", StaffRole.BUSINESS_SUPPORT)
        await pilot.press("b")
        await until_shown(pilot, "Dana Reed, who chaired, approved version 1 of these minutes")
        await fill(pilot, "how", "by email")
        await fill(pilot, "time", "8.30am")
        await pilot.press("f10")
        await until_shown(pilot, "so not before the meeting ended")
        await fill(pilot, "time", "9am")
        await pilot.press("f10")
        await until_shown(pilot, "approved by the chair, not yet by legal")
        await until_shown(pilot, "The approval is recorded, with who gave it and how.")
    [given] = (await edition_of(desk, held)).approvals
    assert (given.role, given.name, given.how) == (ApprovalRole.CHAIR, "Dana Reed", "by email")


async def test_from_a_lawyer_by_email_to_a_new_version_that_leaves_the_approval_behind(
    desk: Desk, held: Any
) -> None:
    assert desk.me
    await approve(desk, held, ApprovalRole.CHAIR, desk.me.id, "in the app")
    app = OneScreen(screen(desk, held))
    async with app.run_test(size=WIDE) as pilot:
        await until_shown(pilot, "approved by the chair, not yet by legal")
        await pilot.press("b")
        await until(pilot, lambda: on_top(app) == "OnBehalfForm")
        await write(pilot, "Helen Ward")
        await until_shown(pilot, "New: Helen Ward is added as local authority solicitor.")
        await pilot.press("f10")
        await until_shown(pilot, "Say at about what time")
        await fill(pilot, "time", "8.30am")
        await pilot.press("f10")
        await until_shown(pilot, "Say how they gave their approval")
        await fill(pilot, "how", "by email")
        await pilot.press("f10")
        await until_shown(pilot, "so not before the chair did")
        await fill(pilot, "time", "9am")
        await pilot.press("f10")
        await until_shown(pilot, "version 1 · Approved by chair and legal")
        await until_shown(pilot, "legal: Helen Ward, by email, Mon 4 Jan 2027 09:00")
        await pilot.press("i")
        await until(pilot, lambda: on_top(app) == "IssueForm")
        await pilot.press("ctrl+end", "enter")
        await write(pilot, "Independent reviewer")
        await pilot.press("f10")
        await until_shown(pilot, "version 1 · Approved and issued", "Independent reviewer")
        await pilot.press("r")
        await until(pilot, lambda: on_top(app) == "NewVersionForm")
        await pilot.press("f10")
        await until_shown(pilot, "write why a new version is needed")
        await write(pilot, "paragraph 1 was wrong")
        await pilot.press("f10")
        await until_shown(
            pilot,
            "version 2 · DRAFT – not approved",
            "Version 1: approved by chair (Dana Reed) and legal (Helen Ward), issued;",
            "Version 2: draft, because: paragraph 1 was wrong.",
        )
    papers = await desk.read(read_papers, held.case, held.meeting)
    lawyers = [row.name for row in papers.staff if row.role is StaffRole.LAWYER]
    assert lawyers == ["Helen Ward"]
    assert fingerprint(freeze(minutes_of(papers, 2, "paragraph 1 was wrong")))


async def test_the_minutes_are_written_where_one_says(
    desk: Desk, held: Any, tmp_path: Path
) -> None:
    app = OneScreen(screen(desk, held))
    async with app.run_test(size=(160, 40)) as pilot:
        await until_shown(pilot, "DRAFT – not approved")
        await pilot.press("m")
        offered = "PLO-2026-014 initial meeting minutes v1 DRAFT.docx"
        await until_shown(pilot, offered, "DRAFT will stand across every page.")
        await fill(pilot, "file", str(tmp_path / "nowhere" / "minutes"))
        await pilot.press("f10")
        await until_shown(pilot, "nowhere is not there. Make it first, or choose another.")
        await fill(pilot, "file", str(tmp_path / "minutes"))
        await pilot.press("f10")
        await until_shown(pilot, "Written: ", "minutes.docx")
        assert SAID in words_in(tmp_path / "minutes.docx")
        await pilot.press("p")
        await until_shown(pilot, "plan for the family v1 DRAFT.docx")
        await fill(pilot, "file", str(tmp_path / "minutes.docx"))
        await pilot.press("f10")
        await until_shown(pilot, "minutes.docx is there already. Save again to replace it.")
        await fill(pilot, "template", str(tmp_path / "store"))
        await pilot.press("f10")
        await until(pilot, lambda: "✗" in picture(app))
        assert SAID in words_in(tmp_path / "minutes.docx")
        await fill(pilot, "template", "")
        await pilot.press("f10")
        await until_shown(pilot, "Written: ")
    assert "Our plan" in words_in(tmp_path / "minutes.docx")


async def test_the_file_name_goes_with_the_document(desk: Desk, held: Any) -> None:
    form = ExportForm(desk, await read_copies(desk, held.case, held.meeting))
    app = OneScreen(form)
    async with app.run_test(size=(160, 40)) as pilot:
        await until_shown(pilot, "initial meeting minutes v1 DRAFT.docx")
        await pilot.press("right")
        await until_shown(pilot, "initial meeting plan for the family v1 DRAFT.docx")


@pytest.mark.parametrize("reference", ['A/B\\C:D*E?F"G<H>I|J', "PLO\n12\t", "x" * 400, "..."])
async def test_a_file_name_is_one_that_windows_takes(desk: Desk, held: Any, reference: str) -> None:
    edition = await edition_of(desk, held)
    named = replace(edition, minutes=replace(edition.minutes, reference=reference))
    for document in Document:
        name = file_name(named, document)
        assert not set(name) & set('<>:"/\\|?*\n\t')
        assert name == name.strip()
        assert len(name) < 255
        assert name.endswith("v1 DRAFT.docx")
    assert documents_folder().is_dir()


async def sit_down(desk: Desk, name: str, role: StaffRole) -> None:
    """Let somebody else sit at the desk."""
    key = new_key()
    await desk.do(add_staff, key, name, role)
    await desk.introduce(Me(key, name, role))


async def fill(pilot: Pilot[None], key: str, text: str) -> None:
    """Put words into a field of the form on top, in place of what is there."""
    field = pilot.app.screen.field(key)  # type: ignore[attr-defined]
    field.input.value = text
    await pilot.pause()


def words_in(document: Path) -> str:
    with zipfile.ZipFile(document) as parts:
        return parts.read("word/document.xml").decode("utf-8")
