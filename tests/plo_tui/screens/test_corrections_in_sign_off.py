"""Corrections after issue, in sign-off: recorded, annexed with a reply, or a new version."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest_asyncio
from live_meeting import OneScreen, picture
from until import one_line, until, until_shown, write

from agenda.corrections import open_corrections
from agenda.records import new_key
from agenda.words import ApprovalRole, MeetingKind, StaffRole
from plo_tui import system_viewer
from plo_tui.desk import Me
from plo_tui.screens.sign_off import SignOffScreen
from plo_tui.store.reading.edition import read_edition
from plo_tui.store.reading.papers import read_papers
from plo_tui.store.verbs import meeting, minuting, signing
from plo_tui.store.verbs.staff import add_staff

if TYPE_CHECKING:
    from pathlib import Path

    import pytest
    from textual.pilot import Pilot

    from plo_tui.desk import Desk

SIZE = (120, 60)


@pytest_asyncio.fixture
async def issued(desk: Desk, carter: Any) -> Any:
    """The Carters' initial minutes, one paragraph long, approved by both and issued."""
    assert desk.me
    await desk.do(
        meeting.open_meeting,
        carter.meeting,
        desk.sheet_text(MeetingKind.INITIAL),
        desk.policy.pinned(),
        [desk.me.id],
        [carter.mother],
    )
    item = (await desk.read(read_papers, carter.case, carter.meeting)).items[1]
    await desk.do(minuting.add_entry, new_key(), carter.meeting, item.id, "The home was cold.")
    await desk.do(meeting.conclude, carter.meeting, effective=True)
    seen = (await desk.read(read_edition, carter.case, carter.meeting)).fingerprint
    lawyer = new_key()
    await desk.do(add_staff, lawyer, "Helen Ward", StaffRole.LAWYER)
    for role, who in ((ApprovalRole.CHAIR, desk.me.id), (ApprovalRole.LEGAL, lawyer)):
        await desk.do(signing.approve, carter.meeting, role, who, seen, "by email")
    await desk.do(signing.issue, carter.meeting, ["Moss & Lane"])
    return carter


def on_top(app: OneScreen) -> str:
    return type(app.screen).__name__


async def ask(pilot: Pilot[Any], app: OneScreen, words: str) -> None:
    """Record a correction of paragraph 1 by Mr Moss."""
    await pilot.press("k")
    await until(pilot, lambda: on_top(app) == "CorrectionForm")
    app.screen.field("asked_by_id").focus_editor()  # type: ignore[attr-defined]
    await write(pilot, "moss")
    await pilot.press("tab", "tab", "1", "tab")
    await write(pilot, words)
    await pilot.press("f10")
    await until(pilot, lambda: on_top(app) == "SignOffScreen")


async def test_from_asking_to_an_annex_that_is_written_and_viewed(
    desk: Desk, issued: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Path] = []

    def view(path: Path) -> str:
        opened.append(path)
        return ""

    monkeypatch.setattr(system_viewer, "open_in_viewer", view)
    app = OneScreen(SignOffScreen(desk, issued.case, issued.meeting))
    async with app.run_test(size=SIZE) as pilot:
        await until_shown(pilot, "Approved and issued")
        await pilot.press("k")
        await until(pilot, lambda: on_top(app) == "CorrectionForm")
        await write(pilot, "moss")
        await pilot.press("tab", "tab", "9", "tab")
        await write(pilot, "It was warm.")
        await pilot.press("f10")
        await until_shown(pilot, "has no paragraph 9. Its paragraphs: 1 to 1.")
        await pilot.press("ctrl+u", "1", "f10")
        await until_shown(
            pilot, "1 correction asked for, not answered: paragraph 1 (Ian Moss, Mon 4 Jan 2027)"
        )
        await pilot.press("a")
        await until_shown(pilot, "“It was warm.”")
        await pilot.press("right", "f10")
        await until_shown(pilot, "write the chair's reply")
        await write(pilot, "Three people felt it.")
        await pilot.press("f10")
        page = one_line(await until_shown(pilot, "Annex: corrections asked for, and the replies"))
        assert "on paragraph 1 of version 1: It was warm." in page
        assert "Reply of Dana Reed, Mon 4 Jan 2027: Three people felt it." in page
        assert "not answered" not in page
        assert "version 1 · Approved and issued" in page
        await pilot.press("x")
        await until_shown(pilot, "annex to the minutes v1.docx")
        app.screen.field("file").input.value = str(tmp_path / "annex.docx")  # type: ignore[attr-defined]
        await pilot.press("f10")
        await until_shown(pilot, "Written: ", "v opens it")
        await pilot.press("v")
        await until_shown(pilot, "Opened: ")
    assert opened == [tmp_path / "annex.docx"]
    assert (tmp_path / "annex.docx").is_file()


async def test_accepted_it_is_a_draft_again_with_its_reason(desk: Desk, issued: Any) -> None:
    app = OneScreen(SignOffScreen(desk, issued.case, issued.meeting))
    async with app.run_test(size=SIZE) as pilot:
        await until_shown(pilot, "Approved and issued")
        await ask(pilot, app, "It was warm.")
        await until_shown(pilot, "1 correction asked for")
        assert desk.me
        chair, key = desk.me, new_key()
        await desk.do(add_staff, key, "Kim Lowe", StaffRole.BUSINESS_SUPPORT)
        await desk.introduce(Me(key, "Kim Lowe", StaffRole.BUSINESS_SUPPORT))
        await pilot.press("a")
        await until_shown(pilot, "Only Dana Reed, who chaired this meeting, answers corrections.")
        await desk.introduce(chair)
        await pilot.press("a")
        await until(pilot, lambda: on_top(app) == "AnswerForm")
        await pilot.press("f10")
        await until_shown(pilot, "version 2 · DRAFT – not approved")
        page = one_line(picture(app))
        assert "because: Ian Moss asked on Mon 4 Jan 2027 to correct paragraph 1" in page


async def test_what_was_recorded_can_be_put_right_until_it_is_answered(
    desk: Desk, issued: Any
) -> None:
    app = OneScreen(SignOffScreen(desk, issued.case, issued.meeting))
    async with app.run_test(size=SIZE) as pilot:
        await until_shown(pilot, "Approved and issued")
        await ask(pilot, app, "It was worm.")
        await until_shown(pilot, "1 correction asked for")
        await pilot.press("k")
        await until(pilot, lambda: on_top(app) == "CorrectionForm")
        await pilot.press("right")
        await until_shown(pilot, "It was worm.")
        app.screen.field("text").area.text = "It was warm."  # type: ignore[attr-defined]
        await pilot.press("f10")
        await until(pilot, lambda: on_top(app) == "SignOffScreen")
    [asked] = open_corrections(await desk.read(read_papers, issued.case, issued.meeting))
    assert (asked.text, asked.paragraph) == ("It was warm.", 1)
