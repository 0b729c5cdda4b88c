"""What a legal planning meeting settles before it ends, and when one is to be held.

Where it decides to issue proceedings every rule warns and none stops it: nothing stands between
a chair and an urgent decision to protect a child.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from agenda.captures import Capture
from agenda.finding import Finding, Level, Rule
from agenda.legal_planning_facts import (
    decided,
    initial_meeting,
    initial_meeting_gaps,
    outcome_of,
    visits,
)
from agenda.legal_planning_words import PlanningOutcome
from agenda.meeting_facts import place_of
from agenda.minuting_people import CAME
from agenda.minuting_words import in_a_row
from agenda.passing import with_reasons
from agenda.words import MeetingKind, MeetingState, StaffRole

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agenda import records
    from agenda.legal_planning_papers import LegalPlanningPapers

_STEP_1 = "Sutton 2019, Step 1"

OUTCOME = Rule(
    "legal_planning.outcome",
    Level.MUST,
    "A legal planning meeting has an outcome.",
    f"{_STEP_1}: the forums where decisions are made regarding legal frameworks",
)
REASONS = Rule(
    "legal_planning.reasons",
    Level.MUST,
    "The outcome of a legal planning meeting has its reasons.",
    f"{_STEP_1}: clearly recorded",
)
CONSIDERED = Rule(
    "legal_planning.considered",
    Level.MUST,
    "Working with the family outside court was given due consideration.",
    f"{_STEP_1}: the option of PLO should be given due consideration (Family Justice Review)",
)
WHY_NOT_OUTSIDE = Rule(
    "legal_planning.why_not_outside",
    Level.MUST,
    "Straight to court: it is recorded why the family cannot be worked with outside it.",
    f"{_STEP_1}: why the family cannot be worked with outside of the court arena",
)
IN_LEGAL_ADVICE = Rule(
    "legal_planning.in_legal_advice",
    Level.MUST,
    "Straight to court: it is recorded where the legal advice refers to why.",
    f"{_STEP_1}: this rationale should also be referenced in the legal advice",
)
DRAFT_PLAN = Rule(
    "legal_planning.draft_plan",
    Level.MUST,
    "Where pre-proceedings start, the draft plan says how often we visit.",
    "Sutton 2019, PLO Meetings: detailed and include expectation of visits",
)
INITIAL_MEETING = Rule(
    "legal_planning.initial_meeting",
    Level.MUST,
    "Where pre-proceedings start, the initial meeting has its date and time.",
    f"{_STEP_1}: the LPM should also determine the date and time for the initial PLO meeting",
)
ASSESSOR = Rule(
    "legal_planning.assessor",
    Level.MUST,
    "Where pre-proceedings start, it is settled who does the parenting assessment.",
    "Sutton 2019, PLO Meetings: parenting assessments are to be completed in all cases",
)
COURT_TEAM = Rule(
    "legal_planning.court_team",
    Level.MUST,
    "The Court Team's team manager was asked whether they have capacity.",
    "Sutton 2019, PLO Meetings: in the first instance communicate with the Team Manager",
)
AGREED_FORMAT = Rule(
    "legal_planning.agreed_format",
    Level.SHOULD,
    "The parenting assessment follows the agreed format and structure.",
    "Sutton 2019, PLO Meetings: follow the agreed format and structure",
)
EXPERT = Rule(
    "legal_planning.expert",
    Level.SHOULD,
    "Where the referral needs an expert, one of those contacted is chosen.",
    f"{_STEP_1}: this will assist the meeting in timetabling",
)
INFORMATION = Rule(
    "legal_planning.information",
    Level.MUST,
    "Where more information is needed: what, and by when.",
    "[own]: an outcome that waits says for what",
)
CHAIR = Rule(
    "legal_planning.chair",
    Level.SHOULD,
    "The head of service chairs.",
    f"{_STEP_1}: chaired by the Head of Service",
)
LAWYER = Rule(
    "legal_planning.lawyer",
    Level.SHOULD,
    "One of the authority's lawyers is there.",
    f"{_STEP_1}: including inviting our legal colleagues",
)
BEFORE_FINAL = Rule(
    "legal_planning.before_final",
    Level.SHOULD,
    "Where the policy asks for one, a legal planning meeting is held before the final review.",
    "Devon: a legal planning meeting before the final meeting; the policy says whether",
)

SAY_WHAT_IS_OPEN = frozenset(
    {OUTCOME, REASONS, CONSIDERED, DRAFT_PLAN, INITIAL_MEETING, ASSESSOR, COURT_TEAM}
)
"""Rules that name what an item of the sheet waits for."""


def legal_planning_findings(papers: LegalPlanningPapers) -> list[Finding]:
    """Return what the legal planning meeting in front of us still has to settle."""
    found = [*_outcome(papers), *_by_outcome(papers), *_people(papers)]
    return as_it_decides(with_reasons(found, papers), papers)


def as_it_decides(findings: list[Finding], papers: LegalPlanningPapers) -> list[Finding]:
    """Return findings that only warn where proceedings are issued."""
    if outcome_of(papers) is not PlanningOutcome.ISSUE:
        return findings
    return [replace(one, only_warns=True) for one in findings]


def before_final_findings(papers: LegalPlanningPapers) -> list[Finding]:
    """Return that a legal planning meeting is due before a final review that is booked."""
    if not papers.policy.legal_planning.before_final:
        return []
    final = [one for one in papers.planned_reviews if one.kind is MeetingKind.FINAL]
    initial = [
        one
        for one in papers.episode_meetings
        if one.kind is MeetingKind.INITIAL and one.state is MeetingState.CONCLUDED
    ]
    if not final or not initial or _one_since(papers, initial[-1]):
        return []
    sentence = "Book a legal planning meeting: this authority holds one before the final review."
    return [Finding(BEFORE_FINAL, sentence, about=final[-1].id)]


def _one_since(papers: LegalPlanningPapers, initial: records.Meeting) -> bool:
    """Whether a legal planning meeting is booked, or was begun after the initial meeting ended."""
    begun = {row.meeting_id: row.started_at for row in papers.standing("Sitting")}
    ended = initial.concluded_at
    return any(
        one.state is MeetingState.PLANNED or (ended and one.id in begun and begun[one.id] > ended)
        for one in papers.legal_planning_meetings
    )


def _finding(
    papers: LegalPlanningPapers, rule: Rule, sentence: str, capture: Capture, field: str = ""
) -> Finding:
    return Finding(
        rule, sentence, about=papers.meeting.id, place=place_of(papers, capture), field=field
    )


def _outcome(papers: LegalPlanningPapers) -> Iterator[Finding]:
    said, capture = decided(papers), Capture.PLANNING_OUTCOME
    if said is None or said.outcome is None:
        sentence = "Record what the meeting decides: start, issue, continue, or more information."
        yield _finding(papers, OUTCOME, sentence, capture, "outcome")
    elif not said.reasons:
        yield _finding(papers, REASONS, "Record why this was decided.", capture, "reasons")
    if said is None or not said.plo_considered:
        sentence = "Record what was said of working with the family outside court (PLO)."
        yield _finding(papers, CONSIDERED, sentence, capture, "plo_considered")


def _by_outcome(papers: LegalPlanningPapers) -> Iterator[Finding]:
    said = decided(papers)
    if said is None:
        return
    if said.outcome is PlanningOutcome.START:
        yield from _start(papers, said)
    elif said.outcome is PlanningOutcome.ISSUE:
        yield from _straight_to_court(papers, said)
    elif said.outcome is PlanningOutcome.MORE_INFORMATION:
        gaps = [] if said.information else ["what is needed"]
        gaps += [] if said.information_by else ["by what date"]
        if gaps:
            sentence = f"More information is needed: record {in_a_row(gaps)}."
            field = "information_by" if said.information else "information"
            yield _finding(papers, INFORMATION, sentence, Capture.PLANNING_OUTCOME, field)


def _start(papers: LegalPlanningPapers, said: records.LegalPlanning) -> Iterator[Finding]:
    if not visits(papers):
        sentence = "Add a visit to the draft plan: who visits, and how often."
        yield _finding(papers, DRAFT_PLAN, sentence, Capture.DRAFT_PLAN)
    if said.court_team_asked_on is None or said.court_team_asked_id is None:
        sentence = "Ask the Court Team's team manager about capacity: record whom, and when."
        yield _finding(papers, COURT_TEAM, sentence, Capture.ASSESSOR, "court_team_asked_on")
    if said.assessor_id is None:
        sentence = "Record who does the parenting assessment."
        yield _finding(papers, ASSESSOR, sentence, Capture.ASSESSOR, "assessor_id")
    elif not said.agreed_format:
        sentence = "Record that the parenting assessment follows the agreed format."
        yield _finding(papers, AGREED_FORMAT, sentence, Capture.ASSESSOR, "agreed_format")
    referral = papers.referral_for(papers.meeting.id) or papers.referral
    needed = referral is not None and referral.expert_needed
    if needed and not any(row.chosen for row in papers.experts):
        sentence = "Choose one of the experts contacted; the referral says that one is needed."
        yield _finding(papers, EXPERT, sentence, Capture.ASSESSOR, "expert")
    if gaps := initial_meeting_gaps(papers):
        meeting = initial_meeting(papers)
        sentence = (
            f"The initial meeting still needs {in_a_row(gaps)}."
            if meeting
            else "Book the initial meeting: its date and time."
        )
        yield _finding(papers, INITIAL_MEETING, sentence, Capture.TIMETABLE, "planned_on")


def _straight_to_court(
    papers: LegalPlanningPapers, said: records.LegalPlanning
) -> Iterator[Finding]:
    capture = Capture.PLANNING_OUTCOME
    if not said.why_not_outside:
        sentence = "Record why the family cannot be worked with outside court."
        yield _finding(papers, WHY_NOT_OUTSIDE, sentence, capture, "why_not_outside")
    if not said.in_legal_advice:
        sentence = "Record where the legal advice refers to that: its date or its paragraph."
        yield _finding(papers, IN_LEGAL_ADVICE, sentence, capture, "in_legal_advice")


def _people(papers: LegalPlanningPapers) -> Iterator[Finding]:
    chair = papers.find("Staff", papers.meeting.chair_id)
    if chair is None or chair.role is not StaffRole.HEAD_OF_SERVICE:
        who = f"{chair.name} ({chair.role}) chairs" if chair else "Nobody is named to chair"
        sentence = f"{who}: a legal planning meeting is chaired by the head of service."
        yield _finding(papers, CHAIR, sentence, Capture.ATTENDANCE, "chair_id")
    came = {row.staff_id for row in papers.attendance if row.presence in CAME}
    if not any(row.id in came for row in papers.staff if row.role is StaffRole.LAWYER):
        sentence = "None of the authority's lawyers is marked as here."
        yield _finding(papers, LAWYER, sentence, Capture.ATTENDANCE)
