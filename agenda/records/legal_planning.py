"""Legal planning: the referral, what the meeting considered and decided, and its own minutes.

All of it is the authority's and its lawyers' alone (Sutton 2019, Step 1): no reader that makes a
document for anybody else reads one of these tables.
"""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field

from agenda.legal_planning_words import (
    CapacityAnswer,
    ConferenceStage,
    PlanningOutcome,
    PlanningPurpose,
    ThresholdForum,
)
from agenda.records.base import Record, closed_list


class Referral(Record, table=True):
    """The legal planning meeting referral of an episode, and what has to be ready before it.

    The proposed draft plan embedded in it is the plan's draft lines, which are recorded once.
    """

    episode_id: UUID = Field(foreign_key="preproceedings.id", index=True)
    meeting_id: UUID | None = Field(default=None, foreign_key="meeting.id")
    """The legal planning meeting it led to; None until one is booked."""
    purpose: PlanningPurpose = Field(
        default=PlanningPurpose.START, sa_type=closed_list(PlanningPurpose)
    )
    completed_on: date | None = None
    """When the form was completed."""
    summary: str = ""
    """What the team asks the meeting, and why now."""
    chronology_to: date | None = None
    """The last day that the chronology tells of."""
    assessment: str = ""
    """The most recent assessment or review, by name."""
    assessment_on: date | None = None
    submitted_on: date | None = None
    """When it went to the head of service with the chronology and the assessment."""
    approved_on: date | None = None
    approved_by_id: UUID | None = Field(default=None, foreign_key="staff.id")
    approved_how: str = ""
    """How the approval was given: `in the app`, or where another recorded it, `by email`."""
    approved_plan: str = ""
    """The draft plan as it was approved with the referral, a line on each line."""
    emergency: bool = False
    """Whether the meeting is held before the papers are approved, as an emergency."""
    emergency_why: str = ""
    emergency_by_id: UUID | None = Field(default=None, foreign_key="staff.id")
    """Who recorded that it is one."""
    threshold_forum: ThresholdForum | None = Field(
        default=None, sa_type=closed_list(ThresholdForum)
    )
    """Where threshold was discussed first (Somerset 2018)."""
    threshold_on: date | None = None
    threshold_with: str = ""
    threshold_said: str = ""
    conference: ConferenceStage | None = Field(default=None, sa_type=closed_list(ConferenceStage))
    """How far the family group conference has come."""
    conference_on: date | None = None
    """When it was held, or referred."""
    conference_why_not: str = ""
    expert_needed: bool | None = None
    """Whether the team thinks that an expert will be needed; None where nobody has said."""


class ExpertEnquiry(Record, table=True):
    """An expert contacted before the legal planning meeting, with costs and reporting time."""

    episode_id: UUID = Field(foreign_key="preproceedings.id", index=True)
    expert: str
    field: str = ""
    """What they would assess: `psychology`, `substance misuse`."""
    contacted_on: date | None = None
    answered_on: date | None = None
    cost_pence: int | None = None
    report_weeks: int | None = None
    """Calendar weeks from instruction to report."""
    note: str = ""
    chosen: bool | None = None
    """Whether the meeting chose them; None before it has said."""


class LegalPlanning(Record, table=True):
    """What one legal planning meeting decided, and why."""

    __table_args__ = (sa.UniqueConstraint("meeting_id"),)

    meeting_id: UUID = Field(foreign_key="meeting.id")
    plo_considered: str = ""
    """What was said of working with the family outside court (Family Justice Review)."""
    outcome: PlanningOutcome | None = Field(default=None, sa_type=closed_list(PlanningOutcome))
    reasons: str = ""
    why_not_outside: str = ""
    """Straight to court: why the family cannot be worked with outside it."""
    in_legal_advice: str = ""
    """Where the legal advice refers to that: its date or its paragraph."""
    information: str = ""
    """What more is needed, where the outcome waits for it."""
    information_by: date | None = None
    court_team_asked_on: date | None = None
    court_team_asked_id: UUID | None = Field(default=None, foreign_key="staff.id")
    """The Court Team's team manager, who was asked about capacity."""
    court_team_answer: CapacityAnswer | None = Field(
        default=None, sa_type=closed_list(CapacityAnswer)
    )
    assessor_id: UUID | None = Field(default=None, foreign_key="staff.id")
    """Who will do the parenting assessment."""
    agreed_format: bool = False
    """Whether it will follow the agreed format and structure."""


class PlanningOption(Record, table=True):
    """An option that a legal planning meeting considered, and what was said of it."""

    meeting_id: UUID = Field(foreign_key="meeting.id", index=True)
    position: int
    option: str
    considered: str = ""


class LegalPlanningMinutes(Record, table=True):
    """The minutes of a legal planning meeting, frozen when its chair approved them.

    They are no `MinutesVersion`: nothing that gives minutes to a family can reach them.
    """

    __table_args__ = (sa.UniqueConstraint("meeting_id", "number"),)

    meeting_id: UUID = Field(foreign_key="meeting.id", index=True)
    number: int
    reason: str = ""
    """Why this version was begun; empty for the first."""
    approved_by_id: UUID | None = Field(default=None, foreign_key="staff.id")
    approved_at: datetime | None = None
    sha256: str = ""
    """The SHA-256 of `frozen` in UTF-8, as hexadecimal."""
    chain_head: str = ""
    """The journal's head when it was approved."""
    # Long, so it comes last.
    frozen: str = ""
    """What they say, as canonical JSON; empty while they can still be changed."""
