"""Writing a letter as a Word document: DRAFT across every page until legal has cleared it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.letter_of import letter_of
from agenda.printed import printed_letter
from plo_tui.file_names import word_name
from plo_tui.screens.export_form import documents_folder
from plo_tui.screens.word_form import WordForm

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from agenda.papers import Papers
    from agenda.printed import Printed
    from agenda.records import LetterDraft
    from plo_tui.desk import Desk
    from plo_tui.screens.word_form import Writer


class LetterWordForm(WordForm):
    """Writes one letter as it stands, and ends with the file it is in."""

    def __init__(self, desk: Desk, papers: Papers, draft: LetterDraft) -> None:
        whom = papers.name(None, draft.person_id)
        mark = "" if draft.frozen else " DRAFT"
        name = word_name(papers.case.reference, f"letter {draft.kind} to {whom}{mark}")
        super().__init__(desk, papers, documents_folder(), name)
        self.title = f"Write a Word document: the letter to {whom}"
        if not draft.frozen:
            self.lead = "Legal has not cleared it. DRAFT will stand across every page."
        self._draft = draft
        self._letter = letter_of(papers, draft)

    def printed(self) -> Printed:
        """What it is."""
        return printed_letter(self._draft, self._letter)

    def writer(self) -> Writer:
        """What writes it; the exporter is loaded here, because only an export needs it."""
        letter, is_cleared = self._letter, bool(self._draft.frozen)

        def write(to: Path, template: Path | None, *, first: Callable[[], None]) -> None:
            from exports.letter import write_letter

            write_letter(
                letter,
                to,
                is_cleared=is_cleared,
                template=template,
                draft=not is_cleared,
                first=first,
            )

        return write
