"""Booking and dates, as they stand before a meeting: business support's list, and what is when."""

from __future__ import annotations

from plo_tui.screens.before_frame import BeforeFrame


class BeforeBooking(BeforeFrame):
    """The part of the screen that books meetings and shows the dates of the directive."""
