"""Writing a document: which one, where to, and in whose look."""

from __future__ import annotations

import asyncio
import re
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from textual import on

from exports.problems import CannotWrite, NotApproved, TemplateNotWord
from plo_tui.screens.form import FormScreen
from plo_tui.store.problems import Refused
from plo_tui.widgets.form_field import FormField
from plo_tui.widgets.form_fields import ChoiceField, LineField

if TYPE_CHECKING:
    from collections.abc import Iterable

    from agenda.edition import Edition
    from agenda.papers import Papers
    from plo_tui.desk import Desk

_NOT_IN_A_NAME = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]+')
"""What Windows does not take in a file's name; the other systems take less offence."""
_LONGEST_NAME = 120


class Document(StrEnum):
    """What can be written of a meeting."""

    MINUTES = "the minutes"
    FAMILY_PLAN = "the plan for the family, in plain words"
    ANNEX = "the annex: corrections asked for, and the replies"

    @property
    def in_a_name(self) -> str:
        """What the document's file is called after."""
        return {
            Document.MINUTES: "minutes",
            Document.FAMILY_PLAN: "plan for the family",
            Document.ANNEX: "annex to the minutes",
        }[self]


class ExportForm(FormScreen[Path]):
    """Writes one document of an edition, and ends with the file it is in."""

    def __init__(
        self,
        desk: Desk,
        papers: Papers,
        edition: Edition,
        document: Document = Document.MINUTES,
        folder: Path | None = None,
    ) -> None:
        """Offer to write a document.

        Args:
            desk: the desk; its settings name the authority's template.
            papers: the case's papers, for the first line.
            edition: what is printed.
            document: what is offered first.
            folder: where it goes at first; the user's documents where None.
        """
        super().__init__(desk, papers)
        self.title = f"Write a Word document: {edition.minutes.kind.heading.lower()}"
        self.edition = edition
        self._document = document
        self._folder = folder or documents_folder()
        self._offered = str(self._folder / file_name(edition, document))
        self._replaces: Path | None = None

    def fields(self) -> Iterable[FormField]:
        """Which document, which file, which template."""
        template = self.desk.settings.template
        offered = [(one.value, one) for one in documents_of(self.edition)]
        yield ChoiceField("document", "Document", offered, self._document)
        yield LineField(
            "file",
            "File",
            self._offered,
            help_text="The file to write. Its folder must be there; only you may read the file.",
        )
        yield LineField(
            "template",
            "Your template",
            str(template) if template else "",
            placeholder="none: our own look",
            help_text="Your authority's Word file, for its styles, header and footer.",
        )

    def on_mount(self) -> None:
        """Say where a draft will show that it is one."""
        self._say_draft()

    @on(FormField.Edited)
    def _document_chosen(self, event: FormField.Edited) -> None:
        """Offer the file name that goes with the document, unless one was typed."""
        file = self.field("file")
        if event.field.key == "document" and isinstance(file, LineField):
            offered = str(self._folder / file_name(self.edition, event.field.value))
            if file.typed == self._offered:
                file.input.value = offered
                self._offered = offered
        self._say_draft()

    def _say_draft(self) -> None:
        if self.edition.state.is_draft:
            self.field("document").note(
                f"{self.edition.state.in_words}. DRAFT will stand across every page."
            )

    async def save(self) -> Path:
        """Write the document, off the screen's thread.

        Raises:
            Refused: beside the file or the template, with what to do.
        """
        values = self.values()
        to = self._file(values["file"])
        template = Path(values["template"]).expanduser() if values["template"] else None
        try:
            await asyncio.to_thread(_write, self.edition, values["document"], to, template)
        except TemplateNotWord as problem:
            raise Refused(str(problem), "template") from problem
        except (CannotWrite, NotApproved) as problem:
            raise Refused(str(problem), "file") from problem
        return to

    def _file(self, typed: str) -> Path:
        """Return the file to write; one that is there is replaced only when saved once more."""
        if not typed:
            raise Refused("Type the file to write, such as minutes.docx.", "file")
        to = Path(typed).expanduser()
        to = to if to.is_absolute() else self._folder / to
        if to.suffix.lower() != ".docx" and not to.is_dir():
            to = to.with_name(f"{to.name}.docx")
        if to.is_file() and to != self._replaces:
            self._replaces = to
            raise Refused(f"{to.name} is there already. Save again to replace it.", "file")
        return to


def documents_folder() -> Path:
    """Return the user's documents folder, or their home where there is none."""
    from platformdirs import user_documents_path

    folder = user_documents_path()
    return folder if folder.is_dir() else Path.home()


def documents_of(edition: Edition) -> list[Document]:
    """Return what can be written of an edition: an annex only where something is annexed."""
    return [one for one in Document if one is not Document.ANNEX or edition.annex]


def on_every_system(words: str) -> str:
    """Return words as part of a file's name that every system takes."""
    return " ".join(_NOT_IN_A_NAME.sub("-", words).split())[:_LONGEST_NAME]


def file_name(edition: Edition, document: Document) -> str:
    """Return a name that every system takes: reference, meeting, document, version, draft."""
    minutes = edition.minutes
    what, reference = document.in_a_name, on_every_system(minutes.reference)
    draft = " DRAFT" if edition.state.is_draft else ""
    kind = minutes.kind.heading.lower()
    return f"{reference} {kind} {what} v{minutes.version}{draft}.docx".strip(". ")


def _write(edition: Edition, document: Document, to: Path, template: Path | None) -> None:
    """Write it; the exporters are loaded here, because only an export needs them."""
    from exports.annex import write_annex
    from exports.family_plan import write_family_plan
    from exports.minutes import write_minutes

    if document is Document.MINUTES:
        write_minutes(edition, to, template=template, draft=edition.state.is_draft)
    elif document is Document.ANNEX:
        write_annex(edition, to, template=template)
    else:
        write_family_plan(edition, to, template=template)
