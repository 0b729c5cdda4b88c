"""Textual's driver for Linux and macOS, steady when the terminal goes or the program is stopped.

Textual 8 has no answer to a closed window, a dropped connection or `kill`: they end the program
at once, or leave it running unseen. Here each ends it as leaving does: what is being typed is
kept, the store is closed, and the exit code names the signal.
"""

from __future__ import annotations

import os
import signal
from threading import Timer
from typing import TYPE_CHECKING, Any

from textual.drivers.linux_driver import LinuxDriver

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TextIO

PATIENCE = 2.0
"""Seconds that a terminal has to take what is written, once the program is told to end."""


class SteadyDriver(LinuxDriver):
    """Powers display and input, and ends the app when its terminal is gone."""

    def __init__(self, app: Any, **settings: Any) -> None:
        """Answer the signals from now on.

        Args:
            app: the app; it has `end(code)`, which keeps what is being typed and exits.
            settings: those of Textual's driver.
        """
        super().__init__(app, **settings)
        self._ends = app
        self._ending = False
        self._file: Any = _UntilGone(self._file, lambda: self._end(signal.SIGHUP))
        for number in (signal.SIGHUP, signal.SIGTERM):
            signal.signal(number, lambda number, _frame: self._end(number))

    def _end(self, number: int) -> None:
        """End the app as soon as it comes to it, whichever thread or signal asks."""
        if self._ending:
            return
        self._ending = True
        if self._soon(self._ends.call_later, self._ends.end, 128 + number):
            unblock = Timer(PATIENCE, self._give_up)
            unblock.daemon = True
            unblock.start()

    def _give_up(self) -> None:
        """Wait no longer for a terminal that takes nothing: the app may be waiting for it."""
        self._file.give_up()
        writer = self._writer_thread
        if writer is not None and writer.ident is not None and writer.is_alive():
            # A signal that is answered ends the write it waits in; Python writes again, by now
            # into nothing. This one does nothing more: the app is ending.
            signal.pthread_kill(writer.ident, signal.SIGTERM)

    # The signals come in the middle of anything, such as a lock that is held. What answers them
    # writes to the terminal and waits for threads, so it is done in its turn.

    def _sigtstp_application(self, *_: Any) -> None:
        self._soon(super()._sigtstp_application)

    def _sigcont_application(self, *_: Any) -> None:
        self._soon(self._go_on)

    def _soon(self, do: Callable[..., object], *args: Any) -> bool:
        """Have something done in its turn; False where the app has ended, as during its backup."""
        try:
            self._loop.call_soon_threadsafe(do, *args)
        except RuntimeError:
            return False
        return True

    def _go_on(self) -> None:
        """Take the terminal again; a closed window sends this signal too."""
        if self._ending:
            return
        if not self._must_signal_resume:  # stopped without a word (SIGSTOP): nothing was put away
            self.suspend_application_mode()
        super()._sigcont_application()
        self._app.refresh(layout=True)


class _UntilGone:
    """What the terminal is written through: once it is gone, into nothing."""

    def __init__(self, file: TextIO, lost: Callable[[], None]) -> None:
        self._file = file
        self._lost = lost

    def write(self, text: str) -> None:
        self._or_gone(lambda: self._file.write(text))

    def flush(self) -> None:
        self._or_gone(self._file.flush)

    def fileno(self) -> int:
        return self._file.fileno()

    def give_up(self) -> None:
        """Let everything go into nothing, what is still to be flushed when Python ends as well."""
        nothing = os.open(os.devnull, os.O_WRONLY)
        for standard in (1, 2):
            os.dup2(nothing, standard)
        os.close(nothing)

    def _or_gone(self, do: Callable[[], object]) -> None:
        try:
            do()
        except OSError:
            self.give_up()
            self._lost()
