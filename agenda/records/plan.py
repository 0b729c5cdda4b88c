"""The concerns, the plan that answers them, and each parent's own answer to it."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field

from agenda.records.base import Record, closed_list
from agenda.words import (
    ConsentPurpose,
    HelpCame,
    LineKind,
    LineOutcome,
    LineState,
    OfferAnswer,
    ParentAnswer,
    YesNo,
)


class Concern(Record, table=True):
    """A worry, in order, the main one first (Somerset 2018: at most four headings)."""

    episode_id: UUID = Field(foreign_key="preproceedings.id", index=True)
    position: int
    heading: str
    summary: str = ""
    danger_statement: str = ""
    since: str = ""
    """How long we have been worried, in words: `since spring 2025`."""


class ConcernChild(Record, table=True):
    """A child that a concern is about; a concern without any is about every child."""

    concern_id: UUID = Field(foreign_key="concern.id", index=True)
    child_id: UUID = Field(foreign_key="child.id")


class ConcernExample(Record, table=True):
    """A dated example of a concern."""

    concern_id: UUID = Field(foreign_key="concern.id", index=True)
    on: date
    text: str
    exceptional: bool = False
    """Older than the policy's years, and still significant."""


class PlanLine(Record, table=True):
    """One line of the plan. What it needs depends on its kind.

    The owner is one member of staff or one person, never both.
    """

    __table_args__ = (
        sa.CheckConstraint("owner_staff_id IS NULL OR owner_person_id IS NULL", name="one_owner"),
    )

    episode_id: UUID = Field(foreign_key="preproceedings.id", index=True)
    number: int
    kind: LineKind = Field(sa_type=closed_list(LineKind))
    what: str
    owner_staff_id: UUID | None = Field(default=None, foreign_key="staff.id")
    owner_person_id: UUID | None = Field(default=None, foreign_key="person.id")
    helper: str = ""
    support: str = ""
    """What the authority does to help with it."""
    measure: str = ""
    """How everyone will know that it has happened."""
    child_benefit: str = ""
    starts: date | None = None
    due: date | None = None
    """The due date, or an assessment's report date."""
    rhythm: str = ""
    """How often, in words: `every Tuesday at 4 pm`."""
    until: date | None = None
    """The last day of something that recurs."""
    sessions: int | None = None
    consequence: str = ""
    """What follows where it does not happen (a bottom line)."""
    contingency: str = ""
    concern_id: UUID | None = Field(default=None, foreign_key="concern.id")
    goal_id: UUID | None = Field(default=None, foreign_key="protectiongoal.id")
    state: LineState = Field(default=LineState.DRAFT, sa_type=closed_list(LineState))
    drafted_as: str = ""
    """The words it was drafted in, once the meeting amended them."""
    decided_in: UUID | None = Field(default=None, foreign_key="meeting.id")
    added_in: UUID | None = Field(default=None, foreign_key="meeting.id")
    """The meeting it was added in; None where it was drafted before one."""


class PlanPart(Record, table=True):
    """A part of a line, lettered by its position: a, b, c (Somerset 2018: broken down)."""

    line_id: UUID = Field(foreign_key="planline.id", index=True)
    position: int
    text: str


class PlanLineChild(Record, table=True):
    """A child that a line is for."""

    line_id: UUID = Field(foreign_key="planline.id", index=True)
    child_id: UUID = Field(foreign_key="child.id")


class LineAnswer(Record, table=True):
    """A parent's own answer to a line in one meeting, with their conditions."""

    line_id: UUID = Field(foreign_key="planline.id", index=True)
    meeting_id: UUID = Field(foreign_key="meeting.id", index=True)
    person_id: UUID = Field(foreign_key="person.id")
    answer: ParentAnswer = Field(sa_type=closed_list(ParentAnswer))
    conditions: str = ""


class Progress(Record, table=True):
    """What became of a line by a day: its outcome, the evidence, and whether our help came.

    A dated row of its own, so that what was approved about the line before stays as it was.
    """

    line_id: UUID = Field(foreign_key="planline.id", index=True)
    meeting_id: UUID = Field(foreign_key="meeting.id", index=True)
    """The review that found it."""
    on: date
    """The day it was found: that of the review's sitting."""
    outcome: LineOutcome = Field(sa_type=closed_list(LineOutcome))
    evidence: str = ""
    """How we know: who saw what, and when."""
    why: str = ""
    """What stopped it, where it is not all done."""
    help_came: HelpCame | None = Field(default=None, sa_type=closed_list(HelpCame))
    help_note: str = ""


class FamilyOffer(Record, table=True):
    """The offer of family group decision making, and the answer to it.

    Children's Wellbeing and Schools Act 2026 s.1 (Children Act 1989 s.31ZA).
    """

    episode_id: UUID = Field(foreign_key="preproceedings.id", index=True)
    offered_on: date | None = None
    answer: OfferAnswer = Field(default=OfferAnswer.NOT_ASKED, sa_type=closed_list(OfferAnswer))
    answered_by: str = ""
    names_by: date | None = None
    """When the family will have given names of those who could help."""


class NetworkHelp(Record, table=True):
    """Someone in the family network who can help, or could care for a child."""

    episode_id: UUID = Field(foreign_key="preproceedings.id", index=True)
    person_id: UUID = Field(foreign_key="person.id")
    help: str = ""
    could_care: bool = False
    viability_by: date | None = None


class Consent(Record, table=True):
    """A person's consent to sharing records, testing or an assessment."""

    meeting_id: UUID = Field(foreign_key="meeting.id", index=True)
    person_id: UUID = Field(foreign_key="person.id")
    purpose: ConsentPurpose = Field(sa_type=closed_list(ConsentPurpose))
    answer: YesNo = Field(default=YesNo.NOT_ASKED, sa_type=closed_list(YesNo))
    note: str = ""
    advice_had: bool | None = None
    """Whether they had legal advice on it first; None where nobody asked."""
    taken_back_on: date | None = None
    """When they took it back; None while it stands."""


class ExceptionalReason(Record, table=True):
    """Why a `must` was passed, and by whom: practice allows an exception, never a flag.

    Attributes:
        rule: the key of the rule passed.
        about: the id of the record it is about; None for the meeting as a whole.
        meeting_id: the meeting it was recorded in; None outside one.
    """

    case_id: UUID = Field(foreign_key="case.id", index=True)
    meeting_id: UUID | None = Field(default=None, foreign_key="meeting.id")
    rule: str
    about: UUID | None = None
    reason: str
    by_staff_id: UUID = Field(foreign_key="staff.id")
    at: datetime
