"""Getting a meeting ready: what is booked, who covers for the chair, and invitations sent."""

from __future__ import annotations

from datetime import date, datetime, time
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field

from agenda.booking_words import BookingWhat, InvitedGroup
from agenda.records.base import Record, closed_list


class BookingStep(Record, table=True):
    """One thing on business support's list for a meeting: done, or not needed and why."""

    meeting_id: UUID = Field(foreign_key="meeting.id", index=True)
    what: BookingWhat = Field(sa_type=closed_list(BookingWhat))
    person_id: UUID | None = Field(default=None, foreign_key="person.id")
    """For whom, such as an interpreter; None where it is for the meeting."""
    done_on: date | None = None
    meeting_on: date | None = None
    """For which day of the meeting it was done: where that is changed, it is seen to again."""
    meeting_at: time | None = None
    """For which time, in London."""
    note: str = ""
    """Which room, which agency, what was promised."""
    not_needed_why: str = ""
    by_staff_id: UUID = Field(foreign_key="staff.id")


class Cover(Record, table=True):
    """Another team manager agreed to chair a meeting, and why (Sutton 2019, PLO Meetings)."""

    meeting_id: UUID = Field(foreign_key="meeting.id", index=True)
    for_staff_id: UUID = Field(foreign_key="staff.id")
    by_staff_id: UUID = Field(foreign_key="staff.id")
    why: str
    agreed_on: date


class Invitation(Record, table=True):
    """A calendar invitation as it was last written for one group: its updates count up.

    Where people of the family must not meet, each of them has one of their own.
    """

    __table_args__ = (sa.UniqueConstraint("meeting_id", "to_group", "person_id"),)

    meeting_id: UUID = Field(foreign_key="meeting.id")
    to_group: InvitedGroup = Field(sa_type=closed_list(InvitedGroup))
    person_id: UUID | None = Field(default=None, foreign_key="person.id")
    """Whose it is, where each has their own; None where it is the whole group's."""
    sequence: int = 0
    """How often the same event was changed or cancelled since it was first sent."""
    cancelled: bool = False
    on: date
    at: time
    """London local time."""
    meeting_at: time
    """The meeting's own time as it was then: where each has their own, theirs may be another."""
    place: str = ""
    minutes: int
    made_at: datetime
