"""Marking issued minutes as uploaded to each child's electronic file, or taking it back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from agenda.uploads import files_to_do, to_do_words
from plo_tui.screens.form import FormScreen
from plo_tui.screens.minutes_words import uploaded_words
from plo_tui.store.problems import Refused
from plo_tui.store.reading.edition import newest_version
from plo_tui.store.verbs.uploading import mark_uploaded, take_back_upload
from plo_tui.widgets.form_fields import LineField

if TYPE_CHECKING:
    from collections.abc import Iterable
    from uuid import UUID

    from textual.widget import Widget

    from agenda.edition import Edition
    from agenda.papers import Papers
    from plo_tui.desk import Desk


class UploadedForm(FormScreen[str]):
    """Says where the minutes are on each child's file. It ends with what to say of it."""

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
        marks = {row.child_id: row.file for row in papers.uploads(version.id)}
        as_before = version.uploaded_as if version.uploaded_at else ""
        self._said = {child.id: marks.get(child.id, as_before) for child in papers.children}

    def fields(self) -> Iterable[Widget]:
        """Where the minutes are, on each child's file."""
        several = len(self.papers.children) > 1
        for number, child in enumerate(self.papers.children):
            field = LineField(
                str(child.id),
                f"On {child.initials}'s file" if several else "Where they are",
                self._said[child.id],
                placeholder="the system's name, and the document's number there",
                help_text="The case-management system, and how to find the minutes in it.",
            )
            if not number and any(self._said.values()):
                field.note(self._told())
            yield field

    async def save(self) -> str:
        """Mark what is filled in, and take the mark back where a field was emptied.

        Raises:
            StoreProblem: beside the field.
        """
        said = {child.id: self.field(str(child.id)).value for child in self.papers.children}
        if not any(said.values()) and not any(self._said.values()):
            first = str(self.papers.children[0].id)
            raise Refused("Fill in where they are in that system.", first)
        changed = [key for key, where in said.items() if where != self._said[key]]
        await self._mark(said, [key for key in changed if said[key]])
        emptied = [key for key in changed if not said[key]]
        if emptied:
            await self._do(take_back_upload, self.papers.meeting.id, emptied)
        if not any(said.values()):
            return "These minutes are no longer marked as uploaded."
        version = newest_version(self.papers, self.papers.meeting.id)
        left = to_do_words(files_to_do(self.papers, version)) if version else ""
        done = "These minutes are marked as uploaded."
        return f"{done} Still to do: {left}." if left else done

    async def _mark(self, said: dict[UUID, str], keys: list[UUID]) -> None:
        """Mark each child's file; those with the same words in one step."""
        for where in dict.fromkeys(said[key] for key in keys):
            alike = [key for key in keys if said[key] == where]
            await self._do(mark_uploaded, self.papers.meeting.id, where, alike)

    async def _do(self, verb: Any, *args: Any) -> None:
        done = await self.desk.do(verb, *args)
        self.papers.take(done.changed)

    def _told(self) -> str:
        empty = "Empty the field and save to take the mark back."
        if not self._version.uploaded_at:
            return empty
        return f"{uploaded_words(self.papers, self._version)}. {empty}"
