r"""Time any full-screen terminal program from the outside, as its user sees it.

    python -m benchmarks.pty_bench --ready Agenda -- plo-tui --store FOLDER      # start-up
    ... --ready Agenda --keys '\x10' --echo Search -- plo-tui                    # one action
    ... --ready Notes --type 300 --rate 10 -- plo-tui                            # typing
    ... --ready Notes --type 300 --rate 0 -- plo-tui                             # one burst
    ... --ready Agenda --idle 10 -- plo-tui                                      # doing nothing

Times are milliseconds. Start-up times count from just before fork and exec. Linux only.
"""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.measure import Job, measure_quietly, summarise

if TYPE_CHECKING:
    from collections.abc import Sequence


def parse_arguments(arguments: Sequence[str] | None = None) -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    add = parser.add_argument
    add("--ready", required=True, help="text on the first complete screen")
    add("--keys", action="append", default=[], help="keys to press once ready; repeatable")
    add("--echo", action="append", default=[], help="text that each --keys brings")
    add("--type", type=int, default=0, metavar="N", help="type N measured keys")
    add("--rate", type=float, default=10, help="keys a second; 0 sends all at once")
    add("--width", type=int, default=48, help="letters before Enter; 0 never presses it")
    add("--idle", type=float, default=0, metavar="S", help="watch the idle program S seconds")
    add("--runs", type=int, default=5, help="measured runs (default 5)")
    add("--warmup", type=int, default=1, help="runs thrown away first (default 1)")
    add("--size", default="120x40", help="columns x rows (default 120x40)")
    add("--quit", default="\\x11", help="keys that end the program (default ctrl+q)")
    add("--json", type=Path, help="also write every run to this file")
    add("--screen", action="store_true", help="print the last screen")
    add("command", nargs="+", help="the program, after --")
    options = parser.parse_args(arguments)
    if len(options.keys) != len(options.echo):
        parser.error("give as many --echo as --keys")
    return options


def job_of(options: argparse.Namespace) -> Job:
    """The job that the command line describes; keys may hold escapes as in Python."""
    columns, rows = (int(number) for number in options.size.split("x"))
    keys = [_unescaped(each) for each in options.keys]
    return Job(
        command=options.command,
        ready=options.ready,
        steps=tuple(zip(keys, options.echo, strict=True)),
        keys=options.type,
        rate=options.rate,
        width=options.width,
        idle=options.idle,
        quit=_unescaped(options.quit),
        size=(columns, rows),
    )


def main() -> int:
    """Measure, print the summary; 1 if a run never became ready."""
    options = parse_arguments()
    sys.setswitchinterval(0.0005)  # let the reading thread stamp output at once
    [runs] = measure_quietly([job_of(options)], options.runs, options.warmup)
    print(f"# {' '.join(options.command)} ({len(runs)} runs, {options.size})")
    for name, numbers in summarise(runs).items():
        print(f"{name:22}", *(f"{key}={value:.4g} " for key, value in numbers.items()))
    if options.screen:
        print(runs[-1].screen)
    if options.json:
        text = json.dumps([asdict(run) for run in runs], indent=1)
        options.json.write_text(text, encoding="utf-8")
    never_ready = sum(run.ready is None for run in runs)
    if never_ready:
        print(f"{never_ready} of {len(runs)} runs never showed {options.ready!r}", file=sys.stderr)
    return 1 if never_ready else 0


def _unescaped(keys: str) -> str:
    return keys.encode().decode("unicode_escape")


if __name__ == "__main__":
    sys.exit(main())
