"""Verbs on legal planning before its meeting: the referral, its approval, the booking."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypedDict

from sqlmodel import col, select

from agenda.day_names import full_date
from agenda.london import london_date
from agenda.readiness_plan import plan_in_words
from agenda.records import Case, Meeting, PreProceedings, Referral, Staff
from agenda.words import MeetingKind, MeetingState, StaffRole
from plo_tui.store.problems import Refused
from plo_tui.store.reading.papers import read_papers_with_legal_planning
from plo_tui.store.verbs.episodes import in_episode
from plo_tui.store.verbs.meeting import MeetingValues, plan_meeting
from plo_tui.store.verbs.signing import IN_THE_APP
from plo_tui.store.verbs.words import line, refuse_future, stripped, within_length

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from uuid import UUID

    from agenda.legal_planning_words import ConferenceStage, PlanningPurpose, ThresholdForum
    from plo_tui.store.work import Work

_SUBMITTED = ("purpose", "summary", "chronology_to", "assessment", "assessment_on", "submitted_on")
"""What the head of service approved: it stays as they read it, until that is taken back."""
_HAPPENED = {
    "completed_on": "The day the form was completed",
    "submitted_on": "The day the referral was submitted",
    "assessment_on": "The day of the assessment",
    "chronology_to": "The chronology's last day",
}
_NOT_APPROVED: dict[str, Any] = {
    "approved_on": None,
    "approved_by_id": None,
    "approved_how": "",
    "approved_plan": "",
}


class ReferralValues(TypedDict, total=False):
    """What a legal planning meeting referral says."""

    purpose: PlanningPurpose
    completed_on: date | None
    summary: str
    chronology_to: date | None
    assessment: str
    assessment_on: date | None
    submitted_on: date | None
    emergency: bool
    emergency_why: str
    threshold_forum: ThresholdForum | None
    threshold_on: date | None
    threshold_with: str
    threshold_said: str
    conference: ConferenceStage | None
    conference_on: date | None
    conference_why_not: str
    expert_needed: bool | None


def record_referral(
    work: Work, episode_id: UUID, referral_id: UUID, version: int | None, values: ReferralValues
) -> None:
    """Record what a legal planning meeting referral says.

    An emergency is recorded with why, in the name of whoever records it. What the head of service
    approved stays as they read it; what comes after it, such as a conference, may be added.

    Args:
        work: the transaction.
        episode_id: the episode.
        referral_id: its key, or the new one.
        version: the version that was seen; None for a new referral.
        values: what it says from now on.

    Raises:
        Refused: an emergency without why; something dated in the future that cannot be; where
            its meeting was held, but for an emergency until it is approved; a second one before
            that; other words than those that were approved.
    """
    in_episode(work, episode_id)
    within_length(values)
    refuse_future(work, values, _HAPPENED)
    said = stripped(values)
    if version is None:
        _refuse_second(work, episode_id)
        was = Referral(id=referral_id, episode_id=episode_id)
        work.add(was)
        version = was.version
    was = work.get(Referral, referral_id)
    # The papers of an emergency may follow the meeting, until they are approved.
    if _was_held(work, was) and (was.approved_on or not was.emergency):
        raise Refused("Legal planning met on this referral, so it stays. Begin another one.")
    said |= _emergency(work, said, was)
    _refuse_other_words(work, was, said)
    work.change(Referral, referral_id, version, **said)


def approve_referral(
    work: Work,
    referral_id: UUID,
    version: int,
    staff_id: UUID,
    on: date,
    how: str = IN_THE_APP,
) -> None:
    """Record a head of service's approval of a referral: their own, or given to somebody else.

    Args:
        work: the transaction.
        referral_id: the referral.
        version: the version that was seen, so that nobody approves what they did not read.
        staff_id: whose approval it is.
        on: the day it was given.
        how: how it was given, where it was not in the app.

    Raises:
        Refused: by anybody but a head of service; before it is submitted; on a day that cannot
            be; recorded for somebody else without how they gave it.
    """
    referral = work.get(Referral, referral_id)
    in_episode(work, referral.episode_id)
    whose = work.get(Staff, staff_id)
    if whose.role is not StaffRole.HEAD_OF_SERVICE:
        raise Refused(
            f"Only a head of service approves a legal planning referral. {whose.name} is "
            f"{whose.role}.",
            "staff_id",
        )
    how = " ".join(line(how, "how", called="how the approval was given").split())
    if staff_id != work.actor and how.casefold() == IN_THE_APP.casefold():
        raise Refused(f"Say how {whose.name} gave the approval, such as: by email.", "how")
    if referral.submitted_on is None:
        raise Refused("Say first on which day the referral was submitted.", "on")
    if on < referral.submitted_on:
        raise Refused("The approval comes after the referral was submitted.", "on")
    if on > london_date(work.at):
        raise Refused("The approval cannot have been given in the future.", "on")
    papers = read_papers_with_legal_planning(work.session, work.case_id)  # type: ignore[arg-type]
    work.change(
        Referral,
        referral_id,
        version,
        approved_on=on,
        approved_by_id=staff_id,
        approved_how=how,
        approved_plan=plan_in_words(papers),
    )


def take_back_approval(work: Work, referral_id: UUID) -> None:
    """Take back a head of service's approval, so that the referral can be changed again.

    Raises:
        Refused: where it was not approved, or its meeting was held on it.
    """
    referral = work.get(Referral, referral_id)
    in_episode(work, referral.episode_id)
    if referral.approved_on is None:
        raise Refused("This referral is not approved, so it can be changed as it is.")
    if _was_held(work, referral):
        raise Refused("Legal planning met on this referral, so it stays. Begin another one.")
    work.change(Referral, referral_id, None, **_NOT_APPROVED)


def book_legal_planning(
    work: Work, referral_id: UUID, meeting_id: UUID, values: MeetingValues
) -> None:
    """Book the legal planning meeting of a referral, as its approval asks of business support.

    The case's head of service chairs it, unless another chair is named.

    Args:
        work: the transaction.
        referral_id: the referral that leads to it.
        meeting_id: the new key.
        values: when, where and who.

    Raises:
        Refused: where it is neither approved nor an emergency, or is booked already.
    """
    referral = work.get(Referral, referral_id)
    if not (referral.approved_on or referral.emergency):
        raise Refused(
            "The head of service approves the referral first. In an emergency, record in the "
            "referral why it cannot wait; then book at once."
        )
    booked = work.session.get(Meeting, referral.meeting_id) if referral.meeting_id else None
    if booked and booked.withdrawn_at is None:
        raise Refused("This legal planning meeting is booked already. Change its day instead.")
    case = work.get(Case, work.get(PreProceedings, referral.episode_id).case_id)
    chaired: MeetingValues = {"chair_id": case.head_of_service_id, **values}
    plan_meeting(work, referral.episode_id, meeting_id, MeetingKind.LEGAL_PLANNING, chaired)
    work.change(Referral, referral_id, None, meeting_id=meeting_id)


def _refuse_other_words(work: Work, was: Referral, said: Mapping[str, Any]) -> None:
    """Refuse to put other words in the place of those that a head of service approved."""
    now = [(name, getattr(was, name)) for name in _SUBMITTED]
    changed = [name for name, value in now if said.get(name, value) != value]
    if was.approved_on and was.approved_by_id and changed:
        who = work.get(Staff, was.approved_by_id).name
        raise Refused(
            f"{who} approved this on {full_date(was.approved_on)}, so it stays as they read it. To "
            "change it, take the approval back first: Escape, then w on the referral. It is then "
            "approved anew.",
            changed[0],
        )


def _refuse_second(work: Work, episode_id: UUID) -> None:
    """Refuse another referral before the meeting of the one that is there was held."""
    standing = select(Referral).where(
        Referral.episode_id == episode_id, col(Referral.withdrawn_at).is_(None)
    )
    for row in work.session.exec(standing):
        if not _was_held(work, row):
            raise Refused("There is a referral already. Go back, and open that one.")


def _emergency(work: Work, said: Mapping[str, Any], was: Referral) -> dict[str, Any]:
    """Return who recorded an emergency, and that it has words; nothing where it is none.

    Raises:
        Refused: where it is one and nobody says why.
    """
    if not said.get("emergency", was.emergency):
        return {"emergency_why": "", "emergency_by_id": None}
    why = said.get("emergency_why", was.emergency_why)
    if not why:
        raise Refused("Say why this cannot wait for the approval.", "emergency_why")
    unchanged = was.emergency and was.emergency_why == why
    return {"emergency_by_id": was.emergency_by_id if unchanged else work.actor}


def _was_held(work: Work, referral: Referral) -> bool:
    """Whether the legal planning meeting of a referral was held."""
    met = work.session.get(Meeting, referral.meeting_id) if referral.meeting_id else None
    return met is not None and met.state is MeetingState.CONCLUDED
