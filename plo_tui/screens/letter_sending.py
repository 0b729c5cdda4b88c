"""A letter's way from the drafting screen: to legal and back, cleared, given, and to the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import work

from agenda.letter_way import next_turns, next_without
from agenda.letter_words import LetterTurnKind
from agenda.records import new_key
from plo_tui.screens.beginning_letters import begin_like
from plo_tui.screens.letter_editing import LetterEditing
from plo_tui.store.problems import StoreProblem
from plo_tui.store.verbs.letter_turns import reopen_letter

if TYPE_CHECKING:
    from agenda.records import Person


class LetterSending(LetterEditing):
    """The part of the drafting screen that sends the letter on its way."""

    def action_letter_step(self) -> None:
        """Record the next step; of a cleared letter, that it was given."""
        from plo_tui.screens.letter_given_form import LetterGivenForm
        from plo_tui.screens.letter_turn_form import LetterTurnForm

        self.say("")
        if self.papers is None:
            return
        is_cleared = LetterTurnKind.DELIVERED in next_turns(self.papers, self.draft)
        form = LetterGivenForm if is_cleared else LetterTurnForm
        self.app.push_screen(form(self.desk, self.papers, self.draft))

    def action_reopen_letter(self) -> None:
        """Open a cleared letter again, with why."""
        from plo_tui.screens.why_asked_form import WhyAskedForm

        self.say("")
        if self.papers is None:
            return
        form = WhyAskedForm(
            self.desk,
            self.papers,
            "Open this cleared letter again",
            "It can be changed then, and legal clears it anew.",
            reopen_letter,
            lambda why: (self.letter_id, why),
        )
        self.app.push_screen(form)

    # --- the next parent

    def next_person(self) -> Person | None:
        """Return the next who has no letter of this kind yet."""
        papers = self.papers
        return next_without(papers, self.draft.kind, self.desk.days) if papers else None

    @work(exclusive=True, group="form")
    async def action_same_letter(self) -> None:
        """Begin the same letter to the next parent, with these words, and go on with that one."""
        person = self.next_person()
        if person is None or self.papers is None:
            return
        key = new_key()
        try:
            await begin_like(self.desk, self.papers, self.draft, person.id, key)
        except StoreProblem as problem:
            self.say(str(problem))
            return
        self.letter_id = key
        self.read_letter()
        self.say(f"This is the letter to {person.known_as} now. Read it for them.")

    # --- Word

    @work(exclusive=True, group="form")
    async def action_write_letter(self) -> None:
        """Write the letter as a Word document."""
        from plo_tui.screens.letter_word_form import LetterWordForm

        if self.papers is None:
            return
        written = await self.app.push_screen_wait(
            LetterWordForm(self.desk, self.papers, self.draft)
        )
        self.say(f"Written: {written}" if written else "")
