"""Show me why on the screen: one child at a time, from the case and from the live review."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING, Any

from live_meeting import OneScreen, picture
from live_meeting import write as paste
from reviewed_case import (
    ASIDE,
    EVIDENCE,
    REASONS,
    begin_final_review,
    decide,
    hold_initial_meeting,
)
from until import one_line, until, until_shown

from plo_tui.screens.case import CaseScreen
from plo_tui.screens.meeting import MeetingScreen
from plo_tui.screens.why import WhyScreen
from plo_tui.widgets.composer import Composer

if TYPE_CHECKING:
    from pathlib import Path

    from plo_tui.desk import Desk

TALL, SMALL = (120, 100), (80, 24)


def on_top(app: OneScreen) -> str:
    return type(app.screen).__name__


async def test_from_the_case_one_child_after_the_other(desk: Desk, carter: Any) -> None:
    await hold_initial_meeting(desk, carter)
    await decide(desk, carter, await begin_final_review(desk, carter))
    app = OneScreen(CaseScreen(desk, carter.case))
    async with app.run_test(size=TALL) as pilot:
        await until_shown(pilot, "PLO-2026-014")
        await until(pilot, lambda: app.screen.papers is not None)  # type: ignore[attr-defined]
        await pilot.press("y")
        page = one_line(await until_shown(pilot, "Why: Josie Carter (JC) · child 1 of 3"))
        for words in (
            "Worry 1: Neglect",
            "[Initial meeting, 4 January 2027, paragraph 1 (draft minutes)]",
            "Line 1, action: Clear the stairs and the landing.",
            "Who and when: Ms Carter. By 5 February 2027.",
            EVIDENCE,
            f"Reasons: {REASONS}.",
            "GAP: It stands as recommended: nobody has authorised it yet.",
            "GAP: No line of the plan answers this worry.",
        ):
            assert words in page
        assert ASIDE not in page
        assert "Only about Leo" not in page
        await pilot.press("right")
        page = one_line(await until_shown(pilot, "Why: Leo Carter (LC) · child 2 of 3"))
        assert "Only about Leo" in page
        assert REASONS not in page
        await pilot.press("3")
        page = one_line(await until_shown(pilot, "Why: Baby Carter (BC) · child 3 of 3"))
        assert "Clear the stairs" not in page
        await pilot.press("n")
        await until_shown(pilot, "child 1 of 3")
        await pilot.press("left")
        await until_shown(pilot, "child 3 of 3")
        await pilot.press("9")  # there is no ninth
        await pilot.press("escape")
        await until(pilot, lambda: on_top(app) == "CaseScreen")


async def test_a_small_window_reads_it_to_its_end_and_keeps_lines_under_their_worry(
    desk: Desk, carter: Any
) -> None:
    await hold_initial_meeting(desk, carter)
    await begin_final_review(desk, carter)
    app = OneScreen(WhyScreen(desk, carter.case))
    async with app.run_test(size=SMALL) as pilot:
        page = await until_shown(pilot, "Why: Josie Carter (JC)", "each marked GAP")
        rows = page.splitlines()
        first = next(n for n, row in enumerate(rows) if "Line 1, action: Clear" in row)
        indent = rows[first].index("Line 1")
        assert rows[first + 1].startswith(" " * indent)
        assert rows[first + 1][indent] != " "
        assert "Made from these minutes" not in page
        await pilot.press("end")
        await until_shown(pilot, "Made from these minutes")


async def test_from_the_live_review_by_its_word_and_back_to_writing(
    desk: Desk, carter: Any
) -> None:
    await hold_initial_meeting(desk, carter)
    review = await begin_final_review(desk, carter)
    app = OneScreen(MeetingScreen(desk, carter.case, review))
    async with app.run_test(size=TALL) as pilot:
        await until(pilot, lambda: bool(getattr(app.screen, "loaded", False)))
        await paste(pilot, "/why")
        await pilot.press("enter")
        await until_shown(
            pilot,
            "Why: Josie Carter (JC)",
            "GAP: The final review has not yet said what is decided for JC.",
        )
        await pilot.press("escape")
        await until(pilot, lambda: on_top(app) == "MeetingScreen")
        await until(pilot, lambda: isinstance(app.focused, Composer))
        assert app.focused is not None
        assert app.focused.text == ""  # type: ignore[attr-defined]


async def test_before_any_meeting_it_says_what_there_is(desk: Desk, carter: Any) -> None:
    app = OneScreen(WhyScreen(desk, carter.case))
    async with app.run_test(size=TALL) as pilot:
        page = one_line(await until_shown(pilot, "How it stands: no review has decided yet."))
        assert "Line 1, action, not agreed yet: Clear the stairs" in page
        assert "The final review" not in page


async def test_the_childs_page_is_written_where_one_says(
    desk: Desk, carter: Any, tmp_path: Path
) -> None:
    await hold_initial_meeting(desk, carter)
    await decide(desk, carter, await begin_final_review(desk, carter))
    app = OneScreen(WhyScreen(desk, carter.case))
    async with app.run_test(size=(160, 40)) as pilot:
        await until_shown(pilot, "child 1 of 3")
        await pilot.press("2", "x")
        page = one_line(await until_shown(pilot, "PLO-2026-014 why LC 2027-01-04.docx"))
        assert "it may be disclosed" in page
        assert "PLO-2026-014 · JC, LC, BC" in page
        field = app.screen.field("file")  # type: ignore[attr-defined]
        field.input.value = str(tmp_path / "why")
        await pilot.pause()
        await pilot.press("f10")
        await until_shown(pilot, "Written: ", "why.docx")
    with zipfile.ZipFile(tmp_path / "why.docx") as parts:
        words = parts.read("word/document.xml").decode("utf-8")
    assert "Only about Leo" in words
    assert REASONS not in words
    assert ASIDE not in words


async def test_a_case_without_a_child_says_what_to_do(desk: Desk) -> None:
    from agenda.records import new_key
    from plo_tui.store.verbs import family

    case = new_key()
    await desk.do(family.new_case, case, "PLO-2027-099", None, None)
    app = OneScreen(WhyScreen(desk, case))
    async with app.run_test(size=SMALL) as pilot:
        await until_shown(pilot, "This case has no child yet: Escape goes back, and c adds one.")
        await pilot.press("x", "right")
        assert on_top(app) == "WhyScreen"
        assert "Why:" not in picture(app)
