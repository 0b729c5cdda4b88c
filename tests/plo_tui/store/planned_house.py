"""A store in which a legal planning meeting is booked beside the family's initial meeting."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from made_store import House, house

from agenda.legal_planning_words import CapacityAnswer, PlanningOutcome
from agenda.policy import default_policy
from agenda.records import ExpertEnquiry, Referral, new_key
from agenda.sheet_reading import default_sheet_text
from agenda.words import LineKind, MeetingKind, StaffRole
from plo_tui.store.reading.legal_planning import read_legal_planning
from plo_tui.store.reading.papers import read_papers_with_legal_planning
from plo_tui.store.verbs import legal_planning, meeting, planning, staff

if TYPE_CHECKING:
    from pathlib import Path
    from uuid import UUID

    from agenda.legal_planning_minutes import LegalPlanningEdition
    from agenda.legal_planning_papers import LegalPlanningPapers
    from plo_tui.store.work import Work

ASKED_ON = date(2027, 1, 11)


@dataclass
class Planned:
    """The house, and the keys of its legal planning meeting."""

    house: House
    head: UUID = field(default_factory=new_key)
    meeting: UUID = field(default_factory=new_key)
    expert: UUID = field(default_factory=new_key)
    referral: UUID = field(default_factory=new_key)

    @property
    def papers(self) -> LegalPlanningPapers:
        case = self.house.keys.case
        return self.house.store.read(read_papers_with_legal_planning, case, self.meeting)

    @property
    def edition(self) -> LegalPlanningEdition:
        _papers, edition = self.house.store.read(
            read_legal_planning, self.house.keys.case, self.meeting
        )
        return edition

    def item(self, key: str) -> UUID:
        """The key of an item of its sheet."""
        return next(row.id for row in self.papers.items if row.key == key)

    def begin(self) -> None:
        """Begin it with the head of service, the minute-taker and the solicitor."""
        keys = self.house.keys
        sheet, policy = default_sheet_text("legal_planning"), default_policy().pinned()
        invited = [self.head, keys.clerk, keys.lawyer]
        self.house.store.do(meeting.open_meeting, self.meeting, sheet, policy, invited, [])

    def decide(self, outcome: PlanningOutcome = PlanningOutcome.START) -> None:
        """Record everything that it has to settle."""
        do, keys = self.house.store.do, self.house.keys
        do(
            legal_planning.record_options,
            self.meeting,
            [{"option": "Issue proceedings", "considered": "Too early."}],
        )
        do(
            legal_planning.record_planning_outcome,
            self.meeting,
            {
                "outcome": outcome,
                "reasons": "Change is possible in time.",
                "plo_considered": "It was considered first.",
            },
        )
        do(
            legal_planning.record_assessor,
            self.meeting,
            {
                "court_team_asked_on": ASKED_ON,
                "court_team_asked_id": keys.chair,
                "court_team_answer": CapacityAnswer.YES,
                "assessor_id": keys.clerk,
                "agreed_format": True,
            },
        )
        visits: planning.LineValues = {
            "kind": LineKind.VISIT,
            "what": "We visit at home",
            "rhythm": "every Tuesday",
        }
        do(planning.add_line, keys.episode, new_key(), visits, (), (), self.meeting)

    def conclude(self) -> None:
        """End it, effective."""
        self.house.store.do(meeting.conclude, self.meeting, effective=True)

    def approve(self) -> None:
        """Let the head of service approve its record."""
        before = self.house.store.actor_id
        self.house.store.actor_id = self.head
        seen = self.edition.fingerprint
        self.house.store.do(legal_planning.approve_legal_planning, self.meeting, seen)
        self.house.store.actor_id = before


def planned(folder: Path) -> Planned:
    """Return a fresh store with a legal planning meeting booked."""
    made = Planned(house(folder))
    do, keys = made.house.store.do, made.house.keys
    do(staff.add_staff, made.head, "Rob Hale", StaffRole.HEAD_OF_SERVICE)
    values: meeting.MeetingValues = {"chair_id": made.head, "minute_taker_id": keys.clerk}
    do(meeting.plan_meeting, keys.episode, made.meeting, MeetingKind.LEGAL_PLANNING, values)

    def prepare(work: Work) -> None:
        work.case_id = keys.case
        work.add(
            Referral(id=made.referral, episode_id=keys.episode, meeting_id=made.meeting),
            ExpertEnquiry(id=made.expert, episode_id=keys.episode, expert="Dr Ray Moss"),
        )

    do(prepare)
    return made
