"""Letters, as they stand before a meeting: to whom, how far they have come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import work

from agenda.broken_file import BrokenFile
from agenda.instruction_rules import instruction_findings
from agenda.letter_way import letters_to_follow
from agenda.letters_rules import EVERYONE, letters_findings
from agenda.records import new_key
from plo_tui.screens.before_frame import BeforeFrame
from plo_tui.screens.before_letter_rows import (
    help_rows,
    instruction_rows,
    kind_of,
    letter_rows,
    row_kind,
)
from plo_tui.screens.beginning_letters import begin
from plo_tui.store.problems import StoreProblem
from plo_tui.store.verbs.help_given import withdraw_help_given
from plo_tui.store.verbs.instructions import withdraw_instruction
from plo_tui.widgets.record_list import RecordList

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from agenda.finding import Finding
    from agenda.legal_planning_papers import LegalPlanningPapers
    from agenda.letter_words import LetterKind
    from agenda.records import LetterDraft
    from plo_tui.widgets.record_list import RecordRow

_WITHDRAWN_BY: dict[str, Callable[..., None]] = {
    "HelpGiven": withdraw_help_given,
    "Instruction": withdraw_instruction,
}
_AT_A_PERSON = frozenset({"open_letter", "leave_person_out"})


class BeforeLetters(BeforeFrame):
    """The part of the screen that drafts letters and follows them to the parent."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer a letter's own commands only on somebody's letter."""
        if action in ("add_help", "add_instruction"):
            return self.papers is not None
        if action in _AT_A_PERSON:
            return self.papers is not None and self._letter_here is not None
        if action == "record_letter_step":
            here = self._letter_here
            return here is not None and self._draft(*here) is not None
        return super().check_action(action, parameters)

    # --- what is shown

    def rows(self, papers: LegalPlanningPapers) -> list[RecordRow]:
        """Add the letters of each kind that is due, the help given, the experts' letters."""
        days, today = self.desk.days, self.desk.today()
        return [
            *letter_rows(papers, days, today),
            *help_rows(papers),
            *instruction_rows(papers),
            *super().rows(papers),
        ]

    def findings(self, papers: LegalPlanningPapers) -> list[Finding]:
        """Add what is to do about the letters, and about the experts' letters of instruction."""
        letters = letters_findings(papers, self.desk.days, self.desk.today())
        return [*super().findings(papers), *letters, *instruction_findings(papers)]

    # --- opening what is under the cursor

    def open_record(self, kind: str, key: UUID) -> bool:
        """Open a letter, help that was given, or an expert's letter of instruction."""
        if self.papers is None:
            return False
        if letter := kind_of(kind):
            self._open_letter(letter, key)
        elif kind == "HelpGiven":
            self._help(key)
        elif kind == "Instruction":
            self._instruction(key)
        else:
            return super().open_record(kind, key)
        return True

    def go_to_finding(self, finding: Finding) -> bool:
        """Go to the letter, the person or the meeting a finding is about, or open the form."""
        rule = finding.rule.key
        if self.papers is None or not (
            finding.rule is EVERYONE or rule.startswith(("letters.", "instruction."))
        ):
            return super().go_to_finding(finding)
        if rule.startswith("instruction."):
            row = self.papers.find("Instruction", finding.about)
            self._instruction(row.id if row else None)
        elif draft := self.papers.find("LetterDraft", finding.about):
            self._go_to_letter(draft.kind, draft.person_id)
        elif meeting := self.papers.find("Meeting", finding.about):
            from plo_tui.screens.meeting_form import MeetingForm

            self.app.push_screen(MeetingForm(self.desk, self.papers, meeting.id))
        elif person := self.papers.find("Person", finding.about):
            self._go_to_person(person.id, finding)
        return True

    def _go_to_letter(self, kind: LetterKind, person_id: UUID) -> None:
        """Put the cursor on somebody's letter."""
        steps = self.query_one("#steps", RecordList)
        steps.go_to(row_kind(kind), person_id)
        steps.focus()

    def _go_to_person(self, person_id: UUID, finding: Finding) -> None:
        """Go to the letter that somebody is owed; else open who they are."""
        if finding.field == "letter" and self.papers:
            for kind, people in letters_to_follow(self.papers, self.desk.days).items():
                if any(person.id == person_id for person in people):
                    self._go_to_letter(kind, person_id)
                    return
        from plo_tui.screens.person_form import PersonForm

        if self.papers:
            self.app.push_screen(PersonForm(self.desk, self.papers, person_id))

    @work(exclusive=True, group="open")
    async def _open_letter(self, kind: LetterKind, person_id: UUID) -> None:
        """Open somebody's letter; where none is begun, begin it with the authority's words."""
        from plo_tui.screens.letter import LetterScreen

        if self.papers is None:
            return
        draft = self._draft(kind, person_id)
        key = draft.id if draft else new_key()
        if draft is None:
            try:
                await begin(self.desk, self.papers, kind, person_id, key)
            except (BrokenFile, StoreProblem) as problem:
                self.say(str(problem))
                return
        self.app.push_screen(LetterScreen(self.desk, self.case_id, key))

    def action_open_letter(self) -> None:
        """Begin or open the letter of whoever is under the cursor."""
        self.say("")
        if here := self._letter_here:
            self._open_letter(*here)

    def action_record_letter_step(self) -> None:
        """Record the next step of the letter under the cursor."""
        from agenda.letter_way import next_turns
        from agenda.letter_words import LetterTurnKind
        from plo_tui.screens.letter_given_form import LetterGivenForm
        from plo_tui.screens.letter_turn_form import LetterTurnForm

        self.say("")
        here = self._letter_here
        draft = self._draft(*here) if here else None
        if draft is None or self.papers is None:
            return
        turns = next_turns(self.papers, draft)
        if not turns:
            self.say("This letter was given. Its way is at an end.")
        elif LetterTurnKind.DELIVERED in turns:
            self.app.push_screen(LetterGivenForm(self.desk, self.papers, draft))
        else:
            self.app.push_screen(LetterTurnForm(self.desk, self.papers, draft))

    def action_leave_person_out(self) -> None:
        """Record that whoever is under the cursor gets no letter of this kind, and legal's why."""
        from plo_tui.screens.no_letter_form import NoLetterForm

        self.say("")
        if (here := self._letter_here) and self.papers:
            self.app.push_screen(NoLetterForm(self.desk, self.papers, *here))

    def action_add_help(self) -> None:
        """Record help that was given."""
        self._help(None)

    def action_add_instruction(self) -> None:
        """Draft an expert's letter of instruction."""
        self._instruction(None)

    def _help(self, key: UUID | None) -> None:
        from plo_tui.screens.help_form import HelpForm

        self.say("")
        if self.papers:
            self.app.push_screen(HelpForm(self.desk, self.papers, key))

    def _instruction(self, key: UUID | None) -> None:
        from plo_tui.screens.instruction_form import InstructionForm

        self.say("")
        if self.papers:
            self.app.push_screen(InstructionForm(self.desk, self.papers, key))

    # --- the cursor

    def withdrawal(self) -> tuple[Callable[..., None], UUID] | None:
        """Return the verb that takes back the help, or the expert's letter, under the cursor."""
        here = self.query_one("#steps", RecordList).here
        if here and here[0] in _WITHDRAWN_BY:
            return _WITHDRAWN_BY[here[0]], here[1]
        return super().withdrawal()

    @property
    def _letter_here(self) -> tuple[LetterKind, UUID] | None:
        """The kind of letter, and to whom, that the cursor is on."""
        here = self.query_one("#steps", RecordList).here
        kind = kind_of(here[0]) if here else None
        return (kind, here[1]) if here and kind else None

    def _draft(self, kind: LetterKind, person_id: UUID) -> LetterDraft | None:
        return self.papers.letter_to(kind, person_id) if self.papers else None
