"""The dates of the directive: planned beside done or booked, and what is late or due soon."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from textual import on, work
from textual.widgets import OptionList, Static

from agenda.broken_file import BrokenFile
from agenda.directive_dates import StepKey
from agenda.directive_record import KINDS, directive_of, meeting_of_step
from agenda.working_days import OutsideCalendar
from plo_tui.commands import bindings_for
from plo_tui.screens.base import PloScreen
from plo_tui.screens.dates_rows import heading, row, step_words
from plo_tui.store.problems import StoreProblem
from plo_tui.store.reading.papers import read_papers_with_legal_planning
from plo_tui.widgets.case_bar import Standing
from plo_tui.widgets.row_list import words
from plo_tui.widgets.shown import shown
from plo_tui.widgets.step_list import StepList

if TYPE_CHECKING:
    from uuid import UUID

    from textual import events
    from textual.app import ComposeResult

    from agenda.directive_dates import DirectiveDates, DirectiveStep
    from agenda.legal_planning_papers import LegalPlanningPapers
    from plo_tui.desk import Desk

_NOTHING = (
    "No date to count from yet: book the legal planning meeting or the initial meeting first."
)
_FROM = {
    StepKey.LPM: "counted from legal planning",
    StepKey.GIVEN: "counted from the letter given to the parents",
    StepKey.INITIAL: "counted from the initial meeting",
}


class DatesScreen(PloScreen[None]):
    """A case's dates, read again on coming back to it."""

    place = "dates"
    BINDINGS = bindings_for("dates")
    CSS_PATH = "dates.tcss"
    AUTO_FOCUS = "StepList"

    def __init__(self, desk: Desk, case_id: UUID, at: int = 0) -> None:
        """Make the screen.

        Args:
            desk: the desk.
            case_id: whose dates they are.
            at: the place of the step that the cursor begins at.
        """
        super().__init__()
        self.desk = desk
        self.case_id = case_id
        self.papers: LegalPlanningPapers | None = None
        self.dates: DirectiveDates | None = None
        self._begins_at = at

    def body(self) -> ComposeResult:
        """Lay out from what they are counted, the columns, the steps, and what is said of one."""
        yield Static(id="counted")
        yield Static(id="columns")
        yield StepList(id="dates")
        yield Static(id="missing")
        yield Static(id="remarks")

    def on_screen_resume(self) -> None:
        """Read the dates, also on coming back: booking a meeting moves them."""
        self.read_dates()

    @work(exclusive=True, group="read")
    async def read_dates(self) -> None:
        """Read the case and draw its dates."""
        try:
            # The bank holidays take a moment to list, the first time.
            today = self.desk.today()
            await asyncio.to_thread(self.desk.days.is_working_day, today)
            self.papers = await self.desk.read(
                read_papers_with_legal_planning, self.case_id, None, self.desk.policy, today
            )
            self.dates = directive_of(self.papers, self.desk.days, today)
        except (BrokenFile, OutsideCalendar, StoreProblem) as problem:
            self.query_one("#counted", Static).update(shown(str(problem)))
        else:
            initials = ", ".join(child.initials for child in self.papers.children)
            self.standing = Standing(self.papers.case.reference, initials)
            self._draw()

    def on_resize(self, _event: events.Resize) -> None:
        """Draw the columns anew: with years where there is room for them."""
        self.call_after_refresh(self._draw)

    def _draw(self) -> None:
        if self.papers is None:
            return
        dates, wide = self.dates, self.has_class("-wide")
        said = f"Dates, {_FROM[dates.start]}" if dates else _NOTHING
        self.query_one("#counted", Static).update(shown(said))
        self.query_one("#columns", Static).update(shown(heading(dates, wide=wide) if dates else ""))
        missing = self.query_one("#missing", Static)
        missing.update(shown(dates.missing if dates else ""))
        missing.display = bool(dates and dates.missing)
        steps = self.query_one(StepList)
        first_time = not steps.option_count
        steps.fill(
            [(str(n), words(*row(step, dates, wide=wide))) for n, step in enumerate(dates.steps)]
            if dates
            else []
        )
        if first_time and dates:
            steps.highlighted = self._begins_at
        self._say_remarks()
        self.refresh_bindings()

    @on(OptionList.OptionHighlighted)
    def _say_remarks(self) -> None:
        """Say what there is to know about the step under the cursor."""
        step = self.here
        said = f"{step_words(step)}: {step.standing}. {step.remarks()}" if step else ""
        self.query_one("#remarks", Static).update(shown(said.strip()))
        self.refresh_bindings()

    @property
    def here(self) -> DirectiveStep | None:
        """The step under the cursor."""
        at = self.query_one(StepList).highlighted
        return self.dates.steps[at] if self.dates and at is not None else None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to book only what is a meeting that was not held."""
        if action == "open_step_meeting":
            step = self.here
            return step is not None and step.key in KINDS and step.actual is None
        return super().check_action(action, parameters)

    @on(StepList.Chosen)
    def _chosen(self) -> None:
        if self.check_action("open_step_meeting", ()):
            self.action_open_step_meeting()

    def action_open_step_meeting(self) -> None:
        """Book the meeting under the cursor, on the day it is planned for, or change it."""
        from plo_tui.screens.form_to_book import REFERRAL_FIRST, form_to_book

        step, papers = self.here, self.papers
        assert step is not None  # noqa: S101 - `check_action` saw to it
        assert papers is not None  # noqa: S101 - a step is shown
        booked = meeting_of_step(papers, step.key)
        key, kind = booked.id if booked else None, KINDS[step.key]
        if form := form_to_book(self.desk, papers, kind, key, step.planned):
            self.app.push_screen(form)
        else:
            self.query_one("#remarks", Static).update(shown(REFERRAL_FIRST))
