"""Locking: after a time without a key, and by a key. What is under the lock stays as it is."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from plo_tui.screens.getting_in import replace_forgotten
from plo_tui.screens.unlock import UnlockScreen

if TYPE_CHECKING:
    from textual.app import App

    from plo_tui.desk import Desk


async def lock(app: App[Any], desk: Desk) -> None:
    """Lock the screen until the passphrase, or the recovery key, is given."""
    if any(isinstance(screen, UnlockScreen) for screen in app.screen_stack):
        return
    lead = "Nothing is lost: all that you were doing is behind this, also what you were typing."
    secret = await app.push_screen_wait(UnlockScreen(desk.unlocks, lead))
    desk.touched_at = desk.clock()
    await replace_forgotten(app, desk, secret)


def idle_too_long(app: App[Any], desk: Desk) -> bool:
    """Whether the screen should lock by itself; a running meeting shields itself instead."""
    idle = timedelta(minutes=desk.idle_minutes)
    running = any(getattr(screen, "live", False) for screen in app.screen_stack)
    locks = bool(idle) and desk.is_open and not desk.demo and not running
    return locks and desk.clock() - desk.touched_at >= idle
