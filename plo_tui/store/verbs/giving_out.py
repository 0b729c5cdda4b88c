"""Verbs that keep what was given out: a line for each document, before its file appears."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlmodel import select

from agenda.records import Case, Child, Disclosure, MinutesVersion, Person
from plo_tui.store.problems import Refused
from plo_tui.store.verbs.words import line

if TYPE_CHECKING:
    from uuid import UUID

    from agenda.printed import Printed
    from plo_tui.store.work import Work


def give_out(work: Work, line_id: UUID, case_id: UUID, printed: Printed, to: str) -> None:
    """Keep that a document is given out. Its file is written after this, never before.

    Args:
        work: the transaction; whoever does it gives the document out.
        line_id: the line's key, made by whoever writes it.
        case_id: whose document it is.
        printed: which document, of which version and with which fingerprint.
        to: whom it is for.

    Raises:
        Refused: where nobody is named, or the document is of another case.
    """
    work.case_id = work.get(Case, case_id).id
    meeting_id, child_id = printed.get("meeting_id"), printed.get("child_id")
    if meeting_id:
        work.in_case_of(meeting_id)
    cases = {work.case_id}
    cases |= {work.get(Child, child_id).case_id} if child_id else set()
    if person_id := printed.get("to_person_id"):
        cases.add(work.get(Person, person_id).case_id)
    if cases != {case_id}:
        raise Refused("This document is of another case. Go back and open it again.")
    work.add(
        Disclosure(
            id=line_id,
            case_id=case_id,
            version_id=_version_id(work, meeting_id, printed.get("of_version")),
            to=line(to, "to", called="whom it is for"),
            by_staff_id=work.actor,
            at=work.at,
            **printed,
        )
    )


def mark_not_written(work: Work, line_id: UUID) -> None:
    """Mark that a document's file could not be written after its line was kept: nothing left."""
    kept = work.get(Disclosure, line_id)
    work.case_id = kept.case_id
    work.change(Disclosure, line_id, None, not_written_at=work.at)


def _version_id(work: Work, meeting_id: UUID | None, number: int | None) -> UUID | None:
    """Return the version of that number; None for a first draft, which has no row yet."""
    same = select(MinutesVersion.id).where(
        MinutesVersion.meeting_id == meeting_id, MinutesVersion.number == number
    )
    return work.session.exec(same).first()
