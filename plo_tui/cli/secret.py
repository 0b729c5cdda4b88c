"""The passphrase for commands without a screen: from a file, the keyring or the terminal.

Never from an argument or the environment: other programs of this computer can read those.
"""

from __future__ import annotations

import sys
from getpass import getpass
from typing import TYPE_CHECKING

from plo_tui.cli.printing import complain
from plo_tui.store.opening import prepare
from plo_tui.store.passphrases import MOST
from plo_tui.store.problems import CannotOpen, Locked, WrongSecret

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from typing import TypeVar

    from plo_tui.desk import Desk
    from plo_tui.store.key import StoreKey

    T = TypeVar("T")

TRIES = 3
"""How often the terminal asks before a command gives up."""


def secret_in(file: Path) -> str:
    """Return the passphrase in a file: its first line.

    Raises:
        CannotOpen: where the file cannot be read, or its first line is empty.
    """
    try:
        with file.open(encoding="utf-8-sig") as read:
            secret = read.readline(4 * MOST).rstrip("\r\n")
    except UnicodeDecodeError:
        raise CannotOpen(f"{file}: this is not UTF-8 text. Save it as UTF-8.") from None
    except OSError as error:
        raise CannotOpen(f"{file} cannot be read ({error.strerror}). Check its place.") from error
    if not secret:
        raise CannotOpen(f"{file}: its first line is empty. Write the passphrase there.")
    return secret


def opened_with_secret(desk: Desk) -> StoreKey:
    """Open the store of a desk as far as its key, asking for the passphrase where it is needed."""
    return with_secret(desk, lambda secret: prepare(desk.folder, secret=secret))


def with_secret(desk: Desk, open_with: Callable[[str], T]) -> T:
    """Return what opens with the secret of a desk, asked for where it is needed.

    Args:
        desk: the desk: its passphrase file, or its folder's place in the keyring, comes first.
        open_with: opens with a secret; an empty one where none is known.

    Raises:
        Locked: where no secret was given, or no right one.
    """
    try:
        return open_with(desk.known_secret())
    except Locked:
        if desk.secret or not sys.stdin.isatty():
            raise
    for left in reversed(range(TRIES)):
        try:
            return open_with(ask("Passphrase, or recovery key: "))
        except WrongSecret as wrong:
            if not left:
                raise
            complain(str(wrong))
    raise AssertionError("the last try returns or raises")


def ask(prompt: str) -> str:
    """Ask for a secret on the terminal, which shows nothing of it.

    Raises:
        Locked: where there is no terminal to ask on.
    """
    try:
        return getpass(prompt)
    except EOFError:
        raise Locked("No passphrase was given. Nothing was changed.") from None
