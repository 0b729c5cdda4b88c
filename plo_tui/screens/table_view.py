"""The table view: the screen faces the family, and shows the plan as agreed so far, large."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plo_tui.commands import bindings_for
from plo_tui.screens.base import PloScreen
from plo_tui.screens.table_rows import family_sections
from plo_tui.screens.what_may_be_seen import let_through
from plo_tui.widgets.case_bar import Standing
from plo_tui.widgets.table_page import TablePage

if TYPE_CHECKING:
    from datetime import date

    from textual.app import ComposeResult

    from agenda.papers import Papers


class TableScreen(PloScreen[None]):
    """What the family may read; nothing on it can be changed, and nothing else can be opened.

    It is never too small: to be read from across a table, the terminal's letters are made larger,
    and fewer of them have room.
    """

    place = "table"
    BINDINGS = bindings_for("table")
    CSS_PATH = ["meeting_shield.tcss"]  # noqa: RUF012 - as Textual declares it
    AUTO_FOCUS = "#agreed"
    HORIZONTAL_BREAKPOINTS = [(0, "-standard")]  # noqa: RUF012 - as Textual declares it
    VERTICAL_BREAKPOINTS = [(0, "-tall")]  # noqa: RUF012 - as Textual declares it

    def __init__(self, papers: Papers, today: date, standing: Standing) -> None:
        super().__init__()
        self.papers = papers
        self.today = today
        self.standing = Standing(standing.reference, standing.initials)

    def body(self) -> ComposeResult:
        """Lay out the one page."""
        yield TablePage(family_sections(self.papers, self.today), id="agreed")

    def on_mount(self) -> None:
        """Let through what the family may see."""
        let_through(self, to_family=True)

    def action_leave_table(self) -> None:
        """Turn the screen back to the meeting."""
        self.action_close()

    def action_shield(self) -> None:
        """Turn back to the meeting, which is shielded."""
        self.action_close()
