"""How a seal or a fingerprint is written, so that it can be read aloud and compared."""

from __future__ import annotations

import re

GROUP = 4
"""Characters in a group."""
LEAST = 6 * GROUP
"""The characters that tell one seal from every other, whoever tries: its first six groups."""

_HEXADECIMAL = re.compile(r"[0-9a-f]+")


def in_groups(seal: str) -> str:
    """Return a seal in groups of four, as it is printed: `3f2a 9c41 …`."""
    return " ".join(seal[at : at + GROUP] for at in range(0, len(seal), GROUP))


def beginning(seal: str) -> str:
    """Return as much of a seal as tells it from every other: its first six groups."""
    return in_groups(seal[:LEAST])


def as_typed(words: str) -> str:
    """Return a seal, or its beginning, from what was typed: spaces and capitals do not matter.

    Returns:
        The characters without their groups; empty where it is no seal, or too little of one.
    """
    seal = re.sub(r"[\s:·.-]", "", words).lower()
    return seal if len(seal) >= LEAST and _HEXADECIMAL.fullmatch(seal) else ""
