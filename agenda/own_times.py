"""Times of one's own: when and where somebody comes who must not meet another.

Where two of the family must not meet, each has an invitation with a time and place of their own.
No document tells either of them the meeting's one time: the other may come then. What is not set
yet is left blank, so that nothing hangs on somebody seeing it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from agenda.entitled import parents_and_entitled

if TYPE_CHECKING:
    from datetime import date, time
    from uuid import UUID

    from agenda import records
    from agenda.papers import Papers

NOT_SET = "we will tell you when and where to come"
"""What a document says in the place of a time of somebody's own that is not set yet."""


@dataclass(frozen=True, slots=True)
class OwnTime:
    """When and where one person comes to a review.

    Attributes:
        what: which review, as a heading.
        on: its day.
        at: their own time: `10:30`.
        place: their own room or entrance.
    """

    what: str
    on: date
    at: str
    place: str


def invited_apart(papers: Papers) -> list[records.Person]:
    """Return those who each have an invitation of their own: all, where two must not meet."""
    invited = parents_and_entitled(papers)
    keys = {person.id for person in invited}
    apart = any({row.person_id, row.other_id} <= keys for row in papers.kept_apart)
    return invited if apart else []


def must_not_meet(papers: Papers, person_id: UUID) -> list[records.Person]:
    """Return who of those invited to meetings one person must not meet."""
    apart = papers.apart_from(person_id)
    return [person for person in parents_and_entitled(papers) if person.id in apart]


def invited_alone(
    papers: Papers, meeting: records.Meeting, person_id: UUID
) -> records.Invitation | None:
    """Return a person's own invitation to a meeting, where it is for the day the meeting has.

    Only where two of those invited must not meet; else everybody has the meeting's own time.
    """
    if not invited_apart(papers):
        return None
    rows = (row for row in papers.invitations(meeting.id) if row.person_id == person_id)
    as_now = (meeting.planned_on, meeting.planned_at)
    return next(
        (row for row in rows if not row.cancelled and (row.on, row.meeting_at) == as_now), None
    )


def told_when(papers: Papers, meeting: records.Meeting, person_id: UUID) -> tuple[time | None, str]:
    """Return at what time, and where, one person is told to come to a meeting.

    Neither is told to whom must not meet another of those invited, until they have their own.
    """
    if own := invited_alone(papers, meeting, person_id):
        return own.at, own.place
    if must_not_meet(papers, person_id):
        return None, NOT_SET
    return meeting.planned_at, meeting.place


def own_times_of(papers: Papers, person_id: UUID) -> tuple[OwnTime, ...]:
    """Return each time of their own that one person has for the reviews that are booked."""
    return tuple(
        OwnTime(review.kind.heading, own.on, f"{own.at:%H:%M}", own.place)
        for review in papers.planned_reviews
        if (own := invited_alone(papers, review, person_id))
    )


def same_time(papers: Papers, meeting_id: UUID) -> list[tuple[UUID, UUID]]:
    """Return each two who must not meet and whose invitations are for the same day and time."""
    at = {
        row.person_id: (row.on, row.at)
        for row in papers.invitations(meeting_id)
        if row.person_id and not row.cancelled
    }
    return [
        (row.person_id, row.other_id)
        for row in papers.kept_apart
        if row.person_id in at and at[row.person_id] == at.get(row.other_id)
    ]
