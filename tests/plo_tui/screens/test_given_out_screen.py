"""What was given out, on the screen: kept by every form that writes, listed, and uploaded."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest_asyncio
from live_meeting import OneScreen, picture
from reviewed_case import hold_initial_meeting
from until import one_line, until, until_shown, write

from agenda.given_out import given_out
from agenda.words import ApprovalRole, StaffRole
from plo_tui.screens.case import CaseScreen
from plo_tui.screens.sign_off import SignOffScreen
from plo_tui.screens.why import WhyScreen
from plo_tui.store.reading.edition import read_edition
from plo_tui.store.reading.papers import read_papers
from plo_tui.store.verbs import signing
from plo_tui.store.verbs.staff import add_staff

if TYPE_CHECKING:
    from pathlib import Path

    import pytest
    from textual.pilot import Pilot

    from plo_tui.desk import Desk

WIDE, SMALL = (120, 40), (80, 24)


@pytest_asyncio.fixture
async def held(desk: Desk, carter: Any) -> Any:
    """The Carters, their initial meeting held and concluded."""
    await hold_initial_meeting(desk, carter)
    return carter


def on_top(app: OneScreen) -> str:
    return type(app.screen).__name__


def sign_off(desk: Desk, carter: Any) -> SignOffScreen:
    return SignOffScreen(desk, carter.case, carter.meeting)


async def fill(pilot: Pilot[None], key: str, text: str) -> None:
    """Put words into a field of the form on top, in place of what is there."""
    pilot.app.screen.field(key).input.value = text  # type: ignore[attr-defined]
    await pilot.pause()


async def lines(desk: Desk, carter: Any) -> list[tuple[str, str, bool]]:
    papers = await desk.read(read_papers, carter.case)
    return [(one.document, one.to, one.is_written) for one in given_out(papers)]


async def test_a_document_is_for_somebody_and_the_list_says_so(
    desk: Desk, held: Any, tmp_path: Path
) -> None:
    app = OneScreen(sign_off(desk, held))
    async with app.run_test(size=WIDE) as pilot:
        page = await until_shown(pilot, "DRAFT – not approved")
        assert "Given out" not in page
        await pilot.press("m")
        await until_shown(pilot, "Who is it for", "Dana Reed, own copy")
        await fill(pilot, "file", str(tmp_path / "draft"))
        await fill(pilot, "to", "")
        await pilot.press("f10")
        await until_shown(pilot, "Fill in whom it is for.")
        assert not list(tmp_path.glob("*.docx"))
        await fill(pilot, "to", "Hart & Lane [/b] \x1b[31m")
        await pilot.press("f10")
        await until_shown(pilot, "Written: ", "Given out: 1 document, the last to Hart & Lane")
        await pilot.press("d")
        page = one_line(await until_shown(pilot, "What was given out: 1, the latest first"))
        assert "Mon 4 Jan 2027 09:00: minutes, meeting 1, version 1, draft" in page
        assert "to Hart & Lane [/b] ␛[31m, by Dana Reed, fingerprint " in page
        await pilot.press("escape")
        await until(pilot, lambda: on_top(app) == "SignOffScreen")


async def test_whom_it_is_for_stays_when_another_document_is_chosen(
    desk: Desk, held: Any, tmp_path: Path
) -> None:
    app = OneScreen(CaseScreen(desk, held.case))
    async with app.run_test(size=WIDE) as pilot:
        await until(pilot, lambda: app.screen.papers is not None)  # type: ignore[attr-defined]
        await pilot.press("d")
        await until_shown(pilot, "Nothing was given out yet.")
        await pilot.press("escape")
        await until(pilot, lambda: on_top(app) == "CaseScreen")
        await pilot.press("x")
        await until(pilot, lambda: on_top(app) == "ExportForm")
        await fill(pilot, "to", "Ms Carter")
        await pilot.press("right")
        await until_shown(pilot, "plan for the family v1", "Ms Carter")
        await fill(pilot, "file", str(tmp_path / "plan"))
        await pilot.press("f10")
        await until_shown(pilot, "Written: ")
    document = "plan for the family, meeting 1, version 1, draft"
    assert await lines(desk, held) == [(document, "Ms Carter", True)]


async def test_one_childs_why_is_a_line_too(desk: Desk, held: Any, tmp_path: Path) -> None:
    app = OneScreen(WhyScreen(desk, held.case))
    async with app.run_test(size=WIDE) as pilot:
        await until_shown(pilot, "child 1 of 3")
        await pilot.press("2", "x")
        await until(pilot, lambda: on_top(app) == "WhyForm")
        await fill(pilot, "file", str(tmp_path / "why"))
        await pilot.press("f10")
        await until_shown(pilot, "Written: ", "why.docx")
    assert await lines(desk, held) == [("why, LC", "Dana Reed, own copy", True)]


async def test_a_file_that_cannot_be_written_is_said_and_marked(
    desk: Desk, held: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "no space")

    app = OneScreen(sign_off(desk, held))
    async with app.run_test(size=WIDE) as pilot:
        await until_shown(pilot, "DRAFT – not approved")
        await pilot.press("m")
        await until(pilot, lambda: on_top(app) == "ExportForm")
        await fill(pilot, "file", str(tmp_path / "draft"))
        with monkeypatch.context() as patch:
            patch.setattr("exports.safe_file.os.replace", full)
            await pilot.press("f10")
            await until_shown(pilot, "There is no room left to write draft.docx.")
        await pilot.press("f10")
        await until_shown(pilot, "Written: ", "Given out: 1 document, the last")
        await pilot.press("d")
        await until_shown(pilot, "What was given out: 2", "NOT WRITTEN: its file could not be")
    assert [written for _, _, written in await lines(desk, held)] == [True, False]


async def test_issued_minutes_are_marked_as_uploaded(desk: Desk, held: Any) -> None:
    await issue(desk, held)
    app = OneScreen(sign_off(desk, held))
    async with app.run_test(size=SMALL) as pilot:
        page = await until_shown(pilot, "Approved and issued", "Given to: Hart & Lane")
        assert "Given out" not in page  # issuing writes no file
        await pilot.press("u")
        await until_shown(pilot, "Mark version 1 of these minutes as uploaded", "is the record")
        await pilot.press("f10")
        await until_shown(pilot, "Fill in where they are in that system.")
        await write(pilot, "Mosaic 48213")
        await pilot.press("f10")
        await until_shown(pilot, "marked as uploaded. Still to do: the files of LC and BC.")
        await until_shown(pilot, "JC's file: Mosaic 48213 (Dana Reed,", "the files of LC and BC")
        await pilot.press("u")
        await until_shown(pilot, "Empty the field and save")
        for child in (held.leo, held.baby):
            await fill(pilot, str(child), "Mosaic 48213")
        await pilot.press("f10")
        await until_shown(pilot, "These minutes are marked as uploaded.")
        await until_shown(pilot, "Uploaded: Mosaic 48213 (Dana Reed, Mon 4 Jan 2027 09:00)")
        await pilot.press("u")
        await until_shown(pilot, "Empty the field and save to take the mark back.")
        for child in (held.josie, held.leo, held.baby):
            await fill(pilot, str(child), "")
        await pilot.press("f10")
        await until_shown(pilot, "These minutes are no longer marked as uploaded.")
        await until(pilot, lambda: "Uploaded:" not in picture(app))


async def test_minutes_that_are_not_issued_are_not_marked(desk: Desk, held: Any) -> None:
    app = OneScreen(sign_off(desk, held))
    async with app.run_test(size=SMALL) as pilot:
        await until_shown(pilot, "DRAFT – not approved")
        await pilot.press("u", "d")
        await until(pilot, lambda: on_top(app) == "GivenOutScreen")


async def issue(desk: Desk, carter: Any) -> None:
    """Approve the minutes by both, and issue them."""
    from agenda.records import new_key

    assert desk.me
    lawyer = new_key()
    await desk.do(add_staff, lawyer, "Helen Ward", StaffRole.LAWYER)
    seen = (await desk.read(read_edition, carter.case, carter.meeting)).fingerprint
    for role, who in ((ApprovalRole.CHAIR, desk.me.id), (ApprovalRole.LEGAL, lawyer)):
        await desk.do(signing.approve, carter.meeting, role, who, seen, "by email")
    await desk.do(signing.issue, carter.meeting, ["Hart & Lane"])
