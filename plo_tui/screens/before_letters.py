"""Letters, as they stand before a meeting: to whom, how far they have come."""

from __future__ import annotations

from plo_tui.screens.before_frame import BeforeFrame


class BeforeLetters(BeforeFrame):
    """The part of the screen that drafts letters and follows them to the parent."""
