"""A box to tick, whose mark is seen without its colour."""

from __future__ import annotations

from textual.content import Content
from textual.widgets import Checkbox


class Tick(Checkbox):
    """`[✓]` or `[ ]`, and what it is for. Textual's own tells them apart by colour alone."""

    DEFAULT_CSS = """
    Tick, Tick:focus, Tick.-textual-compact, Tick.-textual-compact:focus {
        border: none !important;
        padding: 0 1;
        height: 1;
        background: transparent;
    }
    """

    def render(self) -> Content:
        """The box and its words."""
        style = self.get_visual_style("toggle--label")
        box = "[✓]" if self.value else "[ ]"
        return Content.assemble(box, self._label.pad(1, 1).stylize_before(style))
