"""kill -9 of the app itself, in a terminal: what its screen had called saved is on it again."""

from __future__ import annotations

import os
import random
import re
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

from benchmarks.faults.trial import Trial
from benchmarks.terminal import Terminal

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

PATIENCE = 60.0
"""Seconds for anything to appear on the screen."""
_SHIELDED = "F12 shows the rest"
KEPT_AFTER = 0.3
"""Seconds after which what is typed is kept at the latest."""


def killed_app(folder: Path, rounds: int) -> Trial:
    """Minute and begin a sentence, kill the app, open it again and look for both."""
    trial = Trial("kill -9 of the app in mid-sentence")
    store = folder / "store"
    made = [sys.executable, "-m", "plo_tui", "demo", "--no-app", "--store", str(store)]
    subprocess.run(made, check=True, capture_output=True)
    begun = (("\r", "Next: the initial"), ("o", "Begin the"), ("\r", "F8 next"))
    app = _opened(store, *begun, ("\x1b[19~", _SHIELDED))
    for number in range(rounds):
        half = f"half of {number}"
        said = f"Paragraph {number} was said."
        app.send(f"{said}\r")
        minuted = re.compile(rf"\d\d:\d\d {said}")  # in the composer no time stands before it
        _until(app, minuted.search, said)
        app.send(half)
        _wait(app, half)
        time.sleep(KEPT_AFTER + random.uniform(0, 0.2))  # noqa: S311 - a moment, not a secret
        _until(app, lambda text: "saving" not in text, "saved")
        _kill(app)
        app = _opened(store, ("\r", "is running"), ("o", _SHIELDED))
        trial.rounds += 1
        trial.acknowledged += 2
        for words in (said, half):
            if not _comes(app, words):
                trial.lost += 1
                trial.says(f"(not there: {words})", folder)
        app.send("\x7f" * len(f"{said} {half}"))
        _gone(app, "half of")
    _kill(app)
    return trial


def _opened(store: Path, *into: tuple[str, str]) -> Terminal:
    """Open the app, go into the meeting, and take the shield away."""
    command = [sys.executable, "-m", "plo_tui", "demo", "--store", str(store)]
    settings = {"HOME": str(store.parent), "PLO_TUI_CONFIG": str(store.parent / "config.toml")}
    app = Terminal(command, 120, 40, {**os.environ, "TERM": "xterm-256color", **settings})
    _wait(app, "PLO-2026-014")
    for keys, shown in into:
        app.send(keys)
        _wait(app, shown)
    app.settle(0.5, PATIENCE)
    app.send("\x1b[24~")  # F12
    _gone(app, _SHIELDED)
    return app


def _until(app: Terminal, true: Callable[[str], object], wanted: str) -> None:
    """Wait until something is true of the screen's text."""
    if not true(app.text()) and app.pump(lambda: bool(true(app.text())), PATIENCE) is None:
        raise AssertionError(f"never on the screen: {wanted}\n{app.text()}")


def _wait(app: Terminal, words: str) -> None:
    _until(app, lambda text: words in text, words)


def _gone(app: Terminal, words: str) -> None:
    _until(app, lambda text: words not in text, f"the end of {words}")


def _comes(app: Terminal, words: str) -> bool:
    return app.shows(words) or app.pump(lambda: app.shows(words), PATIENCE) is not None


def _kill(app: Terminal) -> None:
    os.kill(app.pid, signal.SIGKILL)
    app.quit("")
