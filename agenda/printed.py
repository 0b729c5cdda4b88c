"""What a document is, for the line that says it was given out: never a word of what it says."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, NotRequired, TypedDict

from agenda.minutes import canonical, fingerprint
from agenda.words import GivenDocument

if TYPE_CHECKING:
    from uuid import UUID

    from _typeshed import DataclassInstance

    from agenda.edition import Edition
    from agenda.records import TakeAway
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
        to_person_id: whom it is for, where that is somebody in the record who is not staff.
        how: by which way it goes, in words.
    """

    what: GivenDocument
    sha256: str
    meeting_id: NotRequired[UUID]
    of_version: NotRequired[int]
    is_draft: NotRequired[bool]
    child_id: NotRequired[UUID]
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


def printed_why(why: Why, child_id: UUID) -> Printed:
    """Return one child's “show me why”, as it is printed."""
    return Printed(what=GivenDocument.WHY, sha256=_fingerprint_of(asdict(why)), child_id=child_id)


def printed_page(page: TakeAway) -> Printed:
    """Return a page that someone takes home, as it was released."""
    return Printed(what=GivenDocument.PAGE, sha256=page.sha256, meeting_id=page.meeting_id)


def printed_value(what: GivenDocument, value: DataclassInstance, meeting_id: UUID) -> Printed:
    """Return a paper that goes with a meeting's documents, such as a covering note."""
    return Printed(what=what, sha256=_fingerprint_of(asdict(value)), meeting_id=meeting_id)


def _fingerprint_of(value: object) -> str:
    """Return the SHA-256 of a value as canonical JSON, its dates written out."""
    return fingerprint(canonical(json.loads(json.dumps(value, default=str))))
