"""Restoring a backup: into a folder with no store, checked page by page before it has its name."""

from __future__ import annotations

import json
import os
import shutil
import zipfile
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from plo_tui.store.backing_up import ABOUT, FORMAT
from plo_tui.store.connection import connect
from plo_tui.store.damage import wrong_pages
from plo_tui.store.folder import KEY, STORE, make_file, make_folder
from plo_tui.store.key import key_file_of, write_key_file
from plo_tui.store.opening import NEW, check_revision, forget_new, is_store
from plo_tui.store.problems import CannotOpen, Damaged, NoBackup, NotOurs, WrongSecret

if TYPE_CHECKING:
    from pathlib import Path

    from plo_tui.store.key import KeyFile, StoreKey

_NO_ZIP_OF_OURS = (zipfile.BadZipFile, RuntimeError, EOFError)
"""What reading a ZIP file raises that is damaged, or encrypted, or of an unknown version."""
_MOST_SMALL = 65_536
"""Bytes of the two small members at most: a backup is a file that nobody has vouched for."""


@dataclass(frozen=True, slots=True)
class Backup:
    """What a backup says of itself.

    Attributes:
        key_file: what opens it.
        made_at: when it was made, as it says (ISO 8601, UTC).
        lines: how many lines its journal has.
    """

    key_file: KeyFile
    made_at: str
    lines: int


def read_backup(file: Path) -> Backup:
    """Return what a backup says of itself, without opening its store.

    Raises:
        NotOurs: where the file is no backup.
        CannotOpen: where it cannot be read, or a newer version made it.
    """
    try:
        with zipfile.ZipFile(file) as read:
            _check_members(read)
            about: dict[str, Any] = json.loads(read.read(ABOUT))
            key_content = read.read(KEY)
        if about["format"] > FORMAT:
            raise CannotOpen(
                f"{file.name} was made by a newer version of plo-tui. "
                "Nothing was changed: update plo-tui, then restore it."
            )
        key_file = key_file_of(key_content, f"The key file in {file.name}")
        return Backup(key_file, str(about["made_at"]), int(about["lines"]))
    except OSError as error:
        raise CannotOpen(f"{file} cannot be read ({error.strerror}). Check its name.") from error
    except (*_NO_ZIP_OF_OURS, ValueError, KeyError, TypeError, OverflowError) as error:
        raise NotOurs(
            f"{file.name} is not a backup of plo-tui, or it is damaged. "
            "Nothing was changed: choose another backup."
        ) from error


def restore(file: Path, folder: Path, secret: str) -> StoreKey:
    """Put the store of a backup into a folder that has none, and return its key.

    Every page is checked first. A store of an older version is brought up to date when it is
    next opened.

    Raises:
        WrongSecret: where the passphrase or recovery key does not open the backup.
        Damaged: where a page is not as it was written.
        NewerStore: where a newer version of the app made it.
        NoBackup: where it could not be written.
        CannotOpen: with what to do; the folder is as it was.
    """
    if is_store(folder) or (folder / KEY).exists():
        raise CannotOpen(
            f"There is a store in {folder} already, and it was left as it is. "
            "Restore into another folder with: plo-tui restore FILE --store FOLDER"
        )
    backup = read_backup(file)
    key = backup.key_file.unlock(secret)
    if key is None:
        raise WrongSecret(
            "This passphrase, or recovery key, does not open the backup: it opens with the one "
            "that was in use when it was made. Nothing was changed."
        )
    make_folder(folder)
    try:
        _put(file, folder, backup.key_file, key)
    except OSError as error:
        raise NoBackup(
            f"The backup could not be restored into {folder} ({error.strerror}). "
            "Nothing is left of it: choose another folder, or free some space."
        ) from error
    return key


def _put(file: Path, folder: Path, key_file: KeyFile, key: StoreKey) -> None:
    """Put the store and its key file into a folder that has neither: both, or nothing."""
    new = folder / NEW
    forget_new(folder)
    try:
        _take_out(file, new)
        _check(new, key, file)
        write_key_file(folder, key_file)
        new.replace(folder / STORE)
    finally:
        if not is_store(folder):
            (folder / KEY).unlink(missing_ok=True)
        forget_new(folder)


def _check_members(read: zipfile.ZipFile) -> None:
    """Refuse what is no backup before anything of it is read."""
    members = {info.filename: info for info in read.infolist()}
    packed = any(info.compress_type != zipfile.ZIP_STORED for info in members.values())
    if len(read.infolist()) != 3 or set(members) != {ABOUT, KEY, STORE} or packed:
        raise ValueError("other members")
    if any(members[name].file_size > _MOST_SMALL for name in (ABOUT, KEY)):
        raise ValueError("too large")


def _take_out(file: Path, to: Path) -> None:
    make_file(to)
    try:
        with zipfile.ZipFile(file) as read, read.open(STORE) as source, to.open("r+b") as target:
            shutil.copyfileobj(source, target)
            target.flush()
            os.fsync(target.fileno())
    except _NO_ZIP_OF_OURS as error:
        raise _damaged(file) from error


def _check(store: Path, key: StoreKey, file: Path) -> None:
    if wrong_pages(store, key):
        raise _damaged(file)
    connection = connect(store, key)
    try:
        check_revision(connection)
    finally:
        connection.close()


def _damaged(file: Path) -> Damaged:
    return Damaged(f"{file.name} is damaged. Nothing was changed: choose another backup.")
