"""The steps of a meeting and its record, and what the table of who may do what says of one."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from agenda.stages import Stage

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

BEFORE = (Stage.BOOKED, Stage.RUNNING, Stage.ADJOURNED)
CONCLUDED = (Stage.DRAFT, Stage.BY_CHAIR, Stage.BY_BOTH, Stage.ISSUED, Stage.REOPENED)
APPROVED = (Stage.BY_CHAIR, Stage.BY_BOTH, Stage.ISSUED)
"""The stages in which what the minutes say is closed."""
OPEN = (Stage.DRAFT, Stage.REOPENED)

CLOSED = (
    "These minutes are approved. Begin a new version in sign-off, with a reason, then change them."
)
RECORD = "Own: approved words never change; each change after it is a version of its own"
NEVER_IN_THE_WAY = "Own: nothing may stand between a chair and an urgent decision"


class Step(StrEnum):
    """What somebody may want to do; each is a row of the table."""

    BOOK = "book"
    CANCEL = "cancel"
    INVITE = "invite"
    BEGIN = "begin"
    LEAD = "lead"
    URGENT = "urgent"
    ADJOURN = "adjourn"
    RESUME = "resume"
    CONCLUDE = "conclude"
    END_WITHOUT_EFFECT = "end without effect"
    MINUTE = "minute"
    CORRECT = "correct"
    PRESENCE = "presence"
    ANSWERS = "answers"
    REASON = "reason"
    PLAN = "plan"
    NEW_WORRY = "new worry"
    UNDO = "undo"
    DECIDE = "decide"
    AUTHORISE = "authorise"
    AUTHORISE_EXTENSION = "authorise extension"
    APPROVE_AS_CHAIR = "approve as chair"
    APPROVE_FOR_LEGAL = "approve for legal"
    ISSUE = "issue"
    UPLOAD = "upload"
    NEW_VERSION = "new version"
    ASK_CORRECTION = "ask correction"
    ANSWER_CORRECTION = "answer correction"
    PAGES = "pages"
    FINAL_DOCUMENT = "final document"
    PLANNING_RECORD = "planning record"
    PLANNING_APPROVE = "approve planning record"
    PLANNING_REOPEN = "open planning record again"


class Whose(StrEnum):
    """Whose a step is, as the table prints it."""

    ANYONE = "anyone"
    """Any member of staff who has said who they are."""
    CHAIR = "chair"
    CHAIR_OR_HEAD = "chair, or head of service"
    LAWYER = "solicitor"
    """The authority's solicitor, who is not the meeting's chair."""
    CONSULTEE = "head of service"
    """Whoever the policy names as the one who answers an extension."""


@dataclass(frozen=True, slots=True)
class Row:
    """What the table says of one step.

    Attributes:
        title: the step as the guide prints it.
        whose: whose step it is, in every stage in which it may be taken.
        closed: each stage in which nobody may take it, with the sentence that says so.
        why: why it is so, in plain words.
        source: where practice says so.
        verbs: the store's verbs that take it.
        others: the sentence for anybody else. It may name `{chair}`, `{name}`, `{role}`,
            `{consultee}` and `{forum}`.
        no_chair: the sentence where it is the chair's and the meeting names none.
        chair_too: the sentence for the chair, where the chair may not be the one as well.
        on_behalf: how somebody else may record it for them; empty where nobody may.
        never: the stages in which there can be nothing to do it to.
    """

    title: str
    whose: Whose
    closed: Mapping[Stage, str]
    why: str
    source: str
    verbs: tuple[str, ...]
    others: str = ""
    no_chair: str = ""
    chair_too: str = ""
    on_behalf: str = ""
    never: frozenset[Stage] = frozenset()


def closed(*said: tuple[str, Iterable[Stage]]) -> Mapping[Stage, str]:
    """Return the stages in which a step is closed, from each sentence with its stages."""
    return {stage: sentence for sentence, stages in said for stage in stages}
