"""What a review finds of each line of the plan, and the meeting a line was added in."""

from __future__ import annotations

import sqlalchemy as sa
import sqlmodel.sql.sqltypes
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_OUTCOMES = ("done", "partly done", "not started", "no longer needed")
_HELP_CAME = ("on time", "late", "it did not come", "none was promised")


def upgrade() -> None:
    """Bring the store up to this revision."""
    op.create_table(
        "progress",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("withdrawn_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
        sa.Column("line_id", sa.Uuid(), nullable=False),
        sa.Column("meeting_id", sa.Uuid(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("outcome", _closed_list("lineoutcome", _OUTCOMES), nullable=False),
        sa.Column("evidence", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("why", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("help_came", _closed_list("helpcame", _HELP_CAME), nullable=True),
        sa.Column("help_note", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.ForeignKeyConstraint(["line_id"], ["planline.id"]),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_progress_line_id", "progress", ["line_id"])
    op.create_index("ix_progress_meeting_id", "progress", ["meeting_id"])
    _add_column()


def _add_column() -> None:
    """Add a column that points at a meeting.

    SQLite takes it as it stands; rebuilding the table, as Alembic would, loses its checks.
    """
    if op.get_bind().dialect.name == "sqlite":
        op.execute("ALTER TABLE planline ADD COLUMN added_in CHAR(32) REFERENCES meeting (id)")
    else:
        column = sa.Column("added_in", sa.Uuid(), sa.ForeignKey("meeting.id"), nullable=True)
        op.add_column("planline", column)


def _closed_list(name: str, words: tuple[str, ...]) -> sa.Enum:
    return sa.Enum(*words, name=name, native_enum=False, create_constraint=True, length=60)
