"""What became of a line: how far it came, how we know, what stopped it, whether we helped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on

from agenda.progress_rules import lines_without_outcome
from agenda.words import HelpCame, LineOutcome
from plo_tui.screens.form import FormScreen
from plo_tui.store.problems import Refused
from plo_tui.store.verbs.progress import record_outcome
from plo_tui.widgets.form_field import FormField
from plo_tui.widgets.form_fields import ChoiceField, LineField, TextField

if TYPE_CHECKING:
    from collections.abc import Iterator
    from uuid import UUID

    from textual.widget import Widget

    from agenda.papers import Papers
    from agenda.records import PlanLine
    from plo_tui.desk import Desk


class OutcomeForm(FormScreen[bool]):
    """One line in a review. Saving with ^n goes on to the next line that has no outcome yet."""

    papers: Papers

    def __init__(self, desk: Desk, papers: Papers, line_id: UUID) -> None:
        super().__init__(desk, papers)
        self._show_line(next(line for line in papers.plan if line.id == line_id))

    def begin_next(self) -> None:
        """Go on with the next line that nothing was said of yet, or with the same one."""
        self._show_line(next(iter(lines_without_outcome(self.papers)), self.line))

    def fields(self) -> Iterator[Widget]:
        """Ask for the outcome first: for most lines the rest follows from it."""
        was = self.papers.outcome(self.line.id)
        yield ChoiceField(
            "outcome", "Outcome", LineOutcome, was.outcome if was else None, none="not said yet",
            help_text="Left and right change it.",
        )  # fmt: skip
        yield TextField(
            "evidence", "How we know", was.evidence if was else "", rows=1,
            help_text="Who saw what, and when.",
        )  # fmt: skip
        yield TextField(
            "why", "What stopped it", was.why if was else "", rows=1,
            help_text="In the parents' words where they said it, and ours where it was ours.",
        )  # fmt: skip
        yield ChoiceField(
            "help_came", "Our help came", HelpCame, was.help_came if was else None,
            none="not said yet", help_text="Whether what we promised with this line came in time.",
        )  # fmt: skip
        yield LineField("help_note", "  about our help", was.help_note if was else "")

    async def save(self) -> bool:
        """Record what the review found of the line."""
        said = self.values()
        outcome: LineOutcome | None = said.pop("outcome")
        if outcome is None:
            raise Refused("Choose what became of this line; Escape leaves.", "outcome")
        done = await self.desk.do(
            record_outcome, self.line.id, self.papers.meeting.id, outcome, **said
        )
        self.papers.take(done.changed)
        return True

    def on_mount(self) -> None:
        """Ask only for what the outcome needs."""
        self._ask_what_it_needs()

    @on(FormField.Edited)
    def _edited(self) -> None:
        self._ask_what_it_needs()

    def _ask_what_it_needs(self) -> None:
        """What stopped a line is asked for only where something did."""
        field = self.field("why")
        field.display = self.field("outcome").value is not LineOutcome.DONE or bool(field.typed)

    def _show_line(self, line: PlanLine) -> None:
        self.line = line
        self.title = f"Line {line.number}: what became of it"
        owner = self.papers.name(line.owner_staff_id, line.owner_person_id)
        support = f" We promised: {line.support}." if line.support else ""
        measure = f" To be known by: {line.measure}." if line.measure else ""
        self.lead = f"{line.what} ({owner or 'nobody named'}).{measure}{support}"
        self.can_add_another = any(one.id != line.id for one in lines_without_outcome(self.papers))
