"""The frame of what stands before a meeting: its two panels, and what is under the cursor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plo_tui.screens.list_and_findings import ListAndFindings
from plo_tui.screens.reading_case import ReadsCase

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from agenda.finding import Finding
    from agenda.legal_planning_papers import LegalPlanningPapers
    from plo_tui.widgets.record_list import RecordRow


class BeforeFrame(ListAndFindings, ReadsCase):
    """What every part of this screen shares. Each part gives rows, findings and their places."""

    list_id, findings_id = "steps", "to_do"

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
