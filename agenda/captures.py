"""What an agenda item captures: a closed list, in one table.

Each row says which record a capture writes and when it counts as covered. `docs/sheets.md`
prints the table made here.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping

SheetKind = Literal["legal_planning", "initial", "midway", "final"]
"""The kinds of meeting; each has its agenda sheet."""

SHEET_KINDS: tuple[SheetKind, ...] = ("legal_planning", "initial", "midway", "final")


class Capture(StrEnum):
    """One kind of thing an item of the agenda captures; stored in sheets by its word."""

    NOTE = "note"
    CHECKS = "checks"
    ATTENDANCE = "attendance"
    ADVICE = "advice"
    CONCERNS = "concerns"
    VIEWS = "views"
    CHILD = "child"
    SUPPORT = "support"
    NETWORK = "network"
    ASSESSMENTS = "assessments"
    PLAN = "plan"
    ADVICE_BREAK = "advice_break"
    BOTTOM_LINE = "bottom_line"
    DATES = "dates"
    OUTCOMES = "outcomes"
    REPORTS = "reports"
    TRAJECTORY = "trajectory"
    DECISION = "decision"
    OPTIONS = "options"
    PLANNING_OUTCOME = "planning_outcome"
    DRAFT_PLAN = "draft_plan"
    ASSESSOR = "assessor"
    TIMETABLE = "timetable"
    LEGAL_ADVICE = "legal_advice"


@dataclass(frozen=True, slots=True)
class CaptureRow:
    """What one capture means.

    Attributes:
        writes: which record it writes, in plain words.
        covered_when: when an item with this capture counts as covered, as a plain sentence.
        required_in: the kinds of meeting whose sheet must capture it in a required item.
        minuted: whether it belongs in the minutes.
        only_in: the kinds of meeting in which there is anything to capture.
    """

    writes: str
    covered_when: str
    required_in: frozenset[SheetKind] = frozenset()
    minuted: bool = True
    only_in: frozenset[SheetKind] = frozenset(SHEET_KINDS)


_EVERY: frozenset[SheetKind] = frozenset(SHEET_KINDS)
_PLANNING: frozenset[SheetKind] = frozenset({"legal_planning"})
_WITH_FAMILY: frozenset[SheetKind] = _EVERY - _PLANNING
_INITIAL: frozenset[SheetKind] = frozenset({"initial"})
_REVIEWS: frozenset[SheetKind] = frozenset({"midway", "final"})
_FINAL: frozenset[SheetKind] = frozenset({"final"})

CAPTURES: Mapping[Capture, CaptureRow] = {
    Capture.NOTE: CaptureRow(
        "Paragraphs of the minutes.",
        "At least one paragraph is minuted in the item.",
    ),
    Capture.CHECKS: CaptureRow(
        "The prompts ticked, and each person's interpreter, adjustments and safe contact.",
        "Every prompt of the item is ticked.",
        _EVERY,
        minuted=False,
    ),
    Capture.ATTENDANCE: CaptureRow(
        "Each person's attendance: present, late, left, apologies or absent; how; for whom.",
        "Somebody is present, and nobody is still marked only as invited.",
        _EVERY,
    ),
    Capture.ADVICE: CaptureRow(
        "For each parent: the day the letter came, the advice they had, and any choice made.",
        "Each parent here has said whether they had advice. A parent with no solicitor, "
        "or a doubt about capacity, has a choice recorded with its reason.",
        _WITH_FAMILY,
        only_in=_WITH_FAMILY,
    ),
    Capture.CONCERNS: CaptureRow(
        "The concerns, main first, with their dated examples.",
        "At least one concern is recorded, and at least one paragraph is minuted in the item.",
        _INITIAL | _PLANNING,
    ),
    Capture.VIEWS: CaptureRow(
        "Each person's views, and what is agreed or disputed by whom.",
        "Each parent here has a view, or something agreed or disputed, minuted in the item.",
        _WITH_FAMILY,
        only_in=_WITH_FAMILY,
    ),
    Capture.CHILD: CaptureRow(
        "Each child's daily life, words and wishes.",
        "Each child has a paragraph in the item; one about all the children counts for each.",
        _EVERY,
    ),
    Capture.SUPPORT: CaptureRow(
        "The help tried so far, and the help asked for.",
        "At least one paragraph is minuted in the item.",
        _INITIAL | _PLANNING,
    ),
    Capture.NETWORK: CaptureRow(
        "The offer of family group decision making, its answer, and who could help or care.",
        "The date of the offer and the family's answer are recorded.",
        frozenset({"initial", "final"}),
        only_in=_WITH_FAMILY,
    ),
    Capture.ASSESSMENTS: CaptureRow(
        "Assessment lines of the plan, consents, and each party's answer to an expert's letter of "
        "instruction.",
        "A parenting assessment stands in the plan. In the initial meeting each parent here has "
        "answered each letter of instruction.",
        frozenset({"initial", "midway"}),
        only_in=_WITH_FAMILY,
    ),
    Capture.PLAN: CaptureRow(
        "The lines of the plan, and each parent's answer to each line.",
        "At least one line is agreed or amended, and no line is still a draft.",
        _INITIAL,
        only_in=_WITH_FAMILY,
    ),
    Capture.ADVICE_BREAK: CaptureRow(
        "The private break: who it was offered to, who took it, from when to when.",
        "Each parent here has been offered a break and has answered.",
        frozenset({"initial", "final"}),
        only_in=_WITH_FAMILY,
    ),
    Capture.BOTTOM_LINE: CaptureRow(
        "Bottom lines of the plan, and the consequences explained.",
        "A bottom line stands in the plan, and a consequence is minuted as explained.",
        _INITIAL,
        only_in=_WITH_FAMILY,
    ),
    Capture.DATES: CaptureRow(
        "The next meetings, each with its date, time and place.",
        "The final review has a date, a time and a place. Where none follows, the day is set by "
        "which the parents have the decision in writing.",
        _WITH_FAMILY,
        only_in=_WITH_FAMILY,
    ),
    Capture.OUTCOMES: CaptureRow(
        "How far each line of the plan has come, with the evidence.",
        "Each line agreed before has an outcome and its evidence.",
        _REVIEWS,
        only_in=_WITH_FAMILY,
    ),
    Capture.REPORTS: CaptureRow(
        "The reports received: who has read them, the main finding, what is disputed.",
        "Each assessment agreed before has an outcome, and at least one paragraph is minuted in "
        "the item.",
        _FINAL,
        only_in=_WITH_FAMILY,
    ),
    Capture.TRAJECTORY: CaptureRow(
        "The trajectory of each concern, and the judgement for each child.",
        "Each concern has a trajectory, and each child has a judgement.",
        _REVIEWS,
        only_in=_WITH_FAMILY,
    ),
    Capture.DECISION: CaptureRow(
        "The decision for each child: outcome, reasons, options rejected, who was consulted.",
        "Each child has an outcome with its reasons.",
        _REVIEWS,
        only_in=_WITH_FAMILY,
    ),
    Capture.OPTIONS: CaptureRow(
        "The options considered, and what was said of each.",
        "At least one option is recorded, with what was said of it.",
        _PLANNING,
        only_in=_PLANNING,
    ),
    Capture.PLANNING_OUTCOME: CaptureRow(
        "What a legal planning meeting decides, and why.",
        "The outcome is recorded with its reasons, and what was said of working outside court.",
        _PLANNING,
        only_in=_PLANNING,
    ),
    Capture.DRAFT_PLAN: CaptureRow(
        "The lines of the draft plan, visits among them.",
        "The draft plan holds a visit. Only where pre-proceedings start.",
        _PLANNING,
        only_in=_PLANNING,
    ),
    Capture.ASSESSOR: CaptureRow(
        "Who was asked about the Court Team's capacity, who does the parenting assessment, and "
        "which experts are chosen.",
        "The Court Team was asked, and somebody is named. Only where pre-proceedings start.",
        _PLANNING,
        only_in=_PLANNING,
    ),
    Capture.TIMETABLE: CaptureRow(
        "The initial meeting, with its date, time and place.",
        "The initial meeting has a date and a time. Only where pre-proceedings start.",
        _PLANNING,
        only_in=_PLANNING,
    ),
    Capture.LEGAL_ADVICE: CaptureRow(
        "The lawyers' advice, privileged: in no document but the record of legal planning.",
        "At least one paragraph of legal advice is written.",
        _PLANNING,
        only_in=_PLANNING,
    ),
}
"""Every capture, in the order the documents print them."""


def required_captures(kind: SheetKind) -> tuple[Capture, ...]:
    """The captures that a sheet of this kind must hold in a required item."""
    return tuple(capture for capture, row in CAPTURES.items() if kind in row.required_in)


def captures_table() -> str:
    """The closed table as Markdown, as it stands in `docs/sheets.md`."""
    lines = [
        "| Capture | Records | Covered when | Required in | Not in |",
        "|---|---|---|---|---|",
    ]
    for capture, row in CAPTURES.items():
        kinds = ", ".join(kind for kind in SHEET_KINDS if kind in row.required_in) or "none"
        never = ", ".join(kind for kind in SHEET_KINDS if kind not in row.only_in)
        lines.append(f"| `{capture}` | {row.writes} | {row.covered_when} | {kinds} | {never} |")
    return "\n".join(lines)
