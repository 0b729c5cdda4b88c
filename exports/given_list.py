"""The list of what went to whom, when and how, in Word: for our own file alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.seals import in_groups
from exports.document import Paper, made
from exports.page_marks import marks_of_our_paper
from exports.safe_file import nothing_first, write_whole
from exports.wordml import body, cell, heading, paragraph, run, table
from exports.words import london, long_date, sentence

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from agenda.given_list import GivenList
    from agenda.given_out import GivenOut

_OURS = "For our own file. Give no copy of this list to the family or to another professional."
_SHORT = 12
"""Characters of a fingerprint that tell two documents apart at sight."""


def write_given_list(
    given: GivenList,
    to: Path,
    *,
    template: Path | None = None,
    first: Callable[[], None] = nothing_first,
) -> None:
    """Write the list as a Word document.

    Args:
        given: what was given out.
        to: the file to write; one that is there is replaced, whole or not at all.
        template: an authority's own Word file (`.docx` or `.dotx`); our own look without one.
        first: done when the document is ready, before its file is written: what keeps that it
            is given out.

    Raises:
        TemplateNotWord: where the template cannot be used.
        CannotWrite: where the file cannot be written; what was there before is left as it was.
    """
    marks = marks_of_our_paper(given, "Our own file", "")
    paper = Paper(marks, f"What went to whom, {given.reference}", _content(given))
    write_whole(made(paper, template), to, first)


def _content(given: GivenList) -> str:
    listed = (
        table(
            "What went to whom",
            "Each row is one document: when it went, what it was, to whom, by which way, and "
            "who gave it out.",
            [
                ("When (London time)", 20),
                ("What", 24),
                ("To", 20),
                ("How", 22),
                ("Given out by", 14),
            ],
            [_line(one) for one in given.lines],
        )
        if given.lines
        else body(run("Nothing was given out yet."))
    )
    return (
        paragraph("Title", run("What went to whom"))
        + paragraph(
            "Subtitle",
            run(f"{given.meeting}, {long_date(given.meeting_on)}. "),
            run(f"As of {long_date(given.made_on)}."),
        )
        + body(run(_OURS, bold=True))
        + listed
        + _letters(given)
    )


def _letters(given: GivenList) -> str:
    """Return each parent's letters with how they stand; nothing where there is none."""
    if not given.letters:
        return ""
    rows = [
        (cell(whose), cell(sentence(which)), cell(sentence(stands)))
        for whose, which, stands in given.letters
    ]
    return heading(1, "Letters") + table(
        "Letters",
        "Each row is one parent's letter that belongs to this meeting, and how it stands.",
        [("To", 20), ("Letter", 30), ("How it stands", 50)],
        rows,
    )


def _line(one: GivenOut) -> tuple[str, ...]:
    mark = f"Fingerprint {in_groups(one.sha256[:_SHORT])} …" if one.sha256 else ""
    return (
        cell(london(one.at)),
        cell(sentence(one.document), mark),
        cell(one.to),
        cell(sentence(one.how)) or cell("Not recorded"),
        cell(one.by),
    )
