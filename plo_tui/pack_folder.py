"""The folder of a pack: new or empty, the owner's alone, and gone again where it failed."""

from __future__ import annotations

from contextlib import suppress
from shutil import rmtree
from typing import TYPE_CHECKING

from exports.problems import CannotWrite
from plo_tui.store.folder import owner_only
from plo_tui.store.problems import CannotOpen

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


def make_pack_folder(folder: Path, inside: Iterable[str]) -> None:
    """Make a folder with others in it, which only their owner may enter.

    Args:
        folder: the folder; where it is there already, nothing is in it.
        inside: the names of the folders in it.

    Raises:
        CannotWrite: where it cannot be made, or something is in it.
    """
    try:
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise CannotWrite(
                f"Something is in {folder} already, and two packs must not mix. "
                "Name a folder that is not there yet."
            )
        if not folder.parent.is_dir():
            raise CannotWrite(
                f"The folder {folder.parent} is not there. Make it first, or choose another."
            )
        for one in (folder, *(folder / name for name in inside)):
            one.mkdir(mode=0o700, exist_ok=one == folder)
            owner_only(one)
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or "it is no name for a folder"
        raise CannotWrite(f"{folder} cannot be made ({why}). Choose another folder.") from error
    except CannotOpen as error:
        raise CannotWrite(str(error)) from error


def remove_pack_folder(folder: Path, inside: Iterable[str]) -> None:
    """Take away a pack that failed: the folders made for it, with whatever was written in them."""
    for name in inside:
        rmtree(folder / name, ignore_errors=True)
    with suppress(OSError):  # what somebody else put there meanwhile stays
        folder.rmdir()
