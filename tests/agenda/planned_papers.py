"""A fictional legal planning meeting that lacks nothing: a test takes one thing away."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from typing import Any

from agenda import records as r
from agenda.legal_planning_papers import LegalPlanningPapers
from agenda.legal_planning_words import CapacityAnswer, PlanningOutcome
from agenda.policy import Policy, default_policy
from agenda.sheet_reading import default_sheet
from agenda.words import (
    EntryKind,
    LineKind,
    MeetingKind,
    MeetingState,
    PersonKind,
    Presence,
    StaffRole,
)

DAY = date(2027, 1, 5)


def at(hour: int, minute: int = 0) -> datetime:
    """An instant on the day of the meeting."""
    return datetime.combine(DAY, time(hour, minute), UTC)


class WholePlanning:
    """The records of a running legal planning meeting at its end, everything in its place."""

    def __init__(self, policy: Policy | None = None) -> None:
        self.policy = policy or default_policy()
        self.rows: list[Any] = []
        self._family()
        self._meeting()
        self._said()

    def add(self, row: Any) -> Any:
        self.rows.append(row)
        return row

    def papers(self) -> LegalPlanningPapers:
        papers = LegalPlanningPapers(self.case.id, self.meeting.id, self.policy)
        papers.take(self.rows)
        return papers

    def take_away(self, row: Any) -> None:
        row.withdrawn_at = at(16)

    def entry(self, item: str, text: str, kind: EntryKind = EntryKind.NOTE) -> Any:
        return self.add(
            r.Entry(
                meeting_id=self.meeting.id,
                sitting_id=self.sitting.id,
                item_id=self.items[item].id,
                place=float(len(self.rows)),
                kind=kind,
                text=text,
                speaker_staff_id=self.lawyer.id,
                author_id=self.clerk.id,
                written_at=at(14, 10),
            )
        )

    def _family(self) -> None:
        self.head = self.add(r.Staff(name="Rob Hale", role=StaffRole.HEAD_OF_SERVICE))
        self.clerk = self.add(r.Staff(name="Tom Webb", role=StaffRole.BUSINESS_SUPPORT))
        self.lawyer = self.add(r.Staff(name="Helen Ward", role=StaffRole.LAWYER))
        self.manager = self.add(r.Staff(name="Ann Cole", role=StaffRole.TEAM_MANAGER))
        self.case = self.add(r.Case(reference="PLO-2027-003"))
        self.episode = self.add(r.PreProceedings(case_id=self.case.id))
        self.child = self.add(
            r.Child(case_id=self.case.id, full_name="Isla Reed", initials="IR", position=1)
        )
        self.add(
            r.Person(
                case_id=self.case.id,
                full_name="Jess Reed",
                known_as="Ms Reed",
                initials="JR",
                kind=PersonKind.FAMILY,
            )
        )
        self.concern = self.add(
            r.Concern(
                episode_id=self.episode.id,
                position=1,
                heading="Neglect",
                danger_statement="Isla could be hurt",
            )
        )
        self.add(r.ConcernExample(concern_id=self.concern.id, on=date(2026, 11, 3), text="Alone"))
        self.visit = self.add(
            r.PlanLine(
                episode_id=self.episode.id,
                number=1,
                kind=LineKind.VISIT,
                what="We visit at home",
                rhythm="every Tuesday",
            )
        )

    def _meeting(self) -> None:
        self.referral = self.add(
            r.Referral(episode_id=self.episode.id, expert_needed=True, summary="We ask to start.")
        )
        self.expert = self.add(
            r.ExpertEnquiry(
                episode_id=self.episode.id,
                expert="Dr Ray Moss",
                field="psychology",
                cost_pence=240_000,
                report_weeks=8,
                chosen=True,
            )
        )
        self.meeting = self.add(
            r.Meeting(
                episode_id=self.episode.id,
                kind=MeetingKind.LEGAL_PLANNING,
                number=1,
                planned_on=DAY,
                state=MeetingState.LIVE,
                chair_id=self.head.id,
                minute_taker_id=self.clerk.id,
            )
        )
        self.initial = self.add(
            r.Meeting(
                episode_id=self.episode.id,
                kind=MeetingKind.INITIAL,
                number=2,
                planned_on=date(2027, 1, 26),
                planned_at=time(10),
                place="Civic Offices",
            )
        )
        self.sitting = self.add(r.Sitting(meeting_id=self.meeting.id, started_at=at(14)))
        sheet = default_sheet("legal_planning")
        self.items = {
            item.key: self.add(
                r.Item(meeting_id=self.meeting.id, key=item.key, position=place, visited=True)
            )
            for place, item in enumerate(sheet.items, start=1)
        }
        for prompt in sheet.item("checks").prompts:
            self.add(r.PromptAsked(item_id=self.items["checks"].id, prompt=prompt.key))
        self.present = {
            row.id: self.add(
                r.Attendance(sitting_id=self.sitting.id, staff_id=row.id, presence=Presence.PRESENT)
            )
            for row in (self.head, self.clerk, self.lawyer)
        }

    def _said(self) -> None:
        self.option = self.add(
            r.PlanningOption(
                meeting_id=self.meeting.id, position=1, option="Issue", considered="Too early."
            )
        )
        self.decided = self.add(
            r.LegalPlanning(
                meeting_id=self.meeting.id,
                plo_considered="It was considered first.",
                outcome=PlanningOutcome.START,
                reasons="Change is possible in time.",
                court_team_asked_on=date(2027, 1, 4),
                court_team_asked_id=self.manager.id,
                court_team_answer=CapacityAnswer.YES,
                assessor_id=self.clerk.id,
                agreed_format=True,
            )
        )
        for item in ("worries", "child", "support", "next"):
            self.entry(item, f"Of {item}.")
        self.advice = self.entry("legal_advice", "Threshold is met.", EntryKind.PRIVILEGED)
