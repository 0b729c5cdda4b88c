"""Backups: live, whole, encrypted; the last few kept; restored where no store is."""

from __future__ import annotations

import json
import sys
import zipfile
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from opened_store import PASSPHRASE, made_at

from plo_tui.store.backing_up import SUFFIX, back_up, back_up_on_closing, backups
from plo_tui.store.connection import connect
from plo_tui.store.folder import KEY, STORE
from plo_tui.store.opening import prepare, with_passphrase
from plo_tui.store.problems import (
    CannotOpen,
    Damaged,
    NewerStore,
    NoBackup,
    NotOurs,
    WrongSecret,
)
from plo_tui.store.restoring import read_backup, restore
from plo_tui.store.store import Store

if TYPE_CHECKING:
    from pathlib import Path

    from made_store import House

    from plo_tui.store.key import StoreKey

NOON = datetime(2027, 1, 12, 12, tzinfo=UTC)


def texts(folder: Path, key: StoreKey) -> list[str]:
    plain = connect(folder / STORE, key)
    said = [row[0] for row in plain.execute("SELECT text FROM entry ORDER BY id")]
    plain.close()
    return said


def test_a_backup_of_a_store_in_use_has_all_that_was_saved(made: House, tmp_path: Path) -> None:
    made.add("Said a moment ago.")  # and still in the write-ahead log
    file = back_up(made.folder, made.key, tmp_path / "copy.plobackup", NOON)
    made.add("Said after it.")
    key = restore(file, tmp_path / "again", PASSPHRASE)
    assert texts(tmp_path / "again", key) == ["Said a moment ago."]
    assert prepare(tmp_path / "again", secret=PASSPHRASE) == key == made.key
    assert read_backup(file).made_at == "2027-01-12T12:00:00+00:00"
    again = Store(tmp_path / "again", key)
    assert again.read(lambda session: session.connection().exec_driver_sql("SELECT 1").scalar())
    again.close()


def test_a_backup_is_the_owners_alone_and_says_nothing(made: House, tmp_path: Path) -> None:
    made.add("The stairs were clear.")
    file = back_up(made.folder, made.key, tmp_path / "copy.plobackup")
    content = file.read_bytes()
    for words in (b"stairs", b"Carter", b"SQLite format 3", made.key.key, PASSPHRASE.encode()):
        assert words not in content
    if sys.platform != "win32":
        assert file.stat().st_mode & 0o777 == 0o600
    assert sorted(one.name for one in tmp_path.iterdir()) == ["copy.plobackup", "store"]


def test_a_backup_opens_with_what_was_in_use_when_it_was_made(made: House, tmp_path: Path) -> None:
    file = back_up(made.folder, made.key, tmp_path / "copy.plobackup")
    with_passphrase(made.folder, made.key, "gravel saturday lamp otter")
    with pytest.raises(WrongSecret, match="in use when it was made"):
        restore(file, tmp_path / "again", "gravel saturday lamp otter")
    assert not (tmp_path / "again").exists()
    assert restore(file, tmp_path / "again", PASSPHRASE) == made.key


def test_nothing_is_written_over(made: House, tmp_path: Path) -> None:
    file = back_up(made.folder, made.key, tmp_path / "copy.plobackup")
    content = file.read_bytes()
    with pytest.raises(NoBackup, match="not replaced"):
        back_up(made.folder, made.key, file)
    assert file.read_bytes() == content
    with pytest.raises(CannotOpen, match="already"):
        restore(file, made.folder, PASSPHRASE)
    assert prepare(made.folder, secret=PASSPHRASE) == made.key


def test_a_folder_that_is_not_there_is_named(made: House, tmp_path: Path) -> None:
    with pytest.raises(NoBackup, match="choose another place"):
        back_up(made.folder, made.key, tmp_path / "no" / "copy.plobackup")


def test_closing_makes_one_only_where_something_changed_and_keeps_the_last(made: House) -> None:
    kept = 3
    assert back_up_on_closing(made.folder, made.key, kept, NOON)
    assert back_up_on_closing(made.folder, made.key, kept, NOON + timedelta(days=1)) is None
    for day in range(2, 7):
        made.add(f"Said on day {day}.")
        assert back_up_on_closing(made.folder, made.key, kept, NOON + timedelta(days=day))
    names = [file.name[:10] for file in backups(made.folder)]
    assert names == ["2027-01-16", "2027-01-17", "2027-01-18"]


def test_none_is_made_where_the_authority_keeps_none(made: House) -> None:
    assert back_up_on_closing(made.folder, made.key, 0, NOON) is None
    assert backups(made.folder) == []


def test_an_older_store_is_backed_up_before_it_is_brought_up_to_date(tmp_path: Path) -> None:
    made_at(tmp_path / "old", "0001")
    key = prepare(tmp_path / "old", secret=PASSPHRASE)
    [backup] = backups(tmp_path / "old")
    assert backup.name.endswith(f"before update of 0001{SUFFIX}")
    restored = restore(backup, tmp_path / "again", PASSPHRASE)
    plain = connect(tmp_path / "again" / STORE, restored)
    assert plain.execute("SELECT version_num FROM alembic_version").fetchone() == ("0001",)
    plain.close()
    assert prepare(tmp_path / "again", secret=PASSPHRASE) == key


def test_a_backup_of_a_newer_store_is_refused(made: House, tmp_path: Path) -> None:
    plain = connect(made.folder / STORE, made.key)
    plain.execute("UPDATE alembic_version SET version_num = '9999'")
    plain.close()
    file = back_up(made.folder, made.key, tmp_path / "copy.plobackup")
    with pytest.raises(NewerStore):
        restore(file, tmp_path / "again", PASSPHRASE)
    assert list((tmp_path / "again").iterdir()) == []


def test_every_damaged_part_of_a_backup_is_named(made: House, tmp_path: Path) -> None:
    whole = back_up(made.folder, made.key, tmp_path / "copy.plobackup").read_bytes()
    file = tmp_path / "damaged.plobackup"
    step = len(whole) // 60
    for at in (*range(0, len(whole), step), len(whole) - 10):
        damaged = bytearray(whole)
        damaged[at] ^= 1
        file.write_bytes(damaged)
        folder = tmp_path / f"again-{at}"
        try:
            key = restore(file, folder, PASSPHRASE)
        except CannotOpen:
            assert not (folder / STORE).exists()
            assert not (folder / KEY).exists()
        else:
            assert key == made.key  # a byte that nothing reads


def test_a_truncated_backup_is_named(made: House, tmp_path: Path) -> None:
    file = back_up(made.folder, made.key, tmp_path / "copy.plobackup")
    whole = file.read_bytes()
    for length in (0, 1, 100, len(whole) // 2, len(whole) - 1):
        file.write_bytes(whole[:length])
        with pytest.raises(NotOurs, match="not a backup of plo-tui, or it is damaged"):
            restore(file, tmp_path / "again", PASSPHRASE)


def test_another_zip_file_is_no_backup(made: House, tmp_path: Path) -> None:
    bomb, whole = tmp_path / "bomb.plobackup", tmp_path / "copy.plobackup"
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as written:
        for name in ("about.json", KEY, STORE):
            written.writestr(name, bytes(10_000_000))
    with pytest.raises(NotOurs):
        read_backup(bomb)
    back_up(made.folder, made.key, whole)
    with zipfile.ZipFile(whole, "a") as more:
        more.writestr("../../outside", b"x")
    with pytest.raises(NotOurs):
        restore(whole, tmp_path / "again", PASSPHRASE)


def test_a_damaged_page_is_found_before_anything_is_restored(made: House, tmp_path: Path) -> None:
    file = back_up(made.folder, made.key, tmp_path / "copy.plobackup")
    with zipfile.ZipFile(file) as read:
        members = {name: read.read(name) for name in read.namelist()}
    store = bytearray(members[STORE])
    store[3 * 4096 + 50] ^= 1
    with zipfile.ZipFile(file, "w") as written:
        for name, content in (members | {STORE: bytes(store)}).items():
            written.writestr(name, content)
    with pytest.raises(Damaged, match="choose another backup"):
        restore(file, tmp_path / "again", PASSPHRASE)


def member_headers(content: bytearray, name: str) -> tuple[int, int]:
    """Where the header of a member and its entry in the list at the end begin."""
    first = content.index(name.encode()) - 30
    return first, content.rindex(name.encode()) - 46


@pytest.mark.parametrize("member", ["about.json", KEY, STORE])
@pytest.mark.parametrize(("at", "value"), [(6, 1), (6, 32), (4, 99)])
def test_an_encrypted_member_or_one_of_another_version_is_named(
    made: House, tmp_path: Path, member: str, at: int, value: int
) -> None:
    file = back_up(made.folder, made.key, tmp_path / "copy.plobackup")
    content = bytearray(file.read_bytes())
    local, listed = member_headers(content, member)
    content[local + at] |= value
    content[listed + at + 2] |= value
    file.write_bytes(content)
    with pytest.raises(CannotOpen, match="choose another backup"):
        restore(file, tmp_path / "again", PASSPHRASE)
    assert not (tmp_path / "again" / KEY).exists()


def test_a_count_of_lines_that_is_no_number_is_named(made: House, tmp_path: Path) -> None:
    file = back_up(made.folder, made.key, tmp_path / "copy.plobackup")
    with zipfile.ZipFile(file) as read:
        members = {name: read.read(name) for name in read.namelist()}
    about = {"format": 1, "made_at": "2027-01-12", "lines": float("inf")}
    with zipfile.ZipFile(file, "w") as written:
        for name, content in (members | {"about.json": json.dumps(about).encode()}).items():
            written.writestr(name, content)
    with pytest.raises(NotOurs):
        read_backup(file)


def test_a_restore_that_fails_at_the_last_leaves_no_key(
    made: House, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = back_up(made.folder, made.key, tmp_path / "copy.plobackup")
    real = type(tmp_path).replace

    def replace(one: Path, target: Path) -> Path:
        if target.name == STORE:
            raise PermissionError(13, "Permission denied")
        return real(one, target)

    with monkeypatch.context() as within:
        within.setattr("pathlib.Path.replace", replace)
        with pytest.raises(NoBackup, match="Nothing is left of it"):
            restore(file, tmp_path / "again", PASSPHRASE)
    assert list((tmp_path / "again").iterdir()) == []
    assert restore(file, tmp_path / "again", PASSPHRASE) == made.key
