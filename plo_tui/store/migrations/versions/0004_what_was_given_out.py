"""What was given out: a line for every document, what is uploaded, and cases that are purged."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlmodel.sql.sqltypes import UTCDateTime

from plo_tui.store.migrations.columns import add_key, closed_list, empty, key, may, said, table

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
    op.add_column("minutesversion", may("uploaded_at", UTCDateTime()))
    add_key("minutesversion", "uploaded_by_id", "staff")
    op.add_column("minutesversion", empty("uploaded_as"))
    op.add_column("case", may("purged_at", UTCDateTime()))


def _disclosures() -> None:
    """Let a line be of any document. The lines there are say to whom minutes were issued."""
    table(
        _NEW,
        key("case"),
        key("meeting", nullable=True),
        key("minutesversion", "version_id", nullable=True),
        may("of_version", sa.Integer()),
        said("is_draft", sa.Boolean()),
        key("child", nullable=True),
        said("what", closed_list("givendocument", _DOCUMENTS)),
        said("to"),
        key("staff", "by_staff_id"),
        said("at", UTCDateTime()),
        said("sha256"),
        may("not_written_at", UTCDateTime()),
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
