"""Writing a letter as a Word document: DRAFT across every page until legal has cleared it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from agenda.letter_given import why_not_so_called
from agenda.letter_of import letter_of
from agenda.printed import printed_letter
from plo_tui.file_names import word_name
from plo_tui.screens.export_form import documents_folder
from plo_tui.screens.word_form import WordForm
from plo_tui.store.problems import Refused
from plo_tui.widgets.form_fields import LineField

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from agenda.papers import Papers
    from agenda.printed import Printed
    from agenda.records import LetterDraft
    from plo_tui.desk import Desk
    from plo_tui.screens.word_form import Writer
    from plo_tui.widgets.form_field import FormField


class LetterWordForm(WordForm):
    """Writes one letter as it stands, and ends with the file it is in."""

    def __init__(self, desk: Desk, papers: Papers, draft: LetterDraft) -> None:
        whom = papers.name(None, draft.person_id)
        mark = "" if draft.frozen else " DRAFT"
        name = word_name(papers.case.reference, f"{draft.kind.called} to {whom}{mark}")
        super().__init__(desk, papers, documents_folder(), name)
        self.title = f"Write a Word document: the letter to {whom}"
        if not draft.frozen:
            self.lead = "Legal has not cleared it. DRAFT will stand across every page."
        self._draft = draft
        self._letter = letter_of(papers, draft)
        self._whom = whom

    def fields(self) -> Iterable[FormField]:
        """Offer the parent as whom it is for, once legal has cleared it."""
        for field in super().fields():
            if field.key == "to" and isinstance(field, LineField) and self._draft.frozen:
                field.input.value = self._whom
            yield field

    def whom(self) -> str:
        """Whom it is for; `writer` sees that it is nobody of the family but whose letter it is.

        Raises:
            Refused: where the file's name tells what its reader must not learn.
        """
        if why := why_not_so_called(self.papers, self._draft, Path(self.field("file").value).name):
            raise Refused(why, "file")
        return super().whom()

    def printed(self) -> Printed:
        """What it is; it is for the parent only where nobody else is named."""
        printed = printed_letter(self._letter, self._draft)
        if not self._draft.frozen or self.field("to").value != self._whom:
            del printed["to_person_id"]
        return printed

    def writer(self) -> Writer:
        """What writes it; what makes it is loaded only for this."""
        papers, draft, named = self.papers, self._draft, super().whom()

        def write(to: Path, template: Path | None, *, first: Callable[[], None]) -> None:
            from exports.safe_file import write_whole
            from plo_tui.letter_document import letter_document

            marked = not draft.frozen
            made = letter_document(papers, draft, named, template, draft=marked)
            write_whole(made, to, first)

        return write
