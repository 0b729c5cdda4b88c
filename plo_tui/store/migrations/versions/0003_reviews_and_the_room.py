"""Reviews that decide, and the room: pauses, adjournments, urgent matters, pages taken home."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlmodel.sql.sqltypes import UTCDateTime

from plo_tui.store.migrations.columns import closed_list, empty, key, may, said, table

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_TRAJECTORY = ("reduced", "the same", "increased")
_OUTCOME = (
    "continue to the final review",
    "close pre-proceedings",
    "extend",
    "issue proceedings",
    "return to a legal planning meeting",
    "apply at birth",
)
_AFTER_CLOSE = (
    "the child's plan continues",
    "refer for a plan",
    "recommend to the conference that the plan ends",
    "no plan follows",
)
_PARENT_ANSWER = ("agreed", "agreed with conditions", "not agreed", "no answer today")
_TOLD = ("legal", "head of service", "police", "strategy discussion", "someone else")


def upgrade() -> None:
    """Bring the store up to this revision."""
    _reviews()
    _room()
    _after_the_meeting()
    _new_columns()


def _reviews() -> None:
    table(
        "concerntrajectory",
        key("meeting", index=True),
        key("concern"),
        said("trajectory", closed_list("trajectory", _TRAJECTORY)),
        said("evidence"),
    )
    table(
        "childjudgement",
        key("meeting", index=True),
        key("child"),
        said("risk", closed_list("trajectory", _TRAJECTORY)),
        said("reasons"),
    )
    table(
        "decision",
        key("meeting", index=True),
        key("child"),
        said("outcome", closed_list("outcome", _OUTCOME)),
        *(said(name) for name in ("reasons", "rejected", "child_view", "dissent")),
        may("after_close", closed_list("afterclose", _AFTER_CLOSE)),
        said("birth_plan"),
        may("new_end", sa.Date()),
        may("tracker_on", sa.Date()),
        said("considered"),
        may("letter_by", sa.Date()),
        key("staff", "recommended_by_id"),
        said("recommended_at", UTCDateTime()),
    )
    table(
        "decisionview",
        key("decision", index=True),
        key("person"),
        said("answer", closed_list("parentanswer", _PARENT_ANSWER)),
        said("said"),
    )
    table(
        "consultation",
        key("decision", index=True),
        key("staff"),
        said("on", sa.Date()),
        said("forum"),
        said("said"),
    )
    table(
        "authority",
        key("decision", index=True),
        said("answer", closed_list("authorityanswer", ("authorised", "refused"))),
        key("staff"),
        said("forum"),
        said("given_at", UTCDateTime()),
        said("by_telephone", sa.Boolean()),
        said("why"),
        key("staff", "recorded_by_id"),
    )
    table(
        "midwayconsidered",
        key("preproceedings", "episode_id", index=True),
        said("on", sa.Date()),
        said("hold", sa.Boolean()),
        said("why"),
        said("slipped"),
        key("staff", "by_staff_id"),
    )


def _room() -> None:
    table(
        "pause",
        key("sitting", index=True),
        said("began_at", UTCDateTime()),
        may("ended_at", UTCDateTime()),
    )
    table(
        "urgenttold",
        key("entry", index=True),
        said("who", closed_list("whowastold", _TOLD)),
        said("name"),
        may("told_at", UTCDateTime()),
    )


def _after_the_meeting() -> None:
    table(
        "takeaway",
        key("meeting", index=True),
        said("to"),
        key("staff", "released_by_id"),
        said("at", UTCDateTime()),
        said("sha256"),
        said("frozen"),
    )
    table(
        "correctionasked",
        key("minutesversion", "version_id", index=True),
        key("person", "asked_by_id"),
        said("asked_on", sa.Date()),
        may("paragraph", sa.Integer()),
        said("text"),
        may("answer", closed_list("correctionanswer", ("accepted", "annexed"))),
        said("reply"),
        key("staff", "answered_by_id", nullable=True),
        may("answered_at", UTCDateTime()),
    )


def _new_columns() -> None:
    """Add columns as SQLite takes them: rebuilding a table, as Alembic would, loses its checks.

    The two long columns of a meeting then stand before these; they are few and read seldom.
    """
    for name, *columns in (
        (
            "meeting",
            may("adjourned_at", UTCDateTime()),
            may("resumes_on", sa.Date()),
            may("resumes_at", sa.Time()),
            empty("resumes_place"),
        ),
        ("sitting", empty("called")),
        ("person", empty("withheld")),
        ("consent", may("advice_had", sa.Boolean()), may("taken_back_on", sa.Date())),
    ):
        for column in columns:
            op.add_column(name, column)
