"""The minutes: one frozen value, which is what is approved and what is printed.

It holds words and dates only, no keys and no records, and never an aside or a prompt. Written
as canonical JSON it has one fingerprint; exporters take nothing else.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import chain
from operator import attrgetter
from typing import TYPE_CHECKING

from agenda.minuted_decision import (
    MinutedDecision,
    MinutedJudgement,
    MinutedTrajectory,
    MinutedWindow,
)
from agenda.minuted_plan import MinutedInstruction, MinutedLine
from agenda.words import AdviceChoice, Attending, EntryKind, MeetingKind, OfferAnswer, YesNo

if TYPE_CHECKING:
    from pydantic import TypeAdapter


@dataclass(frozen=True, slots=True)
class MinutedChild:
    """A child as the minutes name them."""

    full_name: str
    initials: str
    born_on: date | None
    due_on: date | None
    legal_status: str
    plan: str
    plan_since: date | None
    next_conference: date | None
    parental_responsibility: tuple[str, ...]
    """One line for each person: `Ms Carter (mother): yes`."""


@dataclass(frozen=True, slots=True)
class Attendee:
    """Someone's part in a sitting. Times are London, `HH:MM`, empty where not recorded."""

    name: str
    role: str
    attending: Attending
    represents: str
    arrived: str
    """Only where they came late."""
    left: str
    """Only where they left before the end."""


@dataclass(frozen=True, slots=True)
class MinutedBreak:
    """A private break for legal advice."""

    name: str
    offered: str
    taken: bool | None
    began: str
    ended: str


@dataclass(frozen=True, slots=True)
class MinutedSitting:
    """One sitting: who was there for which part."""

    number: int
    on: date
    began: str
    ended: str
    place: str
    present: tuple[Attendee, ...]
    apologies: tuple[str, ...]
    absent: tuple[str, ...]
    breaks: tuple[MinutedBreak, ...]
    called: str = ""
    """Whom it was with, where parents have sittings of their own: `with Ms Carter`."""
    pauses: tuple[str, ...] = ()
    """Each pause by its times alone: `10:42 to 10:55`."""


@dataclass(frozen=True, slots=True)
class MinutedAdvice:
    """One parent's letter and legal advice."""

    name: str
    letter_received_on: date | None
    advised: YesNo
    represented_by: str
    """`Ms Okafor, Hart & Lane`; empty where nobody."""
    capacity_doubt: bool
    choice: AdviceChoice | None
    choice_reason: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A numbered paragraph. Numbers run through the whole document."""

    number: int
    time: str
    speaker: str
    kind: EntryKind
    text: str
    verbatim: bool
    children: tuple[str, ...]
    """Initials, where it is about some of the children only."""
    sitting: int = 0
    """The number of the sitting it was said in; 0 in minutes that did not tell."""
    sitting_line: str = ""
    """What stands above it, where another sitting begins: `Second sitting, Tuesday 19 …`."""
    told: tuple[str, ...] = ()
    """Of an urgent matter: who was told, and when: `legal (Ms Holt) 10:50`."""


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with its paragraphs."""

    key: str
    heading: str
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class MinutedConcern:
    """A concern, its dated examples, and what was agreed and disputed by whom."""

    number: int
    heading: str
    summary: str
    since: str
    children: tuple[str, ...]
    examples: tuple[tuple[date, str], ...]
    paragraphs: tuple[Paragraph, ...]
    trajectory: MinutedTrajectory | None = None
    """Which way it has gone by this review; None in an initial meeting."""


@dataclass(frozen=True, slots=True)
class MinutedHelp:
    """What someone in the family network could do."""

    name: str
    relation: str
    help: str
    could_care: bool
    viability_by: date | None


@dataclass(frozen=True, slots=True)
class MinutedNetwork:
    """The offer of family group decision making, the answer, and who could help."""

    offered_on: date | None
    answer: OfferAnswer
    answered_by: str
    names_by: date | None
    helpers: tuple[MinutedHelp, ...]


@dataclass(frozen=True, slots=True)
class MinutedConsent:
    """A consent asked for, the answer, and whether it was taken back."""

    name: str
    purpose: str
    answer: YesNo
    note: str
    advice_had: bool | None = None
    """Whether they had legal advice on it first; None where nobody asked."""
    taken_back_on: date | None = None


@dataclass(frozen=True, slots=True)
class MinutedDate:
    """A date that everyone leaves with."""

    what: str
    on: date
    at: str
    place: str
    note: str
    """`week 12 of the window`."""


@dataclass(frozen=True, slots=True)
class Minutes:
    """Everything that minutes say, frozen.

    Attributes:
        sections: the items' paragraphs, in the order of the agenda.
        views: the parents', the children's and the lawyers' views, each a section of its own.
        reasons: recorded reasons for what was passed or not covered, each with what it is about.
        sheet_text: the agenda the meeting was held by; kept, not printed.
        policy_text: the policy it was held by; kept, not printed.
        judgements: a review's judgement on the risk to each child.
        decisions: what a review decided for each child, and how firmly that stands.
        windows: each child's window in the order of the children; empty in an initial meeting.
        copy_for: whom a copy is for, cut for them alone; empty in the minutes themselves.
        leaves_out: whether such a copy lacks parts of the minutes.
        instructions: each expert's letter of instruction, with each party's answer to it.
    """

    reference: str
    kind: MeetingKind
    number: int
    version: int
    version_reason: str
    on: date
    chair: str
    minute_taker: str
    children: tuple[MinutedChild, ...]
    sittings: tuple[MinutedSitting, ...]
    adjustments: tuple[str, ...]
    advice: tuple[MinutedAdvice, ...]
    concerns: tuple[MinutedConcern, ...]
    views: tuple[Section, ...]
    sections: tuple[Section, ...]
    documents: tuple[Paragraph, ...]
    network: MinutedNetwork | None
    consents: tuple[MinutedConsent, ...]
    plan: tuple[MinutedLine, ...]
    consequences: tuple[Paragraph, ...]
    dates: tuple[MinutedDate, ...]
    window_start: date
    window_end: date
    reasons: tuple[str, ...]
    circulation: tuple[str, ...]
    sheet_text: str
    policy_text: str
    format: int = 1
    judgements: tuple[MinutedJudgement, ...] = ()
    decisions: tuple[MinutedDecision, ...] = ()
    windows: tuple[MinutedWindow, ...] = ()
    copy_for: str = ""
    leaves_out: bool = False
    instructions: tuple[MinutedInstruction, ...] = ()

    @property
    def initials(self) -> str:
        """The children's initials, as they stand on every page: `JC, LC, MC`."""
        return ", ".join(child.initials for child in self.children)

    @property
    def title(self) -> str:
        """The document's title."""
        return f"{self.kind.heading}: minutes"

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """Every numbered paragraph, by its number."""
        parts = (
            self.documents,
            *(concern.paragraphs for concern in self.concerns),
            *(section.paragraphs for section in (*self.sections, *self.views)),
            self.consequences,
        )
        return tuple(sorted(chain(*parts), key=attrgetter("number")))


def freeze(minutes: Minutes) -> str:
    """Return the minutes as canonical JSON: same minutes, same characters."""
    return canonical(_adapter().dump_python(minutes, mode="json"))


def canonical(plain: object) -> str:
    """Return plain values as canonical JSON: same values, same characters."""
    return json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def thaw(frozen: str) -> Minutes:
    """Return the minutes that `freeze` wrote."""
    return _adapter().validate_json(frozen)


def fingerprint(frozen: str) -> str:
    """Return the SHA-256 of frozen words in UTF-8, as hexadecimal."""
    return hashlib.sha256(frozen.encode()).hexdigest()


@cache
def _adapter() -> TypeAdapter[Minutes]:
    # Read here, because only a command that freezes or prints needs it.
    from pydantic import TypeAdapter

    return TypeAdapter(Minutes)
