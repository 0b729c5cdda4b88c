"""Readiness: experts contacted before legal planning, with their costs and reporting times."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.finding import Finding, Level, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agenda import records
    from agenda.legal_planning_papers import LegalPlanningPapers
    from agenda.policy import Policy

EXPERT = Rule(
    "readiness.expert",
    Level.SHOULD,
    "Where an expert will be needed, experts are contacted before the meeting.",
    "Sutton 2019, Step 1: experts are contacted prior to the meeting",
)
EXPERT_ANSWER = Rule(
    "readiness.expert_answer",
    Level.SHOULD,
    "Each expert contacted has said what they cost and when they report.",
    "Sutton 2019, Step 1: to ascertain their costs and reporting timelines",
)
EXPERT_WINDOW = Rule(
    "readiness.expert_window",
    Level.SHOULD,
    "An expert's report comes inside the window.",
    "Sutton 2019, Step 1: this will assist the meeting in timetabling",
)


def expert_findings(referral: records.Referral, papers: LegalPlanningPapers) -> Iterator[Finding]:
    """Give what is still to ask of experts; nothing where none is needed."""
    if referral.expert_needed is False:
        return
    if referral.expert_needed is None:
        sentence = "Say whether an expert assessment will be needed."
        yield Finding(EXPERT, sentence, "", referral.id, field="expert_needed")
    elif not papers.experts:
        sentence = "An expert will be needed, and none is recorded. Contact one before the meeting."
        yield Finding(EXPERT, sentence, "Dr Lund, psychology", referral.id, field="experts")
    for expert in papers.experts:
        yield from _of_expert(expert, papers.policy)


def report_words(weeks: int, policy: Policy) -> str:
    """Return how a reporting time stands to the window: `report in 14 weeks, 2 past the window`.

    It counts from the initial meeting, to which the draft letter of instruction is taken and where
    the parties agree it (Sutton 2019, PLO Meetings).
    """
    told = f"report in {'1 week' if weeks == 1 else f'{weeks} weeks'}"
    over = weeks - policy.window.weeks
    if over == 0:
        return f"{told}, as the window ends"
    return f"{told}, {over} past the window" if over > 0 else f"{told}, inside the window"


def was_asked(expert: records.ExpertEnquiry) -> bool:
    """Whether an expert was contacted: on a day that is known, or they have answered."""
    return any((expert.contacted_on, expert.cost_pence is not None, expert.report_weeks))


def _of_expert(expert: records.ExpertEnquiry, policy: Policy) -> Iterator[Finding]:
    name = expert.expert
    if not was_asked(expert):
        sentence = f"{name} is not contacted yet. Ask what they cost and when they can report."
        yield Finding(EXPERT, sentence, "", expert.id, field="contacted_on")
        return
    missing = {
        "cost_pence": "what they cost" if expert.cost_pence is None else "",
        "report_weeks": "when they can report" if expert.report_weeks is None else "",
    }
    asked = [field for field, words in missing.items() if words]
    if asked:
        words = " or ".join(missing[field] for field in asked)
        sentence = f"{name} has not said {words}. Ask again, or ask somebody else."
        yield Finding(EXPERT_ANSWER, sentence, "", expert.id, field=asked[0])
    if expert.report_weeks and expert.report_weeks > policy.window.weeks:
        told = report_words(expert.report_weeks, policy)
        sentence = (
            f"{name}: {told}, if instructed at the initial meeting. Ask for an earlier report, "
            "instruct before, or choose another expert."
        )
        yield Finding(EXPERT_WINDOW, sentence, "", expert.id, field="report_weeks")
