"""The frame of the case screen: its layout, its lines of words, and what is under the cursor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Static

from plo_tui.screens.reading_case import ReadsCase
from plo_tui.widgets.record_list import RecordList
from plo_tui.widgets.row_list import words
from plo_tui.widgets.timeline import Timeline

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from textual.app import ComposeResult

    from plo_tui.desk import Desk


_STYLES = {True: "bold $text-warning", False: "$text-muted"}


class CaseFrame(ReadsCase):
    """What every part of the case screen shares."""

    def __init__(self, desk: Desk, case_id: UUID) -> None:
        super().__init__()
        self.desk = desk
        self.case_id = case_id

    def body(self) -> ComposeResult:
        """Lay out what comes next, the weeks, and the records in two panels."""
        yield Static(id="next")
        with VerticalScroll(id="weeks"):
            yield Static(id="window")
            yield Timeline()
        with VerticalScroll(id="notes", can_focus=False):
            yield Static(id="noted")
        with Horizontal(id="records"):
            yield RecordList(id="family", wraps=True)
            yield RecordList(id="work", wraps=True)
        yield Static(id="say")

    def show_notes(self, notes: Sequence[tuple[str, bool]]) -> None:
        """Show sentences that nobody may miss, those that say what is wrong more strongly."""
        said = [words((f"{'! ' * wrong}{one}", _STYLES[wrong])) for one, wrong in notes]
        self.query_one("#noted", Static).update(words("\n").join(said))
        self.query_one("#notes").display = bool(notes)

    @property
    def here(self) -> tuple[str, UUID] | None:
        """The record under the cursor of the panel that has the focus."""
        focused = self.focused
        return focused.here if isinstance(focused, RecordList) else None
