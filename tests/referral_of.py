"""A fictional family before legal planning, whose referral lacks nothing: a test takes one away."""

from __future__ import annotations

from datetime import date, time
from typing import TYPE_CHECKING, Any

from agenda import records as r
from agenda.legal_planning_papers import LegalPlanningPapers
from agenda.legal_planning_words import ConferenceStage, ThresholdForum
from agenda.policy import default_policy
from agenda.readiness_plan import plan_in_words
from agenda.readiness_rules import readiness_findings
from agenda.words import ChildPlan, LineKind, MeetingKind, StaffRole
from agenda.working_days import WorkingDays

if TYPE_CHECKING:
    from agenda.finding import Finding
    from agenda.policy import Policy

TODAY = date(2027, 1, 8)
"""A Friday, the day on which the head of service approved."""
MEETING_ON = date(2027, 1, 12)
"""A Tuesday, so the papers are due on Monday 11 January."""
DAYS = WorkingDays(default_policy().bank_holidays)


class WholeReferral:
    """The records of a family ready for legal planning, its meeting booked."""

    def __init__(self, policy: Policy | None = None) -> None:
        self.policy = policy or default_policy()
        self.rows: list[Any] = []
        self.head = self.add(r.Staff(name="Ruth Cole", role=StaffRole.HEAD_OF_SERVICE))
        self.case = self.add(r.Case(reference="PLO-2027-003", head_of_service_id=self.head.id))
        self.episode = self.add(r.PreProceedings(case_id=self.case.id))
        self.child = self.add(
            r.Child(
                case_id=self.case.id,
                full_name="Isla Reed",
                initials="IR",
                plan=ChildPlan.CHILD_PROTECTION,
            )
        )
        self.goal = self.add(r.ProtectionGoal(child_id=self.child.id, text="Isla is at school"))
        self.meeting = self.add(
            r.Meeting(
                episode_id=self.episode.id,
                kind=MeetingKind.LEGAL_PLANNING,
                number=1,
                planned_on=MEETING_ON,
                planned_at=time(14),
                chair_id=self.head.id,
            )
        )
        self.referral = self.add(
            r.Referral(
                episode_id=self.episode.id,
                meeting_id=self.meeting.id,
                completed_on=date(2027, 1, 6),
                summary="Is the threshold met?",
                chronology_to=date(2027, 1, 5),
                assessment="Child and family assessment",
                assessment_on=date(2026, 12, 14),
                submitted_on=date(2027, 1, 7),
                approved_on=TODAY,
                approved_by_id=self.head.id,
                approved_how="in the app",
                threshold_forum=ThresholdForum.AREA,
                threshold_on=date(2027, 1, 4),
                conference=ConferenceStage.REFERRED,
                conference_on=date(2026, 12, 21),
                expert_needed=True,
            )
        )
        self.expert = self.add(
            r.ExpertEnquiry(
                episode_id=self.episode.id,
                expert="Dr Lund",
                contacted_on=date(2027, 1, 4),
                answered_on=date(2027, 1, 6),
                cost_pence=240_000,
                report_weeks=12,
            )
        )
        self.visit = self.line(LineKind.VISIT, "The social worker visits", goal_id=self.goal.id)
        self.assessment = self.line(LineKind.ASSESSMENT, "Parenting assessment of Ms Reed")
        self.bottom = self.line(LineKind.BOTTOM_LINE, "Isla is never left alone")

    def add(self, row: Any) -> Any:
        self.rows.append(row)
        return row

    def line(self, kind: LineKind, what: str, **said: Any) -> Any:
        number = 1 + sum(isinstance(row, r.PlanLine) for row in self.rows)
        return self.add(
            r.PlanLine(episode_id=self.episode.id, number=number, kind=kind, what=what, **said)
        )

    def drop(self, *rows: Any) -> None:
        self.rows = [row for row in self.rows if not any(row is one for one in rows)]

    def papers(self) -> LegalPlanningPapers:
        papers = LegalPlanningPapers(self.case.id, authority_policy=self.policy)
        papers.take(self.rows)
        return papers

    def findings(self, today: date = TODAY) -> list[Finding]:
        """What is found; the draft plan is the one that was approved, whatever a test did to it."""
        self.referral.approved_plan = plan_in_words(self.papers())
        return readiness_findings(self.papers(), DAYS, today)
