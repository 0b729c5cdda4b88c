"""Pages home in two keys: one opens the form, the next releases and writes them."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from live_meeting import Live, live_meeting, picture, shown, write
from until import one_line, until, until_shown

from agenda.given_out import given_out
from agenda.records import new_key
from agenda.words import Presence, StaffRole
from plo_tui.desk import Me
from plo_tui.screens import take_away_form
from plo_tui.screens.case_rows import work_rows
from plo_tui.screens.meeting import MeetingScreen
from plo_tui.screens.take_away_form import TakeAwayForm
from plo_tui.store.verbs.family import change_person
from plo_tui.store.verbs.meeting import set_presence
from plo_tui.store.verbs.staff import add_staff

if TYPE_CHECKING:
    from pathlib import Path

    from textual.pilot import Pilot


async def both_here(live: Live) -> None:
    for name in ("Ms Carter", "Mr Carter"):
        await live.do(
            set_presence, live.papers.meeting.id, Presence.PRESENT, None, live.person(name).id
        )


def on_top(pilot: Pilot[None]) -> str:
    return type(pilot.app.screen).__name__


def meeting_of(live: Live) -> MeetingScreen:
    return MeetingScreen(live.desk, live.papers.case_id, live.papers.meeting.id)


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[Path]:
    """The files given to the system's viewer; documents go to the test's own folder."""
    given: list[Path] = []

    def view(path: Path) -> str:
        given.append(path)
        return ""

    monkeypatch.setattr(take_away_form, "open_in_viewer", view)
    monkeypatch.setattr(take_away_form, "documents_folder", lambda: tmp_path)
    return given


async def test_two_keys_release_a_page_for_each_and_one_opens_them(
    tmp_path: Path, opened: list[Path]
) -> None:
    async with live_meeting(tmp_path) as live:
        await both_here(live)
        async with shown(meeting_of(live), (120, 40)) as (app, pilot):
            await until(pilot, lambda: getattr(app.screen, "loaded", False))
            await write(pilot, "/pages")
            await pilot.press("enter")
            page = one_line(await until_shown(pilot, "Pages to take home"))
            assert page.count("[✓] takes a page home") == 2
            assert "Grace Mensah, your social worker" in page
            assert not list(tmp_path.glob("*.docx"))
            await pilot.press("f10")
            await until_shown(pilot, "Open them now, to print?")
            await pilot.press("enter")
            await until_shown(pilot, "Taken home:")
            assert app.screen.focused is app.screen.query_one("#composer")
            written = sorted(tmp_path.glob("*.docx"))
            assert sorted(opened) == written
            assert [path.name.split("page for ")[1] for path in written] == [
                "Mr Carter 2027-01-12 10.00.docx",
                "Ms Carter 2027-01-12 10.00.docx",
            ]
        papers = await live.read_again()
        assert sorted(page.to for page in papers.standing("TakeAway")) == ["Mr Carter", "Ms Carter"]
        given = [(one.document, one.to, one.by) for one in given_out(papers)]
        assert sorted(given) == [
            ("page to take home, meeting 1", "Mr Carter", "Sam Reed"),
            ("page to take home, meeting 1", "Ms Carter", "Sam Reed"),
        ]
        listed = [fact for row in work_rows(papers) for fact in row.facts]
        assert "Taken home: Ms Carter, Tue 12 Jan 2027 10:00, released by Sam Reed" in listed


async def test_what_was_released_once_is_not_released_again_to_be_written(
    tmp_path: Path, opened: list[Path]
) -> None:
    async with live_meeting(tmp_path) as live:
        await both_here(live)
        form = TakeAwayForm(live.desk, live.papers)
        async with shown(form, (120, 40)) as (app, pilot):
            await pilot.press("space", "tab", "tab", "ctrl+u")  # not Ms Carter
            await pilot.press("f10")
            await until_shown(pilot, "Fill in whom they ring.")
            await write(pilot, "Duty, 0555 010 010")
            form.field("folder").input.value = str(tmp_path / "nowhere")  # type: ignore[attr-defined]
            await pilot.press("f10")
            await until_shown(pilot, "nowhere is not there. Choose another.")
            assert (await live.read_again()).standing("TakeAway") == []
            form.field("folder").input.value = str(tmp_path)  # type: ignore[attr-defined]
            await pilot.press("f10")
            await until(pilot, app.was_left)
        [page] = (await live.read_again()).standing("TakeAway")
        assert page.to == "Mr Carter"
        live.later(5)
        async with shown(TakeAwayForm(live.desk, live.papers), (120, 40)) as (app, pilot):
            said = one_line(picture(app))
            assert "Released already at 10:00" in said
            assert "Duty, 0555 010 010" in said


async def test_a_page_that_is_written_is_not_written_again_with_the_one_that_failed(
    tmp_path: Path, opened: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    replaced: list[Path] = []
    replace = os.replace

    def full_at_the_second(source: Path, to: Path) -> None:
        replaced.append(to)
        if len(replaced) == 2:
            raise OSError(28, "no space")
        replace(source, to)

    async with live_meeting(tmp_path) as live:
        await both_here(live)
        monkeypatch.setattr("exports.safe_file.os.replace", full_at_the_second)
        async with shown(TakeAwayForm(live.desk, live.papers), (120, 40)) as (app, pilot):
            await pilot.press("f10")
            await until_shown(pilot, "Released, but not written: There is no room left")
            await pilot.press("f10")
            await until(pilot, app.was_left)
        assert [path.name for path in app.left] == [path.name for path in replaced[::2]]
        papers = await live.read_again()
        assert [one.is_written for one in given_out(papers)] == [True, False, True]
        assert len(papers.standing("TakeAway")) == 2


async def test_why_no_page_goes_home_is_said_beside_the_composer(
    tmp_path: Path, opened: list[Path]
) -> None:
    async with live_meeting(tmp_path) as live:
        await both_here(live)
        async with shown(meeting_of(live), (120, 40)) as (app, pilot):
            await until(pilot, lambda: getattr(app.screen, "loaded", False))
            me = live.desk.me
            key = new_key()
            await live.do(add_staff, key, "Nadia Lowe", StaffRole.BUSINESS_SUPPORT)
            await live.desk.introduce(Me(key, "Nadia Lowe", StaffRole.BUSINESS_SUPPORT))
            await pilot.press("alt+pageup")
            await until_shown(pilot, "Only the chair releases pages: Sam Reed")
            assert me
            await live.desk.introduce(me)
            mother = live.person("Ms Carter")
            values = {"withheld": "New address, from Mr Carter"}
            await live.do(change_person, mother.id, mother.version, values)
            await live_again(app.screen)
            await pilot.press("alt+pageup")
            await until_shown(pilot, "This family needs a separate copy for each person")
            assert on_top(pilot) == "MeetingScreen"
        assert opened == []


async def live_again(screen: object) -> None:
    """Read the meeting again, as coming back to it does."""
    assert isinstance(screen, MeetingScreen)
    await screen.load()
