"""Checks a letter by every rule that speaks of one: the validator."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.letter_family_rules import family_findings
from agenda.letter_line_rules import line_findings
from agenda.letter_rules import whole_findings
from agenda.letter_words_rules import reading_findings
from agenda.letter_worry_rules import worry_findings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from agenda.letter import Letter
    from agenda.letter_place import LetterFinding
    from agenda.policy import Policy
    from agenda.working_days import WorkingDays


def letter_findings(
    letter: Letter,
    policy: Policy,
    days: WorkingDays,
    other_children: Sequence[str] = (),
    withheld: Sequence[str] = (),
    siblings: Sequence[str] = (),
) -> list[LetterFinding]:
    """Return everything the rules find in one letter, each with its place; any text will do.

    Args:
        letter: the letter, finished or not.
        policy: the authority's numbers and lists of words.
        days: the authority's working days.
        other_children: the full names of children of other families, who must not be in it.
        withheld: details that are kept from this recipient.
        siblings: the full names of this family's children, also of those it is not about.
    """
    return [
        *whole_findings(letter, policy, days),
        *worry_findings(letter, policy),
        *line_findings(letter, policy, days),
        *family_findings(letter, other_children, withheld, siblings),
        *reading_findings(letter, policy),
    ]
