"""The letter to a parent: one frozen value for one recipient, which is checked and printed.

Like the minutes it holds words and dates only, no keys and no records; written as canonical
JSON it has one fingerprint (`agenda.minutes.fingerprint`). What is not written yet is empty:
the rules of the letter say what is missing. Somerset 2018 says what the letter before
proceedings (J0104) holds, and that the letter before issue (J0125) takes its place.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from agenda.letter_words import LetterKind
from agenda.minutes import canonical
from agenda.words import LineKind, ParentalResponsibility

if TYPE_CHECKING:
    from pydantic import TypeAdapter


@dataclass(frozen=True, slots=True)
class Recipient:
    """The one person a letter is to."""

    name: str
    address: tuple[str, ...] = ()
    """Line by line."""
    known_as: str = ""
    """As the letter greets them: `Ms Carter`; by their name where it is empty."""
    parental_responsibility: ParentalResponsibility = ParentalResponsibility.UNKNOWN


@dataclass(frozen=True, slots=True)
class LetterMeeting:
    """The meeting a letter invites to."""

    on: date | None = None
    at: str = ""
    """The time, as it is printed: `10:30`."""
    place: str = ""
    who: tuple[str, ...] = ()
    """Who of us will be there, each with what they do. Never anybody of the family."""


@dataclass(frozen=True, slots=True)
class LetterExample:
    """One dated example of a worry."""

    what: str
    on: date | None = None
    exceptional: str = ""
    """Why an example older than the policy's years is still told; empty for a recent one."""


@dataclass(frozen=True, slots=True)
class Worry:
    """One worry: its heading, the danger statement it is linked to, and how long we have had it.

    Attributes:
        rank: its place among the worries as the record ranks them, 1 for the main one; 0 where
            they are not ranked.
        paragraphs: what the worry is, in one or two paragraphs.
    """

    heading: str
    danger_statement: str = ""
    since: str = ""
    paragraphs: tuple[str, ...] = ()
    examples: tuple[LetterExample, ...] = ()
    rank: int = 0


@dataclass(frozen=True, slots=True)
class HelpGiven:
    """Help that was given, however long ago."""

    what: str
    on: date | None = None
    outcome: str = ""
    """Whether they took it up, and what came of it."""


@dataclass(frozen=True, slots=True)
class LetterLine:
    """A line of what needs to happen; visits and the bottom line are lines of their kind.

    Attributes:
        worry: the number of the worry it answers, from 1; 0 for none.
        consequence: what follows if a bottom line is crossed.
    """

    what: str
    kind: LineKind = LineKind.ACTION
    parts: tuple[str, ...] = ()
    owner: str = ""
    support: str = ""
    measure: str = ""
    starts: date | None = None
    due: date | None = None
    rhythm: str = ""
    until: date | None = None
    sessions: int | None = None
    consequence: str = ""
    worry: int = 0


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signs, and whom to ring."""

    name: str = ""
    role: str = ""
    ring: str = ""
    """Whom to ring with a question."""
    telephone: str = ""


@dataclass(frozen=True, slots=True)
class Letter:
    """Everything that one letter to one person says, frozen.

    Attributes:
        on: the day it is dated; it is given to the parent on that day or later.
        children: the children's names, as the letter calls them.
        initials: those children's initials, for the top of every page.
        opening: why we are writing.
        court: the plain sentence that court may follow.
        examples_note: what says that the examples are some only, and told in full at the meeting.
        worries: in order, the main one first.
        family_offer: the offer of family group decision making.
        legal_advice: how to have a solicitor, and that legal aid pays.
        solicitor_list: whether the list of solicitors is enclosed.
        parental_pack: whether the parental pack is enclosed.
        closing: the last words before the signature.
        decision: what was decided and why; in any kind but the letter before proceedings.
        last_day: an extension's new last day.
    """

    kind: LetterKind
    reference: str
    to: Recipient
    on: date | None = None
    children: tuple[str, ...] = ()
    initials: tuple[str, ...] = ()
    meeting: LetterMeeting = LetterMeeting()
    opening: str = ""
    decision: str = ""
    last_day: date | None = None
    court: str = ""
    examples_note: str = ""
    worries: tuple[Worry, ...] = ()
    help: tuple[HelpGiven, ...] = ()
    lines: tuple[LetterLine, ...] = ()
    family_offer: str = ""
    legal_advice: str = ""
    solicitor_list: bool = False
    parental_pack: bool = False
    closing: str = ""
    signature: Signature = Signature()
    format: int = 1

    def lines_of(self, kind: LineKind) -> tuple[LetterLine, ...]:
        """Return the lines of one kind, in their order."""
        return tuple(line for line in self.lines if line.kind is kind)


def freeze_letter(letter: Letter) -> str:
    """Return a letter as canonical JSON: same letter, same characters."""
    return canonical(letter_adapter().dump_python(letter, mode="json"))


def thaw_letter(frozen: str) -> Letter:
    """Return the letter that `freeze_letter` wrote."""
    return letter_adapter().validate_json(frozen)


@cache
def letter_adapter() -> TypeAdapter[Letter]:
    """Return what reads and writes a letter as plain values."""
    # Read here, because only a command that freezes, reads or prints needs it.
    from pydantic import TypeAdapter

    return TypeAdapter(Letter)
