"""Booking a review, from the composer or from its form, and the dates that have a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.meeting_facts import final_review, midway_review
from agenda.records import new_key
from agenda.words import MeetingKind
from plo_tui.store.verbs import meeting

if TYPE_CHECKING:
    from datetime import date, time

    from agenda.papers import Papers
    from plo_tui.desk import Desk


def named_dates(papers: Papers) -> dict[str, date]:
    """Return the dates that can be typed by name: `final review`, `midway review`."""
    return {
        name: meeting.planned_on
        for meeting in papers.planned_reviews
        if meeting.planned_on
        for name in (f"{meeting.kind} review", meeting.kind.value)
    }


async def book_review(
    desk: Desk,
    papers: Papers,
    kind: MeetingKind,
    day: date,
    at: time | None,
    place: str,
    *,
    clear: bool = False,
) -> None:
    """Book a review, or change the one that is booked.

    Args:
        desk: the desk.
        papers: the case's papers; they take what changed.
        kind: midway or final.
        day: its day.
        at: its time in London; None where none is given.
        place: its place; empty where none is given.
        clear: whether a time or place that is not given is taken away; otherwise it stays.

    Raises:
        StoreProblem: where it could not be saved.
    """
    values: meeting.MeetingValues = {"planned_on": day}
    if at or clear:
        values["planned_at"] = at
    if place or clear:
        values["place"] = place
    booked = final_review(papers) if kind is MeetingKind.FINAL else midway_review(papers)
    if booked:
        done = await desk.do(meeting.change_meeting, booked.id, booked.version, values)
    else:
        values["chair_id"] = papers.meeting.chair_id
        done = await desk.do(meeting.plan_meeting, papers.episode.id, new_key(), kind, values)
    papers.take(done.changed)
