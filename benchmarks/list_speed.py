"""The home list read from a store with many cases, against one with few."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from agenda.london import london_date
from plo_tui.store.connection import connect
from plo_tui.store.folder import STORE
from plo_tui.store.opening import prepare
from plo_tui.store.reading.home import read_home
from plo_tui.store.store import utc_now

if TYPE_CHECKING:
    from pathlib import Path

ROUNDS = 30


def reading_times(many: Path, few: Path, find: str = "") -> tuple[float, float]:
    """The least ms in which the first page is read, of both stores, which take turns."""
    today = london_date(utc_now())
    connections = [connect(folder / STORE, prepare(folder)) for folder in (many, few)]
    try:
        rounds = []
        for _ in range(ROUNDS):
            times = []
            for connection in connections:
                began_at = time.perf_counter()
                read_home(connection, today, find)
                times.append((time.perf_counter() - began_at) * 1000)
            rounds.append(times)
    finally:
        for connection in connections:
            connection.close()
    return min(each[0] for each in rounds), min(each[1] for each in rounds)
