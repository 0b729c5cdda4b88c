"""The drafting screen: the letter as the parent reads it, and beside it what to put right."""

from __future__ import annotations

from agenda.letter_checked import still_open
from agenda.letter_way import last_turn, next_turns
from agenda.letter_words import LetterTurnKind
from plo_tui.commands import PLACES, bindings_for
from plo_tui.screens.letter_sending import LetterSending

_OF_AN_OPEN_ONE = frozenset({"add_to_letter", "change_recipient"})
_OF_THE_LETTER = frozenset(command.call for command in PLACES["letter"].commands)


class LetterScreen(LetterSending):
    """One letter to one person, from the first words to the parent's hand."""

    place = "letter"
    BINDINGS = bindings_for("letter")
    CSS_PATH = "letter.tcss"
    AUTO_FOCUS = "#page"

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what the letter, and the piece under the cursor, allow."""
        if action in _OF_THE_LETTER:
            if self.papers is None or self.drafted is None:
                return False
            return self._allowed(action)
        return super().check_action(action, parameters)

    def _allowed(self, action: str) -> bool:
        assert self.papers is not None  # noqa: S101 - `check_action` saw to it
        is_open = not self.draft.frozen
        if action in _OF_AN_OPEN_ONE:
            return is_open
        if action == "plainer_in_letter":
            return self.hard_here() is not None
        if action == "leave_out":
            return self.can_leave_out()
        if action == "pass_need":
            found = self.drafted.found if self.drafted else {}
            key = self.piece.key if self.piece else ""
            return is_open and bool(still_open(found.get(key, [])))
        if action == "same_letter":
            return self.next_person() is not None
        if action == "letter_step":
            return bool(next_turns(self.papers, self.draft))
        if action == "reopen_letter":
            turn = last_turn(self.papers, self.draft)
            given = turn is not None and turn.what is LetterTurnKind.DELIVERED
            return not is_open and not given
        return True
