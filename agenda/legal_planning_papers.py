"""The papers with legal planning among them: for the authority's own screens alone.

Whoever makes a document for a family or another professional reads `agenda.papers.Papers`, into
which the store puts none of these records.
"""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING

from agenda.papers import Papers
from agenda.words import MeetingKind

if TYPE_CHECKING:
    from uuid import UUID

    from agenda import records


class LegalPlanningPapers(Papers):
    """One case's papers with its referrals, experts contacted and legal planning meetings."""

    @property
    def referral(self) -> records.Referral | None:
        """The episode's latest legal planning meeting referral; None before there is one."""
        rows = self._of_episode(self._sorted("Referral", attrgetter("id")))
        return rows[-1] if rows else None

    def referral_for(self, meeting_id: UUID) -> records.Referral | None:
        """Return the referral that led to a legal planning meeting."""
        rows = [r for r in self.standing("Referral") if r.meeting_id == meeting_id]
        return rows[0] if rows else None

    @property
    def experts(self) -> list[records.ExpertEnquiry]:
        """The experts contacted in this episode, in the order they were."""
        return self._of_episode(self._sorted("ExpertEnquiry", attrgetter("id")))

    @property
    def legal_planning_meetings(self) -> list[records.Meeting]:
        """The episode's legal planning meetings, booked and held, in order."""
        rows = self._of_episode(self._sorted("Meeting", attrgetter("number", "id")))
        return [row for row in rows if row.kind is MeetingKind.LEGAL_PLANNING]

    def legal_planning(self, meeting_id: UUID) -> records.LegalPlanning | None:
        """Return what a legal planning meeting decided; None where it has not said anything."""
        rows = [row for row in self.standing("LegalPlanning") if row.meeting_id == meeting_id]
        return rows[0] if rows else None

    def options(self, meeting_id: UUID) -> list[records.PlanningOption]:
        """Return the options a legal planning meeting considered, in order."""
        rows = self._sorted("PlanningOption", attrgetter("position"))
        return [row for row in rows if row.meeting_id == meeting_id]

    def legal_planning_minutes(self, meeting_id: UUID) -> list[records.LegalPlanningMinutes]:
        """Return the versions of a legal planning meeting's minutes, the latest last."""
        rows = self._sorted("LegalPlanningMinutes", attrgetter("number"))
        return [row for row in rows if row.meeting_id == meeting_id]
