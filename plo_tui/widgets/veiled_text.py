"""A text box whose words can be shown as dots: somebody else may be looking at the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.text import Text
from textual.widgets import TextArea

if TYPE_CHECKING:
    from collections.abc import Callable

_DOT, _WIDE_DOT = "•", "・"
_LEFT_ALONE = "\t"
"""What moves the words behind it by no fixed number of cells."""


class VeiledText(TextArea):
    """A `TextArea` that draws dots for what may not be read. The text itself stays as it is."""

    _readable: Callable[[str], int] | None = None

    def veil(self, readable: Callable[[str], int] | None) -> None:
        """Draw as dots all but the first so many characters; None draws every word again.

        Args:
            readable: given the text, says how many of its first characters may be read.
        """
        self._readable = readable
        self.notify_style_update()  # what was drawn of each line before is not used again
        self.refresh()

    @property
    def is_veiled(self) -> bool:
        """Whether somebody else may be looking."""
        return self._readable is not None

    def get_line(self, line_index: int) -> Text:
        """Return a line as it is drawn."""
        line = super().get_line(line_index)
        if self._readable is None:
            return line
        before = sum(len(self.document.get_line(n)) + 1 for n in range(line_index))
        open_to = max(self._readable(self.text) - before, 0)
        words = line.plain
        return Text(words[:open_to] + _dots(words[open_to:]), end="", no_wrap=True)


def _dots(words: str) -> str:
    """Return dots that take as much room as the words, so that the cursor stands where it is."""
    return "".join(
        sign if sign in _LEFT_ALONE else _WIDE_DOT if cell_len(sign) > 1 else _DOT for sign in words
    )
