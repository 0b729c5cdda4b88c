"""The way from a case to its legal planning meetings, and to the record of one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import work

from agenda.broken_file import BrokenFile
from agenda.day_names import day_text
from agenda.meeting_facts import meeting_day
from agenda.words import MeetingKind, MeetingState
from plo_tui.screens.begin_meeting import begin, question
from plo_tui.screens.saying import Saying
from plo_tui.store.problems import StoreProblem
from plo_tui.store.reading.papers import read_papers_with_legal_planning
from plo_tui.widgets.record_list import RecordRow

if TYPE_CHECKING:
    from uuid import UUID

    from agenda.legal_planning_papers import LegalPlanningPapers
    from agenda.records import Meeting
    from plo_tui.desk import Desk


class OpensLegalPlanning(Saying[None]):
    """A screen of one case from which a legal planning meeting, or its record, is opened."""

    desk: Desk
    case_id: UUID

    @work(exclusive=True, group="open")
    async def open_legal_planning(self, meeting_id: UUID) -> None:
        """Begin a planned meeting after one question, go on with one, or read its record."""
        from plo_tui.screens.meeting import MeetingScreen

        desk = self.desk
        self.say("")
        try:
            papers = await desk.read(
                read_papers_with_legal_planning, self.case_id, None, desk.policy, desk.today()
            )
            meeting: Meeting | None = papers.find("Meeting", meeting_id)
            if meeting is None:
                self.say("This meeting is no longer in the store.")
                return
            if meeting.state is MeetingState.CONCLUDED:
                self._open_record(meeting_id)
                return
            if meeting.state is MeetingState.PLANNED:
                asked = question(papers, meeting, desk.me, desk.today())
                if not await self.app.push_screen_wait(asked):
                    return
                await begin(desk, papers, meeting)
        except (BrokenFile, StoreProblem) as problem:
            self.say(str(problem))
            return
        self.app.push_screen(MeetingScreen(desk, self.case_id, meeting_id))

    @work(exclusive=True, group="open")
    async def change_legal_planning(self, meeting_id: UUID) -> None:
        """Change when and where a legal planning meeting is, or who runs it."""
        from plo_tui.screens.form_to_book import REFERRAL_FIRST, form_to_book

        desk = self.desk
        self.say("")
        try:
            papers = await desk.read(
                read_papers_with_legal_planning, self.case_id, None, desk.policy, desk.today()
            )
        except (BrokenFile, StoreProblem) as problem:
            self.say(str(problem))
            return
        if form := form_to_book(desk, papers, MeetingKind.LEGAL_PLANNING, meeting_id):
            self.app.push_screen(form)
        else:
            self.say(REFERRAL_FIRST)

    def _open_record(self, meeting_id: UUID) -> None:
        from plo_tui.screens.legal_planning_record import LegalPlanningRecordScreen

        self.app.push_screen(LegalPlanningRecordScreen(self.desk, self.case_id, meeting_id))


def legal_planning_rows(kind: str, papers: LegalPlanningPapers) -> list[RecordRow]:
    """Return the legal planning meetings as a list shows them; nothing of what was said in them.

    Args:
        kind: what a row is called as it is chosen.
        papers: the case's papers.
    """
    rows = [_row(kind, papers, one) for one in papers.legal_planning_meetings]
    return [RecordRow("", "LEGAL PLANNING (ours alone)"), *rows] if rows else []


def when_and_where(papers: LegalPlanningPapers, meeting: Meeting) -> str:
    """Return the day a legal planning meeting was held, or is planned for, with time and place.

    Held on another day than planned it has no time: that of the plan was not it.
    """
    day = meeting_day(papers, meeting.id)
    is_planned = bool(meeting.planned_at) and day == meeting.planned_on
    at = f"{meeting.planned_at:%H:%M}" if is_planned else ""
    return " · ".join(filter(None, (day_text(day) if day else "no date yet", at, meeting.place)))


def _row(kind: str, papers: LegalPlanningPapers, meeting: Meeting) -> RecordRow:
    state = "adjourned" if meeting.adjourned_at else str(meeting.state)
    when = when_and_where(papers, meeting)
    opens = "Enter opens its record" if meeting.state is MeetingState.CONCLUDED else ""
    return RecordRow(
        kind, f"{meeting.kind.heading} · {state}", tuple(filter(None, (when, opens))), meeting.id
    )
