"""Try every fault and say what came of it: `python -m benchmarks.faults`. On Linux.

Nothing may be lost that was called saved, and nothing else may be shown than what was written.
The disks that are full or read-only are mounted, which only root may do. What the terminal can do
is tried by tests/end_to_end/test_terminal_faults.py.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.faults.damage import cut_short, damaged_log, flipped_pages
from benchmarks.faults.disk import export_to_full_disk, full_disk, read_only, taken_away
from benchmarks.faults.in_the_app import killed_app
from benchmarks.faults.killed import killed, killed_with_the_lock
from benchmarks.faults.together import held_for_long, two_writers

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from benchmarks.faults.trial import Trial

FAULTS: Mapping[str, Callable[[Path, int], Trial]] = {
    "killed": killed,
    "killed-app": lambda folder, rounds: killed_app(folder, max(rounds // 100, 3)),
    "stale-lock": lambda folder, rounds: killed_with_the_lock(folder, max(rounds // 20, 3)),
    "two-writers": two_writers,
    "held": lambda folder, rounds: held_for_long(folder, max(rounds // 500, 1)),
    "full-disk": lambda folder, rounds: full_disk(folder, max(rounds // 20, 5)),
    "full-disk-export": lambda folder, rounds: export_to_full_disk(folder, max(rounds // 50, 3)),
    "read-only": lambda _folder, _rounds: read_only(),
    "taken-away": lambda folder, rounds: taken_away(folder, max(rounds // 100, 1)),
    "flipped": lambda folder, rounds: flipped_pages(folder, max(rounds // 250, 1)),
    "cut-short": lambda folder, rounds: cut_short(folder, rounds),
    "log": lambda folder, rounds: damaged_log(folder, max(rounds // 5, 20)),
}
"""Each fault by its name, and how it is tried where writers are killed so many times."""


def main() -> int:
    """Try each, print what came of it; 1 where anything was lost or wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=1_000, help="kills (default 1,000)")
    parser.add_argument("--only", choices=FAULTS, action="append", help="this fault; repeatable")
    parser.add_argument("--markdown", action="store_true", help="print the table of the document")
    options = parser.parse_args()
    if options.markdown:
        print("| fault | rounds | called saved | lost | what was said |\n|---|---|---|---|---|")
    held = True
    for name in options.only or FAULTS:
        begun = time.perf_counter()
        with tempfile.TemporaryDirectory(prefix="plo-tui-faults-") as folder:
            try:
                trial = FAULTS[name](Path(folder), options.rounds)
            except PermissionError as error:
                print(f"{name}: not tried. {error}", file=sys.stderr)
                continue
        held = held and trial.held
        print(trial.row() if options.markdown else trial.line(), flush=True)
        print(f"  {name}: {time.perf_counter() - begun:.0f} s", file=sys.stderr, flush=True)
    return 0 if held else 1


if __name__ == "__main__":
    sys.exit(main())
