"""What a review found and decided, in plain lines, with how firmly it stands before the reasons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.day_names import day_text
from agenda.decision_sentences import (
    decided_alike,
    forum_words,
    outcome_words,
    standing_words,
    view_words,
    whose,
    why_label,
)
from agenda.minuting_words import with_firm

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from agenda.decision_sentences import Alike
    from agenda.minuted_decision import MinutedDecision
    from agenda.minutes import Minutes


def which_way(minutes: Minutes) -> Iterator[str]:
    """Give which way each worry, and the risk to each child, has gone."""
    for concern in minutes.concerns:
        if found := concern.trajectory:
            yield _said(
                f"Concern {concern.number}, {concern.heading}: {found.trajectory}", found.evidence
            )
    for judged in minutes.judgements:
        yield _said(f"The risk to {judged.name} ({judged.initials}): {judged.risk}", judged.reasons)


def decision_parts(decisions: Iterable[MinutedDecision]) -> Iterator[tuple[str, Iterable[str]]]:
    """Give a heading for each decision, with what stands under it."""
    for alike in decided_alike(decisions):
        outcome, stands = outcome_words(alike[0], day_text), alike[0].standing
        yield f"Decision for {whose(alike)}: {outcome} ({stands})", _decision(alike)


def _decision(alike: Alike) -> Iterator[str]:
    """Give a decision: how it stands, then each fact that is known with its name."""
    decision = alike[0]
    yield " ".join(filter(None, standing_words(decision, day_text)))
    facts = {
        why_label(decision): decision.authority.why if decision.authority else "",
        "Reasons": decision.reasons or "not recorded",
        "Other options, and why they were rejected": decision.rejected or "not recorded",
        "How issuing proceedings was considered": decision.considered,
        "What the child wants and feels": decision.child_view or "not recorded",
    }
    yield from _known(facts)
    for view in decision.views:
        yield f"{view_words(view)}: {view.said}" if view.said else f"{view_words(view)}."
    yield from _known({"A professional does not agree": decision.dissent})
    for one in decision.consulted:
        who = with_firm(one.name, one.role)
        yield _said(f"Consulted: {who}, {with_firm(day_text(one.on), one.forum)}", one.said)
    yield from _what_follows(decision)


def _what_follows(decision: MinutedDecision) -> Iterator[str]:
    window = decision.window
    subject = f", provisional, subject to {forum_words(window, day_text)}" if window.forum else ""
    last_day = "" if decision.has_ended else f"{day_text(window.last_day)}{subject}"
    if not decision.has_fallen:
        letter = day_text(decision.letter_by) if decision.letter_by else ""
        yield from _known(
            {
                "The birth plan": decision.birth_plan,
                "After the close": decision.after_close or "",
                "Letter to the parents by": letter,
            }
        )
    yield from _known({"Last day of the window": last_day})


def _known(facts: dict[str, str]) -> Iterator[str]:
    for name, fact in facts.items():
        if fact:
            yield f"{name}: {fact}"


def _said(what: str, said: str) -> str:
    return f"{what}. {said}" if said else f"{what}."
