"""From the case to tidying the minutes of its running, or its latest, meeting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import work

from agenda.broken_file import BrokenFile
from agenda.words import MeetingState
from plo_tui.screens.case_next import latest_concluded, meeting_to_open
from plo_tui.screens.saying import Saying
from plo_tui.store.problems import StoreProblem
from plo_tui.store.reading.papers import read_papers

if TYPE_CHECKING:
    from uuid import UUID

    from agenda.legal_planning_papers import LegalPlanningPapers
    from agenda.papers import Papers
    from agenda.records import Meeting
    from plo_tui.desk import Desk


class CaseTidy(Saying[None]):
    """What the case needs for it."""

    desk: Desk
    case_id: UUID
    papers: LegalPlanningPapers | None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer it where a meeting has begun."""
        if action == "tidy_minutes":
            return self.papers is not None and meeting_to_tidy(self.papers) is not None
        return super().check_action(action, parameters)

    @work(exclusive=True, group="open")
    async def action_tidy_minutes(self) -> None:
        """Tidy the minutes of the meeting that runs, or of the latest that has ended."""
        from plo_tui.screens.meeting import MeetingScreen
        from plo_tui.screens.tidy import TidyScreen

        assert self.papers is not None  # noqa: S101 - `check_action` saw to it
        meeting = meeting_to_tidy(self.papers)
        assert meeting is not None  # noqa: S101 - `check_action` saw to it
        desk = self.desk
        try:
            papers = await desk.read(
                read_papers, self.case_id, meeting.id, desk.policy, desk.today()
            )
        except (BrokenFile, StoreProblem) as problem:
            self.say(str(problem))
            return
        if finding := await self.app.push_screen_wait(TidyScreen(desk, papers)):
            there = MeetingScreen(desk, self.case_id, meeting.id)
            there.begins_at = finding
            self.app.push_screen(there)


def meeting_to_tidy(papers: Papers) -> Meeting | None:
    """Return the meeting that is running, else the latest concluded one; None before the first."""
    meeting = meeting_to_open(papers)
    if meeting and meeting.state is MeetingState.LIVE:
        return meeting
    return latest_concluded(papers)
