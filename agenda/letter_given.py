"""Why one person's letter may not be written for whoever is named; nothing where it may.

A letter that legal cleared stays as it was. So what is withheld since, and whom a letter is
handed to, are looked at again each time that it is written.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.copy_named import is_to_the_family, parents_named, why_not_sure
from agenda.each_text import with_each_text
from agenda.letter_words import LetterTurnKind
from agenda.safety import whose_words
from agenda.withheld import rows_from, withheld_from
from agenda.withheld_words import find_withheld

if TYPE_CHECKING:
    from agenda import records
    from agenda.letter import Letter
    from agenda.papers import Papers


def why_not_given(papers: Papers, draft: records.LetterDraft, letter: Letter, named: str) -> str:
    """Return why a letter is not written for whoever is named; empty where it is.

    Args:
        papers: the case's papers.
        draft: the letter's own record.
        letter: what it says.
        named: whom it is for, as somebody typed it; a staff member's own copy is nobody else's.
    """
    person = papers.find("Person", draft.person_id)
    whose = person.known_as if person else ""
    if not is_for_its_reader(papers, draft, named):
        if not is_to_the_family(papers, named) and not parents_named(papers, named):
            return ""
        return why_not_sure(papers, named) or (
            f"This is the letter to {whose}, and it is for nobody else of the family."
        )
    if told := _told_of(papers, draft, letter):
        return f"This letter tells {told}, which {whose} must not learn. {_next(papers, draft)}."
    return ""


def is_for_its_reader(papers: Papers, draft: records.LetterDraft, named: str) -> bool:
    """Whether a letter is for the person it is to, or who acts for them, as somebody typed it."""
    return draft.person_id in {one.id for one in parents_named(papers, named)}


def why_not_so_called(papers: Papers, draft: records.LetterDraft, name: str) -> str:
    """Return why a letter's file may not have a name; empty where it may."""
    if told := _withheld_in(papers, draft, [name]):
        return f"The file's name tells {told}. Choose another."
    return ""


def _next(papers: Papers, draft: records.LetterDraft) -> str:
    """Return what to do about a letter that may not go out."""
    if any(turn.what is LetterTurnKind.DELIVERED for turn in papers.turns(draft.id)):
        return "It was given before: begin a new letter"
    return "Open it again and have it cleared anew" if draft.frozen else "Change it"


def _told_of(papers: Papers, draft: records.LetterDraft, letter: Letter) -> str:
    """Return what a letter tells that its reader must not learn, by whose it is; else nothing."""
    texts: list[str] = []

    def keep(text: str) -> str:
        texts.append(text)
        return text

    with_each_text(letter, keep)
    if told := _withheld_in(papers, draft, texts):
        return told
    person = papers.find("Person", draft.person_id)
    others = [detail.words for detail in withheld_from(papers, person)] if person else []
    if any(find_withheld(text, others) for text in texts):
        return "something that is kept private"
    return ""


def _withheld_in(papers: Papers, draft: records.LetterDraft, texts: list[str]) -> str:
    person = papers.find("Person", draft.person_id)
    for row in rows_from(papers, person) if person else ():
        if any(find_withheld(text, (row.words,)) for text in texts):
            return f"the {row.kind} of {whose_words(papers, row)}"
    return ""
