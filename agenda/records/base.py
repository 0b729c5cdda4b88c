"""What every record has: a key made by whoever writes it, a version, a mark when withdrawn."""

from __future__ import annotations

import os
import time
from datetime import datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import declared_attr
from sqlmodel import Field, SQLModel

if TYPE_CHECKING:
    from enum import StrEnum


def new_key() -> UUID:
    """Return a UUIDv7 (RFC 9562): milliseconds since 1970, then 74 random bits.

    Keys are made by the client, so that a write whose answer was lost can be repeated safely.
    """
    milliseconds = time.time_ns() // 1_000_000
    chance = int.from_bytes(os.urandom(10), "big")
    value = (milliseconds & (1 << 48) - 1) << 80
    value |= 0x7 << 76 | (chance >> 68) << 64
    value |= 0b10 << 62 | chance & (1 << 62) - 1
    return UUID(int=value)


def closed_list(words: type[StrEnum]) -> sa.Enum:
    """Return the column type of a closed list: its words as text, held by a check.

    Never the database's own enumeration type, which cannot lose or rename a word later.
    """
    return sa.Enum(
        words,
        native_enum=False,
        create_constraint=True,
        length=60,
        values_callable=lambda members: [member.value for member in members],
        name=words.__name__.lower(),
    )


class Record(SQLModel):
    """The columns that every record has.

    Attributes:
        id: UUIDv7, made by the client.
        version: counts the changes of this row; a write from an older one is refused.
        withdrawn_at: when it was withdrawn (UTC); the row stays and can be brought back.
    """

    id: UUID = Field(default_factory=new_key, primary_key=True)
    version: int = Field(default=1)
    withdrawn_at: datetime | None = Field(default=None)

    @declared_attr.directive
    def __mapper_args__(cls) -> dict[str, Any]:  # noqa: N805 - SQLAlchemy passes the class
        """Let SQLAlchemy refuse a write from an older version of a row."""
        return {"version_id_col": cls.__table__.c.version}  # type: ignore[attr-defined]
