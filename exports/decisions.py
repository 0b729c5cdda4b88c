"""What a review decided for each child, with how firmly it stands at once beneath.

Children decided alike in every word share one block. Nothing here may let a decision that is only
recommended look authorised.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.decision_sentences import (
    decided_alike,
    forum_words,
    outcome_words,
    standing_words,
    view_words,
    whose,
    why_label,
)
from agenda.minuting_words import in_a_row, with_firm
from exports.who import NONE_RECORDED
from exports.wordml import (
    cell,
    facts,
    heading,
    labelled,
    lead_in,
    paragraph,
    run,
    tab,
    table,
)
from exports.words import long_date, sentence

if TYPE_CHECKING:
    from collections.abc import Iterable

    from agenda.decision_sentences import Alike
    from agenda.minuted_decision import (
        MinutedConsultation,
        MinutedDecision,
        MinutedView,
        MinutedWindow,
    )
    from agenda.minutes import Minutes

_NOT_RECORDED = "Not recorded."
_WHAT_FOLLOWS = "What happens to the plan, the letter to the parents, and the window."


def windows(minutes: Minutes) -> list[str]:
    """Return the window as the minutes open with it: a line for each, where children's differ."""
    start = long_date(minutes.window_start)
    found: dict[str, list[str]] = {}
    for child, window in zip(minutes.children, minutes.windows, strict=False):
        found.setdefault(_window(window, start), []).append(child.initials)
    if not found:
        return [f"{start} to {long_date(minutes.window_end)}"]
    if len(found) == 1:
        return list(found)
    return [f"{in_a_row(named)}: {window}" for window, named in found.items()]


def decided(made: tuple[MinutedDecision, ...]) -> list[str]:
    """Return each decision in a line, with how it stands: what a reader looks for first."""
    return [
        f"{in_a_row([one.initials for one in alike])}: {_outcome(alike[0])}"
        for alike in decided_alike(made)
    ]


def decisions(made: tuple[MinutedDecision, ...]) -> str:
    """Return each decision with its reasons; nothing where nothing was decided."""
    if not made:
        return ""
    return heading(1, "Decision and reasons") + "".join(map(_block, decided_alike(made)))


def _window(window: MinutedWindow, start: str) -> str:
    if window.is_over:
        return "pre-proceedings ended at an earlier meeting"
    waits = f", provisional: subject to {forum_words(window, long_date)}" if window.forum else ""
    return f"{start} to {long_date(window.last_day)}{waits}"


def _outcome(decision: MinutedDecision) -> str:
    """Return what was decided, and how it stands: a heading is read alone in a list of them."""
    return f"{outcome_words(decision, long_date)} ({decision.standing})"


def _block(alike: Alike) -> str:
    decision = alike[0]
    mark, standing = standing_words(decision, long_date)
    why = decision.authority.why if decision.authority else ""
    return (
        heading(2, f"{whose(alike)}: {_outcome(decision)}")
        + paragraph("PLOLeadIn", run(mark, bold=True), run(f" {standing}"))
        + labelled(why_label(decision), why)
        + labelled("Reasons", decision.reasons or _NOT_RECORDED)
        + labelled("Other options, and why they were rejected", decision.rejected or _NOT_RECORDED)
        + labelled("How issuing proceedings was considered", decision.considered)
        + labelled("What the child wants and feels", decision.child_view or _NOT_RECORDED)
        + _views(decision.views)
        + labelled("A professional does not agree", decision.dissent, "PLOLeadIn")
        + _consulted(decision.consulted, whose(alike))
        + _what_follows(decision, whose(alike))
    )


def _views(views: Iterable[MinutedView]) -> str:
    title = "What each parent thinks of it"
    said = "".join(map(_view, views))
    return lead_in(f"{title}:") + said if said else labelled(title, NONE_RECORDED)


def _view(view: MinutedView) -> str:
    answer = run(view_words(view), bold=True)
    words = run(f": {view.said}" if view.said else ".")
    return paragraph("PLOPoint", run("•"), tab(), answer, words)


def _consulted(consulted: tuple[MinutedConsultation, ...], about: str) -> str:
    title = "Who was consulted"
    if not consulted:
        return labelled(title, NONE_RECORDED)
    return lead_in(f"{title}:") + table(
        f"{title} on the decision for {about}",
        "Each row is one person: name and role, the day, where, and what they said.",
        [("Who", 28), ("When", 20), ("Where", 18), ("What they said", 34)],
        [
            (
                cell(with_firm(one.name, one.role)),
                cell(long_date(one.on)),
                cell(one.forum) or cell("Not recorded"),
                cell(one.said) or cell("Not recorded"),
            )
            for one in consulted
        ],
    )


def _what_follows(decision: MinutedDecision, about: str) -> str:
    """Return what happens next: the plan, the birth, the letter and the window."""
    last_day = "" if decision.has_ended else long_date(decision.window.last_day)
    if decision.window.forum:
        last_day += f", provisional: subject to {forum_words(decision.window, long_date)}"
    letter = long_date(decision.letter_by) if decision.letter_by else ""
    rows = [
        ("After the close", sentence(decision.after_close or "")),
        ("Letter to the parents by", letter),
        ("Last day of the window", last_day),
    ]
    follows = rows[2:] if decision.has_fallen else rows
    known = [(name, cell(value)) for name, value in follows if value]
    birth = "" if decision.has_fallen else labelled("The birth plan", decision.birth_plan)
    if not known:
        return birth
    title = f"What follows for {about}"
    return birth + lead_in("What follows:") + facts(title, _WHAT_FOLLOWS, known)
