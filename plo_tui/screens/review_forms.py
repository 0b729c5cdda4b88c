"""The forms that only a review opens: which way things have gone, the decision, its authority."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual import work

from plo_tui.screens.meeting_decisions import waiting_for_authority
from plo_tui.screens.meeting_frame import MeetingFrame

if TYPE_CHECKING:
    from textual.screen import Screen

    from agenda import records
    from agenda.finding import Finding
    from plo_tui.screens.form import FormScreen


class ReviewForms(MeetingFrame):
    """Opens the forms of a review, and knows in which of them a finding is put right."""

    @work(exclusive=True, group="form")
    async def open_form(self, form: Screen[Any]) -> None:
        """Open a form over the meeting; what it changed is drawn on coming back.

        A form that says for whom it was saved is answered with their initials, and no more: the
        sentence may be seen by the family.
        """
        saved = await self.app.push_screen_wait(form)
        if isinstance(saved, str):
            self.say(f"Saved for {saved}.")

    def open_risk(self) -> None:
        """Say which way each worry has gone, and judge the risk to each child."""
        from plo_tui.screens.risk_form import RiskForm

        self.open_form(RiskForm(self.desk, self.papers))

    def open_decision(self, child: records.Child | None = None, finding_field: str = "") -> None:
        """Decide for a child, or for those not decided yet."""
        from agenda.extension import children_to_decide
        from plo_tui.screens.decision_form import DecisionForm

        if children_to_decide(self.papers):
            self.open_form(DecisionForm(self.desk, self.papers, child, finding_field))
        else:
            self.say("No child is recorded: add the children in the case first.")

    def action_dates(self) -> None:
        """Agree the reviews' dates, times and places."""
        from plo_tui.screens.review_dates import ReviewDatesScreen

        self.open_form(ReviewDatesScreen(self.desk, self.papers))

    def action_authority(self) -> None:
        """Record who authorised or refused what this review decided."""
        from plo_tui.screens.authority_form import AuthorityForm

        if waiting := waiting_for_authority(self.papers):
            self.open_form(AuthorityForm(self.desk, self.papers, waiting))
        else:
            self.say("Nothing that was decided here waits for an answer.")

    def opened_by(self, finding: Finding) -> bool:
        """Open the form of a review in which a finding is put right; False where there is none."""
        rule, about = finding.rule.key, finding.about
        if rule.startswith("review."):
            self._open_found(finding)
            return True
        if not rule.startswith(("decision.", "issue.")):
            return False
        if finding.field == "authority":
            self.action_authority()
        elif finding.field == "planned_on":
            self.action_dates()
        else:
            decision = self.papers.find("Decision", about)
            child = self.papers.find("Child", decision.child_id if decision else about)
            self.open_decision(child, finding.field)
        return True

    def _open_found(self, finding: Finding) -> None:
        """Open what a review found of a line, a worry or a child, at the field of a finding."""
        from plo_tui.screens.outcome_form import OutcomeForm
        from plo_tui.screens.risk_form import RiskForm, field_of

        assert finding.about is not None  # noqa: S101 - these rules speak of one record each
        form: FormScreen[bool]
        if self.papers.find("PlanLine", finding.about):
            form = OutcomeForm(self.desk, self.papers, finding.about)
            form.begins_at = finding.field
        else:
            form = RiskForm(self.desk, self.papers)
            form.begins_at = field_of(finding.field, finding.about)
        self.open_form(form)
