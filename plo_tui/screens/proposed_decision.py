"""What the decision gate would find in decisions as they are typed, before they are saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.decision_rules import decision_findings
from agenda.papers import Papers
from plo_tui.screens.proposed import NEVER_WAS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from agenda.finding import Finding
    from agenda.records import Record

_OF_DECISIONS = (
    "Case", "PreProceedings", "Staff", "Child", "EpisodeChild", "Person", "Relationship",
    "Meeting", "Sitting", "ExceptionalReason", "ChildJudgement", "Authority", "FamilyOffer",
    "Advice",
)  # fmt: skip
"""What the decision gate reads, besides what is typed."""

_TYPED = ("Decision", "DecisionView", "Consultation")


class ProposedDecisions:
    """Papers to try decisions in; what is tried there is in nobody else's."""

    def __init__(self, papers: Papers) -> None:
        self._papers = papers
        self._tried = Papers(papers.case_id, papers.meeting_id, papers.policy, papers.as_of)

    def findings(self, typed: Iterable[Record]) -> list[Finding]:
        """Return what the gate would find in these decisions, the same thing once.

        Args:
            typed: the decisions as typed, with the views and those consulted, saved nowhere. A
                decision that is in the store has its key.
        """
        papers, tried = self._papers, self._tried
        for kind in _TYPED:
            for row in tried.standing(kind):
                if papers.find(kind, row.id) is not row:
                    row.withdrawn_at = NEVER_WAS
        for kind in (*_OF_DECISIONS, "Decision"):
            tried.take(papers.standing(kind))
        typed = list(typed)
        tried.take(typed)
        about = {row.id for row in typed}
        return _once([one for one in decision_findings(tried) if one.about in about])


def _once(found: list[Finding]) -> list[Finding]:
    """Return what several children's decisions lack alike for the first of them only.

    What is found in the outcome itself is each child's own, such as a risk that is not less.
    """
    seen: set[tuple[str, str]] = set()
    kept = []
    for one in found:
        alike = (one.rule.key, one.field)
        if alike not in seen or one.field == "outcome":
            kept.append(one)
        seen.add(alike)
    return kept
