"""Who gets a letter: every parent, and everyone else with parental responsibility, their own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from agenda.finding import Level, Rule
from agenda.letter_place import LetterFinding, LetterPlace, Part
from agenda.text import as_seen
from agenda.words import ParentalResponsibility

if TYPE_CHECKING:
    from collections.abc import Iterable

    from agenda.letter import Letter

EVERYONE = Rule(
    "letter.everyone",
    Level.MUST,
    "Every parent, and everyone else with parental responsibility, has a letter of their own.",
    "Sutton 2019, Step 1: the letter is delivered to the parents; Children Act 1989, section 3",
)


@dataclass(frozen=True, slots=True)
class OwedLetter:
    """Somebody who may be owed a letter.

    Attributes:
        name: as the letter would be addressed.
        is_parent: whether they are a mother or father, with parental responsibility or without.
        left_out_reason: why they get none; counts only with the name of who in legal said so.
        left_out_by: the lawyer of the authority who recorded the reason.
    """

    name: str
    is_parent: bool
    parental_responsibility: ParentalResponsibility
    left_out_reason: str = ""
    left_out_by: str = ""

    @property
    def is_owed(self) -> bool:
        """Whether a letter is owed: also while it is not known, or disputed, who may decide."""
        return self.is_parent or self.parental_responsibility is not ParentalResponsibility.NO


def people_without_letter(
    people: Iterable[OwedLetter], letters: Iterable[Letter]
) -> list[LetterFinding]:
    """Return each person who is owed a letter and has none, and for whom legal recorded no reason.

    Args:
        people: everyone in the family's record.
        letters: all letters of one sending, so of one kind.
    """
    addressed = {as_seen(letter.to.name.strip()) for letter in letters}
    found = []
    for person in people:
        left_out = person.left_out_reason.strip() and person.left_out_by.strip()
        if not person.is_owed or left_out or as_seen(person.name.strip()) in addressed:
            continue
        sentence = (
            f"{person.name} has no letter. Write one to them, or have our lawyer record why not."
        )
        example = "Left out by Ms Holt (legal): the court has said that he must not be told"
        where = LetterPlace(Part.RECIPIENT, field="to", words=person.name)
        found.append(LetterFinding(EVERYONE, sentence, example, field="to", where=where))
    return found
