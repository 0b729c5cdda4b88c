"""The covering note that goes with one person's documents: one page in Word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exports.document import Paper, made
from exports.page_marks import marks_of_our_paper
from exports.wordml import body, cell, facts, heading, paragraph, points, run
from exports.words import long_date

if TYPE_CHECKING:
    from pathlib import Path

    from agenda.covering_note import CoveringNote


def covering_note_made(note: CoveringNote, template: Path | None) -> bytes:
    """Return the note as the bytes of a Word document.

    Args:
        note: what it says.
        template: an authority's own Word file (`.docx` or `.dotx`); our own look without one.

    Raises:
        TemplateNotWord: where the template cannot be used.
    """
    marks = marks_of_our_paper(note, "Covering note", note.copy_for)
    return made(Paper(marks, f"Covering note, {note.reference}", _content(note)), template)


def _content(note: CoveringNote) -> str:
    by = f"By {long_date(note.by)}" if note.by else ""
    return (
        paragraph("Title", run("Covering note"))
        + paragraph("Subtitle", run(f"{note.meeting}, {long_date(note.meeting_on)}"))
        + facts(
            "This note",
            "Whom the note is to, whom the papers are for, by when, and in which language.",
            [
                ("To", cell(note.to)),
                ("The papers are for", cell(note.copy_for)),
                ("By when", cell(by)),
                ("Language", cell(f"{note.language}." if note.language else "")),
                ("Date of this note", cell(long_date(note.made_on))),
            ],
        )
        + body(run(note.please, bold=True))
        + body(run(note.care))
        + heading(1, "Enclosed")
        + points(note.enclosed)
        + "".join(body(run(said)) for said in note.letters)
        + heading(1, "If something is wrong")
        + points(note.wrong)
        + heading(1, "Whom to ring")
        + body(run(note.ring))
    )
