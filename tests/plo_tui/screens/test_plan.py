"""The plan outside a meeting: its lines, what each still needs, and taking one out."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from live_meeting import OneScreen, picture
from until import one_line, until, until_shown

from agenda.minutes import fingerprint, freeze
from agenda.minuting import minutes_of
from agenda.records import new_key
from agenda.words import ApprovalRole, LineKind, MeetingKind
from plo_tui.screens.plan import PlanScreen
from plo_tui.store.problems import Refused
from plo_tui.store.reading.papers import read_papers
from plo_tui.store.verbs import meeting, planning, signing

if TYPE_CHECKING:
    from typing import Any

    from agenda.papers import Papers
    from plo_tui.desk import Desk

WIDE, SMALL = (120, 40), (80, 24)


def on_top(app: OneScreen) -> str:
    return type(app.screen).__name__


async def read(desk: Desk, carter: Any) -> Papers:
    return await desk.read(read_papers, carter.case, None, desk.policy)


async def with_late_line(desk: Desk, carter: Any) -> Papers:
    """Add a line that is due after the window, without an owner or a measure."""
    values: planning.LineValues = {
        "kind": LineKind.ACTION,
        "what": "Engage with [/b] the service",
        "due": date(2027, 5, 4),
    }
    await desk.do(planning.add_line, carter.episode, new_key(), values)
    return await read(desk, carter)


@pytest.mark.parametrize("size", [WIDE, SMALL])
async def test_each_line_says_what_it_needs_as_the_cursor_comes_to_it(
    desk: Desk, carter: Any, size: tuple[int, int]
) -> None:
    papers = await with_late_line(desk, carter)
    app = OneScreen(PlanScreen(desk, papers))
    async with app.run_test(size=size) as pilot:
        page = one_line(
            await until_shown(
                pilot, "Line 1: what it still needs", "2 Engage with [/b] the service"
            )
        )
        assert "Ms Carter · Fri 5 Feb, week 4 · action · draft" in page
        assert "✗ 3 things it must have" in page
        await pilot.press("down", "tab", "end")
        await until_shown(pilot, "Line 2: what it still needs")
        await pilot.press("home", "down")
        page = one_line(picture(app))
        assert "MUST" in page
        assert "For example:" in page


async def test_the_whole_plans_list_leads_to_the_line(desk: Desk, carter: Any) -> None:
    papers = await with_late_line(desk, carter)
    app = OneScreen(PlanScreen(desk, papers))
    async with app.run_test(size=(120, 60)) as pilot:
        await until_shown(pilot, "Line 1: what it still needs")
        await pilot.press("c")
        page = one_line(await until_shown(pilot, "The whole plan: what it still needs"))
        assert "The plan has no parenting assessment." in page
        assert "still a draft" not in page  # a draft before the meeting is no fault
        await pilot.press("home", "enter")
        await until_shown(pilot, "Line 2: what it still needs")
        await pilot.press("e")
        await until(pilot, lambda: on_top(app) == "LineForm")


async def test_a_new_line_asks_for_its_kind_first(desk: Desk, carter: Any) -> None:
    app = OneScreen(PlanScreen(desk, await read(desk, carter)))
    async with app.run_test(size=SMALL) as pilot:
        await until_shown(pilot, "1 Clear the stairs")
        await pilot.press("n")
        await until_shown(pilot, "What kind of line?", "6 Bottom line")
        await pilot.press("escape")
        await until(pilot, lambda: on_top(app) == "PlanScreen")
        await pilot.press("n", "2")
        await until(pilot, lambda: on_top(app) == "LineForm")
        await until_shown(pilot, "visit")


async def test_a_withdrawn_line_stays_in_sight_and_comes_back(desk: Desk, carter: Any) -> None:
    app = OneScreen(PlanScreen(desk, await read(desk, carter)))
    async with app.run_test(size=SMALL) as pilot:
        await until_shown(pilot, "1 Clear the stairs")
        await pilot.press("w")
        await until_shown(pilot, "action · withdrawn", "Line 1 is withdrawn.")
        assert (await read(desk, carter)).plan == []
        await pilot.press("b")
        await until_shown(pilot, "action · draft", "Line 1 is back in the plan.")
    assert [line.id for line in (await read(desk, carter)).plan] == [carter.line]
    app = OneScreen(PlanScreen(desk, await read(desk, carter)))
    async with app.run_test(size=SMALL) as pilot:
        await until_shown(pilot, "1 Clear the stairs")
        await pilot.press("delete")
        await until_shown(pilot, "action · withdrawn")


async def test_an_empty_plan_says_how_to_begin_it(desk: Desk, carter: Any) -> None:
    await desk.do(planning.withdraw_line, carter.line)
    papers = await read(desk, carter)
    await desk.do(planning.bring_back_line, carter.line)
    assert papers.plan == []
    app = OneScreen(PlanScreen(desk, papers))
    async with app.run_test(size=SMALL) as pilot:
        await until_shown(pilot, "No plan yet. Press n to enter its first line.")


async def test_a_line_of_approved_minutes_is_not_withdrawn(desk: Desk, carter: Any) -> None:
    assert desk.me
    await desk.do(
        meeting.open_meeting,
        carter.meeting,
        desk.sheet_text(MeetingKind.INITIAL),
        desk.policy.pinned(),
        [desk.me.id],
        [],
    )
    await desk.do(meeting.conclude, carter.meeting, effective=True)
    papers = await desk.read(read_papers, carter.case, carter.meeting)
    seen = fingerprint(freeze(minutes_of(papers, 1)))
    await desk.do(signing.approve, carter.meeting, ApprovalRole.CHAIR, desk.me.id, seen)
    app = OneScreen(PlanScreen(desk, await read(desk, carter)))
    async with app.run_test(size=WIDE) as pilot:
        await until_shown(pilot, "1 Clear the stairs")
        await pilot.press("w")
        await until_shown(pilot, "Begin a new version in sign-off")
    with pytest.raises(Refused, match="Begin a new version"):
        await desk.do(planning.bring_back_line, carter.line)
    assert [line.id for line in (await read(desk, carter)).plan] == [carter.line]
