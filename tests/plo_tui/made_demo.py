"""The demo, made once a day and copied for each test."""

from __future__ import annotations

import atexit
import shutil
import tempfile
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from plo_tui.demo import make_demo

LOGIN = "someone"


def demo(folder: Path, now: datetime | None = None) -> Path:
    """Copy the demo as it is on a day (by default today) to a folder that is not there yet."""
    shutil.copytree(_template(now), folder)
    return folder


@cache
def _template(now: datetime | None) -> Path:
    holder = tempfile.mkdtemp(prefix="plo-tui-test-")
    atexit.register(shutil.rmtree, holder, ignore_errors=True)
    folder = Path(holder) / "store"
    make_demo(folder, now or datetime.now(UTC), LOGIN)
    return folder
