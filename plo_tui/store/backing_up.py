"""Backups: one encrypted file that opens with the store's passphrase or recovery key.

It is an ordinary ZIP file with three members, none of them packed: what it is, the key file and
the store. Some are made by the app itself, on closing and before a migration, in `backups` beside
the store; the last few are kept.
"""

from __future__ import annotations

import json
import os
import re
import secrets
import shutil
import tempfile
import zipfile
from contextlib import closing, suppress
from datetime import UTC, datetime
from math import inf
from pathlib import Path
from typing import TYPE_CHECKING, Any

from plo_tui import __version__
from plo_tui.store.connection import connect, keyed
from plo_tui.store.copying import copy_store
from plo_tui.store.folder import BEGUN, KEY, STORE, make_folder, owner_only
from plo_tui.store.key import key_bytes, read_key_file
from plo_tui.store.problems import CannotOpen, NoBackup, StoreProblem

if TYPE_CHECKING:
    from plo_tui.store.key import KeyFile, StoreKey

ABOUT = "about.json"
BACKUPS = "backups"
SUFFIX = ".plobackup"
FORMAT = 1
_OURS = re.compile(rf"\d{{4}}-\d\d-\d\d \d{{6}}\.\d{{6}}( before [\w ]+)?{re.escape(SUFFIX)}")
"""The names that the app gives; any other in `backups` is the user's own."""
_UNFINISHED = ".plo-tui-"
"""What a backup that is being written, and the folder of its copy, begin with."""


def back_up(folder: Path, key: StoreKey, to: Path, now: datetime | None = None) -> Path:
    """Write a backup of the store in a folder, which may be in use, and return its file.

    Raises:
        NoBackup: where it could not be written whole; nothing is left of it.
        CannotOpen: where the store does not open.
    """
    return _back_up(folder, key, read_key_file(folder), to, now or datetime.now(UTC))


def back_up_on_closing(folder: Path, key: StoreKey, kept: int, now: datetime) -> Path | None:
    """Write a backup into the store's own folder and keep the last few.

    Args:
        folder: the store's folder.
        key: its key.
        kept: how many are kept; none is written where it is 0.
        now: the instant (UTC, aware), which becomes its name.

    Returns:
        The new file; None where nothing changed since the last one, or none is kept.

    Raises:
        StoreProblem: where it could not be written; the earlier ones stay.
    """
    with suppress(OSError):
        remove_leftovers(folder, before=BEGUN)
    if not kept:
        return None
    earlier = backups(folder)
    if earlier and _lines_of(earlier[-1]) == _lines(connect(folder / STORE, key)):
        return None
    made = back_up(folder, key, _name(folder, now, ""), now)
    # After the clock was set back the new one is not the last by its name: it stays all the same.
    others = [one for one in backups(folder) if one != made]
    for old in others[::-1][kept - 1 :]:
        with suppress(OSError):  # held by another program, perhaps: the next backup removes it
            old.unlink(missing_ok=True)
    return made


def back_up_before_migrating(folder: Path, key: StoreKey, revision: str) -> Path:
    """Write a backup of a store that is about to be brought up to date."""
    now = datetime.now(UTC)
    return back_up(folder, key, _name(folder, now, f" before update of {revision}"), now)


def back_up_under(folder: Path, key: StoreKey, key_file: KeyFile, new_key: StoreKey) -> Path:
    """Write a backup of a store that is about to get another key: it opens with the new one."""
    now = datetime.now(UTC)
    to = _name(folder, now, " before the passphrase")
    return _back_up(folder, key, key_file, to, now, new_key)


def backups(folder: Path) -> list[Path]:
    """Return the backups that the app made beside a store, the oldest first by their names."""
    there = (folder / BACKUPS).glob(f"*{SUFFIX}")
    return sorted(file for file in there if _OURS.fullmatch(file.name))


def remove_leftovers(folder: Path, before: float = inf) -> None:
    """Remove what a backup that was killed left beside a store: it holds a whole copy.

    Args:
        folder: the store's folder.
        before: only what was last changed before this (seconds since 1970).

    Raises:
        OSError: where one cannot be removed.
    """
    for leftover in (folder / BACKUPS).glob(f"{_UNFINISHED}*"):
        if leftover.stat().st_mtime < before:
            shutil.rmtree(leftover) if leftover.is_dir() else leftover.unlink()


def _name(folder: Path, now: datetime, what: str) -> Path:
    make_folder(folder / BACKUPS)
    return folder / BACKUPS / f"{now.astimezone(UTC):%Y-%m-%d %H%M%S.%f}{what}{SUFFIX}"


def _back_up(
    folder: Path,
    key: StoreKey,
    key_file: KeyFile,
    to: Path,
    now: datetime,
    new_key: StoreKey | None = None,
) -> Path:
    if to.exists():
        raise NoBackup(f"{to} is there already and was not replaced. Choose another name.")
    try:
        make_folder(folder / BACKUPS)
        # The copy is made where files are known to be ours alone; a stick may not know owners.
        with tempfile.TemporaryDirectory(prefix=_UNFINISHED, dir=folder / BACKUPS) as name:
            owner_only(Path(name))
            copy = Path(name) / STORE
            copy_store(folder / STORE, key, copy, new_key or key)
            about = {
                "format": FORMAT,
                "app": __version__,
                "made_at": now.astimezone(UTC).isoformat(timespec="seconds"),
                "lines": _lines(keyed(copy, new_key or key)),
            }
            small = {ABOUT: json.dumps(about).encode(), KEY: key_bytes(key_file)}
            _name_when_whole(to, small, copy)
    except OSError as error:
        raise NoBackup(
            f"The backup could not be written to {to} ({error.strerror}). "
            "Nothing is left of it: choose another place, or free some space."
        ) from error
    return to


def _name_when_whole(to: Path, small: dict[str, bytes], store: Path) -> None:
    """Write a backup beside its place, so that it gets its name in one step, or leave nothing."""
    unfinished = to.with_name(f"{_UNFINISHED}{secrets.token_hex(4)}")
    try:
        _write(unfinished, small, store)
        with suppress(CannotOpen):  # sealed as it is, it may lie where files have no owner
            owner_only(unfinished)
        unfinished.replace(to)
    finally:
        unfinished.unlink(missing_ok=True)


def _write(whole: Path, small: dict[str, bytes], store: Path) -> None:
    handle = os.open(whole, os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
    with os.fdopen(handle, "w+b") as file:
        with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as written:
            for member, content in small.items():
                written.writestr(zipfile.ZipInfo(member), content)
            with (
                store.open("rb") as source,
                written.open(zipfile.ZipInfo(STORE), "w", force_zip64=True) as target,
            ):
                shutil.copyfileobj(source, target)
        file.flush()
        os.fsync(file.fileno())


def _lines(opened: Any) -> int:
    """Return how many lines the journal has, by which it is known whether anything changed."""
    with closing(opened) as connection:
        try:
            return int(connection.execute("SELECT count(*) FROM journal").fetchone()[0])
        except Exception:  # noqa: BLE001 - a store of an early version has none: always back it up
            return -1


def _lines_of(backup: Path) -> int:
    from plo_tui.store.restoring import read_backup

    try:
        return read_backup(backup).lines
    except StoreProblem:
        return -1
