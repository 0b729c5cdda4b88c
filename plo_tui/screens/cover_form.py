"""Cover for a chair who cannot be there: who chairs instead, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from agenda.booking_rules import called
from agenda.chairing import chair_words, chairing_role
from plo_tui.screens.choosing_staff import StaffField, chosen_staff
from plo_tui.screens.form import FormScreen
from plo_tui.store.problems import Refused
from plo_tui.store.verbs.booking import agree_cover
from plo_tui.widgets.form_fields import TextField

if TYPE_CHECKING:
    from collections.abc import Iterator
    from uuid import UUID

    from textual.widget import Widget

    from agenda.papers import Papers
    from agenda.records import Meeting
    from plo_tui.desk import Desk


class CoverForm(FormScreen[bool]):
    """Who covers, why, and when it was agreed; True once it is saved."""

    papers: Papers

    def __init__(self, desk: Desk, papers: Papers, meeting_id: UUID) -> None:
        super().__init__(desk, papers)
        self.meeting = cast("Meeting", papers.find("Meeting", meeting_id))
        self.title = f"Cover: {called(self.meeting)}"
        chair = chair_words(papers, meeting_id) or "nobody yet"
        role = chairing_role(papers, self.meeting.kind)
        self.lead = f"Chair: {chair}. Cover is agreed with another {role}, as an exception."

    def fields(self) -> Iterator[Widget]:
        """Ask who covers, why, and when it was agreed."""
        role = chairing_role(self.papers, self.meeting.kind)
        others = [row for row in self.papers.staff if row.id != self.meeting.chair_id]
        yield StaffField("by_staff_id", "Who covers", others, role)
        yield TextField("why", "Why", help_text="Why the chair cannot be there: ill, in court.")
        yield self.date_field("agreed_on", "Agreed on", self.desk.today(), past=True)

    async def save(self) -> bool:
        """Let them chair, and keep for whom and why."""
        if not cast("StaffField", self.field("by_staff_id")).typed.strip():
            raise Refused("Say who covers.", "by_staff_id")
        if not self.field("why").value:
            # Said before somebody new is put in the record for nothing.
            raise Refused("Write why the chair cannot be there.", "why")
        agreed_on = self.field("agreed_on").value
        if agreed_on is None:
            raise Refused("Give the day it was agreed.", "agreed_on")
        by = await chosen_staff(self, "by_staff_id")
        if by is None:
            raise Refused("Say who covers.", "by_staff_id")
        done = await self.desk.do(
            agree_cover, self.meeting.id, by, self.field("why").value, agreed_on
        )
        self.papers.take(done.changed)
        return True
