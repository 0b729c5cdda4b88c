"""What a document is, for the line that says it was given out: never a word of what it says."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, NotRequired, TypedDict

from agenda.letter import freeze_letter
from agenda.minutes import canonical, fingerprint
from agenda.words import GivenDocument

if TYPE_CHECKING:
    from uuid import UUID

    from _typeshed import DataclassInstance

    from agenda.edition import Edition
    from agenda.inviting import CalendarEvent
    from agenda.legal_planning_minutes import LegalPlanningEdition
    from agenda.letter import Letter
    from agenda.records import LetterDraft, TakeAway
    from agenda.why_page import Why


class Printed(TypedDict):
    """Which document is printed: plain values, as the verb that keeps the line takes them.

    Attributes:
        what: which document.
        sha256: the SHA-256 of the value that is printed, hexadecimal.
        meeting_id: whose minutes or page it is.
        of_version: the number of the version of the minutes that it is, or was made from.
        is_draft: whether those minutes still lack an approval.
        child_id: the one child that it is about.
        letter_id: which letter it is.
        to_person_id: who it is for, where it is somebody in the record who is not staff.
        how: by which way it goes, in words.
    """

    what: GivenDocument
    sha256: str
    meeting_id: NotRequired[UUID]
    of_version: NotRequired[int]
    is_draft: NotRequired[bool]
    child_id: NotRequired[UUID]
    letter_id: NotRequired[UUID]
    to_person_id: NotRequired[UUID]
    how: NotRequired[str]


def printed_edition(what: GivenDocument, edition: Edition, meeting_id: UUID) -> Printed:
    """Return the minutes, or the family's plan or the annex made from them, as they are printed.

    The minutes and the plan have the fingerprint of the minutes; an annex has one of its own,
    over those minutes and everything that is annexed to them.
    """
    sha256 = edition.fingerprint
    if what is GivenDocument.ANNEX:
        sha256 = _fingerprint_of([sha256, [asdict(one) for one in edition.annex]])
    return Printed(
        what=what,
        sha256=sha256,
        meeting_id=meeting_id,
        of_version=edition.minutes.version,
        is_draft=edition.state.is_draft,
    )


def printed_legal_planning(edition: LegalPlanningEdition, meeting_id: UUID) -> Printed:
    """Return the record of a legal planning meeting, as it is printed."""
    return Printed(
        what=GivenDocument.LEGAL_PLANNING,
        sha256=edition.fingerprint,
        meeting_id=meeting_id,
        of_version=edition.record.number,
        is_draft=edition.is_draft,
    )


def printed_why(why: Why, child_id: UUID) -> Printed:
    """Return one child's “show me why”, as it is printed."""
    return Printed(what=GivenDocument.WHY, sha256=_fingerprint_of(asdict(why)), child_id=child_id)


def printed_page(page: TakeAway) -> Printed:
    """Return a page that someone takes home, as it was released."""
    return Printed(what=GivenDocument.PAGE, sha256=page.sha256, meeting_id=page.meeting_id)


def printed_value(what: GivenDocument, value: DataclassInstance, meeting_id: UUID) -> Printed:
    """Return a paper that goes with a meeting's documents, such as a covering note."""
    return Printed(what=what, sha256=_fingerprint_of(asdict(value)), meeting_id=meeting_id)


def printed_letter(letter: Letter, draft: LetterDraft) -> Printed:
    """Return a letter as it is printed: the frozen one where legal has cleared it."""
    return Printed(
        what=GivenDocument.LETTER,
        sha256=fingerprint(freeze_letter(letter)),
        letter_id=draft.id,
        to_person_id=draft.person_id,
        is_draft=not draft.frozen,
    )


def printed_invitation(
    event: CalendarEvent, meeting_id: UUID, person_id: UUID | None = None
) -> Printed:
    """Return a calendar invitation, as its file says it: a group's, or one person's own."""
    sha256 = _fingerprint_of(asdict(event))
    printed = Printed(what=GivenDocument.INVITATION, sha256=sha256, meeting_id=meeting_id)
    if person_id:
        printed["to_person_id"] = person_id
    return printed


def _fingerprint_of(value: object) -> str:
    """Return the SHA-256 of a value as canonical JSON, its dates written out."""
    return fingerprint(canonical(json.loads(json.dumps(value, default=str))))
