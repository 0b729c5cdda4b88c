"""What each party says in the meeting to each expert's letter of instruction."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.widgets import Static

from agenda.day_names import day_text
from plo_tui.screens.form import FormScreen, heading
from plo_tui.screens.party_answers import answer_fields, save_answer, show_conditions
from plo_tui.store.verbs.instructions import answer_instruction
from plo_tui.widgets.form_field import FormField
from plo_tui.widgets.shown import shown

if TYPE_CHECKING:
    from collections.abc import Iterator
    from uuid import UUID

    from textual.widget import Widget

    from agenda.papers import Papers
    from agenda.records import Instruction, InstructionAnswer, Person


class InstructionAnswersForm(FormScreen[bool]):
    """Each letter of instruction with its questions, and each party's own answer to it."""

    TITLE = "Letters of instruction: each party's answer"
    papers: Papers

    def fields(self) -> Iterator[Widget]:
        """Show each letter, and ask each parent for their answer to it."""
        for row in self.papers.instructions:
            yield heading(", on ".join(part for part in (row.expert, row.field) if part))
            yield Static(shown(_letter(row)), classes="letter")
            for person, was in self._parties(row):
                said = "This party's own answer. Left and right change it."
                yield from answer_fields(_key(row, person), person, was, said)

    def on_mount(self) -> None:
        """Ask for conditions only where somebody has some."""
        self._ask_what_is_needed()

    @on(FormField.Edited)
    def _ask_what_is_needed(self) -> None:
        for row in self.papers.instructions:
            for person, _ in self._parties(row):
                show_conditions(self, _key(row, person))

    async def save(self) -> bool:
        """Record the answers that are new.

        Raises:
            Refused: beside its field; what was recorded before it stays recorded.
        """
        for row in self.papers.instructions:
            for person, was in self._parties(row):
                about = (row.id, self.papers.meeting.id, person.id)
                await save_answer(self, _key(row, person), was, answer_instruction, *about)
        return True

    def _parties(self, row: Instruction) -> list[tuple[Person, InstructionAnswer | None]]:
        """Return the parents, and whoever else has answered, each with their answer."""
        given: dict[UUID, InstructionAnswer] = {
            answer.person_id: answer for answer in self.papers.instruction_answers(row.id)
        }
        parents = {person.id for person in self.papers.parents}
        return [
            (person, given.get(person.id))
            for person in self.papers.people
            if person.id in parents or person.id in given
        ]


def _letter(row: Instruction) -> str:
    """Return the letter as it is read out: its questions, and when the report is due."""
    report = f"Report by {day_text(row.report_by)}." if row.report_by else "No day for the report."
    return "\n".join([row.questions.strip() or "No question is written yet.", report])


def _key(row: Instruction, person: Person) -> str:
    return f"{row.id.hex}-{person.id.hex}"
