"""Lines that go on below themselves, set in: no word is lost, and each line is seen to begin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.visual import Visual

from plo_tui.widgets.wrapping import wrap_spans

if TYPE_CHECKING:
    from textual.css.styles import RulesMap
    from textual.strip import Strip
    from textual.style import Style
    from textual.visual import RenderOptions

_HANG = 2
"""Cells by which a line that goes on is set in further than it began."""
_NARROWEST = 12
"""Cells below which nothing is set in any more."""


class Hanging(Visual):
    """A piece of text whose long lines are wrapped at spaces, each hanging from its own start.

    Attributes:
        text: the piece as it was given, its lines ended by newlines.
    """

    def __init__(self, text: Content) -> None:
        self.text = text
        self._wrapped: tuple[int, Content] = (0, text)

    def __str__(self) -> str:
        """Return its words, unwrapped."""
        return str(self.text)

    def render_strips(
        self, width: int, height: int | None, style: Style, options: RenderOptions
    ) -> list[Strip]:
        """Return its rows for so many cells."""
        return self._at(width).render_strips(width, height, style, options)

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        """Return the cells of its longest line."""
        return self.text.get_optimal_width(rules, container_width)

    def get_height(self, _rules: RulesMap, width: int) -> int:
        """Return how many rows it takes in so many cells."""
        return self._at(width).plain.count("\n") + 1

    def _at(self, width: int) -> Content:
        """Return it broken into rows of so many cells."""
        if self._wrapped[0] != width:
            rows = [row for line in self.text.split("\n") for row in _rows(line, width)]
            self._wrapped = (width, Content("\n").join(rows))
        return self._wrapped[1]


def _rows(line: Content, width: int) -> list[Content]:
    """Return a line's rows: the first where the line begins, the others set in below it."""
    words = line.plain
    indent = len(words) - len(words.lstrip(" "))
    hang = _HANG if width - indent - _HANG >= _NARROWEST else -indent
    body, room = line[indent:], width - indent - hang
    spans, _ = wrap_spans(body.plain, room, most=len(words) + 1, hang=-hang)
    first, *others = [body[start:end] for start, end in spans]
    return [
        Content(" " * indent) + first,
        *(Content(" " * (indent + hang)) + row for row in others),
    ]
