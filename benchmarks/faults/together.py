"""Two programs at one store: both writing, and one that holds it for long."""

from __future__ import annotations

import subprocess
import sys
import threading
from typing import TYPE_CHECKING

from benchmarks.faults.small_store import SmallStore, demo_key, make_small_store
from benchmarks.faults.trial import Trial
from plo_tui.store.connection import connect
from plo_tui.store.folder import STORE
from plo_tui.store.problems import StoreProblem

if TYPE_CHECKING:
    from pathlib import Path

    from plo_tui.store.store import Store

HELD = 6.5
"""Seconds that another program holds the store: longer than anyone waits for it (5 s)."""
_WRITER = """
import sys
from pathlib import Path
from uuid import UUID
from benchmarks.faults.small_store import SmallStore
small = SmallStore(Path(sys.argv[1]), *map(UUID, sys.argv[2:6]))
store = small.open()
for number in range(int(sys.argv[6])):
    print(small.minute(store, f"{sys.argv[7]} {number}"), flush=True)
store.close()
"""


def two_writers(folder: Path, commits: int) -> Trial:
    """Let two programs write as fast as they can: every change of both is there, and no error."""
    trial = Trial("two programs writing at once")
    small = make_small_store(folder / "store")
    keys = [str(key) for key in (small.clerk, small.case, small.meeting, small.item)]
    writers = [
        subprocess.Popen(
            [sys.executable, "-c", _WRITER, str(small.folder), *keys, str(commits), name],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for name in ("one", "other")
    ]
    for writer in writers:
        said, complained = writer.communicate()
        trial.rounds += commits
        trial.expects(set(said.split()), small.entries())
        if writer.returncode or len(said.split()) != commits:
            trial.wrong += 1
            trial.says(complained.strip().splitlines()[-1], small.folder)
    trial.wrong += not small.whole()
    return trial


def held_for_long(folder: Path, rounds: int) -> Trial:
    """Hold the store longer than anyone waits, and let go: the next try is saved."""
    trial = Trial("another program holds the store for longer than 5 seconds")
    small = make_small_store(folder / "store", 1)
    store, saved = small.open(), small.entries()
    for _ in range(rounds):
        other = connect(small.folder / STORE, demo_key(small.folder))
        other.execute("BEGIN IMMEDIATE")
        letting_go = threading.Timer(HELD, other.execute, ["ROLLBACK"])
        letting_go.start()
        trial.wrong += _minute(trial, small, store, saved)
        trial.wrong += not _minute(trial, small, store, saved)  # it waits until it is let go
        letting_go.join()
        other.close()
        trial.rounds += 1
    store.close()
    trial.expects(saved, small.entries())
    return trial


def _minute(trial: Trial, small: SmallStore, store: Store, saved: set[str]) -> bool:
    try:
        saved.add(small.minute(store, "At the same time."))
    except StoreProblem as problem:
        trial.says(problem, small.folder)
        return False
    return True
