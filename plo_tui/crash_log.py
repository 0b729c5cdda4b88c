"""The crash log: where an error came from, without a word of a family."""

from __future__ import annotations

import traceback
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path


def leave_no_core() -> None:
    """Let a crash of the process itself write no memory to the disk: the key is in it."""
    with suppress(ImportError, OSError, ValueError):  # Windows has no such limit, and writes none
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def log_crash(error: BaseException) -> Path | None:
    """Write down where an error came from: kinds and lines of code, never a value or a message.

    Returns:
        The log's path; None where it could not be written.
    """
    from platformdirs import user_log_path

    from plo_tui.store.folder import make_file, make_folder
    from plo_tui.store.problems import StoreProblem

    lines = [f"{datetime.now(UTC):%Y-%m-%d %H:%M:%S} {type(error).__name__}"]
    lines += [
        f"  {Path(frame.filename).name}:{frame.lineno} {frame.name}"
        for frame in traceback.extract_tb(error.__traceback__)
    ]
    log = user_log_path("plo-tui", appauthor=False) / "crash.log"
    try:
        make_folder(log.parent)
        if not log.exists():
            make_file(log)
        with log.open("a", encoding="utf-8") as file:
            file.write("\n".join(lines) + "\n")
    except (OSError, StoreProblem):
        return None
    return log
