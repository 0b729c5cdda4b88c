"""What each capture of a legal planning meeting still waits for, asked of its records.

A sheet may hold these captures for that meeting alone, so its papers are always those with legal
planning; in any other they wait for nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.legal_planning_facts import (
    decided,
    in_legal_planning,
    initial_meeting_gaps,
    legal_advice,
    may_start,
    visits,
)
from agenda.legal_planning_words import PlanningOutcome
from agenda.minuting_words import in_a_row

if TYPE_CHECKING:
    from agenda.papers import Papers


def wait_for_options(papers: Papers) -> str:
    """Wait for an option with what was said of it."""
    if not in_legal_planning(papers):
        return ""
    rows = papers.options(papers.meeting.id)
    return "" if any(row.considered for row in rows) else "Record the options, and what was said."


def wait_for_outcome(papers: Papers) -> str:
    """Wait for the outcome; where it issues proceedings, for nothing more."""
    if not in_legal_planning(papers):
        return ""
    said = decided(papers)
    if said is None or said.outcome is None:
        return "Record the outcome, with reasons."
    if said.outcome is PlanningOutcome.ISSUE:
        return ""
    if not said.reasons:
        return "Record why this was decided."
    return "" if said.plo_considered else "Record what was said of working outside court."


def wait_for_draft_plan(papers: Papers) -> str:
    """Wait for a visit in the draft plan, where pre-proceedings start."""
    if not in_legal_planning(papers) or not may_start(papers):
        return ""
    return "" if visits(papers) else "Add a visit to the draft plan."


def wait_for_assessor(papers: Papers) -> str:
    """Wait for the question to the Court Team and for who assesses, where there is a start."""
    if not in_legal_planning(papers) or not may_start(papers):
        return ""
    said = decided(papers)
    if said is None or said.court_team_asked_on is None:
        return "Record when the Court Team was asked about capacity."
    return "" if said.assessor_id else "Record who does the parenting assessment."


def wait_for_timetable(papers: Papers) -> str:
    """Wait for the initial meeting's date and time, where pre-proceedings start."""
    if not in_legal_planning(papers) or not may_start(papers):
        return ""
    gaps = initial_meeting_gaps(papers)
    return f"The initial meeting still needs {in_a_row(gaps)}." if gaps else ""


def wait_for_legal_advice(papers: Papers) -> str:
    """Wait for a paragraph of legal advice."""
    return "" if legal_advice(papers) else "Write down the legal advice: /legal."
