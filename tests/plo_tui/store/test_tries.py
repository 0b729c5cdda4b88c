"""Wrong passphrases in a row slow down, and nothing locks anyone out for good."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from opened_store import PASSPHRASE, prepare

from plo_tui.store.opening import unlock
from plo_tui.store.problems import Locked, TooSoon, WrongSecret
from plo_tui.store.tries import LONGEST, TRIES, wait

if TYPE_CHECKING:
    from pathlib import Path

NOON = datetime(2027, 1, 12, 12, tzinfo=UTC)


def try_at(folder: Path, now: datetime, words: str = "wrong words") -> None:
    unlock(folder, words, now)


def test_the_fifth_wrong_one_waits_and_each_after_it_longer(tmp_path: Path) -> None:
    prepare(tmp_path)
    now, waits = NOON, []
    for _ in range(14):
        with pytest.raises(WrongSecret):
            try_at(tmp_path, now)
        left = wait(tmp_path, now)
        waits.append(left.total_seconds())
        now += left
    assert waits[:6] == [0, 0, 0, 2, 4, 8]
    assert waits == sorted(waits)
    assert waits[-1] == LONGEST.total_seconds()


def test_while_it_waits_even_the_right_one_is_not_tried(tmp_path: Path) -> None:
    prepare(tmp_path)
    for _ in range(4):
        with pytest.raises(WrongSecret):
            try_at(tmp_path, NOON)
    with pytest.raises(TooSoon, match="Wait 2 seconds, then try again"):
        try_at(tmp_path, NOON, PASSPHRASE)
    try_at(tmp_path, NOON + timedelta(seconds=2), PASSPHRASE)
    assert not (tmp_path / TRIES).exists()
    assert not wait(tmp_path, NOON)


def test_a_clock_that_went_back_makes_nobody_wait_longer(tmp_path: Path) -> None:
    prepare(tmp_path)
    for _ in range(4):
        with pytest.raises(WrongSecret):
            try_at(tmp_path, NOON)
    assert wait(tmp_path, NOON - timedelta(days=400)) == timedelta(seconds=2)


def test_however_many_were_wrong_the_right_one_opens_in_the_end(tmp_path: Path) -> None:
    prepare(tmp_path)
    for count in (60, 10**30):
        content = {"count": count, "at": NOON.isoformat()}
        (tmp_path / TRIES).write_text(json.dumps(content), encoding="utf-8")
        assert wait(tmp_path, NOON) == LONGEST
    try_at(tmp_path, NOON + LONGEST, PASSPHRASE)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{}",
        b"[]",
        b'{"count": "x", "at": 3}',
        b'{"count": 1e999, "at": "2027-01-12T12:00:00+00:00"}',
        b'{"count": 9, "at": "0001-01-01T00:00:00+14:00"}',
        b"[" * 100_000,
    ],
)
def test_a_damaged_count_locks_nobody_out(tmp_path: Path, content: bytes) -> None:
    prepare(tmp_path)
    (tmp_path / TRIES).write_bytes(content)
    try_at(tmp_path, NOON, PASSPHRASE)
    with pytest.raises(Locked):
        unlock(tmp_path, "")
