"""The Reeds with a meeting that is booked, and nothing seen to: a test does some of it."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING, Any

from papers_of import DAYS
from reeds_of import Reeds

from agenda import records as r
from agenda.booking_list import booking_list
from agenda.booking_rules import booking_findings
from agenda.legal_planning_papers import LegalPlanningPapers
from agenda.words import MeetingKind

if TYPE_CHECKING:
    from agenda.booking_words import BookingWhat, InvitedGroup
    from agenda.finding import Finding

MEETING_ON = date(2027, 2, 2)
"""A Tuesday."""
FAR, NEAR, LAST = date(2027, 1, 4), date(2027, 1, 20), date(2027, 1, 29)
"""21, 9 and 2 working days before it."""
NOW = datetime(2027, 1, 4, 9, tzinfo=UTC)


class Booked(Reeds):
    """The Reeds with an initial meeting that is booked, and nothing seen to."""

    def __init__(self, kind: MeetingKind = MeetingKind.INITIAL) -> None:
        super().__init__()
        self.booked = self.meeting(kind, MEETING_ON, planned_at=time(14), place="Civic Offices")

    def step(self, what: BookingWhat, person: Any = None, **said: Any) -> Any:
        facts: dict[str, Any] = {"done_on": FAR, "meeting_on": MEETING_ON, "meeting_at": time(14)}
        return self.add(
            r.BookingStep(
                meeting_id=self.booked.id,
                what=what,
                person_id=person.id if person else None,
                by_staff_id=self.staff.id,
                **(facts | said),
            )
        )

    def invitation(self, group: InvitedGroup, person: Any = None, **said: Any) -> Any:
        facts: dict[str, Any] = {
            "on": MEETING_ON,
            "at": time(14),
            "meeting_at": time(14),
            "place": "Civic Offices",
            "minutes": 90,
            "made_at": NOW,
        }
        return self.add(
            r.Invitation(
                meeting_id=self.booked.id,
                to_group=group,
                person_id=person.id if person else None,
                **(facts | said),
            )
        )

    def apart(self) -> None:
        self.add(
            r.KeptApart(
                case_id=self.case.id, person_id=self.mother.id, other_id=self.father.id, why="Fear"
            )
        )

    def titles(self, *, done: bool = False) -> list[str]:
        lines = booking_list(self.papers(LegalPlanningPapers), self.booked)
        return [line.title for line in lines if line.is_done is done]

    def found(self, today: date = NEAR) -> dict[str, Finding]:
        papers = self.papers(LegalPlanningPapers)
        return {one.rule.key: one for one in booking_findings(papers, DAYS, today)}
