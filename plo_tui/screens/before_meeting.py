"""The legal planning meeting itself, as it stands before the meetings with the family."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.legal_planning_rules import before_final_findings
from agenda.words import MeetingKind
from plo_tui.screens.before_frame import BeforeFrame
from plo_tui.screens.opening_meeting import OpensMeeting

if TYPE_CHECKING:
    from uuid import UUID

    from agenda.finding import Finding
    from agenda.legal_planning_papers import LegalPlanningPapers


class BeforeMeeting(BeforeFrame, OpensMeeting):
    """The part of the screen that opens legal planning meetings and their records."""

    def findings(self, papers: LegalPlanningPapers) -> list[Finding]:
        """Return whether one is due before the final review."""
        return [*super().findings(papers), *before_final_findings(papers)]

    def open_record(self, kind: str, key: UUID) -> bool:
        """Open a legal planning meeting: begin it, go on with it, or read its record."""
        meeting = self.papers.find("Meeting", key) if self.papers and kind == "Meeting" else None
        if meeting is None or meeting.kind is not MeetingKind.LEGAL_PLANNING:
            return super().open_record(kind, key)
        self.open_meeting(meeting)
        return True
