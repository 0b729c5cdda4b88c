"""The passphrase in the system's own keyring, where the user asked for it: optional.

It needs the package `keyring` and a keyring that is unlocked with the user's own sign-in.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any

from plo_tui.store.problems import Refused

if TYPE_CHECKING:
    from pathlib import Path

SERVICE = "plo-tui"


def remembered(folder: Path) -> str:
    """Return the passphrase that is kept for a store; empty where none is, or no keyring is."""
    try:
        return _keyring().get_password(SERVICE, _name(folder)) or ""
    except Exception:  # noqa: BLE001 - each system's keyring fails in its own way: one then types
        return ""


def remember(folder: Path, passphrase: str) -> None:
    """Keep the passphrase of a store in the system's keyring.

    Raises:
        Refused: where there is no keyring to keep it in.
    """
    try:
        _keyring().set_password(SERVICE, _name(folder), passphrase)
    except Exception as error:
        raise Refused(
            "This computer has no keyring that plo-tui can use, so the passphrase is not kept. "
            "Type it each time, or install the package keyring."
        ) from error


def remember_instead(folder: Path, passphrase: str) -> None:
    """Keep a new passphrase where the old one was kept; nothing where none was."""
    if remembered(folder):
        remember(folder, passphrase)


def forget(folder: Path) -> None:
    """Take the passphrase of a store out of the system's keyring, if it is there."""
    with suppress(Exception):  # it was not there, or there is no keyring
        _keyring().delete_password(SERVICE, _name(folder))


def _keyring() -> Any:
    import keyring

    return keyring


def _name(folder: Path) -> str:
    return str(folder.resolve())
