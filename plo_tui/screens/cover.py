"""A cover over any screen: somebody has come in who must not read it. It hides, and never locks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.screen import Screen
from textual.widgets import Static

from plo_tui.commands import PLACES
from plo_tui.commands.keys import key_label
from plo_tui.screens.lock_mode import LOCKED
from plo_tui.settings import Settings
from plo_tui.widgets.shown import shown

if TYPE_CHECKING:
    from textual.app import App, ComposeResult


class CoverScreen(Screen[None]):
    """Nothing of any family, and the key that lifts it; what is under it stays as it is."""

    CSS_PATH = "cover.tcss"

    def compose(self) -> ComposeResult:
        """One sentence in the middle."""
        yield Static(shown(f"{_key(self.app)} shows the screen again."), id="covered")

    def action_shield(self) -> None:
        """Go back to what is under it."""
        self.dismiss()


def cover(app: App[Any]) -> None:
    """Cover what is on the screen, unless it may be seen as it is."""
    if app.current_mode == LOCKED:
        return
    from plo_tui.screens.table_view import TableScreen

    if not isinstance(app.screen, CoverScreen | TableScreen):
        app.push_screen(CoverScreen())


def _key(app: App[Any]) -> str:
    shield = next(one for one in PLACES["app"].commands if one.name == "shield")
    keys = getattr(app, "settings", Settings()).keys
    return key_label(keys.get(shield.name, shield.keys)[0])
