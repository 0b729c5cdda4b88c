"""The lock is a mode of its own, with its own stack: nothing in the app's stack can reach it.

What a screen under the lock does late (opens another one, ends itself) happens under the lock, and
is there once it is opened. So nothing ends the lock but `plo_tui.screens.locking`.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from textual.app import App
from textual.screen import Screen

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.await_complete import AwaitComplete

LOCKED = "locked"
"""The name of the mode whose one screen is the lock."""


class LockMode(App[None]):
    """An app whose screens stay under the lock while it stands."""

    MODES = {App.DEFAULT_MODE: Screen}  # noqa: RUF012 - as Textual declares it

    @property
    def locked(self) -> bool:
        """Whether the lock stands."""
        return self.current_mode == LOCKED

    @property
    def work_screens(self) -> list[Screen[Any]]:
        """The screens one works on, the top one last; where the lock stands, those under it."""
        return self.get_screen_stack(self.DEFAULT_MODE)

    def push_screen(
        self,
        screen: Screen[Any] | str,
        callback: Any = None,
        wait_for_dismiss: bool = False,
        *,
        mode: str | None = None,
    ) -> Any:
        """Open a screen, under the lock where it stands."""
        where = self.DEFAULT_MODE if self.locked else mode
        return super().push_screen(screen, callback, wait_for_dismiss, mode=where)  # type: ignore[call-overload]

    def pop_screen(self) -> AwaitComplete:
        """Close the top screen, never the lock."""
        with self._under_the_lock():
            return super().pop_screen()

    def switch_screen(self, screen: Screen[Any] | str) -> AwaitComplete:
        """Put a screen in the place of the top one, never of the lock."""
        with self._under_the_lock():
            return super().switch_screen(screen)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer no list of commands on the lock, and no second lock."""
        if self.locked and action in ("command_palette", "lock"):
            return False
        return super().check_action(action, parameters)

    @contextmanager
    def _under_the_lock(self) -> Iterator[None]:
        """Let Textual change the stack one works on, which it takes from the current mode."""
        now, self._current_mode = self._current_mode, self.DEFAULT_MODE
        try:
            yield
        finally:
            self._current_mode = now
