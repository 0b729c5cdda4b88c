"""The refusal of a typed date: why, and the nearest that would do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.day_names import day_text

if TYPE_CHECKING:
    from datetime import date


class UnreadableDate(ValueError):
    """What was typed is no date, or could be more than one.

    Attributes:
        typed: what was typed, as it came.
        reason: why, in one or two plain sentences.
        nearest: the nearest date that would do, or None.
    """

    def __init__(self, typed: str, reason: str, nearest: date | None = None) -> None:
        self.typed = typed
        self.reason = reason
        self.nearest = nearest
        offer = f" Nearest: {day_text(nearest)}." if nearest else ""
        super().__init__(reason + offer)
