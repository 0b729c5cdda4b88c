"""The Carters' letters before proceedings: drafted, with legal, cleared, and in both hands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.letter import freeze_letter
from agenda.letter_of import letter_of
from agenda.letter_wording import default_wording, starting_words
from agenda.letter_words import DeliveredHow, LetterKind, LetterTurnKind, TakenUp
from agenda.records import LetterDraft
from plo_tui.store.reading.papers import read_papers
from plo_tui.store.verbs import help_given, letter_turns, letters

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from plo_tui.demo.author import Author
    from plo_tui.demo.carter import Carters
    from plo_tui.demo.staff import DemoStaff

_FIRST = LetterKind.BEFORE_PROCEEDINGS
_UNDERSTOOD = (
    "Ms Cole read it with her; she said back what must change and when we meet",
    "We read it together; he said back what must change and when we meet",
)
"""How it was made sure that the mother understood it, and the father."""
_TO_SETTLE = {
    2: "Its last day is not settled yet: the meeting does that",
    6: "Who does it is not settled yet: the meeting does that",
}
"""The lines with a fault that no letter may have, and why they are left out of both."""


def help_so_far(author: Author, carters: Carters) -> None:
    """Write the help that was given before the letters."""
    for days, what, taken_up, came_of, person in (
        (190, "A family support worker, each week", TakenUp.PARTLY,
         "The home was clean for some weeks and then was not", None),
        (90, "New beds and sheets for both children", TakenUp.YES,
         "Josie and Toby had a bed each", None),
        (75, "A worker from the domestic abuse service", TakenUp.PARTLY,
         "Ms Carter saw her twice", carters.mother),
    ):  # fmt: skip
        author.new_in(
            help_given.add_help_given,
            carters.episode,
            {
                "on": author.ago(days),
                "what": what,
                "taken_up": taken_up,
                "came_of": came_of,
                "person_id": person,
            },
        )


def give_letters(author: Author, staff: DemoStaff, carters: Carters, decided_on: date) -> None:
    """Write both parents' letters, each step on the last day the policy allows.

    Each is dated the day on which it is given.
    """
    policy, after = author.policy.letter, author.days.add
    to_legal = after(decided_on, policy.draft_days)
    cleared = after(to_legal, policy.legal_days)
    given = after(decided_on, policy.delivered_days)
    author.sign(staff.carters_worker, to_legal)
    begun = [_begin(author, carters, key, given) for key in (carters.mother, carters.father)]
    for key in begun:
        author.do(
            letter_turns.record_turn, key, LetterTurnKind.TO_LEGAL, to_legal, staff.carters_worker
        )
    author.sign(staff.solicitor, cleared)
    for key in begun:
        papers = author.read(read_papers, carters.case)
        letter = papers.find("LetterDraft", key)
        assert isinstance(letter, LetterDraft)  # noqa: S101 - it was begun above
        seen = freeze_letter(letter_of(papers, letter))
        author.do(letter_turns.clear_letter, key, cleared, staff.solicitor, seen)
    author.sign(staff.carters_worker, given, "16:00")
    for key, understood in zip(begun, _UNDERSTOOD, strict=True):
        by_hand = DeliveredHow.BY_HAND
        author.do(letter_turns.deliver_letter, key, given, by_hand, "", understood, pack=True)


def _begin(author: Author, carters: Carters, person: UUID, on: date) -> UUID:
    """Begin a parent's letter with the shipped words."""
    papers = author.read(read_papers, carters.case)
    words = starting_words(default_wording(), papers, _FIRST, person)
    key = author.new_in(letters.begin_letter, carters.episode, _FIRST, person, None, words)
    author.do(letters.change_letter, key, 1, {"on": on})
    for line in papers.plan:
        if why := _TO_SETTLE.get(line.number):
            author.do(letters.leave_out_of_letter, key, line.id, why)
    return key
