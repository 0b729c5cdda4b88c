"""What every record has: a key made by whoever writes it, a version, a mark when withdrawn."""

from __future__ import annotations

import os
import time
from datetime import datetime
from threading import Lock
from typing import TYPE_CHECKING, Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import declared_attr
from sqlmodel import Field, SQLModel

if TYPE_CHECKING:
    from enum import StrEnum


_last = 0
_one_at_a_time = Lock()


def new_key() -> UUID:
    """Return a UUIDv7 (RFC 9562): milliseconds, 12 bits of their fraction, 62 random bits.

    Keys are made by the client, so that a write whose answer was lost can be repeated safely.
    Within one process each is greater than the one before, so records made together keep the
    order they were made in.
    """
    global _last
    with _one_at_a_time:
        # 4,096ths of a millisecond since 1970; never the same twice, never backwards.
        _last = max(time.time_ns() * 4096 // 1_000_000, _last + 1)
        moment = _last
    chance = int.from_bytes(os.urandom(8), "big") & (1 << 62) - 1
    value = (moment >> 12 & (1 << 48) - 1) << 80 | 0x7 << 76 | (moment & 0xFFF) << 64
    return UUID(int=value | 0b10 << 62 | chance)


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
