"""Gathers what a rule found alike of several people: said once, with all their names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from agenda.finding import Finding
from agenda.minuting_words import in_a_row

if TYPE_CHECKING:
    from collections.abc import Iterable
    from uuid import UUID

    from agenda.finding import Rule


@dataclass(frozen=True, slots=True)
class FoundOf:
    """What a rule found of one person.

    Attributes:
        rule: the rule.
        name: the person, as they are known.
        one: the sentence where they are the only one, with `{who}` for the name.
        several: the sentence where it is found of more, with `{who}` for all the names.
        example: a wording that would do; empty where none helps.
        about: the record it is about.
        field: the field of that record; empty for the whole.
    """

    rule: Rule
    name: str
    one: str
    several: str
    example: str
    about: UUID
    field: str


def gathered(found: Iterable[FoundOf]) -> list[Finding]:
    """Return a finding for each sentence, in the order in which it was first found.

    It is about the first person's record: once that is put right, the next stands there.
    """
    alike: dict[tuple[str, str, str], list[FoundOf]] = {}
    for one in found:
        alike.setdefault((one.rule.key, one.several, one.example), []).append(one)
    return [_finding(group) for group in alike.values()]


def _finding(group: list[FoundOf]) -> Finding:
    first, *others = group
    # A name can hold braces, so that it takes the place of `{who}` last.
    words = first.several if others else first.one
    sentence = words.replace("{who}", in_a_row([one.name for one in group]))
    return Finding(first.rule, sentence, first.example, first.about, field=first.field)
