"""A store from before passphrases gets one: backed up, under a new key, whatever interrupts."""

from __future__ import annotations

import json
import secrets
from typing import TYPE_CHECKING, Any

import pytest
from made_store import House, house
from opened_store import PASSPHRASE

from plo_tui.store import taking_over
from plo_tui.store.backing_up import back_up_under, backups
from plo_tui.store.connection import connect
from plo_tui.store.copying import copy_store
from plo_tui.store.folder import KEY, STORE, make_file
from plo_tui.store.key import StoreKey, sealed_key_file
from plo_tui.store.opening import Asks, asks, prepare
from plo_tui.store.problems import CannotOpen, NoPassphrase
from plo_tui.store.restoring import restore
from plo_tui.store.store import Store

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def older(tmp_path: Path) -> Path:
    """A store as it was before passphrases: its key lies open beside it."""
    made = house(tmp_path / "made")
    made.add("Said before there were passphrases.")
    made.store.close()
    folder = tmp_path / "older"
    folder.mkdir()
    key = StoreKey(secrets.token_bytes(32), demo=False)
    copy_store(made.folder / STORE, made.key, folder / STORE, key)
    content = {"format": 1, "demo": False, "key": key.key.hex()}
    (folder / KEY).write_text(json.dumps(content), encoding="utf-8")
    return folder


def texts(folder: Path, key: StoreKey) -> list[str]:
    plain = connect(folder / STORE, key)
    said = [row[0] for row in plain.execute("SELECT text FROM entry ORDER BY id")]
    plain.close()
    return said


def test_it_asks_for_a_passphrase_and_is_not_opened_without(older: Path) -> None:
    assert asks(older) is Asks.TAKING_OVER
    before = (older / STORE).read_bytes()
    with pytest.raises(NoPassphrase):
        prepare(older)
    assert (older / STORE).read_bytes() == before


def test_it_is_backed_up_and_gets_a_new_key(older: Path, tmp_path: Path) -> None:
    old_key = json.loads((older / KEY).read_bytes())["key"]
    said = texts(older, StoreKey(bytes.fromhex(old_key), demo=False))
    made = sealed_key_file(PASSPHRASE)
    taking_over.take_over(older, made)
    key = prepare(older, secret=PASSPHRASE)
    assert texts(older, key) == said
    assert old_key not in (older / KEY).read_text(encoding="utf-8")
    with pytest.raises(CannotOpen):
        connect(older / STORE, StoreKey(bytes.fromhex(old_key), demo=False))
    [backup] = backups(older)
    restored = restore(backup, tmp_path / "again", made[2])
    assert texts(tmp_path / "again", restored) == said
    assert sorted(file.name for file in older.iterdir()) == ["backups", STORE, KEY]


@pytest.mark.parametrize("after", ["backup", "copy", "new key", "store"])
def test_an_interruption_leaves_one_of_the_two_whole(
    older: Path, after: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = sealed_key_file(PASSPHRASE)
    interrupt(monkeypatch, after)
    with pytest.raises(KeyboardInterrupt):
        taking_over.take_over(older, made)
    monkeypatch.undo()
    asked = asks(older)
    if after == "store":
        assert asked is Asks.UNLOCKING
    else:
        assert asked is Asks.TAKING_OVER
        taking_over.take_over(older, made)
    key = prepare(older, secret=PASSPHRASE)
    assert "Said before there were passphrases." in texts(older, key)


def pulled_before_naming(older: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, bytes]:
    """Pull the plug while both stores and both keys lie there; return the files."""
    with monkeypatch.context() as within:
        interrupt(within, "new key")
        with pytest.raises(KeyboardInterrupt):
            taking_over.take_over(older, sealed_key_file(PASSPHRASE))
    return files(older)


def files(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir() if file.is_file()}


def test_while_the_store_cannot_be_read_neither_key_is_named(
    older: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = pulled_before_naming(older, monkeypatch)
    key = StoreKey(bytes.fromhex(json.loads(before[KEY])["key"]), demo=False)
    other = connect(older / STORE, key)
    other.execute("PRAGMA journal_mode=DELETE")
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(CannotOpen, match="cannot be read now"):
        asks(older)
    assert files(older).keys() >= before.keys()
    assert (older / KEY).read_bytes() == before[KEY]
    other.execute("COMMIT")
    other.close()
    assert asks(older) is Asks.TAKING_OVER


@pytest.mark.parametrize("left", [None, b""])
def test_without_the_store_nothing_of_the_new_one_is_removed(
    older: Path, monkeypatch: pytest.MonkeyPatch, left: bytes | None
) -> None:
    pulled_before_naming(older, monkeypatch)
    (older / STORE).unlink()
    if left is not None:
        (older / STORE).write_bytes(left)
    before = files(older)
    with pytest.raises(CannotOpen, match="no store"):
        asks(older)
    assert files(older) == before


def test_a_file_that_cannot_be_named_is_said_in_a_sentence(
    older: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = type(older).replace

    def replace(file: Path, target: Path) -> Path:
        if target.name == STORE:
            raise PermissionError(13, "Permission denied")
        return real(file, target)

    with monkeypatch.context() as within:
        within.setattr("pathlib.Path.replace", replace)
        with pytest.raises(CannotOpen, match="Close what else uses it"):
            taking_over.take_over(older, sealed_key_file(PASSPHRASE))
    assert asks(older) is Asks.TAKING_OVER
    assert set(files(older)) == {STORE, KEY}


def interrupt(monkeypatch: pytest.MonkeyPatch, after: str) -> None:
    """Pull the plug right after a step."""
    done: list[str] = []

    def stopping(step: str, real: Any) -> Any:
        def act(*args: Any, **kwargs: Any) -> Any:
            result = real(*args, **kwargs)
            done.append(step)
            if step == after:
                raise KeyboardInterrupt
            return result

        return act

    from pathlib import Path

    steps = {"backup": back_up_under, "copy": copy_store, "new key": make_file}
    for step, real_step in steps.items():
        monkeypatch.setattr(taking_over, real_step.__name__, stopping(step, real_step))
    real = Path.replace

    def replace(self: Path, target: Path) -> Path:
        moved = real(self, target)
        if after == "store" and target.name == STORE:
            raise KeyboardInterrupt
        return moved

    monkeypatch.setattr(Path, "replace", replace)


def test_a_store_in_use_elsewhere_is_left_alone(older: Path) -> None:
    key = StoreKey(bytes.fromhex(json.loads((older / KEY).read_bytes())["key"]), demo=False)
    other = connect(older / STORE, key)
    other.execute("SELECT count(*) FROM entry").fetchone()
    other.execute("BEGIN")
    other.execute("SELECT count(*) FROM entry").fetchone()
    with pytest.raises(CannotOpen, match="close it there"):
        taking_over.take_over(older, sealed_key_file(PASSPHRASE))
    other.close()
    assert asks(older) is Asks.TAKING_OVER
    assert backups(older) == []


def test_a_store_with_a_passphrase_is_not_taken_over(tmp_path: Path) -> None:
    made: House = house(tmp_path / "store")
    with pytest.raises(CannotOpen, match="already"):
        taking_over.take_over(made.folder, sealed_key_file("gravel saturday lamp otter"))
    assert Store(made.folder, prepare(made.folder, secret=PASSPHRASE))
