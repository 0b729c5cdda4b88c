"""What a terminal sends for alt and a letter or a number, read as that key and at once."""

from __future__ import annotations

from dataclasses import dataclass
from string import ascii_lowercase, digits
from typing import Any

from textual import _ansi_sequences

_LEFT_ALONE = {"b", "f"}
"""iTerm sends these for a word to the left and to the right."""


@dataclass(frozen=True, slots=True)
class _AltKey:
    """A key by its name, as Textual's own table holds them."""

    value: str


def read_alt_keys_at_once() -> None:
    """Read escape and a letter or a number as alt with it.

    Textual 8 reads alt and a number as a sign of an American Mac (alt+3 as `£`), which would be
    typed into the minutes. For alt and a letter it waits a tenth of a second, and takes what is
    typed meanwhile for a part of the key: somebody who minutes fast would lose a letter. It has no
    setting for either; its table of sequences, a dict at work, is the only place to say so.
    """
    sequences: Any = _ansi_sequences.ANSI_SEQUENCES_KEYS
    for sign in {*ascii_lowercase, *digits} - _LEFT_ALONE:
        sequences[f"\x1b{sign}"] = (_AltKey(f"alt+{sign}"),)
