"""What a review finds of each line of the plan, and the meeting a line was added in."""

from __future__ import annotations

import sqlalchemy as sa

from plo_tui.store.migrations.columns import add_key, closed_list, key, may, said, table

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_OUTCOMES = ("done", "partly done", "not started", "no longer needed")
_HELP_CAME = ("on time", "late", "it did not come", "none was promised")


def upgrade() -> None:
    """Bring the store up to this revision."""
    table(
        "progress",
        key("planline", "line_id", index=True),
        key("meeting", index=True),
        said("on", sa.Date()),
        said("outcome", closed_list("lineoutcome", _OUTCOMES)),
        said("evidence"),
        said("why"),
        may("help_came", closed_list("helpcame", _HELP_CAME)),
        said("help_note"),
    )
    add_key("planline", "added_in", "meeting")
