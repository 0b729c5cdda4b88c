"""Reviews that decide, and the room: pauses, adjournments, urgent matters, pages taken home."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlmodel.sql.sqltypes import AutoString, UTCDateTime

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
    _table(
        "concerntrajectory",
        _key("meeting", index=True),
        _key("concern"),
        _said("trajectory", _list("trajectory", _TRAJECTORY)),
        _said("evidence"),
    )
    _table(
        "childjudgement",
        _key("meeting", index=True),
        _key("child"),
        _said("risk", _list("trajectory", _TRAJECTORY)),
        _said("reasons"),
    )
    _table(
        "decision",
        _key("meeting", index=True),
        _key("child"),
        _said("outcome", _list("outcome", _OUTCOME)),
        *(_said(name) for name in ("reasons", "rejected", "child_view", "dissent")),
        _may("after_close", _list("afterclose", _AFTER_CLOSE)),
        _said("birth_plan"),
        _may("new_end", sa.Date()),
        _may("tracker_on", sa.Date()),
        _said("considered"),
        _may("letter_by", sa.Date()),
        _key("staff", "recommended_by_id"),
        _said("recommended_at", UTCDateTime()),
    )
    _table(
        "decisionview",
        _key("decision", index=True),
        _key("person"),
        _said("answer", _list("parentanswer", _PARENT_ANSWER)),
        _said("said"),
    )
    _table(
        "consultation",
        _key("decision", index=True),
        _key("staff"),
        _said("on", sa.Date()),
        _said("forum"),
        _said("said"),
    )
    _table(
        "authority",
        _key("decision", index=True),
        _said("answer", _list("authorityanswer", ("authorised", "refused"))),
        _key("staff"),
        _said("forum"),
        _said("given_at", UTCDateTime()),
        _said("by_telephone", sa.Boolean()),
        _said("why"),
        _key("staff", "recorded_by_id"),
    )
    _table(
        "midwayconsidered",
        _key("preproceedings", "episode_id", index=True),
        _said("on", sa.Date()),
        _said("hold", sa.Boolean()),
        _said("why"),
        _said("slipped"),
        _key("staff", "by_staff_id"),
    )


def _room() -> None:
    _table(
        "pause",
        _key("sitting", index=True),
        _said("began_at", UTCDateTime()),
        _may("ended_at", UTCDateTime()),
    )
    _table(
        "urgenttold",
        _key("entry", index=True),
        _said("who", _list("whowastold", _TOLD)),
        _said("name"),
        _may("told_at", UTCDateTime()),
    )


def _after_the_meeting() -> None:
    _table(
        "takeaway",
        _key("meeting", index=True),
        _said("to"),
        _key("staff", "released_by_id"),
        _said("at", UTCDateTime()),
        _said("sha256"),
        _said("frozen"),
    )
    _table(
        "correctionasked",
        _key("minutesversion", "version_id", index=True),
        _key("person", "asked_by_id"),
        _said("asked_on", sa.Date()),
        _may("paragraph", sa.Integer()),
        _said("text"),
        _may("answer", _list("correctionanswer", ("accepted", "annexed"))),
        _said("reply"),
        sa.Column("answered_by_id", sa.Uuid(), sa.ForeignKey("staff.id"), nullable=True),
        _may("answered_at", UTCDateTime()),
    )


def _new_columns() -> None:
    """Add columns as SQLite takes them: rebuilding a table, as Alembic would, loses its checks.

    The two long columns of a meeting then stand before these; they are few and read seldom.
    """
    for table, *columns in (
        (
            "meeting",
            _may("adjourned_at", UTCDateTime()),
            _may("resumes_on", sa.Date()),
            _may("resumes_at", sa.Time()),
            _empty("resumes_place"),
        ),
        ("sitting", _empty("called")),
        ("person", _empty("withheld")),
        ("consent", _may("advice_had", sa.Boolean()), _may("taken_back_on", sa.Date())),
    ):
        for column in columns:
            op.add_column(table, column)


def _table(name: str, *columns: sa.Column[Any]) -> None:
    """Make a table of records with its own columns, an index for each that asks for one."""
    op.create_table(
        name,
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("withdrawn_at", UTCDateTime(), nullable=True),
        *columns,
        sa.PrimaryKeyConstraint("id"),
    )
    for column in columns:
        if column.info.get("indexed"):
            op.create_index(f"ix_{name}_{column.name}", name, [column.name])


def _key(table: str, name: str = "", *, index: bool = False) -> sa.Column[Any]:
    """Return a column that points at a table."""
    points = sa.ForeignKey(f"{table}.id")
    info = {"indexed": index}
    return sa.Column(name or f"{table}_id", sa.Uuid(), points, nullable=False, info=info)


def _said(name: str, kind: Any = None) -> sa.Column[Any]:
    return sa.Column(name, kind or AutoString(), nullable=False)


def _may(name: str, kind: Any) -> sa.Column[Any]:
    return sa.Column(name, kind, nullable=True)


def _empty(name: str) -> sa.Column[Any]:
    return sa.Column(name, AutoString(), server_default="", nullable=False)


def _list(name: str, words: tuple[str, ...]) -> sa.Enum:
    return sa.Enum(*words, name=name, native_enum=False, create_constraint=True, length=60)
