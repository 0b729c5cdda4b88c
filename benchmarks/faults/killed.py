"""kill -9 at a random moment of a program that minutes as fast as it can. Not for Windows."""

from __future__ import annotations

import os
import random
import signal
import time
from typing import TYPE_CHECKING

from benchmarks.faults.small_store import SmallStore, make_small_store
from benchmarks.faults.trial import Trial

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from typing import TextIO

MOST_LINES = 16
"""Lines a program says at most before it is killed: one for each change called saved."""
LONGEST = 0.01
"""Seconds it lives at most after its last line: longer than one change takes."""
EACH_STORE = 100
"""Rounds until a new store is begun, so that each stays small."""
EACH_CHECK = 25
"""Rounds between two looks at every page and the whole journal."""


def killed(folder: Path, rounds: int) -> Trial:
    """Kill writers, and look each time for all that each had called saved, or kept unfinished."""
    trial = Trial("kill -9 while minuting")
    small, saved = None, set[str]()
    for number in range(rounds):
        if small is None or number % EACH_STORE == 0:
            small = make_small_store(folder / f"store-{number}")
            saved = set()
        told = _killed_at_a_random_moment(small)
        now = {words[1] for words in told if words[0] == "saved"}
        kept = max((int(words[1]) for words in told if words[0] == "kept"), default=-1)
        small.open().close()  # as the app opens it: what is lost would be said here
        left = small.unfinished().removeprefix("half of ")
        there = small.entries()
        trial.rounds += 1
        trial.expects(now, there)
        trial.lost += len(saved - there) + (kept >= 0 and int(left or -1) < kept)
        saved |= now
        if (number + 1) % EACH_CHECK == 0 or number + 1 == rounds:
            trial.wrong += not small.whole()
    return trial


def killed_with_the_lock(folder: Path, rounds: int) -> Trial:
    """Kill a program in the middle of a change, while it holds the store for itself."""
    trial = Trial("kill -9 in the middle of a change (a stale lock)")
    small = make_small_store(folder / "store")
    for number in range(rounds):
        reading, pid = _forked(small, _hold_the_lock)
        reading.readline()
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
        reading.close()
        store = small.open()
        saved = {small.minute(store, f"{number}. At once afterwards.")}
        store.close()
        trial.rounds += 1
        trial.expects(saved, small.entries())
        trial.wrong += "never" in str(small.asked("SELECT text FROM entry"))
    trial.wrong += not small.whole()
    return trial


def _killed_at_a_random_moment(small: SmallStore) -> list[list[str]]:
    """Let a program write and kill it; return what it had said until then."""
    reading, pid = _forked(small, _write_for_ever)
    told = [reading.readline() for _ in range(random.randint(1, MOST_LINES))]  # noqa: S311
    time.sleep(random.uniform(0, LONGEST))  # noqa: S311 - a moment, not a secret
    os.kill(pid, signal.SIGKILL)
    told += reading.readlines()
    os.waitpid(pid, 0)
    reading.close()
    # A line cut off in the middle was never said.
    return [line.split() for line in told if line.endswith("\n")]


def _forked(small: SmallStore, work: Callable[[SmallStore, int], object]) -> tuple[TextIO, int]:
    """Run some work in a process of its own, and return what it says."""
    reading, writing = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.close(reading)
        try:
            work(small, writing)
        finally:
            os._exit(1)
    os.close(writing)
    return os.fdopen(reading, encoding="ascii"), pid


def _write_for_ever(small: SmallStore, said: int) -> None:
    store, number = small.open(), 0
    while True:
        small.keep(store, f"half of {number}")
        os.write(said, f"kept {number}\n".encode())
        key = small.minute(store, f"paragraph {number}")
        os.write(said, f"saved {key}\n".encode())
        number += 1


def _hold_the_lock(small: SmallStore, said: int) -> None:
    with small.open().transaction() as session:
        session.connection().exec_driver_sql("UPDATE entry SET text = 'never'")
        os.write(said, b"held\n")
        signal.pause()
