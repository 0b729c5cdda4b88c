"""Locking: after a time without a key, and by a key. What is under the lock stays as it is."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING, Any

from plo_tui.screens.getting_in import replace_forgotten
from plo_tui.screens.lock_mode import LOCKED
from plo_tui.screens.unlock import UnlockScreen

if TYPE_CHECKING:
    from textual.app import App

    from plo_tui.desk import Desk

LEAD = "Nothing is lost: all that you were doing is behind this, also what you were typing."


class LockScreen(UnlockScreen):
    """The lock. It has no result and no way out of its own: what was typed goes to `opened`."""

    def __init__(self, desk: Desk, opened: asyncio.Future[str]) -> None:
        super().__init__(desk.unlocks, LEAD)
        self._opened = opened

    def let_in(self, secret: str) -> None:
        """Tell who waits that the lock may go."""
        self._opened.set_result(secret)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Open nothing over the lock."""
        return False if action == "help" else super().check_action(action, parameters)


async def lock(app: App[Any], desk: Desk) -> None:
    """Lock the screen until the passphrase, or the recovery key, is given."""
    if app.current_mode == LOCKED:
        return
    opened: asyncio.Future[str] = asyncio.get_running_loop().create_future()
    app.capture_mouse(None)
    app._clipboard = ""  # copy_to_clipboard would empty the system's own too
    app.add_mode(LOCKED, partial(LockScreen, desk, opened))
    await app.switch_mode(LOCKED)
    secret = await opened
    desk.touched_at = desk.clock()
    await app.switch_mode(app.DEFAULT_MODE)
    await app.remove_mode(LOCKED)
    await replace_forgotten(app, desk, secret)


def idle_too_long(app: App[Any], desk: Desk) -> bool:
    """Whether the screen should lock by itself; a running meeting shields itself instead."""
    idle = timedelta(minutes=desk.idle_minutes)
    running = any(getattr(screen, "live", False) for screen in app.screen_stack)
    locks = bool(idle) and desk.is_open and not desk.demo and not running
    return locks and abs(desk.clock() - desk.touched_at) >= idle  # a clock may be set back
