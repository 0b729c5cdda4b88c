"""The key file beside a store: its random key, sealed under a passphrase and a recovery key.

The key itself never changes with the passphrase: only the seal does. A demo's key stands in it
openly, since fictional families need no secret; so does that of a store from before passphrases,
until it is taken over (`taking_over`).
"""

from __future__ import annotations

import hashlib
import json
import secrets
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from plo_tui.store.folder import KEY, STORE, make_file
from plo_tui.store.problems import RESTORE, CannotOpen, DamagedKey, MissingKey
from plo_tui.store.recovery_key import new_recovery_key, recovery_key_of
from plo_tui.store.sealing import Sealed, seal, sealed_from, unseal

if TYPE_CHECKING:
    from pathlib import Path

DEMO_KEY = bytes.fromhex("706c6f2d7475692064656d6f3a206e6f74206120736563726574202020202020")
"""The demo's key, in public: fictional families need no secret."""
FORMAT = 2
PASSPHRASE, RECOVERY = "passphrase", "recovery"
"""The two slots of a key file."""


@dataclass(frozen=True, slots=True)
class StoreKey:
    """The key of a store, and whether the store is a demo.

    Attributes:
        key: 32 bytes.
        demo: whether the store is a demo, whose key is public.
        salt: what the file begins with, 16 bytes; empty where the key file does not say.
    """

    key: bytes = field(repr=False)  # no log and no traceback may hold it
    demo: bool
    salt: bytes = b""


@dataclass(frozen=True, slots=True)
class KeyFile:
    """What a key file says.

    Attributes:
        store: which store it belongs to; empty in one from before passphrases.
        salt: what the store's file begins with; empty in one from before passphrases.
        open_key: the key of a demo, or of a store from before passphrases; None where sealed.
        slots: the key under each secret, by the slot's name.
    """

    store: str
    salt: bytes
    open_key: StoreKey | None
    slots: dict[str, Sealed]

    def unlock(self, secret: str) -> StoreKey | None:
        """Return the key that a passphrase or a recovery key opens; None where it opens none."""
        if self.open_key:
            return self.open_key
        recovery = recovery_key_of(secret)
        for slot, word in ((RECOVERY, recovery), (PASSPHRASE, secret)):
            sealed = self.slots.get(slot)
            key = unseal(sealed, word, self._about(slot)) if sealed and word else None
            if key:
                return StoreKey(key, demo=False, salt=self.salt)
        return None

    def resealed(self, key: StoreKey, slot: str, secret: str) -> KeyFile:
        """Return it with the key under another passphrase or recovery key; the old one is gone."""
        return replace(self, slots={**self.slots, slot: seal(key.key, secret, self._about(slot))})

    def _about(self, slot: str) -> str:
        return f"plo-tui {FORMAT} {self.store} {slot}"


def demo_key_file() -> KeyFile:
    """Return the key file of a demo."""
    salt = secrets.token_bytes(16)
    return KeyFile(secrets.token_hex(16), salt, StoreKey(DEMO_KEY, demo=True, salt=salt), {})


def sealed_key_file(passphrase: str) -> tuple[KeyFile, StoreKey, str]:
    """Make the key of a new store: its file, the key itself, and the recovery key to keep."""
    salt = secrets.token_bytes(16)
    key = StoreKey(secrets.token_bytes(32), demo=False, salt=salt)
    recovery = new_recovery_key()
    made = KeyFile(secrets.token_hex(16), salt, None, {})
    made = made.resealed(key, PASSPHRASE, passphrase).resealed(key, RECOVERY, recovery)
    return made, key, recovery


def key_bytes(file: KeyFile) -> bytes:
    """Return a key file as it is written, with a check that tells damage from a wrong secret."""
    content: dict[str, Any] = {"format": FORMAT, "store": file.store, "salt": file.salt.hex()}
    if file.open_key:
        content |= {"demo": file.open_key.demo, "key": file.open_key.key.hex()}
    content |= {slot: sealed.as_json() for slot, sealed in file.slots.items()}
    return json.dumps(content | {"check": _check(content)}, indent=1).encode()


def write_key_file(folder: Path, file: KeyFile) -> None:
    """Put a key file in the place of the one that is there, wholly or not at all.

    Raises:
        CannotOpen: where it cannot be written; the one that was there is as it was.
    """
    new = folder / f"{KEY}.{secrets.token_hex(4)}"
    try:
        make_file(new, key_bytes(file))
        new.replace(folder / KEY)
    except OSError as error:
        raise CannotOpen(
            f"The key file ({KEY}) in {folder} cannot be changed ({error.strerror}). "
            "Nothing was changed: make the folder writable, then try again."
        ) from error
    finally:
        new.unlink(missing_ok=True)


def read_key_file(folder: Path) -> KeyFile:
    """Read the key file of a store.

    Raises:
        MissingKey: where there is none.
        DamagedKey: where it is not as it was written.
        CannotOpen: where it cannot be read, or is of a newer format.
    """
    try:
        return key_file_of((folder / KEY).read_bytes(), f"The key file ({KEY}) in {folder}")
    except FileNotFoundError:
        raise MissingKey(
            f"The key file ({KEY}) is missing from {folder}, and without it {STORE} cannot be "
            "read. Nothing was changed: put the key file back, or restore a backup into a new "
            "folder with: plo-tui restore FILE --store FOLDER"
        ) from None
    except OSError as error:
        raise CannotOpen(
            f"The key file ({KEY}) in {folder} cannot be read ({error.strerror}). "
            "Nothing was changed: put it back, or make it readable."
        ) from error


def key_file_of(content: bytes, called: str) -> KeyFile:
    """Return what a key file says.

    Args:
        content: its bytes, which nobody has vouched for.
        called: what it is called in a sentence: `The key file of this backup`.

    Raises:
        DamagedKey: where it is not as it was written.
        CannotOpen: where it is of a newer format.
    """
    try:
        read = json.loads(content)
        if not isinstance(read["format"], int) or read["format"] > FORMAT:
            raise CannotOpen(
                f"{called} was made by a newer version of plo-tui. "
                "Nothing was changed: update plo-tui, then open it again."
            )
        return _from_before(read) if read["format"] == 1 else _from(read)
    except (
        ValueError,
        KeyError,
        TypeError,
        AttributeError,
        OverflowError,
        RecursionError,
    ) as error:
        raise DamagedKey(
            f"{called} is damaged. Nothing was changed: put a copy of it in its place, or {RESTORE}"
        ) from error


def _from(read: dict[str, Any]) -> KeyFile:
    said = read.pop("check")
    if said != _check(read):
        raise ValueError("changed since it was written")
    salt = _bytes(read["salt"], 16)
    slots = {slot: sealed_from(read[slot]) for slot in (PASSPHRASE, RECOVERY) if slot in read}
    open_key = StoreKey(_bytes(read["key"], 32), read["demo"] is True, salt) if not slots else None
    return KeyFile(str(read["store"]), salt, open_key, slots)


def _from_before(read: dict[str, Any]) -> KeyFile:
    """Read a key file from before passphrases."""
    return KeyFile("", b"", StoreKey(_bytes(read["key"], 32), read["demo"] is True), {})


def _bytes(text: str, length: int) -> bytes:
    read = bytes.fromhex(text)
    if len(read) != length:
        raise ValueError("wrong length")
    return read


def _check(content: dict[str, Any]) -> str:
    return hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()
