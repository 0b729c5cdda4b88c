"""Which letters are due in an episode, and to whom: each parent, each with responsibility."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.letter_decided import decisions_to_tell
from agenda.letter_of import letter_of
from agenda.letter_people import OwedLetter, people_without_letter
from agenda.letter_whose import children_of, responsibility_of
from agenda.letter_words import LetterKind

if TYPE_CHECKING:
    from agenda import records
    from agenda.finding import Finding
    from agenda.papers import Papers


def people_owed(papers: Papers) -> list[records.Person]:
    """Return everyone who gets a letter of each kind: parents, and who else is responsible.

    Whoever has no child in the episode gets none.
    """
    return [person for person in papers.people if children_of(papers, person.id)]


def kinds_due(papers: Papers) -> list[LetterKind]:
    """Return the kinds of letter to see to: the first always, another once it is decided on."""
    people = people_owed(papers)
    begun = {letter.kind for letter in papers.letters}
    return [
        kind
        for kind in LetterKind
        if kind is LetterKind.BEFORE_PROCEEDINGS
        or kind in begun
        or any(decisions_to_tell(papers, kind, person.id) for person in people)
    ]


def next_without(papers: Papers, kind: LetterKind) -> records.Person | None:
    """Return the first who has no letter of a kind yet and was not left out; None for nobody."""
    return next(
        (
            person
            for person in people_owed(papers)
            if not papers.letter_to(kind, person.id) and not papers.left_out(kind, person.id)
        ),
        None,
    )


def received_before(papers: Papers, person: records.Person) -> records.Advice | None:
    """Return what a meeting was told of the day somebody got the letter; None where none was."""
    told = [
        row
        for row in papers.advice_of_case
        if row.person_id == person.id and row.letter_received_on
    ]
    return told[-1] if told else None


def owed_findings(papers: Papers, kind: LetterKind) -> list[Finding]:
    """Return each person who is owed a letter of a kind and has none, nor was left out by legal.

    Who told a meeting that they got it has had it.
    """
    people = [
        OwedLetter(
            name=person.full_name,
            is_parent=True,
            parental_responsibility=responsibility_of(papers, person.id),
            left_out_reason=out.why if (out := papers.left_out(kind, person.id)) else "",
            left_out_by=papers.name(out.by_staff_id, None) if out else "",
        )
        for person in people_owed(papers)
        if kind is not LetterKind.BEFORE_PROCEEDINGS or not received_before(papers, person)
    ]
    letters = [letter_of(papers, row) for row in papers.letters if row.kind is kind]
    return list(people_without_letter(people, letters))
