"""Verbs of a legal planning meeting: options, outcome, who assesses, and its own record."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypedDict

from sqlmodel import col, select

from agenda.legal_planning_facts import line_of_expert
from agenda.legal_planning_minutes import freeze_record
from agenda.legal_planning_words import CapacityAnswer, PlanningOutcome
from agenda.london import london_date
from agenda.minutes import fingerprint
from agenda.records import (
    ExpertEnquiry,
    LegalPlanning,
    LegalPlanningMinutes,
    PlanningOption,
    PreProceedings,
    Sitting,
    Staff,
)
from agenda.steps import Step
from agenda.words import LineKind, MeetingKind
from plo_tui.store import journal
from plo_tui.store.problems import Changed, Refused
from plo_tui.store.reading.legal_planning import record_now
from plo_tui.store.reading.papers import read_papers_with_legal_planning
from plo_tui.store.verbs.permitted import latest_record, permitted
from plo_tui.store.verbs.planning import LineValues, add_line
from plo_tui.store.verbs.words import line, paragraph, within_length

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from uuid import UUID

    from agenda.records import Meeting
    from plo_tui.store.work import Work

_ONLY_OF = {
    "why_not_outside": PlanningOutcome.ISSUE,
    "in_legal_advice": PlanningOutcome.ISSUE,
    "information": PlanningOutcome.MORE_INFORMATION,
    "information_by": PlanningOutcome.MORE_INFORMATION,
}
"""What belongs to one outcome alone."""


class OptionSaid(TypedDict):
    """An option, and what was said of it."""

    option: str
    considered: str


class OutcomeValues(TypedDict, total=False):
    """What a legal planning meeting decides, and why."""

    plo_considered: str
    outcome: PlanningOutcome | None
    reasons: str
    why_not_outside: str
    in_legal_advice: str
    information: str
    information_by: date | None


class AssessorValues(TypedDict, total=False):
    """Who was asked about the Court Team's capacity, and who does the parenting assessment."""

    court_team_asked_on: date | None
    court_team_asked_id: UUID | None
    court_team_answer: CapacityAnswer | None
    assessor_id: UUID | None
    agreed_format: bool


def record_options(work: Work, meeting_id: UUID, options: Sequence[OptionSaid]) -> None:
    """Record the options a legal planning meeting considered, in order, in the place of earlier.

    Raises:
        Refused: where one has no name; in any other meeting; where its record is approved.
    """
    permitted(work, Step.PLANNING_RECORD, meeting_id)
    standing = work.session.exec(
        select(PlanningOption)
        .where(PlanningOption.meeting_id == meeting_id, col(PlanningOption.withdrawn_at).is_(None))
        .order_by(col(PlanningOption.position))
    ).all()
    meant = []
    for said in options:
        option = line(said["option"], "option", called="the option")
        considered = said["considered"].strip()
        within_length({"considered": considered})
        meant.append((option, considered))
    for row, (option, considered) in zip(standing, meant, strict=False):
        if (row.option, row.considered) != (option, considered):
            work.change(PlanningOption, row.id, None, option=option, considered=considered)
    work.withdraw(standing[len(meant) :])
    for position, (option, considered) in enumerate(meant[len(standing) :], len(standing) + 1):
        work.add(
            PlanningOption(
                meeting_id=meeting_id, position=position, option=option, considered=considered
            )
        )


def record_planning_outcome(work: Work, meeting_id: UUID, values: OutcomeValues) -> None:
    """Record what a legal planning meeting decides, and why; what is missing is a finding.

    What belongs to another outcome is left out.

    Raises:
        Refused: in any other meeting; where its record is approved; where a text is too long.
    """
    permitted(work, Step.PLANNING_RECORD, meeting_id)
    chosen = values.get("outcome")
    outcome = PlanningOutcome(chosen) if chosen else None
    empty: dict[str, Any] = {"information_by": None}
    said: dict[str, Any] = {"outcome": outcome}
    for name, value in values.items():
        kept = value.strip() if isinstance(value, str) else value
        if name != "outcome":
            mine = _ONLY_OF.get(name, outcome) is outcome
            said[name] = kept if mine else empty.get(name, "")
    within_length(said)
    work.put(LegalPlanning, {"meeting_id": meeting_id}, said)


def record_assessor(work: Work, meeting_id: UUID, values: AssessorValues) -> None:
    """Record whom the Court Team's capacity was asked of, and who does the assessment.

    Raises:
        Refused: where it was asked on a day to come; in any other meeting; where its record is
            approved.
    """
    permitted(work, Step.PLANNING_RECORD, meeting_id)
    asked_on = values.get("court_team_asked_on")
    if asked_on and asked_on > london_date(work.at):
        raise Refused(
            "That day is still to come: type when they were asked.", "court_team_asked_on"
        )
    for key in ("court_team_asked_id", "assessor_id"):
        if staff_id := values.get(key):
            work.get(Staff, staff_id)  # type: ignore[arg-type]
    work.put(LegalPlanning, {"meeting_id": meeting_id}, dict(values))


def choose_expert(
    work: Work,
    meeting_id: UUID,
    expert_id: UUID,
    line_id: UUID,
    report_on: date | None,
) -> None:
    """Choose an expert who was contacted, and put their assessment in the draft plan.

    The family reads that line: it says which assessment, by whom and by when, and no word that
    is typed in this meeting.

    Args:
        work: the transaction.
        meeting_id: the legal planning meeting.
        expert_id: the enquiry that the expert answered.
        line_id: the new line's key.
        report_on: when the report is due; None where that is not known yet.

    Raises:
        Refused: where they are chosen already, or of another family; in any other meeting; where
            its record, or the minutes that the plan stands in, are approved.
    """
    meeting = permitted(work, Step.PLANNING_RECORD, meeting_id)
    expert = work.get(ExpertEnquiry, expert_id)
    if expert.episode_id != meeting.episode_id or expert.withdrawn_at:
        raise Refused("This expert was not contacted for this family. Choose another.", "expert")
    if expert.chosen:
        raise Refused(f"{expert.expert} is chosen already. Change the line of the plan.", "expert")
    work.change(ExpertEnquiry, expert_id, None, chosen=True)
    values: LineValues = {
        "kind": LineKind.ASSESSMENT,
        "what": line_of_expert(expert),
        "due": report_on,
    }
    add_line(work, meeting.episode_id, line_id, values)


def decide_to_start(work: Work, meeting: Meeting) -> None:
    """Set that pre-proceedings start, by what a legal planning meeting decided; else nothing.

    It is a part of concluding. It starts no window: only the initial meeting does.
    """
    said = work.session.exec(
        select(LegalPlanning).where(
            LegalPlanning.meeting_id == meeting.id, col(LegalPlanning.withdrawn_at).is_(None)
        )
    ).first()
    if said is None or said.outcome is not PlanningOutcome.START:
        return
    first = work.session.exec(
        select(Sitting)
        .where(Sitting.meeting_id == meeting.id, col(Sitting.withdrawn_at).is_(None))
        .order_by(col(Sitting.number))
        .limit(1)
    ).one()
    work.change(
        PreProceedings,
        meeting.episode_id,
        None,
        decided_on=london_date(first.started_at),
        forum=MeetingKind.LEGAL_PLANNING.heading.lower(),
    )


def approve_legal_planning(work: Work, meeting_id: UUID, seen: str) -> None:
    """Approve a legal planning meeting's record as it was seen, which freezes it.

    Args:
        work: the transaction; its actor is the chair.
        meeting_id: the meeting.
        seen: the fingerprint of the record that was on the screen.

    Raises:
        Refused: where it is not concluded, or approved already, or not theirs.
        Changed: where the record changed since it was seen.
    """
    meeting = permitted(work, Step.PLANNING_APPROVE, meeting_id)
    version = latest_record(work, meeting_id)
    papers = read_papers_with_legal_planning(work.session, work.case_id, meeting.id)  # type: ignore[arg-type]
    frozen = freeze_record(record_now(papers))
    if fingerprint(frozen) != seen:
        raise Changed("The record changed since you read it. Read it again, then approve.")
    if version is None:
        version = LegalPlanningMinutes(meeting_id=meeting_id, number=1)
        work.add(version)
    work.change(
        LegalPlanningMinutes,
        version.id,
        None,
        frozen=frozen,
        sha256=seen,
        approved_by_id=work.actor,
        approved_at=work.at,
        chain_head=journal.head(work.session, work.case_id),
    )


def reopen_legal_planning(work: Work, meeting_id: UUID, reason: str) -> None:
    """Open an approved record to change again, as a new version; the old one stays as it is.

    Raises:
        Refused: where nothing is approved yet, or no reason is given.
    """
    permitted(work, Step.PLANNING_REOPEN, meeting_id)
    version = latest_record(work, meeting_id)
    assert version is not None  # noqa: S101 - as the table has it, it is approved
    reason = paragraph(reason, "reason", called="why it is opened again")
    work.add(LegalPlanningMinutes(meeting_id=meeting_id, number=version.number + 1, reason=reason))
