"""The reviews that everyone leaves with: the final one's date, time and place; a midway one's."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual import on

from agenda.meeting_facts import final_review, midway_review
from agenda.timetable import timetable
from agenda.words import MeetingKind
from plo_tui.screens.booking import book_review, named_dates
from plo_tui.screens.form import FormScreen, heading
from plo_tui.store.problems import Refused
from plo_tui.store.verbs.meeting import withdraw_meeting
from plo_tui.widgets.form_date import DateField, TimeField
from plo_tui.widgets.form_field import FormField
from plo_tui.widgets.form_fields import LineField, TickField

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from textual.widget import Widget

    from agenda import records
    from agenda.papers import Papers
    from plo_tui.desk import Desk

NOT_AGREED = "What stands here is only a suggestion until it is saved."


class SuggestedDate(DateField):
    """A date that says it is only a suggestion for as long as nothing else is typed."""

    def __init__(self, *args: Any, why: str, **kwargs: Any) -> None:
        """Make the field; `why` says where the suggestion is from, empty where it is agreed."""
        self._why = ""
        super().__init__(*args, **kwargs)
        self._why, self._suggested = why, self.typed
        self.suggested = self.typed if why else ""
        self.note(self._described())

    def note(self, sentence: str) -> None:
        """Say what the date is; and that it is a suggestion, while it is."""
        suggested = self._why and self.typed == self._suggested
        super().note(f"{sentence}\n{self._why}" if suggested else sentence)


class ReviewDatesScreen(FormScreen[bool]):
    """The reviews' dates, suggested by the timetable until something is agreed."""

    TITLE = "The reviews' dates"
    papers: Papers

    def __init__(self, desk: Desk, papers: Papers) -> None:
        super().__init__(desk, papers)
        self.final = final_review(papers)
        self.midway = midway_review(papers)
        self.lead = "" if self.final else NOT_AGREED

    def fields(self) -> Iterator[Widget]:
        """Ask for the final review; for the midway one only where it is wanted."""
        yield heading(MeetingKind.FINAL.heading)
        yield from self._review(MeetingKind.FINAL, self.final)
        if self._may_have_midway:
            wanted = self.midway is not None or self.papers.policy.midway.required
            yield heading(MeetingKind.MIDWAY.heading)
            yield TickField("midway", "Wanted", "yes, there will be one", wanted)
            yield from self._review(MeetingKind.MIDWAY, self.midway)

    def _review(self, kind: MeetingKind, booked: records.Meeting | None) -> Iterator[FormField]:
        """Return the fields of one review; where it is not booked, with what is suggested."""
        held = booked or self.papers.meeting
        day = booked.planned_on if booked else None
        why = ""
        if day is None:
            day, why = self._suggested(kind)
        yield SuggestedDate(
            f"{kind}_on",
            "Date",
            day,
            today=self.desk.today(),
            days=self.desk.days,
            window=self.papers.window,
            named=named_dates(self.papers),
            why=why,
        )
        yield TimeField(f"{kind}_at", "Time", held.planned_at)
        yield LineField(f"{kind}_place", "Place", held.place, placeholder="where everyone meets")

    def on_mount(self) -> None:
        """Show the midway review's fields only where it is wanted."""
        self._show_midway()

    @on(FormField.Edited)
    def _show_midway(self) -> None:
        if self._may_have_midway:
            for key in ("midway_on", "midway_at", "midway_place"):
                self.field(key).display = self.field("midway").value

    async def save(self) -> bool:
        """Book the reviews, or change those that are booked; a midway review can be taken back."""
        if self.field("final_on").value is None:
            raise Refused(
                "Type the day of the final review; Escape leaves without one.", "final_on"
            )
        wanted = self._may_have_midway and self.field("midway").value
        if wanted and self.field("midway_on").value is None:
            raise Refused("Type the day of the midway review, or say there is none.", "midway_on")
        await self._book(MeetingKind.FINAL)
        midway = midway_review(self.papers)
        if wanted:
            await self._book(MeetingKind.MIDWAY)
        elif midway and self._may_have_midway:
            done = await self.desk.do(withdraw_meeting, midway.id)
            self.papers.take(done.changed)
        return True

    async def _book(self, kind: MeetingKind) -> None:
        day, at, place = (self.field(f"{kind}_{part}").value for part in ("on", "at", "place"))
        await book_review(self.desk, self.papers, kind, day, at, place, clear=True)

    @property
    def _may_have_midway(self) -> bool:
        return self.papers.meeting.kind is MeetingKind.INITIAL

    def _suggested(self, kind: MeetingKind) -> tuple[date | None, str]:
        """Return the day that the window suggests for a review, and where it is from."""
        window, days = self.papers.window, self.desk.days
        if window is None:
            return None, ""
        is_final = kind is MeetingKind.FINAL
        if is_final and window.extended_to:
            day = days.on_or_before(window.last_day)
            return day, "Suggested: the last working day of the extension. Not agreed yet."
        table = timetable(window.start, self.papers.policy, days)
        suggested = table.final_review if is_final else table.midway_review
        week = (self.papers.policy.final if is_final else self.papers.policy.midway).week
        why = f"Suggested: {week} weeks on. Not agreed yet. {suggested.note}".strip()
        return suggested.date, why
