"""A line of the plan typed in one go: all that its kind needs is understood, and said back."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from live_meeting import Live, live_meeting, shown
from until import until, until_shown

from agenda.finding import Level
from agenda.smart import smart_findings
from agenda.words import LineKind
from plo_tui.screens.break_form import BreakForm
from plo_tui.screens.meeting import MeetingScreen
from plo_tui.screens.meeting_capture import Capturing
from plo_tui.screens.meeting_rows import mentions
from plo_tui.store.problems import Refused
from plo_tui.widgets.capture_words import CAPTURE_WORDS, Takes
from plo_tui.widgets.composer import Composer
from plo_tui.widgets.quick_capture import Capture, parse

if TYPE_CHECKING:
    from pathlib import Path

    from agenda import records


async def said(live: Live, typed: str) -> str:
    """Do what a line of the composer says, and return what the minute-taker is told."""
    papers = live.papers
    line = parse(typed, mentions(papers), [child.initials for child in papers.children])
    assert isinstance(line, Capture), line
    return await Capturing(live.desk, papers).do(papers.items[0], line)


async def last_line(live: Live) -> records.PlanLine:
    """The line that was added last, as the store has it."""
    return (await live.read_again()).plan[-1]


async def musts(live: Live) -> list[str]:
    """What the last line still has to say."""
    papers = await live.read_again()
    found = smart_findings(papers.plan[-1], papers, live.desk.days)
    return [finding.sentence for finding in found if finding.level is Level.MUST]


async def test_an_assessment_is_whole_with_its_sessions_and_the_day_of_its_report(
    tmp_path: Path,
) -> None:
    async with live_meeting(tmp_path) as live:
        worker = live.papers.name(live.papers.case.social_worker_id, None)
        told = await said(
            live, f"/assessment Parenting assessment, {worker}, 6 sessions, by 12 feb"
        )
        line = await last_line(live)
        assert (line.what, line.sessions, line.due) == (
            "Parenting assessment",
            6,
            date(2027, 2, 12),
        )
        assert line.owner_staff_id == live.papers.case.social_worker_id
        assert await musts(live) == []
        assert told == (
            f"Line {line.number} is in the plan: Fri 12 Feb 2027 · week 5 · working day"
            f" · {worker} · 6 sessions."
        )


@pytest.mark.parametrize(
    ("typed", "rhythm"),
    [
        ("Weekly home visits", "Weekly"),
        ("Home visits, twice a week", "Twice a week"),
        ("Home visits, every Tuesday at 4 pm", "Every Tuesday at 4 pm"),
        ("Home visits, fortnightly", "Fortnightly"),
    ],
)
async def test_a_visit_is_whole_with_its_rhythm_and_its_last_day(
    tmp_path: Path, typed: str, rhythm: str
) -> None:
    async with live_meeting(tmp_path) as live:
        worker = live.papers.name(live.papers.case.social_worker_id, None)
        told = await said(live, f"/visit {typed}, {worker}, until 12 feb")
        line = await last_line(live)
        assert (line.rhythm, line.until) == (rhythm, date(2027, 2, 12))
        assert await musts(live) == []
        assert f"{worker} · {rhythm} · until Fri 12 Feb 2027" in told


async def test_a_bottom_line_is_whole_with_what_follows(tmp_path: Path) -> None:
    async with live_meeting(tmp_path) as live:
        told = await said(live, "/bottom Leo is hit again, then we go to court")
        line = await last_line(live)
        assert (line.kind, line.what, line.consequence) == (
            LineKind.BOTTOM_LINE,
            "Leo is hit again",
            "We go to court",
        )
        assert await musts(live) == []
        assert told.endswith("is in the plan: what follows: We go to court.")


async def test_what_a_line_still_has_to_say_is_said_at_once(tmp_path: Path) -> None:
    async with live_meeting(tmp_path) as live:
        assert (await said(live, "/bottom Leo is hit again")).endswith(
            "is in the plan. It does not say what follows."
        )
        assert (await said(live, "/visit Home visits @dc until 12 feb")).endswith(
            "It does not say how often."
        )


EXAMPLES = [entry.example for entry in CAPTURE_WORDS if entry.takes is Takes.LINE]


@pytest.mark.parametrize("example", EXAMPLES)
async def test_every_example_of_a_line_leaves_nothing_that_must_be_said(
    tmp_path: Path, example: str
) -> None:
    async with live_meeting(tmp_path) as live:
        known = {person.initials.casefold() for person in mentions(live.papers)}
        for initials in ("@lc", "@sp"):
            if initials[1:] not in known:
                example = example.replace(initials, "@dc")
        assert (await said(live, example)).endswith(".")
        assert await musts(live) == []


async def test_a_break_is_for_the_parent_who_is_named(tmp_path: Path) -> None:
    async with live_meeting(tmp_path) as live:
        assert await said(live, "/break lc") == "Break begun for Ms Carter. /back ends it."
        [begun] = (await live.read_again()).advice_breaks
        assert begun.person_id == live.person("Ms Carter").id
        with pytest.raises(Refused, match="name one of them"):
            await said(live, "/break @Ms Shah")


async def test_break_alone_asks_whose_it_is(tmp_path: Path) -> None:
    async with live_meeting(tmp_path) as live:
        screen = MeetingScreen(live.desk, live.papers.case_id, live.papers.meeting.id)
        async with shown(screen, (80, 24)) as (app, pilot):
            await until(pilot, lambda: screen.loaded and isinstance(screen.focused, Composer))
            screen.query_one(Composer).insert("/break")
            await pilot.press("enter")
            await until(pilot, lambda: isinstance(app.screen, BreakForm))
            await pilot.press("escape")
            await until(pilot, lambda: app.screen is screen)
            screen.query_one(Composer).insert("/break lc")
            await pilot.press("enter")
            await until_shown(pilot, "Break begun for Ms Carter. /back ends it.")
        assert len((await live.read_again()).advice_breaks) == 1
