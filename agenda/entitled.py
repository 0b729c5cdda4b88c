"""Who of the family gets papers of their own, about which children, and why: one rule.

Every mother and father, and everyone else with parental responsibility, gets letters and copies
(Sutton 2019, Step 1 and PLO Meetings; Children Act 1989, section 3). Where it is disputed whether
somebody has it, neither seed says. They are owed the letter, which legal clears before it goes.
Copies of minutes and plan tell what others said, so those wait until legal has decided.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.family_papers import PARENTS
from agenda.finding import Finding, Level, Rule
from agenda.letter_words import LetterKind
from agenda.minuting_words import in_a_row
from agenda.passing import is_passed
from agenda.words import ParentalResponsibility

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from agenda import records
    from agenda.papers import Papers

DISPUTED = Rule(
    "copies.disputed",
    Level.MUST,
    "While it is disputed who has parental responsibility, legal decides who has copies.",
    "Children Act 1989, sections 3 and 4; [own]: neither seed says",
)


def people_with_papers(papers: Papers) -> list[records.Person]:
    """Return everyone who is owed letters, and copies unless legal has to decide on those."""
    return [person for person in papers.people if papers.children_of(person.id)]


def parents_and_entitled(papers: Papers) -> list[records.Person]:
    """Return everyone who gets papers, and the parents of any other child."""
    meant = {one.id for one in (*papers.parents, *people_with_papers(papers))}
    return [person for person in papers.people if person.id in meant]


def children_in_copies(papers: Papers, person_id: UUID) -> list[records.Child]:
    """Return the children whose matters stand in a person's copies of minutes and plan."""
    waiting = _waiting(papers, person_id)
    return [child for child in papers.children_of(person_id) if child not in waiting]


def waiting_for_legal(papers: Papers) -> list[records.Person]:
    """Return everyone for whose copies, about one child or all, legal has to decide."""
    return [
        person
        for person in people_with_papers(papers)
        if _waiting(papers, person.id)
        and not papers.left_out(LetterKind.BEFORE_PROCEEDINGS, person.id)
    ]


def why_entitled(papers: Papers, person: records.Person) -> str:
    """Return why somebody gets papers; empty of a mother or father, and of who gets none."""
    parent_of = _tied(papers, person.id, lambda tie: tie.relation in PARENTS)
    disputed = _disputed(papers, person.id)
    own = papers.children_of(person.id)
    sure = [child for child in own if child not in disputed and child not in parent_of]
    decided = is_passed(papers, DISPUTED, person.id)
    said = "legal said yes" if decided else "ask legal"
    told = (
        f"has parental responsibility for {_initials(sure)}" if sure else "",
        f"parental responsibility for {_initials(disputed)} is disputed: {said}"
        if disputed
        else "",
    )
    return "; ".join(filter(None, told))


def disputed_findings(papers: Papers) -> list[Finding]:
    """Return for whose copies legal has to decide."""
    return [
        Finding(DISPUTED, undecided_words(papers, person), _EXAMPLE, person.id, "", "reason")
        for person in waiting_for_legal(papers)
    ]


_EXAMPLE = "Ms Holt (legal): the order of 2021 names her, so she has copies"


def undecided_words(papers: Papers, person: records.Person) -> str:
    """Return for which children somebody has no copies yet, why, and what to do."""
    return (
        f"It is disputed whether {person.known_as} has parental responsibility for "
        f"{_initials(_waiting(papers, person.id))}. They are owed a letter; copies of minutes and "
        "plan wait. Ask our solicitor: record their reason where they say yes, or that no letter "
        "goes to them where they say no."
    )


def _waiting(papers: Papers, person_id: UUID) -> list[records.Child]:
    """Return the children about whom legal has not decided whether somebody has copies."""
    return [] if is_passed(papers, DISPUTED, person_id) else _disputed(papers, person_id)


def _disputed(papers: Papers, person_id: UUID) -> list[records.Child]:
    return _tied(
        papers,
        person_id,
        lambda tie: (
            tie.relation not in PARENTS
            and tie.parental_responsibility is ParentalResponsibility.DISPUTED
        ),
    )


def _tied(
    papers: Papers, person_id: UUID, is_meant: Callable[[records.Relationship], bool]
) -> list[records.Child]:
    """Return the children of the episode to whom somebody has a tie that is meant."""
    meant = {
        tie.child_id for tie in papers.relationships if tie.person_id == person_id and is_meant(tie)
    }
    return [child for child in papers.children if child.id in meant]


def _initials(children: list[records.Child]) -> str:
    return in_a_row([child.initials for child in children])
