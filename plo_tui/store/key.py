"""The store's key: 32 random bytes in an owner-only file beside the store."""

from __future__ import annotations

import json
import secrets
from dataclasses import dataclass
from typing import TYPE_CHECKING

from plo_tui.store.folder import KEY, STORE, make_file
from plo_tui.store.problems import CannotOpen

if TYPE_CHECKING:
    from pathlib import Path

DEMO_KEY = bytes.fromhex("706c6f2d7475692064656d6f3a206e6f74206120736563726574202020202020")
"""The demo's key, in public: fictional families need no secret."""


@dataclass(frozen=True, slots=True)
class StoreKey:
    """The key of a store, and whether the store is a demo."""

    key: bytes
    demo: bool


def make_key(folder: Path, *, demo: bool) -> StoreKey:
    """Make the key file of a new store.

    Raises:
        CannotOpen: where a store is there without its key, or the file cannot be made.
    """
    if (folder / STORE).exists():
        raise CannotOpen(
            f"There is a store in {folder} but its key file ({KEY}) is missing. "
            "Nothing was changed: put the key file back."
        )
    key = StoreKey(DEMO_KEY if demo else secrets.token_bytes(32), demo)
    content = {"format": 1, "demo": demo, "key": key.key.hex()}
    make_file(folder / KEY, json.dumps(content).encode())
    return key


def read_key(folder: Path) -> StoreKey:
    """Read the key file of a store.

    Raises:
        CannotOpen: where it is missing, unreadable or of a newer format.
    """
    try:
        content = json.loads((folder / KEY).read_bytes())
        if content["format"] != 1:
            raise CannotOpen(
                f"The key file in {folder} was made by a newer version of plo-tui. "
                "Update plo-tui, then open it again."
            )
        key = StoreKey(bytes.fromhex(content["key"]), content["demo"] is True)
    except OSError as error:
        raise CannotOpen(
            f"The key file ({KEY}) in {folder} cannot be read ({error.strerror}). "
            "Nothing was changed: put it back, or make it readable."
        ) from error
    except (ValueError, KeyError, TypeError) as error:
        raise CannotOpen(
            f"The key file ({KEY}) in {folder} is damaged. "
            "Nothing was changed: put a copy of it in its place."
        ) from error
    if len(key.key) != 32:
        raise CannotOpen(f"The key file ({KEY}) in {folder} is damaged: put a copy in its place.")
    return key
