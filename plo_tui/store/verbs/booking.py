"""Verbs of getting a meeting ready: business support's list, and who covers for the chair."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlmodel import col, select

from agenda.booking_words import BookingWhat
from agenda.london import london_date
from agenda.records import BookingStep, Cover, Meeting, Person, Staff
from agenda.steps import Step
from plo_tui.store.problems import Refused
from plo_tui.store.verbs.permitted import permitted
from plo_tui.store.verbs.words import paragraph, within_length

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from plo_tui.store.work import Work


def mark_booked(
    work: Work,
    meeting_id: UUID,
    what: BookingWhat,
    done_on: date,
    note: str = "",
    person_id: UUID | None = None,
) -> None:
    """Mark something on the list as seen to, for the day and time the meeting has now.

    Args:
        work: the transaction.
        meeting_id: the meeting.
        what: what was seen to.
        done_on: when.
        note: which room, which agency.
        person_id: for whom; None where it is for the meeting.

    Raises:
        Refused: on a day to come.
    """
    meeting = permitted(work, Step.BOOK, meeting_id)
    if done_on > london_date(work.at):
        raise Refused("Give the day it was done, not one to come.", "done_on")
    said = {
        "done_on": done_on,
        "meeting_on": meeting.planned_on,
        "meeting_at": meeting.planned_at,
        "note": note.strip(),
        "not_needed_why": "",
    }
    _say(work, meeting_id, what, person_id, said)


def mark_not_needed(
    work: Work, meeting_id: UUID, what: BookingWhat, why: str, person_id: UUID | None = None
) -> None:
    """Mark something on the list as not needed, with why.

    Raises:
        Refused: without a reason.
    """
    permitted(work, Step.BOOK, meeting_id)
    said = {
        "done_on": None,
        "meeting_on": None,
        "meeting_at": None,
        "note": "",
        "not_needed_why": paragraph(why, "not_needed_why", called="why it is not needed"),
    }
    _say(work, meeting_id, what, person_id, said)


def take_back_booking(
    work: Work, meeting_id: UUID, what: BookingWhat, person_id: UUID | None = None
) -> None:
    """Take back what was marked: it is open again."""
    permitted(work, Step.BOOK, meeting_id)
    same = select(BookingStep).where(
        BookingStep.meeting_id == meeting_id,
        BookingStep.what == BookingWhat(what),
        BookingStep.person_id == person_id,
        col(BookingStep.withdrawn_at).is_(None),
    )
    work.withdraw(work.session.exec(same).all())


def agree_cover(work: Work, meeting_id: UUID, by_staff_id: UUID, why: str, agreed_on: date) -> None:
    """Let another chair a meeting in the chair's place, and keep for whom and why.

    Cover for somebody who covers is cover for whoever should have chaired; where that is the one
    who now chairs after all, no cover stands any more.

    Raises:
        Refused: where nobody is named to be covered, the same person would cover, no reason is
            given, or on a day to come.
    """
    meeting = permitted(work, Step.BOOK, meeting_id)
    why = paragraph(why, "why", called="why the chair cannot be there")
    if agreed_on > london_date(work.at):
        raise Refused("Give the day it was agreed, not one to come.", "agreed_on")
    if meeting.chair_id is None:
        raise Refused("Nobody is named to chair this meeting yet: name the chair first.")
    if by_staff_id == meeting.chair_id:
        raise Refused("They chair this meeting already. Choose who covers for them.", "by_staff_id")
    work.get(Staff, by_staff_id)
    standing = select(Cover).where(
        Cover.meeting_id == meeting_id, col(Cover.withdrawn_at).is_(None)
    )
    earlier = list(work.session.exec(standing).all())
    covers_now = [row for row in earlier if row.by_staff_id == meeting.chair_id]
    covered = covers_now[-1].for_staff_id if covers_now else meeting.chair_id
    work.withdraw(earlier)
    if by_staff_id != covered:
        work.add(
            Cover(
                meeting_id=meeting_id,
                for_staff_id=covered,
                by_staff_id=by_staff_id,
                why=why,
                agreed_on=agreed_on,
            )
        )
    work.change(Meeting, meeting_id, None, chair_id=by_staff_id)


def _say(
    work: Work,
    meeting_id: UUID,
    what: BookingWhat,
    person_id: UUID | None,
    said: dict[str, Any],
) -> None:
    within_length(said)
    if person_id and work.get(Person, person_id).case_id != work.case_id:
        raise Refused("This person is of another family. Go back and open the case again.")
    about = {"meeting_id": meeting_id, "what": BookingWhat(what), "person_id": person_id}
    work.put(BookingStep, about, {**said, "by_staff_id": work.actor})
