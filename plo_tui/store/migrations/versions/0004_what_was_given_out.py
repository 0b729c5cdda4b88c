"""What was given out: a line for every document, what is uploaded, and cases that are purged."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlmodel.sql.sqltypes import AutoString, UTCDateTime

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_DOCUMENTS = (
    "minutes",
    "copy of the minutes",
    "plan for the family",
    "annex to the minutes",
    "page to take home",
    "why",
)
_NEW = "disclosure_0004"


def upgrade() -> None:
    """Bring the store up to this revision."""
    _disclosures()
    _add("minutesversion", "uploaded_at", UTCDateTime())
    _add_key("minutesversion", "uploaded_by_id", "staff")
    op.add_column(
        "minutesversion",
        sa.Column("uploaded_as", AutoString(), server_default="", nullable=False),
    )
    _add("case", "purged_at", UTCDateTime())


def _disclosures() -> None:
    """Let a line be of any document. The lines there are say to whom minutes were issued."""
    op.create_table(
        _NEW,
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("withdrawn_at", UTCDateTime(), nullable=True),
        _key("case", nullable=False),
        _key("meeting"),
        _key("minutesversion", "version_id"),
        sa.Column("of_version", sa.Integer(), nullable=True),
        sa.Column("is_draft", sa.Boolean(), nullable=False),
        _key("child"),
        sa.Column("what", _closed_list("givendocument", _DOCUMENTS), nullable=False),
        sa.Column("to", AutoString(), nullable=False),
        _key("staff", "by_staff_id", nullable=False),
        sa.Column("at", UTCDateTime(), nullable=False),
        sa.Column("sha256", AutoString(), nullable=False),
        sa.Column("not_written_at", UTCDateTime(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.execute(
        f"""
        INSERT INTO {_NEW} (id, version, withdrawn_at, case_id, meeting_id, version_id,
            of_version, is_draft, what, "to", by_staff_id, at, sha256)
        SELECT d.id, d.version, d.withdrawn_at, e.case_id, m.id, d.version_id,
            v.number, false, d.what, d."to", d.by_staff_id, d.at, v.sha256
        FROM disclosure d
        JOIN minutesversion v ON v.id = d.version_id
        JOIN meeting m ON m.id = v.meeting_id
        JOIN preproceedings e ON e.id = m.episode_id
        """  # noqa: S608 - the name is ours
    )
    op.drop_table("disclosure")
    op.rename_table(_NEW, "disclosure")
    op.create_index("ix_disclosure_case_id", "disclosure", ["case_id"])


def _add(table: str, name: str, kind: Any) -> None:
    op.add_column(table, sa.Column(name, kind, nullable=True))


def _add_key(table: str, name: str, points_at: str) -> None:
    """Add a column that points at a table.

    SQLite takes it as it stands; rebuilding the table, as Alembic would, loses its checks.
    """
    if op.get_bind().dialect.name == "sqlite":
        op.execute(f"ALTER TABLE {table} ADD COLUMN {name} CHAR(32) REFERENCES {points_at} (id)")
    else:
        op.add_column(table, _key(points_at, name))


def _key(table: str, name: str = "", *, nullable: bool = True) -> sa.Column[Any]:
    """Return a column that points at a table."""
    points = sa.ForeignKey(f"{table}.id")
    return sa.Column(name or f"{table}_id", sa.Uuid(), points, nullable=nullable)


def _closed_list(name: str, words: tuple[str, ...]) -> sa.Enum:
    return sa.Enum(*words, name=name, native_enum=False, create_constraint=True, length=60)
