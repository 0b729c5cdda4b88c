"""The way from a case to “show me why”."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plo_tui.screens.base import PloScreen

if TYPE_CHECKING:
    from uuid import UUID

    from plo_tui.desk import Desk


class OpensWhy(PloScreen[None]):
    """A screen of one case that opens “show me why”, only ever by a key or word of the user's."""

    desk: Desk
    case_id: UUID

    def action_open_why(self) -> None:
        """Show, child by child, why it was decided."""
        from plo_tui.screens.why import WhyScreen

        self.app.push_screen(WhyScreen(self.desk, self.case_id))
