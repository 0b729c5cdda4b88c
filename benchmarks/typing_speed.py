"""How soon each typed key can be read on the screen."""

from __future__ import annotations

import random
import string
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from benchmarks.terminal import Terminal

# Keys at the start of a line have too little context to be found on the screen.
UNMEASURED_LINE_START = 4
MARKER_LENGTH = 8


@dataclass
class Typed:
    """What a stretch of typing measured.

    Attributes:
        echoes: for each key that was seen, the ms from press to screen.
        lost: how many keys were never seen.
        bytes_per_key: bytes that the program sent, for each key pressed.
    """

    echoes: list[float] = field(default_factory=list)
    lost: int = 0
    bytes_per_key: float = 0.0


def typing_script(count: int, width: int) -> tuple[str, list[bool]]:
    """Text with `count` measurable keys, and which of its keys those are.

    Letters are random, so that a few of them together occur once. With a `width`,
    Enter ends each line of that many letters.
    """
    letters = random.Random(0)  # noqa: S311
    keys: list[str] = []
    measured: list[bool] = []
    while sum(measured) < count:
        column = len(keys) % (width + 1) if width else len(keys)
        if width and column == width:
            keys.append("\r")
            measured.append(False)
        else:
            keys.append(letters.choice(string.ascii_lowercase))
            measured.append(column >= UNMEASURED_LINE_START)
    return "".join(keys), measured


class Typist:
    """Types a script into a terminal, and watches for each key's echo.

    A key is echoed when the last few characters typed up to it can be read together
    on one line of the screen.
    """

    def __init__(self, terminal: Terminal, count: int, width: int) -> None:
        self._terminal = terminal
        self._text, self._measured = typing_script(count, width)
        self._sent_at: list[float] = []
        self._echoed_at: dict[int, float] = {}
        self._acknowledged = 0

    def type(self, rate: float, timeout: float) -> Typed:
        """Type at `rate` keys a second (0: all at once); wait `timeout` seconds for the last."""
        bytes_before = self._terminal.bytes_received
        if rate:
            self._type_paced(rate)
        else:
            self._sent_at = [self._terminal.send(self._text)] * len(self._text)
        self._watch(timeout)
        echoes = [(at - self._sent_at[i]) * 1000 for i, at in sorted(self._echoed_at.items())]
        return Typed(
            echoes=echoes,
            lost=sum(self._measured) - len(echoes),
            bytes_per_key=(self._terminal.bytes_received - bytes_before) / len(self._text),
        )

    def _type_paced(self, rate: float) -> None:
        began_at = time.perf_counter()
        for index, key in enumerate(self._text):
            next_at = began_at + (index + 1) / rate
            self._sent_at.append(self._terminal.send(key))
            self._watch(next_at - time.perf_counter())
            self._terminal.pump(lambda: False, max(0.0, next_at - time.perf_counter()))

    def _watch(self, seconds: float) -> None:
        """Draw until every key that was sent is echoed, for `seconds` at most."""
        give_up_at = time.perf_counter() + seconds
        while self._acknowledged < len(self._sent_at):
            first = self._acknowledged
            arrived_at = self._terminal.pump(
                self._acknowledge, max(0.0, give_up_at - time.perf_counter())
            )
            if arrived_at is None:
                return
            for index in range(first, self._acknowledged):
                if self._measured[index]:
                    self._echoed_at[index] = arrived_at

    def _acknowledge(self) -> bool:
        """Tick off the keys that the screen now shows; whether there was any."""
        first = self._acknowledged
        while self._acknowledged < len(self._sent_at) and (
            not self._measured[self._acknowledged]
            or self._terminal.shows(self._marker(self._acknowledged))
        ):
            self._acknowledged += 1
        return self._acknowledged > first

    def _marker(self, index: int) -> str:
        typed = self._text[max(0, index - MARKER_LENGTH + 1) : index + 1]
        return typed.rpartition("\r")[2]
