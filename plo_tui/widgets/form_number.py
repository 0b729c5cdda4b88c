"""The field for a whole number."""

from __future__ import annotations

from plo_tui.widgets.form_fields import LineField

LONGEST_NUMBER = 5
"""Digits from which on a number is a slip of the finger."""


class NumberField(LineField):
    """A whole number from 1, or nothing."""

    @property
    def value(self) -> int | None:
        """The number; None where nothing is typed."""
        return int(self.typed) if self.typed.strip() else None

    @property
    def wrong(self) -> str:
        """Why it is no number."""
        typed = self.typed.strip()
        if not typed or (typed.isdecimal() and len(typed) < LONGEST_NUMBER and int(typed) > 0):
            return ""
        return "Type a whole number, such as 6."
