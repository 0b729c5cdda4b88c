"""What a review finds of each worry and child, what it decides, and who has the authority."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from sqlmodel import Field

from agenda.decision_words import AfterClose, AuthorityAnswer, Outcome, Trajectory
from agenda.records.base import Record, closed_list
from agenda.words import ParentAnswer


class ConcernTrajectory(Record, table=True):
    """Which way a worry has gone by a review, and how we know."""

    meeting_id: UUID = Field(foreign_key="meeting.id", index=True)
    concern_id: UUID = Field(foreign_key="concern.id")
    trajectory: Trajectory = Field(sa_type=closed_list(Trajectory))
    evidence: str = ""


class ChildJudgement(Record, table=True):
    """The overall judgement of a review on the risk to one child. The decision gate reads it."""

    meeting_id: UUID = Field(foreign_key="meeting.id", index=True)
    child_id: UUID = Field(foreign_key="child.id")
    risk: Trajectory = Field(sa_type=closed_list(Trajectory))
    reasons: str = ""
    """How we know, for how long it has been so, and what could undo it."""


class Decision(Record, table=True):
    """What a review decides for one child. It is recommended until an `Authority` answers it."""

    meeting_id: UUID = Field(foreign_key="meeting.id", index=True)
    child_id: UUID = Field(foreign_key="child.id")
    outcome: Outcome = Field(sa_type=closed_list(Outcome))
    reasons: str = ""
    rejected: str = ""
    """The other options considered, and why each was rejected."""
    child_view: str = ""
    dissent: str = ""
    """Which professional disagrees, and why."""
    after_close: AfterClose | None = Field(default=None, sa_type=closed_list(AfterClose))
    birth_plan: str = ""
    """What happens at the birth, where the application is made then."""
    new_end: date | None = None
    """The new last day of the window, inside; only where it is extended."""
    tracker_on: date | None = None
    """The Court Tracker that an extension is subject to, until it is authorised there."""
    considered: str = ""
    """The serious consideration of proceedings, where risk is not reducing and none are issued."""
    letter_by: date | None = None
    """When the parents have the decision in writing."""
    recommended_by_id: UUID = Field(foreign_key="staff.id")
    recommended_at: datetime


class DecisionView(Record, table=True):
    """A parent's own view of a decision."""

    decision_id: UUID = Field(foreign_key="decision.id", index=True)
    person_id: UUID = Field(foreign_key="person.id")
    answer: ParentAnswer = Field(sa_type=closed_list(ParentAnswer))
    said: str = ""


class Consultation(Record, table=True):
    """Who was consulted on a decision, when, in which forum, and what they said."""

    decision_id: UUID = Field(foreign_key="decision.id", index=True)
    staff_id: UUID = Field(foreign_key="staff.id")
    on: date
    forum: str = ""
    said: str = ""


class Authority(Record, table=True):
    """The answer of whoever has the authority to a recommended decision; the latest counts."""

    decision_id: UUID = Field(foreign_key="decision.id", index=True)
    answer: AuthorityAnswer = Field(sa_type=closed_list(AuthorityAnswer))
    staff_id: UUID = Field(foreign_key="staff.id")
    """Who authorised or refused."""
    forum: str
    """Where: `Court Tracker`, `legal gateway meeting`."""
    given_at: datetime
    by_telephone: bool = False
    why: str = ""
    """Why it was refused, or on what condition it was given."""
    recorded_by_id: UUID = Field(foreign_key="staff.id")


class MidwayConsidered(Record, table=True):
    """Whether a midway review was considered because of slippage, and why or why not."""

    episode_id: UUID = Field(foreign_key="preproceedings.id", index=True)
    on: date
    hold: bool
    """Whether one will be held."""
    why: str
    slipped: str
    """What had slipped, as it was said that day."""
    by_staff_id: UUID = Field(foreign_key="staff.id")
