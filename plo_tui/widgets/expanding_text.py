"""A box for text in which the user's abbreviations expand as they are typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import TextArea

from plo_tui.widgets.abbreviations import ENDS_A_WORD, expansion

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual import events


class ExpandingText(TextArea):
    """A text area whose abbreviations, once the next character is typed, become their words."""

    abbreviations: Mapping[str, str] = {}
    """What each stands for, by the abbreviation in small letters."""

    async def _on_key(self, event: events.Key) -> None:
        """Expand at a space or a punctuation mark; all other keys are the text area's."""
        if event.character in ENDS_A_WORD and self.expand_word(event.character):
            event.stop()
            event.prevent_default()

    def expand_word(self, typed: str = "") -> bool:
        """Type a character and expand the abbreviation before it; False where there is none.

        The character comes first, so that one undo gives back what was typed and goes no further.
        """
        row, column = self.cursor_location
        if not self.abbreviations or not self.selection.is_empty or self.read_only:
            return False
        before, first_line = self.document.get_line(row)[:column], self.document.get_line(0)
        found = expansion(before, first_line, self.abbreviations)
        if found is None:
            return False
        if typed:
            self.insert(typed)
        start = column - found.length
        self.history.checkpoint()
        self.replace(found.words, (row, start), (row, column))
        self.history.checkpoint()
        self.move_cursor((row, start + len(found.words) + len(typed)))
        return True
