"""Wrong secrets in a row: each makes the next try wait longer, also after a restart.

Someone who takes the files away is not slowed by this, but by what each guess costs (`sealing`).
"""

from __future__ import annotations

import json
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from plo_tui.store.folder import make_file

if TYPE_CHECKING:
    from pathlib import Path

TRIES = "store.tries"
FREE = 3
"""How many wrong tries in a row cost no wait."""
LONGEST = timedelta(minutes=5)
_MOST = 60
"""As far as wrong tries are counted: the wait is at its longest long before."""


def wait(folder: Path, now: datetime) -> timedelta:
    """Return how long the next try has to wait; zero where it may be made now."""
    count, last = _read(folder)
    if count <= FREE or last is None:
        return timedelta()
    due = timedelta(seconds=min(2 ** (count - FREE), LONGEST.total_seconds()))
    # A clock that was set back must not lock anyone out for longer than the wait itself.
    return max(due - max(now - last, timedelta()), timedelta())


def wrong(folder: Path, now: datetime) -> None:
    """Count a wrong try."""
    count, _ = _read(folder)
    _forget(folder)
    with suppress(Exception):  # a folder that cannot be written counts nothing, and still opens
        content = {"count": min(count + 1, _MOST), "at": now.isoformat()}
        make_file(folder / TRIES, json.dumps(content).encode())


def right(folder: Path) -> None:
    """Forget the wrong tries: the right secret was given."""
    _forget(folder)


def _forget(folder: Path) -> None:
    with suppress(OSError):
        (folder / TRIES).unlink(missing_ok=True)


def _read(folder: Path) -> tuple[int, datetime | None]:
    try:
        read = json.loads((folder / TRIES).read_bytes())
        return min(int(read["count"]), _MOST), datetime.fromisoformat(read["at"]).astimezone(UTC)
    except (OSError, ValueError, KeyError, TypeError, OverflowError, RecursionError):
        return 0, None
