"""What a legal planning meeting considers and decides: the options, and the outcome with why."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual import on

from agenda.legal_planning_facts import decided
from agenda.legal_planning_words import PlanningOutcome
from plo_tui.screens.form import FormScreen
from plo_tui.store.verbs.legal_planning import (
    OptionSaid,
    record_options,
    record_planning_outcome,
)
from plo_tui.widgets.form_field import FormField
from plo_tui.widgets.form_fields import ChoiceField, LineField, TextField

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.widget import Widget

    from agenda.legal_planning_papers import LegalPlanningPapers

USUAL = (
    "Pre-proceedings: work with the family outside court",
    "Issue proceedings",
    "Continue the current plan",
)
"""The options that stand in the form at first; each can be named otherwise."""

_OF_OUTCOME = {
    "why_not_outside": PlanningOutcome.ISSUE,
    "in_legal_advice": PlanningOutcome.ISSUE,
    "information": PlanningOutcome.MORE_INFORMATION,
    "information_by": PlanningOutcome.MORE_INFORMATION,
}


class PlanningOptionsForm(FormScreen[bool]):
    """The options considered, with what was said of each; one without words is not kept."""

    TITLE = "Options considered"
    lead = "Say what was for and against each. An option that nobody spoke of may stay empty."
    papers: LegalPlanningPapers

    def fields(self) -> Iterator[Widget]:
        """Ask for each option that is there, the usual ones at first, and for one more."""
        rows = self.papers.options(self.papers.meeting.id)
        told = [(row.option, row.considered) for row in rows] or [(name, "") for name in USUAL]
        for number, (option, considered) in enumerate([*told, ("", "")]):
            last = number == len(told)
            yield LineField(
                f"option-{number}", "One more option" if last else f"Option {number + 1}", option
            )
            yield TextField(f"considered-{number}", "  what was said", considered, rows=2)

    async def save(self) -> bool:
        """Record those of which something was said."""
        options: list[OptionSaid] = []
        count = sum(field.key.startswith("option-") for field in self.all_fields)
        for number in range(count):
            option = self.field(f"option-{number}").value
            considered = self.field(f"considered-{number}").value
            named_here = option and (option not in USUAL or considered)
            if named_here or considered:
                options.append({"option": option, "considered": considered})
        done = await self.desk.do(record_options, self.papers.meeting.id, options)
        self.papers.take(done.changed)
        return True


class PlanningOutcomeForm(FormScreen[bool]):
    """What the meeting decides. What it still lacks is in “to do”, and stops nothing here."""

    TITLE = "The outcome"
    AUTO_FOCUS = "#fields ChoiceField .editor"
    papers: LegalPlanningPapers

    def fields(self) -> Iterator[Widget]:
        """Ask what is decided, and why; the rest follows from the outcome."""
        said = decided(self.papers)

        def text(key: str, label: str, told: str = "") -> TextField:
            return TextField(key, label, getattr(said, key, ""), rows=2, help_text=told)

        yield ChoiceField(
            "outcome",
            "Outcome",
            PlanningOutcome,
            said.outcome if said else None,
            none="not decided yet",
            help_text="Left and right change it.",
        )
        yield text("reasons", "Reasons", "Why this, and why not the others.")
        yield text(
            "plo_considered",
            "Outside court?",
            "What was said of working with the family outside court (PLO). It is given due "
            "consideration whatever is decided.",
        )
        yield text(
            "why_not_outside",
            "Why not outside",
            "Why the family cannot be worked with outside court.",
        )
        yield text(
            "in_legal_advice",
            "In the advice",
            "Where the legal advice refers to that: its date, or its paragraph.",
        )
        yield text("information", "What is needed")
        yield self.date_field("information_by", "By", said.information_by if said else None)

    def on_mount(self) -> None:
        """Ask only for what the outcome needs."""
        self._show_needed()

    @on(FormField.Edited)
    def _show_needed(self) -> None:
        outcome = self.field("outcome").value
        for key, needed in _OF_OUTCOME.items():
            self.field(key).display = outcome is needed

    async def save(self) -> bool:
        """Record the outcome."""
        values: Any = self.values()
        done = await self.desk.do(record_planning_outcome, self.papers.meeting.id, values)
        self.papers.take(done.changed)
        return True
