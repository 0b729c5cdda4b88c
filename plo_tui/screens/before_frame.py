"""The frame of what stands before a meeting: its two panels, and what is under the cursor."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from textual import work

from agenda.broken_file import BrokenFile
from plo_tui.screens.list_and_findings import ListAndFindings
from plo_tui.store.problems import StoreProblem
from plo_tui.store.reading.papers import read_papers_with_legal_planning

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from agenda.finding import Finding
    from agenda.legal_planning_papers import LegalPlanningPapers
    from plo_tui.desk import Desk
    from plo_tui.widgets.record_list import RecordRow


class BeforeFrame(ListAndFindings):
    """What every part of this screen shares. Each part gives rows, findings and their places.

    Attributes:
        papers: its papers, with legal planning; None until they are read.
    """

    list_id, findings_id = "steps", "to_do"

    def __init__(self, desk: Desk, case_id: UUID) -> None:
        super().__init__(desk, case_id)
        self.papers: LegalPlanningPapers | None = None

    # --- reading and drawing

    def on_screen_resume(self) -> None:
        """Read the case, also on coming back: forms change it."""
        self.read_case()

    @work(exclusive=True, group="read")
    async def read_case(self) -> None:
        """Read the case and draw it."""
        try:
            # The bank holidays take a moment to list, the first time.
            await asyncio.to_thread(self.desk.days.is_working_day, self.desk.today())
            self.papers = await self.desk.read(
                read_papers_with_legal_planning,
                self.case_id,
                None,
                self.desk.policy,
                self.desk.today(),
            )
        except (BrokenFile, StoreProblem) as problem:
            self.say(str(problem))
        else:
            self.draw(self.papers)

    def draw(self, papers: LegalPlanningPapers) -> None:
        """Show the papers as they are now."""
        self.show_panels(papers, self.rows(papers), self.findings(papers))

    # --- what each part adds to

    def rows(self, _papers: LegalPlanningPapers) -> list[RecordRow]:
        """Return the rows of the left panel, under their headings."""
        return []

    def findings(self, _papers: LegalPlanningPapers) -> list[Finding]:
        """Return what is still to do, in the order in which it comes to it."""
        return []

    def open_record(self, _kind: str, _key: UUID) -> bool:
        """Open a record; whether this screen knows how to."""
        return False

    def withdrawal(self) -> tuple[Callable[..., None], UUID] | None:
        """Return the verb that takes back what is under the cursor, and its key; None for none."""
        return None

    def go_to_finding(self, _finding: Finding) -> bool:
        """Go to where a finding is put right; whether this screen knows where."""
        return False
