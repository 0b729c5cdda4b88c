"""What the side of a meeting says of an extended window and of the Court Tracker."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from held_reviews import EXTENDED, TRACKER, book, end_initial_meeting, hold, to_day
from live_meeting import live_meeting, shown
from until import until, until_shown

from agenda.decision_words import Outcome
from agenda.words import MeetingKind
from plo_tui.screens.meeting import MeetingScreen
from plo_tui.screens.meeting_rows import date_rows
from plo_tui.screens.tracker_row import tracker_rows
from plo_tui.store.reading.papers import read_papers
from plo_tui.widgets.composer import Composer

if TYPE_CHECKING:
    from pathlib import Path


async def test_the_court_tracker_stands_among_the_dates(tmp_path: Path) -> None:
    async with live_meeting(tmp_path) as live:
        papers, shipped = live.papers, live.papers.policy
        assert tracker_rows(papers) == []  # no day is known, and it is not week 8 yet
        papers.policy = replace(shipped, tracker=replace(shipped.tracker, one_day=TRACKER))
        [row] = tracker_rows(papers)
        assert (row.what, row.day, row.note) == (
            "Court Tracker", "next: Thu 4 Feb 2027", "the next one"
        )  # fmt: skip
        await book(live, MeetingKind.FINAL, date(2027, 4, 1))
        row = date_rows(papers, [])[-1]
        assert row.note == "the last before the final review: Thu 11 Mar 2027"


async def test_a_meeting_in_an_extension_says_so_along_its_foot_and_among_its_dates(
    tmp_path: Path,
) -> None:
    async with live_meeting(tmp_path) as live:
        await end_initial_meeting(live)
        await hold(live, {"JC": (Outcome.EXTEND, EXTENDED)})
        review = live.papers.meetings[-1].id
        to_day(live, date(2027, 4, 8))
        desk = live.desk
        papers = await desk.read(
            read_papers, live.papers.case_id, review, desk.policy, desk.today()
        )
        [end] = [row for row in date_rows(papers, []) if row.key == "end"]
        assert (end.day, end.note) == (
            "Tue 18 May 2027",
            "extended for JC, provisional until Court Tracker 15 Apr; TC and MC: to Tue 6 Apr 2027",
        )
        screen = MeetingScreen(desk, live.papers.case_id, review)
        async with shown(screen, (120, 40)) as (_, pilot):
            await until(pilot, lambda: screen.loaded and isinstance(screen.focused, Composer))
            page = await until_shown(pilot, "18 May", "extended, provisional")
            assert "18 weeks  12 Jan" in page
            assert "week 13 · 40 days left · extended, provisional" in page
