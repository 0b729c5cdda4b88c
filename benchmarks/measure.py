"""One run of a full-screen program, measured from the outside; and the sum of many runs.

Times are milliseconds, counted from just before fork and exec; sizes are MiB.
"""

from __future__ import annotations

import os
import statistics
from dataclasses import dataclass, field, fields
from pathlib import Path

from benchmarks.terminal import Terminal
from benchmarks.typing_speed import Typed, Typist


@dataclass(frozen=True)
class Job:
    """What to run, and what to do to it.

    Attributes:
        command: the program and its words.
        ready: text on the first complete screen.
        first: text on the first frame, on the way there; empty where it is the same.
        steps: keys to press once ready, each with the text that it brings; the last is timed.
        keys: how many measured keys to type after the steps.
        rate: keys a second; 0 sends all at once.
        width: letters before Enter; 0 never presses it.
        idle: seconds to watch the program do nothing.
        quit: keys that end the program.
        size: columns and rows.
        env: settings on top of this process's own.
        settle: seconds of silence that end a screen.
        timeout: seconds to wait for any text.
        max_steal: a run is done over when the host took more per cent of processor time.
    """

    command: list[str]
    ready: str
    first: str = ""
    steps: tuple[tuple[str, str], ...] = ()
    keys: int = 0
    rate: float = 10
    width: int = 48
    idle: float = 0
    quit: str = "\x11"
    size: tuple[int, int] = (120, 40)
    env: dict[str, str] = field(default_factory=dict)
    settle: float = 0.25
    timeout: float = 30
    max_steal: float = 3


@dataclass
class Run:
    """What one run measured; None where it did not get so far."""

    first_byte: float | None = None
    first_frame: float | None = None
    ready: float | None = None
    settled: float | None = None
    cpu_at_ready: float | None = None
    bytes_settled: int = 0
    rss_at_ready: float | None = None
    action: float | None = None
    typed: Typed = field(default_factory=Typed)
    idle_cpu_percent: float | None = None
    idle_bytes_per_second: float | None = None
    peak_rss: float | None = None
    quit: float | None = None
    steal_percent: float = 0.0
    screen: str = ""


def measure(job: Job) -> Run:
    """Run the job once."""
    env = {
        **os.environ,
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        "COLUMNS": str(job.size[0]),
        "LINES": str(job.size[1]),
        **job.env,
    }
    jiffies, stolen = _cpu_jiffies()
    terminal = Terminal(job.command, *job.size, env)
    run = Run()

    def is_ready() -> bool:
        if run.first_frame is None and terminal.shows(job.first or job.ready):
            run.first_frame = _since_start(terminal, terminal.drawn_at)
        return terminal.shows(job.ready)

    ready_at = terminal.pump(is_ready, job.timeout)
    run.first_byte = _since_start(terminal, terminal.first_byte_at)
    run.ready = _since_start(terminal, ready_at)
    if not terminal.closed:
        run.cpu_at_ready = terminal.cpu_seconds() * 1000
        run.rss_at_ready = terminal.peak_rss_mib()
    terminal.settle(job.settle, job.timeout)
    run.settled = _since_start(terminal, terminal.last_byte_at)
    run.bytes_settled = terminal.bytes_received
    if ready_at is not None and not terminal.closed:
        _use(terminal, job, run)
    run.screen = terminal.text()
    ended_after = terminal.quit(job.quit)
    run.quit = None if ended_after is None else ended_after * 1000
    jiffies_after, stolen_after = _cpu_jiffies()
    run.steal_percent = (stolen_after - stolen) / max(1, jiffies_after - jiffies) * 100
    return run


def measure_quietly(jobs: list[Job], count: int, warmup: int = 1) -> list[list[Run]]:
    """Run each job `count` times, the jobs taking turns, so that noise falls on all alike.

    A run in which the host took too much processor time is done over, twice at most.
    Returns the runs of each job, in the order of `jobs`.
    """
    for job in jobs * warmup:
        measure(job)
    runs: list[list[Run]] = [[] for _ in jobs]
    for _ in range(count):
        for job, done in zip(jobs, runs, strict=True):
            run = measure(job)
            for _again in range(2):
                if run.steal_percent <= job.max_steal:
                    break
                run = measure(job)
            done.append(run)
    return runs


def summarise(runs: list[Run]) -> dict[str, dict[str, float]]:
    """Median, least and greatest of each measure; percentiles of the keys' echoes."""
    summary: dict[str, dict[str, float]] = {}
    for name in (each.name for each in fields(Run) if each.name not in ("typed", "screen")):
        values = [value for run in runs if (value := getattr(run, name)) is not None]
        if any(values):
            summary[name] = {
                "median": statistics.median(values),
                "min": min(values),
                "max": max(values),
                "n": len(values),
            }
    echoes = [echo for run in runs for echo in run.typed.echoes]
    if echoes:
        summary["key_echo"] = {
            "p50": percentile(echoes, 50),
            "p99": percentile(echoes, 99),
            "max": max(echoes),
            "n": len(echoes),
            "lost": sum(run.typed.lost for run in runs),
        }
        bytes_per_key = [run.typed.bytes_per_key for run in runs]
        summary["bytes_per_key"] = {"median": statistics.median(bytes_per_key)}
    return summary


def percentile(values: list[float], percent: int) -> float:
    """The value that `percent` per cent of `values` do not exceed."""
    if len(values) == 1:
        return values[0]
    return statistics.quantiles(values, n=100, method="inclusive")[percent - 1]


def _use(terminal: Terminal, job: Job, run: Run) -> None:
    """Press the job's keys, type, and watch the program do nothing."""
    for keys, echo in job.steps:
        pressed_at = terminal.send(keys)
        shown_at = terminal.pump(lambda echo=echo: terminal.shows(echo), job.timeout)  # type: ignore[misc]
        run.action = (shown_at - pressed_at) * 1000 if shown_at else None
        terminal.settle(job.settle, job.timeout)
    if job.keys:
        run.typed = Typist(terminal, job.keys, job.width).type(job.rate, job.timeout)
    if job.idle:
        cpu, received = terminal.cpu_seconds(), terminal.bytes_received
        terminal.pump(lambda: False, job.idle)
        run.idle_cpu_percent = (terminal.cpu_seconds() - cpu) / job.idle * 100
        run.idle_bytes_per_second = (terminal.bytes_received - received) / job.idle
    if not terminal.closed:
        run.peak_rss = terminal.peak_rss_mib()


def _since_start(terminal: Terminal, moment: float | None) -> float | None:
    return None if moment is None else (moment - terminal.started_at) * 1000


def _cpu_jiffies() -> tuple[int, int]:
    """Jiffies of all processors since boot, and those that the host took away."""
    counts = [int(n) for n in Path("/proc/stat").read_text(encoding="utf-8").split()[1:9]]
    return sum(counts), counts[7]
