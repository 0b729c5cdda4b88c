"""What a line must have before it can be agreed: one closed table, by its kind.

An action has a due date, or a rhythm and a last day where it recurs. A bottom line has no date:
it must not happen at all.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from agenda.finding import Finding, Level, Rule
from agenda.words import LineKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from agenda import records
    from agenda.letter import LetterLine
    from agenda.papers import Papers

_SOMERSET = "Somerset 2018, Content of Initial PLO letter: specific, broken down and SMART"
_SUTTON_TIMES = "Sutton 2019, PLO Meetings: a SMART plan that is timetabled"
_SUTTON_VISITS = "Sutton 2019, PLO Meetings: detailed, with the expectation of visits"

WHAT = Rule("smart.what", Level.MUST, "A line says what will be done.", _SOMERSET)
OWNER = Rule("smart.owner", Level.MUST, "A line has one named owner.", _SOMERSET)
DUE = Rule("smart.due", Level.MUST, "A line says by when.", _SUTTON_TIMES)
MEASURE = Rule(
    "smart.measure", Level.MUST, "A line says how everyone will know it was done.", _SOMERSET
)
RHYTHM = Rule("smart.rhythm", Level.MUST, "A visit says how often.", _SUTTON_VISITS)
UNTIL = Rule("smart.until", Level.MUST, "A visit says until when.", _SUTTON_VISITS)
SESSIONS = Rule(
    "smart.sessions",
    Level.MUST,
    "An assessment says how many sessions it takes.",
    "Sutton 2019, PLO Meetings: parenting assessments in all cases; [own]",
)
REPORT = Rule(
    "smart.report",
    Level.MUST,
    "An assessment says when its report is ready.",
    "Sutton 2019, Step 1: reporting timelines",
)
CONSEQUENCE = Rule(
    "smart.consequence",
    Level.MUST,
    "A bottom line says what follows if it happens.",
    "Somerset 2018, Initial PLO letter: with the bottom line made clear",
)


@dataclass(frozen=True, slots=True)
class Need:
    """One thing a kind of line needs: its rule, its field, what to say, and an example."""

    rule: Rule
    field: str
    sentence: str
    example: str


_WHAT = Need(
    WHAT, "what", "does not say what will be done. Write it in plain words.", "Clear the stairs"
)
_OWNER = Need(OWNER, "owner", "has no owner. Name the one person who does it.", "Ms Carter")
_DUE = Need(
    DUE, "due", "has no date. Say by when, or how often and until when.", "By Friday of week 3"
)
_MEASURE = Need(
    MEASURE,
    "measure",
    "does not say how we will know. Say who sees what.",
    "The social worker sees all five at a visit",
)
_RHYTHM = Need(
    RHYTHM, "rhythm", "does not say how often. Give the day and the time.", "Every Tuesday at 4 pm"
)
_UNTIL = Need(
    UNTIL, "until", "does not say until when. Give the last day.", "Until the final review"
)
_SESSIONS = Need(
    SESSIONS, "sessions", "does not say how many sessions. Give the number.", "6 sessions"
)
_REPORT = Need(
    REPORT,
    "due",
    "has no date for the report. Choose one before the final review.",
    "Report by Friday of week 10",
)
_MUST_NOT = Need(
    WHAT,
    "what",
    "does not say what must not happen. Write it in plain words.",
    "The children are never left alone in the home",
)
_CONSEQUENCE = Need(
    CONSEQUENCE,
    "consequence",
    "does not say what follows. Say what we will do if it happens.",
    "We will ask our lawyers the same day whether to go to court",
)

NEEDS: Mapping[LineKind, tuple[Need, ...]] = {
    LineKind.ACTION: (_WHAT, _OWNER, _DUE, _MEASURE),
    LineKind.VISIT: (_WHAT, _OWNER, _RHYTHM, _UNTIL),
    LineKind.ASSESSMENT: (_WHAT, _OWNER, _SESSIONS, _REPORT),
    LineKind.SERVICE: (_WHAT, _OWNER, _DUE, _MEASURE),
    LineKind.AGREEMENT: (_WHAT, _OWNER),
    LineKind.BOTTOM_LINE: (_MUST_NOT, _CONSEQUENCE),
}
"""What each kind of line must have."""


def needs_of(line: records.PlanLine, papers: Papers, place: str) -> Iterator[Finding]:
    """Give a finding for each thing that a line of its kind must have and has not."""
    for need in lacking(line, papers.name(line.owner_staff_id, line.owner_person_id)):
        sentence = f"Line {line.number} {need.sentence}"
        yield Finding(need.rule, sentence, need.example, line.id, place, need.field)


def lacking(line: records.PlanLine | LetterLine, owner: str) -> Iterator[Need]:
    """Give each thing that a line of its kind must have and has not.

    Args:
        line: a line of the plan, or of a letter.
        owner: the name of its owner; empty where it has none.
    """
    return (need for need in NEEDS[line.kind] if not _has(need, line, owner))


def _has(need: Need, line: records.PlanLine | LetterLine, owner: str) -> bool:
    if need is _OWNER:
        return bool(owner.strip())
    if need is _DUE:
        return line.due is not None or _recurs(line)
    value = getattr(line, need.field)
    if isinstance(value, str):
        return any(map(str.isalnum, value))
    if isinstance(value, int):
        return value > 0
    return value is not None


def _recurs(line: records.PlanLine | LetterLine) -> bool:
    """Whether a line has a rhythm instead of a date; an action then needs its last day too."""
    return bool(line.rhythm.strip()) and (line.kind is LineKind.SERVICE or line.until is not None)
