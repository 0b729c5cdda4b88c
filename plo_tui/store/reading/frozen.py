"""Reading frozen minutes, which somebody may have changed behind the app."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.minutes import fingerprint, thaw
from plo_tui.store.problems import Refused

if TYPE_CHECKING:
    from collections.abc import Iterable

    from agenda.minutes import Minutes
    from agenda.records import Approval, MinutesVersion


def thawed(version: MinutesVersion) -> Minutes:
    """Return the minutes of a frozen version.

    Raises:
        Refused: where they can no longer be read as minutes.
    """
    try:
        return thaw(version.frozen)
    except ValueError:  # its own words would quote the minutes
        raise Refused(
            f"Version {version.number} of these minutes can no longer be read: it was changed "
            "after approval, not by the app. Put a backup in the store's place; "
            "plo-tui verify says what else was changed."
        ) from None


def is_changed(version: MinutesVersion, approvals: Iterable[Approval]) -> bool:
    """Whether a version's words are not those of every approval of it."""
    now = fingerprint(version.frozen)
    return any(given.sha256 != now for given in approvals)
