"""Who assesses: the Court Team's capacity, the parenting assessment, and an expert chosen."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any, cast

from textual import on
from textual.widgets import Static

from agenda.legal_planning_facts import decided, initial_meeting, line_of_expert
from agenda.legal_planning_words import CapacityAnswer
from agenda.records import new_key
from agenda.words import StaffRole
from plo_tui.screens.choosing_staff import StaffField, chosen_staff
from plo_tui.screens.form import FormScreen, heading
from plo_tui.store.verbs.legal_planning import choose_expert, record_assessor
from plo_tui.widgets.form_field import FormField
from plo_tui.widgets.form_fields import ChoiceField, TickField
from plo_tui.widgets.shown import shown

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from uuid import UUID

    from textual.widget import Widget

    from agenda import records
    from agenda.legal_planning_papers import LegalPlanningPapers
    from plo_tui.widgets.form_date import DateField


class PlanningAssessorForm(FormScreen[bool]):
    """The parenting assessment first, as every family has one; then an expert, where needed."""

    TITLE = "Assessments"
    papers: LegalPlanningPapers

    def fields(self) -> Iterator[Widget]:
        """Ask about capacity, who assesses, and which expert is chosen."""
        said, staff = decided(self.papers), self.papers.staff
        yield heading("The parenting assessment")
        yield self.date_field(
            "court_team_asked_on",
            "Court Team asked",
            said.court_team_asked_on if said else None,
            past=True,
        )
        yield StaffField(
            "court_team_asked_id",
            "Their manager",
            staff,
            StaffRole.TEAM_MANAGER,
            said.court_team_asked_id if said else None,
        )
        yield ChoiceField(
            "court_team_answer",
            "The answer",
            CapacityAnswer,
            said.court_team_answer if said else None,
            none="" if said and said.court_team_answer else "not asked yet",
        )
        yield StaffField(
            "assessor_id",
            "Who assesses",
            staff,
            StaffRole.SOCIAL_WORKER,
            said.assessor_id if said else None,
        )
        yield TickField(
            "agreed_format",
            "Format",
            "in the agreed format and structure",
            said.agreed_format if said else False,
        )
        yield from self._expert_fields()

    def _expert_fields(self) -> Iterator[Widget]:
        """Give what is known of the experts contacted, and ask which one is chosen."""
        experts = self.papers.experts
        if not experts:
            return
        yield heading("Experts")
        for row in experts:
            if row.chosen:
                yield Static(shown(f"{row.expert}: chosen, in the draft plan"), classes="known")
        open_ones = [row for row in experts if not row.chosen]
        if open_ones:
            offered = [(_called(row), row.id) for row in open_ones]
            yield ChoiceField("expert", "Choose", offered, none="nobody now")
            yield self.date_field("report_on", "Report by")

    def on_mount(self) -> None:
        """Ask for the line only once somebody is chosen."""
        self._show_line()

    @on(FormField.Edited)
    def _edited(self, event: FormField.Edited) -> None:
        if event.field.key == "expert":
            self._suggest(self._chosen())
        self._show_line()

    def _chosen(self) -> records.ExpertEnquiry | None:
        keys = [field.key for field in self.all_fields]
        key: UUID | None = self.field("expert").value if "expert" in keys else None
        return next((row for row in self.papers.experts if key and row.id == key), None)

    def _suggest(self, expert: records.ExpertEnquiry | None) -> None:
        """Say the line of the plan, which the family reads; fill in when the report could come."""
        self.field("expert").note(
            f"In the draft plan, which the family reads: “{line_of_expert(expert)}”. Its words can "
            "be changed in the plan, and in the initial meeting. Why this expert stays here."
            if expert
            else ""
        )
        if expert is None:
            return
        cast("DateField", self.field("report_on")).suggest_day(self._report_day(expert))

    def _report_day(self, expert: records.ExpertEnquiry) -> date | None:
        """Return when the report is due: so many weeks from the initial meeting, if known."""
        meeting = initial_meeting(self.papers)
        if not expert.report_weeks or meeting is None or meeting.planned_on is None:
            return None
        return self.desk.days.on_or_before(
            meeting.planned_on + timedelta(weeks=expert.report_weeks)
        )

    def _show_line(self) -> None:
        chosen = self._chosen() is not None
        for field in self.all_fields:
            if field.key == "report_on":
                field.display = chosen

    async def save(self) -> bool:
        """Record who assesses, then the expert where one is chosen."""
        meeting_id = self.papers.meeting.id
        values: Any = self.values("court_team_asked_on", "court_team_answer", "agreed_format")
        values["court_team_asked_id"] = await chosen_staff(self, "court_team_asked_id")
        values["assessor_id"] = await chosen_staff(self, "assessor_id")
        done = await self.desk.do(record_assessor, meeting_id, values)
        self.papers.take(done.changed)
        if expert := self._chosen():
            report_on = self.field("report_on").value
            done = await self.desk.do(choose_expert, meeting_id, expert.id, new_key(), report_on)
            self.papers.take(done.changed)
        return True


def _called(row: records.ExpertEnquiry) -> str:
    weeks = f"{row.report_weeks} weeks" if row.report_weeks else ""
    return ", ".join(filter(None, (row.expert, row.field, weeks)))
