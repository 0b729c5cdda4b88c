"""The minutes of an item, drawn line by line: one widget however many entries there are."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, ClassVar

from rich.text import Text
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from plo_tui.widgets.log_row import TIME_CELLS, Laid, LogRow, has, lay_out
from plo_tui.widgets.wrapping import fit

if TYPE_CHECKING:
    from collections.abc import Iterable
    from uuid import UUID

    from textual import events


class MinutesLog(ScrollView, can_focus=True):
    """A scrolling log of minuted paragraphs.

    Adding a paragraph lays out that paragraph alone. Replacing one repaints its own rows, and
    those below only where its height changed. It follows the newest unless scrolled up.
    """

    ALLOW_SELECT = False
    help_text: ClassVar[str] = (
        "The minutes of this item. Up and down choose a paragraph, Enter or a double click opens "
        "it; n and N go through what was found. An aside is never printed, but may have to be "
        "disclosed; a withdrawn paragraph stays in the record."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "step(-1)", "Previous paragraph", show=False),
        Binding("down", "step(1)", "Next paragraph", show=False),
        Binding("home", "edge(0)", "First paragraph", show=False),
        Binding("end", "edge(-1)", "Newest paragraph", show=False),
        Binding("enter", "choose", "Open paragraph", show=False),
        Binding("n", "match(1)", "Next found", show=False),
        Binding("N", "match(-1)", "Previous found", show=False),
    ]
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "minutes-log--time",
        "minutes-log--mark",
        "minutes-log--speaker",
        "minutes-log--aside",
        "minutes-log--withdrawn",
        "minutes-log--selected",
        "minutes-log--found",
    }
    DEFAULT_CSS = """
    MinutesLog {
        height: 1fr;
        overflow-x: hidden;
        overflow-y: auto;
        scrollbar-gutter: stable;
        scrollbar-size-vertical: 1;
        & > .minutes-log--time { color: $text-muted; }
        & > .minutes-log--mark { text-style: bold; }
        & > .minutes-log--speaker { text-style: bold; }
        & > .minutes-log--aside { color: $text-warning; text-style: italic; }
        & > .minutes-log--withdrawn { color: $text-muted; text-style: strike; }
        & > .minutes-log--selected { background: $boost; }
        & > .minutes-log--found { text-style: reverse; }
    }
    """

    class Chosen(Message):
        """A paragraph was opened, by Enter or a double click."""

        def __init__(self, key: UUID) -> None:
            super().__init__()
            self.key = key

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._rows: list[LogRow] = []
        self._index: dict[UUID, int] = {}
        self._laid: dict[UUID, Laid] = {}
        self._tops: list[int] = []  # the first line of each row; valid as far as it goes
        self._lines = 0
        self._opened: set[UUID] = set()
        self._follows = True
        self._found: re.Pattern[str] | None = None
        self.selected: UUID | None = None
        """The paragraph the selection is on."""

    # What the screen calls

    def show(self, rows: Iterable[LogRow]) -> None:
        """Show these paragraphs, in this order, from the newest's end."""
        self._rows = list(rows)
        self._index = {row.key: at for at, row in enumerate(self._rows)}
        if self.selected not in self._index:
            self.selected = None
        self._follows = True
        self._lay_out_all()

    def put(self, row: LogRow) -> None:
        """Add a paragraph at the end, or replace the one with its key where it stands."""
        at = self._index.get(row.key)
        if at is None:
            self._index[row.key] = len(self._rows)
            self._rows.append(row)
            self._lines += self._lay_out(row).height
            self._grown()
            self._refresh_row(len(self._rows) - 1)
            return
        before = self._laid.get(row.key)
        self._rows[at] = row
        self._redraw(at, before.height if before else 0)

    def find(self, text: str) -> int:
        """Mark every occurrence and go to the newest paragraph that has one.

        Args:
            text: what to look for, in any case; empty takes the marks away.

        Returns:
            How many paragraphs have it.
        """
        self._found = re.compile(re.escape(fit(text)), re.IGNORECASE) if text.strip() else None
        self.refresh()
        found = [row.key for row in self._rows if self._has(row)]
        if found:
            self.select(found[-1])
        return len(found)

    def select(self, key: UUID) -> None:
        """Put the selection on a paragraph and bring it into sight."""
        was, self.selected = self.selected, key
        for changed in (was, key):
            if changed in self._index:
                self._refresh_row(self._index[changed])
        at = self._index[key]
        top, height = self._top(at), self._laid_out(at).height
        if top < self.scroll_offset.y:
            self.scroll_to(y=top, animate=False, force=True)
        elif top + height > self.scroll_offset.y + self.size.height:
            y = min(top, top + height - self.size.height)
            self.scroll_to(y=y, animate=False, force=True)

    # Keys and mouse

    def action_step(self, step: int) -> None:
        """Move the selection by one paragraph; from nothing, to the newest."""
        if self._rows:
            here = self._index.get(self.selected) if self.selected else None
            at = len(self._rows) - 1 if here is None else here + step
            self.select(self._rows[min(max(at, 0), len(self._rows) - 1)].key)

    def action_edge(self, at: int) -> None:
        """Move the selection to the first or the newest paragraph."""
        if self._rows:
            self.select(self._rows[at].key)

    def action_choose(self) -> None:
        """Unfold the selected paragraph if it is folded, else open it."""
        if self.selected is None:
            return
        at = self._index[self.selected]
        laid = self._laid_out(at)
        if laid.folded:
            self._opened.add(self.selected)
            self._redraw(at, laid.height)
        else:
            self.post_message(self.Chosen(self.selected))

    def action_match(self, step: int) -> None:
        """Go to the next or previous paragraph that was found, round the end."""
        here = self._index.get(self.selected, -1) if self.selected else -1
        count = len(self._rows)
        for away in range(1, count + 1):
            row = self._rows[(here + step * away) % count]
            if self._has(row):
                self.select(row.key)
                return

    def on_click(self, event: events.Click) -> None:
        """Select the paragraph under the mouse; a double click opens it."""
        at = event.style.meta.get("row")
        if isinstance(at, int) and at < len(self._rows):
            self.select(self._rows[at].key)
            if event.chain > 1:
                self.action_choose()

    # Laying out

    def on_resize(self) -> None:
        """Break the paragraphs anew for the width there is now."""
        self._lay_out_all()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Follow the newest only while the end is in sight."""
        super().watch_scroll_y(old_value, new_value)
        self._follows = self.is_vertical_scroll_end

    @property
    def _width(self) -> int:
        return self.scrollable_content_region.width

    def _lay_out(self, row: LogRow) -> Laid:
        laid = lay_out(row, self._width, row.key in self._opened)
        self._laid[row.key] = laid
        return laid

    def _laid_out(self, at: int) -> Laid:
        row = self._rows[at]
        return self._laid.get(row.key) or self._lay_out(row)

    def _lay_out_all(self) -> None:
        self._laid.clear()
        self._tops.clear()
        if self._width > 0:
            self._lines = sum(self._laid_out(at).height for at in range(len(self._rows)))
        self._grown()
        self.refresh()

    def _redraw(self, at: int, old_height: int) -> None:
        """Lay out one paragraph again and repaint it; the rest only if it grew or shrank."""
        laid = self._lay_out(self._rows[at])
        if laid.height == old_height:
            self._refresh_row(at)
            return
        self._lines += laid.height - old_height
        del self._tops[at + 1 :]
        self._grown()
        self.refresh()

    def _grown(self) -> None:
        """Tell the scroll bar how many lines there are, and stay at the end if we were there."""
        follows = self._follows
        self.virtual_size = Size(self._width, self._lines)
        if follows:
            # Forced: until the next layout there may be no scroll bar to allow it.
            self.scroll_end(animate=False, immediate=True, x_axis=False, force=True)
            self._follows = True

    def _top(self, at: int) -> int:
        while len(self._tops) <= at:
            here = len(self._tops)
            above = self._tops[-1] + self._laid_out(here - 1).height if here else 0
            self._tops.append(above)
        return self._tops[at]

    def _refresh_row(self, at: int) -> None:
        self.refresh_lines(self._top(at), self._laid_out(at).height)

    def _has(self, row: LogRow) -> bool:
        return self._found is not None and has(row, self._found)

    # Drawing

    def render_line(self, y: int) -> Strip:
        """Draw one line of the screen."""
        line = self.scroll_offset.y + y
        if line >= self._lines or not self._rows:
            return Strip.blank(self._width, self.rich_style)
        if not self._tops or self._tops[-1] <= line:
            self._top(len(self._rows) - 1)
        at = bisect_right(self._tops, line) - 1
        return self._draw(at, line - self._tops[at])

    def _draw(self, at: int, line: int) -> Strip:
        laid = self._laid_out(at)
        row, style = laid.row, self.get_component_rich_style
        first = row.time if line == 0 else ""
        selected = row.key == self.selected
        sign = "›" if selected and line == 0 else " "
        drawn = Text(f"{first[: TIME_CELLS - 1]:<{TIME_CELLS - 1}}{sign}", end="", no_wrap=True)
        drawn.stylize(style("minutes-log--time", partial=True))
        if line < len(laid.rows):
            drawn.append_text(self._words(laid, *laid.rows[line]))
        else:
            drawn.append(laid.fold_words, style("minutes-log--mark", partial=True))
        base = self.rich_style
        if selected:
            base += style("minutes-log--selected", partial=True)
        strip = Strip(drawn.render(self.app.console), drawn.cell_len)
        strip = strip.adjust_cell_length(self._width, base).apply_style(base)
        return strip.apply_meta({"row": at})

    def _words(self, laid: Laid, start: int, end: int) -> Text:
        """One row of a paragraph's words, with its styles and what was found in it."""
        words = Text(laid.text[start:end].replace("\n", " "), end="", no_wrap=True)
        for span in laid.spans:
            if span.start < end and span.end > start:
                style = self.get_component_rich_style(span.style, partial=True)
                words.stylize(style, max(0, span.start - start), span.end - start)
        if self._found is not None:
            found = self.get_component_rich_style("minutes-log--found", partial=True)
            for hit in self._found.finditer(laid.text, start, end):
                words.stylize(found, hit.start() - start, hit.end() - start)
        return words
