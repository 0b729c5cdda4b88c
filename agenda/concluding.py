"""What stands between a meeting and its end: every rule, asked at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda import (
    date_rules,
    decision_rules,
    legal_planning_rules,
    people_rules,
    plan_rules,
    progress_rules,
    safety_rules,
    trajectory_rules,
)
from agenda.concern_rules import concern_findings
from agenda.coverage import begun, not_covered
from agenda.finding import Level
from agenda.instruction_rules import instruction_findings
from agenda.legal_planning_facts import in_legal_planning
from agenda.london import london_date
from agenda.sitting_times import latest_sitting
from agenda.smart import smart_findings
from agenda.urgent_words import urgent_matters

if TYPE_CHECKING:
    from datetime import date

    from agenda.finding import Finding
    from agenda.legal_planning_papers import LegalPlanningPapers
    from agenda.papers import Papers
    from agenda.working_days import WorkingDays

_LEVELS = tuple(Level)
_SAY_WHAT_IS_OPEN = frozenset(
    {
        plan_rules.UNDECIDED,
        plan_rules.PARENTING_ASSESSMENT,
        progress_rules.OUTCOME,
        trajectory_rules.TRAJECTORY,
        trajectory_rules.JUDGEMENT,
        decision_rules.OUTCOME,
        decision_rules.NEXT_DATE,
        date_rules.FINAL,
        people_rules.CHOICE,
        *legal_planning_rules.SAY_WHAT_IS_OPEN,
    }
)
"""Rules that name what an item waits for: one reason then passes both, not two."""


def concluding_findings(
    papers: Papers, days: WorkingDays, now_date: date, *, effective: bool = True
) -> list[Finding]:
    """Return everything that is open as the meeting ends: `must` first, then by the agenda.

    A `must` that a recorded reason passed is a note, with who passed it and why.

    Args:
        papers: the case's papers, with `meeting_id` set.
        days: the authority's working days.
        now_date: today in London; no review can be agreed for it or before.
        effective: whether the meeting did its work. One that could not, because nobody came or
            it was stopped, owes only who was there and who took the minutes; one in which an
            urgent matter was minuted owes nothing but its reason.
    """
    if not effective and urgent_matters(papers):
        return []
    if not effective:
        return _in_order(people_rules.meeting_findings(papers), papers)
    return _in_order(_all(papers, days, now_date), papers)


def still_to_do(papers: Papers, days: WorkingDays) -> list[Finding]:
    """Return what is open in the items the chair has come to, for the side of a live meeting.

    What lies ahead is left out, and so are notes and what was passed.
    """
    ahead = {item.key for item in papers.items if not begun(item, papers)}
    latest = latest_sitting(papers)
    today = london_date(latest.started_at) if latest else None
    found = _all(papers, days, today) if today else []
    open_now = [one for one in found if one.level is not Level.NOTE and one.place not in ahead]
    return _in_order(open_now, papers)


def _all(papers: Papers, days: WorkingDays, today: date) -> list[Finding]:
    if in_legal_planning(papers):
        return _of_legal_planning(papers)
    found = [
        *people_rules.meeting_findings(papers),
        *safety_rules.sitting_findings(papers),
        *people_rules.people_findings(papers),
        *concern_findings(papers),
        *(found for line in papers.plan for found in smart_findings(line, papers, days)),
        *plan_rules.plan_findings(papers),
        *instruction_findings(papers),
        *progress_rules.progress_findings(papers),
        *trajectory_rules.trajectory_findings(papers),
        *decision_rules.decision_findings(papers),
        *date_rules.date_findings(papers, days, today),
    ]
    return _with_not_covered(found, papers)


def _of_legal_planning(papers: LegalPlanningPapers) -> list[Finding]:
    """Return what is open in a legal planning meeting, which asks nothing of any parent."""
    found = [
        *people_rules.meeting_findings(papers),
        *concern_findings(papers),
        *legal_planning_rules.legal_planning_findings(papers),
    ]
    return legal_planning_rules.as_it_decides(_with_not_covered(found, papers), papers)


def _with_not_covered(found: list[Finding], papers: Papers) -> list[Finding]:
    told = {one.place for one in found if one.rule in _SAY_WHAT_IS_OPEN}
    return [*(one for one in not_covered(papers) if one.place not in told), *found]


def _in_order(findings: list[Finding], papers: Papers) -> list[Finding]:
    order = {item.key: item.position for item in papers.items}
    return sorted(
        findings, key=lambda one: (_LEVELS.index(one.level), order.get(one.place, len(order) + 1))
    )
