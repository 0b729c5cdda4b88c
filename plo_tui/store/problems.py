"""What can go wrong in the store, each named, each with a sentence that says what to do next.

A database error's own words are never shown: they can hold a family's words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


RESTORE = "restore a backup into a new folder with: plo-tui restore FILE --store FOLDER"
"""What to do where the files themselves cannot be used."""


class StoreProblem(Exception):
    """Base of the store's problems; its text is the sentence for the user."""


class NotSaved(StoreProblem):
    """The change could not be written; nothing of it was kept."""


class Changed(StoreProblem):
    """The record changed since it was read; the newer words stand."""


class Refused(StoreProblem):
    """A rule does not allow the change.

    Attributes:
        field: the field it is about; empty for the change as a whole.
    """

    def __init__(self, sentence: str, field: str = "") -> None:
        super().__init__(sentence)
        self.field = field


class CannotOpen(StoreProblem):
    """The store could not be opened; nothing in it was touched."""


class NewerStore(CannotOpen):
    """The store was made by a newer version of the app."""


class MissingKey(CannotOpen):
    """The key file is not there, so the store beside it cannot be read."""


class DamagedKey(CannotOpen):
    """The key file is not as it was written."""


class NotOurs(CannotOpen):
    """The file is not a store, or not the one that this key opens."""


class Damaged(CannotOpen):
    """Pages of the store are not as they were written."""


class NoBackup(StoreProblem):
    """A backup, or another copy of the store, could not be written whole; nothing is left of it."""


class NoPassphrase(CannotOpen):
    """A passphrase is to be chosen first: the store is new, or from before there were any."""


class Locked(CannotOpen):
    """The store opens only with its passphrase or its recovery key."""


class WrongSecret(Locked):
    """What was given opens nothing here."""


class TooSoon(Locked):
    """After several wrong ones in a row, the next try has to wait.

    Attributes:
        seconds: how long, rounded up.
    """

    def __init__(self, seconds: int) -> None:
        super().__init__(
            f"Several were wrong in a row. Wait {seconds} second{'s' if seconds > 1 else ''}, "
            "then try again."
        )
        self.seconds = seconds


class Unreadable(StoreProblem):
    """What is stored is not as any version of the app writes it; nothing was changed."""


NOT_AS_WRITTEN = (ValueError, LookupError, TypeError, AttributeError, ArithmeticError)
"""What reading a record raises that something else than the app wrote, or that was damaged."""


_SENTENCES: Mapping[str, tuple[type[StoreProblem], str]] = {
    "SQLITE_FULL": (
        NotSaved,
        (
            "The disk is full, so this was not saved. Free some space, then save again; "
            "your words are still here."
        ),
    ),
    "SQLITE_READONLY": (
        NotSaved,
        (
            "The store cannot be written to, so this was not saved. "
            "Make its folder writable, then save again; your words are still here."
        ),
    ),
    "SQLITE_BUSY": (
        NotSaved,
        (
            "Another program is using the store, so this was not saved. "
            "Close it, then save again; your words are still here."
        ),
    ),
    "SQLITE_IOERR": (
        NotSaved,
        (
            "The disk did not take the change, so it was not saved. "
            "Check the disk, then save again; your words are still here."
        ),
    ),
    "SQLITE_CANTOPEN": (
        CannotOpen,
        "The store's folder cannot be opened. Check that it is there and that you may write in it.",
    ),
    "SQLITE_NOTADB": (
        CannotOpen,
        (
            "This file is not a plo-tui store, its first page is damaged, or its key file is "
            "another store's. Nothing was changed: put the right key file or a backup in its place."
        ),
    ),
    "SQLITE_CORRUPT": (
        CannotOpen,
        "The store is damaged. Nothing more will be written to it: put a backup in its place.",
    ),
}


def problem_of(error: BaseException) -> StoreProblem:
    """Return the named problem for an error of the database, by its code and never its text."""
    cause: BaseException | None = getattr(error, "orig", None) or error
    code = getattr(cause, "sqlite_errorname", "") or ""
    for name, (kind, sentence) in _SENTENCES.items():
        if code.startswith(name):
            return kind(sentence)
    return NotSaved(
        "The store did not take the change, so it was not saved. Try again; "
        "if it happens again, close the app and open it: your unfinished words are kept."
    )
