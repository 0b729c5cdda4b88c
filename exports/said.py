"""What was said: numbered paragraphs, the worries, the views, the documents tabled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.words import EntryKind
from exports.wordml import body, cell, heading, labelled, lead_in, paragraph, quiet, run, tab, table
from exports.words import listed, sentence, short_date

if TYPE_CHECKING:
    from collections.abc import Iterable

    from agenda.minutes import MinutedConcern, Paragraph, Section

_UNMARKED = frozenset({EntryKind.NOTE, EntryKind.VIEW})
"""Kinds that need no word before them: the speaker or the heading says it."""


def numbered(paragraphs: Iterable[Paragraph], *, under: EntryKind | None = None) -> str:
    """Return numbered paragraphs: number, speaker, time, what was said.

    The number is printed as text, so that a paragraph once cited keeps it in every program. A
    line stands above the first paragraph of another sitting.

    Args:
        paragraphs: in the order they are printed.
        under: the kind that the heading above already says.
    """
    return "".join(
        (lead_in(f"{said.sitting_line}:") if said.sitting_line else "")
        + _numbered(said, said.kind in _UNMARKED | {under})
        for said in paragraphs
    )


def _numbered(said: Paragraph, is_unmarked: bool) -> str:
    speaker = run(said.speaker, bold=True)
    time = quiet(f" ({said.time})" if speaker else f"{said.time} ") if said.time else ""
    mark = "" if is_unmarked else run(sentence(said.kind), bold=True)
    colon = run(": ") if speaker or mark else ""
    between = run(" · ") if speaker and mark else ""
    text = f"“{said.text}”" if said.verbatim else said.text
    about = quiet(f" (about {listed(said.children)})") if said.children else ""
    start = (run(f"{said.number}."), tab())
    told = run(f" Told: {'; '.join(said.told)}.") if said.told else ""
    words = (speaker, time, between, mark, colon, run(text), told, about)
    return paragraph("PLOMinute", *start, *words)


def documents(paragraphs: tuple[Paragraph, ...]) -> str:
    """Return the documents tabled; nothing where there were none."""
    if not paragraphs:
        return ""
    return heading(1, "Documents tabled") + numbered(paragraphs, under=EntryKind.DOCUMENT)


def concerns(worries: tuple[MinutedConcern, ...]) -> str:
    """Return the worries, main first, with their examples and what was answered to each."""
    if not worries:
        return ""
    return heading(1, "What we are worried about") + "".join(_concern(worry) for worry in worries)


def _concern(worry: MinutedConcern) -> str:
    examples = ""
    if worry.examples:
        examples = table(
            f"Examples of worry {worry.number}",
            "Each row is one example: its date and what happened.",
            [("Date", 20), ("What happened", 80)],
            [(cell(short_date(on)), cell(what)) for on, what in worry.examples],
        )
    return (
        heading(2, f"Worry {worry.number}: {worry.heading}")
        + (body(run(worry.summary)) if worry.summary else "")
        + labelled("How long", worry.since)
        + labelled("About", listed(worry.children))
        + examples
        + numbered(worry.paragraphs)
    )


def sections(title: str, parts: tuple[Section, ...]) -> str:
    """Return sections under one title, leaving out those in which nothing was minuted."""
    said = [part for part in parts if part.paragraphs]
    if not said:
        return ""
    return heading(1, title) + "".join(
        heading(2, part.heading) + numbered(part.paragraphs) for part in said
    )
