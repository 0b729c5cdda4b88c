"""Before the meeting: legal planning, booking, letters, and what keeps copies safe."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlmodel.sql.sqltypes import UTCDateTime

from plo_tui.store.migrations.columns import (
    closed_list,
    empty,
    index,
    key,
    may,
    said,
    table,
)

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
    op.add_column("person", empty("address"))
    op.add_column("staff", empty("telephone"))
    _meetings()
    _new_tables()
    _disclosures()


def _meetings() -> None:
    """Let a meeting be one of legal planning; its two long columns come last again."""
    _rebuild(
        "meeting",
        key("preproceedings", "episode_id"),
        said("kind", closed_list("meetingkind", _MEETINGKIND)),
        said("number", sa.Integer()),
        may("planned_on", sa.Date()),
        may("planned_at", sa.Time()),
        said("place"),
        key("staff", "chair_id", nullable=True),
        key("staff", "minute_taker_id", nullable=True),
        said("state", closed_list("meetingstate", _MEETINGSTATE)),
        may("effective", sa.Boolean()),
        said("not_effective_why"),
        may("concluded_at", UTCDateTime()),
        may("minutes_due_on", sa.Date()),
        may("current_item_id", sa.Uuid()),
        may("back_item_id", sa.Uuid()),
        may("on_item_since", UTCDateTime()),
        said("circulation"),
        may("adjourned_at", UTCDateTime()),
        may("resumes_on", sa.Date()),
        may("resumes_at", sa.Time()),
        empty("resumes_place"),
        said("sheet_text"),
        said("policy_text"),
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
    )


def _disclosures() -> None:
    """Let a line be of a letter, a copy or an invitation, and say by which way it went."""
    _rebuild(
        "disclosure",
        key("case", index=True),
        key("meeting", nullable=True),
        key("minutesversion", "version_id", nullable=True),
        may("of_version", sa.Integer()),
        said("is_draft", sa.Boolean()),
        key("child", nullable=True),
        said("what", closed_list("givendocument", _GIVENDOCUMENT)),
        said("to"),
        key("staff", "by_staff_id"),
        said("at", UTCDateTime()),
        said("sha256"),
        may("not_written_at", UTCDateTime()),
        more=(
            key("person", "to_person_id", nullable=True),
            key("letterdraft", "letter_id", nullable=True),
            empty("how"),
        ),
    )


def _new_tables() -> None:
    table(
        "expertenquiry",
        key("preproceedings", "episode_id", index=True),
        said("expert"),
        said("field"),
        may("contacted_on", sa.Date()),
        may("answered_on", sa.Date()),
        may("cost_pence", sa.Integer()),
        may("report_weeks", sa.Integer()),
        said("note"),
        may("chosen", sa.Boolean()),
    )
    table(
        "helpgiven",
        key("preproceedings", "episode_id", index=True),
        key("person", nullable=True),
        may("on", sa.Date()),
        said("what"),
        said("taken_up", closed_list("takenup", _TAKENUP)),
        said("came_of"),
    )
    table(
        "keptapart",
        key("case", index=True),
        key("person"),
        key("person", "other_id"),
        said("why"),
        may("since", sa.Date()),
        sa.CheckConstraint("person_id <> other_id", name="two_people"),
    )
    table(
        "letterleftout",
        key("preproceedings", "episode_id", index=True),
        said("kind", closed_list("letterkind", _LETTERKIND)),
        key("person"),
        said("why"),
        key("staff", "by_staff_id"),
        said("said_how", closed_list("saidhow", _SAIDHOW)),
        said("at", UTCDateTime()),
    )
    table(
        "withheld",
        key("case", index=True),
        key("person", nullable=True),
        key("child", nullable=True),
        said("kind", closed_list("withheldkind", _WITHHELDKIND)),
        said("words"),
        key("person", "from_person_id", nullable=True),
        said("why"),
        sa.CheckConstraint("(person_id IS NULL) <> (child_id IS NULL)", name="person_or_child"),
    )
    table(
        "bookingstep",
        key("meeting", index=True),
        said("what", closed_list("bookingwhat", _BOOKINGWHAT)),
        key("person", nullable=True),
        may("done_on", sa.Date()),
        may("meeting_on", sa.Date()),
        may("meeting_at", sa.Time()),
        said("note"),
        said("not_needed_why"),
        key("staff", "by_staff_id"),
    )
    table(
        "cover",
        key("meeting", index=True),
        key("staff", "for_staff_id"),
        key("staff", "by_staff_id"),
        said("why"),
        said("agreed_on", sa.Date()),
    )
    table(
        "invitation",
        key("meeting"),
        said("to_group", closed_list("invitedgroup", _INVITEDGROUP)),
        key("person", nullable=True),
        said("sequence", sa.Integer()),
        said("cancelled", sa.Boolean()),
        said("on", sa.Date()),
        said("at", sa.Time()),
        said("meeting_at", sa.Time()),
        said("place"),
        said("minutes", sa.Integer()),
        said("made_at", UTCDateTime()),
        sa.UniqueConstraint("meeting_id", "to_group", "person_id"),
    )
    table(
        "legalplanning",
        key("meeting"),
        said("plo_considered"),
        may("outcome", closed_list("planningoutcome", _PLANNINGOUTCOME)),
        said("reasons"),
        said("why_not_outside"),
        said("in_legal_advice"),
        said("information"),
        may("information_by", sa.Date()),
        may("court_team_asked_on", sa.Date()),
        key("staff", "court_team_asked_id", nullable=True),
        may("court_team_answer", closed_list("capacityanswer", _CAPACITYANSWER)),
        key("staff", "assessor_id", nullable=True),
        said("agreed_format", sa.Boolean()),
        sa.UniqueConstraint("meeting_id"),
    )
    table(
        "legalplanningminutes",
        key("meeting", index=True),
        said("number", sa.Integer()),
        said("reason"),
        key("staff", "approved_by_id", nullable=True),
        may("approved_at", UTCDateTime()),
        said("sha256"),
        said("chain_head"),
        said("frozen"),
        sa.UniqueConstraint("meeting_id", "number"),
    )
    table(
        "letterdraft",
        key("preproceedings", "episode_id", index=True),
        said("kind", closed_list("letterkind", _LETTERKIND)),
        key("person"),
        key("meeting", nullable=True),
        may("on", sa.Date()),
        said("opening"),
        said("decision"),
        may("last_day", sa.Date()),
        said("court"),
        said("examples_note"),
        said("first_line"),
        said("family_offer"),
        said("legal_advice"),
        said("closing"),
        said("solicitor_list", sa.Boolean()),
        said("parental_pack", sa.Boolean()),
        key("staff", "signer_id", nullable=True),
        key("staff", "ring_id", nullable=True),
        may("cleared_at", UTCDateTime()),
        said("sha256"),
        said("frozen"),
    )
    table(
        "planningoption",
        key("meeting", index=True),
        said("position", sa.Integer()),
        said("option"),
        said("considered"),
    )
    table(
        "referral",
        key("preproceedings", "episode_id", index=True),
        key("meeting", nullable=True),
        said("purpose", closed_list("planningpurpose", _PLANNINGPURPOSE)),
        may("completed_on", sa.Date()),
        said("summary"),
        may("chronology_to", sa.Date()),
        said("assessment"),
        may("assessment_on", sa.Date()),
        may("submitted_on", sa.Date()),
        may("approved_on", sa.Date()),
        key("staff", "approved_by_id", nullable=True),
        said("approved_how"),
        said("approved_plan"),
        said("emergency", sa.Boolean()),
        said("emergency_why"),
        key("staff", "emergency_by_id", nullable=True),
        may("threshold_forum", closed_list("thresholdforum", _THRESHOLDFORUM)),
        may("threshold_on", sa.Date()),
        said("threshold_with"),
        said("threshold_said"),
        may("conference", closed_list("conferencestage", _CONFERENCESTAGE)),
        may("conference_on", sa.Date()),
        said("conference_why_not"),
        may("expert_needed", sa.Boolean()),
    )
    table(
        "childupload",
        key("minutesversion", "version_id", index=True),
        key("child"),
        said("at", UTCDateTime()),
        key("staff", "by_staff_id"),
        said("file"),
        sa.UniqueConstraint("version_id", "child_id"),
    )
    table(
        "instruction",
        key("preproceedings", "episode_id", index=True),
        said("expert"),
        said("field"),
        said("questions"),
        may("drafted_on", sa.Date()),
        may("report_by", sa.Date()),
        key("planline", "line_id", nullable=True),
    )
    table(
        "letteromission",
        key("letterdraft", "letter_id", index=True),
        said("about", sa.Uuid()),
        said("why"),
    )
    table(
        "letterturn",
        key("letterdraft", "letter_id", index=True),
        said("what", closed_list("letterturnkind", _LETTERTURNKIND)),
        said("on", sa.Date()),
        key("staff", "by_staff_id"),
        said("note"),
        said("musts_open"),
        may("said_how", closed_list("saidhow", _SAIDHOW)),
        may("how", closed_list("deliveredhow", _DELIVEREDHOW)),
        said("to"),
        said("understood"),
        said("pack", sa.Boolean()),
    )
    table(
        "instructionanswer",
        key("instruction", index=True),
        key("meeting", index=True),
        key("person"),
        said("answer", closed_list("parentanswer", _PARENTANSWER)),
        said("conditions"),
    )


def _rebuild(name: str, *columns: sa.Column[Any], more: tuple[sa.Column[Any], ...] = ()) -> None:
    """Make a table anew with its rows: SQLite cannot change the words of a closed list.

    What points at it goes on pointing at its name.
    """
    table(f"{name}_0005", *columns, *more, indexed=False)
    kept = ", ".join(
        f'"{column}"' for column in ("id", "version", "withdrawn_at", *(c.name for c in columns))
    )
    op.execute(f'INSERT INTO {name}_0005 ({kept}) SELECT {kept} FROM "{name}"')  # noqa: S608
    op.drop_table(name)
    op.rename_table(f"{name}_0005", name)
    index(name, columns)
