"""Names for the files that are offered: every system takes them, whatever a record is called."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]+')
"""What Windows does not take in a file's name; the other systems take less offence."""

_TURNS = re.compile("[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]+")
"""Marks that cannot be seen, but may turn a name round until `.exe` reads as `.docx`."""

_DEVICES = {
    "CON",
    "PRN",
    "AUX",
    "NUL",
    *(f"{port}{n}" for port in ("COM", "LPT") for n in range(10)),
}
"""What Windows takes for a device, whatever ending stands behind it."""

_LONGEST = 90
_LONGEST_WHAT = 130
"""In bytes of UTF-8: with both, a name stays within the 255 that a file system takes."""


def in_a_name(words: str, most: int = _LONGEST) -> str:
    """Return words as they may stand in a file's name.

    Args:
        words: anything somebody typed.
        most: the most bytes of UTF-8; what is longer is cut.
    """
    plain = " ".join(_FORBIDDEN.sub("-", _TURNS.sub("", words)).split())
    return plain.encode()[:most].decode(errors="ignore").strip()


def word_name(reference: str, what: str) -> str:
    """Return a Word file's name that every system takes: the case's reference, then what it is."""
    return _whole_name(reference, what, ".docx")


def calendar_name(reference: str, what: str) -> str:
    """Return a calendar file's name that every system takes, as `word_name` does."""
    return _whole_name(reference, what, ".ics")


def _whole_name(reference: str, what: str, ending: str) -> str:
    name = f"{in_a_name(reference)} {in_a_name(what, _LONGEST_WHAT)}{ending}"
    name = name.strip(". ")
    is_device = name.partition(".")[0].upper() in _DEVICES
    return f"_{name}" if is_device else name


def apart(names: Iterable[str]) -> list[str]:
    """Return names of files in one folder so that no two are the same: `name.docx`, `name 2.docx`.

    Capitals make no difference, as on Windows.
    """
    given: list[str] = []
    taken: set[str] = set()
    for name in names:
        stem, dot, ending = name.rpartition(".")
        unlike, number = name, 1
        while unlike.casefold() in taken:
            number += 1
            unlike = f"{stem} {number}{dot}{ending}"
        taken.add(unlike.casefold())
        given.append(unlike)
    return given
