"""Which way things have gone by a review: worry by worry, then the risk to each child."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exports.wordml import cell, heading, paragraph, run, table
from exports.words import sentence

if TYPE_CHECKING:
    from agenda.minuted_decision import MinutedJudgement
    from agenda.minutes import MinutedConcern

_TEXT = "PLOTableText"
_NOT_RECORDED = "Not recorded"


def which_way(
    concerns: tuple[MinutedConcern, ...], judgements: tuple[MinutedJudgement, ...]
) -> str:
    """Return which way each worry, and the risk to each child, has gone.

    Nothing where nothing was said of it. Where it was said of one worry, each has its row.
    """
    worries = concerns if any(worry.trajectory for worry in concerns) else ()
    if not worries and not judgements:
        return ""
    return (
        heading(1, "Which way things have gone")
        + (_worries(worries) if worries else "")
        + (_children(judgements) if judgements else "")
    )


def _worries(worries: tuple[MinutedConcern, ...]) -> str:
    return table(
        "Which way each worry has gone",
        "Each row is one worry: whether it is reduced, the same or increased, and how we know.",
        [("Worry", 30), ("Which way", 17), ("How we know", 53)],
        [_worry(worry) for worry in worries],
    )


def _worry(worry: MinutedConcern) -> tuple[str, ...]:
    found = worry.trajectory
    return (
        _bold(f"{worry.number}. {worry.heading}"),
        _bold(sentence(found.trajectory)) if found else cell(_NOT_RECORDED),
        cell(found.evidence if found else "") or cell(_NOT_RECORDED),
    )


def _children(judgements: tuple[MinutedJudgement, ...]) -> str:
    return heading(2, "The risk to each child") + table(
        "The risk to each child",
        "Each row is one child: whether the risk is reduced, the same or increased by our overall "
        "judgement, and how we know, for how long, and what could undo it.",
        [("Child", 30), ("Risk", 17), ("How we know, for how long, what could undo it", 53)],
        [
            (
                _bold(f"{judged.name} ({judged.initials})"),
                _bold(sentence(judged.risk)),
                cell(judged.reasons or _NOT_RECORDED),
            )
            for judged in judgements
        ],
    )


def _bold(text: str) -> str:
    return paragraph(_TEXT, run(text, bold=True))
