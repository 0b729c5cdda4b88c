"""Fuzzing for minutes or hours: the tests' own strategies, fed with bytes instead of examples.

    python -m benchmarks.fuzz --minutes 10 [--only sheet] [--atheris]

Each parser has its turn for an equal part of the time. Where a test fails, its name, the error
and the bytes are printed, and the exit code is 1: `--bytes HEX --only NAME` tries them again.
With `--atheris`, if that is installed, its coverage guides the bytes of one parser (`--only`).
"""

from __future__ import annotations

import argparse
import os
import random
import sys
import time
import traceback
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

HOUSE = Path(__file__).resolve().parent.parent
FOLDERS = ("tests", "tests/agenda", "tests/exports", "tests/plo_tui")
TESTS = (
    "test_typed_dates:test_any_text_is_a_date_or_is_refused",
    "test_quick_capture:test_no_line_raises_and_no_word_typed_is_lost",
    "test_wild_files:test_any_sheet_is_read_or_refused",
    "test_wild_files:test_any_policy_is_read_or_refused",
    "test_wild_settings:test_any_key_is_given_or_refused",
    "test_wild_settings:test_any_time_place_and_rhythm_is_read",
    "test_wild_settings:test_an_expansion_replaces_what_was_typed_and_no_more",
    "test_wild_templates:test_parts_that_do_not_fit_together",
    "test_wild_templates:test_bytes_that_were_flipped_or_lost",
    "test_file_names:test_any_reference_gives_the_name_of_one_file",
    "test_direction:test_every_text_of_a_document_ends_as_it_began",
)
LONGEST = 8_192
"""Bytes: what one example is drawn from."""


def one_input(test: str) -> Callable[[bytes], Any]:
    """Return what tries a test on the example that some bytes stand for."""
    module, _, name = test.partition(":")
    tried: Callable[[bytes], Any] = getattr(import_module(module), name).hypothesis.fuzz_one_input
    return tried


def fuzz(test: str, seconds: float, chance: random.Random) -> int:
    """Try a test for so long; print each kind of failure once, and return how many there are."""
    try_one, failures, tried = one_input(test), set[str](), 0
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        content = chance.randbytes(chance.randrange(LONGEST))
        tried += 1
        try:
            try_one(content)
        except Exception as error:  # noqa: BLE001 - whatever it is, it was found
            last = traceback.extract_tb(error.__traceback__)[-1]
            where = f"{type(error).__name__} at {Path(last.filename).name}:{last.lineno}"
            if where not in failures:
                failures.add(where)
                print(f"FOUND {test}\n  {where}: {str(error)[:300]}\n  --bytes {content.hex()}")
    print(f"{tried:8} tries, {len(failures)} found: {test}")
    return len(failures)


def guided(test: str) -> None:
    """Let atheris choose the bytes; it never returns."""
    atheris = import_module("atheris")
    with atheris.instrument_imports(include=["agenda", "exports", "plo_tui"]):
        try_one = one_input(test)
    atheris.Setup(sys.argv[:1], try_one)
    atheris.Fuzz()


def main() -> int:
    """Fuzz as the command line asks."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--minutes", type=float, default=5)
    parser.add_argument("--only", default="", help="tests with this in their name")
    parser.add_argument("--seed", type=int, default=int.from_bytes(os.urandom(4), "big"))
    parser.add_argument("--bytes", type=bytes.fromhex, help="try these, and no others")
    parser.add_argument("--atheris", action="store_true")
    asked = parser.parse_args()
    sys.path[:0] = [str(HOUSE / folder) for folder in FOLDERS]
    tests = [test for test in TESTS if asked.only in test]
    if asked.atheris:
        guided(tests[0])
    if asked.bytes is not None:
        for test in tests:
            one_input(test)(asked.bytes)
        return 0
    print(f"--seed {asked.seed}")
    chance = random.Random(asked.seed)  # noqa: S311 - no secret
    return int(sum(fuzz(test, asked.minutes * 60 / len(tests), chance) for test in tests) > 0)


if __name__ == "__main__":
    sys.exit(main())
