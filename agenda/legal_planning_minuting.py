"""From the papers with legal planning to the record of one of its meetings: one pure reading."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from agenda.day_names import full_date
from agenda.legal_planning_facts import decided, draft_lines, initial_meeting
from agenda.legal_planning_minutes import (
    Assessor,
    DraftedLine,
    LegalPlanningRecord,
    PlannedMeeting,
    RecordedExpert,
    RecordedOption,
)
from agenda.legal_planning_words import PlanningPurpose
from agenda.london import london_date
from agenda.minutes import Section
from agenda.minuting import NothingToMinute
from agenda.minuting_entries import Paragraphs, minuted_items
from agenda.minuting_people import sittings_of
from agenda.minuting_reasons import reasons_of
from agenda.words import EntryKind, MeetingKind, MeetingState

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from uuid import UUID

    from agenda import records
    from agenda.legal_planning_papers import LegalPlanningPapers

_UNPLACED = "Other points"


def legal_planning_record_of(
    papers: LegalPlanningPapers, number: int, reason: str = ""
) -> LegalPlanningRecord:
    """Return the record of the legal planning meeting in front of us, as it stands now.

    Args:
        papers: one case's papers with legal planning, with `meeting_id` set.
        number: the version of the record, counted from 1.
        reason: why this version was begun; empty for the first.

    Raises:
        NothingToMinute: it is another kind of meeting, or has not begun.
    """
    meeting = papers.meeting
    if meeting.kind is not MeetingKind.LEGAL_PLANNING:
        raise NothingToMinute("This is no legal planning meeting: its minutes are in sign-off.")
    if not papers.sittings:
        raise NothingToMinute("This meeting has not begun: open it before its record is made.")
    referral, said = papers.referral_for(meeting.id) or papers.referral, decided(papers)
    return LegalPlanningRecord(
        reference=papers.case.reference,
        initials=", ".join(child.initials for child in papers.children),
        number=number,
        version_reason=reason,
        purpose=referral.purpose if referral else PlanningPurpose.START,
        on=london_date(papers.sittings[0].started_at),
        chair=papers.name(meeting.chair_id, None),
        minute_taker=papers.name(meeting.minute_taker_id, None),
        effective=meeting.effective,
        not_effective_why=meeting.not_effective_why,
        sittings=sittings_of(papers),
        readiness=tuple(_readiness(referral, papers)) if referral else (),
        worries=tuple(f"{row.position}. {row.heading}" for row in papers.concerns),
        options=tuple(
            RecordedOption(row.option, row.considered) for row in papers.options(meeting.id)
        ),
        plo_considered=said.plo_considered if said else "",
        outcome=said.outcome if said else None,
        reasons=said.reasons if said else "",
        why_not_outside=said.why_not_outside if said else "",
        in_legal_advice=said.in_legal_advice if said else "",
        information=said.information if said else "",
        information_by=said.information_by if said else None,
        draft_plan=tuple(_line(papers, line) for line in draft_lines(papers)),
        experts=tuple(_expert(row) for row in papers.experts),
        assessor=_assessor(papers, said),
        initial_meeting=_initial(papers),
        sections=_sections(papers),
        exceptions=reasons_of(papers),
        sheet_text=meeting.sheet_text,
        policy_text=meeting.policy_text,
    )


def record_again(
    before: LegalPlanningRecord, now: LegalPlanningRecord, papers: LegalPlanningPapers
) -> LegalPlanningRecord:
    """Return a new version of a record: what went on since with the family is not put into it.

    Once a meeting with the family has begun, the plan, the worries and the dates are that
    meeting's; the record keeps them as its version before had them.
    """
    begun = [one for one in papers.episode_meetings if one.state is not MeetingState.PLANNED]
    if not begun:
        return now
    return replace(
        now,
        draft_plan=before.draft_plan,
        worries=before.worries,
        initial_meeting=before.initial_meeting,
    )


def _readiness(
    referral: records.Referral, papers: LegalPlanningPapers
) -> Iterator[tuple[str, str]]:
    """Give what was ready before the meeting, each with its day; nothing for what was not."""
    approver = papers.name(referral.approved_by_id, None)
    conference = str(referral.conference) if referral.conference else ""
    threshold = str(referral.threshold_forum) if referral.threshold_forum else ""
    told = (
        ("Referral", referral.summary),
        ("Submitted", _on(referral.submitted_on)),
        ("Approved", f"{_on(referral.approved_on)}, {approver}" if referral.approved_on else ""),
        ("Emergency", referral.emergency_why if referral.emergency else ""),
        ("Chronology", f"up to {_on(referral.chronology_to)}" if referral.chronology_to else ""),
        ("Assessment or review", _joined(referral.assessment, _on(referral.assessment_on))),
        (
            "Threshold discussed",
            _joined(
                threshold,
                _on(referral.threshold_on),
                referral.threshold_with,
                referral.threshold_said,
            ),
        ),
        (
            "Family group conference",
            _joined(conference, _on(referral.conference_on), referral.conference_why_not),
        ),
    )
    return ((name, words) for name, words in told if words)


def _on(day: date | None) -> str:
    return full_date(day) if day else ""


def _joined(*words: str) -> str:
    return ", ".join(word for word in words if word)


def _line(papers: LegalPlanningPapers, line: records.PlanLine) -> DraftedLine:
    when = (
        line.rhythm,
        f"by {_on(line.due)}" if line.due else "",
        f"until {_on(line.until)}" if line.until else "",
    )
    return DraftedLine(
        number=line.number,
        kind=line.kind.value,
        what=line.what,
        parts=tuple(part.text for part in papers.parts(line.id)),
        owner=papers.name(line.owner_staff_id, line.owner_person_id),
        when=_joined(*when),
        support=line.support,
        consequence=line.consequence,
    )


def _expert(row: records.ExpertEnquiry) -> RecordedExpert:
    pounds = f"£{row.cost_pence / 100:,.2f}".removesuffix(".00") if row.cost_pence else ""
    weeks = f"report in {row.report_weeks} weeks" if row.report_weeks else ""
    if not (pounds or weeks):
        weeks = "no answer yet" if row.answered_on is None else ""
    return RecordedExpert(row.expert, row.field, _joined(pounds, weeks, row.note), row.chosen)


def _assessor(papers: LegalPlanningPapers, said: records.LegalPlanning | None) -> Assessor | None:
    if said is None or not (said.court_team_asked_on or said.assessor_id):
        return None
    return Assessor(
        asked_on=said.court_team_asked_on,
        asked=papers.name(said.court_team_asked_id, None),
        answer=said.court_team_answer,
        name=papers.name(said.assessor_id, None),
        agreed_format=said.agreed_format,
    )


def _initial(papers: LegalPlanningPapers) -> PlannedMeeting | None:
    meeting = initial_meeting(papers)
    if meeting is None:
        return None
    at = f"{meeting.planned_at:%H:%M}" if meeting.planned_at else ""
    return PlannedMeeting(meeting.planned_on, at, meeting.place)


def _sections(papers: LegalPlanningPapers) -> tuple[Section, ...]:
    """Return what was said by item: every paragraph but the asides, legal advice among them."""
    items, paragraphs = minuted_items(papers), Paragraphs(papers)
    said: dict[UUID | None, list[records.Entry]] = {}
    for entry in papers.entries:
        if entry.kind is not EntryKind.ASIDE:
            said.setdefault(entry.item_id, []).append(entry)
    placed = [
        Section(item.key, item.title, paragraphs.of(said[key]))
        for key, item in items.items()
        if key in said
    ]
    if None in said:
        placed.append(Section("unplaced", _UNPLACED, paragraphs.of(said[None])))
    return tuple(placed)
