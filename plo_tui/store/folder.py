"""Where a store lies, and how its files are made the owner's alone before their first byte."""

from __future__ import annotations

import getpass
import os
import subprocess
import sys
import time
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from plo_tui.store.problems import CannotOpen
from plo_tui.typed_path import typed_path

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

STORE = "store.db"
KEY = "store.key"
BEGUN = time.time()
"""When this run of the app began, in seconds since 1970."""


def store_folder(chosen: str | None = None) -> Path:
    """Return the store's folder: the one chosen, `PLO_TUI_STORE`, or the system's for the app."""
    name = chosen or os.environ.get("PLO_TUI_STORE")
    if name:
        return typed_path(name)
    from platformdirs import user_data_path

    return user_data_path("plo-tui", appauthor=False)


def make_folder(folder: Path) -> None:
    """Make a folder that only its owner may enter; one that is there is left as it is.

    Raises:
        CannotOpen: where it cannot be made.
    """
    try:
        if not folder.is_dir():
            folder.mkdir(parents=True, mode=0o700)
            owner_only(folder)
    except OSError as error:
        raise CannotOpen(
            f"The folder {folder} cannot be made ({error.strerror}). "
            "Choose another with --store FOLDER."
        ) from error


@contextmanager
def as_cannot_open(folder: Path) -> Iterator[None]:
    """Say in a sentence what the system does not allow with a store's files.

    Raises:
        CannotOpen: where a file could not be read, named or removed.
    """
    try:
        yield
    except OSError as error:
        raise CannotOpen(
            f"A file of the store in {folder} cannot be read, named or removed "
            f"({error.strerror}). Close what else uses it and make the folder writable, "
            "then try again."
        ) from error


def make_file(path: Path, content: bytes = b"") -> None:
    """Make a new file that only its owner may read, before a byte is in it: whole, or not at all.

    Raises:
        CannotOpen: where it cannot be made; a file that is there already is never overwritten.
    """
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        try:
            with os.fdopen(handle, "wb") as file:
                owner_only(path)
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
        except BaseException:
            with suppress(OSError):
                path.unlink()
            raise
    except OSError as error:
        raise CannotOpen(
            f"{path.name} cannot be made in {path.parent} ({error.strerror}). "
            "Choose another folder with --store FOLDER."
        ) from error


def owner_only(path: Path) -> None:
    """Let nobody but the owner read a file or enter a folder, on every system.

    Raises:
        CannotOpen: where Windows does not do it.
        OSError: where another system does not.
    """
    if sys.platform == "win32":
        _owner_only_on_windows(path)
    else:
        path.chmod(0o700 if path.is_dir() else 0o600)


def _owner_only_on_windows(path: Path) -> None:
    """Take the inherited rights away and give the user theirs: Windows keeps no mode."""
    # By its full path: a program of that name in the current folder is not the system's.
    system = os.environ.get("SYSTEMROOT", "C:\\Windows")
    program = f"{system}\\System32\\icacls.exe"
    rights = "(OI)(CI)F" if path.is_dir() else "F"
    try:
        name = os.environ.get("USERNAME") or getpass.getuser()
        account = f"{os.environ.get('USERDOMAIN', '.')}\\{name}"
        subprocess.run(  # noqa: S603 - a fixed program, a path as one argument
            [program, str(path), "/inheritance:r", "/grant:r", f"{account}:{rights}"],
            check=True,
            capture_output=True,
        )
    except (OSError, ImportError, KeyError, subprocess.CalledProcessError) as error:
        raise CannotOpen(
            f"Windows does not let {path.name} in {path.parent} be yours alone. "
            "Choose a folder of your own on this computer's disk."
        ) from error
