"""Marking issued minutes as uploaded to the case-management system, or taking the mark back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plo_tui.screens.form import FormScreen
from plo_tui.screens.minutes_words import uploaded_words
from plo_tui.store.reading.edition import newest_version
from plo_tui.store.verbs.uploading import mark_uploaded, take_back_upload
from plo_tui.widgets.form_fields import LineField

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.widget import Widget

    from agenda.edition import Edition
    from agenda.papers import Papers
    from plo_tui.desk import Desk


class UploadedForm(FormScreen[str]):
    """Says where the minutes are in that system. It ends with what to say of it."""

    papers: Papers
    lead = (
        "The case-management system is the record; plo-tui is not. What is marked here may be "
        "purged from plo-tui under your retention policy."
    )

    def __init__(self, desk: Desk, papers: Papers, edition: Edition) -> None:
        super().__init__(desk, papers)
        self.title = f"Mark version {edition.minutes.version} of these minutes as uploaded"
        version = newest_version(papers, papers.meeting.id)
        assert version is not None  # noqa: S101 - issued minutes have a version
        self._version = version

    def fields(self) -> Iterable[Widget]:
        """Where the minutes are."""
        field = LineField(
            "uploaded_as",
            "Where they are",
            self._version.uploaded_as,
            placeholder="the system's name, and the document's number there",
            help_text="The case-management system, and how to find the minutes in it.",
        )
        if self._version.uploaded_at:
            words = uploaded_words(self.papers, self._version)
            field.note(f"{words}. Empty the field and save to take the mark back.")
        yield field

    async def save(self) -> str:
        """Mark them, or take the mark back where the field was emptied.

        Raises:
            StoreProblem: beside the field.
        """
        where, meeting_id = self.field("uploaded_as").value, self.papers.meeting.id
        if self._version.uploaded_at and not where:
            await self.desk.do(take_back_upload, meeting_id)
            return "These minutes are no longer marked as uploaded."
        await self.desk.do(mark_uploaded, meeting_id, where)
        return "These minutes are marked as uploaded."
