"""The table of who may do what in a legal planning meeting, and what belongs to it alone.

Its chair approves its record; nobody issues it, and no lawyer's approval is asked for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.stages import Stage
from agenda.steps import BEFORE, CLOSED, OPEN, RECORD, Row, Step, Whose, closed
from agenda.words import MeetingKind

if TYPE_CHECKING:
    from collections.abc import Mapping

CLOSED_RECORD = (
    "This legal planning record is approved. Open it again in its record, with a reason, then "
    "change it."
)
_CONCLUDE_FIRST = "Conclude the meeting first: its record is approved after it."
_CHAIR_HAS = "The chair has approved this record. A change needs it opened again, with a reason."
_AS_IT_IS = "This record is not approved yet: change it as it is."
_NEVER = frozenset({Stage.BY_BOTH, Stage.ISSUED})
_ALONE = (
    "This belongs to a meeting with the family. Legal planning is the authority's and its "
    "lawyers' alone, and has a record of its own."
)

PLANNING_ROWS: Mapping[Step, Row] = {
    Step.PLANNING_RECORD: Row(
        "Record what a legal planning meeting considers and decides",
        Whose.ANYONE,
        closed((CLOSED_RECORD, [Stage.BY_CHAIR])),
        "Options and assessors are often known before the meeting; it decides in it.",
        RECORD,
        (
            "record_options",
            "record_planning_outcome",
            "record_assessor",
            "choose_expert",
        ),
        never=_NEVER,
    ),
    Step.PLANNING_APPROVE: Row(
        "Approve the record of a legal planning meeting",
        Whose.CHAIR,
        closed((_CONCLUDE_FIRST, BEFORE), (_CHAIR_HAS, [Stage.BY_CHAIR])),
        "The head of service who chaired answers for it. It goes to nobody, so no second "
        "approval opens a door.",
        "Sutton 2019, Step 1: chaired by the Head of Service",
        ("approve_legal_planning",),
        others="Only {chair}, who chaired this meeting, approves its record, signed in as "
        "themselves.",
        no_chair="No chair is named for this meeting. Name one in the case, then approve.",
        never=_NEVER,
    ),
    Step.PLANNING_REOPEN: Row(
        "Open an approved legal planning record again, with a reason",
        Whose.ANYONE,
        closed((_AS_IT_IS, [*BEFORE, *OPEN])),
        "What was approved stays, and the new version is approved again.",
        RECORD,
        ("reopen_legal_planning",),
        never=_NEVER,
    ),
}
"""Each step of a legal planning meeting alone."""

_WITH_FAMILY = frozenset(
    {
        Step.ANSWERS,
        Step.DECIDE,
        Step.AUTHORISE,
        Step.AUTHORISE_EXTENSION,
        Step.APPROVE_AS_CHAIR,
        Step.APPROVE_FOR_LEGAL,
        Step.ISSUE,
        Step.UPLOAD,
        Step.NEW_VERSION,
        Step.ASK_CORRECTION,
        Step.ANSWER_CORRECTION,
        Step.PAGES,
        Step.FINAL_DOCUMENT,
    }
)
"""Steps of which a legal planning meeting knows none."""


def why_not_in(step: Step, kind: MeetingKind) -> str:
    """Return why a step has no place in a kind of meeting; empty where it has one."""
    planning = kind is MeetingKind.LEGAL_PLANNING
    if planning and step in _WITH_FAMILY:
        return _ALONE
    if not planning and step in PLANNING_ROWS:
        return f"This is recorded in a legal planning meeting; this is the {kind.heading.lower()}."
    return ""


def closed_words(sentence: str, kind: MeetingKind) -> str:
    """Return why a step is closed, as it is said of a kind of meeting."""
    planning = kind is MeetingKind.LEGAL_PLANNING
    return CLOSED_RECORD if planning and sentence == CLOSED else sentence
