"""Whether a text names somebody: as the minutes call them, in full, or by their first name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

TITLES = frozenset({"mr", "mrs", "ms", "miss", "mx", "dr", "prof", "sir", "dame"})
"""What stands before a name, and is none."""


def names_somebody(text: str, names: Iterable[str]) -> bool:
    """Whether a text has one of some names in it, as whole words."""
    return any(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text) for name in names if name)


def first_names(names: Iterable[str]) -> tuple[str, ...]:
    """Return the first names in some full names; nothing of a name that begins with a title."""
    firsts = (name.split()[0] for name in names if len(name.split()) > 1)
    return tuple(first for first in firsts if first.strip(".").lower() not in TITLES)
