"""Damage: one bit turned over, a file cut short, emptied, missing or of another store.

Each is either harmless, or named by a sentence; nothing else than what was written is ever shown.
"""

from __future__ import annotations

import random
import shutil
from functools import partial
from typing import TYPE_CHECKING

from benchmarks.faults.small_store import Rows, SmallStore, every_row, make_small_store
from benchmarks.faults.trial import Trial
from plo_tui.store.folder import STORE
from plo_tui.store.problems import StoreProblem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

PAGE = 4096
RESERVED = 80
"""Bytes at the end of each page: its initialisation vector and its seal (HMAC)."""
PARAGRAPHS = 12
HARMLESS = "(nothing: no row was touched by it)"


def flipped_pages(folder: Path, each: int) -> Trial:
    """Turn one bit over in every page: in its content and in its seal, and in all of the salt."""
    trial = Trial("one bit turned over, in every page of the store")
    made = make_small_store(folder / "made", PARAGRAPHS)
    rows = _read(made)
    size = (made.folder / STORE).stat().st_size
    for at in [*range(16), *_places(size, each)]:
        _try(trial, made, folder / "tried", rows, partial(_flip, at=at))
    return trial


def cut_short(folder: Path, each: int) -> Trial:
    """Cut the store off at page boundaries and in the middle of pages, and empty it."""
    trial = Trial("the store cut short, or emptied")
    made = make_small_store(folder / "made", PARAGRAPHS)
    rows = _read(made)
    pages = (made.folder / STORE).stat().st_size // PAGE
    for page in range(0, pages, max(1, pages // max(each, 1))):
        for at in (page * PAGE, page * PAGE + PAGE // 2):
            _try(trial, made, folder / "tried", rows, partial(_cut, at=at))
    return trial


def damaged_log(folder: Path, each: int) -> Trial:
    """After a crash: turn bits over in the latest changes, cut them short, take them away."""
    trial = Trial(
        "the latest changes damaged, cut short, missing or another store's, after a crash"
    )
    made = make_small_store(folder / "made")
    other = _crashed(make_small_store(folder / "other"), folder / "others").folder
    crashed = _crashed(made, folder / "crashed")
    rows = _read(crashed.copy(folder / "as it was"))
    size = (crashed.folder / f"{STORE}-wal").stat().st_size
    chosen = random.Random(4)  # noqa: S311 - places, not secrets
    places = [*range(0, 32, max(32 // each, 1)), *(chosen.randrange(size) for _ in range(each))]
    changes: list[Callable[[Path], object]] = [
        *(_in_log(partial(_flip, at=at)) for at in places),
        *(_in_log(partial(_cut, at=at)) for at in places[-each::4]),
        lambda store: _log(store).unlink(),
        lambda store: shutil.copy(_log(other / STORE), _log(store)),
    ]
    for change in changes:
        _try(trial, crashed, folder / "tried", rows, change)
    return trial


def _try(
    trial: Trial, made: SmallStore, tried: Path, rows: Rows, change: Callable[[Path], object]
) -> None:
    """Damage a copy and read all of it: count what is said, or what is wrong."""
    copy = made.copy(tried)
    change(copy.folder / STORE)
    trial.rounds += 1
    trial.acknowledged += len(rows["entry"])
    try:
        now = _read(copy)
    except StoreProblem as problem:
        trial.says(problem, tried)
        if "Or open plo-tui again" in str(problem):
            _try_again(trial, copy, rows)
        return
    if now == rows:
        trial.says(HARMLESS, tried)
        return
    trial.wrong += 1
    trial.lost += len(set(rows["entry"]) - set(now["entry"]))


def _try_again(trial: Trial, copy: SmallStore, rows: Rows) -> None:
    """Open it without the changes that cannot be read: what is there is whole, and nothing else."""
    now = _read(copy)
    trial.wrong += not set(now["journal"]) <= set(rows["journal"]) or not copy.whole()


def _read(small: SmallStore) -> Rows:
    store = small.open()
    try:
        return store.read(every_row)
    finally:
        store.close()


def _crashed(made: SmallStore, folder: Path) -> SmallStore:
    """Copy a store as a kill leaves it: with its latest changes beside it."""
    store = made.open()
    for number in range(PARAGRAPHS):
        made.minute(store, f"{number}. It was said and saved.")
    crashed = made.copy(folder)
    store.close()
    return crashed


def _in_log(change: Callable[[Path], object]) -> Callable[[Path], object]:
    return lambda store: change(_log(store))


def _log(store: Path) -> Path:
    return store.with_name(f"{STORE}-wal")


def _places(size: int, each: int) -> Iterator[int]:
    chosen = random.Random(4)  # noqa: S311 - places, not secrets
    for page in range(0, size, PAGE):
        for place in range(each):
            first, last = (0, PAGE - RESERVED) if place % 2 == 0 else (PAGE - RESERVED, PAGE)
            yield page + chosen.randrange(first, last)


def _flip(file: Path, at: int) -> None:
    with file.open("r+b") as opened:
        opened.seek(at)
        [byte] = opened.read(1)
        opened.seek(at)
        opened.write(bytes([byte ^ (1 << at % 8)]))


def _cut(file: Path, at: int) -> None:
    with file.open("r+b") as opened:
        opened.truncate(at)
