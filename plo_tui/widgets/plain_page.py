"""A page of plain lines to read: drawn line by line, however long it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.text import Text
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from plo_tui.widgets.wrapping import fit, wrap_spans

if TYPE_CHECKING:
    from collections.abc import Sequence

_LEAST_SHARE = 4
"""However far in a line begins, no more than this part of the width is left empty."""


class PlainPage(ScrollView, can_focus=True):
    """Lines broken to the width there is; one after an empty line is a heading.

    A line that begins with spaces stays that far in when it is broken.

    The arrows, page up and down, home and end move; nothing on it can be changed.
    """

    ALLOW_SELECT = False
    help_text: ClassVar[str] = "The arrows, Page Up, Page Down, Home and End move through it."
    COMPONENT_CLASSES: ClassVar[set[str]] = {"plain-page--heading"}
    DEFAULT_CSS = """
    PlainPage {
        height: 1fr;
        overflow-x: hidden;
        overflow-y: auto;
        scrollbar-gutter: stable;
        scrollbar-size-vertical: 1;
        padding: 0 1;
        & > .plain-page--heading { text-style: bold; }
    }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._lines: list[str] = []
        self._rows: list[tuple[str, bool]] = []

    def show(self, lines: Sequence[str]) -> None:
        """Show these lines, from the first; what is shown already stays where it is."""
        fitted = [fit(line) for line in lines]
        if fitted != self._lines:
            self._lines = fitted
            self._break()
            self.scroll_home(animate=False)

    def on_resize(self) -> None:
        """Break the lines anew for the width there is now."""
        self._break()

    def render_line(self, y: int) -> Strip:
        """Draw one row of the screen."""
        width, at = self.scrollable_content_region.width, self.scroll_offset.y + y
        if at >= len(self._rows):
            return Strip.blank(width, self.rich_style)
        words, is_heading = self._rows[at]
        drawn = Text(words, end="", no_wrap=True)
        if is_heading:
            drawn.stylize(self.get_component_rich_style("plain-page--heading", partial=True))
        strip = Strip(drawn.render(self.app.console), drawn.cell_len)
        return strip.adjust_cell_length(width, self.rich_style).apply_style(self.rich_style)

    def _break(self) -> None:
        """Break every line into rows; a heading stands after an empty line, and first."""
        width = self.scrollable_content_region.width
        if width <= 0:
            return
        self._rows.clear()
        before = ""
        for line in self._lines:
            words = line.lstrip(" ")
            space = " " * min(len(line) - len(words), width // _LEAST_SHARE)
            spans, _ = wrap_spans(words, width - len(space), len(words) + 1)
            self._rows += [(space + words[start:end], not before) for start, end in spans]
            before = line
        self.virtual_size = Size(width, len(self._rows))
        self.refresh()
