"""What several rules ask of the papers: the day, who is here, which lines count, where to go."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.extension import children_to_decide
from agenda.london import london_date
from agenda.minuting_people import CAME
from agenda.words import LineState, MeetingKind

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from agenda import records
    from agenda.captures import Capture
    from agenda.papers import Papers


def day_in_words(day: date) -> str:
    """Return a date as findings say it: `Tue 6 Apr 2027`."""
    return f"{day:%a} {day.day} {day:%b %Y}"


def meeting_day(papers: Papers, meeting_id: UUID | None = None) -> date | None:
    """Return the day of a meeting (the one in front of us): held, or else planned.

    Without any meeting it is the first day of the window; None where nothing is booked.
    """
    meeting = papers.find("Meeting", meeting_id or papers.meeting_id)
    if meeting is None:
        return papers.window.start if papers.window else None
    held = [row.started_at for row in papers.standing("Sitting") if row.meeting_id == meeting.id]
    if held:
        return london_date(min(held))
    planned: date | None = meeting.planned_on
    return planned


def is_review(papers: Papers) -> bool:
    """Whether the meeting in front of us is a review, midway or final."""
    return papers.meeting_id is not None and papers.meeting.kind.is_review


def review_follows(papers: Papers) -> bool:
    """Whether another review follows this meeting, by what it has decided so far.

    After an initial meeting one always does; after a midway review unless pre-proceedings end
    for every child; after a final review only where a child's window is extended.
    """
    if not is_review(papers):
        return True
    decided = [papers.decision(child.id) for child in children_to_decide(papers)]
    if papers.meeting.kind is MeetingKind.FINAL:
        return any(one and not one.outcome.ends for one in decided)
    return not decided or any(one is None or not one.outcome.ends for one in decided)


def parents_here(papers: Papers, sitting_id: UUID | None = None) -> list[records.Person]:
    """Return the parents who came to this meeting, also late or for a part of it.

    Whoever came to any of its sittings did; to one of them only, where it is named.
    """
    came = {
        row.person_id
        for row in papers.attendance
        if row.presence in CAME and sitting_id in (None, row.sitting_id)
    }
    return [person for person in papers.parents if person.id in came]


def represented_by(papers: Papers, person_id: UUID | None) -> UUID | None:
    """Return whom somebody is here for: as marked before, else whom they act for as a lawyer.

    A lawyer of several parents is here for the first of them. None where it is nobody.
    """
    for row in papers.attendance:
        if person_id and row.person_id == person_id and row.represents_id:
            return row.represents_id
    for client in papers.people:
        acts = papers.representation(client.id)
        if acts and person_id and acts.lawyer_id == person_id:
            return client.id
    return None


def lines_in_force(papers: Papers) -> list[records.PlanLine]:
    """Return the lines of the plan that were not dropped, by number."""
    return [line for line in papers.plan if line.state is not LineState.DROPPED]


def final_review(papers: Papers) -> records.Meeting | None:
    """Return the final review that is planned; None where none is."""
    return _planned(papers, MeetingKind.FINAL)


def midway_review(papers: Papers) -> records.Meeting | None:
    """Return the midway review that is planned; None where none is."""
    return _planned(papers, MeetingKind.MIDWAY)


def place_of(papers: Papers, *captures: Capture) -> str:
    """Return the key of the agenda item where the first of these captures is made.

    Empty where the sheet has none of them, and outside a meeting.
    """
    if papers.meeting_id is None:
        return ""
    for capture in captures:
        for item in papers.sheet.items:
            if capture in item.captures:
                return item.key
    return ""


def _planned(papers: Papers, kind: MeetingKind) -> records.Meeting | None:
    reviews = [review for review in papers.planned_reviews if review.kind is kind]
    return reviews[-1] if reviews else None
