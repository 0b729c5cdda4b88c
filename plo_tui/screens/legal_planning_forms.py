"""The forms of a legal planning record: why it is opened again, and for whom it is written."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from agenda.printed import printed_legal_planning
from agenda.words import StaffRole
from plo_tui.file_names import in_a_name, word_name
from plo_tui.screens.export_form import documents_folder
from plo_tui.screens.form import FormScreen
from plo_tui.screens.word_form import WordForm
from plo_tui.store.problems import Refused
from plo_tui.store.verbs.legal_planning import reopen_legal_planning
from plo_tui.widgets.form_fields import ChoiceField, TextField

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path
    from uuid import UUID

    from textual.widget import Widget

    from agenda.legal_planning_minutes import LegalPlanningEdition
    from agenda.legal_planning_papers import LegalPlanningPapers
    from agenda.printed import Printed
    from plo_tui.desk import Desk
    from plo_tui.screens.word_form import Writer
    from plo_tui.widgets.form_field import FormField

FOLDER = "Legal planning"
"""The folder of its own under the user's documents."""


class ReopenRecordForm(FormScreen[bool]):
    """Opens an approved record again, with the reason."""

    papers: LegalPlanningPapers

    def __init__(
        self, desk: Desk, papers: LegalPlanningPapers, edition: LegalPlanningEdition
    ) -> None:
        super().__init__(desk, papers)
        self.title = f"Open this record again, as version {edition.record.number + 1}"

    def fields(self) -> Iterable[Widget]:
        """Why."""
        yield TextField(
            "reason",
            "Why",
            rows=3,
            help_text="It is printed with the new version. The old one stays as it was approved.",
        )

    async def save(self) -> bool:
        """Open it again.

        Raises:
            StoreProblem: beside the field.
        """
        reason = self.values()["reason"]
        done = await self.desk.do(reopen_legal_planning, self.papers.meeting.id, reason)
        self.papers.take(done.changed)
        return True


class ExportRecordForm(WordForm):
    """Writes a legal planning record for one of the authority's own: nobody else can be named."""

    papers: LegalPlanningPapers
    lead = (
        "Privileged and confidential: for the authority and its lawyers alone. It stands on every "
        "page, and it is recorded for whom it was written."
    )

    def __init__(
        self,
        desk: Desk,
        papers: LegalPlanningPapers,
        edition: LegalPlanningEdition,
        meeting_id: UUID,
        folder: Path | None = None,
    ) -> None:
        """Offer to write the record.

        Args:
            desk: the desk; its settings name the authority's template.
            papers: the meeting's papers, whose staff can be chosen.
            edition: what is printed.
            meeting_id: whose record it is.
            folder: the folder in which that of its own stands; the user's documents where None.
        """
        own = (folder or documents_folder()) / FOLDER
        super().__init__(desk, papers, own, record_file_name(edition))
        self.title = "Write the legal planning record for Word"
        self.edition = edition
        self.meeting_id = meeting_id

    def fields(self) -> Iterable[FormField]:
        """Which of the staff it is for, lawyers first; which file, which template."""
        staff = sorted(self.papers.staff, key=lambda row: row.role is not StaffRole.LAWYER)
        yield ChoiceField(
            "to",
            "Who is it for",
            [(f"{row.name}, {row.role}", row.name) for row in staff],
            none="choose one of our own",
            help_text="One of the authority's staff or lawyers. Nobody else can be named.",
        )
        yield from (field for field in super().fields() if field.key != "to")

    def on_mount(self) -> None:
        """Say that a draft will show that it is one."""
        if self.edition.is_draft:
            self.field("to").note(f"{self.edition.stands}. DRAFT will stand across every page.")

    async def save(self) -> Path:
        """Write it; its folder of its own is made where it is not there yet.

        Raises:
            StoreProblem: beside its field, with what to do.
        """
        if self.field("to").value is None:
            raise Refused("Choose for whom of our own it is.", "to")
        if self.field("file").value == self.offered and self.folder.parent.is_dir():
            self.folder.mkdir(mode=0o700, exist_ok=True)
        return await super().save()

    def printed(self) -> Printed:
        """What is written."""
        return printed_legal_planning(self.edition, self.meeting_id)

    def writer(self) -> Writer:
        """What writes it."""
        return partial(_write, self.edition)


def record_file_name(edition: LegalPlanningEdition) -> str:
    """Return the record's file name, which begins with what it is: `LEGAL PLANNING …`."""
    record = edition.record
    draft = " DRAFT" if edition.is_draft else ""
    reference = in_a_name(record.reference)
    return word_name("LEGAL PLANNING", f"{reference} record v{record.number}{draft}")


def _write(
    edition: LegalPlanningEdition,
    to: Path,
    template: Path | None,
    *,
    first: Callable[[], None],
) -> None:
    """Write it; the exporter is loaded here, because only an export needs it."""
    from exports.legal_planning import write_legal_planning

    write_legal_planning(edition, to, template=template, first=first)
