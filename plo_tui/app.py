"""The app: it draws the first frame, then opens the store, and ends without a traceback."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from textual import events, work

from agenda.broken_file import BrokenFile
from plo_tui.commands import bindings_for, keymap
from plo_tui.crash_log import log_crash
from plo_tui.screens.base import PloScreen
from plo_tui.screens.home import HomeScreen
from plo_tui.screens.keys_in_turn import KeysInTurn
from plo_tui.screens.lock_mode import LockMode
from plo_tui.terminal_keys import read_alt_keys_at_once
from plo_tui.themes import next_theme, use_theme

if TYPE_CHECKING:
    from textual.driver import Driver

    from plo_tui.desk import Desk
    from plo_tui.settings import Settings


LOOK_EVERY = 5.0
"""Seconds between two looks at how long nobody has touched a key."""

LEAVE_ONCE_MORE = (
    "What you are typing is not saved. Save it or copy it, or press ctrl+q again to leave "
    "without it."
)


class PloApp(LockMode):
    """plo-tui on one terminal."""

    TITLE = "plo-tui"
    COMMANDS = set()  # noqa: RUF012 - as Textual declares it; each screen brings its own
    BINDINGS = bindings_for("app")

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.animation_level = "none"  # calm to look at, and less to send over a slow line
        read_alt_keys_at_once()
        self._keys = KeysInTurn(self, self._hand_on)
        self.set_keymap(keymap(desk.settings.keys))
        use_theme(self, desk.settings.theme)
        self._handed_on = 0
        self._warned_at = -2  # no key

    def get_driver_class(self) -> type[Driver]:
        """Return what drives the terminal; one that may go away at any moment, where we can."""
        driver = super().get_driver_class()
        if sys.platform == "win32" or driver.__name__ != "LinuxDriver":
            return driver
        from plo_tui.steady_driver import SteadyDriver

        return SteadyDriver

    @property
    def settings(self) -> Settings:
        """The user's settings."""
        return self.desk.settings

    @property
    def demo(self) -> bool:
        """Whether the store is the demo's."""
        return self.desk.demo

    def on_mount(self) -> None:
        """Show the list of cases; it fills itself once it is drawn."""
        self.push_screen(HomeScreen(self.desk))
        self.set_interval(LOOK_EVERY, self._lock_if_idle)

    async def on_event(self, event: events.Event) -> None:
        """Act on what the terminal sends: in a form, one key after the other."""
        if isinstance(event, events.Key | events.Paste | events.MouseDown):
            self.desk.touched_at = self.desk.clock()
        if isinstance(event, events.Key | events.Paste) and not event.is_forwarded:
            await self._keys.take(event)
        else:
            await super().on_event(event)

    async def _hand_on(self, event: events.Key | events.Paste) -> None:
        """Give a key or a paste to what has the focus now; of an endless paste nothing."""
        self._handed_on += 1
        if isinstance(event, events.Paste):
            from plo_tui.pasting import paste_within_limits  # not before the first frame

            paste = paste_within_limits(self, event)
            if paste is None:
                return
            event = paste
        await super().on_event(event)

    def watch_app_focus(self, focus: bool) -> None:
        """Give the cursor its place on a screen that came up while another window was in use."""
        screen = self.screen
        if focus and screen.focused is None and screen.AUTO_FOCUS:
            screen.focus_next(screen.AUTO_FOCUS)

    async def _lock_if_idle(self) -> None:
        """Lock where nobody has touched a key for long."""
        from plo_tui.screens.locking import idle_too_long

        if idle_too_long(self, self.desk):
            await self.run_action("app.lock")

    @work(group="lock")
    async def action_lock(self) -> None:
        """Lock the screen; a demo has nothing to lock with."""
        if not self.desk.is_open:
            return
        if self.desk.demo:
            self.notify("A demo is not locked: its key is public, and its families fictional.")
            return
        from plo_tui.screens.locking import lock

        await lock(self, self.desk)

    def action_next_theme(self) -> None:
        """Change the colours, and keep them for next time."""
        from plo_tui.settings import settings_path, write_theme

        self.theme = next_theme(self.theme)
        try:
            write_theme(settings_path(), self.theme)
        except (OSError, BrokenFile):
            self.notify("These colours could not be kept for next time.", severity="warning")

    async def action_quit(self) -> None:
        """Leave; where what is being typed cannot be kept, only when asked twice in a row."""
        if await self._words_kept() or self._handed_on == self._warned_at + 1:
            self.exit()
            return
        self._warned_at = self._handed_on
        from plo_tui.screens.locking import LockScreen

        if isinstance(self.screen, LockScreen):  # no notice is seen on it
            self.screen.say(LEAVE_ONCE_MORE)
        else:
            self.notify(LEAVE_ONCE_MORE, severity="warning")

    async def end(self, code: int) -> None:
        """Leave with an exit code because the system says so: what can be kept is kept."""
        await self._words_kept()
        self.exit(return_code=code)

    async def _words_kept(self) -> bool:
        screens = [screen for screen in self.work_screens if isinstance(screen, PloScreen)]
        return all([await screen.keep_words() for screen in screens])

    def _fatal_error(self) -> None:
        """End with one plain sentence. Textual's own crash screen prints local variables."""
        error = sys.exc_info()[1]
        where = log_crash(error) if error else None
        kept = f" It is logged, without any words of a family, in {where}." if where else ""
        self._exit_renderables.append(
            "plo-tui had to stop. Everything it showed as saved is saved, and what you were "
            f"typing in a meeting is kept.{kept} Open it again to go on."
        )
        self.bell()
        self._close_messages_no_wait()
        self._return_code = 1
