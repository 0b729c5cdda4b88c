"""What a case shows of its reviews' decisions, and of what asks for a decision in between."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.court_tracker import tracker_findings
from agenda.day_names import day_text
from agenda.decided import decided_words, latest_decision, standing_words
from agenda.slippage import slippage_findings
from agenda.window_check import passed_window_words, past_window_words
from plo_tui.widgets.record_list import RecordRow

if TYPE_CHECKING:
    from datetime import date

    from agenda.papers import Papers


def decision_rows(papers: Papers) -> list[RecordRow]:
    """Return the latest decision for each child, with how it stands; nothing before the first."""
    latest = [(child, latest_decision(papers, child.id)) for child in papers.children]
    if not any(decision for _, decision in latest):
        return []
    rows = [RecordRow("", "DECISIONS")]
    for child, decision in latest:
        if decision is None:
            rows.append(RecordRow("-", f"{child.initials}: not decided yet"))
            continue
        title = f"{child.initials}: {decided_words(decision)}"
        rows.append(RecordRow("Decision", title, standing_words(decision, papers), decision.id))
    return rows


def considered_rows(papers: Papers) -> list[RecordRow]:
    """Return each time a midway review was considered because of slippage."""
    answers = papers.midway_considered
    if not answers:
        return []
    rows = [RecordRow("", "MIDWAY REVIEW CONSIDERED")]
    for answer in answers:
        title = f"{day_text(answer.on)}: {'to be held' if answer.hold else 'not held'}"
        who = papers.name(answer.by_staff_id, None)
        rows.append(RecordRow("-", title, (answer.why, f"when {answer.slipped}", who)))
    return rows


def notes(papers: Papers, today: date, slippage_key: str) -> list[tuple[str, bool]]:
    """Return what nobody may miss, in sentences, each with whether it is wrong as it stands.

    Args:
        papers: the case's papers.
        today: today in London.
        slippage_key: the key that answers the question about slippage, as it is shown.
    """
    slipping = slippage_findings(papers, today)
    past = past_window_words(papers)
    return [
        *([(past, True)] if past else []),
        *((sentence, False) for sentence in passed_window_words(papers)),
        *((f"{one.sentence} ({slippage_key})", False) for one in slipping),
        *((one.sentence, False) for one in tracker_findings(papers, today)),
    ]
