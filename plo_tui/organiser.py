"""Who sends calendar invitations, as the settings name them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from agenda.text import one_line

if TYPE_CHECKING:
    from collections.abc import Mapping

    from agenda.inviting import Organiser

_PART = r'[^\s<>@":;,]+'
_WRITTEN = re.compile(rf'\s*(?P<name>[^<>"]+?)\s*<\s*(?P<address>{_PART}@{_PART})\s*>\s*')


def organiser_fault(table: Mapping[str, object]) -> str:
    """Return why the table `[invitations]` will not do, as a sentence; empty where it will."""
    if any(name != "organiser" for name in table):
        return "the only entry of [invitations] is organiser."
    if "organiser" in table and read_organiser(table["organiser"]) is None:
        return 'write a name and an address: "Business Support <support@council.example>".'
    return ""


def read_organiser(written: object) -> Organiser | None:
    """Return a name and an address written as `Name <address>`; None where it is not."""
    from agenda.inviting import Organiser  # not before the first frame

    found = _WRITTEN.fullmatch(one_line(written)) if isinstance(written, str) else None
    return Organiser(found["name"], found["address"]) if found else None
