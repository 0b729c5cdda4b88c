"""How firmly a decision stands, and how far an extension moves a child's window.

Sutton 2019, PLO Review: managers may extend by a further 6 weeks, only where there is confidence
that risk is reducing, and discussed with the head of service at the Court Tracker. Until that
Court Tracker an extension is provisional, and it lapses where the day passes without an answer.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from agenda.decision_words import AuthorityAnswer, Outcome, Standing
from agenda.finding import Level, Rule
from agenda.passing import is_passed

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from uuid import UUID

    from agenda import records
    from agenda.papers import Papers
    from agenda.window import Window

NEW_END = Rule(
    "decision.new_end",
    Level.MUST,
    "An extension ends after the window, and not later than the policy's weeks past it.",
    "Sutton 2019, PLO Review: a further 6 weeks",
)
ONCE = Rule(
    "decision.once",
    Level.MUST,
    "A window is extended once.",
    "Sutton 2019, PLO Review: a further 6 weeks",
)


def how_it_stands(decision: records.Decision, papers: Papers) -> Standing:
    """Return how firmly a decision stands on the day the papers are read for."""
    if given := papers.authority(decision.id):
        is_given = given.answer is AuthorityAnswer.AUTHORISED
        return Standing.AUTHORISED if is_given else Standing.REFUSED
    if decision.outcome is Outcome.EXTEND and decision.tracker_on:
        has_passed = papers.as_of is not None and papers.as_of > decision.tracker_on
        return Standing.LAPSED if has_passed else Standing.PROVISIONAL
    return Standing.RECOMMENDED


def decides(meeting: records.Meeting) -> bool:
    """Whether what is decided in a meeting counts: not where it was adjourned or not effective."""
    return meeting.effective is not False and meeting.adjourned_at is None


def decisions_that_count(papers: Papers, child_id: UUID) -> list[records.Decision]:
    """Return the decisions for a child in the meetings of this episode that decide, in order."""
    order = {row.id: row.number for row in papers.episode_meetings if decides(row)}
    rows = [row for row in papers.decisions(child_id) if row.meeting_id in order]
    return sorted(rows, key=lambda row: order[row.meeting_id])


def children_to_decide(papers: Papers) -> list[records.Child]:
    """Return the children for whom pre-proceedings go on, in the family's order.

    They have ended for a child once an earlier meeting's decision to end them is authorised.
    """
    return [child for child in papers.children if not _has_ended(papers, child.id)]


def _has_ended(papers: Papers, child_id: UUID) -> bool:
    earlier = [
        row for row in decisions_that_count(papers, child_id) if row.meeting_id != papers.meeting_id
    ]
    return any(
        row.outcome.ends and how_it_stands(row, papers) is Standing.AUTHORISED for row in earlier
    )


def extensions(papers: Papers, child_id: UUID) -> list[records.Decision]:
    """Return the extensions that move a child's window, in order."""
    return [
        row
        for row in decisions_that_count(papers, child_id)
        if row.outcome is Outcome.EXTEND and row.new_end and how_it_stands(row, papers).counts
    ]


def extended_to(papers: Papers, child_id: UUID, furthest: date, times: int) -> date | None:
    """Return the last day that extensions give a child; None where nothing is extended.

    Never past `furthest` and never more than `times` extensions, unless a recorded reason and
    name passed the rule for that decision.

    Args:
        papers: the case's papers.
        child_id: the child.
        furthest: the last day an extension may give.
        times: how often a window may be extended.
    """
    ends = []
    for number, row in enumerate(extensions(papers, child_id), 1):
        if number > times and not is_passed(papers, ONCE, row.id):
            continue
        new_end = row.new_end
        assert new_end is not None  # noqa: S101 - `extensions` gives none without
        ends.append(new_end if is_passed(papers, NEW_END, row.id) else min(new_end, furthest))
    return max(ends, default=None)


def as_extended(
    window: Window, times: int, children: Iterable[records.Child], papers: Papers
) -> Window:
    """Return a window as the latest extension of some children leaves it.

    Args:
        window: without an extension.
        times: how often a window may be extended.
        children: whose extensions count.
        papers: the case's papers.
    """
    ends = [extended_to(papers, child.id, window.extension_end, times) for child in children]
    latest = max((end for end in ends if end and end > window.end), default=None)
    return replace(window, extended_to=latest) if latest else window
