"""A program on a pseudo-terminal, and the screen it draws, as its user sees it.

Whatever the program writes is stamped on arrival and drawn on an emulated screen, so
every time is the one at which a person could have read the text, not the one at which
the program thinks it drew it. Linux only: it reads `/proc`.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import pty
import queue
import re
import signal
import struct
import termios
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pyte

if TYPE_CHECKING:
    from collections.abc import Callable

CLOCK_TICKS = os.sysconf("SC_CLK_TCK")

# What a program asks a modern terminal at start-up, and what we answer.
TERMINAL_REPLIES: dict[re.Pattern[bytes], bytes] = {
    re.compile(rb"\x1b\[0?c"): b"\x1b[?62;22c",  # primary device attributes
    re.compile(rb"\x1b\[6n"): b"\x1b[1;1R",  # cursor position
    re.compile(rb"\x1b\[\?2026\$p"): b"\x1b[?2026;2$y",  # synchronised output: yes
    re.compile(rb"\x1b\[\?2048\$p"): b"\x1b[?2048;0$y",  # in-band resize: no
    re.compile(rb"\x1b\[\?u"): b"\x1b[?0u",  # kitty keyboard flags: none
    re.compile(rb"\x1b\]11;\?"): b"\x1b]11;rgb:0000/0000/0000\x1b\\",  # background
}

# Private sequences that pyte would print as text.
UNDRAWABLE = re.compile(rb"\x1b\[[<=][0-9;:]*[A-Za-z]")


class Terminal:
    """A running program and its screen.

    A thread reads, stamps and answers; drawing happens in `pump`, so a slow drawing
    neither holds the program up nor makes its output look late. Times are those of
    `time.perf_counter`, in seconds.
    """

    def __init__(self, command: list[str], columns: int, rows: int, env: dict[str, str]) -> None:
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        self._lines = [""] * rows
        self._output: queue.SimpleQueue[tuple[float, bytes]] = queue.SimpleQueue()
        self.bytes_received = 0
        self.first_byte_at: float | None = None
        self.last_byte_at: float | None = None
        self.drawn_at = 0.0  # when the newest output on the screen arrived
        self.closed = False

        window = struct.pack("HHHH", rows, columns, 0, 0)
        self.started_at = time.perf_counter()
        self.pid, self._fd = pty.fork()
        if self.pid == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, window)
            try:
                os.execvpe(command[0], command, env)  # noqa: S606
            except OSError as error:
                os.write(2, f"{command[0]}: {error}\n".encode())
                os._exit(127)
        fcntl.ioctl(self._fd, termios.TIOCSWINSZ, window)
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def send(self, keys: str) -> float:
        """Press `keys`, and return the time of the press."""
        pressed_at = time.perf_counter()
        os.write(self._fd, keys.encode())
        return pressed_at

    def shows(self, text: str) -> bool:
        """Whether one line of the screen contains `text`."""
        return any(text in line for line in self._lines)

    def text(self) -> str:
        """The screen as plain text."""
        return "\n".join(line.rstrip() for line in self._lines)

    def pump(self, until: Callable[[], bool], timeout: float) -> float | None:
        """Draw output until `until()` is true, and return when that output arrived.

        Returns None if it was not true after `timeout` seconds or at the end.
        """
        deadline = time.perf_counter() + timeout
        while not self.closed:
            try:
                remaining = max(deadline - time.perf_counter(), 0)
                arrived_at, output = self._output.get(timeout=remaining)
            except queue.Empty:
                return None
            if not output:
                self.closed = True
                return None
            self._draw(output)
            self.drawn_at = arrived_at
            if until():
                return arrived_at
        return None

    def settle(self, quiet: float, timeout: float) -> None:
        """Draw output until nothing has arrived for `quiet` seconds."""
        deadline = time.perf_counter() + timeout
        while not self.closed and time.perf_counter() < deadline:
            seen = self.bytes_received
            self.pump(lambda: False, quiet)
            if self.bytes_received == seen:
                return

    def cpu_seconds(self) -> float:
        """User and system time of the program so far, without its children."""
        stat = Path(f"/proc/{self.pid}/stat").read_text(encoding="utf-8")
        fields = stat.rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / CLOCK_TICKS

    def peak_rss_mib(self) -> float:
        """Largest resident set of the program so far, in MiB, without its children."""
        status = Path(f"/proc/{self.pid}/status").read_text(encoding="utf-8")
        match = re.search(r"VmHWM:\s+(\d+) kB", status)
        return int(match[1]) / 1024 if match else 0.0

    def quit(self, keys: str, patience: float = 3.0) -> float | None:
        """Press `keys` and wait for the end; kill after `patience` seconds.

        Returns the seconds from the press to the end, or None if it was killed.
        """
        ended_after = None
        if keys and not self.closed:
            pressed_at = self.send(keys)
            while time.perf_counter() - pressed_at < patience:
                if os.waitpid(self.pid, os.WNOHANG)[0]:
                    ended_after = time.perf_counter() - pressed_at
                    break
                time.sleep(0.002)
        if ended_after is None:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
        self._reader.join()
        os.close(self._fd)
        return ended_after

    def _read(self) -> None:
        while True:
            try:
                output = os.read(self._fd, 1 << 16)
            except OSError:  # EIO: the program has closed its side
                output = b""
            now = time.perf_counter()
            self._output.put((now, output))
            if not output:
                return
            if self.first_byte_at is None:
                self.first_byte_at = now
            self.last_byte_at = now
            self.bytes_received += len(output)
            for query, reply in TERMINAL_REPLIES.items():
                if query.search(output):
                    os.write(self._fd, reply)

    def _draw(self, output: bytes) -> None:
        self._stream.feed(UNDRAWABLE.sub(b"", output))
        for row in self._screen.dirty:
            if row < len(self._lines):
                cells = self._screen.buffer[row]
                self._lines[row] = "".join(
                    cells[column].data for column in range(self._screen.columns)
                )
        self._screen.dirty.clear()
