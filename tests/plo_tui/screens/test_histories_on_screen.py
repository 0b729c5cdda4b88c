"""What was changed, on screen: minutes changed after approval, and every version to read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from live_meeting import OneScreen, live_meeting
from test_corrections_in_sign_off import issued  # noqa: F401 - a fixture
from test_meeting import meeting, typed
from test_tidy import said, tidying
from until import one_line, until, until_shown

from agenda.words import EntryKind
from plo_tui.screens.case import CaseScreen
from plo_tui.screens.sign_off import SignOffScreen
from plo_tui.store.connection import connect
from plo_tui.store.folder import STORE
from plo_tui.store.verbs import minuting
from plo_tui.widgets.composer import Composer

if TYPE_CHECKING:
    from pathlib import Path

    from plo_tui.desk import Desk

SIZE = (120, 50)


def sql(desk: Desk, query: str) -> None:
    """Change the store behind the app's back."""
    plain = connect(desk.folder / STORE, desk.key)
    plain.execute(query)
    plain.close()


async def test_minutes_changed_by_sql_say_so_in_sign_off_and_go_no_further(
    desk: Desk,
    issued: Any,  # noqa: F811
) -> None:
    app = OneScreen(SignOffScreen(desk, issued.case, issued.meeting))
    async with app.run_test(size=SIZE) as pilot:
        page = one_line(await until_shown(pilot, "Approved and issued", "Record sealed: "))
        assert "CHANGED" not in page
    sql(desk, "UPDATE minutesversion SET issued_at = NULL, "
        "frozen = replace(frozen, 'was cold', 'was bold')")  # fmt: skip
    screen = SignOffScreen(desk, issued.case, issued.meeting)
    app = OneScreen(screen)
    async with app.run_test(size=SIZE) as pilot:
        page = one_line(await until_shown(pilot, "version 1 · CHANGED AFTER APPROVAL"))
        assert "no longer the words that Dana Reed approved as chair" in page
        assert "no longer the words that Helen Ward approved as legal" in page
        assert "Record sealed" not in page
        names = {command.name for command in screen.commands_here()}
        assert "issue" not in names, "minutes that were changed go to nobody"
        assert {"reopen", "export_minutes", "minutes_history"} <= names
        await pilot.press("m")
        await until_shown(pilot, "CHANGED AFTER APPROVAL will stand across every page.")
        assert "CHANGED AFTER APPROVAL.docx" in app.screen.field("file").typed  # type: ignore[attr-defined]
        await pilot.press("escape")
        await pilot.press("h")
        await until_shown(pilot, "History of the minutes of meeting 1", "the words below are")
        await pilot.press("escape")
        await until(pilot, lambda: app.screen is screen)


async def test_the_case_says_it_with_the_meeting(desk: Desk, issued: Any) -> None:  # noqa: F811
    sql(desk, "UPDATE minutesversion SET frozen = replace(frozen, 'was cold', 'was bold')")
    app = OneScreen(CaseScreen(desk, issued.case))
    async with app.run_test(size=SIZE) as pilot:
        await until_shown(pilot, "minutes: CHANGED AFTER APPROVAL")


async def test_minutes_that_cannot_be_read_are_a_sentence(desk: Desk, issued: Any) -> None:  # noqa: F811
    sql(desk, "UPDATE minutesversion SET frozen = '{'")
    app = OneScreen(SignOffScreen(desk, issued.case, issued.meeting))
    async with app.run_test(size=SIZE) as pilot:
        await until_shown(pilot, "Version 1 of these minutes can no longer be read")


async def test_a_word_in_the_meeting_shows_a_paragraphs_versions(tmp_path: Path) -> None:
    async with live_meeting(tmp_path) as live, meeting(live, (80, 24)) as (screen, pilot):
        await typed(pilot, screen, "/history")
        await until_shown(pilot, "There is no paragraph here yet.")
        await pilot.press("f8")
        await typed(pilot, screen, "The home was cold.")
        await until_shown(pilot, "The home was cold.")
        await pilot.press("f2")
        composer = screen.query_one(Composer)
        await until(pilot, lambda: composer.text == "The home was cold.")
        composer.restore("The home was warm.", (0, 0))
        await pilot.press("enter")
        await until_shown(pilot, "The home was warm.")
        await typed(pilot, screen, "/history")
        page = one_line(await until_shown(pilot, "History of “The home was warm.”"))
        assert "The home was [taken out: cold.] [put in: warm.]" in page
        assert page.index("1. Sam Reed wrote it") < page.index("2. Sam Reed changed it")
        await pilot.press("escape")
        await until(pilot, lambda: screen.app.screen is screen)
        assert screen.focused is composer, "typing is minuting again"


async def test_a_history_is_kept_back_by_the_shield(tmp_path: Path) -> None:
    async with live_meeting(tmp_path) as live, meeting(live) as (screen, pilot):
        await typed(pilot, screen, "The home was cold.")
        screen.shielded = True
        await typed(pilot, screen, "/history")
        await until(pilot, lambda: screen.query_one(Composer).text == "")
        assert screen.app.screen is screen


async def test_tidying_shows_the_versions_of_the_one_in_front(tmp_path: Path) -> None:
    async with live_meeting(tmp_path) as live:
        key = await said(live, "The landlord was told.", None, EntryKind.NOTE, "Ms Carter")
        await live.do(
            minuting.change_entry, key, 1, "The landlord knew.", EntryKind.NOTE, None,
            live.person("Ms Carter").id, verbatim=False,
        )  # fmt: skip
        async with tidying(live) as (app, screen, pilot):
            await until_shown(pilot, "Which item does this belong to?")
            await pilot.press("f6")
            page = one_line(await until_shown(pilot, "History of “The landlord knew.”"))
            assert "The landlord [taken out: was told.] [put in: knew.]" in page
            await pilot.press("escape")
            await until(pilot, lambda: app.screen is screen)
