"""Checks one part of a letter as it is typed: quick enough for every key."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from agenda.letter import Letter, LetterExample, Recipient, Worry
from agenda.letter_check import letter_findings
from agenda.letter_family_rules import family_findings
from agenda.letter_place import Part
from agenda.letter_words import LetterKind
from agenda.letter_words_rules import reading_findings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from agenda.letter_place import LetterFinding
    from agenda.policy import Policy
    from agenda.working_days import WorkingDays

_OWN_WORDS = ("opening", "decision", "court", "examples_note", "family_offer", "legal_advice")
_AN_EXAMPLE = (Worry("", examples=(LetterExample(""),)),)
"""Stands for the worries where only what is said of their examples is checked."""


def text_findings(text: str, children: Sequence[str], policy: Policy) -> list[LetterFinding]:
    """Return what a parent would stumble over in a text of the record that letters tell.

    Args:
        text: the text, as typed.
        children: the full names of the children it may be about.
        policy: the authority's lists of words.
    """
    alone = Letter(
        LetterKind.BEFORE_PROCEEDINGS, "", Recipient(""), children=tuple(children), opening=text
    )
    found = (*family_findings(alone), *reading_findings(alone, policy))
    return [one for one in found if one.where.part is Part.OPENING]


def part_findings(
    letter: Letter, part: Part, fields: tuple[str, ...], policy: Policy, days: WorkingDays
) -> list[LetterFinding]:
    """Return what is found in one part of a letter's own words, and in no other.

    Args:
        letter: the letter, as typed.
        part: the part.
        fields: the fields of the letter that the part is made of; the others are not read.
        policy: the authority's numbers and lists of words.
        days: the authority's working days.
    """
    others = {field: "" for field in (*_OWN_WORDS, "closing") if field not in fields}
    alone = replace(
        letter,
        worries=_AN_EXAMPLE if part is Part.WORRIES and letter.worries else (),
        help=(),
        lines=letter.lines[:1] if part is Part.LINE else (),
        **others,  # type: ignore[arg-type]
    )
    found = letter_findings(alone, policy, days)
    number = 1 if part is Part.LINE else 0
    return [one for one in found if one.where.part is part and one.where.number == number]
