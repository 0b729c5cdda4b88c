"""Adjourning a meeting: when and where it goes on, or that this is not agreed yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plo_tui.screens.form import FormScreen
from plo_tui.store.verbs.sittings import adjourn
from plo_tui.widgets.form_date import TimeField
from plo_tui.widgets.form_fields import LineField

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.widget import Widget

    from agenda.papers import Papers
    from plo_tui.desk import Desk


class AdjournForm(FormScreen[bool]):
    """Ends the sitting until another day; where that has happened, changes the day."""

    papers: Papers

    def __init__(self, desk: Desk, papers: Papers) -> None:
        super().__init__(desk, papers)
        self.title = "Adjourn to another day"
        self.lead = (
            "The sitting ends when you save. Nothing is decided, and nothing else is asked. "
            "Leave the day empty where it is not agreed yet."
        )
        if papers.meeting.adjourned_at:
            self.title = "When the adjourned meeting goes on"
            self.lead = "Leave the day empty where it is not agreed yet."

    def fields(self) -> Iterator[Widget]:
        """Ask for the day, the time and the place of the next sitting."""
        meeting = self.papers.meeting
        adjourned = meeting.adjourned_at is not None
        place = meeting.resumes_place if adjourned else self.papers.sittings[-1].place
        yield self.date_field("resumes_on", "Next sitting", meeting.resumes_on)
        yield TimeField("resumes_at", "Time", meeting.resumes_at)
        yield LineField("resumes_place", "Place", place)

    async def save(self) -> bool:
        """Adjourn."""
        said = self.values()
        done = await self.desk.do(
            adjourn,
            self.papers.meeting.id,
            said["resumes_on"],
            said["resumes_at"],
            said["resumes_place"],
        )
        self.papers.take(done.changed)
        return True
