"""A letter's way to the parent: which letters are on it, how far each has come, what comes next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.day_names import day_text
from agenda.letter_words import TOLD_ELSEWHERE, LetterKind, LetterTurnKind
from agenda.letters_owed import day_after, letters_owed
from agenda.standing import standing_of_due

if TYPE_CHECKING:
    from datetime import date

    from agenda import records
    from agenda.letters_owed import Owed
    from agenda.papers import Papers
    from agenda.working_days import WorkingDays

_SAID = {
    LetterTurnKind.DRAFTED: "drafted",
    LetterTurnKind.TO_LEGAL: "sent to legal",
    LetterTurnKind.RETURNED: "returned with changes",
    LetterTurnKind.CLEARED: "cleared",
    LetterTurnKind.DELIVERED: "given",
}


def letters_to_follow(papers: Papers, days: WorkingDays) -> dict[LetterKind, list[records.Person]]:
    """Return whose letters of each kind there are to see to: owed now, begun, or left out."""
    owed = {(one.kind, one.person.id) for one in letters_owed(papers, days)}
    followed: dict[LetterKind, list[records.Person]] = {}
    for kind in LetterKind:
        people = [
            person
            for person in papers.people
            if (kind, person.id) in owed
            or papers.letter_to(kind, person.id)
            or papers.left_out(kind, person.id)
        ]
        if people:
            followed[kind] = people
    return followed


def next_without(papers: Papers, kind: LetterKind, days: WorkingDays) -> records.Person | None:
    """Return the first who is owed a letter of a kind and has none; None for nobody."""
    owed = (one.person for one in letters_owed(papers, days) if one.kind is kind)
    return next(
        (
            person
            for person in owed
            if not papers.letter_to(kind, person.id) and not papers.left_out(kind, person.id)
        ),
        None,
    )


def last_turn(papers: Papers, letter: records.LetterDraft) -> records.LetterTurn | None:
    """Return the latest step of a letter's way; None while it is only being written."""
    turns = papers.turns(letter.id)
    return turns[-1] if turns else None


def next_turns(papers: Papers, letter: records.LetterDraft) -> tuple[LetterTurnKind, ...]:
    """Return the steps that may come next, the likeliest first."""
    last = last_turn(papers, letter)
    if letter.frozen:
        given = last is not None and last.what is LetterTurnKind.DELIVERED
        return () if given else (LetterTurnKind.DELIVERED,)
    if last is not None and last.what is LetterTurnKind.TO_LEGAL:
        return (LetterTurnKind.CLEARED, LetterTurnKind.RETURNED)
    drafted = (LetterTurnKind.DRAFTED,) if last is None else ()
    return (LetterTurnKind.TO_LEGAL, *drafted, LetterTurnKind.CLEARED)


def way_words(papers: Papers, letter: records.LetterDraft) -> str:
    """Return the latest step of a letter, with its day and who did it.

    `sent to legal on Thu 14 Jan 2027 by Priya Shah`; `being written` before the first.
    """
    turn = last_turn(papers, letter)
    if turn is None:
        return "being written"
    how = f" {turn.how}" if turn.how else ""
    to = f" to {turn.to}" if turn.to else ""
    who = papers.name(turn.by_staff_id, None)
    told = f", {turn.said_how}" if turn.said_how in TOLD_ELSEWHERE else ""
    musts = f" with {open_musts_words(len(turn.musts_open.splitlines()))}"
    sent = musts if turn.musts_open else ""
    return f"{_SAID[turn.what]} on {day_text(turn.on)}{how}{to} by {who}{told}{sent}"


def open_musts_words(count: int) -> str:
    """Return how many musts stand open: `1 must open`, `3 musts open`."""
    return f"{count} must{'s' if count != 1 else ''} open"


def not_begun_words(
    papers: Papers, kind: LetterKind, person: records.Person, days: WorkingDays, today: date
) -> str:
    """Return that a letter is not begun, and by when it is to be with legal, or given."""
    owed = [
        one for one in letters_owed(papers, days) if one.kind is kind and one.person.id == person.id
    ]
    said = _due_words(owed[0], papers, days, today) if owed else ""
    return f"not begun, {said}" if said else "not begun"


def _due_words(owed: Owed, papers: Papers, days: WorkingDays, today: date) -> str:
    letter = papers.policy.letter
    to_legal = day_after(owed.since, letter.draft_days, days)
    by = to_legal or owed.by
    if by is None:
        return ""
    standing = standing_of_due(by, today, letter.amber_days, days)
    return f"{'to legal' if to_legal else 'to be given'} by {day_text(by)}: {standing}"
