"""The backups that the app makes by itself: which are kept, whatever the clock and the disk do."""

from __future__ import annotations

import os
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from plo_tui.desk import Desk
from plo_tui.settings import Settings
from plo_tui.store import backing_up
from plo_tui.store.backing_up import back_up, back_up_on_closing, backups
from plo_tui.store.copying import copy_store
from plo_tui.store.restoring import read_backup

if TYPE_CHECKING:
    from pathlib import Path

    import pytest
    from made_store import House

NOON = datetime(2027, 1, 12, 12, tzinfo=UTC)
KEPT = 3


def close_after_a_change(made: House, day: int) -> Path | None:
    made.add(f"Said on day {day}.")
    return back_up_on_closing(made.folder, made.key, KEPT, NOON + timedelta(days=day))


def days(made: House) -> list[str]:
    return [file.name[8:10] for file in backups(made.folder)]


def test_after_the_clock_was_set_back_the_new_one_stays(made: House) -> None:
    for day in range(4):
        close_after_a_change(made, day)
    assert days(made) == ["13", "14", "15"]
    new = close_after_a_change(made, -5)
    assert new is not None
    assert new.exists()
    assert days(made) == ["07", "14", "15"]


def test_one_that_the_user_wrote_there_is_neither_removed_nor_counted(made: House) -> None:
    close_after_a_change(made, 0)
    own = [back_up(made.folder, made.key, made.folder / "backups" / name) for name in OWN]
    made.add("Said after it.")
    for name in OWN:  # as new as the store, so nothing would be made if it were the last
        (made.folder / "backups" / name).unlink()
        back_up(made.folder, made.key, made.folder / "backups" / name)
    assert back_up_on_closing(made.folder, made.key, 1, NOON + timedelta(days=1))
    assert days(made) == ["13"]
    assert all(file.exists() for file in own)


OWN = ("2020 kept.plobackup", "zz.plobackup", "2027-01-13 120000.000000 mine.plobackup")


def test_one_that_another_program_holds_stays_and_nothing_stops(
    made: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    for day in range(3):
        close_after_a_change(made, day)
    real = type(made.folder).unlink

    def held(file: Path, *args: Any, **kwargs: Any) -> None:
        if file.suffix == ".plobackup":
            raise PermissionError(13, "Permission denied")
        real(file, *args, **kwargs)

    with monkeypatch.context() as within:
        within.setattr("pathlib.Path.unlink", held)
        assert close_after_a_change(made, 3)
    assert len(days(made)) == KEPT + 1
    close_after_a_change(made, 4)
    assert days(made) == ["14", "15", "16"]


def test_what_a_kill_left_of_an_earlier_run_is_removed(made: House) -> None:
    inside = made.folder / "backups"
    for name in (".plo-tui-old", ".plo-tui-now"):
        (inside / name).mkdir(parents=True)
        (inside / name / "store.db").write_bytes(b"a whole store")
    os.utime(inside / ".plo-tui-old", (1, 1))
    back_up_on_closing(made.folder, made.key, KEPT, NOON)
    assert not (inside / ".plo-tui-old").exists()
    assert (inside / ".plo-tui-now").exists()  # another terminal may be writing it


def test_a_change_while_a_backup_is_made_is_in_the_next_one(
    made: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    def copied_before_a_change(*args: Any) -> None:
        copy_store(*args)
        made.add("Said in the meantime.")

    lines = len(made.journal())
    with monkeypatch.context() as within:
        within.setattr(backing_up, "copy_store", copied_before_a_change)
        first = back_up_on_closing(made.folder, made.key, KEPT, NOON)
    second = back_up_on_closing(made.folder, made.key, KEPT, NOON + timedelta(days=1))
    assert first is not None
    assert second is not None
    assert read_backup(second).lines == read_backup(first).lines + 1
    assert read_backup(first).lines >= lines


def test_whatever_a_backup_on_closing_raises_the_store_is_closed(
    made: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError

    made.add("Said before.")
    made.store.close()
    desk = Desk(made.folder, Settings())
    desk._open("", made.key)
    monkeypatch.setattr(backing_up, "back_up_on_closing", broken)
    with suppress(RuntimeError):
        desk.close()
    desk._thread.shutdown()
    assert {file.name for file in made.folder.iterdir()} == {"store.db", "store.key"}


def test_a_damaged_backup_does_not_keep_a_new_one_from_being_made(made: House) -> None:
    first = close_after_a_change(made, 0)
    assert first is not None
    content = bytearray(first.read_bytes())
    content[6] |= 1  # encrypted, says the first member
    content[content.index(b"PK\x01\x02") + 8] |= 1
    first.write_bytes(content)
    assert close_after_a_change(made, 1)
