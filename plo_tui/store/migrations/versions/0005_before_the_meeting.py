"""Before the meeting: legal planning, booking, letters, and what keeps copies safe."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlmodel.sql.sqltypes import AutoString, UTCDateTime

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

_TAKENUP = ("taken up", "taken up in part", "not taken up", "not known")
_LETTERKIND = ("before proceedings", "before issue", "ending pre-proceedings", "extension")
_WITHHELDKIND = (
    "address",
    "telephone",
    "school or nursery",
    "place of work",
    "who a child lives with",
    "other detail",
)
_BOOKINGWHAT = (
    "room",
    "separate rooms and arrivals",
    "minute-taker",
    "legal colleagues invited",
    "invitations sent",
    "papers sent",
    "interpreter",
    "advocate",
    "adjustments",
)
_INVITEDGROUP = (
    "our team",
    "our legal team",
    "the family and their solicitors",
    "other professionals",
)
_PLANNINGOUTCOME = (
    "start pre-proceedings",
    "issue proceedings",
    "continue the current plan",
    "more information",
)
_CAPACITYANSWER = ("has capacity", "has no capacity", "no answer yet")
_PLANNINGPURPOSE = ("before pre-proceedings", "before the final review", "back from a review")
_THRESHOLDFORUM = ("area legal tracking meeting", "operations manager")
_CONFERENCESTAGE = ("held", "referred", "neither held nor referred")
_LETTERTURNKIND = (
    "drafted",
    "sent to legal",
    "returned with changes",
    "cleared by legal",
    "given to the parent",
)
_SAIDHOW = ("in the app", "by telephone", "by email", "in person", "in writing")
_DELIVEREDHOW = ("by hand", "by post", "through their solicitor", "by secure email")
_PARENTANSWER = ("agreed", "agreed with conditions", "not agreed", "no answer today")
_MEETINGKIND = ("legal planning", "initial", "midway", "final")
_MEETINGSTATE = ("planned", "live", "concluded")
_GIVENDOCUMENT = (
    "minutes",
    "copy of the minutes",
    "plan for the family",
    "annex to the minutes",
    "page to take home",
    "why",
    "letter",
    "easy-read copy",
    "covering note",
    "list of what went to whom",
    "calendar invitation",
    "legal planning record",
)


def upgrade() -> None:
    """Bring the store up to this revision."""
    op.add_column("person", _empty("address"))
    op.add_column("staff", _empty("telephone"))
    _meetings()
    _new_tables()
    _disclosures()


def _meetings() -> None:
    """Let a meeting be one of legal planning; its two long columns come last again."""
    _rebuild(
        "meeting",
        _key("preproceedings", "episode_id"),
        _said("kind", _list("meetingkind", _MEETINGKIND)),
        _said("number", sa.Integer()),
        _may("planned_on", sa.Date()),
        _may("planned_at", sa.Time()),
        _said("place"),
        _key("staff", "chair_id", nullable=True),
        _key("staff", "minute_taker_id", nullable=True),
        _said("state", _list("meetingstate", _MEETINGSTATE)),
        _may("effective", sa.Boolean()),
        _said("not_effective_why"),
        _may("concluded_at", UTCDateTime()),
        _may("minutes_due_on", sa.Date()),
        _may("current_item_id", sa.Uuid()),
        _may("back_item_id", sa.Uuid()),
        _may("on_item_since", UTCDateTime()),
        _said("circulation"),
        _may("adjourned_at", UTCDateTime()),
        _may("resumes_on", sa.Date()),
        _may("resumes_at", sa.Time()),
        _empty("resumes_place"),
        _said("sheet_text"),
        _said("policy_text"),
    )
    op.create_index(
        "meetings_of_episode", "meeting", ["episode_id", "state", "planned_on", "withdrawn_at"]
    )
    to_come = sa.text("state <> 'concluded' AND withdrawn_at IS NULL")
    op.create_index(
        "meetings_to_come",
        "meeting",
        ["state", "planned_on"],
        sqlite_where=to_come,
        postgresql_where=to_come,
    )


def _disclosures() -> None:
    """Let a line be of a letter, a copy or an invitation, and say by which way it went."""
    _rebuild(
        "disclosure",
        _key("case", index=True),
        _key("meeting", nullable=True),
        _key("minutesversion", "version_id", nullable=True),
        _may("of_version", sa.Integer()),
        _said("is_draft", sa.Boolean()),
        _key("child", nullable=True),
        _said("what", _list("givendocument", _GIVENDOCUMENT)),
        _said("to"),
        _key("staff", "by_staff_id"),
        _said("at", UTCDateTime()),
        _said("sha256"),
        _may("not_written_at", UTCDateTime()),
        more=(
            _key("person", "to_person_id", nullable=True),
            _key("letterdraft", "letter_id", nullable=True),
            _empty("how"),
        ),
    )


def _new_tables() -> None:
    _table(
        "expertenquiry",
        _key("preproceedings", "episode_id", index=True),
        _said("expert"),
        _said("field"),
        _may("contacted_on", sa.Date()),
        _may("answered_on", sa.Date()),
        _may("cost_pence", sa.Integer()),
        _may("report_weeks", sa.Integer()),
        _said("note"),
        _may("chosen", sa.Boolean()),
    )
    _table(
        "helpgiven",
        _key("preproceedings", "episode_id", index=True),
        _key("person", nullable=True),
        _may("on", sa.Date()),
        _said("what"),
        _said("taken_up", _list("takenup", _TAKENUP)),
        _said("came_of"),
    )
    _table(
        "keptapart",
        _key("case", index=True),
        _key("person"),
        _key("person", "other_id"),
        _said("why"),
        _may("since", sa.Date()),
        sa.CheckConstraint("person_id <> other_id", name="two_people"),
    )
    _table(
        "letterleftout",
        _key("preproceedings", "episode_id", index=True),
        _said("kind", _list("letterkind", _LETTERKIND)),
        _key("person"),
        _said("why"),
        _key("staff", "by_staff_id"),
        _said("said_how", _list("saidhow", _SAIDHOW)),
        _said("at", UTCDateTime()),
    )
    _table(
        "withheld",
        _key("case", index=True),
        _key("person", nullable=True),
        _key("child", nullable=True),
        _said("kind", _list("withheldkind", _WITHHELDKIND)),
        _said("words"),
        _key("person", "from_person_id", nullable=True),
        _said("why"),
        sa.CheckConstraint("(person_id IS NULL) <> (child_id IS NULL)", name="person_or_child"),
    )
    _table(
        "bookingstep",
        _key("meeting", index=True),
        _said("what", _list("bookingwhat", _BOOKINGWHAT)),
        _key("person", nullable=True),
        _may("done_on", sa.Date()),
        _may("meeting_on", sa.Date()),
        _may("meeting_at", sa.Time()),
        _said("note"),
        _said("not_needed_why"),
        _key("staff", "by_staff_id"),
    )
    _table(
        "cover",
        _key("meeting", index=True),
        _key("staff", "for_staff_id"),
        _key("staff", "by_staff_id"),
        _said("why"),
        _said("agreed_on", sa.Date()),
    )
    _table(
        "invitation",
        _key("meeting"),
        _said("to_group", _list("invitedgroup", _INVITEDGROUP)),
        _key("person", nullable=True),
        _said("sequence", sa.Integer()),
        _said("cancelled", sa.Boolean()),
        _said("on", sa.Date()),
        _said("at", sa.Time()),
        _said("meeting_at", sa.Time()),
        _said("place"),
        _said("minutes", sa.Integer()),
        _said("made_at", UTCDateTime()),
        sa.UniqueConstraint("meeting_id", "to_group", "person_id"),
    )
    _table(
        "legalplanning",
        _key("meeting"),
        _said("plo_considered"),
        _may("outcome", _list("planningoutcome", _PLANNINGOUTCOME)),
        _said("reasons"),
        _said("why_not_outside"),
        _said("in_legal_advice"),
        _said("information"),
        _may("information_by", sa.Date()),
        _may("court_team_asked_on", sa.Date()),
        _key("staff", "court_team_asked_id", nullable=True),
        _may("court_team_answer", _list("capacityanswer", _CAPACITYANSWER)),
        _key("staff", "assessor_id", nullable=True),
        _said("agreed_format", sa.Boolean()),
        sa.UniqueConstraint("meeting_id"),
    )
    _table(
        "legalplanningminutes",
        _key("meeting", index=True),
        _said("number", sa.Integer()),
        _said("reason"),
        _key("staff", "approved_by_id", nullable=True),
        _may("approved_at", UTCDateTime()),
        _said("sha256"),
        _said("chain_head"),
        _said("frozen"),
        sa.UniqueConstraint("meeting_id", "number"),
    )
    _table(
        "letterdraft",
        _key("preproceedings", "episode_id", index=True),
        _said("kind", _list("letterkind", _LETTERKIND)),
        _key("person"),
        _key("meeting", nullable=True),
        _may("on", sa.Date()),
        _said("opening"),
        _said("decision"),
        _may("last_day", sa.Date()),
        _said("court"),
        _said("examples_note"),
        _said("first_line"),
        _said("family_offer"),
        _said("legal_advice"),
        _said("closing"),
        _said("solicitor_list", sa.Boolean()),
        _said("parental_pack", sa.Boolean()),
        _key("staff", "signer_id", nullable=True),
        _key("staff", "ring_id", nullable=True),
        _may("cleared_at", UTCDateTime()),
        _said("sha256"),
        _said("frozen"),
    )
    _table(
        "planningoption",
        _key("meeting", index=True),
        _said("position", sa.Integer()),
        _said("option"),
        _said("considered"),
    )
    _table(
        "referral",
        _key("preproceedings", "episode_id", index=True),
        _key("meeting", nullable=True),
        _said("purpose", _list("planningpurpose", _PLANNINGPURPOSE)),
        _may("completed_on", sa.Date()),
        _said("summary"),
        _may("chronology_to", sa.Date()),
        _said("assessment"),
        _may("assessment_on", sa.Date()),
        _may("submitted_on", sa.Date()),
        _may("approved_on", sa.Date()),
        _key("staff", "approved_by_id", nullable=True),
        _said("approved_how"),
        _said("approved_plan"),
        _said("emergency", sa.Boolean()),
        _said("emergency_why"),
        _key("staff", "emergency_by_id", nullable=True),
        _may("threshold_forum", _list("thresholdforum", _THRESHOLDFORUM)),
        _may("threshold_on", sa.Date()),
        _said("threshold_with"),
        _said("threshold_said"),
        _may("conference", _list("conferencestage", _CONFERENCESTAGE)),
        _may("conference_on", sa.Date()),
        _said("conference_why_not"),
        _may("expert_needed", sa.Boolean()),
    )
    _table(
        "childupload",
        _key("minutesversion", "version_id", index=True),
        _key("child"),
        _said("at", UTCDateTime()),
        _key("staff", "by_staff_id"),
        _said("file"),
        sa.UniqueConstraint("version_id", "child_id"),
    )
    _table(
        "instruction",
        _key("preproceedings", "episode_id", index=True),
        _said("expert"),
        _said("field"),
        _said("questions"),
        _may("drafted_on", sa.Date()),
        _may("report_by", sa.Date()),
        _key("planline", "line_id", nullable=True),
    )
    _table(
        "letteromission",
        _key("letterdraft", "letter_id", index=True),
        _said("about", sa.Uuid()),
        _said("why"),
    )
    _table(
        "letterturn",
        _key("letterdraft", "letter_id", index=True),
        _said("what", _list("letterturnkind", _LETTERTURNKIND)),
        _said("on", sa.Date()),
        _key("staff", "by_staff_id"),
        _said("note"),
        _said("musts_open"),
        _may("said_how", _list("saidhow", _SAIDHOW)),
        _may("how", _list("deliveredhow", _DELIVEREDHOW)),
        _said("to"),
        _said("understood"),
        _said("pack", sa.Boolean()),
    )
    _table(
        "instructionanswer",
        _key("instruction", index=True),
        _key("meeting", index=True),
        _key("person"),
        _said("answer", _list("parentanswer", _PARENTANSWER)),
        _said("conditions"),
    )


def _rebuild(name: str, *columns: sa.Column[Any], more: tuple[sa.Column[Any], ...] = ()) -> None:
    """Make a table anew with its rows: SQLite cannot change the words of a closed list.

    What points at it goes on pointing at its name.
    """
    _table(f"{name}_0005", *columns, *more, indexed=False)
    kept = ", ".join(
        f'"{column}"' for column in ("id", "version", "withdrawn_at", *(c.name for c in columns))
    )
    op.execute(f'INSERT INTO {name}_0005 ({kept}) SELECT {kept} FROM "{name}"')  # noqa: S608
    op.drop_table(name)
    op.rename_table(f"{name}_0005", name)
    _index(name, columns)


def _table(name: str, *columns: Any, indexed: bool = True) -> None:
    """Make a table of records with its own columns, an index for each that asks for one."""
    op.create_table(
        name,
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("withdrawn_at", UTCDateTime(), nullable=True),
        *columns,
        sa.PrimaryKeyConstraint("id"),
    )
    if indexed:
        _index(name, columns)


def _index(name: str, columns: Any) -> None:
    for column in columns:
        if column.info.get("indexed"):
            op.create_index(f"ix_{name}_{column.name}", name, [column.name])


def _key(
    table: str, name: str = "", *, index: bool = False, nullable: bool = False
) -> sa.Column[Any]:
    """Return a column that points at a table."""
    points = sa.ForeignKey(f"{table}.id")
    info = {"indexed": index}
    return sa.Column(name or f"{table}_id", sa.Uuid(), points, nullable=nullable, info=info)


def _said(name: str, kind: Any = None) -> sa.Column[Any]:
    return sa.Column(name, kind or AutoString(), nullable=False)


def _may(name: str, kind: Any) -> sa.Column[Any]:
    return sa.Column(name, kind, nullable=True)


def _empty(name: str) -> sa.Column[Any]:
    return sa.Column(name, AutoString(), server_default="", nullable=False)


def _list(name: str, words: tuple[str, ...]) -> sa.Enum:
    return sa.Enum(*words, name=name, native_enum=False, create_constraint=True, length=60)
