"""Booking and dates, as they stand before a meeting: business support's list, and what is when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.directive_record import directive_of, next_steps
from agenda.working_days import OutsideCalendar
from plo_tui.screens.before_frame import BeforeFrame
from plo_tui.screens.dates_rows import short_day, step_words
from plo_tui.widgets.record_list import RecordRow

if TYPE_CHECKING:
    from uuid import UUID

    from agenda.directive_dates import DirectiveDates
    from agenda.legal_planning_papers import LegalPlanningPapers

_DATES_SHOWN = 3
_DATE = "Date."
"""What the kind of a row of the dates begins with; the step's place follows."""


class BeforeBooking(BeforeFrame):
    """The part of the screen that books meetings and shows the dates of the directive."""

    def rows(self, papers: LegalPlanningPapers) -> list[RecordRow]:
        """Return what comes next by the directive's dates."""
        return super().rows(papers) + self._date_rows(papers)

    def open_record(self, kind: str, key: UUID) -> bool:
        """Open the dates at one of them."""
        if kind.startswith(_DATE):
            self._open_dates(int(kind.removeprefix(_DATE)))
            return True
        return super().open_record(kind, key)

    def action_open_dates(self) -> None:
        """Open the dates of the directive."""
        self._open_dates()

    def _open_dates(self, at: int = 0) -> None:
        from plo_tui.screens.dates import DatesScreen

        self.say("")
        self.app.push_screen(DatesScreen(self.desk, self.case_id, at))

    def _date_rows(self, papers: LegalPlanningPapers) -> list[RecordRow]:
        """Return the next steps of the directive that are not done."""
        rows = [RecordRow("", "DATES: WHAT COMES NEXT")]
        dates = self._dates(papers)
        if dates is None:
            return [*rows, RecordRow("-", "none yet: book a legal planning or an initial meeting")]
        for place in next_steps(dates, _DATES_SHOWN):
            step = dates.steps[place]
            day = short_day(step.booked or step.planned)
            title = f"{step_words(step, wide=False)} · {day}"
            key = papers.episode.id
            rows.append(RecordRow(f"{_DATE}{place}", title, (str(step.standing),), key))
        return rows

    def _dates(self, papers: LegalPlanningPapers) -> DirectiveDates | None:
        try:
            return directive_of(papers, self.desk.days, self.desk.today())
        except OutsideCalendar:
            return None
