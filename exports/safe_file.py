"""Writing a document: whole or not at all, and for its owner's eyes alone."""

from __future__ import annotations

import errno
import os
import secrets
import stat
import time
from contextlib import suppress
from typing import TYPE_CHECKING

from exports.problems import CannotWrite

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

# Windows knows no quota.
_FULL = {errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)}
_UNFINISHED = (".plo-tui-", ".part")
"""How the name of a file that is being written begins and ends."""
_LEFT_OVER = 600.0
"""Seconds after which such a file is what a kill left, and not another program's work."""
_CLOSED = {errno.EACCES, errno.EPERM, errno.EROFS}


def nothing_first() -> None:
    """Do nothing before a document is written: nobody keeps that it is given out."""


def write_whole(content: bytes, to: Path, first: Callable[[], None] = nothing_first) -> None:
    """Write a file through another beside it, so that it is there whole or not at all.

    Its owner alone may read it, from its first byte. A file that is there is replaced.

    Args:
        content: the whole file.
        to: where it goes.
        first: done before its first byte is written, when the document is ready and its folder
            is there, such as keeping that it is given out. What it raises stops the writing.

    Raises:
        CannotWrite: with what to do next; what was there before is left as it was.
    """
    if _is_folder(to):
        raise CannotWrite(
            f"{to} is a folder. Give a file name in it, such as {to / 'minutes.docx'}."
        )
    if _is_device(to):
        raise CannotWrite(f"{to} is not an ordinary file. Choose another name.")
    if not _is_folder(to.parent):
        raise CannotWrite(f"The folder {to.parent} is not there. Make it first, or choose another.")
    first()
    _remove_left_over(to.parent)
    unfinished = to.with_name(f"{_UNFINISHED[0]}{secrets.token_hex(8)}{_UNFINISHED[1]}")
    try:
        try:
            _write_new(content, unfinished)
            os.replace(unfinished, to)  # noqa: PTH105 - says what it does on every system
        finally:
            unfinished.unlink(missing_ok=True)
    except OSError as error:
        raise CannotWrite(_what_to_do(error, to)) from error
    except ValueError as error:
        raise CannotWrite("That is no name for a file. Choose another.") from error


def _remove_left_over(folder: Path) -> None:
    """Remove what a kill in the middle of writing left: it may hold half a document."""
    begins, ends = _UNFINISHED
    for left in folder.glob(f"{begins}*{ends}"):
        with suppress(OSError):  # somebody else's, or gone already
            if time.time() - left.stat().st_mtime > _LEFT_OVER:
                left.unlink()


def _is_folder(path: Path) -> bool:
    return os.path.isdir(path)  # noqa: PTH112 - unlike pathlib's, it is False for any odd name


def _is_device(path: Path) -> bool:
    """Whether a device or a pipe stands there, which would be lost if a file took its place."""
    try:
        mode = path.lstat().st_mode
    except (OSError, ValueError):
        return False
    return not (stat.S_ISREG(mode) or stat.S_ISLNK(mode))


def _write_new(content: bytes, path: Path) -> None:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(path, flags, 0o600), "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _what_to_do(error: OSError, to: Path) -> str:
    if error.errno in _FULL:
        return f"There is no room left to write {to.name}. Free some space, then export it again."
    if error.errno in _CLOSED:
        return (
            f"{to.name} may not be written in {to.parent}. If it is open in Word, close it; "
            "if not, choose a folder of your own."
        )
    return f"{to.name} cannot be written ({error.strerror}). Choose another name or folder."
