"""Verbs on a meeting's sittings: pause it, adjourn it, resume it, sit with some of its people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlmodel import col, select

from agenda.london import london_date
from agenda.records import AdviceBreak, Attendance, Entry, Meeting, Pause, Sitting
from agenda.steps import Step
from agenda.words import Presence
from plo_tui.store.problems import Refused
from plo_tui.store.verbs.permitted import permitted
from plo_tui.store.verbs.running import (
    GOES_ON,
    end_sitting,
    invite,
    latest_sitting,
    leave_item,
    pause_of,
)
from plo_tui.store.verbs.words import within_length

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, time
    from uuid import UUID

    from plo_tui.store.work import Work


def begin_pause(work: Work, meeting_id: UUID) -> None:
    """Pause a meeting, at once: its clocks stand still. No reason is asked or kept.

    Raises:
        Refused: where it is not running, or is paused already.
    """
    meeting = permitted(work, Step.LEAD, meeting_id)
    if not suspend(work, meeting):
        raise Refused("This meeting is paused already: /resume goes on.")


def suspend(work: Work, meeting: Meeting) -> bool:
    """Pause a running meeting where it is not paused; whether it was not."""
    sitting = latest_sitting(work, meeting.id)
    if pause_of(work, sitting.id):
        return False
    leave_item(work, meeting)
    work.change(Meeting, meeting.id, None, on_item_since=None)
    work.add(Pause(sitting_id=sitting.id, began_at=work.at))
    return True


def end_pause(work: Work, meeting_id: UUID) -> None:
    """Go on after a pause: the clocks run from now.

    Raises:
        Refused: where no pause runs.
    """
    meeting = permitted(work, Step.LEAD, meeting_id)
    pause = pause_of(work, latest_sitting(work, meeting_id).id)
    if pause is None:
        raise Refused("This meeting is not paused.")
    work.change(Pause, pause.id, None, ended_at=work.at)
    work.change(Meeting, meeting.id, None, on_item_since=work.at)


def adjourn(
    work: Work,
    meeting_id: UUID,
    resumes_on: date | None = None,
    resumes_at: time | None = None,
    resumes_place: str = "",
) -> None:
    """Adjourn a meeting to another day: its sitting ends and nothing is decided.

    Where it is adjourned already, only when and where it resumes is said anew.

    Args:
        work: the transaction.
        meeting_id: the meeting.
        resumes_on: the day of its next sitting; None where that is not agreed yet.
        resumes_at: London local time of the next sitting.
        resumes_place: where the next sitting is.

    Raises:
        Refused: where it is planned or concluded, or would resume in the past.
    """
    meeting = permitted(work, Step.ADJOURN, meeting_id)
    within_length({"resumes_place": resumes_place})
    if resumes_on and resumes_on < london_date(work.at):
        raise Refused("That day has passed: type the day of the next sitting.", "resumes_on")
    since = meeting.adjourned_at
    if since is None:
        end_sitting(work, meeting)
    work.change(
        Meeting,
        meeting_id,
        None,
        on_item_since=None,
        adjourned_at=since or work.at,
        resumes_on=resumes_on,
        resumes_at=resumes_at,
        resumes_place=resumes_place.strip(),
    )


def resume_meeting(
    work: Work,
    meeting_id: UUID,
    staff: Sequence[UUID],
    people: Sequence[UUID],
    place: str = "",
    called: str = "",
) -> None:
    """Resume an adjourned meeting with a further sitting; its people are as invited.

    Args:
        work: the transaction; its instant starts the sitting.
        meeting_id: the meeting.
        staff: who of the authority is invited to it.
        people: who else is.
        place: where it is.
        called: whom it is with, where not everybody is invited: `with Ms Carter`.

    Raises:
        Refused: where it is not adjourned, or nobody is invited.
    """
    meeting = permitted(work, Step.RESUME, meeting_id)
    _sit(work, meeting, staff, people, place, called)


def begin_sitting(
    work: Work,
    meeting_id: UUID,
    staff: Sequence[UUID],
    people: Sequence[UUID],
    place: str = "",
    called: str = "",
) -> None:
    """End the sitting that runs and begin another, such as one with one parent only.

    A sitting in which nothing has been said or done yet is changed instead: whoever is not
    invited to it after all leaves its list.

    Args:
        work: the transaction.
        meeting_id: the meeting.
        staff: who of the authority is invited to it.
        people: who else is.
        place: where it is.
        called: whom it is with, where not everybody is invited: `with Ms Carter`.

    Raises:
        Refused: where the meeting is not running, or nobody is invited.
    """
    meeting = permitted(work, Step.LEAD, meeting_id)
    sitting = latest_sitting(work, meeting_id)
    if _is_silent(work, sitting):
        _sit_otherwise(work, sitting, staff, people, place, called)
    else:
        end_sitting(work, meeting)
        _sit(work, meeting, staff, people, place, called)


def _sit(
    work: Work,
    meeting: Meeting,
    staff: Sequence[UUID],
    people: Sequence[UUID],
    place: str,
    called: str,
) -> None:
    """Begin a sitting. Whoever took part by video or for somebody before does so again."""
    _check(staff, people, place, called)
    last = latest_sitting(work, meeting.id)
    earlier = _attendance(work, last)
    sitting = Sitting(
        meeting_id=meeting.id,
        number=last.number + 1,
        started_at=work.at,
        place=place.strip(),
        called=called.strip(),
    )
    work.add(sitting)
    invite(work, sitting.id, staff, people)
    for key, row in _attendance(work, sitting).items():
        if was := earlier.get(key):
            how = {"attending": was.attending, "represents_id": was.represents_id}
            work.change(Attendance, row.id, None, **how)
    work.change(Meeting, meeting.id, None, on_item_since=work.at, **GOES_ON)


def _sit_otherwise(
    work: Work,
    sitting: Sitting,
    staff: Sequence[UUID],
    people: Sequence[UUID],
    place: str,
    called: str,
) -> None:
    """Change whom a sitting is with; who is on its list already keeps their presence."""
    _check(staff, people, place, called)
    there = _attendance(work, sitting)
    meant = {*staff, *people}
    work.change(Sitting, sitting.id, None, place=place.strip(), called=called.strip())
    for key, row in there.items():
        if key not in meant and row.withdrawn_at is None:
            work.withdraw([row])
        elif key in meant and row.withdrawn_at:
            work.change(Attendance, row.id, None, withdrawn_at=None, presence=Presence.INVITED)
    invite(
        work,
        sitting.id,
        [key for key in staff if key not in there],
        [key for key in people if key not in there],
    )


def _check(staff: Sequence[UUID], people: Sequence[UUID], place: str, called: str) -> None:
    within_length({"place": place, "called": called})
    if not staff and not people:
        raise Refused("Nobody is ticked: choose who this sitting is with.")


def _attendance(work: Work, sitting: Sitting) -> dict[UUID | None, Attendance]:
    """Return everyone's part in a sitting by who they are, those who left its list too."""
    rows = work.session.exec(select(Attendance).where(Attendance.sitting_id == sitting.id))
    return {row.staff_id or row.person_id: row for row in rows}


def _is_silent(work: Work, sitting: Sitting) -> bool:
    """Whether nothing stands in a sitting yet; asked again here, since another may have written."""
    return not any(
        work.session.exec(
            select(kind.id).where(kind.sitting_id == sitting.id, col(kind.withdrawn_at).is_(None))
        ).first()
        for kind in (Entry, AdviceBreak, Pause)
    )
