"""The forms a meeting opens over itself: a plan line, the people, the dates, a break."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual import on, work

from agenda.captures import Capture as Captures
from agenda.progress_rules import lines_to_review, lines_without_outcome
from agenda.words import LineKind, LineState
from plo_tui.screens.meeting_frame import MeetingFrame
from plo_tui.widgets.dates_list import DatesList
from plo_tui.widgets.people_list import PeopleList
from plo_tui.widgets.plan_list import PlanList

if TYPE_CHECKING:
    from uuid import UUID

    from textual.screen import Screen

    from agenda import records


class MeetingForms(MeetingFrame):
    """Opens the forms; what they change is drawn on coming back."""

    @on(PlanList.Chosen)
    def line_chosen(self, event: PlanList.Chosen) -> None:
        """Open the line that was chosen."""
        self.open_line(event.key)

    @on(PeopleList.Chosen)
    def person_chosen(self) -> None:
        """Open who is here."""
        self.action_people()

    @on(DatesList.Chosen)
    def date_chosen(self) -> None:
        """Open the reviews' dates."""
        self.action_dates()

    @work(exclusive=True, group="form")
    async def open_form(self, form: Screen[Any]) -> None:
        """Open a form over the meeting; what it changed is drawn on coming back."""
        await self.app.push_screen_wait(form)

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

    def action_people(self) -> None:
        """Record who is here, late, gone or sent apologies, and advice."""
        from plo_tui.screens.people_here import PeopleHereScreen

        self.open_form(PeopleHereScreen(self.desk, self.papers))

    def action_dates(self) -> None:
        """Agree the reviews' dates, times and places."""
        from plo_tui.screens.review_dates import ReviewDatesScreen

        self.open_form(ReviewDatesScreen(self.desk, self.papers))

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
            Captures.PLAN: self.action_edit_plan_line,
            Captures.ADVICE_BREAK: self.action_advice_break,
            Captures.BOTTOM_LINE: self._bottom_line,
            Captures.DATES: self.action_dates,
        }.items():
            if capture in captures:
                action()
                return
        self.say("This item is recorded by typing: /view, /agreed, /disputed or plain words.")

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
