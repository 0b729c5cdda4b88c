"""The words that all parts of the minutes share: times, names in a row, some of the children."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.london import LONDON

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from agenda import records
    from agenda.papers import Papers


def clock(instant: datetime | None) -> str:
    """Return the time of an instant (aware) in London as `HH:MM`; empty for none."""
    return f"{instant.astimezone(LONDON):%H:%M}" if instant else ""


def in_a_row(words: Sequence[str]) -> str:
    """Return words as a sentence holds them: `JC`, `JC and LC`, `JC, LC and MC`."""
    *first, last = words or [""]
    return f"{', '.join(first)} and {last}" if first else last


def with_firm(name: str, organisation: str) -> str:
    """Return a name or role with the organisation behind it, where one is known."""
    return ", ".join(word for word in (name, organisation) if word)


def some_children(papers: Papers, meant: Iterable[records.Child]) -> tuple[str, ...]:
    """Return the initials of the children meant; nothing where all of the family's are."""
    keys = {child.id for child in meant}
    children = papers.children
    if all(child.id in keys for child in children):
        return ()
    return tuple(child.initials for child in children if child.id in keys)
