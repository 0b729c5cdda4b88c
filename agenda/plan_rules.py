"""What the plan as a whole needs, and what the meeting still owes each of its lines."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from agenda.captures import Capture
from agenda.finding import Finding, Level, Rule
from agenda.meeting_facts import lines_in_force, parents_here, place_of
from agenda.minuting_words import in_a_row
from agenda.passing import with_reasons
from agenda.words import ChildPlan, LineKind, LineState

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agenda import records
    from agenda.papers import Papers

SUPPORT = Rule(
    "plan.support",
    Level.SHOULD,
    "The plan says what we do to help.",
    "Somerset 2018: supported targets for parents; Ofsted, Derby 2022: actions for workers too",
)
BOTTOM_LINE = Rule(
    "plan.bottom_line",
    Level.SHOULD,
    "The plan has a bottom line.",
    "Somerset 2018, Initial PLO letter: with the bottom line made clear",
)
CONTINGENCY = Rule(
    "plan.contingency",
    Level.SHOULD,
    "The plan says what happens if it does not work.",
    "Ofsted, Hull 2023: plans without a contingency",
)
CONCERN_WITHOUT_LINE = Rule(
    "plan.concern_without_line",
    Level.SHOULD,
    "Every concern has a line that answers it.",
    "Somerset 2018, Content of Initial PLO letter: what needs to happen",
)
PROTECTION_GOAL = Rule(
    "plan.protection_goal",
    Level.SHOULD,
    "A child with a child protection plan has a line that serves one of its goals.",
    "Somerset 2018: PLO goals should align with CP plan goals",
)
PARENTING_ASSESSMENT = Rule(
    "plan.parenting_assessment",
    Level.MUST,
    "The plan has a parenting assessment.",
    "Sutton 2019, PLO Meetings: completed in all cases",
)
UNDECIDED = Rule(
    "plan.undecided",
    Level.MUST,
    "Every line is agreed, amended or dropped.",
    "Sutton 2019, PLO Meetings: the meeting concludes with a SMART plan",
)
ANSWER = Rule(
    "plan.answer",
    Level.SHOULD,
    "Each parent here has given their own answer to each line.",
    "Biscoes Law: each parent may have their own agreement",
)

_PARENTING = re.compile(r"\b(?:parenting|pams|parent ?assess)\b", re.IGNORECASE)


def plan_findings(papers: Papers) -> list[Finding]:
    """Return what is missing in the plan as a whole, and each line not yet decided or answered.

    Dropped lines count for nothing. Answers are asked for in a meeting only.
    """
    lines = lines_in_force(papers)
    found = [
        *_whole(papers, lines),
        *_concerns(papers, lines),
        *_goals(papers, lines),
        *_decisions(papers, lines),
    ]
    return with_reasons(found, papers)


def has_parenting_assessment(papers: Papers) -> bool:
    """Whether a parenting assessment stands in the plan and was not dropped."""
    return any(
        line.kind is LineKind.ASSESSMENT and _PARENTING.search(line.what)
        for line in lines_in_force(papers)
    )


def _whole(papers: Papers, lines: list[records.PlanLine]) -> Iterator[Finding]:
    place = place_of(papers, Capture.PLAN)
    if not any(line.owner_staff_id or line.support.strip() for line in lines):
        sentence = "Nothing in the plan says what we do to help. Add our support to a line."
        example = "We pay for the taxi to the course"
        yield Finding(SUPPORT, sentence, example, place=place)
    if not any(line.kind is LineKind.BOTTOM_LINE for line in lines):
        sentence = "The plan has no bottom line. Add what must not happen, and what follows."
        example = "The children are never left alone. If they are, we ask our lawyers that day"
        bottom = place_of(papers, Capture.BOTTOM_LINE, Capture.PLAN)
        yield Finding(BOTTOM_LINE, sentence, example, place=bottom)
    if not any(line.contingency.strip() for line in lines):
        sentence = "The plan does not say what happens if it does not work. Add it to a line."
        example = "If a session is missed, we ring within two days and bring the review forward"
        yield Finding(CONTINGENCY, sentence, example, place=place)
    if papers.policy.plan.parenting_assessment and not has_parenting_assessment(papers):
        sentence = "The plan has no parenting assessment. Add one, or record why not."
        example = "Parenting assessment of Ms Carter, 6 sessions, report by week 10"
        where = place_of(papers, Capture.ASSESSMENTS, Capture.PLAN)
        yield Finding(PARENTING_ASSESSMENT, sentence, example, place=where)


def _concerns(papers: Papers, lines: list[records.PlanLine]) -> Iterator[Finding]:
    answered = {line.concern_id for line in lines}
    for concern in papers.concerns:
        if concern.id not in answered:
            sentence = (
                f"No line answers the concern “{concern.heading}”. Add one, or tie one to it."
            )
            example = "What will be different at home, by when, and who sees it"
            place = place_of(papers, Capture.PLAN)
            yield Finding(CONCERN_WITHOUT_LINE, sentence, example, concern.id, place)


def _goals(papers: Papers, lines: list[records.PlanLine]) -> Iterator[Finding]:
    """Give each child with a child protection plan whom no line with a goal is for."""
    aligned = [line for line in lines if line.goal_id]
    served = {
        child.id for line in aligned for child in papers.line_children(line.id) or papers.children
    }
    for child in papers.children:
        if child.plan is ChildPlan.CHILD_PROTECTION and child.id not in served:
            goals = papers.goals(child.id)
            sentence = (
                f"No line serves a goal of {child.initials}'s child protection plan. "
                "Choose the goal on the line that does."
            )
            example = goals[0].text if goals else "Record the plan's goals with the child first"
            yield Finding(
                PROTECTION_GOAL, sentence, example, child.id, place_of(papers, Capture.PLAN)
            )


def _decisions(papers: Papers, lines: list[records.PlanLine]) -> Iterator[Finding]:
    place = place_of(papers, Capture.PLAN)
    for line in lines:
        if line.state is LineState.DRAFT:
            sentence = f"Line {line.number} is still a draft. Agree it, amend it or drop it."
            yield Finding(UNDECIDED, sentence, "", line.id, place, "state")
    if papers.meeting_id is None:
        return
    here = parents_here(papers)
    answered = {
        (row.line_id, row.person_id)
        for row in papers.standing("LineAnswer")
        if row.meeting_id == papers.meeting_id
    }
    for line in lines:
        if line.state is LineState.DRAFT or line.decided_in not in (None, papers.meeting_id):
            continue
        silent = [person.known_as for person in here if (line.id, person.id) not in answered]
        if silent:
            sentence = f"Ask {in_a_row(silent)} to answer line {line.number} for themselves."
            example = "Agreed, if the taxi is paid"
            yield Finding(ANSWER, sentence, example, line.id, place, "answers")
