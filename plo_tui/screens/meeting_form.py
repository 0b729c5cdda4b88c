"""Plan a meeting: its kind, its date with what the window says to it, time, place and people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on

from agenda.date_rules import FINAL_IN_WINDOW, MIDWAY
from agenda.records import Meeting, new_key
from agenda.timetable import timetable
from agenda.words import MeetingKind, StaffRole
from plo_tui.screens.choosing_staff import StaffField, chosen_staff
from plo_tui.screens.form import FormScreen
from plo_tui.screens.proposed import meeting_findings
from plo_tui.store.verbs.meeting import MeetingValues, change_meeting, plan_meeting
from plo_tui.store.verbs.reasons import record_reason
from plo_tui.widgets.form_date import DateField, TimeField
from plo_tui.widgets.form_field import FormField
from plo_tui.widgets.form_fields import ChoiceField, LineField, TextField

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from uuid import UUID

    from textual.widget import Widget

    from agenda.finding import Finding
    from agenda.papers import Papers
    from plo_tui.desk import Desk


class MeetingForm(FormScreen[bool]):
    """When and where a meeting is; True once it is saved."""

    papers: Papers

    def __init__(
        self,
        desk: Desk,
        papers: Papers,
        meeting_id: UUID | None = None,
        *,
        kind: MeetingKind | None = None,
        day: date | None = None,
    ) -> None:
        """Make the form.

        Args:
            desk: the desk.
            papers: the case's papers.
            meeting_id: the meeting to change; None plans a new one.
            kind: the kind of a new one at first; None takes the one that comes next.
            day: the day that is suggested for a new one of that kind; None takes the timetable's.
        """
        super().__init__(desk, papers)
        self.meeting: Meeting | None = papers.find("Meeting", meeting_id)
        self._key = self.meeting.id if self.meeting else new_key()
        self._first_kind = kind or self._next_kind()
        self._first_day = day
        self.title = "Change when and where" if self.meeting else "Plan a meeting"

    def fields(self) -> Iterable[Widget]:
        """Kind, date, why it may be past the window, time, place, chair and minute-taker."""
        papers = self.papers
        was = self.meeting or Meeting(
            episode_id=papers.episode.id,
            kind=self._first_kind,
            number=len(papers.meetings) + 1,
            chair_id=papers.case.chair_id,
            place=papers.meetings[-1].place if papers.meetings else "",
        )
        # Legal planning is booked from its referral, and no family is there.
        family = [kind for kind in MeetingKind if kind is not MeetingKind.LEGAL_PLANNING]
        kinds = [(kind.heading, kind) for kind in family]
        kind = ChoiceField("kind", "Which meeting", kinds, was.kind)
        kind.editor.disabled = self.meeting is not None
        yield kind
        yield self.date_field("planned_on", "Date", was.planned_on)
        reason = TextField(
            "reason",
            "Exceptional reason",
            rows=1,
            help_text="Recorded in your name, for the court.",
        )
        reason.note("A date past the window is passed only by a recorded reason, in your name.")
        yield reason
        yield TimeField("planned_at", "Time", was.planned_at)
        yield LineField(
            "place", "Place", was.place, help_text="Somewhere the family can get to and feel safe."
        )
        yield StaffField("chair_id", "Chair", papers.staff, StaffRole.TEAM_MANAGER, was.chair_id)
        yield StaffField(
            "minute_taker_id",
            "Minute-taker",
            papers.staff,
            StaffRole.BUSINESS_SUPPORT,
            was.minute_taker_id,
        )

    def on_mount(self) -> None:
        """Suggest the date that the timetable gives."""
        self._suggest_date()
        self._check_date()

    @on(FormField.Edited)
    def _edited(self, event: FormField.Edited) -> None:
        if event.field.key == "kind":
            self._suggest_date()
            self._suggest_chair()
        self._check_date()

    def _suggest_chair(self) -> None:
        """Name who chairs this kind of meeting, unless somebody else was named."""
        case, field = self.papers.case, self.field("chair_id")
        usual, head = case.chair_id, case.head_of_service_id
        planning = self.field("kind").value is MeetingKind.LEGAL_PLANNING
        instead = head if planning else usual
        if isinstance(field, StaffField) and head and field.value in (usual, head):
            field.input.value = self.papers.name(instead, None)

    def _suggest_date(self) -> None:
        """Fill in the review's date from the window, as long as nobody typed another."""
        field = self.field("planned_on")
        day = self._timetable_date()
        if isinstance(field, DateField) and self.meeting is None:
            field.suggest_day(day)

    def _timetable_date(self) -> date | None:
        """Return the day that is suggested for the chosen kind of meeting, while it is to come.

        In an extended window the final review is at its end. None for an initial meeting.
        """
        kind: MeetingKind = self.field("kind").value
        if self._first_day and kind is self._first_kind and self._first_day > self.desk.today():
            return self._first_day
        window = self.papers.window
        if window is None:
            return None
        dates = timetable(window.start, self.papers.policy, self.desk.days)
        final = dates.final_review.date
        if window.extended_to:
            final = self.desk.days.on_or_before(window.extended_to)
        day = {MeetingKind.MIDWAY: dates.midway_review.date, MeetingKind.FINAL: final}.get(kind)
        return day if day and day > self.desk.today() else None

    def _check_date(self) -> None:
        """Show what the rules find in the date; past the window, ask why that is."""
        field = self.field("planned_on")
        day = None if field.wrong else field.value
        found = self._found(day) if day else []
        field.show_findings([one for one in found if one.field == "planned_on"])
        self.field("reason").display = self._past_window(day) is not None

    def _found(self, day: date) -> list[Finding]:
        planned = self._as_planned(day)
        return meeting_findings(planned, self.papers, self.desk.days, self.desk.today())

    def _past_window(self, day: date | None) -> Finding | None:
        """Return the finding that asks for a reason; None where the day is inside, or passed."""
        window = self.papers.window
        if window is None or day is None or day <= window.last_day:
            return None
        asked = (one for one in self._found(day) if one.rule in (FINAL_IN_WINDOW, MIDWAY))
        return next((one for one in asked if not one.passed), None)

    def _as_planned(self, day: date) -> Meeting:
        """Return the meeting as it would be, saved nowhere."""
        return Meeting(
            id=self._key,
            episode_id=self.papers.episode.id,
            kind=self.field("kind").value,
            number=len(self.papers.meetings) + 1,
            planned_on=day,
        )

    def _next_kind(self) -> MeetingKind:
        """Return the first kind that is not there yet; the final review after that."""
        there = {row.kind for row in self.papers.episode_meetings if row.effective is not False}
        return MeetingKind.FINAL if MeetingKind.INITIAL in there else MeetingKind.INITIAL

    async def save(self) -> bool:
        """Save the meeting."""
        values: MeetingValues = {
            "planned_on": self.field("planned_on").value,
            "planned_at": self.field("planned_at").value,
            "place": self.field("place").value,
            "chair_id": await chosen_staff(self, "chair_id"),
            "minute_taker_id": await chosen_staff(self, "minute_taker_id"),
        }
        if self.meeting:
            key, version = self.meeting.id, self.meeting.version
            done = await self.desk.do(change_meeting, key, version, values)
        else:
            episode, kind = self.papers.episode.id, self.field("kind").value
            done = await self.desk.do(plan_meeting, episode, self._key, kind, values)
        self.papers.take(done.changed)
        self.meeting = self.papers.find("Meeting", self._key)
        await self._save_reason()
        return True

    async def _save_reason(self) -> None:
        """Record why the date may be past the window: the minutes of this review print it."""
        field = self.field("reason")
        past = self._past_window(self.field("planned_on").value)
        if past and field.value:
            done = await self.desk.do(
                record_reason, self.papers.case_id, past.rule.key, self._key, field.value, self._key
            )
            self.papers.take(done.changed)
