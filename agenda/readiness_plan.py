"""Readiness: the proposed draft plan in the referral, and the goals it aligns with.

The draft plan is the plan's own lines, which are recorded once and go on to the letter and to
the initial meeting.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from agenda.finding import Finding, Level, Rule
from agenda.meeting_facts import lines_in_force
from agenda.plan_rules import BOTTOM_LINE, PARENTING_ASSESSMENT, PROTECTION_GOAL, plan_findings
from agenda.words import ChildPlan, LineKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agenda.legal_planning_papers import LegalPlanningPapers

DRAFT_PLAN = Rule(
    "readiness.draft_plan",
    Level.SHOULD,
    "The referral has a proposed draft plan.",
    "Sutton 2019, Step 1: a proposed draft plan which is embedded in the referral form",
)
PLAN_CHANGED = Rule(
    "readiness.approved_plan",
    Level.SHOULD,
    "The draft plan is the one that the head of service approved with the referral.",
    "Sutton 2019, Step 1: a proposed draft plan which is embedded in the referral form; [own]",
)
VISITS = Rule(
    "readiness.visits",
    Level.SHOULD,
    "The draft plan says which visits to expect.",
    "Sutton 2019, PLO Meetings: detailed, and include expectation of visits",
)
GOALS = Rule(
    "readiness.goals",
    Level.SHOULD,
    "The goals of a child protection plan are recorded, so that the draft plan can align.",
    "Somerset 2018: PLO goals should align with CP plan goals if in place",
)

_OF_THE_PLAN = (BOTTOM_LINE, PARENTING_ASSESSMENT, PROTECTION_GOAL)
"""Rules of the whole plan that the draft is asked about before legal planning already."""


def plan_in_words(papers: LegalPlanningPapers) -> str:
    """Return what the draft plan says, a line on each line: what is approved with a referral."""
    told = []
    for line in lines_in_force(papers):
        parts = [part.text for part in papers.parts(line.id)]
        facts = [line.what, *parts, line.rhythm, line.consequence, str(line.due or "")]
        told.append(" · ".join(" ".join(fact.split()) for fact in facts if fact.strip()))
    return "\n".join(told)


def approved_plan_findings(papers: LegalPlanningPapers) -> Iterator[Finding]:
    """Give that the draft plan is no longer what the head of service approved, until they meet."""
    referral = papers.referral
    if referral and referral.approved_on and plan_in_words(papers) != referral.approved_plan:
        who = papers.name(referral.approved_by_id, None)
        sentence = (
            f"The draft plan was changed after {who} approved the referral. Let them read it: w on "
            "the referral takes the approval back, and it is approved anew."
        )
        yield Finding(PLAN_CHANGED, sentence, "", referral.id, field="approved_on")


def draft_plan_findings(papers: LegalPlanningPapers) -> Iterator[Finding]:
    """Give what the proposed draft plan lacks; a `must` of the plan only warns here."""
    without_goals = [
        child.id
        for child in papers.children
        if child.plan is ChildPlan.CHILD_PROTECTION and not papers.goals(child.id)
    ]
    for child in papers.children:
        if child.id in without_goals:
            sentence = f"Record the goals of {child.initials}'s child protection plan."
            example = "Each child has a bed of their own and a meal in the evening"
            yield Finding(GOALS, sentence, example, child.id, field="goal")
    lines = lines_in_force(papers)
    if not lines:
        sentence = "There is no proposed draft plan yet. Enter its lines in the plan."
        yield Finding(DRAFT_PLAN, sentence, "Visits, a bottom line, a parenting assessment")
        return
    if not any(line.kind is LineKind.VISIT for line in lines):
        sentence = "The draft plan says nothing of visits: who comes, and how often."
        yield Finding(VISITS, sentence, "The social worker visits every Tuesday at 4 pm")
    for finding in plan_findings(papers):
        if finding.rule in _OF_THE_PLAN and finding.about not in without_goals:
            yield replace(finding, only_warns=True)
