"""Legal planning, as it stands before a meeting: the referral, the experts, the meeting itself."""

from __future__ import annotations

from plo_tui.screens.before_frame import BeforeFrame


class BeforePlanning(BeforeFrame):
    """The part of the screen that makes a legal planning meeting ready."""
