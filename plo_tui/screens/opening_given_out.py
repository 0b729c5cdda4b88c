"""The way from a case or its sign-off to what was given out of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plo_tui.screens.base import PloScreen

if TYPE_CHECKING:
    from uuid import UUID

    from plo_tui.desk import Desk


class OpensGivenOut(PloScreen[None]):
    """A screen of one case that lists what was given out of it."""

    desk: Desk
    case_id: UUID

    def action_list_given_out(self) -> None:
        """List every document that left the app, to whom, by whom and when."""
        from plo_tui.screens.given_out import GivenOutScreen

        self.app.push_screen(GivenOutScreen(self.desk, self.case_id))
