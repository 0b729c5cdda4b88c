"""A minuted decision in words: what was decided, how firmly it stands, for which children.

Every document says these in the same words, so that none makes a recommended decision look
authorised.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from agenda.decision_words import Outcome, Standing
from agenda.minuting_words import in_a_row
from agenda.words import ParentAnswer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import date
    from typing import TypeAlias

    from agenda.minuted_decision import (
        MinutedAuthority,
        MinutedDecision,
        MinutedView,
        MinutedWindow,
    )

    Alike: TypeAlias = Sequence[MinutedDecision]
    DayWords: TypeAlias = Callable[[date], str]


_ANSWERS = {
    ParentAnswer.AGREED: "agrees",
    ParentAnswer.WITH_CONDITIONS: "agrees with conditions",
    ParentAnswer.NOT_AGREED: "does not agree",
    ParentAnswer.NO_ANSWER: "gave no answer today",
}


def decided_alike(decisions: Iterable[MinutedDecision]) -> list[list[MinutedDecision]]:
    """Return the decisions, those alike in every word but the child's name together."""
    found: dict[MinutedDecision, list[MinutedDecision]] = {}
    for decision in decisions:
        found.setdefault(replace(decision, name="", initials=""), []).append(decision)
    return list(found.values())


def whose(alike: Alike) -> str:
    """Return the children's full names in a row."""
    return in_a_row([decision.name for decision in alike])


def outcome_words(decision: MinutedDecision, day: DayWords) -> str:
    """Return what was decided, an extension with its new last day.

    Args:
        decision: the decision.
        day: how the document writes a date.
    """
    if decision.outcome is not Outcome.EXTEND:
        return decision.outcome.value
    end = decision.window.last_day if decision.standing.counts else decision.new_end
    return f"extend the window to {day(end)}" if end else "extend the window"


def standing_words(decision: MinutedDecision, day: DayWords) -> tuple[str, str]:
    """Return how firmly a decision stands: the word for it, then who, when and what follows.

    Args:
        decision: the decision.
        day: how the document writes a date.
    """
    mark, *follows = _stands(decision, day)
    by = f"Recommended by {decision.recommended_by}, on {day(decision.recommended_on)}."
    return mark, " ".join(filter(None, (*follows, by)))


def _stands(decision: MinutedDecision, day: DayWords) -> tuple[str, ...]:
    given, window = decision.authority, decision.window
    match decision.standing:
        case Standing.AUTHORISED if given:
            return "AUTHORISED", f"by {_by(given, day)}."
        case Standing.REFUSED if given:
            return "REFUSED", f"by {_by(given, day)}.", _unchanged(decision, day)
        case Standing.PROVISIONAL if window.forum:
            subject = f"PROVISIONAL: subject to {forum_words(window, day)}."
            return subject, otherwise_words(window, day)
        case Standing.LAPSED:
            lapsed = "No answer came by the day that it waited for."
            return "LAPSED.", lapsed, _unchanged(decision, day)
        case _:
            return f"{decision.standing.upper()}, not yet authorised.", _unchanged(decision, day)


def view_words(view: MinutedView) -> str:
    """Return a parent's answer to a decision: `Ms Carter does not agree`."""
    return f"{view.name} {_ANSWERS[view.answer]}"


def why_label(decision: MinutedDecision) -> str:
    """Return what the words given with an answer are: a reason to refuse, or conditions."""
    return "Why it was refused" if decision.standing is Standing.REFUSED else "Conditions"


def forum_words(window: MinutedWindow, day: DayWords) -> str:
    """Return what a provisional extension waits for: `the Court Tracker of Thu 15 Apr 2027`."""
    return f"the {window.forum} of {day(window.forum_on)}" if window.forum_on else ""


def otherwise_words(window: MinutedWindow, day: DayWords) -> str:
    """Return what follows where a provisional extension is not confirmed; else nothing."""
    if window.otherwise is None:
        return ""
    return f"If it is not confirmed there, the window ends on {day(window.otherwise)}."


def _unchanged(decision: MinutedDecision, day: DayWords) -> str:
    """Return what goes on where a decision does not stand, or not yet."""
    until = "" if decision.has_fallen else "Until it is authorised, "
    if decision.outcome is Outcome.EXTEND:
        goes_on = f"the window ends on {day(decision.window.last_day)}."
    elif decision.outcome.ends:
        goes_on = "pre-proceedings go on."
    else:
        return ""
    return f"{until}{goes_on}" if until else goes_on[:1].upper() + goes_on[1:]


def _by(given: MinutedAuthority, day: DayWords) -> str:
    who = ", ".join(filter(None, (given.name, given.role)))
    telephone = ", by telephone" if given.by_telephone else ""
    return f"{who}{telephone}, on {day(given.on)} at {given.at} ({given.forum})"
