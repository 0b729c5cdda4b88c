"""The frame of the safe copies: its two panels, read again, and what is under the cursor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import work

from agenda.broken_file import BrokenFile
from plo_tui.screens.case_next import latest_concluded
from plo_tui.screens.copies_reading import read_copies
from plo_tui.screens.list_and_findings import ListAndFindings
from plo_tui.screens.opening_given_out import OpensGivenOut
from plo_tui.store.problems import StoreProblem
from plo_tui.store.reading.papers import read_papers

if TYPE_CHECKING:
    from uuid import UUID

    from agenda.finding import Finding
    from agenda.papers import Papers
    from plo_tui.desk import Desk
    from plo_tui.screens.copies_reading import Copies
    from plo_tui.widgets.record_list import RecordRow


class CopiesFrame(ListAndFindings, OpensGivenOut):
    """What the screen is made of; its rows and findings are the screen's own.

    Attributes:
        papers: its papers; None until they are read. They hold no word of legal planning.
        copies: the latest concluded meeting's documents; None before the first.
    """

    list_id, findings_id = "recipients", "unsafe"

    def __init__(self, desk: Desk, case_id: UUID) -> None:
        super().__init__(desk, case_id)
        self.papers: Papers | None = None
        self.copies: Copies | None = None

    def rows(self, papers: Papers) -> list[RecordRow]:
        """Return the rows of the left panel, under their headings."""
        raise NotImplementedError

    def findings(self, papers: Papers) -> list[Finding]:
        """Return what makes a copy unsafe."""
        raise NotImplementedError

    def on_screen_resume(self) -> None:
        """Read the case, also on coming back: forms change it."""
        self.read_case()

    @work(exclusive=True, group="read")
    async def read_case(self) -> None:
        """Read the case and draw it."""
        try:
            papers = await self.desk.read(
                read_papers, self.case_id, None, self.desk.policy, self.desk.today()
            )
            latest = latest_concluded(papers)
            self.copies = await read_copies(self.desk, self.case_id, latest.id) if latest else None
            self.papers = papers
        except (BrokenFile, StoreProblem) as problem:
            self.say(str(problem))
        else:
            self.draw(self.papers)

    def draw(self, papers: Papers) -> None:
        """Show the papers as they are now."""
        self.show_panels(papers, self.rows(papers), self.findings(papers))
