"""A meeting: its sittings, its agenda items, who came, and what was said."""

from __future__ import annotations

from datetime import date, datetime, time
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field

from agenda.decision_words import WhoWasTold
from agenda.records.base import Record, closed_list
from agenda.words import (
    AdviceChoice,
    Attending,
    EntryKind,
    MeetingKind,
    MeetingState,
    Presence,
    YesNo,
)


class Meeting(Record, table=True):
    """A pre-proceedings meeting, planned or held.

    It keeps the text of the sheet and the policy it was opened with, so that a live case
    never changes under the family's feet.
    """

    __table_args__ = (
        sa.Index("meetings_of_episode", "episode_id", "state", "planned_on", "withdrawn_at"),
        sa.Index(
            "meetings_to_come",
            "state",
            "planned_on",
            sqlite_where=sa.text("state <> 'concluded' AND withdrawn_at IS NULL"),
        ),
    )

    episode_id: UUID = Field(foreign_key="preproceedings.id")
    kind: MeetingKind = Field(sa_type=closed_list(MeetingKind))
    number: int
    """Counts the meetings of the case from 1, in the order held; booked ones stand behind.

    Legal planning meetings count for themselves.
    """
    planned_on: date | None = None
    planned_at: time | None = None
    """London local time."""
    place: str = ""
    chair_id: UUID | None = Field(default=None, foreign_key="staff.id")
    minute_taker_id: UUID | None = Field(default=None, foreign_key="staff.id")
    state: MeetingState = Field(default=MeetingState.PLANNED, sa_type=closed_list(MeetingState))
    effective: bool | None = None
    """Whether it did its work; None until concluded. Only an effective one starts the window."""
    not_effective_why: str = ""
    concluded_at: datetime | None = None
    minutes_due_on: date | None = None
    """When approved minutes should have gone out, by the policy of the day it was concluded."""
    current_item_id: UUID | None = None
    """The item on the table now. Not a foreign key: items point at their meeting."""
    back_item_id: UUID | None = None
    """The item to go back to."""
    on_item_since: datetime | None = None
    circulation: str = ""
    """Who receives the minutes, in words."""
    adjourned_at: datetime | None = None
    """Since when it waits for another sitting; None while it runs."""
    resumes_on: date | None = None
    resumes_at: time | None = None
    """London local time of the next sitting."""
    resumes_place: str = ""
    # These two are long, and SQLite reads through a row up to the last column asked for.
    sheet_text: str = ""
    """The agenda sheet it was opened with, as TOML; empty until it is opened."""
    policy_text: str = ""
    """The whole policy it was opened with; empty until it is opened."""


class Sitting(Record, table=True):
    """A stretch of a meeting held on one occasion."""

    meeting_id: UUID = Field(foreign_key="meeting.id", index=True)
    number: int = 1
    started_at: datetime
    ended_at: datetime | None = None
    place: str = ""
    called: str = ""
    """What it is called, where parents have sittings of their own: `with Ms Carter`."""


class Pause(Record, table=True):
    """A stretch of a sitting in which nothing goes on and no clock runs. It has no reason."""

    sitting_id: UUID = Field(foreign_key="sitting.id", index=True)
    began_at: datetime
    ended_at: datetime | None = None


class Item(Record, table=True):
    """An item of the sheet in one meeting."""

    __table_args__ = (sa.UniqueConstraint("meeting_id", "key"),)

    meeting_id: UUID = Field(foreign_key="meeting.id", index=True)
    key: str
    position: int
    seconds: int = 0
    """Time spent on it so far, the current visit not counted."""
    visited: bool = False
    parked: bool = False


class PromptAsked(Record, table=True):
    """A prompt of the sheet that the chair has asked; withdrawn when unticked."""

    __table_args__ = (sa.UniqueConstraint("item_id", "prompt"),)

    item_id: UUID = Field(foreign_key="item.id", index=True)
    prompt: str
    """The prompt's key in the sheet, such as `welcome.2`."""


class Attendance(Record, table=True):
    """Someone's part in one sitting: one member of staff or one person, never both."""

    __table_args__ = (
        sa.CheckConstraint("(staff_id IS NULL) <> (person_id IS NULL)", name="staff_or_person"),
    )

    sitting_id: UUID = Field(foreign_key="sitting.id", index=True)
    staff_id: UUID | None = Field(default=None, foreign_key="staff.id")
    person_id: UUID | None = Field(default=None, foreign_key="person.id")
    presence: Presence = Field(default=Presence.INVITED, sa_type=closed_list(Presence))
    attending: Attending = Field(default=Attending.IN_THE_ROOM, sa_type=closed_list(Attending))
    arrived_at: datetime | None = None
    left_at: datetime | None = None
    represents_id: UUID | None = Field(default=None, foreign_key="person.id")


class Advice(Record, table=True):
    """One parent's letter and legal advice, as the meeting was told.

    Where a parent has no solicitor, or capacity is in doubt, a choice with its reason is needed.
    """

    meeting_id: UUID = Field(foreign_key="meeting.id", index=True)
    person_id: UUID = Field(foreign_key="person.id")
    letter_received_on: date | None = None
    advised: YesNo = Field(default=YesNo.NOT_ASKED, sa_type=closed_list(YesNo))
    """Whether they have had legal advice on the letter, as of today."""
    capacity_doubt: bool = False
    choice: AdviceChoice | None = Field(default=None, sa_type=closed_list(AdviceChoice))
    choice_reason: str = ""


class AdviceBreak(Record, table=True):
    """A private break for legal advice: offered, and taken from when to when."""

    sitting_id: UUID = Field(foreign_key="sitting.id", index=True)
    person_id: UUID = Field(foreign_key="person.id")
    offered_at: datetime
    taken: bool | None = None
    """None until answered."""
    began_at: datetime | None = None
    ended_at: datetime | None = None


class Entry(Record, table=True):
    """A minuted paragraph, or an aside.

    The speaker is one member of staff, one person or nobody. An entry without children
    named is about all of them.
    """

    __table_args__ = (
        sa.CheckConstraint(
            "speaker_staff_id IS NULL OR speaker_person_id IS NULL", name="one_speaker"
        ),
        sa.Index("entries_in_order", "meeting_id", "item_id", "place"),
    )

    meeting_id: UUID = Field(foreign_key="meeting.id")
    sitting_id: UUID = Field(foreign_key="sitting.id")
    item_id: UUID | None = Field(default=None, foreign_key="item.id")
    place: float
    """Where it stands in its item; between two others when moved."""
    kind: EntryKind = Field(default=EntryKind.NOTE, sa_type=closed_list(EntryKind))
    text: str
    verbatim: bool = False
    """The speaker's own words: only then do minutes print quotation marks."""
    speaker_staff_id: UUID | None = Field(default=None, foreign_key="staff.id")
    speaker_person_id: UUID | None = Field(default=None, foreign_key="person.id")
    concern_id: UUID | None = Field(default=None, foreign_key="concern.id")
    author_id: UUID = Field(foreign_key="staff.id")
    written_at: datetime
    spoken_at: datetime | None = None


class EntryChild(Record, table=True):
    """A child that an entry is about."""

    entry_id: UUID = Field(foreign_key="entry.id", index=True)
    child_id: UUID = Field(foreign_key="child.id")


class UrgentTold(Record, table=True):
    """Who was told of an urgent matter, and when. The facts are the entry's own words."""

    entry_id: UUID = Field(foreign_key="entry.id", index=True)
    who: WhoWasTold = Field(sa_type=closed_list(WhoWasTold))
    name: str = ""
    told_at: datetime | None = None
