"""The next step of a letter: drafted, sent to legal, back with changes, or cleared."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, cast

from textual import on

from agenda.letter import freeze_letter
from agenda.letter_checked import checked_letter, still_open
from agenda.letter_of import letter_of
from agenda.letter_way import next_turns, open_musts_words
from agenda.letter_words import LetterTurnKind
from agenda.words import StaffRole
from plo_tui.screens.choosing_staff import StaffField, chosen_staff
from plo_tui.screens.form import FormScreen
from plo_tui.screens.how_said import how_said_field
from plo_tui.store.problems import Refused
from plo_tui.store.reading.letters import other_children
from plo_tui.store.verbs.letter_turns import clear_letter, record_turn
from plo_tui.widgets.form_field import FormField
from plo_tui.widgets.form_fields import ChoiceField, TextField

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agenda.papers import Papers
    from agenda.records import LetterDraft
    from plo_tui.desk import Desk

_BY_LEGAL = (LetterTurnKind.RETURNED, LetterTurnKind.CLEARED)
_NOTES = {
    LetterTurnKind.CLEARED: (
        "From now on the letter is exactly this: it can be given, and no longer changed."
    ),
    LetterTurnKind.RETURNED: "The letter stays open. Write what legal changed or asks.",
}


class LetterTurnForm(FormScreen[bool]):
    """Records a step, or clears the letter as it stands on the screen; True once it is done."""

    papers: Papers

    def __init__(self, desk: Desk, papers: Papers, draft: LetterDraft) -> None:
        super().__init__(desk, papers)
        self.draft = draft
        self._sends_open = False
        self._seen = freeze_letter(letter_of(papers, draft))
        self._turns = [
            turn for turn in next_turns(papers, draft) if turn is not LetterTurnKind.DELIVERED
        ]
        self.title = f"The next step: the letter to {papers.name(None, draft.person_id)}"

    def fields(self) -> Iterator[FormField]:
        """Ask which step, on which day, by whom, and what legal says."""
        yield ChoiceField("what", "It was", [(str(turn), turn) for turn in self._turns])
        yield self.date_field("on", "On", self.desk.today(), past=True)
        staff = self.papers.staff
        me = self.desk.me.id if self.desk.me else None
        yield StaffField("by_staff_id", "By", staff, StaffRole.SOCIAL_WORKER, me)
        yield how_said_field()
        yield TextField("note", "What legal says", rows=3)

    def on_mount(self) -> None:
        """Ask for what the step needs."""
        self._ask_what_is_needed()

    @on(FormField.Edited)
    def _edited(self, event: FormField.Edited) -> None:
        if event.field.key == "what":
            self._sends_open = False
            self._ask_what_is_needed()
        self._ask_how()

    def _ask_what_is_needed(self) -> None:
        turn: LetterTurnKind = self.field("what").value
        self.field("what").note(_NOTES.get(turn, ""))
        self.field("note").display = turn is LetterTurnKind.RETURNED
        by = cast("StaffField", self.field("by_staff_id"))
        by.add_as(StaffRole.LAWYER if turn in _BY_LEGAL else StaffRole.SOCIAL_WORKER)
        if turn in _BY_LEGAL and not self._is_lawyer(by):
            lawyers = [row for row in self.papers.staff if row.role is StaffRole.LAWYER]
            by.input.value = lawyers[0].name if len(lawyers) == 1 else ""
        self._ask_how()

    def _ask_how(self) -> None:
        """Ask how legal cleared it only where somebody else records it."""
        me = self.desk.me
        is_own = me is not None and self.field("by_staff_id").value == me.id
        is_cleared = self.field("what").value is LetterTurnKind.CLEARED
        self.field("said_how").display = is_cleared and not is_own

    def _is_lawyer(self, by: StaffField) -> bool:
        member = self.papers.find("Staff", by.value)
        return member is not None and member.role is StaffRole.LAWYER

    async def save(self) -> bool:
        """Record the step.

        Raises:
            Refused: where nobody is named, a letter goes to legal with a `must` open and this was
                not said yet, or the verb refuses: beside its field.
        """
        turn: LetterTurnKind = self.field("what").value
        day = self.field("on").value
        if day is None:
            raise Refused("Say on which day.", "on")
        if turn is LetterTurnKind.TO_LEGAL and not self._sends_open:
            await self._say_what_is_open()
        by = await chosen_staff(self, "by_staff_id")
        if by is None:
            raise Refused("Say who did it.", "by_staff_id")
        policy = self.desk.policy.pinned()
        if turn is LetterTurnKind.CLEARED:
            how = self.field("said_how").value
            done = await self.desk.do(clear_letter, self.draft.id, day, by, self._seen, policy, how)
        else:
            note = self.field("note").value if turn is LetterTurnKind.RETURNED else ""
            done = await self.desk.do(record_turn, self.draft.id, turn, day, by, note, policy)
        self.papers.take(done.changed)
        return True

    async def _say_what_is_open(self) -> None:
        """Say once which musts stand open, before the letter goes to legal with them.

        Raises:
            Refused: where any does; saved again, the letter goes.
        """
        others = await self.desk.read(other_children, self.papers.case_id)
        found = await asyncio.to_thread(
            checked_letter, self.papers, self.draft, self.desk.days, others
        )
        if stands := still_open(found):
            self._sends_open = True
            where = dict.fromkeys(one.place_in_words for one in stands)
            raise Refused(
                f"It is sent with {open_musts_words(len(stands))}: {'; '.join(where)}. Save again "
                "to send it so, and it is recorded; Escape goes back to the letter.",
                "what",
            )
