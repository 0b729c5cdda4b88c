"""Reading the free text of a case that can still be changed: nothing that was approved."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlmodel import col, select

from agenda import records as r
from agenda.words import MeetingKind, MeetingState

if TYPE_CHECKING:
    from uuid import UUID

    from sqlmodel import Session


def read_free_text(session: Session, case_id: UUID) -> list[Any]:
    """Return the standing records of a case that hold free text and may be changed now.

    Left out is what belongs to a meeting whose minutes are approved; and the worries and the
    plan, where the latest held meeting's are. So is legal planning, which is put right in its own
    meeting alone. They come in the order of the record.
    """
    episodes = list(
        session.exec(select(r.PreProceedings.id).where(r.PreProceedings.case_id == case_id))
    )
    meetings = session.exec(
        select(r.Meeting)
        .where(
            col(r.Meeting.episode_id).in_(episodes),
            r.Meeting.kind != MeetingKind.LEGAL_PLANNING,
            col(r.Meeting.withdrawn_at).is_(None),
        )
        .order_by(col(r.Meeting.number))
    ).all()
    approved = _approved(session, [meeting.id for meeting in meetings])
    latest = {row.episode_id: row.id for row in meetings if row.state is not MeetingState.PLANNED}
    open_meetings = [row.id for row in meetings if row.id not in approved]
    open_episodes = [key for key in episodes if latest.get(key) not in approved]
    found: list[Any] = [row for row in meetings if row.id in open_meetings]
    for query in (*_of_case(case_id, open_episodes), *_of_meetings(open_meetings)):
        found += sorted(session.exec(query), key=lambda row: row.id)
    return [row for row in found if row.withdrawn_at is None]


def _approved(session: Session, meetings: list[UUID]) -> set[UUID]:
    """Return the meetings whose newest minutes are frozen."""
    versions = session.exec(
        select(r.MinutesVersion.meeting_id, r.MinutesVersion.sha256)
        .where(col(r.MinutesVersion.meeting_id).in_(meetings))
        .order_by(col(r.MinutesVersion.number))
    )
    newest = dict(versions.all())
    return {meeting for meeting, frozen in newest.items() if frozen}


def _of_case(case_id: UUID, episodes: list[UUID]) -> list[Any]:
    children = select(r.Child.id).where(r.Child.case_id == case_id)
    concerns = select(r.Concern.id).where(col(r.Concern.episode_id).in_(episodes))
    lines = select(r.PlanLine.id).where(col(r.PlanLine.episode_id).in_(episodes))
    return [
        select(r.Person).where(r.Person.case_id == case_id),
        select(r.ProtectionGoal).where(col(r.ProtectionGoal.child_id).in_(children)),
        select(r.Concern).where(col(r.Concern.episode_id).in_(episodes)),
        select(r.ConcernExample).where(col(r.ConcernExample.concern_id).in_(concerns)),
        select(r.PlanLine).where(col(r.PlanLine.episode_id).in_(episodes)),
        select(r.PlanPart).where(col(r.PlanPart.line_id).in_(lines)),
        select(r.FamilyOffer).where(col(r.FamilyOffer.episode_id).in_(episodes)),
        select(r.NetworkHelp).where(col(r.NetworkHelp.episode_id).in_(episodes)),
    ]


def _of_meetings(meetings: list[UUID]) -> list[Any]:
    kinds: tuple[Any, ...] = (
        r.Entry,
        r.Sitting,
        r.LineAnswer,
        r.Progress,
        r.Consent,
        r.Advice,
        r.ConcernTrajectory,
        r.ChildJudgement,
        r.Decision,
    )
    decisions = select(r.Decision.id).where(col(r.Decision.meeting_id).in_(meetings))
    return [
        *(select(kind).where(kind.meeting_id.in_(meetings)) for kind in kinds),
        select(r.DecisionView).where(col(r.DecisionView.decision_id).in_(decisions)),
        select(r.Consultation).where(col(r.Consultation.decision_id).in_(decisions)),
    ]
