"""Booking and dates, as they stand before a meeting: business support's list, and what is when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import work

from agenda.booking_list import booked_meetings
from agenda.booking_rules import WHEN, booking_findings, called
from agenda.booking_words import BookingWhat
from agenda.cover_rules import cover_findings
from agenda.directive_record import directive_of
from agenda.working_days import OutsideCalendar
from plo_tui.screens.before_frame import BeforeFrame
from plo_tui.screens.booking_rows import (
    BOOKED,
    BOOKING,
    CALLED_OFF,
    DATE,
    booking_line,
    booking_rows,
    date_rows,
    open_lines,
)
from plo_tui.screens.opening_meeting import OpensMeeting
from plo_tui.store.problems import StoreProblem
from plo_tui.store.verbs.booking import mark_booked, take_back_booking
from plo_tui.store.verbs.meeting import withdraw_meeting
from plo_tui.widgets.record_list import RecordList

if TYPE_CHECKING:
    from uuid import UUID

    from agenda.booking_list import BookingLine
    from agenda.finding import Finding
    from agenda.legal_planning_papers import LegalPlanningPapers
    from agenda.records import Meeting
    from plo_tui.widgets.record_list import RecordRow

_OURS = ("booking.", "cover.")
"""How the keys of the rules begin whose findings are put right here."""


class BeforeBooking(BeforeFrame, OpensMeeting):
    """The part of the screen that books meetings and shows the dates of the directive."""

    def rows(self, papers: LegalPlanningPapers) -> list[RecordRow]:
        """Return each booked meeting with its list, and what comes next by the directive."""
        try:
            dates = directive_of(papers, self.desk.days, self.desk.today())
        except OutsideCalendar:
            dates = None
        return super().rows(papers) + booking_rows(papers) + date_rows(papers, dates)

    def findings(self, papers: LegalPlanningPapers) -> list[Finding]:
        """Return what business support has still to see to, and what is asked of a cover."""
        booking = booking_findings(papers, self.desk.days, self.desk.today())
        return super().findings(papers) + booking + cover_findings(papers)

    def open_record(self, kind: str, key: UUID) -> bool:
        """Open a meeting, a line of its list, or the dates at one of them."""
        if kind.startswith(DATE):
            self._open_dates(int(kind.removeprefix(DATE)))
        elif kind == BOOKED:
            self.change_meeting(key)
        elif kind == CALLED_OFF:
            self._invite(key)
        elif kind == BOOKING:
            self._open_line(key)
        else:
            return super().open_record(kind, key)
        return True

    def go_to_finding(self, finding: Finding) -> bool:
        """Go to the line, the meeting or the invitations that a finding is about."""
        papers, about = self.papers, finding.about
        if papers is None or about is None or not finding.rule.key.startswith(_OURS):
            return super().go_to_finding(finding)
        if finding.field == "invitations":
            self._invite(about)
        elif finding.field == "chair_id":
            self._agree(about)
        elif finding.rule.key == WHEN.key:
            self.change_meeting(about)
        else:
            self.query_one("#steps", RecordList).go_to(BOOKING, about)
            self._open_line(about)
        return True

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what the line or the meeting under the cursor allows."""
        if action == "tick_booking":
            line = self._line_here()
            return line is not None and _is_ticked_by_hand(line)
        if action == "next_to_book":
            return self.papers is not None and bool(open_lines(self.papers))
        if action in ("write_invitations", "take_back_meeting"):
            return self._meeting_meant() is not None
        if action == "agree_cover":
            meeting = self._meeting_meant()
            return meeting is not None and meeting.chair_id is not None
        return super().check_action(action, parameters)

    # --- the commands

    def action_next_to_book(self) -> None:
        """Go to the next line that is not seen to; after the last one, to the first."""
        if self.papers is None:
            return
        self.say("")
        steps = self.query_one("#steps", RecordList)
        rows = [option.id for option in steps.options]
        at = [rows.index(f"{BOOKING} {line.key}") for line in open_lines(self.papers)]
        here = steps.highlighted if steps.highlighted is not None else -1
        steps.highlighted = next((place for place in at if place > here), at[0])
        steps.focus()

    @work(exclusive=True, group="tick")
    async def action_tick_booking(self) -> None:
        """Tick the line under the cursor as seen to today; a ticked one is open again."""
        line, papers = self._line_here(), self.papers
        if line is None or line.what is None or papers is None:
            return
        self.say("")
        meeting_id, what, person_id = line.meeting_id, line.what, line.person_id
        try:
            if line.is_done:
                done = await self.desk.do(take_back_booking, meeting_id, what, person_id)
            else:
                note = line.step.note if line.step else ""
                today = self.desk.today()
                done = await self.desk.do(mark_booked, meeting_id, what, today, note, person_id)
        except StoreProblem as problem:
            self.say(str(problem))
            return
        papers.take(done.changed)
        self.draw(papers)

    def action_write_invitations(self) -> None:
        """Write the calendar invitations of the meeting that is meant."""
        if meeting := self._meeting_meant():
            self._invite(meeting.id)

    def action_agree_cover(self) -> None:
        """Say who chairs in the chair's place."""
        if meeting := self._meeting_meant():
            self._agree(meeting.id)

    @work(exclusive=True, group="open")
    async def action_take_back_meeting(self) -> None:
        """Take back the booking of the meeting that is meant, after one question."""
        from plo_tui.screens.ask import AskScreen

        meeting = self._meeting_meant()
        if meeting is None:
            return
        self.say("")
        asked = AskScreen(
            f"Take back the booking of the {called(meeting)}?",
            ["Where invitations to it are out, write the cancellations afterwards: it is asked."],
            "Take it back",
        )
        if await self.app.push_screen_wait(asked):
            try:
                await self.desk.do(withdraw_meeting, meeting.id)
            except StoreProblem as problem:
                self.say(str(problem))
            else:
                self.read_case()

    def action_open_dates(self) -> None:
        """Open the dates of the directive."""
        self._open_dates()

    # --- opening

    def _open_dates(self, at: int = 0) -> None:
        from plo_tui.screens.dates import DatesScreen

        self.say("")
        self.app.push_screen(DatesScreen(self.desk, self.case_id, at))

    def _open_line(self, key: UUID) -> None:
        """Open the small form of a line, or where else it is put right."""
        from plo_tui.screens.booking_form import BookingForm
        from plo_tui.screens.form_to_book import REFERRAL_FIRST

        papers = self.papers
        line = booking_line(papers, key) if papers else None
        if papers is None or line is None:
            return
        if line.what is None:
            referral = papers.referral_for(line.meeting_id) or papers.referral
            if referral is None or not self.open_record("Referral", referral.id):
                self.say(REFERRAL_FIRST)
        elif line.what is BookingWhat.INVITATIONS:
            self._invite(line.meeting_id)
        elif not _is_ticked_by_hand(line):
            self.change_meeting(line.meeting_id)
        else:
            meeting = next(one for one in booked_meetings(papers) if one.id == line.meeting_id)
            self.app.push_screen(BookingForm(self.desk, papers, line, called(meeting)))

    def _invite(self, meeting_id: UUID) -> None:
        from plo_tui.screens.invitations_form import InvitationsForm

        if self.papers:
            form = InvitationsForm(self.desk, self.papers, meeting_id)
            self.app.push_screen(form, lambda said: self.say(said or ""))

    def _agree(self, meeting_id: UUID) -> None:
        from plo_tui.screens.cover_form import CoverForm

        if self.papers:
            self.app.push_screen(CoverForm(self.desk, self.papers, meeting_id))

    # --- what is under the cursor

    def _line_here(self) -> BookingLine | None:
        here = self.query_one("#steps", RecordList).here
        if self.papers is None or here is None or here[0] != BOOKING:
            return None
        return booking_line(self.papers, here[1])

    def _meeting_meant(self) -> Meeting | None:
        """Return the booked meeting under the cursor, or the next one where none is."""
        if self.papers is None:
            return None
        booked = booked_meetings(self.papers)
        here = self.query_one("#steps", RecordList).here
        line = self._line_here()
        key = line.meeting_id if line else here[1] if here and here[0] == BOOKED else None
        under = [one for one in booked if one.id == key]
        return next(iter([*under, *booked]), None)


def _is_ticked_by_hand(line: BookingLine) -> bool:
    """Whether a line has a tick of its own: an approval, or a name on the meeting, has not."""
    return line.what is not None and (not line.is_done or line.step is not None)
