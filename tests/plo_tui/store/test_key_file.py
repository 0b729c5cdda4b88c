"""The key file: what opens it, what does not, and what is told apart."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from opened_store import PASSPHRASE, REAL_COST, prepare

from plo_tui.store.folder import KEY, STORE
from plo_tui.store.key import StoreKey, key_bytes, key_file_of, sealed_key_file
from plo_tui.store.opening import (
    Asks,
    asks,
    make_store,
    unlock,
    with_passphrase,
    with_recovery_key,
)
from plo_tui.store.opening import prepare as prepare_with
from plo_tui.store.problems import (
    CannotOpen,
    DamagedKey,
    Locked,
    MissingKey,
    NoPassphrase,
    WrongSecret,
)
from plo_tui.store.recovery_key import new_recovery_key, recovery_key_of

if TYPE_CHECKING:
    from pathlib import Path


def test_a_passphrase_costs_what_rfc_9106_recommends() -> None:
    assert (REAL_COST.memory_kib, REAL_COST.passes, REAL_COST.lanes) == (64 * 1024, 3, 4)


def test_passphrase_and_recovery_key_open_the_store_and_nothing_else_does(tmp_path: Path) -> None:
    made = sealed_key_file(PASSPHRASE)
    key = make_store(tmp_path, made)
    assert unlock(tmp_path, PASSPHRASE) == key
    assert unlock(tmp_path, made[2]) == key
    assert unlock(tmp_path, made[2].lower().replace("-", " ")) == key
    for wrong in (PASSPHRASE.upper(), PASSPHRASE + " ", new_recovery_key()):
        with pytest.raises(WrongSecret, match="does not open the store"):
            unlock(tmp_path, wrong)
    with pytest.raises(Locked):
        unlock(tmp_path, "")


def test_the_same_letters_typed_as_another_system_does_open_it(tmp_path: Path) -> None:
    make_store(tmp_path, sealed_key_file("caf\u00e9 otter lamp"))
    assert unlock(tmp_path, "cafe\u0301 otter lamp")


def test_neither_the_key_nor_a_secret_stands_in_the_file(tmp_path: Path) -> None:
    made = sealed_key_file(PASSPHRASE)
    key = make_store(tmp_path, made)
    content = (tmp_path / KEY).read_bytes()
    for secret in (key.key, key.key.hex().encode(), PASSPHRASE.encode(), made[2].encode()):
        assert secret not in content
    assert key.key.hex() not in repr(key)
    assert repr(key.key) not in repr(key)


def test_a_new_passphrase_ends_the_old_one_and_keeps_the_recovery_key(tmp_path: Path) -> None:
    made = sealed_key_file(PASSPHRASE)
    key = make_store(tmp_path, made)
    with_passphrase(tmp_path, key, "gravel saturday lamp otter")
    assert unlock(tmp_path, "gravel saturday lamp otter") == key
    assert unlock(tmp_path, made[2]) == key
    with pytest.raises(WrongSecret):
        unlock(tmp_path, PASSPHRASE)


def test_a_new_recovery_key_ends_the_old_one(tmp_path: Path) -> None:
    made = sealed_key_file(PASSPHRASE)
    key = make_store(tmp_path, made)
    again = new_recovery_key()
    with_recovery_key(tmp_path, key, again)
    assert unlock(tmp_path, again) == unlock(tmp_path, PASSPHRASE) == key
    with pytest.raises(WrongSecret):
        unlock(tmp_path, made[2])


def test_what_a_folder_asks_for(tmp_path: Path) -> None:
    assert asks(tmp_path / "new") is Asks.CHOOSING
    assert asks(tmp_path / "demo", demo=True) is Asks.NOTHING
    with pytest.raises(NoPassphrase, match="Open plo-tui there"):
        prepare_with(tmp_path / "new")
    assert not (tmp_path / "new" / STORE).exists()
    prepare(tmp_path / "new")
    assert asks(tmp_path / "new") is Asks.UNLOCKING
    prepare_with(tmp_path / "demo", demo=True)
    assert asks(tmp_path / "demo") is Asks.NOTHING


def test_a_store_is_never_made_over_another(tmp_path: Path) -> None:
    prepare(tmp_path)
    before = {file.name: file.read_bytes() for file in tmp_path.iterdir()}
    with pytest.raises(CannotOpen, match="already"):
        make_store(tmp_path, sealed_key_file(PASSPHRASE))
    assert {file.name: file.read_bytes() for file in tmp_path.iterdir()} == before


def test_a_missing_key_file_is_named(tmp_path: Path) -> None:
    prepare(tmp_path)
    (tmp_path / KEY).unlink()
    with pytest.raises(MissingKey, match=r"store\.key.*missing.*put the key file back"):
        prepare_with(tmp_path, secret=PASSPHRASE)


def test_every_damaged_byte_of_a_key_file_is_told_from_a_wrong_passphrase() -> None:
    whole = key_bytes(sealed_key_file(PASSPHRASE)[0])
    for at in range(len(whole)):
        damaged = bytearray(whole)
        damaged[at] ^= 1
        with pytest.raises(CannotOpen) as told:
            key_file_of(bytes(damaged), "The key file")
        assert isinstance(told.value, DamagedKey) or "newer version" in str(told.value)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("memory_kib", 2**31),
        ("passes", 10**6),
        ("lanes", 10**4),
        ("lanes", 0),
        ("salt", "00"),
        ("passes", float("inf")),
    ],
)
def test_a_key_file_made_to_stop_the_machine_is_refused(name: str, value: Any) -> None:
    from plo_tui.store import key as keys

    content = json.loads(key_bytes(sealed_key_file(PASSPHRASE)[0]))
    content["passphrase"][name] = value
    del content["check"]
    content["check"] = keys._check(content)
    with pytest.raises(DamagedKey):
        key_file_of(json.dumps(content).encode(), "The key file")


def test_one_stores_seal_does_not_open_in_another_stores_file() -> None:
    mine, key, _ = sealed_key_file(PASSPHRASE)
    other, _, _ = sealed_key_file(PASSPHRASE)
    mixed = key_file_of(key_bytes(other), "The key file")
    mixed.slots.update(mine.slots)
    assert mixed.unlock(PASSPHRASE) is None
    assert isinstance(key, StoreKey)


def test_a_recovery_key_read_from_paper_is_understood() -> None:
    made = new_recovery_key()
    assert len(made.split("-")) == 6
    assert recovery_key_of(made) == made
    assert recovery_key_of(made.replace("0", "O").replace("1", "l")) == made
    assert recovery_key_of("  " + made.lower().replace("-", "")) == made


def test_a_slip_in_a_recovery_key_is_no_recovery_key() -> None:
    made = "0123456789ABCDEFGHJKMNPQRSTVW"
    from plo_tui.store import recovery_key

    whole = made + recovery_key._check(made)
    assert recovery_key_of(whole)
    for at, letter in enumerate(whole):
        for other in "23456789ABCDEFGHJKMNPQRSTVWXY":
            if other != letter and not {letter, other} & {"0", "Z"}:
                assert not recovery_key_of(whole[:at] + other + whole[at + 1 :]), (at, other)
    assert not recovery_key_of(whole[1] + whole[0] + whole[2:])
    assert not recovery_key_of("otter lamp saturday gravel")
