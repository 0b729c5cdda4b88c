"""Reading one case, legal planning with it, each time one comes to its screen."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from textual import work

from agenda.broken_file import BrokenFile
from plo_tui.screens.saying import Saying
from plo_tui.store.problems import StoreProblem
from plo_tui.store.reading.papers import read_papers_with_legal_planning

if TYPE_CHECKING:
    from uuid import UUID

    from agenda.legal_planning_papers import LegalPlanningPapers
    from plo_tui.desk import Desk


class ReadsCase(Saying[None]):
    """A screen of the authority's own that draws one case.

    Attributes:
        desk: the desk.
        case_id: the case.
        papers: its papers, with legal planning; None until they are read.
    """

    desk: Desk
    case_id: UUID
    papers: LegalPlanningPapers | None = None

    def on_screen_resume(self) -> None:
        """Read the case, also on coming back: forms and meetings change it."""
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
        raise NotImplementedError
