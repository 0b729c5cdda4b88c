"""The case between and after reviews in plain lines: decisions, authority, slippage, trackers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.court_tracker import tracker_findings
from agenda.decided import decided_words, latest_decision, standing_words
from agenda.slippage import considered, slippage_findings
from agenda.window_check import passed_window_words, past_window_words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from agenda.papers import Papers


def between_reviews(papers: Papers, today: date) -> Iterator[str]:
    """Give what nobody may miss between two reviews, each in a line."""
    yield from filter(None, [past_window_words(papers), *passed_window_words(papers)])
    for found in (*slippage_findings(papers, today), *tracker_findings(papers, today)):
        yield found.sentence
    for row in papers.midway_considered:
        yield f"{considered(row, papers)}."


def decisions(papers: Papers) -> Iterator[str]:
    """Give the latest decision for each child, and how it stands; nothing before the first."""
    latest = [(child, latest_decision(papers, child.id)) for child in papers.children]
    if not any(decision for _, decision in latest):
        return
    for child, decision in latest:
        if decision is None:
            yield f"{child.initials}: not decided yet."
            continue
        stands = ", ".join(standing_words(decision, papers)).rstrip(".")
        yield f"{child.initials}: {decided_words(decision)}; {stands}."
