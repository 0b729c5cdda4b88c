"""The annex to the minutes: corrections asked for and not made, word for word, with the reply."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.corrections import place_words
from exports.document import Paper, made
from exports.page_marks import marks_of_edition
from exports.safe_file import nothing_first, write_whole
from exports.wordml import body, cell, facts, heading, paragraph, run
from exports.words import long_date, sentence, short_date

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from agenda.corrections import Annexed
    from agenda.edition import Edition

_WHAT_IT_IS = (
    "These corrections were asked for after the minutes were approved. Each stands here as it was "
    "asked, with the reply. The minutes themselves have not been changed by it."
)


def write_annex(
    edition: Edition,
    to: Path,
    *,
    template: Path | None = None,
    first: Callable[[], None] = nothing_first,
) -> None:
    """Write the annex as a Word document of its own; the minutes' own document stays as it is.

    Args:
        edition: the minutes, with what is annexed to them.
        to: the file to write; one that is there is replaced, whole or not at all.
        template: an authority's own Word file (`.docx` or `.dotx`); our own look without one.
        first: done when the document is ready, before its file is written: what keeps that it
            is given out.

    Raises:
        TemplateNotWord: where the template cannot be used.
        CannotWrite: where the file cannot be written; what was there before is left as it was.
    """
    write_whole(annex_made(edition, template), to, first)


def annex_made(edition: Edition, template: Path | None) -> bytes:
    """Return the annex as the bytes of a Word document; `write_annex` says what may be raised."""
    minutes = edition.minutes
    title = f"Annex to the minutes, {minutes.reference}"
    subtitle = f"{minutes.kind.heading}, {long_date(minutes.on)}"
    content = (
        paragraph("Title", run("Annex to the minutes"))
        + paragraph("Subtitle", run(subtitle))
        + body(run(_WHAT_IT_IS))
        + "".join(_annexed(number, one) for number, one in enumerate(edition.annex, start=1))
    )
    return made(Paper(marks_of_edition(edition), title, content), template)


def _annexed(number: int, one: Annexed) -> str:
    about = f"{place_words(one.paragraph)} of version {one.version}"
    return heading(1, f"{number}. {sentence(about)}") + facts(
        f"Correction {number}",
        "Who asked for it and when, in their words, and the reply.",
        [
            ("Asked by", cell(one.asked_by)),
            ("Asked on", cell(long_date(one.asked_on))),
            ("In their words", cell(one.text)),
            ("The reply", cell(one.reply)),
            ("Replied", cell(f"{one.replied_by}, {short_date(one.replied_on)}")),
        ],
    )
