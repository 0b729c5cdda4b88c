"""What every verb on a meeting asks first: whether the table of who may do what allows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlmodel import col, select

from agenda.policy import Policy, default_policy
from agenda.records import Approval, LegalPlanningMinutes, Meeting, MinutesVersion, Staff
from agenda.stages import Stage, stage_of, stage_of_planning
from agenda.steps import Step, Whose
from agenda.who_may import ROWS, Around, why_closed, why_not_theirs
from agenda.who_may_planning import closed_words, why_not_in
from agenda.words import ApprovalRole, MeetingKind, MeetingState
from plo_tui.store.problems import Refused
from plo_tui.store.reading.frozen import is_changed

if TYPE_CHECKING:
    from uuid import UUID

    from plo_tui.store.work import Work


def permitted(work: Work, step: Step, meeting_id: UUID, staff_id: UUID | None = None) -> Meeting:
    """Return a meeting in which a step may be taken now, and let it belong to its case's journal.

    Args:
        work: the transaction.
        step: the step.
        meeting_id: the meeting.
        staff_id: whose step it is, where another may record it; the actor's own where None.

    Raises:
        Refused: where nobody has said who they are, nobody may take it now, or it is not theirs.
    """
    meeting = work.in_case_of(meeting_id)
    _ = work.actor
    if sentence := why_not_in(step, meeting.kind):
        raise Refused(sentence)
    refuse_in_stage(work, step, stage_now(work, meeting), meeting.kind)
    refuse_unless_theirs(work, step, meeting, staff_id)
    return meeting


def refuse_without_family(meeting: Meeting) -> None:
    """Refuse what is only ever done with the family, in a legal planning meeting.

    Raises:
        Refused: there.
    """
    if meeting.kind is MeetingKind.LEGAL_PLANNING:
        raise Refused(why_not_in(Step.ANSWERS, meeting.kind))


def permitted_in_episode(work: Work, step: Step, episode_id: UUID) -> None:
    """Refuse a step on what belongs to an episode, such as its plan, by its latest meeting begun.

    That is the latest with the family: a legal planning record prints the plan as it was, and
    closes nothing that is drafted after it.

    Raises:
        Refused: as `permitted`.
    """
    latest = work.session.exec(
        select(Meeting)
        .where(
            Meeting.episode_id == episode_id,
            Meeting.state != MeetingState.PLANNED,
            Meeting.kind != MeetingKind.LEGAL_PLANNING,
            col(Meeting.withdrawn_at).is_(None),
        )
        .order_by(col(Meeting.number).desc())
        .limit(1)
    ).first()
    refuse_in_stage(work, step, stage_now(work, latest) if latest else Stage.BOOKED)


def refuse_in_stage(
    work: Work, step: Step, stage: Stage, kind: MeetingKind = MeetingKind.INITIAL
) -> None:
    """Refuse a step that nobody may take in a stage, and any step of nobody at all.

    Args:
        work: the transaction.
        step: the step.
        stage: where the meeting and its minutes stand.
        kind: which kind of meeting it is, for the sentence.

    Raises:
        Refused: with the table's sentence.
    """
    _ = work.actor
    if sentence := closed_words(why_closed(step, stage), kind):
        raise Refused(sentence)


def refuse_unless_theirs(
    work: Work, step: Step, meeting: Meeting, staff_id: UUID | None = None
) -> None:
    """Refuse a step that is not this member's to take, the actor's own where none is named.

    Raises:
        Refused: with the table's sentence.
    """
    if ROWS[step].whose is Whose.ANYONE:
        return
    member = work.get(Staff, staff_id or work.actor)
    if sentence := why_not_theirs(step, member, _around(work, meeting)):
        raise Refused(sentence, "staff_id" if staff_id else "")


def stage_now(work: Work, meeting: Meeting) -> Stage:
    """Return where a meeting and its minutes stand."""
    if meeting.state is not MeetingState.CONCLUDED:
        return stage_of(meeting, None, ())  # a key in a running meeting asks for no minutes
    if meeting.kind is MeetingKind.LEGAL_PLANNING:
        return stage_of_planning(meeting, latest_record(work, meeting.id))
    version = latest_version(work, meeting.id)
    given = roles_given(work, version) if version and version.frozen else ()
    return stage_of(meeting, version, given)


def latest_version(work: Work, meeting_id: UUID) -> MinutesVersion | None:
    """Return the newest version of a meeting's minutes; None before the first."""
    return work.session.exec(
        select(MinutesVersion)
        .where(MinutesVersion.meeting_id == meeting_id)
        .order_by(col(MinutesVersion.number).desc())
        .limit(1)
    ).first()


def latest_record(work: Work, meeting_id: UUID) -> LegalPlanningMinutes | None:
    """Return the newest version of a legal planning record; None before its first approval."""
    return work.session.exec(
        select(LegalPlanningMinutes)
        .where(LegalPlanningMinutes.meeting_id == meeting_id)
        .order_by(col(LegalPlanningMinutes.number).desc())
        .limit(1)
    ).first()


def roles_given(work: Work, version: MinutesVersion) -> set[ApprovalRole]:
    """Return in which roles a version is approved."""
    rows = work.session.exec(
        select(Approval.role).where(
            Approval.version_id == version.id, col(Approval.withdrawn_at).is_(None)
        )
    )
    return {ApprovalRole(role) for role in rows}


def refuse_if_changed(work: Work, version: MinutesVersion) -> None:
    """Refuse to go on with minutes whose words are not those that were approved.

    Raises:
        Refused: where they were changed behind the app; a new version is approved anew.
    """
    given = select(Approval).where(
        Approval.version_id == version.id, col(Approval.withdrawn_at).is_(None)
    )
    if is_changed(version, work.session.exec(given)):
        raise Refused(
            "These minutes were changed after approval, not by the app, so they go no further. "
            "Put a backup in the store's place, or begin a new version, with a reason."
        )


def _around(work: Work, meeting: Meeting) -> Around:
    chair = work.get(Staff, meeting.chair_id).name if meeting.chair_id else ""
    pinned = meeting.policy_text
    extension = (Policy.from_pinned(pinned) if pinned else default_policy()).extension
    return Around(meeting.chair_id, chair, extension.consultee, extension.forum)
