"""Reading the papers of a case, or of one meeting, in one read.

There are two doors. Through `read_papers` no word of legal planning comes, so no document made
from it can hold one; `read_papers_with_legal_planning` is for the authority's own screens.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlmodel import Session, col, or_, select

from agenda import records as r
from agenda.legal_planning_minutes import APART
from agenda.legal_planning_papers import LegalPlanningPapers
from agenda.papers import Papers
from agenda.words import MeetingKind
from plo_tui.store.problems import Refused
from plo_tui.store.reading.as_written import as_written

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from agenda.policy import Policy


def read_papers(
    session: Session,
    case_id: UUID,
    meeting_id: UUID | None = None,
    authority_policy: Policy | None = None,
    as_of: date | None = None,
) -> Papers:
    """Return a case's papers; with a meeting's items, people and entries where one is named.

    Args:
        session: the database session.
        case_id: whose papers they are.
        meeting_id: the meeting in front of us; None where the case is looked at as a whole.
        authority_policy: the authority's policy of today, for what no meeting has pinned.
        as_of: the day they are read for, usually today; None where nothing has lapsed.

    Raises:
        Refused: where the meeting named is one of legal planning, or is not there.
    """
    papers = Papers(case_id, meeting_id, authority_policy, as_of)
    if meeting_id:
        _refuse_unless_with_family(session, meeting_id)
    _fill(session, papers, without=(MeetingKind.LEGAL_PLANNING,))
    return papers


def read_papers_with_legal_planning(
    session: Session,
    case_id: UUID,
    meeting_id: UUID | None = None,
    authority_policy: Policy | None = None,
    as_of: date | None = None,
) -> LegalPlanningPapers:
    """Return what `read_papers` does, with legal planning: for the authority's own screens.

    Nothing that makes a document for a family or another professional may call it.
    """
    papers = LegalPlanningPapers(case_id, meeting_id, authority_policy, as_of)
    _fill(session, papers, without=())
    for query in _of_legal_planning(case_id):
        papers.take(as_written(session.exec(query)))
    return papers


def _refuse_unless_with_family(session: Session, meeting_id: UUID) -> None:
    kind = session.exec(select(r.Meeting.kind).where(r.Meeting.id == meeting_id)).first()
    if kind is MeetingKind.LEGAL_PLANNING:
        raise Refused(APART)
    if kind is None:
        raise Refused("This is no longer in the store. Go back and open it again.")


def _fill(session: Session, papers: Papers, without: tuple[MeetingKind, ...]) -> None:
    """Fill papers with what belongs to a case and to its meetings, but for some kinds of them."""
    case_id, meeting_id = papers.case_id, papers.meeting_id
    children = select(r.Child.id).where(r.Child.case_id == case_id)
    people = select(r.Person.id).where(r.Person.case_id == case_id)
    episodes = select(r.PreProceedings.id).where(r.PreProceedings.case_id == case_id)
    concerns = select(r.Concern.id).where(col(r.Concern.episode_id).in_(episodes))
    lines = select(r.PlanLine.id).where(col(r.PlanLine.episode_id).in_(episodes))
    meetings = select(r.Meeting.id).where(
        col(r.Meeting.episode_id).in_(episodes), col(r.Meeting.kind).not_in(without)
    )
    letters = select(r.LetterDraft.id).where(col(r.LetterDraft.episode_id).in_(episodes))
    sittings = select(r.Sitting.id).where(col(r.Sitting.meeting_id).in_(meetings))
    decisions = select(r.Decision.id).where(col(r.Decision.meeting_id).in_(meetings))
    versions = select(r.MinutesVersion.id).where(col(r.MinutesVersion.meeting_id).in_(meetings))
    of_case: list[Any] = [
        select(r.Team),
        select(r.Staff),
        select(r.Case).where(r.Case.id == case_id),
        select(r.PreProceedings).where(r.PreProceedings.case_id == case_id),
        select(r.Child).where(r.Child.case_id == case_id),
        select(r.Person).where(r.Person.case_id == case_id),
        select(r.ExceptionalReason).where(
            r.ExceptionalReason.case_id == case_id,
            or_(
                col(r.ExceptionalReason.meeting_id).is_(None),
                col(r.ExceptionalReason.meeting_id).in_(meetings),
            ),
        ),
        select(r.ProtectionGoal).where(col(r.ProtectionGoal.child_id).in_(children)),
        select(r.Relationship).where(col(r.Relationship.person_id).in_(people)),
        select(r.Representation).where(col(r.Representation.person_id).in_(people)),
        select(r.EpisodeChild).where(col(r.EpisodeChild.episode_id).in_(episodes)),
        select(r.Concern).where(col(r.Concern.episode_id).in_(episodes)),
        select(r.ConcernChild).where(col(r.ConcernChild.concern_id).in_(concerns)),
        select(r.ConcernExample).where(col(r.ConcernExample.concern_id).in_(concerns)),
        select(r.PlanLine).where(col(r.PlanLine.episode_id).in_(episodes)),
        select(r.PlanPart).where(col(r.PlanPart.line_id).in_(lines)),
        select(r.PlanLineChild).where(col(r.PlanLineChild.line_id).in_(lines)),
        select(r.Progress).where(col(r.Progress.line_id).in_(lines)),
        select(r.FamilyOffer).where(col(r.FamilyOffer.episode_id).in_(episodes)),
        select(r.NetworkHelp).where(col(r.NetworkHelp.episode_id).in_(episodes)),
        select(r.Meeting).where(col(r.Meeting.id).in_(meetings)),
        select(r.Sitting).where(col(r.Sitting.meeting_id).in_(meetings)),
        select(r.Advice).where(col(r.Advice.meeting_id).in_(meetings)),
        select(r.Pause).where(col(r.Pause.sitting_id).in_(sittings)),
        select(r.Consent).where(col(r.Consent.meeting_id).in_(meetings)),
        select(r.ConcernTrajectory).where(col(r.ConcernTrajectory.meeting_id).in_(meetings)),
        select(r.ChildJudgement).where(col(r.ChildJudgement.meeting_id).in_(meetings)),
        select(r.Decision).where(col(r.Decision.meeting_id).in_(meetings)),
        select(r.DecisionView).where(col(r.DecisionView.decision_id).in_(decisions)),
        select(r.Consultation).where(col(r.Consultation.decision_id).in_(decisions)),
        select(r.Authority).where(col(r.Authority.decision_id).in_(decisions)),
        select(r.MidwayConsidered).where(col(r.MidwayConsidered.episode_id).in_(episodes)),
        select(r.TakeAway).where(col(r.TakeAway.meeting_id).in_(meetings)),
        select(r.CorrectionAsked).where(col(r.CorrectionAsked.version_id).in_(versions)),
        select(r.MinutesVersion).where(col(r.MinutesVersion.meeting_id).in_(meetings)),
        select(r.Approval).where(col(r.Approval.version_id).in_(versions)),
        select(r.Disclosure).where(r.Disclosure.case_id == case_id),
        select(r.BookingStep).where(col(r.BookingStep.meeting_id).in_(meetings)),
        select(r.Cover).where(col(r.Cover.meeting_id).in_(meetings)),
        select(r.Invitation).where(col(r.Invitation.meeting_id).in_(meetings)),
        select(r.HelpGiven).where(col(r.HelpGiven.episode_id).in_(episodes)),
        select(r.LetterDraft).where(col(r.LetterDraft.episode_id).in_(episodes)),
        select(r.LetterOmission).where(col(r.LetterOmission.letter_id).in_(letters)),
        select(r.LetterTurn).where(col(r.LetterTurn.letter_id).in_(letters)),
        select(r.LetterLeftOut).where(col(r.LetterLeftOut.episode_id).in_(episodes)),
        select(r.Instruction).where(col(r.Instruction.episode_id).in_(episodes)),
        select(r.InstructionAnswer).where(col(r.InstructionAnswer.meeting_id).in_(meetings)),
        select(r.Withheld).where(r.Withheld.case_id == case_id),
        select(r.KeptApart).where(r.KeptApart.case_id == case_id),
        select(r.ChildUpload).where(col(r.ChildUpload.version_id).in_(versions)),
    ]
    for query in of_case + (_of_meeting(meeting_id) if meeting_id else []):
        papers.take(as_written(session.exec(query)))


def _of_legal_planning(case_id: UUID) -> list[Any]:
    """Return the queries for what is the authority's and its lawyers' alone."""
    episodes = select(r.PreProceedings.id).where(r.PreProceedings.case_id == case_id)
    meetings = select(r.Meeting.id).where(col(r.Meeting.episode_id).in_(episodes))
    of_meetings = (r.LegalPlanning, r.PlanningOption, r.LegalPlanningMinutes)
    return [
        select(r.Referral).where(col(r.Referral.episode_id).in_(episodes)),
        select(r.ExpertEnquiry).where(col(r.ExpertEnquiry.episode_id).in_(episodes)),
        *(select(kind).where(col(kind.meeting_id).in_(meetings)) for kind in of_meetings),
    ]


def _of_meeting(meeting_id: UUID) -> list[Any]:
    """Return the queries for what only one meeting's screen and minutes need."""
    sittings = select(r.Sitting.id).where(r.Sitting.meeting_id == meeting_id)
    items = select(r.Item.id).where(r.Item.meeting_id == meeting_id)
    entries = select(r.Entry.id).where(r.Entry.meeting_id == meeting_id)
    return [
        select(r.Item).where(r.Item.meeting_id == meeting_id),
        select(r.PromptAsked).where(col(r.PromptAsked.item_id).in_(items)),
        select(r.Attendance).where(col(r.Attendance.sitting_id).in_(sittings)),
        select(r.AdviceBreak).where(col(r.AdviceBreak.sitting_id).in_(sittings)),
        select(r.LineAnswer).where(r.LineAnswer.meeting_id == meeting_id),
        select(r.Entry).where(r.Entry.meeting_id == meeting_id),
        select(r.UrgentTold).where(col(r.UrgentTold.entry_id).in_(entries)),
        select(r.EntryChild).where(col(r.EntryChild.entry_id).in_(entries)),
    ]
