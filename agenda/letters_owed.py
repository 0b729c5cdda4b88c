"""Who is owed which letter, and by when they have it.

The letter before proceedings is owed from the decision to start until the initial meeting was
held; after that, each authorised decision of a review owes one of its own kind.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from agenda.decision_words import Outcome, Standing
from agenda.entitled import people_with_papers
from agenda.extension import decisions_that_count, how_it_stands
from agenda.letter_words import LetterKind
from agenda.words import MeetingKind, MeetingState
from agenda.working_days import OutsideCalendar

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from agenda import records
    from agenda.papers import Papers
    from agenda.working_days import WorkingDays

KIND_OF = {
    Outcome.CLOSE: LetterKind.ENDING,
    Outcome.EXTEND: LetterKind.EXTENSION,
    Outcome.ISSUE: LetterKind.BEFORE_ISSUE,
    Outcome.AT_BIRTH: LetterKind.BEFORE_ISSUE,
}
"""The letter that tells the family of an outcome; of the others no letter does."""


@dataclass(frozen=True, slots=True)
class Owed:
    """A letter that somebody is owed.

    Attributes:
        kind: which letter.
        person: to whom.
        since: the decision it follows; None where no day is recorded.
        by: the day by which they have it; None where none is known.
    """

    kind: LetterKind
    person: records.Person
    since: date | None
    by: date | None


def letters_owed(papers: Papers, days: WorkingDays) -> list[Owed]:
    """Return the letters that are owed now, kind by kind, in the order of the people.

    Whom legal left out is among them: the record says why they get none.
    """
    return [*_first_letters(papers, days), *_after_reviews(papers)]


def _first_letters(papers: Papers, days: WorkingDays) -> Iterator[Owed]:
    initial = [row for row in papers.episode_meetings if row.kind is MeetingKind.INITIAL]
    held = any(row.state is not MeetingState.PLANNED for row in initial)
    decided = papers.episode.decided_on
    if held or papers.episode.ended_on or not (initial or decided):
        return
    by = day_after(decided, papers.policy.letter.delivered_days, days)
    for person in people_with_papers(papers):
        yield Owed(LetterKind.BEFORE_PROCEEDINGS, person, decided, by)


def _after_reviews(papers: Papers) -> Iterator[Owed]:
    for person in people_with_papers(papers):
        told: dict[LetterKind, list[records.Decision]] = {}
        for child in papers.children_of(person.id):
            decided = decisions_that_count(papers, child.id)[-1:]
            for row in decided:
                kind = KIND_OF.get(row.outcome)
                if kind and how_it_stands(row, papers) is Standing.AUTHORISED:
                    told.setdefault(kind, []).append(row)
        for kind, rows in told.items():
            by = min((row.letter_by for row in rows if row.letter_by), default=None)
            yield Owed(kind, person, None, by)


def day_after(day: date | None, count: int, days: WorkingDays) -> date | None:
    """Return so many working days after a day; None where either is not known to us."""
    try:
        return days.add(day, count) if day else None
    except OutsideCalendar:  # a year was mistyped: whoever shows it says so
        return None
