"""Frozen minutes, who approved them, what left the app, and the journal of every change."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from agenda.decision_words import CorrectionAnswer
from agenda.records.base import Record, closed_list, new_key
from agenda.words import ApprovalRole, GivenDocument


class MinutesVersion(Record, table=True):
    """One version of a meeting's minutes, frozen when the chair approved it.

    Before that the row is there, without the frozen text, as soon as a reason for a new
    version was given.
    """

    __table_args__ = (sa.UniqueConstraint("meeting_id", "number"),)

    meeting_id: UUID = Field(foreign_key="meeting.id", index=True)
    number: int
    reason: str = ""
    """Why this version was begun; empty for the first."""
    sha256: str = ""
    """The SHA-256 of `frozen` in UTF-8, as hexadecimal."""
    issued_at: datetime | None = None
    issued_by_id: UUID | None = Field(default=None, foreign_key="staff.id")
    uploaded_at: datetime | None = None
    """When they were marked as uploaded to the case-management system, the system of record."""
    uploaded_by_id: UUID | None = Field(default=None, foreign_key="staff.id")
    uploaded_as: str = ""
    """Where they are in it, such as its name and the document's number."""
    # Long, so it comes last: SQLite reads through a row up to the last column asked for.
    frozen: str = ""
    """The minutes as canonical JSON; empty while they can still be changed."""


class Approval(Record, table=True):
    """An approval of one frozen version, in one role."""

    __table_args__ = (sa.UniqueConstraint("version_id", "role"),)

    version_id: UUID = Field(foreign_key="minutesversion.id", index=True)
    role: ApprovalRole = Field(sa_type=closed_list(ApprovalRole))
    staff_id: UUID = Field(foreign_key="staff.id")
    """Whose approval it is."""
    recorded_by_id: UUID = Field(foreign_key="staff.id")
    """Who entered it: the same, or someone on their behalf."""
    how: str
    """`in the app`, or how it was given where it was recorded on their behalf."""
    given_at: datetime
    at: datetime
    sha256: str
    """The fingerprint approved."""
    chain_head: str
    """The journal's head when it was given: an anchor outside the file once printed."""


class Disclosure(Record, table=True):
    """What was given out: which document, of which version, to whom, by whom and when.

    One line for each document that leaves the app, and for each reader to whom minutes are
    issued. It is kept before the document's file appears. No word of a document is in it.
    """

    case_id: UUID = Field(foreign_key="case.id", index=True)
    meeting_id: UUID | None = Field(default=None, foreign_key="meeting.id")
    """Whose minutes or page it is; None for a document made from several meetings."""
    version_id: UUID | None = Field(default=None, foreign_key="minutesversion.id")
    """The version; None before the first is approved, and for what is no version of minutes."""
    of_version: int | None = None
    """The version's number, also for a draft; None for what is no version of minutes."""
    is_draft: bool = False
    """Whether the minutes that it is, or was made from, or the letter, still lacked an approval."""
    child_id: UUID | None = Field(default=None, foreign_key="child.id")
    """The one child that it is about; None where it is about the family."""
    what: GivenDocument = Field(sa_type=closed_list(GivenDocument))
    to: str
    """Whom it is for."""
    to_person_id: UUID | None = Field(default=None, foreign_key="person.id")
    """Who it is for, where it is somebody in the record who is not staff."""
    letter_id: UUID | None = Field(default=None, foreign_key="letterdraft.id")
    """Which letter it is; None for any other document."""
    how: str = ""
    """By which way it goes: `through our legal team`; empty where nobody said."""
    by_staff_id: UUID = Field(foreign_key="staff.id")
    at: datetime
    sha256: str = ""
    """The SHA-256 of what was printed, as hexadecimal: that of the minutes, or of the page."""
    not_written_at: datetime | None = None
    """When its file turned out not to be written, so that nothing left; None where it did."""


class TakeAway(Record, table=True):
    """A page that someone took home from a meeting, before its minutes were approved."""

    meeting_id: UUID = Field(foreign_key="meeting.id", index=True)
    to: str
    released_by_id: UUID = Field(foreign_key="staff.id")
    at: datetime
    sha256: str
    """The SHA-256 of `frozen` in UTF-8, as hexadecimal."""
    # Long, so it comes last.
    frozen: str
    """What the page said, as canonical JSON."""


class CorrectionAsked(Record, table=True):
    """A correction of issued minutes that a parent's lawyer, or a parent, asked for."""

    version_id: UUID = Field(foreign_key="minutesversion.id", index=True)
    """The version it asks to correct."""
    asked_by_id: UUID = Field(foreign_key="person.id")
    asked_on: date
    paragraph: int | None = None
    """The number of the paragraph; None where it is about something else in the minutes."""
    text: str
    """What they ask, word for word."""
    answer: CorrectionAnswer | None = Field(default=None, sa_type=closed_list(CorrectionAnswer))
    reply: str = ""
    """The chair's reply."""
    answered_by_id: UUID | None = Field(default=None, foreign_key="staff.id")
    answered_at: datetime | None = None


class Journal(SQLModel, table=True):
    """One row for each verb: audit, change notice and undo. Written once, never changed.

    `sequence` orders things within a case, never a clock. Each row seals the one before it
    over the digest of its payload, which is kept apart and salted, so that content can be
    purged and the chain still holds.
    """

    __table_args__ = (sa.UniqueConstraint("case_id", "sequence"),)

    id: UUID = Field(default_factory=new_key, primary_key=True)
    case_id: UUID | None = Field(default=None, foreign_key="case.id", index=True)
    """None for what belongs to no case, such as a new member of staff."""
    sequence: int
    verb: str
    actor_id: UUID | None = Field(default=None, foreign_key="staff.id")
    at: datetime
    of_id: UUID | None = Field(default=None, foreign_key="journal.id")
    """The row that an undo took back or a redo did again."""
    payload_digest: str
    previous: str
    seal: str


class JournalPayload(SQLModel, table=True):
    """What a journal row did: its arguments, and each changed row before and after, as JSON."""

    journal_id: UUID = Field(primary_key=True, foreign_key="journal.id")
    salt: str
    payload: str
