"""What a review has decided so far, in a few words for each child."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.day_names import day_and_month, day_text
from agenda.decision_words import Outcome, Standing
from agenda.extension import children_to_decide, how_it_stands
from agenda.london import london_date
from agenda.meeting_facts import is_review
from plo_tui.widgets.plan_list import DecidedRow

if TYPE_CHECKING:
    from uuid import UUID

    from agenda import records
    from agenda.papers import Papers


def decided_rows(papers: Papers) -> list[DecidedRow]:
    """Return each child's decision as the side panel shows it; nothing outside a review."""
    if not is_review(papers):
        return []
    rows = []
    for child in children_to_decide(papers):
        if decision := papers.decision(child.id):
            decided, stands = decided_in_words(decision), standing_in_words(decision, papers)
            rows.append(DecidedRow(child.id, child.initials, decided, stands))
        else:
            rows.append(DecidedRow(child.id, child.initials, "not decided yet"))
    return rows


def decided_in_words(decision: records.Decision) -> str:
    """Return what is decided in a few words: `extend to 18 May`."""
    if decision.outcome is Outcome.EXTEND and decision.new_end:
        return f"{decision.outcome} to {day_and_month(decision.new_end)}"
    return decision.outcome.value


def standing_in_words(decision: records.Decision, papers: Papers) -> tuple[str, ...]:
    """Return how firmly a decision stands, and by whom or until when, in one part or two.

    `recommended` · `provisional`, `Court Tracker 15 Apr` ·
    `authorised by Rob Hale`, `Court Tracker, Thu 15 Apr 2027`.
    """
    stands = how_it_stands(decision, papers)
    if given := papers.authority(decision.id):
        how = ", by telephone" if given.by_telephone else ""
        on = day_text(london_date(given.given_at))
        name = papers.name(given.staff_id, None)
        return f"{stands} by {name}", f"{given.forum}{how}, {on}"
    if stands in (Standing.PROVISIONAL, Standing.LAPSED) and decision.tracker_on:
        forum = papers.policy.extension.forum
        return stands.value, f"{forum} {day_and_month(decision.tracker_on)}"
    return (stands.value,)


def undecided(papers: Papers) -> list[records.Child]:
    """Return the children for whom this review has not decided, in the family's order."""
    return [child for child in children_to_decide(papers) if papers.decision(child.id) is None]


def decided_alike(papers: Papers, child: records.Child) -> list[records.Child]:
    """Return the children whose decisions say the same as this child's, this child among them.

    A child without a decision is alike to every other without one.
    """
    said = _said(papers, child.id)
    return [one for one in papers.children if _said(papers, one.id) == said]


def waiting_for_authority(papers: Papers) -> list[UUID]:
    """Return the decisions of this meeting that nobody with the authority has answered."""
    decisions = [papers.decision(child.id) for child in papers.children]
    return [one.id for one in decisions if one and papers.authority(one.id) is None]


_WORDS = (
    "outcome", "reasons", "rejected", "child_view", "dissent", "after_close", "birth_plan",
    "new_end", "tracker_on", "considered", "letter_by",
)  # fmt: skip


def _said(papers: Papers, child_id: UUID) -> tuple[object, ...] | None:
    """Return all that a child's decision says, to be compared; None where there is none."""
    decision = papers.decision(child_id)
    if decision is None:
        return None
    views = {(row.person_id, row.answer, row.said) for row in papers.decision_views(decision.id)}
    asked = {
        (row.staff_id, row.on, row.forum, row.said) for row in papers.consultations(decision.id)
    }
    return (*(getattr(decision, word) for word in _WORDS), views, asked)
