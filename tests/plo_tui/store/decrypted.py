"""Every byte that a store's file holds, decrypted page by page, free pages and all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from plo_tui.store.connection import PAGE_SIZE

if TYPE_CHECKING:
    from pathlib import Path

    from plo_tui.store.key import StoreKey

_SALT, _IV, _RESERVE = 16, 16, 80
"""SQLCipher 4: the file begins with a salt; each page ends with its start value and its code."""


def decrypted(path: Path, key: StoreKey) -> bytes:
    """Return all pages of a file as they are under their encryption."""
    content = path.read_bytes()
    pages = (content[at : at + PAGE_SIZE] for at in range(0, len(content), PAGE_SIZE))
    return b"".join(_page(page, key, first=number == 0) for number, page in enumerate(pages))


def _page(page: bytes, key: StoreKey, *, first: bool) -> bytes:
    start = page[-_RESERVE : -_RESERVE + _IV]
    opener = Cipher(algorithms.AES(key.key), modes.CBC(start)).decryptor()
    return opener.update(page[_SALT if first else 0 : -_RESERVE]) + opener.finalize()
