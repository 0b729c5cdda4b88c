"""Every figure of docs/performance.md, measured in one run: `python -m benchmarks.run`.

Ratios are to an empty Textual app, a bare text area and a bare python-docx document in
the same run, taking turns: the machine's noise falls on all alike. The least of many
start-ups is the honest figure. Nothing is asserted: times are for reading.
"""

from __future__ import annotations

import argparse
import compileall
import os
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks import bare_textarea, empty_app
from benchmarks.export_speed import concluded_edition, export_times
from benchmarks.list_speed import reading_times
from benchmarks.measure import Job, Run, measure_quietly, summarise

HOUSE = Path(__file__).resolve().parent.parent
PACKAGES = ("agenda", "exports", "plo_tui", "benchmarks")

FIRST_FRAME = "Opening"
"""What the first frame shows, before the store is open."""
LIST_FILLED = "PLO-"
"""What only a filled list of cases shows: the start of a reference."""
INTO_THE_MEETING: tuple[tuple[str, str], ...] = (
    ("\r", "MEETINGS"),
    ("o", "F12 shows the rest"),
    ("\x1b[24~", "ASK"),
)
"""Keys from the list into the live meeting, each with the text that it brings."""
MOST_SECONDS = 300
"""What a step without a screen may take before it counts as hanging."""
FEW, MANY = 100, 10_000
"""Cases in the two stores whose lists are compared."""
FOUND = "jude"
"""A child's name that two in ten of the families have."""


@dataclass(frozen=True)
class Figure:
    """One line of the table."""

    name: str
    ours: float
    unit: str
    floor: float | None = None
    budget: str = ""

    def line(self) -> str:
        """The figure as a row of a Markdown table."""
        floor = f"{self.floor:.4g} {self.unit}" if self.floor else ""
        ratio = f"{self.ours / self.floor:.2f}×" if self.floor else ""
        return f"| {self.name} | {self.ours:.4g} {self.unit} | {floor} | {ratio} | {self.budget} |"


def main() -> int:
    """Measure everything and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=10, help="starts of each program (default 10)")
    parser.add_argument("--keys", type=int, default=300, help="keys to type (default 300)")
    options = parser.parse_args()
    os.chdir(HOUSE)
    sys.setswitchinterval(0.0005)  # let the reading thread stamp output at once
    for package in PACKAGES:
        compileall.compile_dir(package, quiet=2)
    with TemporaryDirectory() as folder:
        demo, long, few, many = (Path(folder) / name for name in ("demo", "long", "few", "many"))
        for store in (demo, long, few, many):
            _python("plo_tui", "demo", "--store", str(store), "--no-app")
        _python("benchmarks.long_meeting", str(long))
        _python("benchmarks.many_cases", str(few), str(FEW))
        _python("benchmarks.many_cases", str(many), str(MANY))
        figures = [
            *start_up(demo, options.runs),
            *case_list(many, few, options.runs),
            *typing(long, options.keys),
            help_time(options.runs),
            export(demo),
        ]
    print("| what | plo-tui | floor | ratio | budget |")
    print("|---|---|---|---|---|")
    for figure in figures:
        print(figure.line())
    return 0


def start_up(store: Path, runs: int) -> list[Figure]:
    """First frame and filled list against an empty app, and the memory that takes."""
    command = [sys.executable, "-m", "plo_tui", "--store", str(store)]
    floor, ours = measure_quietly(
        [
            Job([sys.executable, "-m", "benchmarks.empty_app"], ready=empty_app.READY),
            Job(command, first=FIRST_FRAME, ready=LIST_FILLED),
        ],
        runs,
    )
    least = _least(floor, "ready")
    return [
        Figure("first frame", _least(ours, "first_frame"), "ms", least, "≤ 1.5×"),
        Figure("list filled", _least(ours, "ready"), "ms", least, "≤ 4×"),
        Figure("peak memory, list filled", _most(ours, "peak_rss"), "MiB", budget="≤ 120 MB"),
    ]


def case_list(many: Path, few: Path, runs: int) -> list[Figure]:
    """The list of a store with many cases, against that of a store with few."""
    ours, floor = measure_quietly(
        [
            Job(
                [sys.executable, "-m", "plo_tui", "--store", str(store)],
                first=FIRST_FRAME,
                ready=LIST_FILLED,
            )
            for store in (many, few)
        ],
        runs,
    )
    filled = _least(ours, "ready"), _least(floor, "ready")
    return [
        Figure(f"list read, {MANY:,} cases to {FEW}", *_pair(reading_times(many, few)), "≤ 1.2×"),
        Figure(f"list filled, {MANY:,} cases to {FEW}", *_pair(filled), "≤ 1.2×"),
        Figure(f"found in {MANY:,} cases", reading_times(many, few, FOUND)[0], "ms"),
    ]


def typing(store: Path, keys: int) -> list[Figure]:
    """A key's echo in a live meeting with 1,000 entries, against a bare text area."""
    command = [sys.executable, "-m", "plo_tui", "--store", str(store)]
    floor, ours = measure_quietly(
        [
            Job(
                [sys.executable, "-m", "benchmarks.bare_textarea"],
                ready=bare_textarea.READY,
                keys=keys,
            ),
            Job(command, ready=LIST_FILLED, steps=INTO_THE_MEETING, keys=keys),
        ],
        count=2,
        warmup=0,
    )
    if not any(run.typed.echoes for run in ours):
        sys.exit(f"No key was echoed in the meeting. The last screen was:\n{ours[-1].screen}")
    floor_said, ours_said = summarise(floor), summarise(ours)
    floor_echo, echo = floor_said["key_echo"], ours_said["key_echo"]
    sent, floor_sent = (said["bytes_per_key"]["median"] for said in (ours_said, floor_said))
    memory = _most(ours, "peak_rss")
    return [
        Figure("key echo, p50", echo["p50"], "ms", floor_echo["p50"]),
        Figure("key echo, p99", echo["p99"], "ms", floor_echo["p99"], "≤ 1.25×"),
        Figure("keys never seen on the screen", echo["lost"], "keys", budget="0"),
        Figure("sent to the terminal, per key", sent, "bytes", floor_sent),
        Figure("peak memory, 1,000 entries", memory, "MiB", budget="≤ 120 MB"),
    ]


def help_time(runs: int) -> Figure:
    """The whole of `plo-tui --help`, from start to end of the process."""
    times = []
    for _ in range(runs):
        began_at = time.perf_counter()
        _python("plo_tui", "--help")
        times.append((time.perf_counter() - began_at) * 1000)
    return Figure("--help", min(times), "ms", budget="≤ 150 ms")


def export(store: Path) -> Figure:
    """The minutes in Word, against a bare document of the same paragraphs and tables."""
    ours, bare = export_times(concluded_edition(store))
    return Figure("minutes in Word", ours, "ms", bare, "≤ 3×")


def _python(module: str, *words: str) -> None:
    """Run a module of the checkout to its end, without its output; stop where it hangs."""
    command = [sys.executable, "-m", module, *words]
    subprocess.run(command, stdout=subprocess.DEVNULL, check=True, timeout=MOST_SECONDS)


def _pair(ms: tuple[float, float]) -> tuple[float, str, float]:
    """Return a time and its floor as a figure takes them."""
    return ms[0], "ms", ms[1]


def _least(runs: list[Run], measure: str) -> float:
    return min(_measured(runs, measure))


def _most(runs: list[Run], measure: str) -> float:
    return max(_measured(runs, measure))


def _measured(runs: list[Run], measure: str) -> list[float]:
    """The values of a measure; stops with the last screen where no run came so far."""
    values = [value for run in runs if (value := getattr(run, measure)) is not None]
    if not values:
        sys.exit(f"No run came so far as {measure}. The last screen was:\n{runs[-1].screen}")
    return values


if __name__ == "__main__":
    sys.exit(main())
