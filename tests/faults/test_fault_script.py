"""The faults of docs/reliability.md, each tried a few times; the script tries them for long."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if sys.platform != "linux":
    pytest.skip("the faults are tried on Linux", allow_module_level=True)

from benchmarks.faults.__main__ import FAULTS
from benchmarks.faults.damage import cut_short, damaged_log, flipped_pages
from benchmarks.faults.disk import export_to_full_disk, full_disk, read_only, taken_away
from benchmarks.faults.together import two_writers
from benchmarks.faults.trial import Trial

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

FEW: dict[str, tuple[Callable[[Path, int], Trial], int]] = {
    "two-writers": (two_writers, 10),
    "full-disk": (full_disk, 5),
    "full-disk-export": (export_to_full_disk, 3),
    "read-only": (lambda _folder, _rounds: read_only(), 1),
    "taken-away": (taken_away, 1),
    "flipped": (flipped_pages, 1),
    "cut-short": (cut_short, 20),
    "log": (damaged_log, 8),
}
MUST_SAY = {
    "full-disk": "The disk is full, so this was not saved.",
    "full-disk-export": "There is no room left",
    "read-only": "Make its folder writable",
    "taken-away": "it was moved or removed, so this was not saved",
    "flipped": "The store is damaged.",
    "cut-short": "The store is damaged.",
    "log": "The latest changes to the store cannot all be read",
}


@pytest.mark.parametrize("name", FEW)
def test_nothing_that_was_called_saved_is_lost(name: str, tmp_path: Path) -> None:
    fault, rounds = FEW[name]
    try:
        trial = fault(tmp_path, rounds)
    except PermissionError as error:
        pytest.skip(str(error))
    assert trial.held, trial.line()
    assert trial.acknowledged
    assert MUST_SAY.get(name, "") in trial.line()


def test_killed_writers_lose_nothing() -> None:
    """In a process of its own: it forks, which a program with threads should not."""
    killed = [sys.executable, "-m", "benchmarks.faults", "--only", "killed", "--rounds", "15"]
    stale = ["--only", "stale-lock"]
    run = subprocess.run([*killed, *stale], capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr
    assert "15 rounds" in run.stdout
    assert "a stale lock): 3 rounds, 3 saved, 0 lost" in run.stdout


def test_a_loss_is_counted_and_fails_the_script(monkeypatch: pytest.MonkeyPatch) -> None:
    from benchmarks.faults import __main__ as script

    def lossy(folder: Path, rounds: int) -> Trial:
        trial = Trial("a fault", rounds=rounds)
        trial.expects({"one", "other"}, {"one"})
        return trial

    monkeypatch.setattr(script, "FAULTS", {"lossy": lossy})
    monkeypatch.setattr(sys, "argv", ["faults"])
    assert script.main() == 1


def test_the_document_names_every_fault() -> None:
    from pathlib import Path

    page = Path(__file__).parents[2] / "docs" / "reliability.md"
    rows = page.read_text(encoding="utf-8")
    assert [name for name in FAULTS if f"`{name}`" not in rows] == []
