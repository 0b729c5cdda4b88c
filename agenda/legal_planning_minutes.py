"""The minutes of a legal planning meeting: one frozen value of its own, and its approval.

It is no `Minutes`, and nothing that takes minutes takes it: no exporter for a parent, a parent's
lawyer or another professional can be given one. It holds the legal advice, and no aside.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import TYPE_CHECKING

from agenda.edition import CHANGED
from agenda.legal_planning_words import CapacityAnswer, PlanningOutcome, PlanningPurpose
from agenda.minutes import MinutedSitting, Section, canonical, fingerprint

if TYPE_CHECKING:
    from pydantic import TypeAdapter

APART = (
    "Legal planning is the authority's and its lawyers' alone. Its record is opened and written "
    "apart: in the app from “before the meeting”, or with plo-tui export legal-planning."
)
"""What whoever asks for a legal planning meeting as if it were another is told."""


@dataclass(frozen=True, slots=True)
class RecordedOption:
    """An option considered, and what was said of it."""

    option: str
    considered: str


@dataclass(frozen=True, slots=True)
class RecordedExpert:
    """An expert contacted, and whether the meeting chose them; None where it has not said."""

    expert: str
    field: str
    answer: str
    """What they answered, in words: `£2,400, report in 8 weeks`."""
    chosen: bool | None


@dataclass(frozen=True, slots=True)
class DraftedLine:
    """A line of the draft plan as the meeting left it."""

    number: int
    kind: str
    what: str
    parts: tuple[str, ...]
    owner: str
    when: str
    support: str
    consequence: str


@dataclass(frozen=True, slots=True)
class Assessor:
    """Who does the parenting assessment, and what the Court Team answered."""

    asked_on: date | None
    asked: str
    answer: CapacityAnswer | None
    name: str
    agreed_format: bool


@dataclass(frozen=True, slots=True)
class PlannedMeeting:
    """The initial meeting as it was booked here. `at` is London time, `HH:MM`."""

    on: date | None
    at: str
    place: str


@dataclass(frozen=True, slots=True)
class LegalPlanningRecord:
    """Everything that the minutes of a legal planning meeting say, frozen.

    Attributes:
        number: which version it is, from 1.
        readiness: what was ready before it, each as a name and a sentence.
        worries: the headings of the concerns, main first.
        sections: the paragraphs by item of its sheet, legal advice among them.
        sheet_text: the agenda it was held by; kept, not printed.
        policy_text: the policy it was held by; kept, not printed.
    """

    reference: str
    initials: str
    number: int
    version_reason: str
    purpose: PlanningPurpose
    on: date
    chair: str
    minute_taker: str
    effective: bool | None
    not_effective_why: str
    sittings: tuple[MinutedSitting, ...]
    readiness: tuple[tuple[str, str], ...]
    worries: tuple[str, ...]
    options: tuple[RecordedOption, ...]
    plo_considered: str
    outcome: PlanningOutcome | None
    reasons: str
    why_not_outside: str
    in_legal_advice: str
    information: str
    information_by: date | None
    draft_plan: tuple[DraftedLine, ...]
    experts: tuple[RecordedExpert, ...]
    assessor: Assessor | None
    initial_meeting: PlannedMeeting | None
    sections: tuple[Section, ...]
    exceptions: tuple[str, ...]
    sheet_text: str
    policy_text: str
    format: int = 1


@dataclass(frozen=True, slots=True)
class LegalPlanningEdition:
    """The record with where its approval stands: what its screen shows and its exporter prints.

    Attributes:
        fingerprint: the SHA-256 of the frozen record, hexadecimal.
        approved_by: who approved it as its chair; empty while it is a draft.
        approved_at: when (UTC, aware).
        seal: the journal's head when it was approved; empty while it is a draft.
        is_changed: whether these are not the words that were approved.
    """

    record: LegalPlanningRecord
    fingerprint: str
    approved_by: str = ""
    approved_at: datetime | None = None
    seal: str = ""
    is_changed: bool = False

    @property
    def is_draft(self) -> bool:
        """Whether nobody has approved it yet."""
        return self.approved_at is None

    @property
    def stands(self) -> str:
        """Where it stands, as its screen and every page say it."""
        if self.is_changed:
            return CHANGED
        return "DRAFT – not approved" if self.is_draft else f"Approved by {self.approved_by}"


def freeze_record(record: LegalPlanningRecord) -> str:
    """Return the record as canonical JSON: same record, same characters."""
    return canonical(_adapter().dump_python(record, mode="json"))


def thaw_record(frozen: str) -> LegalPlanningRecord:
    """Return the record that `freeze_record` wrote.

    Raises:
        ValueError: where it is none.
    """
    return _adapter().validate_json(frozen)


def draft_edition(record: LegalPlanningRecord) -> LegalPlanningEdition:
    """Return a record that nobody has approved yet."""
    return LegalPlanningEdition(record, fingerprint(freeze_record(record)))


@cache
def _adapter() -> TypeAdapter[LegalPlanningRecord]:
    # Read here, because only a command that freezes or prints needs it.
    from pydantic import TypeAdapter

    return TypeAdapter(LegalPlanningRecord)
