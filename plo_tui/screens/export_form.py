"""Writing a document of a meeting: which one, for whom, where to, and in whose look."""

from __future__ import annotations

from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from textual import on

from agenda.edition import CHANGED, changed_sentences
from agenda.printed import printed_edition
from agenda.words import GivenDocument
from plo_tui.file_names import word_name
from plo_tui.screens.word_form import WordForm
from plo_tui.widgets.form_field import FormField
from plo_tui.widgets.form_fields import ChoiceField, LineField

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from uuid import UUID

    from agenda.edition import Edition
    from agenda.papers import Papers
    from agenda.printed import Printed
    from plo_tui.desk import Desk
from plo_tui.screens.word_form import Writer


class Document(StrEnum):
    """What can be written of a meeting."""

    MINUTES = "the minutes"
    FAMILY_PLAN = "the plan for the family, in plain words"
    ANNEX = "the annex: corrections asked for, and the replies"

    @property
    def given(self) -> GivenDocument:
        """What the document is, where it is kept that it was given out."""
        return GivenDocument[self.name]


class ExportForm(WordForm):
    """Writes one document of an edition, and ends with the file it is in."""

    def __init__(
        self,
        desk: Desk,
        papers: Papers,
        edition: Edition,
        meeting_id: UUID,
        document: Document = Document.MINUTES,
        folder: Path | None = None,
    ) -> None:
        """Offer to write a document.

        Args:
            desk: the desk; its settings name the authority's template.
            papers: the case's papers, for the first line.
            edition: what is printed.
            meeting_id: whose minutes it is.
            document: what is offered first.
            folder: where it goes at first; the user's documents where None.
        """
        folder = folder or documents_folder()
        super().__init__(desk, papers, folder, file_name(edition, document))
        self.title = f"Write a Word document: {edition.minutes.kind.heading.lower()}"
        self.edition = edition
        self.meeting_id = meeting_id
        self._document = document

    def fields(self) -> Iterable[FormField]:
        """Which document, for whom, which file, which template."""
        offered = [(one.value, one) for one in documents_of(self.edition)]
        yield ChoiceField("document", "Document", offered, self._document)
        yield from super().fields()

    def on_mount(self) -> None:
        """Say where a draft will show that it is one."""
        self._say_draft()

    @on(FormField.Edited)
    def _document_chosen(self, event: FormField.Edited) -> None:
        """Offer the file name that goes with the document, unless one was typed."""
        file = self.field("file")
        if event.field.key == "document" and isinstance(file, LineField):
            offered = str(self.folder / file_name(self.edition, event.field.value))
            if file.typed == self.offered:
                file.input.value = offered
                self.offered = offered
        self._say_draft()

    def _say_draft(self) -> None:
        for said in changed_sentences(self.edition)[:1]:
            self.field("document").note(f"{said} {CHANGED} will stand across every page.")
            return
        if self.edition.state.is_draft:
            self.field("document").note(
                f"{self.edition.state.in_words}. DRAFT will stand across every page."
            )

    def printed(self) -> Printed:
        """What the document that is chosen is."""
        document: Document = self.field("document").value
        return printed_edition(document.given, self.edition, self.meeting_id)

    def writer(self) -> Writer:
        """What writes the document that is chosen."""
        return partial(_write, self.edition, self.field("document").value)


def documents_folder() -> Path:
    """Return the user's documents folder, or their home where there is none."""
    from platformdirs import user_documents_path

    folder = user_documents_path()
    return folder if folder.is_dir() else Path.home()


def documents_of(edition: Edition) -> list[Document]:
    """Return what can be written of an edition: an annex only where something is annexed."""
    return [one for one in Document if one is not Document.ANNEX or edition.annex]


def file_name(edition: Edition, document: Document) -> str:
    """Return a name that every system takes: reference, meeting, document, version, draft."""
    minutes = edition.minutes
    draft = f" {CHANGED}" if edition.is_changed else " DRAFT" if edition.state.is_draft else ""
    kind = minutes.kind.heading.lower()
    return word_name(
        minutes.reference, f"{kind} {document.given.in_words} v{minutes.version}{draft}"
    )


def _write(
    edition: Edition,
    document: Document,
    to: Path,
    template: Path | None,
    *,
    first: Callable[[], None],
) -> None:
    """Write it; the exporters are loaded here, because only an export needs them."""
    from exports.annex import write_annex
    from exports.family_plan import write_family_plan
    from exports.minutes import write_minutes

    if document is Document.MINUTES:
        draft = edition.state.is_draft
        write_minutes(edition, to, template=template, draft=draft, first=first)
    elif document is Document.ANNEX:
        write_annex(edition, to, template=template, first=first)
    else:
        write_family_plan(edition, to, template=template, first=first)
