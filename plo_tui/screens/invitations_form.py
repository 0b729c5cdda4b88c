"""Writing a meeting's calendar invitations: for whom, when each comes, and where to."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, cast

from agenda.booking_rules import called
from agenda.booking_words import InvitedGroup
from agenda.broken_file import BrokenFile
from agenda.inviting import InvitationState, invitations_of
from exports.problems import CannotWrite
from plo_tui.inviting import IS_DUE, Wanted, sheet_minutes, write_invitations
from plo_tui.screens.export_form import documents_folder
from plo_tui.screens.form import FormScreen, heading
from plo_tui.screens.writing_out import doing
from plo_tui.store.problems import Refused
from plo_tui.typed_path import typed_path
from plo_tui.widgets.form_date import TimeField
from plo_tui.widgets.form_fields import LineField, TickField

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from uuid import UUID

    from textual.widget import Widget

    from agenda.inviting import InvitationShown
    from agenda.papers import Papers
    from agenda.records import Meeting
    from plo_tui.desk import Desk

_LABELS = {
    InvitedGroup.AUTHORITY: "Our team",
    InvitedGroup.LEGAL: "Our legal team",
    InvitedGroup.FAMILY: "The family",
    InvitedGroup.PROFESSIONALS: "Other professionals",
}
_STANDS = {
    InvitationState.NEW: "write it: there is none yet",
    InvitationState.CHANGED: "write the update: the meeting was changed since",
    InvitationState.TO_CANCEL: "write the cancellation",
    InvitationState.AS_WRITTEN: "write it again, as it stands",
    InvitationState.CANCELLED: "write the cancellation again",
}


class InvitationsForm(FormScreen[str]):
    """One calendar file for each group; ends with a sentence that says where they are."""

    papers: Papers

    def __init__(
        self, desk: Desk, papers: Papers, meeting_id: UUID, folder: Path | None = None
    ) -> None:
        """Make the form.

        Args:
            desk: the desk; its settings name the organiser.
            papers: the case's papers.
            meeting_id: the meeting, booked or taken back.
            folder: where the files go at first; the user's documents where None.
        """
        super().__init__(desk, papers)
        self.meeting = cast("Meeting", papers.find("Meeting", meeting_id))
        self.shown = invitations_of(papers, self.meeting)
        self._folder = folder or documents_folder()
        at = f", {self.meeting.planned_at:%H:%M}" if self.meeting.planned_at else ""
        self.title = f"Calendar invitations: {called(self.meeting)}{at}"
        self.lead = (
            "One file for each. Nothing of the family stands in it but the reference: no name, "
            "no address, no worry."
        )

    def fields(self) -> Iterator[Widget]:
        """Ask which are written, when each of the family comes, and which folder they go to."""
        for n, one in enumerate(self.shown):
            if one.person_id:
                yield heading(one.called)
            label = "Invitation" if one.person_id else _LABELS[one.group]
            yield TickField(f"write{n}", label, _STANDS[one.state], one.state in IS_DUE)
            if one.person_id and one.state not in _CALLED_OFF:
                yield self._arrival(n, one)
                yield self._room(n, one)
        yield heading("Where the files go")
        yield LineField(
            "folder",
            "Folder",
            str(self._folder),
            help_text="A folder that is there. A file of the same name is replaced.",
        )

    def _arrival(self, n: int, one: InvitationShown) -> TimeField:
        field = TimeField(f"at{n}", "Arrives at", one.row.at if one.row else None)
        field.help_text = "A time of their own: they must not meet. No other time is in the file."
        return field

    def _room(self, n: int, one: InvitationShown) -> LineField:
        place = one.row.place if one.row else self.meeting.place
        return LineField(f"place{n}", "Place", place, help_text="Their own room or entrance.")

    async def save(self) -> str:
        """Record and write those that are ticked, with no key waiting.

        Raises:
            StoreProblem: beside its field, with what to do; a file that could not be written is
                not recorded either.
        """
        wanted = self._wanted()
        if not wanted:
            raise Refused("Tick at least one; Escape leaves.", "write0")
        folder = typed_path(self.field("folder").value)
        try:
            minutes = sheet_minutes(self.desk, self.meeting)
            organiser = self.desk.settings.organiser
            files = await asyncio.to_thread(
                write_invitations,
                doing(self.desk),
                self.papers,
                self.meeting,
                wanted,
                minutes,
                organiser,
                folder,
            )
        except CannotWrite as problem:
            raise Refused(str(problem), "folder") from problem
        except BrokenFile as problem:
            raise Refused(str(problem)) from problem
        many = "1 invitation is" if len(files) == 1 else f"{len(files)} invitations are"
        return f"{many} in {folder}. Send each to whom it is for."

    def _wanted(self) -> list[Wanted]:
        wanted = []
        for n, one in enumerate(self.shown):
            if not self.field(f"write{n}").value:
                continue
            if not one.person_id or one.state in _CALLED_OFF:
                wanted.append(Wanted(one))
                continue
            at = self.field(f"at{n}").value
            if at is None:
                name = self.papers.name(None, one.person_id)
                raise Refused(f"Say when {name} arrives.", f"at{n}")
            wanted.append(Wanted(one, at, self.field(f"place{n}").value))
        return wanted


_CALLED_OFF = (InvitationState.TO_CANCEL, InvitationState.CANCELLED)
