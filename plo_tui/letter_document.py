"""One letter as a Word file: the one door through which a letter leaves, alone or in a pack.

What the letter tells is looked at first; then every byte of its file is searched once more, so
that neither a template nor a line's end brings back what its reader must not learn.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.copy_for import reader_of
from agenda.letter_given import is_for_its_reader, why_not_given
from agenda.letter_of import letter_of
from agenda.pack import leaked
from plo_tui.store.problems import Refused

if TYPE_CHECKING:
    from pathlib import Path

    from agenda.papers import Papers
    from agenda.records import LetterDraft


def letter_document(
    papers: Papers, row: LetterDraft, named: str, template: Path | None, *, draft: bool = False
) -> bytes:
    """Return a letter as the bytes of a Word document, for whoever is named.

    Args:
        papers: the case's papers.
        row: the letter's own record.
        named: whom it is for, as somebody typed it; a staff member's own copy is nobody else's.
        template: the authority's own Word file; our own look where None.
        draft: whether one that legal has not cleared may be written, marked so.

    Raises:
        Refused: where it is somebody else's, or its reader must not learn what it holds.
        NotApproved, TemplateNotWord: as `exports.letter.write_letter` raises them.
    """
    from exports.letter import letter_made

    letter = letter_of(papers, row)
    if why := why_not_given(papers, row, letter, named):
        raise Refused(why, "to")
    made = letter_made(letter, template, is_cleared=bool(row.frozen), draft=draft)
    if is_for_its_reader(papers, row, named):
        reader = reader_of(papers, row.person_id)
        if found := leaked(papers, reader, made):
            raise Refused(
                f"Nothing was written: the letter to {reader.name} holds {found[0]}. Say it in "
                "other words where it was recorded, or in your template, then try again."
            )
    return made
