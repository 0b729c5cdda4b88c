"""What rules, coverage and record ask of a legal planning meeting: decided, planned, booked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.legal_planning_papers import LegalPlanningPapers
from agenda.legal_planning_words import PlanningOutcome
from agenda.text import one_line
from agenda.words import EntryKind, LineKind, LineState, MeetingKind, MeetingState

if TYPE_CHECKING:
    from typing import TypeGuard

    from agenda import records
    from agenda.papers import Papers


def in_legal_planning(papers: Papers) -> TypeGuard[LegalPlanningPapers]:
    """Whether a legal planning meeting is in front of us; then its papers hold its records."""
    return (
        isinstance(papers, LegalPlanningPapers)
        and papers.meeting_id is not None
        and papers.meeting.kind is MeetingKind.LEGAL_PLANNING
    )


def decided(papers: LegalPlanningPapers) -> records.LegalPlanning | None:
    """Return what the meeting in front of us has decided; None where it has said nothing."""
    return papers.legal_planning(papers.meeting.id)


def outcome_of(papers: LegalPlanningPapers) -> PlanningOutcome | None:
    """Return the outcome of the meeting in front of us; None before there is one."""
    said = decided(papers)
    return said.outcome if said else None


def may_start(papers: LegalPlanningPapers) -> bool:
    """Whether pre-proceedings start, as far as the meeting has said: no other outcome stands."""
    return outcome_of(papers) in (None, PlanningOutcome.START)


def draft_lines(papers: Papers) -> list[records.PlanLine]:
    """Return the lines of the draft plan that were not dropped, by number."""
    return [line for line in papers.plan if line.state is not LineState.DROPPED]


def visits(papers: Papers) -> list[records.PlanLine]:
    """Return the visits of the draft plan."""
    return [line for line in draft_lines(papers) if line.kind is LineKind.VISIT]


def line_of_expert(expert: records.ExpertEnquiry) -> str:
    """Return the line of the draft plan for an expert: the kind of assessment, and by whom.

    `Psychology assessment by Dr Ray Moss`. The family reads it, so nothing else can stand in it.
    """
    field = one_line(expert.field)
    kind = f"{field[:1].upper()}{field[1:]} assessment" if field else "Assessment"
    return f"{kind} by {one_line(expert.expert)}"


def initial_meeting(papers: Papers) -> records.Meeting | None:
    """Return the episode's initial meeting: the one booked, else the one held; None for none."""
    initial = [one for one in papers.episode_meetings if one.kind is MeetingKind.INITIAL]
    booked = [one for one in initial if one.state is MeetingState.PLANNED]
    return next(iter([*booked, *initial[::-1]]), None)


def initial_meeting_gaps(papers: Papers) -> list[str]:
    """Return what the initial meeting still needs: `a date`, `a time`."""
    meeting = initial_meeting(papers)
    gaps = {
        "a date": meeting is None or meeting.planned_on is None,
        "a time": meeting is None or meeting.planned_at is None,
    }
    return [name for name, is_open in gaps.items() if is_open]


def legal_advice(papers: Papers) -> list[records.Entry]:
    """Return the paragraphs of legal advice of the meeting in front of us."""
    return [entry for entry in papers.entries if entry.kind is EntryKind.PRIVILEGED]
