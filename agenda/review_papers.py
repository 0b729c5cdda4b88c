"""The part of the papers that reviews write: which way things went, decisions, their authority."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING

from agenda.family_papers import FamilyPapers

if TYPE_CHECKING:
    from uuid import UUID

    from agenda import records


class ReviewPapers(FamilyPapers):
    """What reviews found and decided. Every list holds the records not withdrawn."""

    def trajectory(self, concern_id: UUID) -> records.ConcernTrajectory | None:
        """Return which way this meeting says a worry has gone; None where it has not said."""
        rows = [row for row in self.trajectories(concern_id) if row.meeting_id == self.meeting_id]
        return rows[-1] if rows else None

    def trajectories(self, concern_id: UUID) -> list[records.ConcernTrajectory]:
        """Return what each review said of a worry, the latest last."""
        rows = self._sorted("ConcernTrajectory", attrgetter("id"))
        return [row for row in rows if row.concern_id == concern_id]

    def judgement(self, child_id: UUID) -> records.ChildJudgement | None:
        """Return this meeting's judgement on the risk to a child; None where it made none."""
        rows = [row for row in self.judgements(child_id) if row.meeting_id == self.meeting_id]
        return rows[-1] if rows else None

    def judgements(self, child_id: UUID) -> list[records.ChildJudgement]:
        """Return each review's judgement on the risk to a child, the latest last."""
        rows = self._sorted("ChildJudgement", attrgetter("id"))
        return [row for row in rows if row.child_id == child_id]

    def decision(self, child_id: UUID) -> records.Decision | None:
        """Return what this meeting decides for a child; None where it has not decided."""
        rows = [row for row in self.decisions(child_id) if row.meeting_id == self.meeting_id]
        return rows[-1] if rows else None

    def decisions(self, child_id: UUID) -> list[records.Decision]:
        """Return what each review decided for a child, the latest last."""
        rows = self._sorted("Decision", attrgetter("id"))
        return [row for row in rows if row.child_id == child_id]

    def decision_views(self, decision_id: UUID) -> list[records.DecisionView]:
        """Return each parent's view of a decision, in the parents' order."""
        order = {person.id: place for place, person in enumerate(self.people)}
        rows = [row for row in self.standing("DecisionView") if row.decision_id == decision_id]
        return sorted(rows, key=lambda row: order.get(row.person_id, len(order)))

    def consultations(self, decision_id: UUID) -> list[records.Consultation]:
        """Return who was consulted on a decision, the earliest first."""
        rows = self._sorted("Consultation", attrgetter("on", "id"))
        return [row for row in rows if row.decision_id == decision_id]

    def authority(self, decision_id: UUID) -> records.Authority | None:
        """Return the latest answer of whoever has the authority; None before there is one."""
        rows = self._sorted("Authority", attrgetter("given_at", "id"))
        answers = [row for row in rows if row.decision_id == decision_id]
        return answers[-1] if answers else None

    @property
    def midway_considered(self) -> list[records.MidwayConsidered]:
        """Each time a midway review was considered because of slippage, in order."""
        return self._of_episode(self._sorted("MidwayConsidered", attrgetter("on", "id")))
