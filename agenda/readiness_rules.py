"""Readiness: what a legal planning meeting needs before it is held, from the referral on.

Two things stop its booking: papers that were not submitted, and papers that the head of service
did not approve. Where an emergency is recorded with why, they warn and stop nothing.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING

from agenda.finding import Finding, Level, Rule
from agenda.legal_planning_words import ConferenceStage
from agenda.meeting_facts import day_in_words
from agenda.planning_days import day_findings
from agenda.planning_stage import (
    PlanningStage,
    comes_before_the_family,
    planning_meeting,
    planning_stage,
)
from agenda.readiness_experts import expert_findings
from agenda.readiness_plan import approved_plan_findings, draft_plan_findings

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from agenda import records
    from agenda.legal_planning_papers import LegalPlanningPapers
    from agenda.working_days import WorkingDays

REFERRAL = Rule(
    "readiness.referral",
    Level.SHOULD,
    "The legal planning referral form is completed.",
    "Sutton 2019, Step 1: completed as fully as possible",
)
CHRONOLOGY = Rule(
    "readiness.chronology",
    Level.SHOULD,
    "The chronology is up to date.",
    "Sutton 2019, Step 1: along with an up to date chronology",
)
ASSESSMENT = Rule(
    "readiness.assessment",
    Level.SHOULD,
    "The most recent assessment or review is named, with its date.",
    "Sutton 2019, Step 1: and most recent assessment/review",
)
SUBMITTED = Rule(
    "readiness.submitted",
    Level.MUST,
    "The referral is submitted to the head of service before the meeting is booked.",
    "Sutton 2019, Step 1: submitted to the HOS for approval prior to a LPM",
)
APPROVED = Rule(
    "readiness.approved",
    Level.MUST,
    "The head of service has approved the referral before the meeting is booked.",
    "Sutton 2019, Step 1: once this is confirmed business support will organise the meeting",
)
EMERGENCY = Rule(
    "readiness.emergency",
    Level.NOTE,
    "An emergency goes before the approval, with why and who recorded it.",
    "Sutton 2019, Step 1: with the exceptions of emergencies",
)
PAPERS = Rule(
    "readiness.papers",
    Level.SHOULD,
    "The papers are in before the meeting by the hours the policy asks.",
    "Sutton 2016, Legal Planning Panel protocol",
)
THRESHOLD = Rule(
    "readiness.threshold",
    Level.SHOULD,
    "Threshold was discussed first, and before the legal planning meeting.",
    "Somerset 2018: always go through Area Legal Tracking Meeting prior to Legal Gateway Panel",
)
CONFERENCE = Rule(
    "readiness.conference",
    Level.SHOULD,
    "A family group conference was held or at least referred, or it is said why not.",
    "Sutton 2019, Step 1: held or at least a referral made prior to the LPM",
)


def readiness_findings(
    papers: LegalPlanningPapers, days: WorkingDays, today: date
) -> list[Finding]:
    """Return what the legal planning meeting that comes next still needs, in practice's order.

    Nothing once it was held, and nothing where none is to come: it was decided elsewhere to
    start, or the family was met before a referral was recorded here.

    Args:
        papers: the case's papers, with legal planning.
        days: the authority's working days.
        today: today in London.
    """
    referral = papers.referral
    if referral is None:
        return [_no_referral(papers)] if comes_before_the_family(papers) else []
    if planning_stage(papers) is PlanningStage.HELD:
        return []
    found = [
        *_form(referral),
        *_chronology(referral, papers, today),
        *_assessment(referral),
        *_approval(referral, papers, days, today),
        *_threshold(referral, papers),
        *_conference(referral),
        *draft_plan_findings(papers),
        *approved_plan_findings(papers),
        *expert_findings(referral, papers),
    ]
    if referral.emergency:
        found = [replace(one, only_warns=True) for one in found]
    return found


def papers_due(
    meeting: records.Meeting, papers: LegalPlanningPapers, days: WorkingDays
) -> date | None:
    """Return the last working day on which the papers are in time; None without a date.

    They are due the policy's hours before the meeting; before its day ends, where it has no time.
    """
    if meeting.planned_on is None:
        return None
    begins = datetime.combine(meeting.planned_on, meeting.planned_at or time.max)
    hours = timedelta(hours=papers.policy.legal_planning.papers_hours)
    return days.on_or_before((begins - hours).date())


def _no_referral(papers: LegalPlanningPapers) -> Finding:
    sentence = "There is no legal planning referral yet. Complete the form, also in parts."
    return Finding(REFERRAL, sentence, about=papers.episode.id)


def _form(referral: records.Referral) -> Iterator[Finding]:
    if not referral.summary.strip():
        sentence = "The referral does not say what the meeting is asked, and why now."
        example = "Is the threshold met, and can the children be safe at home with a plan?"
        yield Finding(REFERRAL, sentence, example, referral.id, field="summary")
    elif referral.completed_on is None:
        sentence = "The referral form is not complete yet. Say on which day it was completed."
        yield Finding(REFERRAL, sentence, "", referral.id, field="completed_on")


def _chronology(
    referral: records.Referral, papers: LegalPlanningPapers, today: date
) -> Iterator[Finding]:
    if referral.chronology_to is None:
        sentence = "Say up to which day the chronology tells, and bring it up to date."
        yield Finding(CHRONOLOGY, sentence, "", referral.id, field="chronology_to")
        return
    against = referral.submitted_on or today
    behind = (against - referral.chronology_to).days
    if behind > papers.policy.legal_planning.chronology_days:
        until = "the referral was submitted" if referral.submitted_on else "today"
        sentence = (
            f"The chronology ends on {day_in_words(referral.chronology_to)}, {behind} days before "
            f"{until}. Bring it up to date."
        )
        yield Finding(CHRONOLOGY, sentence, "", referral.id, field="chronology_to")


def _assessment(referral: records.Referral) -> Iterator[Finding]:
    if not referral.assessment.strip():
        sentence = "Name the most recent assessment or review that goes with the referral."
        example = "Child and family assessment, Sam Okafor"
        yield Finding(ASSESSMENT, sentence, example, referral.id, field="assessment")
    elif referral.assessment_on is None:
        sentence = f"Give the date of “{referral.assessment}”."
        yield Finding(ASSESSMENT, sentence, "", referral.id, field="assessment_on")


def _approval(
    referral: records.Referral, papers: LegalPlanningPapers, days: WorkingDays, today: date
) -> Iterator[Finding]:
    """Give what lacks of submission and approval, and papers that came too late."""
    meeting = planning_meeting(papers)
    if meeting:
        emergency = referral.emergency
        yield from day_findings(meeting, papers.policy, days, emergency=emergency)
    due = papers_due(meeting, papers, days) if meeting else None
    hours = papers.policy.legal_planning.papers_hours
    if referral.emergency and referral.approved_on is None:
        who = papers.name(referral.emergency_by_id, None) or "Somebody"
        sentence = (
            f"{who} recorded an emergency: “{referral.emergency_why}”. The approval follows as "
            "soon as it can, and nothing waits for it."
        )
        yield Finding(EMERGENCY, sentence, "", referral.id, field="emergency_why")
    if referral.submitted_on is None:
        by = ""
        if due:
            by = f", which {'was' if due < today else 'is'} due by {day_in_words(due)}"
        sentence = f"Submit the referral with its papers to the head of service{by}."
        yield Finding(SUBMITTED, sentence, "", referral.id, field="submitted_on")
        return
    if referral.approved_on is None:
        sentence = (
            f"The head of service has not approved what was submitted on "
            f"{day_in_words(referral.submitted_on)}. Their approval lets the meeting be booked."
        )
        yield Finding(APPROVED, sentence, "", referral.id, field="approved_on")
    if due and referral.submitted_on > due:
        sentence = (
            f"The papers went in on {day_in_words(referral.submitted_on)}, and were due by "
            f"{day_in_words(due)}, {hours} hours before the meeting. Move it, or minute there who "
            "has read them."
        )
        yield Finding(PAPERS, sentence, "", referral.id, field="submitted_on")


def _threshold(referral: records.Referral, papers: LegalPlanningPapers) -> Iterator[Finding]:
    if referral.threshold_forum is None:
        sentence = (
            "Say where threshold was discussed first: at the area legal tracking meeting, or with "
            "the operations manager where it is urgent."
        )
        yield Finding(THRESHOLD, sentence, "", referral.id, field="threshold_forum")
        return
    if referral.threshold_on is None:
        sentence = f"Say on which day threshold was discussed: {referral.threshold_forum}."
        yield Finding(THRESHOLD, sentence, "", referral.id, field="threshold_on")
        return
    meeting = planning_meeting(papers)
    if meeting and meeting.planned_on and referral.threshold_on > meeting.planned_on:
        sentence = (
            f"Threshold is discussed on {day_in_words(referral.threshold_on)}, after the legal "
            f"planning meeting of {day_in_words(meeting.planned_on)}. It comes before."
        )
        yield Finding(THRESHOLD, sentence, "", referral.id, field="threshold_on")


def _conference(referral: records.Referral) -> Iterator[Finding]:
    stage = referral.conference
    if stage is None:
        sentence = "Say whether a family group conference was held, or at least referred."
        yield Finding(CONFERENCE, sentence, "", referral.id, field="conference")
    elif stage is ConferenceStage.NEITHER:
        sentence = "No family group conference was held or referred. Refer it, or say why not."
        why = referral.conference_why_not.strip()
        example = "" if why else "Both grandmothers asked us to wait until the baby is home"
        yield Finding(
            CONFERENCE, sentence, example, referral.id, field="conference_why_not", passed=why
        )
    elif referral.conference_on is None:
        sentence = f"Say on which day the family group conference was {stage}."
        yield Finding(CONFERENCE, sentence, "", referral.id, field="conference_on")
