"""Whether every letter that is owed is on its way in time, and was given as it should be.

Sutton 2019, Step 1: drafted and with legal 2 working days after the legal planning meeting,
returned within 2 more, with the parents within 5; the initial meeting 10 working days after that.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.finding import Finding, Level, Rule
from agenda.gathered import FoundOf, gathered
from agenda.letter_notice import notice_findings
from agenda.letter_words import DeliveredHow, LetterKind, LetterTurnKind
from agenda.letters_owed import day_after, letters_owed
from agenda.meeting_facts import day_in_words
from agenda.standing import standing_of_done, standing_of_due
from agenda.words import ParentalResponsibility, PersonKind, Relation

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from agenda import records
    from agenda.letters_owed import Owed
    from agenda.papers import Papers
    from agenda.standing import Standing
    from agenda.working_days import WorkingDays

_SUTTON = "Sutton 2019, Step 1"

EVERYONE = Rule(
    "letter.everyone",
    Level.MUST,
    "Every parent, and everyone else with parental responsibility, has a letter of their own.",
    f"{_SUTTON}: the letter is delivered to the parents; Children Act 1989, section 3",
)
DRAFTED = Rule(
    "letters.drafted",
    Level.SHOULD,
    "A letter is drafted and with legal in time.",
    f"{_SUTTON}: sent to the legal representative within 2 working days",
)
RETURNED = Rule(
    "letters.returned",
    Level.SHOULD,
    "Legal returns a letter in time.",
    f"{_SUTTON}: turned around within 2 working days",
)
GIVEN = Rule(
    "letters.given",
    Level.SHOULD,
    "The parents have a letter in time.",
    f"{_SUTTON}: delivered to the parents, 5 working days from start to finish",
)
NEXT = Rule(
    "letters.next",
    Level.NOTE,
    "What a letter waits for, and by when.",
    f"{_SUTTON}: 2, 2 and 5 working days",
)
PACK = Rule(
    "letters.pack",
    Level.SHOULD,
    "The letter before proceedings is given with the parental pack and the list of solicitors.",
    f"{_SUTTON}: along with the PLO parental pack; a list of solicitors with the letter",
)
UNDERSTOOD = Rule(
    "letters.understood",
    Level.SHOULD,
    "It is recorded how we made sure that a parent understood the letter.",
    "Ofsted since 2021: parents not understanding; [own]",
)
RESPONSIBILITY = Rule(
    "letters.responsibility",
    Level.SHOULD,
    "It is known who has parental responsibility, since they are owed a letter.",
    "Children Act 1989, section 3; [own]",
)
_ASKED_OF = frozenset({Relation.STEP_PARENT, Relation.GRANDPARENT, Relation.AUNT_OR_UNCLE})
_TO_LEGAL, _BACK, _CLEARED, _GIVEN = (
    LetterTurnKind.TO_LEGAL,
    LetterTurnKind.RETURNED,
    LetterTurnKind.CLEARED,
    LetterTurnKind.DELIVERED,
)


def letters_findings(papers: Papers, days: WorkingDays, today: date) -> list[Finding]:
    """Return what is to do about the letters that are owed now; what is alike is said once.

    A finding about a letter is about its record; where somebody has none, about that person.
    """
    owed = letters_owed(papers, days)
    found: list[FoundOf] = []
    for one in owed:
        if papers.left_out(one.kind, one.person.id):
            continue
        draft = papers.letter_to(one.kind, one.person.id)
        if draft is None:
            found.append(_missing(one, papers, days, today))
        else:
            found += _on_its_way(one, draft, papers, days, today)
    return [*_unknown(papers, owed), *gathered(found), *notice_findings(owed, papers, days, today)]


def letter_stands(
    draft: records.LetterDraft, papers: Papers, days: WorkingDays, today: date
) -> str:
    """Return how far a letter has come, in a few words: `with legal, due back today (amber)`."""
    same = [
        one
        for one in letters_owed(papers, days)
        if one.kind is draft.kind and one.person.id == draft.person_id
    ]
    given = _days(papers, draft, _GIVEN)
    if given:
        by = same[0].by if same else None
        done = standing_of_done(by, given[-1], days) if by else ""
        how = "in time" if by == given[-1] else str(done).removeprefix("done ")
        return f"given on {day_in_words(given[-1])}" + (f", {how}" if how else "")
    rule, by = _next(draft, same[0] if same else None, papers, days)
    due = f", {_due(by, papers, days, today)}" if by else ""
    return f"{_WAITS[rule]}{due}"


_WAITS = {
    DRAFTED: "being drafted, not with legal yet",
    RETURNED: "with legal",
    GIVEN: "cleared by legal, not given yet",
}


def _next(
    draft: records.LetterDraft, owed: Owed | None, papers: Papers, days: WorkingDays
) -> tuple[Rule, date | None]:
    """Return which step a letter waits for, and the day by which it is due."""
    if draft.frozen:
        return GIVEN, owed.by if owed else None
    sent, back = _days(papers, draft, _TO_LEGAL), _days(papers, draft, _BACK)
    if len(sent) > len(back):
        return RETURNED, day_after(sent[-1], papers.policy.letter.legal_days, days)
    if sent:  # back with changes: what counts is the day by which the parent has it
        return DRAFTED, owed.by if owed else None
    return DRAFTED, day_after(owed.since if owed else None, papers.policy.letter.draft_days, days)


def _missing(owed: Owed, papers: Papers, days: WorkingDays, today: date) -> FoundOf:
    by = day_after(owed.since, papers.policy.letter.draft_days, days) or owed.by
    due = f"due with legal by {_when(by, papers, days, today)}." if by else ""
    called, why = owed.kind.called, "or have our lawyer record why not."
    one = f"{{who}} has no {called}. Write one to them, {why}"
    several = f"{{who}} have no {called}. Write one to each, {why}"
    if due:
        one, several = f"{one} It is {due}", f"{several} They are {due}"
    example = "Left out by Ms Holt (legal): the court has said that he must not be told"
    person = owed.person
    return FoundOf(EVERYONE, person.known_as, one, several, example, person.id, "letter")


def _on_its_way(
    owed: Owed, draft: records.LetterDraft, papers: Papers, days: WorkingDays, today: date
) -> Iterator[FoundOf]:
    given = [row for row in papers.turns(draft.id) if row.what is _GIVEN]
    if given:
        yield from _as_given(owed, draft, given[-1])
        return
    rule, by = _next(draft, owed, papers, days)
    called = owed.kind.called
    letters = called.replace("letter", "letters", 1)
    one, several = (words.format(called=called, letters=letters) for words in _NOT_YET[rule])
    is_late = by is not None and today > by
    if by:
        it, they = ("It was", "They were") if is_late else ("It is", "They are")
        due = f"due by {_when(by, papers, days, today)}."
        one, several = f"{one} {it} {due}", f"{several} {they} {due}"
    rule, name = rule if is_late else NEXT, owed.person.known_as
    yield FoundOf(rule, name, one, several, "", draft.id, "turn")


_NOT_YET = {
    DRAFTED: (
        "{{who}}'s {called} is not with legal yet.",
        "The {letters} to {{who}} are not with legal yet.",
    ),
    RETURNED: (
        "Legal has not returned {{who}}'s {called} yet.",
        "Legal has not returned the {letters} to {{who}} yet.",
    ),
    GIVEN: (
        "{{who}} has not been given the {called} yet.",
        "{{who}} have not been given the {called} yet.",
    ),
}
"""What is said of a step that is not done: of one person's letter, and of several."""


def _as_given(
    owed: Owed, draft: records.LetterDraft, given: records.LetterTurn
) -> Iterator[FoundOf]:
    name = owed.person.known_as
    if owed.kind is LetterKind.BEFORE_PROCEEDINGS and not given.pack:
        without = (
            "given the letter without the parental pack and the list of solicitors. "
            "Give them, then say so."
        )
        one, several = f"{{who}} was {without}", f"{{who}} were {without}"
        example = "Both given by hand with the letter"
        yield FoundOf(PACK, name, one, several, example, draft.id, "pack")
    if not given.understood.strip():
        through = given.how is DeliveredHow.SOLICITOR
        example = (
            "Ms Cole went through it with her on 20 January"
            if through
            else "We read it together; she said back what must change and when we meet"
        )
        said = "Record how you made sure that {who} understood the letter."
        yield FoundOf(UNDERSTOOD, name, said, said, example, draft.id, "understood")


def _unknown(papers: Papers, owed: list[Owed]) -> Iterator[Finding]:
    """Ask of relatives of whom nobody knows whether they have parental responsibility."""
    if not owed:
        return
    for person in papers.people:
        ties = [tie for tie in papers.relationships if tie.person_id == person.id]
        asked = any(
            tie.relation in _ASKED_OF
            and tie.parental_responsibility is ParentalResponsibility.UNKNOWN
            for tie in ties
        )
        is_owed = any(one.person.id == person.id for one in owed)
        if asked and not is_owed and person.kind is PersonKind.FAMILY:
            sentence = (
                f"Nobody recorded whether {person.known_as} has parental responsibility. Record "
                "it: if they have it, they are owed a letter."
            )
            yield Finding(RESPONSIBILITY, sentence, "No", person.id, field="ties")


def _days(papers: Papers, draft: records.LetterDraft, what: LetterTurnKind) -> list[date]:
    return [row.on for row in papers.turns(draft.id) if row.what is what]


def _when(by: date, papers: Papers, days: WorkingDays, today: date) -> str:
    return f"{day_in_words(by)}: {_due(by, papers, days, today)}"


def _due(by: date, papers: Papers, days: WorkingDays, today: date) -> Standing:
    return standing_of_due(by, today, papers.policy.letter.amber_days, days)
