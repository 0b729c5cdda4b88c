"""Booking the legal planning meeting of a referral, on a day that suits, or changing its day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on

from agenda.planning_days import day_findings, offered_days, offered_words
from agenda.planning_stage import planning_meeting
from agenda.records import Meeting, new_key
from agenda.words import MeetingKind, StaffRole
from plo_tui.screens.choosing_staff import StaffField, chosen_staff
from plo_tui.screens.form import FormScreen
from plo_tui.store.verbs.meeting import MeetingValues, change_meeting
from plo_tui.store.verbs.referrals import book_legal_planning
from plo_tui.widgets.form_date import DateField, TimeField
from plo_tui.widgets.form_field import FormField
from plo_tui.widgets.form_fields import LineField

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.widget import Widget

    from agenda.finding import Finding
    from agenda.legal_planning_papers import LegalPlanningPapers
    from agenda.records import Referral
    from plo_tui.desk import Desk


class BookPlanningForm(FormScreen[bool]):
    """When and where legal planning meets, and who chairs and minutes; True once it is saved."""

    papers: LegalPlanningPapers

    def __init__(
        self, desk: Desk, papers: LegalPlanningPapers, referral: Referral, begins_at: str = ""
    ) -> None:
        super().__init__(desk, papers)
        self.referral = referral
        self.begins_at = begins_at
        self.meeting = planning_meeting(papers)
        self._key = self.meeting.id if self.meeting else new_key()
        self.title = "Change when and where" if self.meeting else "Book the legal planning meeting"
        emergency = referral.emergency
        self._offered = offered_days(papers.policy, desk.days, desk.today(), emergency=emergency)
        self.lead = offered_words(self._offered, papers.policy, emergency=emergency)

    def fields(self) -> Iterator[Widget]:
        """Its day, time, place, chair and minute-taker."""
        papers = self.papers
        was = self.meeting or Meeting(
            episode_id=papers.episode.id,
            kind=MeetingKind.LEGAL_PLANNING,
            number=1,
            chair_id=papers.case.head_of_service_id or self.referral.approved_by_id,
        )
        yield self.date_field("planned_on", "Date", was.planned_on)
        yield TimeField("planned_at", "Time", was.planned_at)
        yield LineField("place", "Place", was.place, placeholder="room, or a link to join by")
        head = StaffRole.HEAD_OF_SERVICE
        yield StaffField("chair_id", "Chair", papers.staff, head, was.chair_id)
        support = StaffRole.BUSINESS_SUPPORT
        yield StaffField(
            "minute_taker_id", "Minute-taker", papers.staff, support, was.minute_taker_id
        )

    def on_mount(self) -> None:
        """Suggest the first day that suits."""
        day = self.field("planned_on")
        if isinstance(day, DateField) and self.meeting is None:
            day.suggest_day(self._offered[0])
        self._check_day()

    @on(FormField.Edited)
    def _check_day(self) -> None:
        """Show what the rules find in the day and the time."""
        unreadable = any(self.field(key).wrong for key in ("planned_on", "planned_at"))
        found = [] if unreadable else list(self._found())
        for key in ("planned_on", "planned_at"):
            self.field(key).show_findings([one for one in found if one.field == key])

    def _found(self) -> Iterator[Finding]:
        typed = Meeting(
            id=self._key,
            episode_id=self.papers.episode.id,
            kind=MeetingKind.LEGAL_PLANNING,
            number=1,
            planned_on=self.field("planned_on").value,
            planned_at=self.field("planned_at").value,
        )
        if typed.planned_on is None:
            return iter(())
        policy, days = self.papers.policy, self.desk.days
        return day_findings(typed, policy, days, emergency=self.referral.emergency)

    async def save(self) -> bool:
        """Book the meeting, or change it."""
        values: MeetingValues = {
            "planned_on": self.field("planned_on").value,
            "planned_at": self.field("planned_at").value,
            "place": self.field("place").value,
            "minute_taker_id": await chosen_staff(self, "minute_taker_id"),
        }
        if chair := await chosen_staff(self, "chair_id"):
            values["chair_id"] = chair
        if self.meeting:
            key, version = self.meeting.id, self.meeting.version
            done = await self.desk.do(change_meeting, key, version, values)
        else:
            done = await self.desk.do(book_legal_planning, self.referral.id, self._key, values)
        self.papers.take(done.changed)
        return True
