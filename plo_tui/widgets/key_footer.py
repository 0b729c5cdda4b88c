"""The last line: the keys that matter now, never one cut in two."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

if TYPE_CHECKING:
    from textual.events import Click

_GAP = "  "


@dataclass(frozen=True, slots=True)
class Hint:
    """One key of the footer.

    Attributes:
        key: as printed, such as `F8`.
        title: what it does, in a word or two.
        action: what a click on it runs, seen from the screen.
    """

    key: str
    title: str
    action: str

    @property
    def width(self) -> int:
        """Terminal cells it takes."""
        return cell_len(f"{self.key} {self.title}")


class KeyFooter(Widget):
    """As many hints as have room, the most important first; those in `always` end the line."""

    DEFAULT_CSS = """
    KeyFooter {
        dock: bottom;
        height: 1;
        padding: 0 1;
        background: $footer-background;
        color: $footer-foreground;
    }
    KeyFooter > .key-footer--key {
        color: $footer-key-foreground;
        text-style: bold;
    }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {"key-footer--key"}
    ALLOW_SELECT = False

    hints: reactive[tuple[Hint, ...]] = reactive(())
    """In order of importance."""
    always: reactive[tuple[Hint, ...]] = reactive(())
    """At the right, whatever else has to go: help and the list of commands."""

    def render(self) -> Content:
        """The line, for the width the terminal has now."""
        style = self.get_visual_style("key-footer--key", partial=True)
        parts: list[Content | str] = []
        for hint, gap in self._placed():
            parts += [" " * gap, Content.styled(hint.key, style), f" {hint.title}"]
        return Content.assemble(*parts)

    async def on_click(self, event: Click) -> None:
        """Run the command whose key or title was clicked."""
        offset = event.get_content_offset(self)
        if offset is None:
            return
        right = 0
        for hint, gap in self._placed():
            left, right = right + gap, right + gap + hint.width
            if left <= offset.x < right:
                await self.app.run_action(hint.action, self.screen)
                return

    def _placed(self) -> list[tuple[Hint, int]]:
        """Each hint that has room, with the number of spaces before it."""
        room = self.content_size.width - sum(hint.width for hint in self.always)
        room -= len(_GAP) * (len(self.always) - 1)
        chosen: list[tuple[Hint, int]] = []
        for hint in self.hints:
            before = len(_GAP) if chosen else 0
            if before + hint.width + len(_GAP) > room:
                break
            chosen.append((hint, before))
            room -= before + hint.width
        ending = [(hint, len(_GAP) if n else max(room, 0)) for n, hint in enumerate(self.always)]
        return chosen + ending
