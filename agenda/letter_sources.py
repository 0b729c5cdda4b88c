"""From which record each piece of a letter is made: there it is changed, once, for all letters."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from agenda.letter_of import in_letter_order, meeting_invited_to
from agenda.letter_pieces import Piece
from agenda.letter_place import Part, part_of_line
from agenda.letter_whose import Told
from agenda.letter_words import TELLS_LINES, TELLS_WORRIES, LetterKind

if TYPE_CHECKING:
    from collections.abc import Iterator
    from uuid import UUID

    from agenda import records
    from agenda.papers import Papers


class Source(NamedTuple):
    """The record that a piece of a letter is made from.

    Attributes:
        kind: the record's class name; `LetterDraft` for the letter's own words.
        key: the record.
    """

    kind: str
    key: UUID


LEFT_OUT = ("Concern", "ConcernExample", "HelpGiven", "PlanLine")
"""What one person's letter can leave out."""


def sources_of(papers: Papers, draft: records.LetterDraft) -> dict[str, Source]:
    """Return the source of each piece of a letter that is still drafted, by the piece's key.

    What is not named here is made from the letter's own words.
    """
    return {piece.key: source for piece, source in _sources(papers, draft)}


def _sources(papers: Papers, draft: records.LetterDraft) -> Iterator[tuple[Piece, Source]]:
    told = Told(papers, draft)
    if meeting := meeting_invited_to(papers, draft):
        yield Piece(Part.MEETING), Source("Meeting", meeting.id)
    worries = told.worries() if draft.kind in TELLS_WORRIES else []
    for number, concern in enumerate(worries, start=1):
        yield Piece(Part.WORRY, number), Source("Concern", concern.id)
        for row, example in enumerate(told.examples(concern), start=1):
            yield Piece(Part.WORRY, number, row), Source("ConcernExample", example.id)
    for number, given in enumerate(told.help_given() if worries else [], start=1):
        yield Piece(Part.HELP, number), Source("HelpGiven", given.id)
    if draft.kind not in TELLS_LINES:
        return
    first = draft.kind is LetterKind.BEFORE_PROCEEDINGS and bool(draft.first_line)
    if first:
        yield Piece(Part.LINE, 1), Source("LetterDraft", draft.id)
    lines = in_letter_order(papers, told.lines())
    for number, line in enumerate(lines, start=2 if first else 1):
        yield Piece(part_of_line(line.kind), number), Source("PlanLine", line.id)


def left_out_words(papers: Papers, about: UUID) -> str:
    """Return what is left out of a letter, as a list names it; empty where it is gone."""
    for kind in LEFT_OUT:
        if row := papers.find(kind, about):
            said = {
                "Concern": ("worry", "heading"),
                "ConcernExample": ("example", "text"),
                "HelpGiven": ("help", "what"),
                "PlanLine": ("line", "what"),
            }
            called, field = said[kind]
            return f"{called}: {getattr(row, field)}"
    return ""
