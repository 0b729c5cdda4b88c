"""The latest changes after a crash: all of them are there, or it is said that some are not."""

from __future__ import annotations

import errno
import shutil
from typing import TYPE_CHECKING

import pytest
from made_store import House, house
from opened_store import prepare

from plo_tui.store.folder import STORE
from plo_tui.store.problems import CannotOpen

if TYPE_CHECKING:
    from pathlib import Path

ALL = ["One.", "Two.", "Three."]


@pytest.fixture
def crashed(tmp_path: Path) -> House:
    """A store as a kill leaves it: its latest changes beside it, and nobody there."""
    made = house(tmp_path / "made")
    for text in ALL:
        made.add(text)
    shutil.copytree(made.folder, tmp_path / "crashed")
    made.store.close()
    return House(tmp_path / "crashed", made.keys)


def log_of(made: House) -> Path:
    return made.folder / f"{STORE}-wal"


def turn_a_bit_over(file: Path, at: int) -> None:
    content = bytearray(file.read_bytes())
    content[at] ^= 1
    file.write_bytes(content)


def opened_again(made: House) -> list[str]:
    prepare(made.folder)
    return made.texts()


def test_after_a_kill_everything_is_there(crashed: House) -> None:
    assert opened_again(crashed) == ALL


@pytest.mark.parametrize(("at", "left"), [(40, 0), (-20, 2)])
def test_a_bit_turned_over_is_said_once_and_then_the_rest_is_read(
    crashed: House, at: int, left: int
) -> None:
    log = log_of(crashed)
    turn_a_bit_over(log, at)
    damaged = log.read_bytes()
    with pytest.raises(CannotOpen, match=r"latest changes.*cannot all be read.*open plo-tui again"):
        prepare(crashed.folder)
    assert log.read_bytes() == damaged
    assert opened_again(crashed) == ALL[:left]
    [kept] = crashed.folder.glob("*.damaged-*")
    assert kept.read_bytes() == damaged


def test_put_back_in_time_nothing_is_lost(crashed: House, tmp_path: Path) -> None:
    log_of(crashed).rename(tmp_path / "log")
    with pytest.raises(CannotOpen, match="damaged or missing"):
        prepare(crashed.folder)
    (tmp_path / "log").rename(log_of(crashed))
    assert opened_again(crashed) == ALL


def test_another_stores_changes_are_never_read_into_this_one(
    crashed: House, tmp_path: Path
) -> None:
    other = house(tmp_path / "other")
    other.add("Of another family.")
    shutil.copy(log_of(other), log_of(crashed))
    with pytest.raises(CannotOpen, match="cannot all be read"):
        prepare(crashed.folder)
    assert opened_again(crashed) == []


def test_changes_that_the_store_has_already_are_not_missed(crashed: House) -> None:
    """They stay beside it until the next change; older pages of them would spoil the store."""
    first = House(crashed.folder, crashed.keys)
    with first.store._engine.connect() as connection:
        connection.exec_driver_sql("COMMIT")
        connection.exec_driver_sql("PRAGMA wal_checkpoint(PASSIVE)")
    left = crashed.folder.with_name("left")
    shutil.copytree(crashed.folder, left)
    first.store.close()
    again = House(left, crashed.keys)
    turn_a_bit_over(log_of(again), log_of(again).stat().st_size // 2)
    assert opened_again(again) == ALL


def test_a_log_begun_again_after_a_power_cut_is_believed(crashed: House) -> None:
    """The index on disk may be older than the log: the log's own salt says so."""
    index = crashed.folder / f"{STORE}-shm"
    older = index.read_bytes()
    writing = House(crashed.folder, crashed.keys)
    with writing.store._engine.connect() as connection:
        connection.exec_driver_sql("COMMIT")
        connection.exec_driver_sql("PRAGMA wal_checkpoint(RESTART)")
    writing.add("Four.")
    cut = crashed.folder.with_name("cut")
    shutil.copytree(crashed.folder, cut)
    writing.store.close()
    (cut / index.name).write_bytes(older)
    assert opened_again(House(cut, crashed.keys)) == [*ALL, "Four."]


def test_a_second_terminal_is_not_kept_out(crashed: House) -> None:
    first = House(crashed.folder, crashed.keys)
    first.add("Four.")
    assert opened_again(House(crashed.folder, crashed.keys)) == [*ALL, "Four."]


def disk_is_full(_handle: int) -> None:
    raise OSError(errno.ENOSPC, "No space left on device")


def test_a_log_that_no_room_was_left_to_keep_is_not_removed(
    crashed: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    log = log_of(crashed)
    turn_a_bit_over(log, 40)
    damaged = log.read_bytes()
    monkeypatch.setattr("plo_tui.store.folder.os.fsync", disk_is_full)
    with pytest.raises(CannotOpen, match="No space left"):
        prepare(crashed.folder)
    assert not list(crashed.folder.glob("*.damaged-*"))
    monkeypatch.undo()
    with pytest.raises(CannotOpen, match="cannot all be read"):
        prepare(crashed.folder)
    assert log.read_bytes() == damaged
    [kept] = crashed.folder.glob("*.damaged-*")
    kept.write_bytes(damaged[:100])  # as a copy that was cut off
    with pytest.raises(CannotOpen, match="cannot all be read"):
        prepare(crashed.folder)
    assert kept.read_bytes() == log.read_bytes() == damaged
    assert opened_again(crashed) == []
