"""Booking a review, from the composer or from its form, and the dates that have a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.records import new_key
from plo_tui.store.verbs import meeting

if TYPE_CHECKING:
    from datetime import date, time

    from agenda.papers import Papers
    from agenda.words import MeetingKind
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
    desk: Desk, papers: Papers, kind: MeetingKind, day: date, at: time | None, place: str
) -> None:
    """Book a review, or change the one that is booked; what is not given stays as it was."""
    values: meeting.MeetingValues = {"planned_on": day}
    if at:
        values["planned_at"] = at
    if place:
        values["place"] = place
    booked = next((row for row in papers.planned_reviews if row.kind is kind), None)
    if booked:
        done = await desk.do(meeting.change_meeting, booked.id, booked.version, values)
    else:
        values["chair_id"] = papers.meeting.chair_id
        done = await desk.do(meeting.plan_meeting, papers.episode.id, new_key(), kind, values)
    papers.take(done.changed)
