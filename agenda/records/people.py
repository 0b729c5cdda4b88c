"""The authority's staff, the family group, and who is who to whom."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field

from agenda.records.base import Record, closed_list
from agenda.words import (
    ChildPlan,
    LegalStatus,
    ParentalResponsibility,
    PersonKind,
    Relation,
    Represented,
    StaffRole,
)


class Team(Record, table=True):
    """A team of the authority."""

    name: str


class Staff(Record, table=True):
    """A member of the authority's staff: authors, chairs and approvers are staff."""

    name: str
    role: StaffRole = Field(sa_type=closed_list(StaffRole))
    team_id: UUID | None = Field(default=None, foreign_key="team.id")
    login: str = ""
    """The name they sign in with on this machine; empty where they never use the app."""
    telephone: str = ""
    """Where a parent reaches them, as a letter prints it."""


class Case(Record, table=True):
    """A family group, by the authority's reference."""

    reference: str = Field(index=True, unique=True)
    team_id: UUID | None = Field(default=None, foreign_key="team.id")
    social_worker_id: UUID | None = Field(default=None, foreign_key="staff.id")
    chair_id: UUID | None = Field(default=None, foreign_key="staff.id")
    head_of_service_id: UUID | None = Field(default=None, foreign_key="staff.id")
    purged_at: datetime | None = None
    """When its content was purged under retention: it stands in no list from then on."""


class PreProceedings(Record, table=True):
    """One episode of a case: from the decision to start to its end. One at a time is open.

    The window is not stored: it runs from the earliest effective sitting of the initial
    meeting, by the policy that meeting pinned.
    """

    __table_args__ = (
        sa.Index(
            "one_open_episode",
            "case_id",
            unique=True,
            sqlite_where=sa.text("ended_on IS NULL AND withdrawn_at IS NULL"),
        ),
    )

    case_id: UUID = Field(foreign_key="case.id", index=True)
    decided_on: date | None = None
    """When it was decided to start (the legal planning meeting's date)."""
    forum: str = ""
    ended_on: date | None = None


class Child(Record, table=True):
    """A child of the family, born or not yet."""

    __table_args__ = (sa.CheckConstraint("born_on IS NULL OR due_on IS NULL", name="born_or_due"),)

    case_id: UUID = Field(foreign_key="case.id", index=True)
    position: int = 1
    authority_child_id: str = ""
    full_name: str
    initials: str
    born_on: date | None = None
    due_on: date | None = None
    """The expected date of birth of an unborn child."""
    legal_status: LegalStatus = Field(default=LegalStatus.NONE, sa_type=closed_list(LegalStatus))
    plan: ChildPlan = Field(default=ChildPlan.NONE, sa_type=closed_list(ChildPlan))
    plan_since: date | None = None
    conference_chair: str = ""
    next_conference: date | None = None


class EpisodeChild(Record, table=True):
    """A child that an episode is about."""

    __table_args__ = (sa.UniqueConstraint("episode_id", "child_id"),)

    episode_id: UUID = Field(foreign_key="preproceedings.id", index=True)
    child_id: UUID = Field(foreign_key="child.id")


class ProtectionGoal(Record, table=True):
    """A goal of a child's child protection plan (Somerset 2018: PLO goals should align)."""

    child_id: UUID = Field(foreign_key="child.id", index=True)
    position: int = 1
    text: str


class Person(Record, table=True):
    """Someone who is not staff: family, their lawyers, interpreters, other professionals."""

    case_id: UUID = Field(foreign_key="case.id", index=True)
    full_name: str
    known_as: str
    """As the minutes call them: `Ms Carter`."""
    initials: str
    """What the minute-taker types before a colon: `lc`."""
    kind: PersonKind = Field(default=PersonKind.FAMILY, sa_type=closed_list(PersonKind))
    role: str = ""
    """In words, where the kind does not say it: `health visitor`, `solicitor for Ms Carter`."""
    organisation: str = ""
    interpreter: str = ""
    """The language they need interpreted; empty where none."""
    adjustments: str = ""
    safe_contact: str = ""
    """How to reach them safely. Stands in no document."""
    address: str = ""
    """Their postal address, line by line. Stands on their own letters and in no other document."""
    withheld: str = ""
    """What must be kept from others in the family, and from whom. Stands in no document."""


class Relationship(Record, table=True):
    """What a person is to a child, and whether they have parental responsibility."""

    __table_args__ = (sa.UniqueConstraint("person_id", "child_id"),)

    person_id: UUID = Field(foreign_key="person.id", index=True)
    child_id: UUID = Field(foreign_key="child.id")
    relation: Relation = Field(sa_type=closed_list(Relation))
    parental_responsibility: ParentalResponsibility = Field(
        default=ParentalResponsibility.UNKNOWN, sa_type=closed_list(ParentalResponsibility)
    )


class Representation(Record, table=True):
    """Who acts for a person, since when; the latest one not withdrawn counts."""

    person_id: UUID = Field(foreign_key="person.id", index=True)
    represented: Represented = Field(default=Represented.UNKNOWN, sa_type=closed_list(Represented))
    lawyer_id: UUID | None = Field(default=None, foreign_key="person.id")
    since: date | None = None
