"""The plan's part of the frozen minutes: each line, each parent's answer, what became of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from agenda.words import HelpCame, LineKind, LineOutcome, LineState, ParentAnswer


@dataclass(frozen=True, slots=True)
class MinutedAnswer:
    """A parent's own answer to a line."""

    name: str
    answer: ParentAnswer
    conditions: str


@dataclass(frozen=True, slots=True)
class MinutedOutcome:
    """What a review found of a line."""

    outcome: LineOutcome
    evidence: str
    why: str
    help_came: HelpCame | None
    help_note: str


@dataclass(frozen=True, slots=True)
class MinutedLine:
    """A line of the plan as the meeting left it."""

    number: int
    kind: LineKind
    state: LineState
    what: str
    parts: tuple[str, ...]
    owner: str
    owner_is_ours: bool
    """Whether the authority itself does it."""
    helper: str
    support: str
    measure: str
    child_benefit: str
    starts: date | None
    due: date | None
    due_week: int | None
    rhythm: str
    until: date | None
    sessions: int | None
    consequence: str
    contingency: str
    concern: int | None
    children: tuple[str, ...]
    goal: str
    drafted_as: str
    exception: str
    """The recorded reason and name for a date past the window; empty where inside it."""
    answers: tuple[MinutedAnswer, ...]
    outcome: MinutedOutcome | None = None
    """What this review found of it; None in an initial meeting, and for a line new in a review."""
    finished: LineOutcome | None = None
    """Done or no longer needed, as the latest review found it; None where the line goes on."""


@dataclass(frozen=True, slots=True)
class MinutedInstruction:
    """An expert's draft letter of instruction, as it was taken to the meeting.

    Attributes:
        line: the number of the assessment in the plan; None where it is tied to none.
        answers: each party's own answer to it, in this meeting.
    """

    expert: str
    field: str
    questions: tuple[str, ...]
    drafted_on: date | None
    report_by: date | None
    line: int | None
    answers: tuple[MinutedAnswer, ...]
