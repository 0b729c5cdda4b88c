"""An expert contacted before legal planning: what they would assess, their cost and their time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on

from agenda.readiness_experts import report_words
from agenda.records import ExpertEnquiry, new_key
from plo_tui.screens.form import FormScreen
from plo_tui.store.verbs.experts import add_expert, change_expert
from plo_tui.widgets.form_field import FormField
from plo_tui.widgets.form_fields import LineField, TextField
from plo_tui.widgets.form_money import MoneyField
from plo_tui.widgets.form_number import NumberField

if TYPE_CHECKING:
    from collections.abc import Iterator
    from uuid import UUID

    from textual.widget import Widget

    from agenda.legal_planning_papers import LegalPlanningPapers
    from plo_tui.desk import Desk


class ExpertForm(FormScreen[bool]):
    """One expert, contacted or to be contacted; True once it is saved."""

    papers: LegalPlanningPapers

    def __init__(
        self,
        desk: Desk,
        papers: LegalPlanningPapers,
        expert_id: UUID | None = None,
        begins_at: str = "",
    ) -> None:
        super().__init__(desk, papers)
        self.expert: ExpertEnquiry | None = papers.find("ExpertEnquiry", expert_id)
        self.begins_at = begins_at
        self.can_add_another = self.expert is None
        self.title = "Change an expert" if self.expert else "Add an expert"

    def begin_next(self) -> None:
        """Go on with the next expert."""
        self.expert = None

    def fields(self) -> Iterator[Widget]:
        """Who, when they were asked and answered, and what they said."""
        was = self.expert or ExpertEnquiry(episode_id=self.papers.episode.id, expert="")
        yield LineField("expert", "Expert", was.expert, placeholder="name, or name and firm")
        yield LineField(
            "field",
            "What they assess",
            was.field,
            placeholder="such as psychology",
            help_text="A word or two: where they are chosen, it stands in the family's plan.",
        )
        yield self.date_field("contacted_on", "Contacted on", was.contacted_on, past=True)
        yield self.date_field("answered_on", "Answered on", was.answered_on, past=True)
        yield MoneyField("cost_pence", "Cost in pounds", was.cost_pence)
        yield NumberField(
            "report_weeks", "Report in weeks", _typed(was.report_weeks),
            placeholder="from their instruction to the report",
            help_text="Calendar weeks. They count from the initial meeting, where it is agreed.",
        )  # fmt: skip
        yield TextField("note", "Note", was.note, rows=1)

    def on_mount(self) -> None:
        """Say how the reporting time stands to the window."""
        self._say_whether_it_fits()

    @on(FormField.Edited)
    def _say_whether_it_fits(self) -> None:
        field = self.field("report_weeks")
        weeks = None if field.wrong else field.value
        told = report_words(weeks, self.papers.policy) if weeks else ""
        field.note(f"{told[:1].upper()}{told[1:]}")

    async def save(self) -> bool:
        """Save the expert."""
        values = self.values()
        if self.expert:
            key, version = self.expert.id, self.expert.version
            done = await self.desk.do(change_expert, key, version, values)  # type: ignore[arg-type]
        else:
            episode = self.papers.episode.id
            done = await self.desk.do(add_expert, episode, new_key(), values)  # type: ignore[arg-type]
        self.papers.take(done.changed)
        return True


def _typed(number: int | None) -> str:
    return "" if number is None else str(number)
