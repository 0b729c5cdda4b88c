"""Where a store lies, and how its files are made the owner's alone before their first byte."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

from plo_tui.store.problems import CannotOpen
from plo_tui.typed_path import typed_path

if TYPE_CHECKING:
    from pathlib import Path

STORE = "store.db"
KEY = "store.key"


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


def make_file(path: Path, content: bytes = b"") -> None:
    """Make a new file that only its owner may read, before a byte is in it.

    Raises:
        CannotOpen: where it cannot be made; a file that is there already is never overwritten.
    """
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        owner_only(path)
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        raise CannotOpen(
            f"{path.name} cannot be made in {path.parent} ({error.strerror}). "
            "Choose another folder with --store FOLDER."
        ) from error


def owner_only(path: Path) -> None:
    """Let nobody but the owner read a file or enter a folder, on every system."""
    if sys.platform == "win32":
        # Windows keeps no mode: take the inherited rights away and give the user theirs.
        account = f"{os.environ.get('USERDOMAIN', '.')}\\{os.environ['USERNAME']}"
        rights = "(OI)(CI)F" if path.is_dir() else "F"
        subprocess.run(  # noqa: S603 - a fixed program, a path as one argument
            ["icacls", str(path), "/inheritance:r", "/grant:r", f"{account}:{rights}"],  # noqa: S607
            check=False,
            capture_output=True,
        )
    else:
        path.chmod(0o700 if path.is_dir() else 0o600)
