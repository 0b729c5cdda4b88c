"""The tables and columns of a store, as the revisions make them.

Stores were made with these: what is here is added to, and never changed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import sqlalchemy as sa
from alembic import op
from sqlmodel.sql.sqltypes import AutoString, UTCDateTime

if TYPE_CHECKING:
    from collections.abc import Iterable


def table(name: str, *columns: Any, indexed: bool = True) -> None:
    """Make a table of records with its own columns and constraints, and an index as each asks."""
    op.create_table(
        name,
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("withdrawn_at", UTCDateTime(), nullable=True),
        *columns,
        sa.PrimaryKeyConstraint("id"),
    )
    if indexed:
        index(name, columns)


def index(name: str, columns: Iterable[Any]) -> None:
    """Make an index of a table for each column that asks for one."""
    for column in columns:
        if column.info.get("indexed"):
            op.create_index(f"ix_{name}_{column.name}", name, [column.name])


def add_key(table: str, name: str, points_at: str) -> None:
    """Add a column that points at a table, or at nothing.

    SQLite takes it as it stands; rebuilding the table, as Alembic would, loses its checks.
    """
    if op.get_bind().dialect.name == "sqlite":
        op.execute(f"ALTER TABLE {table} ADD COLUMN {name} CHAR(32) REFERENCES {points_at} (id)")
    else:
        op.add_column(table, key(points_at, name, nullable=True))


def key(
    table: str, name: str = "", *, index: bool = False, nullable: bool = False
) -> sa.Column[Any]:
    """Return a column that points at a table."""
    points = sa.ForeignKey(f"{table}.id")
    info = {"indexed": index}
    return sa.Column(name or f"{table}_id", sa.Uuid(), points, nullable=nullable, info=info)


def said(name: str, kind: Any = None) -> sa.Column[Any]:
    """Return a column that always holds something: text, or of a kind."""
    return sa.Column(name, kind or AutoString(), nullable=False)


def may(name: str, kind: Any) -> sa.Column[Any]:
    """Return a column of a kind that may hold nothing."""
    return sa.Column(name, kind, nullable=True)


def empty(name: str) -> sa.Column[Any]:
    """Return a column of text that is empty in the rows that are there."""
    return sa.Column(name, AutoString(), server_default="", nullable=False)


def closed_list(name: str, words: tuple[str, ...]) -> sa.Enum:
    """Return the kind of a column that holds one of a few words."""
    return sa.Enum(*words, name=name, native_enum=False, create_constraint=True, length=60)
