"""Sealing the store's key under a secret that a person knows or keeps on paper.

Argon2id (RFC 9106) makes a key of the secret, slowly and with much memory, so that guessing is
dear; AES-256-GCM seals the store's key with it, so that a wrong secret is known for wrong.
"""

from __future__ import annotations

import secrets
import unicodedata
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Cost:
    """What one guess costs: memory in KiB, passes over it, and lanes worked on at once."""

    memory_kib: int
    passes: int
    lanes: int


COST = Cost(memory_kib=65_536, passes=3, lanes=4)
"""RFC 9106, section 4, second recommended option: 64 MiB, three passes, four lanes."""
_MOST = Cost(memory_kib=1_048_576, passes=20, lanes=16)
"""More than this is not a key file of ours but one made to stop the machine."""


@dataclass(frozen=True, slots=True)
class Sealed:
    """The store's key, sealed under one secret."""

    salt: bytes
    cost: Cost
    nonce: bytes
    box: bytes

    def as_json(self) -> dict[str, Any]:
        """Return it as JSON can hold it."""
        return {
            "salt": self.salt.hex(),
            "memory_kib": self.cost.memory_kib,
            "passes": self.cost.passes,
            "lanes": self.cost.lanes,
            "nonce": self.nonce.hex(),
            "box": self.box.hex(),
        }


def sealed_from(read: dict[str, Any]) -> Sealed:
    """Return what `Sealed.as_json` gave.

    Raises:
        ValueError: where it will not do; KeyError and TypeError likewise.
    """
    cost = Cost(int(read["memory_kib"]), int(read["passes"]), int(read["lanes"]))
    for least, asked, most in (
        (8 * cost.lanes, cost.memory_kib, _MOST.memory_kib),
        (1, cost.passes, _MOST.passes),
        (1, cost.lanes, _MOST.lanes),
    ):
        if not least <= asked <= most:
            raise ValueError("no cost of ours")
    parts = {name: bytes.fromhex(read[name]) for name in ("salt", "nonce", "box")}
    if [len(part) for part in parts.values()] != [16, 12, 48]:
        raise ValueError("no seal of ours")
    return Sealed(parts["salt"], cost, parts["nonce"], parts["box"])


def seal(key: bytes, secret: str, about: str) -> Sealed:
    """Seal a key of 32 bytes under a secret.

    Args:
        key: the store's key.
        secret: the passphrase or the recovery key.
        about: what is sealed, which must be the same on unsealing: whose store, which slot.
    """
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    salt, nonce = secrets.token_bytes(16), secrets.token_bytes(12)
    box = AESGCM(_derived(secret, salt, COST)).encrypt(nonce, key, about.encode())
    return Sealed(salt, COST, nonce, box)


def unseal(sealed: Sealed, secret: str, about: str) -> bytes | None:
    """Return the key, or None where the secret is not the one it was sealed under."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    opener = AESGCM(_derived(secret, sealed.salt, sealed.cost))
    try:
        return opener.decrypt(sealed.nonce, sealed.box, about.encode())
    except InvalidTag:
        return None


def _derived(secret: str, salt: bytes, cost: Cost) -> bytes:
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

    # The same letters on every keyboard: an é may be typed as one character or as two.
    typed = unicodedata.normalize("NFKC", secret).encode("utf-8", "surrogatepass")
    return Argon2id(
        salt=salt, length=32, iterations=cost.passes, lanes=cost.lanes, memory_cost=cost.memory_kib
    ).derive(typed)
