"""The way from a case to its meetings, with the family or of legal planning."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import work

from agenda.words import MeetingKind, MeetingState
from plo_tui.screens.begin_meeting import begin, question
from plo_tui.screens.saying import Saying
from plo_tui.store.problems import StoreProblem

if TYPE_CHECKING:
    from uuid import UUID

    from agenda.legal_planning_papers import LegalPlanningPapers
    from agenda.records import Meeting
    from plo_tui.desk import Desk


class OpensMeeting(Saying[None]):
    """A screen of one case from which a meeting is opened, or changed before it begins."""

    desk: Desk
    case_id: UUID
    papers: LegalPlanningPapers | None

    @work(exclusive=True, group="open")
    async def open_meeting(self, meeting: Meeting) -> None:
        """Go to a meeting; one that is planned is begun first, after one question.

        Of legal planning that is concluded, the record is read.
        """
        from plo_tui.screens.legal_planning_record import LegalPlanningRecordScreen
        from plo_tui.screens.meeting import MeetingScreen

        assert self.papers is not None  # noqa: S101 - it is shown
        self.say("")
        if meeting.state is MeetingState.PLANNED:
            asked = question(self.papers, meeting, self.desk.me, self.desk.today())
            if not await self.app.push_screen_wait(asked):
                return
            try:
                await begin(self.desk, self.papers, meeting)
            except StoreProblem as problem:
                self.say(str(problem))
                return
        held = meeting.state is MeetingState.CONCLUDED
        planning = meeting.kind is MeetingKind.LEGAL_PLANNING
        screen = LegalPlanningRecordScreen if held and planning else MeetingScreen
        self.app.push_screen(screen(self.desk, self.case_id, meeting.id))

    def change_meeting(self, meeting_id: UUID) -> None:
        """Change when and where a meeting is, or who runs it."""
        from plo_tui.screens.form_to_book import REFERRAL_FIRST, form_to_book

        papers = self.papers
        meeting = papers.find("Meeting", meeting_id) if papers else None
        if papers is None or meeting is None:
            return
        self.say("")
        if form := form_to_book(self.desk, papers, meeting.kind, meeting_id):
            self.app.push_screen(form)
        else:
            self.say(REFERRAL_FIRST)
