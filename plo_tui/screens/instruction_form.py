"""An expert's draft letter of instruction: to whom, on what, its questions and its dates."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual import on

from agenda.instruction_rules import expert_assessments, lacking_in
from agenda.records import Instruction, new_key
from agenda.words import LineKind
from plo_tui.screens.form import FormScreen
from plo_tui.store.verbs.instructions import (
    InstructionValues,
    change_instruction,
    record_instruction,
)
from plo_tui.widgets.form_field import FormField
from plo_tui.widgets.form_fields import ChoiceField, LineField, TextField

if TYPE_CHECKING:
    from collections.abc import Iterable
    from uuid import UUID

    from textual.widget import Widget

    from agenda.papers import Papers
    from plo_tui.desk import Desk


class InstructionForm(FormScreen[bool]):
    """The draft that is taken to the initial meeting, where each party answers it."""

    papers: Papers
    lead = "It is taken to the initial meeting, where each party says whether they agree to it."

    def __init__(self, desk: Desk, papers: Papers, instruction_id: UUID | None = None) -> None:
        super().__init__(desk, papers)
        self.row: Instruction | None = papers.find("Instruction", instruction_id)
        self.can_add_another = self.row is None
        self._start()

    def begin_next(self) -> None:
        """Go on with the next letter of instruction."""
        self.row = None
        self._start()

    def _start(self) -> None:
        self._key = self.row.id if self.row else new_key()
        said = f"Letter of instruction: {self.row.expert}" if self.row else ""
        self.title = said or "A draft letter of instruction"

    def fields(self) -> Iterable[Widget]:
        """Ask whom it is to, on what, the questions, and when it was drafted and is due."""
        was = self.row or Instruction(
            episode_id=self.papers.episode.id, expert="", line_id=self._line_without()
        )
        yield LineField("expert", "The expert", was.expert, placeholder="such as Dr Ann Reed")
        yield LineField("field", "To assess", was.field, placeholder="such as Ms Reed's memory")
        assessments = [
            (f"{line.number} {line.what}", line.id)
            for line in self.papers.plan
            if line.kind is LineKind.ASSESSMENT
        ]
        yield ChoiceField(
            "line_id", "Line of the plan", assessments, was.line_id, none="none of them"
        )
        yield TextField(
            "questions", "Questions", was.questions, rows=4, placeholder="one on each line"
        )
        yield self.date_field("drafted_on", "Drafted on", was.drafted_on, past=True)
        yield self.date_field("report_by", "Report by", was.report_by)

    def _line_without(self) -> UUID | None:
        """Return the first expert's assessment that has no letter of instruction yet."""
        tied = {row.line_id for row in self.papers.instructions}
        return next((row.id for row in expert_assessments(self.papers) if row.id not in tied), None)

    @on(FormField.Edited)
    def _edited(self) -> None:
        """Show what the letter still lacks, once it is begun."""
        typed = {field.key: field.value for field in self.all_fields if not field.wrong}
        row = Instruction(episode_id=self.papers.episode.id, **typed)
        found = lacking_in(row) if row.expert else []
        for field in self.all_fields:
            field.show_findings([one for one in found if one.field == field.key])

    async def save(self) -> bool:
        """Save it; what did not change is not written again."""
        values: InstructionValues = self.values()  # type: ignore[assignment]
        if self.row is None:
            done: Any = await self.desk.do(
                record_instruction, self.papers.episode.id, self._key, values
            )
            self.papers.take(done.changed)
        elif any(getattr(self.row, name) != said for name, said in values.items()):
            done = await self.desk.do(change_instruction, self._key, self.row.version, values)
            self.papers.take(done.changed)
        return True
