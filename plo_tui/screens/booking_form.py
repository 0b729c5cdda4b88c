"""One thing on business support's list: when it was done, what was booked, or why it need not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plo_tui.screens.form import FormScreen
from plo_tui.store.verbs.booking import mark_booked, mark_not_needed, take_back_booking
from plo_tui.widgets.form_fields import TextField

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.widget import Widget

    from agenda.booking_list import BookingLine
    from agenda.papers import Papers
    from plo_tui.desk import Desk


class BookingForm(FormScreen[bool]):
    """Done, not needed, or open again; True once it is saved."""

    papers: Papers

    def __init__(self, desk: Desk, papers: Papers, line: BookingLine, meeting: str) -> None:
        """Make the form.

        Args:
            desk: the desk.
            papers: the case's papers.
            line: what it is about.
            meeting: the meeting it is for, in words.
        """
        super().__init__(desk, papers)
        assert line.what is not None  # noqa: S101 - an approval is recorded with its referral
        self.line, self.what = line, line.what
        self.title = line.title
        self.lead = f"For the {meeting}. Without a day and without a reason it is open again."

    def fields(self) -> Iterator[Widget]:
        """Ask when it was done and what was booked, or why it is not needed."""
        step = self.line.step
        is_current = self.line.is_done and step is not None
        done_on = step.done_on if step and is_current else self.desk.today()
        why = step.not_needed_why if step else ""
        yield self.date_field("done_on", "Done on", None if why else done_on, past=True)
        yield TextField(
            "note",
            "What was booked",
            step.note if step else "",
            rows=1,
            help_text="Which room, which agency, who confirmed it.",
        )
        yield TextField(
            "not_needed_why",
            "Not needed, because",
            why,
            rows=1,
            help_text="Where it is not needed, say why: then it is not asked for again.",
        )

    async def save(self) -> bool:
        """Mark it, or take back what was marked."""
        line, said = self.line, self.values("done_on", "note", "not_needed_why")
        meeting_id, person_id = line.meeting_id, line.person_id
        if said["not_needed_why"]:
            why = said["not_needed_why"]
            done = await self.desk.do(mark_not_needed, meeting_id, self.what, why, person_id)
        elif on := said["done_on"]:
            note = said["note"]
            done = await self.desk.do(mark_booked, meeting_id, self.what, on, note, person_id)
        else:
            done = await self.desk.do(take_back_booking, meeting_id, self.what, person_id)
        self.papers.take(done.changed)
        return True
