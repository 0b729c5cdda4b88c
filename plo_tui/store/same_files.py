"""Whether a store's files are still the ones that were opened.

On Linux and macOS a file can be removed, moved or replaced while it is open: the database goes on
writing into what no name leads to any more, and calls it saved. So each change is preceded and
followed by a look at the names. Windows lets nobody take away a file that is in use.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from plo_tui.store.problems import NotSaved

if TYPE_CHECKING:
    from pathlib import Path

BESIDE = ("-wal", "-shm")
"""What the names of the files end with that hold the latest changes while a store is open."""


class SameFiles:
    """The files of an open store, by what the system knows them by."""

    def __init__(self, path: Path) -> None:
        """Look at the files of a store that was opened just now.

        Args:
            path: the store's file; those that hold its latest changes lie beside it.
        """
        self._path = path
        self._opened = {file: _identity(file) for file in _files(path)}

    def check(self) -> None:
        """See that each is where it was.

        Raises:
            NotSaved: where one was moved, removed or replaced; says which, and what to do.
        """
        for file, opened in self._opened.items():
            now = _identity(file)
            if now != opened:
                raise NotSaved(self._sentence(file, there=now is not None))

    def _sentence(self, file: Path, *, there: bool) -> str:
        if file != self._path:
            return (
                f"{file.name} was taken away while the store is open, so this was not saved. "
                "Copy the words you are writing, close plo-tui and open it again: "
                "it puts the rest together."
            )
        if there:
            return (
                f"Another file was put in the place of {file.name} in {file.parent}, so this was "
                "not saved. Put the one back that was there, then save again; "
                "your words are still here."
            )
        return (
            f"{file.name} is no longer in {file.parent}: it was moved or removed, so this was not "
            "saved. Put it back, then save again; your words are still here."
        )


def _files(path: Path) -> tuple[Path, ...]:
    return (path, *(path.with_name(path.name + ending) for ending in BESIDE))


def _identity(file: Path) -> tuple[int, int] | None:
    """Return what the system knows a file by; None where none is there."""
    try:
        found = file.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
