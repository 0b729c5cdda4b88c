"""What was given out of a case: every document that left the app, to whom, by whom and when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import work
from textual.widgets import Static

from agenda.given_out import given_lines, given_out
from plo_tui.commands import bindings_for
from plo_tui.screens.base import PloScreen
from plo_tui.store.problems import StoreProblem
from plo_tui.store.reading.papers import read_papers
from plo_tui.widgets.case_bar import Standing
from plo_tui.widgets.plain_page import PlainPage
from plo_tui.widgets.shown import shown

if TYPE_CHECKING:
    from uuid import UUID

    from textual.app import ComposeResult

    from agenda.papers import Papers
    from plo_tui.desk import Desk


class GivenOutScreen(PloScreen[None]):
    """A list to read, the latest first."""

    place = "given_out"
    BINDINGS = bindings_for("given_out")
    CSS_PATH = "given_out.tcss"
    AUTO_FOCUS = "PlainPage"

    def __init__(self, desk: Desk, case_id: UUID) -> None:
        super().__init__()
        self.desk = desk
        self.case_id = case_id

    def body(self) -> ComposeResult:
        """Lay out the heading and the list."""
        yield Static(id="heading")
        yield PlainPage()

    def on_screen_resume(self) -> None:
        """Read the lines, also on coming back."""
        self.read_lines()

    @work(exclusive=True, group="read")
    async def read_lines(self) -> None:
        """Read what was given out and draw it."""
        try:
            papers = await self.desk.read(read_papers, self.case_id)
        except StoreProblem as problem:
            self.query_one("#heading", Static).update(shown(str(problem)))
        else:
            self._draw(papers)

    def _draw(self, papers: Papers) -> None:
        initials = ", ".join(child.initials for child in papers.children)
        self.standing = Standing(papers.case.reference, initials)
        lines = given_out(papers)
        count = f": {len(lines)}, the latest first" if lines else ""
        self.query_one("#heading", Static).update(shown(f"What was given out{count}"))
        self.query_one(PlainPage).show(given_lines(lines))
