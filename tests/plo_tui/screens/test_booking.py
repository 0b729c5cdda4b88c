"""Booking a review: what is not given stays, unless it is to be taken away."""

from __future__ import annotations

from datetime import date, time
from typing import TYPE_CHECKING

from live_meeting import live_meeting

from agenda.meeting_facts import final_review
from agenda.words import MeetingKind
from plo_tui.screens.booking import book_review

if TYPE_CHECKING:
    from pathlib import Path


async def test_a_time_and_a_place_stay_until_they_are_cleared(tmp_path: Path) -> None:
    async with live_meeting(tmp_path) as live:
        desk, papers, final = live.desk, live.papers, MeetingKind.FINAL
        await book_review(desk, papers, final, date(2027, 4, 6), time(10), "The school")
        await book_review(desk, papers, final, date(2027, 4, 1), None, "")
        review = final_review(await live.read_again())
        assert review is not None
        assert (review.planned_on, review.planned_at) == (date(2027, 4, 1), time(10))
        assert review.place == "The school"
        await book_review(desk, papers, final, date(2027, 4, 1), None, "", clear=True)
        review = final_review(await live.read_again())
        assert review is not None
        assert (review.planned_at, review.place) == (None, "")
        assert len(papers.planned_reviews) == 1
