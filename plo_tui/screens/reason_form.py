"""Why a `must` is passed: practice allows an exception by a reason and a name, never a flag."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plo_tui.screens.form import FormScreen
from plo_tui.store.verbs.reasons import record_reason
from plo_tui.widgets.form_fields import TextField

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.widget import Widget

    from agenda.finding import Finding
    from agenda.papers import Papers
    from plo_tui.desk import Desk


class ReasonForm(FormScreen[bool]):
    """Records the exceptional reason for passing one finding; True once it is saved."""

    papers: Papers

    def __init__(self, desk: Desk, papers: Papers, finding: Finding) -> None:
        super().__init__(desk, papers)
        self.finding = finding
        self.title = "Record an exceptional reason"
        self.lead = f"{finding.sentence}\n{finding.rule.title} ({finding.rule.source})"

    def fields(self) -> Iterable[Widget]:
        """The reason."""
        field = TextField(
            "reason",
            "Why it is right here",
            rows=4,
            help_text="A sentence or two that a court could read months from now.",
        )
        if self.desk.me:
            field.note(f"It is recorded in the name of {self.desk.me.name}.")
        yield field

    async def save(self) -> bool:
        """Record the reason."""
        done = await self.desk.do(
            record_reason,
            self.papers.case_id,
            self.finding.rule.key,
            self.finding.about,
            self.field("reason").value,
            self.papers.meeting_id,
        )
        self.papers.take(done.changed)
        return True
