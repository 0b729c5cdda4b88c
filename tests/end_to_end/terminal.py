"""The installed command on a pseudo-terminal, and the screen it draws, as somebody sits at it.

Nothing here sleeps: whatever is waited for is waited for on the screen.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import pty
import re
import select
import signal
import struct
import sys
import termios
import time
from pathlib import Path
from typing import TYPE_CHECKING, Self

import pyte

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

COMMAND = Path(sys.executable).with_name("plo-tui")
"""The command as it was installed beside the Python that runs the tests."""

PATIENCE = 120.0
"""Seconds for anything to appear: many times what a busy machine takes."""

KEYS: Mapping[str, str] = {
    "Enter": "\r",
    "Escape": "\x1b",
    "Tab": "\t",
    "Shift+Tab": "\x1b[Z",
    "Space": " ",
    "Backspace": "\x7f",
    "Up": "\x1b[A",
    "Down": "\x1b[B",
    "Right": "\x1b[C",
    "Left": "\x1b[D",
    "Home": "\x1b[H",
    "End": "\x1b[F",
    "Delete": "\x1b[3~",
    **{f"F{n}": f"\x1bO{letter}" for n, letter in enumerate("PQRS", start=1)},
    **{
        f"F{n}": f"\x1b[{code}~"
        for n, code in zip(range(5, 13), (15, 17, 18, 19, 20, 21, 23, 24), strict=True)
    },
}
"""What a terminal sends for the keys that have a name."""

_REPLIES: Mapping[re.Pattern[bytes], bytes] = {
    re.compile(rb"\x1b\[0?c"): b"\x1b[?62;22c",
    re.compile(rb"\x1b\[6n"): b"\x1b[1;1R",
    re.compile(rb"\x1b\[\?2026\$p"): b"\x1b[?2026;2$y",
    re.compile(rb"\x1b\[\?2048\$p"): b"\x1b[?2048;0$y",
    re.compile(rb"\x1b\[\?u"): b"\x1b[?0u",
    re.compile(rb"\x1b\]11;\?"): b"\x1b]11;rgb:0000/0000/0000\x1b\\",
}
"""What a modern terminal answers to the questions it is asked at the start."""

_FRAME = (b"\x1b[?2026h", b"\x1b[?2026l")
"""How a program marks the beginning and the end of a frame."""

_UNDRAWABLE = re.compile(rb"\x1b\[[<=][0-9;:]*[A-Za-z]")
"""Private sequences that the emulated screen would print as text."""


class Terminal:
    """A running command and its screen.

    Attributes:
        columns: its width in cells.
        rows: its height in cells.
    """

    def __init__(
        self,
        *words: str | Path,
        env: Mapping[str, str] | None = None,
        columns: int = 120,
        rows: int = 40,
    ) -> None:
        """Run `plo-tui` with these words, in an environment of these variables besides PATH's."""
        self.columns, self.rows = columns, rows
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        self._drawn = [" " * columns] * rows
        self._undrawn = b""
        self._exit_code: int | None = None
        self._hung_up = False
        command = [str(COMMAND), *map(str, words)]
        inherited = {name: value for name, value in os.environ.items() if name not in _NOT_OURS}
        surroundings = {**inherited, "TERM": "xterm-256color", "COLORTERM": "truecolor"}
        self._pid, self._fd = pty.fork()
        if self._pid == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
            try:
                os.execve(command[0], command, {**surroundings, **(env or {})})  # noqa: S606
            finally:
                os._exit(127)
        fcntl.ioctl(self._fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        os.set_blocking(self._fd, False)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.kill()
        if not self._hung_up:
            os.close(self._fd)

    @property
    def process(self) -> int:
        """The number of the running process."""
        return self._pid

    # --- what is on the screen

    @property
    def lines(self) -> list[str]:
        """The screen, line by line."""
        return [line.rstrip() for line in self._drawn]

    @property
    def text(self) -> str:
        """The screen as one text."""
        return "\n".join(self.lines)

    @property
    def footer(self) -> str:
        """The last line: the keys that matter now."""
        return self.lines[-1]

    def shows(self, *texts: str) -> bool:
        """Whether each text stands on the screen, within one line."""
        return all(any(text in line for line in self._drawn) for text in texts)

    def line_with(self, text: str) -> str:
        """The first line that holds a text."""
        return next(line for line in self.lines if text in line)

    # --- what is done

    def press(self, *keys: str) -> None:
        """Press keys one after another: `F8`, `ctrl+s`, `alt+p`, `Enter`, `n`."""
        for key in keys:
            self._send(_sent_for(key))

    def type(self, text: str) -> None:
        """Type words as they stand."""
        self._send(text)

    def paste(self, text: str) -> None:
        """Paste words, as a terminal does that tells a program so."""
        self._send(f"\x1b[200~{text}\x1b[201~")

    # --- what is waited for

    def wait_for(self, *texts: str) -> None:
        """Wait until each text stands on the screen, each within one line."""
        self.wait_until(lambda: self.shows(*texts), f"never on the screen together: {texts}")

    def wait_until_gone(self, text: str) -> None:
        """Wait until a text stands nowhere on the screen."""
        self.wait_until(lambda: not self.shows(text), f"still on the screen: {text!r}")

    def wait_until(self, condition: Callable[[], bool], otherwise: str) -> None:
        """Draw what arrives until something is true of the screen."""
        deadline = time.monotonic() + PATIENCE
        while not condition():
            if not self._draw_more(deadline - time.monotonic()):
                raise AssertionError(f"{otherwise}\n{self.text}")

    def wait_for_end(self) -> int:
        """Wait until the command has ended, and return its exit code."""
        deadline = time.monotonic() + PATIENCE
        while self._draw_more(deadline - time.monotonic()):
            pass
        assert time.monotonic() < deadline, f"it did not end:\n{self.text}"
        return self._reap(0)

    def kill(self) -> None:
        """Pull the plug: nothing in the program runs any more."""
        if self._exit_code is None:
            with contextlib.suppress(ProcessLookupError):
                os.kill(self._pid, signal.SIGKILL)
            self._reap(0)

    # --- what befalls a terminal

    def send_signal(self, number: int) -> None:
        """Let the system tell the command something."""
        os.kill(self._pid, number)

    def resize(self, columns: int, rows: int) -> None:
        """Make the window another size; what is drawn is looked at again in its first size."""
        self.wipe()
        window = struct.pack("HHHH", rows, columns, 0, 0)
        fcntl.ioctl(self._fd, termios.TIOCSWINSZ, window)
        assert self._draw_more(PATIENCE), "nothing was drawn in the new size"

    def wipe(self) -> None:
        """Forget what is on the screen: what is there afterwards was drawn anew."""
        while self._draw_more(0.1):
            pass
        self._screen.reset()
        self._drawn = [" " * self.columns] * self.rows

    def hang_up(self) -> int:
        """Close the window, and return the command's exit code."""
        os.close(self._fd)
        self._hung_up = True
        return self.wait_unseen()

    def wait_unseen(self) -> int:
        """Wait until the command has ended, without reading what it writes."""
        deadline = time.monotonic() + PATIENCE
        while self._exit_code is None and time.monotonic() < deadline:
            select.select([], [], [], 0.02)
            ended, status = os.waitpid(self._pid, os.WNOHANG)
            if ended:
                self._exit_code = os.waitstatus_to_exitcode(status)
        assert self._exit_code is not None, "it did not end"
        return self._exit_code

    def wait_until_stopped(self) -> None:
        """Wait until the command is stopped, as by ctrl+z in a shell."""
        deadline = time.monotonic() + PATIENCE
        while not os.waitpid(self._pid, os.WNOHANG | os.WUNTRACED)[0]:
            assert time.monotonic() < deadline, "it was not stopped"
            self._draw_more(0.02)

    @property
    def echoes(self) -> bool:
        """Whether the terminal shows what is typed by itself, as a shell expects it to."""
        return bool(termios.tcgetattr(self._fd)[3] & termios.ECHO)

    # --- how it is done

    def _send(self, keys: str) -> None:
        unsent = keys.encode()
        while unsent:
            ready, writable, _ = select.select([self._fd], [self._fd], [], PATIENCE)
            if ready:
                self._draw_more(0)
            if writable:
                unsent = unsent[os.write(self._fd, unsent[:512]) :]

    def _draw_more(self, patience: float) -> bool:
        """Draw the next output; False where none came in time, or where no more can come."""
        if not select.select([self._fd], [], [], max(patience, 0))[0]:
            return False
        try:
            output = os.read(self._fd, 1 << 12)
        except OSError:  # the program has closed its side
            return False
        if not output:
            return False
        for question, reply in _REPLIES.items():
            if question.search(output):
                os.write(self._fd, reply)
        # A frame is drawn whole: half a frame shows what never was.
        self._undrawn += output
        begun, ended = (self._undrawn.rfind(mark) for mark in _FRAME)
        last = max(self._undrawn.rfind(b"\x1b"), 0)
        if _FRAME[0].startswith(self._undrawn[last:]):
            begun = last  # it may be the mark, cut in two
        whole = begun if begun > ended else len(self._undrawn)
        self._stream.feed(_UNDRAWABLE.sub(b"", self._undrawn[:whole]))
        self._undrawn = self._undrawn[whole:]
        for row in self._screen.dirty:
            cells = self._screen.buffer[row]
            self._drawn[row] = "".join(cells[column].data for column in range(self.columns))
        self._screen.dirty.clear()
        return True

    def _reap(self, flags: int) -> int:
        if self._exit_code is None:
            _, status = os.waitpid(self._pid, flags)
            self._exit_code = os.waitstatus_to_exitcode(status)
        return self._exit_code


_NOT_OURS = frozenset({"NO_COLOR", "PLO_TUI_STORE", "TEXTUAL", "COLUMNS", "LINES"})
"""Variables of whoever runs the tests that would change what is drawn."""


def _sent_for(key: str) -> str:
    if key in KEYS:
        return KEYS[key]
    if key.startswith("alt+"):
        return f"\x1b{_sent_for(key.removeprefix('alt+'))}"
    if key.startswith("ctrl+"):
        return chr(ord(key.removeprefix("ctrl+").upper()) - 64)
    assert len(key) == 1, f"no terminal sends {key!r}"
    return key
