"""What keeps copies safe: details withheld from someone, and people who must be kept apart."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field

from agenda.copies_words import WithheldKind
from agenda.records.base import Record, closed_list


class Withheld(Record, table=True):
    """A detail, in its very words, that a named person must not learn from any document.

    It is a person's or a child's. Without a name it is withheld from everybody but whose it is.
    """

    __table_args__ = (
        sa.CheckConstraint("(person_id IS NULL) <> (child_id IS NULL)", name="person_or_child"),
    )

    case_id: UUID = Field(foreign_key="case.id", index=True)
    person_id: UUID | None = Field(default=None, foreign_key="person.id")
    child_id: UUID | None = Field(default=None, foreign_key="child.id")
    kind: WithheldKind = Field(sa_type=closed_list(WithheldKind))
    words: str
    """The detail as it may be written: an address line by line, a telephone number, a name."""
    from_person_id: UUID | None = Field(default=None, foreign_key="person.id")
    why: str = ""


class KeptApart(Record, table=True):
    """Two people who must not meet: sittings, plans and documents of their own."""

    __table_args__ = (sa.CheckConstraint("person_id <> other_id", name="two_people"),)

    case_id: UUID = Field(foreign_key="case.id", index=True)
    person_id: UUID = Field(foreign_key="person.id")
    other_id: UUID = Field(foreign_key="person.id")
    why: str = ""
    since: date | None = None


class ChildUpload(Record, table=True):
    """The minutes put on one child's electronic file, in the system of record."""

    __table_args__ = (sa.UniqueConstraint("version_id", "child_id"),)

    version_id: UUID = Field(foreign_key="minutesversion.id", index=True)
    child_id: UUID = Field(foreign_key="child.id")
    at: datetime
    by_staff_id: UUID = Field(foreign_key="staff.id")
    file: str = ""
    """Where they are in it, such as the document's number."""
