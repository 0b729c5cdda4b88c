"""Who is named in a typed line: `@Ms Carter`, `@lc`, or bare initials."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID


@dataclass(frozen=True, slots=True)
class Mention:
    """Somebody who can be named in the composer.

    Attributes:
        key: the record behind them.
        label: how they stand in the minutes, such as `Ms Carter`.
        initials: as typed before a colon, in any case, such as `LC`.
    """

    key: UUID
    label: str
    initials: str


def people_called(typed: str, people: Sequence[Mention]) -> list[Mention]:
    """Everyone a label or initials could mean, in any case; a whole label wins."""
    wanted = typed.strip().removeprefix("@").casefold()
    by_label = [person for person in people if person.label.casefold() == wanted]
    return by_label or [person for person in people if person.initials.casefold() == wanted]


def mention_pattern(people: Sequence[Mention]) -> str:
    """A pattern for `@` and any name, the longest first; one that never matches if none is."""
    names = {name for person in people for name in (person.label, person.initials) if name.strip()}
    longest_first = sorted(names, key=lambda name: (-len(name), name))
    return rf"(?<!\w)@(?:{'|'.join(map(re.escape, longest_first))})(?!\w)" if names else r"(?!)"


def name_people(text: str, people: Sequence[Mention]) -> tuple[str, tuple[UUID, ...]]:
    """Replace each `@name` by the person's label.

    Returns:
        The text, and who was named, once each. An `@` that names nobody, or that two people
        share, stays as it was typed.
    """
    named: list[UUID] = []

    def label(found: re.Match[str]) -> str:
        called = people_called(found[0], people)
        if len(called) != 1:
            return found[0]
        if called[0].key not in named:
            named.append(called[0].key)
        return called[0].label

    text = re.sub(mention_pattern(people), label, text, flags=re.IGNORECASE)
    return text, tuple(named)
