"""What a review decided, as a letter to a parent tells it: the words to start from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.decision_words import Outcome, Standing
from agenda.extension import decisions_that_count, how_it_stands
from agenda.letter_words import LetterKind

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from agenda import records
    from agenda.papers import Papers

_TELLS = {
    LetterKind.BEFORE_ISSUE: frozenset({Outcome.ISSUE, Outcome.AT_BIRTH}),
    LetterKind.ENDING: frozenset({Outcome.CLOSE}),
    LetterKind.EXTENSION: frozenset({Outcome.EXTEND}),
}
"""Which outcomes each kind of letter tells; the letter before proceedings tells none."""


def decisions_to_tell(
    papers: Papers, kind: LetterKind, person_id: UUID, meeting_id: UUID | None = None
) -> list[records.Decision]:
    """Return the authorised decisions that a letter of a kind tells, one for each child.

    They are those of the meeting named, or each child's latest where it decided none. What is
    only recommended is told to nobody.
    """
    found = []
    for child in papers.children_of(person_id):
        rows = [
            row
            for row in decisions_that_count(papers, child.id)
            if row.outcome in _TELLS.get(kind, ())
            and how_it_stands(row, papers) is Standing.AUTHORISED
        ]
        of_meeting = [row for row in rows if row.meeting_id == meeting_id]
        found += (of_meeting or rows)[-1:]
    return found


def reasons_in(decisions: list[records.Decision]) -> str:
    """Return the reasons of decisions, each once and on lines of its own; empty for none."""
    reasons = (row.reasons.strip() for row in decisions)
    return "\n".join(dict.fromkeys(filter(None, reasons)))


def last_day_in(decisions: list[records.Decision]) -> date | None:
    """Return the last day that extensions give; None where none does."""
    return max((row.new_end for row in decisions if row.new_end), default=None)
