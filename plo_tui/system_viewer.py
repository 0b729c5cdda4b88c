"""Opening a written file with the system's own viewer, to read it or to print it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from threading import Thread
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


def open_in_viewer(path: Path) -> str:
    """Open a file with the program that the system keeps for its kind, and do not wait for it.

    Returns:
        Why it was not opened and what to do, in a sentence; empty where the viewer is called.
    """
    if sys.platform == "win32":
        return _start_on_windows(path)
    command = viewer_command(sys.platform, os.environ)
    if not command:
        return f"There is no viewer here to open it with. Open {path} where you print from."
    Thread(target=_run, args=(command, path), daemon=True).start()
    return ""


def viewer_command(system: str, environment: Mapping[str, str]) -> str:
    """Return the program that opens a file as the desktop would; empty where there is none.

    Args:
        system: `sys.platform`.
        environment: the process's environment: without a desktop there is nothing to open it on.
    """
    if system == "darwin":
        return shutil.which("open") or ""
    if not environment.get("DISPLAY") and not environment.get("WAYLAND_DISPLAY"):
        return ""
    return shutil.which("xdg-open") or ""


def _run(command: str, path: Path) -> None:
    """Call the viewer without a shell, and let it say nothing over the screen."""
    subprocess.run(  # noqa: S603 - the system's own viewer, and a file that was just written
        [command, str(path)],
        check=False,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,  # closing this terminal leaves the viewer open
    )


def _start_on_windows(path: Path) -> str:
    try:
        os.startfile(path)  # type: ignore[attr-defined, unused-ignore]  # noqa: S606 - as above
    except OSError:
        return f"Windows has no program to open it with. Open {path} yourself."
    return ""
