"""Verbs that keep what was given out: a line for each document, before its file appears."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlmodel import col, select

from agenda.inviting import OF_LEGAL_PLANNING
from agenda.legal_planning_minutes import APART
from agenda.records import (
    Case,
    Child,
    Disclosure,
    LetterDraft,
    MinutesVersion,
    Person,
    Staff,
)
from agenda.words import GivenDocument, MeetingKind
from plo_tui.store.problems import Refused
from plo_tui.store.verbs.episodes import in_episode
from plo_tui.store.verbs.words import line

if TYPE_CHECKING:
    from uuid import UUID

    from agenda.printed import Printed
    from agenda.records import Meeting
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
        Refused: where nobody is named, or the document is of another case; where it is of legal
            planning and for anybody but staff, or another document of such a meeting.
    """
    work.case_id = work.get(Case, case_id).id
    meeting_id, child_id = printed.get("meeting_id"), printed.get("child_id")
    if meeting_id:
        _refuse_the_wrong_door(work.in_case_of(meeting_id), printed, to)
    if letter_id := printed.get("letter_id"):
        in_episode(work, work.get(LetterDraft, letter_id).episode_id)
    to_person_id = printed.get("to_person_id")
    others = (
        child_id and work.get(Child, child_id).case_id != case_id,
        to_person_id and work.get(Person, to_person_id).case_id != case_id,
    )
    if work.case_id != case_id or any(others):
        raise Refused("This document is of another case. Go back and open it again.")
    to = line(to, "to", called="whom it is for")
    if printed["what"] is GivenDocument.LEGAL_PLANNING:
        _refuse_outsiders(work, to)
    work.add(
        Disclosure(
            id=line_id,
            case_id=case_id,
            version_id=_version_id(work, meeting_id, printed.get("of_version")),
            to=to,
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


def _refuse_the_wrong_door(meeting: Meeting, printed: Printed, to: str) -> None:
    """Refuse any document of a legal planning meeting but its own record, and that of any other.

    Our team and our lawyers are invited to it as well; nobody else is.
    """
    planning = meeting.kind is MeetingKind.LEGAL_PLANNING
    if planning and printed["what"] is GivenDocument.INVITATION and to in OF_LEGAL_PLANNING:
        return
    if planning is not (printed["what"] is GivenDocument.LEGAL_PLANNING):
        raise Refused(APART)


def _refuse_outsiders(work: Work, to: str) -> None:
    """Refuse to give a legal planning record to anybody who is not the authority's own."""
    staff = select(Staff.id).where(Staff.name == to, col(Staff.withdrawn_at).is_(None))
    if work.session.exec(staff).first() is None:
        raise Refused(
            "A legal planning record goes to the authority's own staff and lawyers alone. Choose "
            "one of them.",
            "to",
        )


def _version_id(work: Work, meeting_id: UUID | None, number: int | None) -> UUID | None:
    """Return the version of that number; None for a first draft, which has no row yet."""
    same = select(MinutesVersion.id).where(
        MinutesVersion.meeting_id == meeting_id, MinutesVersion.number == number
    )
    return work.session.exec(same).first()
