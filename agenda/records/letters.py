"""Letters to parents, the help that was given, and an expert's letter of instruction."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from sqlmodel import Field

from agenda.letter_words import DeliveredHow, LetterKind, LetterTurnKind, SaidHow, TakenUp
from agenda.records.base import Record, closed_list
from agenda.words import ParentAnswer


class HelpGiven(Record, table=True):
    """Help that we or others gave the family, however long ago (Somerset 2018, J0104)."""

    episode_id: UUID = Field(foreign_key="preproceedings.id", index=True)
    person_id: UUID | None = Field(default=None, foreign_key="person.id")
    """Whom it was for; None where it was for the family."""
    on: date | None = None
    what: str
    taken_up: TakenUp = Field(default=TakenUp.NOT_KNOWN, sa_type=closed_list(TakenUp))
    came_of: str = ""
    """What came of it, in a sentence."""


class LetterDraft(Record, table=True):
    """One letter to one person. Worries, help and plan are read from the record, not typed again.

    While it is drafted it follows the record; when legal has cleared it, it is frozen.
    """

    episode_id: UUID = Field(foreign_key="preproceedings.id", index=True)
    kind: LetterKind = Field(sa_type=closed_list(LetterKind))
    person_id: UUID = Field(foreign_key="person.id")
    meeting_id: UUID | None = Field(default=None, foreign_key="meeting.id")
    """The meeting it invites to, or whose decision it tells."""
    on: date | None = None
    """The day it is dated."""
    opening: str = ""
    decision: str = ""
    last_day: date | None = None
    court: str = ""
    examples_note: str = ""
    first_line: str = ""
    """The first line of what needs to happen: talk to a solicitor and to the family."""
    family_offer: str = ""
    legal_advice: str = ""
    closing: str = ""
    solicitor_list: bool = False
    """Whether the list of solicitors is enclosed."""
    parental_pack: bool = False
    """Whether the parental pack is enclosed."""
    signer_id: UUID | None = Field(default=None, foreign_key="staff.id")
    ring_id: UUID | None = Field(default=None, foreign_key="staff.id")
    """Whom the parent rings with a question."""
    cleared_at: datetime | None = None
    sha256: str = ""
    """The SHA-256 of `frozen` in UTF-8, as hexadecimal."""
    # Long, so it comes last.
    frozen: str = ""
    """The letter as canonical JSON; empty while it is drafted."""


class LetterOmission(Record, table=True):
    """A worry, an example, help or a line that one person's letter leaves out, and why."""

    letter_id: UUID = Field(foreign_key="letterdraft.id", index=True)
    about: UUID
    """The key of the record left out."""
    why: str


class LetterLeftOut(Record, table=True):
    """A parent who gets no letter of a kind: only where legal records why."""

    episode_id: UUID = Field(foreign_key="preproceedings.id", index=True)
    kind: LetterKind = Field(sa_type=closed_list(LetterKind))
    person_id: UUID = Field(foreign_key="person.id")
    why: str
    by_staff_id: UUID = Field(foreign_key="staff.id")
    said_how: SaidHow = Field(default=SaidHow.IN_THE_APP, sa_type=closed_list(SaidHow))
    """How they said so: in the app, or as it was recorded for them."""
    at: datetime


class LetterTurn(Record, table=True):
    """A step on a letter's way: drafted, to legal, back, given to the parent."""

    letter_id: UUID = Field(foreign_key="letterdraft.id", index=True)
    what: LetterTurnKind = Field(sa_type=closed_list(LetterTurnKind))
    on: date
    by_staff_id: UUID = Field(foreign_key="staff.id")
    """Who did it: drafted, cleared or delivered it."""
    note: str = ""
    """What legal changed or asked."""
    musts_open: str = ""
    """Each `must` that stood open when it was sent to legal, one on each line."""
    said_how: SaidHow | None = Field(default=None, sa_type=closed_list(SaidHow))
    """How legal cleared it: in the app, or as it was recorded for them."""
    how: DeliveredHow | None = Field(default=None, sa_type=closed_list(DeliveredHow))
    to: str = ""
    """Into whose hands it was given."""
    understood: str = ""
    """How it was made sure that the parent understood it."""
    pack: bool = False
    """Whether the parental pack and the list of solicitors were given with it."""


class Instruction(Record, table=True):
    """An expert's draft letter of instruction, which is taken to the meeting.

    Sutton 2019, PLO Meetings: it is agreed there by the parties.
    """

    episode_id: UUID = Field(foreign_key="preproceedings.id", index=True)
    expert: str
    field: str = ""
    """What they are to assess."""
    questions: str = ""
    """The questions to the expert, one on each line."""
    drafted_on: date | None = None
    report_by: date | None = None
    line_id: UUID | None = Field(default=None, foreign_key="planline.id")
    """The assessment in the plan."""


class InstructionAnswer(Record, table=True):
    """What one party said to a letter of instruction in one meeting."""

    instruction_id: UUID = Field(foreign_key="instruction.id", index=True)
    meeting_id: UUID = Field(foreign_key="meeting.id", index=True)
    person_id: UUID = Field(foreign_key="person.id")
    answer: ParentAnswer = Field(sa_type=closed_list(ParentAnswer))
    conditions: str = ""
