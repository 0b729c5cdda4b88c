"""Legal planning, as it stands before a meeting: the referral, the experts, the meeting itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import work

from agenda.planning_stage import PlanningStage, planning_meeting, planning_stage
from agenda.readiness_plan import GOALS
from agenda.readiness_rules import APPROVED, readiness_findings
from agenda.words import MeetingState
from plo_tui.screens.before_frame import BeforeFrame
from plo_tui.screens.planning_rows import planning_rows
from plo_tui.store.problems import StoreProblem
from plo_tui.store.verbs.experts import withdraw_expert
from plo_tui.store.verbs.meeting import withdraw_meeting
from plo_tui.store.verbs.referrals import take_back_approval

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from agenda.finding import Finding
    from agenda.legal_planning_papers import LegalPlanningPapers
    from agenda.records import Meeting, Referral
    from plo_tui.widgets.record_list import RecordRow

_TO_BOOK = (PlanningStage.TO_BOOK, PlanningStage.BOOKED)
_PLAN_RULES = (
    "plan.",
    "readiness.draft_plan",
    "readiness.visits",
    "readiness.approved_plan",
)
"""How the keys of rules begin that are put right in the plan."""


class BeforePlanning(BeforeFrame):
    """The part of the screen that makes a legal planning meeting ready."""

    def rows(self, papers: LegalPlanningPapers) -> list[RecordRow]:
        """The referral, the experts and the legal planning meetings, and what follows them."""
        return planning_rows(papers) + super().rows(papers)

    def findings(self, papers: LegalPlanningPapers) -> list[Finding]:
        """What legal planning still needs, and what is still to do after it."""
        ready = readiness_findings(papers, self.desk.days, self.desk.today())
        return ready + super().findings(papers)

    # --- what can be done now

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer the steps of legal planning in the order in which they come."""
        papers = self.papers
        if action in ("record_referral", "add_expert"):
            return papers is not None
        if action == "approve_referral":
            return papers is not None and self._to_approve(papers) is not None
        if action == "book_legal_planning":
            return papers is not None and planning_stage(papers) in _TO_BOOK
        if action == "withdraw_here":
            return self.withdrawal() is not None
        return super().check_action(action, parameters)

    def open_record(self, kind: str, key: UUID) -> bool:
        """Open the referral, or an expert."""
        assert self.papers is not None  # noqa: S101 - a row was chosen
        if kind == "Referral":
            self._refer(self.papers.find("Referral", key))
        elif kind == "ExpertEnquiry":
            self._expert(key)
        else:
            return super().open_record(kind, key)
        return True

    def go_to_finding(self, finding: Finding) -> bool:
        """Open the form in which a finding on readiness is put right, at its field."""
        papers = self.papers
        assert papers is not None  # noqa: S101 - its findings are shown
        rule, about, field = finding.rule, finding.about, finding.field
        if rule.key.startswith(_PLAN_RULES):
            self._open_plan()
        elif not rule.key.startswith("readiness."):
            return super().go_to_finding(finding)
        elif rule is GOALS:
            self._child(about)
        elif rule is APPROVED:
            self.action_approve_referral()
        elif papers.find("ExpertEnquiry", about):
            self._expert(about, field)
        elif field == "experts":
            self._expert(None)
        elif papers.find("Meeting", about):
            self._book(field)
        else:
            self._refer(papers.referral, field)
        return True

    # --- the commands

    def action_record_referral(self) -> None:
        """Open the referral, or begin one: the first, or another after a meeting was held."""
        papers = self.papers
        assert papers is not None  # noqa: S101 - `check_action` saw to it
        held = planning_stage(papers) is PlanningStage.HELD
        self._refer(None if held else papers.referral)

    def action_approve_referral(self) -> None:
        """Record the head of service's approval."""
        from plo_tui.screens.referral_approval_form import ReferralApprovalForm

        assert self.papers is not None  # noqa: S101 - `check_action` saw to it
        if referral := self._to_approve(self.papers):
            self.say("")
            self.app.push_screen(ReferralApprovalForm(self.desk, self.papers, referral))

    def action_add_expert(self) -> None:
        """Record an expert who is contacted."""
        self._expert(None)

    def action_book_legal_planning(self) -> None:
        """Book the legal planning meeting, or change its day."""
        self._book()

    @work(exclusive=True, group="withdraw")
    async def action_withdraw_here(self) -> None:
        """Take back what is under the cursor, such as an expert, a booking or help."""
        if withdrawal := self.withdrawal():
            verb, key = withdrawal
            if verb is take_back_approval and not await self._is_sure():
                return
            try:
                await self.desk.do(verb, key)
            except StoreProblem as problem:
                self.say(str(problem))
            else:
                self.read_case()

    async def _is_sure(self) -> bool:
        """Ask once before an approval is taken back."""
        from plo_tui.screens.ask import AskScreen

        self.say("")
        asked = AskScreen(
            "Take back the approval of the referral?",
            ["The referral and its draft plan can be changed then, and are approved anew."],
            "Take it back",
        )
        is_sure = await self.app.push_screen_wait(asked)
        return bool(is_sure)

    # --- opening

    def _refer(self, referral: Referral | None, begins_at: str = "") -> None:
        from plo_tui.screens.referral_form import ReferralForm

        assert self.papers is not None  # noqa: S101 - `check_action` saw to it
        self.say("")
        self.app.push_screen(ReferralForm(self.desk, self.papers, referral, begins_at))

    def _expert(self, key: UUID | None, begins_at: str = "") -> None:
        from plo_tui.screens.expert_form import ExpertForm

        assert self.papers is not None  # noqa: S101 - `check_action` saw to it
        self.say("")
        self.app.push_screen(ExpertForm(self.desk, self.papers, key, begins_at))

    def _book(self, begins_at: str = "") -> None:
        from plo_tui.screens.book_planning_form import BookPlanningForm

        assert self.papers is not None  # noqa: S101 - `check_action` saw to it
        referral = self.papers.referral
        assert referral is not None  # noqa: S101 - a meeting is booked of a referral
        self.say("")
        self.app.push_screen(BookPlanningForm(self.desk, self.papers, referral, begins_at))

    def _open_plan(self) -> None:
        from plo_tui.screens.plan import PlanScreen

        assert self.papers is not None  # noqa: S101 - its findings are shown
        self.app.push_screen(PlanScreen(self.desk, self.papers))

    def _child(self, key: UUID | None) -> None:
        from plo_tui.screens.child_form import ChildForm

        assert self.papers is not None  # noqa: S101 - its findings are shown
        self.app.push_screen(ChildForm(self.desk, self.papers, key))

    # --- what is meant

    def _to_approve(self, papers: LegalPlanningPapers) -> Referral | None:
        """Return the referral that waits for an approval; None where none does."""
        row = papers.referral
        return row if row and row.submitted_on and not row.approved_on else None

    def _is_approved(self) -> bool:
        """Whether the referral is approved, and its meeting was not held yet."""
        row = self.papers.referral if self.papers else None
        held = self.papers is not None and planning_stage(self.papers) is PlanningStage.HELD
        return row is not None and row.approved_on is not None and not held

    def _booked(self, key: UUID | None) -> Meeting | None:
        """Return the legal planning meeting to come, where that is what a key names."""
        meeting = planning_meeting(self.papers) if self.papers else None
        is_it = meeting and meeting.id == key and meeting.state is MeetingState.PLANNED
        return meeting if is_it else None

    def withdrawal(self) -> tuple[Callable[..., None], UUID] | None:
        """Return the verb that takes back what of legal planning is under the cursor, and its key.

        Of a referral it is the approval.
        """
        here = self.here
        if here and here[0] == "Referral" and self._is_approved():
            return take_back_approval, here[1]
        if here and here[0] == "ExpertEnquiry":
            return withdraw_expert, here[1]
        if here and here[0] == "Meeting" and self._booked(here[1]):
            return withdraw_meeting, here[1]
        return super().withdrawal()
