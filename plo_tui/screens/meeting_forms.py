"""The forms a meeting opens over itself: a plan line, the people, the dates, a break."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on, work

from agenda.captures import Capture as Captures
from agenda.meeting_facts import review_follows
from agenda.progress_rules import lines_to_review, lines_without_outcome
from agenda.words import LineKind, LineState
from plo_tui.screens.review_forms import ReviewForms
from plo_tui.widgets.dates_list import DatesList
from plo_tui.widgets.people_list import PeopleList
from plo_tui.widgets.plan_list import PlanList

if TYPE_CHECKING:
    from uuid import UUID

    from agenda import records
    from agenda.finding import Finding


class MeetingForms(ReviewForms):
    """Opens the forms; what they change is drawn on coming back."""

    @on(PlanList.Chosen)
    def line_chosen(self, event: PlanList.Chosen) -> None:
        """Open the line that was chosen, or the decision for the child that was."""
        if child := self.papers.find("Child", event.key):
            self.open_decision(child)
        else:
            self.open_line(event.key)

    @on(PeopleList.Chosen)
    def person_chosen(self) -> None:
        """Open who is here."""
        self.action_people()

    @on(DatesList.Chosen)
    def date_chosen(self) -> None:
        """Open the reviews' dates."""
        self.action_dates()

    def open_line(self, line_id: UUID | None, kind: LineKind = LineKind.ACTION) -> None:
        """Open a line of the plan, or a new one of a kind."""
        from plo_tui.screens.line_form import LineForm

        form = LineForm(self.desk, self.papers, line_id, kind=kind, meeting_id=self.meeting_id)
        self.open_form(form)

    def action_new_plan_line(self) -> None:
        """Add a line to the plan."""
        self.open_line(None)

    def action_edit_plan_line(self) -> None:
        """Open the line under the cursor, or the next one the meeting has not decided."""
        undecided = [row for row in self.papers.plan if row.state is LineState.DRAFT]
        line = self._under_cursor(self.papers.plan) or next(
            iter(undecided or self.papers.plan), None
        )
        if line is None:
            self.say("The plan has no line yet: ctrl+l adds one.")
        else:
            self.open_line(line.id)

    def action_instruction(self) -> None:
        """Record each party's answer to each expert's letter of instruction."""
        from plo_tui.screens.instruction_answers import InstructionAnswersForm

        if self.papers.instructions:
            self.open_form(InstructionAnswersForm(self.desk, self.papers))
        else:
            self.say("No letter of instruction is drafted: draft it before the meeting.")

    def opened_by(self, finding: Finding) -> bool:
        """Open the form in which a finding is put right; False where there is none."""
        if not finding.rule.key.startswith("instruction."):
            return super().opened_by(finding)
        if finding.field == "answers":
            self.action_instruction()
            return True
        from plo_tui.screens.instruction_form import InstructionForm

        row = self.papers.find("Instruction", finding.about)
        self.open_form(InstructionForm(self.desk, self.papers, row.id if row else None))
        return True

    def action_people(self) -> None:
        """Record who is here, late, gone or sent apologies, and advice."""
        from plo_tui.screens.people_here import PeopleHereScreen

        self.open_form(PeopleHereScreen(self.desk, self.papers))

    def action_advice_break(self) -> None:
        """Offer, begin or end a private break for legal advice."""
        from plo_tui.screens.break_form import BreakForm

        self.open_form(BreakForm(self.desk, self.papers))

    @work(exclusive=True, group="form")
    async def action_release_pages(self) -> None:
        """Release the page that each of the family takes home."""
        from plo_tui.screens.take_away_form import take_home

        self.say(await take_home(self, self.desk, self.papers))

    def action_record(self) -> None:
        """Open the form that the item on the table asks for."""
        captures = self.papers.sheet.item(self.item.key).captures
        for capture, action in {
            Captures.ATTENDANCE: self.action_people,
            Captures.ADVICE: self.action_people,
            Captures.NETWORK: self._network,
            Captures.ASSESSMENTS: self._consents,
            Captures.OUTCOMES: self._outcomes,
            Captures.TRAJECTORY: self.open_risk,
            Captures.DECISION: self.open_decision,
            Captures.PLAN: self.action_edit_plan_line,
            Captures.ADVICE_BREAK: self.action_advice_break,
            Captures.BOTTOM_LINE: self._bottom_line,
            Captures.DATES: self._next_date,
        }.items():
            if capture in captures:
                action()
                return
        self.say("This item is recorded by typing: /view, /agreed, /disputed or plain words.")

    def _next_date(self) -> None:
        """Agree the next review, or the day of the letter where none follows."""
        papers = self.papers
        if review_follows(papers) or not papers.children:
            self.action_dates()
            return
        owed = [row for row in papers.children if _no_letter(papers.decision(row.id))]
        self.open_decision([*owed, *papers.children][0], "letter_by")

    def _outcomes(self) -> None:
        from plo_tui.screens.outcome_form import OutcomeForm

        owed = lines_to_review(self.papers)
        following = lines_without_outcome(self.papers) or owed
        line = self._under_cursor(owed) or next(iter(following), None)
        if line is None:
            self.say("No line of the plan was agreed before this review.")
        else:
            self.open_form(OutcomeForm(self.desk, self.papers, line.id))

    def _under_cursor(self, lines: list[records.PlanLine]) -> records.PlanLine | None:
        """Return the line under the cursor of the plan at the side, where the cursor is there."""
        shown = self.query_one(PlanList)
        option = shown.highlighted_option if shown.has_focus else None
        return next((line for line in lines if option and str(line.id) == option.id), None)

    def _network(self) -> None:
        from plo_tui.screens.network_form import NetworkForm

        self.open_form(NetworkForm(self.desk, self.papers))

    def _consents(self) -> None:
        from plo_tui.screens.consents_form import ConsentsForm

        self.open_form(ConsentsForm(self.desk, self.papers))

    def _bottom_line(self) -> None:
        standing = [row for row in self.papers.plan if row.kind is LineKind.BOTTOM_LINE]
        self.open_line(standing[0].id if standing else None, LineKind.BOTTOM_LINE)


def _no_letter(decision: records.Decision | None) -> bool:
    return decision is None or decision.letter_by is None
