"""The timetable that a legal planning meeting sets: the initial meeting's date, time and place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.day_names import day_text
from agenda.directive import directive_dates
from agenda.directive_dates import StepKey
from agenda.legal_planning_facts import initial_meeting
from agenda.records import new_key
from agenda.words import MeetingKind, MeetingState
from plo_tui.screens.booking import named_dates
from plo_tui.screens.form import FormScreen
from plo_tui.screens.meeting_rows import day_of
from plo_tui.screens.review_dates import SuggestedDate
from plo_tui.store.problems import Refused
from plo_tui.store.verbs.meeting import MeetingValues, change_meeting, plan_meeting
from plo_tui.widgets.form_date import TimeField
from plo_tui.widgets.form_fields import LineField

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from textual.widget import Widget

    from agenda.directive_dates import DirectiveDates
    from agenda.legal_planning_papers import LegalPlanningPapers
    from plo_tui.desk import Desk

_TOLD = (StepKey.DRAFTED, StepKey.RETURNED, StepKey.GIVEN)


class PlanningTimetableForm(FormScreen[bool]):
    """Books the initial meeting, on the day that the directive gives until another is typed."""

    TITLE = "The timetable: the initial meeting"
    papers: LegalPlanningPapers

    def __init__(self, desk: Desk, papers: LegalPlanningPapers) -> None:
        super().__init__(desk, papers)
        self._booked = initial_meeting(papers)
        self._dates = self._directive()
        days = {step.key: step.planned for step in self._dates.steps}
        self._suggested = days[StepKey.INITIAL]
        told = {step.key: step for step in self._dates.steps if step.key in _TOLD}
        self.lead = " · ".join(f"{told[key].what}: {day_text(told[key].planned)}" for key in _TOLD)

    def _directive(self) -> DirectiveDates:
        """Return the directive's dates from the day of this meeting."""
        on: date = day_of(self.papers) or self.desk.today()
        policy, days, today = self.papers.policy, self.desk.days, self.desk.today()
        return directive_dates(StepKey.LPM, on, policy, days, today=today, actual={StepKey.LPM: on})

    def fields(self) -> Iterator[Widget]:
        """Ask for the day, the time and the place."""
        booked = self._booked
        day = booked.planned_on if booked else None
        notice = self.papers.policy.letter.notice_days
        why = f"Suggested: {notice} working days after the letter is given. Not booked yet."
        yield SuggestedDate(
            "planned_on",
            "Date",
            day or self._suggested,
            today=self.desk.today(),
            days=self.desk.days,
            window=self.papers.window,
            named=named_dates(self.papers),
            why="" if day else why,
        )
        yield TimeField("planned_at", "Time", booked.planned_at if booked else None)
        yield LineField(
            "place",
            "Place",
            booked.place if booked else "",
            help_text="Somewhere the family can get to and feel safe.",
        )

    async def save(self) -> bool:
        """Book the initial meeting, or change the one that is booked.

        Raises:
            Refused: where it has no day, or was begun already.
        """
        said = self.values()
        if said["planned_on"] is None:
            raise Refused(
                "Type the day of the initial meeting; Escape leaves without.", "planned_on"
            )
        values: MeetingValues = {
            "planned_on": said["planned_on"],
            "planned_at": said["planned_at"],
            "place": said["place"],
        }
        booked = self._booked
        if booked and booked.state is not MeetingState.PLANNED:
            raise Refused("The initial meeting has begun already. Plan another in the case.")
        if booked:
            done = await self.desk.do(change_meeting, booked.id, booked.version, values)
        else:
            values["chair_id"] = self.papers.case.chair_id
            key, episode = new_key(), self.papers.episode.id
            done = await self.desk.do(plan_meeting, episode, key, MeetingKind.INITIAL, values)
        self.papers.take(done.changed)
        self._booked = initial_meeting(self.papers)
        return True
