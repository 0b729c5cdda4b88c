"""A list of rows beside the minutes: chosen by key or mouse, redrawn only where it changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from plo_tui.widgets.hanging import Hanging
from plo_tui.widgets.shown import shown

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events
    from textual.message import Message


ROOM = 200
"""Cells of a row that are worth drawing: more than any panel is wide."""


def words(*parts: str | tuple[str, str]) -> Content:
    """Join text, and (text, style) pairs, into one piece: as text, never as markup."""
    return Content.assemble(
        *(shown(part) if isinstance(part, str) else shown(*part) for part in parts)
    )


class RowList(OptionList):
    """The frame of every list beside the minutes.

    A click chooses a row and leaves the focus in the composer; with the focus here, up and
    down move, and Enter chooses. Rows keep to one line each and end in `…` where too long; where
    a list `wraps`, they go on below themselves.
    """

    FOCUS_ON_CLICK = False
    help_text: ClassVar[str] = "Up and down move, Enter or a click chooses."
    DEFAULT_CSS = """
    RowList {
        border: none;
        padding: 0;
        background: transparent;
        text-wrap: nowrap;
        text-overflow: ellipsis;
        &:focus { border: none; }
    }
    """

    wraps = False
    """Whether a long line goes on below itself; else it is cut."""

    def on_mount(self) -> None:
        """Keep a column for the scrollbar, so that no row is lost when it comes."""
        if self.wraps:
            self.styles.scrollbar_gutter = "stable"

    def on_resize(self, _event: events.Resize) -> None:
        """Keep the row under the cursor in sight."""
        self.call_after_refresh(self.scroll_to_highlight)

    def fill(self, rows: Sequence[tuple[str | None, Content]]) -> None:
        """Show these rows.

        Args:
            rows: each row's key and words. A row whose key is None is a heading, never chosen.
        """
        if [key for key, _ in rows] == [option.id for option in self.options]:
            for index, (_, prompt) in enumerate(rows):
                if not _same(self.options[index].prompt, prompt):
                    self.replace_option_prompt_at_index(index, self._laid(prompt))
            return
        was = self.highlighted_option.id if self.highlighted_option else None
        top = self.scroll_offset.y
        self.set_options(
            Option(self._laid(prompt), id=key, disabled=key is None) for key, prompt in rows
        )
        keys = [key for key, _ in rows]
        if was is not None and was in keys:
            self.highlighted = keys.index(was)
        self.scroll_to(y=top, animate=False)

    def _laid(self, prompt: Content) -> Content | Hanging:
        return Hanging(prompt) if self.wraps else prompt

    def chosen(self, key: str) -> Message:
        """The message that says a row was chosen; each list has its own."""
        raise NotImplementedError

    @on(OptionList.OptionSelected)
    def _choose(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        if event.option_id is not None:
            self.post_message(self.chosen(event.option_id))


def _same(old: object, new: Content) -> bool:
    text = old.text if isinstance(old, Hanging) else old
    return isinstance(text, Content) and text.is_same(new)
