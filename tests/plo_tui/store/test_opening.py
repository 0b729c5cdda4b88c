"""Opening a store: whose files they are, and what is refused without touching anything."""

from __future__ import annotations

import json
import os
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from made_store import house
from opened_store import PASSPHRASE, prepare

from plo_tui.store.connection import connect
from plo_tui.store.folder import KEY, STORE, make_file, store_folder
from plo_tui.store.key import DEMO_KEY
from plo_tui.store.opening import SCHEMA
from plo_tui.store.problems import CannotOpen, Damaged, NewerStore, NotOurs
from plo_tui.store.store import Store

if TYPE_CHECKING:
    from collections.abc import Iterator

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps no file modes")


def mode(path: Path) -> int:
    return path.stat().st_mode & 0o777


@contextmanager
def everyone_may_read_new_files() -> Iterator[None]:
    before = os.umask(0)
    try:
        yield
    finally:
        os.umask(before)


@posix_only
def test_every_file_is_the_owners_alone_while_it_is_used(tmp_path: Path) -> None:
    folder = tmp_path / "deep" / "store"
    with everyone_may_read_new_files():
        store = Store(folder, prepare(folder))
        with store.transaction() as session:
            session.connection().exec_driver_sql("CREATE TABLE here (x)")
            files = {file.name: mode(file) for file in folder.iterdir()}
    assert mode(folder) == 0o700
    assert {STORE, f"{STORE}-wal", f"{STORE}-shm", KEY} <= set(files)
    assert set(files.values()) == {0o600}


@posix_only
def test_files_are_the_owners_before_their_first_byte(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = []

    def watched(handle: int, *args: Any) -> Any:
        seen.append(os.fstat(handle))
        return opened(handle, *args)

    opened = os.fdopen
    monkeypatch.setattr("plo_tui.store.folder.os.fdopen", watched)
    with everyone_may_read_new_files():
        prepare(tmp_path / "store")
    assert [(stat.st_mode & 0o777, stat.st_size) for stat in seen] == [(0o600, 0)] * 2


def test_a_file_that_is_there_is_never_overwritten(tmp_path: Path) -> None:
    path = tmp_path / KEY
    path.write_bytes(b"someone's key")
    with pytest.raises(CannotOpen, match=r"--store FOLDER"):
        make_file(path)
    assert path.read_bytes() == b"someone's key"


def test_a_second_open_keeps_everything(tmp_path: Path) -> None:
    made = house(tmp_path / "store")
    made.add("It was said.")
    made.store.close()
    assert prepare(made.folder) == made.key
    assert made.texts() == ["It was said."]


def test_a_half_made_store_is_made_anew(tmp_path: Path) -> None:
    (tmp_path / "store.new").write_bytes(b"half")
    key = prepare(tmp_path)
    assert connect(tmp_path / STORE, key).execute("SELECT * FROM staff").fetchall() == []


def test_a_store_that_was_made_and_not_yet_named_is_named(tmp_path: Path) -> None:
    key = prepare(tmp_path)
    (tmp_path / STORE).replace(tmp_path / "store.new")
    assert prepare(tmp_path) == key
    assert connect(tmp_path / STORE, key).execute("SELECT * FROM staff").fetchall() == []


def test_a_store_whose_file_is_gone_is_never_made_anew(tmp_path: Path) -> None:
    prepare(tmp_path)
    (tmp_path / STORE).unlink()
    with pytest.raises(CannotOpen, match="plo-tui restore FILE"):
        prepare(tmp_path)
    assert not (tmp_path / STORE).exists()


def test_the_demo_says_so_each_time(tmp_path: Path) -> None:
    assert prepare(tmp_path, demo=True).key == DEMO_KEY
    assert prepare(tmp_path).demo


def test_two_stores_have_two_keys(tmp_path: Path) -> None:
    first, second = prepare(tmp_path / "a"), prepare(tmp_path / "b")
    assert first.key not in (second.key, DEMO_KEY)
    assert not first.demo


def test_a_newer_store_is_refused_and_kept(tmp_path: Path) -> None:
    made = house(tmp_path / "store")
    plain = connect(made.folder / STORE, made.key)
    plain.execute("UPDATE alembic_version SET version_num = '9999'")
    plain.close()
    with pytest.raises(NewerStore, match=r"newer version.*update plo-tui"):
        prepare(made.folder)
    plain = connect(made.folder / STORE, made.key)
    assert plain.execute("SELECT version_num FROM alembic_version").fetchone() == ("9999",)


def test_this_version_opens_without_the_migration_library(tmp_path: Path) -> None:
    import subprocess

    prepare(tmp_path)
    code = (
        "import sys; from pathlib import Path; from plo_tui.store.opening import prepare\n"
        f"prepare(Path({str(tmp_path)!r}), secret={PASSPHRASE!r}); print('alembic' in sys.modules)"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "False"


@pytest.mark.parametrize("content", [b"", b"x", bytes(4095)])
def test_a_file_without_a_whole_page_is_no_store(tmp_path: Path, content: bytes) -> None:
    made = house(tmp_path / "store")
    (made.folder / STORE).write_bytes(content)
    with pytest.raises(CannotOpen, match="empty or cut off"):
        prepare(made.folder)
    assert (made.folder / STORE).read_bytes() == content


def test_a_database_of_something_else_is_refused(tmp_path: Path) -> None:
    made = house(tmp_path / "store")
    plain = connect(made.folder / STORE, made.key)
    plain.execute("DROP TABLE alembic_version")
    plain.close()
    with pytest.raises(CannotOpen, match="not a plo-tui store"):
        prepare(made.folder)


def test_a_store_without_its_key_is_refused(tmp_path: Path) -> None:
    made = house(tmp_path / "store")
    (made.folder / KEY).unlink()
    before = (made.folder / STORE).read_bytes()
    with pytest.raises(CannotOpen, match=KEY):
        prepare(made.folder)
    assert (made.folder / STORE).read_bytes() == before
    assert not (made.folder / KEY).exists()


@pytest.mark.parametrize(
    "content",
    [
        "",
        "no JSON",
        "[]",
        '{"format": 1, "demo": false}',
        '{"format": 1, "demo": false, "key": "xyz"}',
        '{"format": 1, "demo": false, "key": "00ff"}',
        '{"format": 1, "demo": false, "key": 12}',
    ],
)
def test_a_damaged_key_is_named(tmp_path: Path, content: str) -> None:
    made = house(tmp_path / "store")
    (made.folder / KEY).write_text(content, encoding="utf-8")
    with pytest.raises(CannotOpen, match="damaged"):
        prepare(made.folder)


def test_a_key_of_a_newer_format_is_not_called_damaged(tmp_path: Path) -> None:
    made = house(tmp_path / "store")
    (made.folder / KEY).write_text(json.dumps({"format": 3, "wrapped": "…"}), encoding="utf-8")
    with pytest.raises(CannotOpen, match="newer version"):
        prepare(made.folder)


def test_another_stores_key_is_refused_in_silence(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    made = house(tmp_path / "store")
    prepare(tmp_path / "other")
    other = (tmp_path / "other" / KEY).read_bytes()
    (made.folder / KEY).write_bytes(other)
    with pytest.raises(NotOurs, match="not the store that its key file opens"):
        prepare(made.folder)
    assert capfd.readouterr() == ("", "")  # nothing is written over the screen


def test_a_damaged_first_page_is_named(tmp_path: Path) -> None:
    made = house(tmp_path / "store")
    content = bytearray((made.folder / STORE).read_bytes())
    content[100:200] = bytes(100)
    (made.folder / STORE).write_bytes(content)
    with pytest.raises(Damaged, match=r"first page of store\.db.*restore a backup"):
        prepare(made.folder)
    assert (made.folder / STORE).read_bytes() == content


def test_sixteen_bytes_that_the_key_file_knows_may_be_damaged(tmp_path: Path) -> None:
    made = house(tmp_path / "store")
    made.add("It was said.")
    made.store.close()
    content = bytearray((made.folder / STORE).read_bytes())
    content[:16] = bytes(16)
    (made.folder / STORE).write_bytes(content)
    assert prepare(made.folder) == made.key
    assert made.texts() == ["It was said."]


@pytest.mark.parametrize("content", [b"SQLite format 3\0" + bytes(4080), b"\x07" * 9000])
def test_a_file_that_is_no_store_is_named_and_kept(tmp_path: Path, content: bytes) -> None:
    made = house(tmp_path / "store")
    (made.folder / STORE).write_bytes(content)
    with pytest.raises(NotOurs, match="put the right file"):
        prepare(made.folder)
    assert (made.folder / STORE).read_bytes() == content


@contextmanager
def ordinary_user() -> Iterator[Path]:
    """A folder of someone whom file modes stop, as they never stop root."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if os.geteuid():
            yield folder
            return
        os.chown(folder, 65534, 65534)
        os.seteuid(65534)
        try:
            yield folder
        finally:
            os.seteuid(0)


@posix_only
def test_a_read_only_folder_is_named(tmp_path: Path) -> None:
    prepare(tmp_path)  # what it imports, root can read
    with ordinary_user() as folder:
        kept = folder / "kept"
        prepare(kept)
        kept.chmod(0o500)
        folder.chmod(0o500)
        try:
            with pytest.raises(CannotOpen, match="--store FOLDER"):
                prepare(folder / "new")
            with pytest.raises(CannotOpen, match="Make it writable"):
                prepare(kept)
        finally:
            folder.chmod(0o700)
            kept.chmod(0o700)


def test_where_a_store_lies(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PLO_TUI_STORE", str(tmp_path / "named"))
    assert store_folder() == tmp_path / "named"
    assert store_folder(str(tmp_path / "chosen")) == tmp_path / "chosen"
    monkeypatch.delenv("PLO_TUI_STORE")
    assert "plo-tui" in store_folder().parts


def test_the_schema_constant_is_the_newest_revision() -> None:
    from alembic.script import ScriptDirectory

    from plo_tui.store.migrating import configuration

    assert ScriptDirectory.from_config(configuration()).get_current_head() == SCHEMA


def test_a_new_store_that_cannot_be_named_is_said_in_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as within:
        within.setattr("pathlib.Path.unlink", held)
        with pytest.raises(CannotOpen, match="Close what else uses it"):
            prepare(tmp_path / "made")
    prepare(tmp_path)
    (tmp_path / STORE).replace(tmp_path / "store.new")
    monkeypatch.setattr("pathlib.Path.replace", held)
    with pytest.raises(CannotOpen, match="Close what else uses it"):
        prepare(tmp_path)


def held(*_: object, **__: object) -> None:
    raise PermissionError(13, "Permission denied")
