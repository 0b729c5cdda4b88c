"""What a review owes each worry and each child before it decides: which way things have gone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.captures import Capture
from agenda.extension import children_to_decide
from agenda.finding import Finding, Level, Rule
from agenda.meeting_facts import is_review, place_of
from agenda.passing import with_reasons

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agenda.papers import Papers

TRAJECTORY = Rule(
    "review.trajectory",
    Level.MUST,
    "A review says of each worry which way it has gone.",
    "Sutton 2019, PLO Review: whether the risk has been reduced or not",
)
TRAJECTORY_EVIDENCE = Rule(
    "review.trajectory_evidence",
    Level.SHOULD,
    "Which way a worry has gone says how we know.",
    "Ofsted, East Riding 2023: rationale not recorded",
)
JUDGEMENT = Rule(
    "review.judgement",
    Level.MUST,
    "A review makes an overall judgement on the risk to each child.",
    "Sutton 2019, PLO Review: the trajectory for concern",
)
JUDGEMENT_REASONS = Rule(
    "review.judgement_reasons",
    Level.SHOULD,
    "The judgement on a child says how we know, since when, and what could undo it.",
    "Ofsted, Knowsley 2021: stepped out too soon",
)


def trajectory_findings(papers: Papers) -> list[Finding]:
    """Return what a review has not yet said of its worries and children; nothing elsewhere."""
    if not is_review(papers):
        return []
    return with_reasons([*_worries(papers), *_children(papers)], papers)


def _worries(papers: Papers) -> Iterator[Finding]:
    place = place_of(papers, Capture.TRAJECTORY)
    for concern in papers.concerns:
        said, called = papers.trajectory(concern.id), f"worry {concern.position}"
        if said is None:
            sentence = f"Say whether {called}, “{concern.heading[:60]}”, is less, the same or more."
            example = "Reduced: no missed school day since 1 February"
            yield Finding(TRAJECTORY, sentence, example, concern.id, place, "trajectory")
        elif not said.evidence.strip():
            sentence = f"Say how we know that {called} is {said.trajectory}."
            example = "The school's record of 3 March"
            yield Finding(TRAJECTORY_EVIDENCE, sentence, example, concern.id, place, "evidence")


def _children(papers: Papers) -> Iterator[Finding]:
    place = place_of(papers, Capture.TRAJECTORY)
    for child in children_to_decide(papers):
        said = papers.judgement(child.id)
        if said is None:
            sentence = f"Judge whether the risk to {child.initials} is less, the same or more."
            example = "Reduced, since the middle of January"
            yield Finding(JUDGEMENT, sentence, example, child.id, place, "risk")
        elif not said.reasons.strip():
            sentence = (
                f"Say how we know that the risk to {child.initials} is {said.risk}, for how long "
                "it has been so, and what could undo it."
            )
            example = "Six clean weeks; a drink at Easter could undo it"
            yield Finding(JUDGEMENT_REASONS, sentence, example, child.id, place, "reasons")
