"""A disk that is full or read-only, and files taken away, moved or replaced under the app."""

from __future__ import annotations

import os
import shutil
import subprocess
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from benchmarks.faults.small_store import SmallStore, make_small_store
from benchmarks.faults.trial import Trial
from exports.minutes import write_minutes
from exports.problems import CannotWrite
from plo_tui.store.folder import STORE
from plo_tui.store.problems import StoreProblem
from plo_tui.store.reading.edition import read_edition

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from plo_tui.store.store import Store

SIZE = 8 << 20
"""Bytes of the small disk."""
UNPRIVILEGED = 65534
"""The user `nobody`: file modes do not stop root."""


@contextmanager
def small_disk(folder: Path) -> Iterator[Path]:
    """Mount a disk of a few megabytes in memory, as root may on Linux.

    Raises:
        OSError: where it may not be mounted.
    """
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={SIZE}", "tmpfs", str(folder)]
    try:
        subprocess.run(mount, check=True, capture_output=True)
    except subprocess.CalledProcessError as error:
        raise PermissionError("A small disk can only be mounted by root.") from error
    try:
        yield folder
    finally:
        subprocess.run(["umount", "--lazy", str(folder)], check=True)


def fill(disk: Path, leave: int = 0) -> Path:
    """Fill a disk up but for some bytes, and return the file that does."""
    filler = disk / "filler"
    with filler.open("wb", buffering=0) as file, suppress(OSError):
        while True:
            file.write(bytes(4096))
    if leave:
        os.truncate(filler, max(filler.stat().st_size - leave, 0))
    return filler


def full_disk(folder: Path, rounds: int) -> Trial:
    """Minute until the disk is full, free some room, and go on without opening the store again."""
    trial = Trial("the disk is full")
    with small_disk(folder / "disk") as disk:
        small = make_small_store(disk / "store", 3)
        store, saved = small.open(), small.entries()
        for number in range(rounds):
            filler = fill(disk, leave=number % 5 * 100_000)
            refused = False
            for paragraph in range(100):
                if refused := not _minute(trial, small, store, saved, f"{paragraph} " + "x" * 9000):
                    break
            filler.unlink()
            trial.wrong += not refused
            trial.wrong += not _minute(trial, small, store, saved, "There is room again.")
            trial.rounds += 1
        store.close()
        trial.expects(saved, small.entries())
        trial.wrong += not small.whole()
    return trial


def export_to_full_disk(folder: Path, rounds: int) -> Trial:
    """Export minutes to a full disk, over an older document of that name."""
    trial = Trial("a document exported to a full disk")
    small = make_small_store(folder / "store", 3)
    store = small.open()
    edition = store.read(read_edition, small.case, small.meeting)
    store.close()
    with small_disk(folder / "disk") as disk:
        to = disk / "minutes.docx"
        for number in range(rounds):
            to.write_bytes(b"the older document")
            filler = fill(disk, leave=number % 3 * 4096)
            try:
                write_minutes(edition, to, draft=True)
            except CannotWrite as problem:
                trial.says(problem, disk)
            there = {file.name for file in disk.iterdir()}
            trial.wrong += there != {to.name, filler.name}
            trial.wrong += to.read_bytes() != b"the older document"
            filler.unlink()
            write_minutes(edition, to, draft=True)
            trial.rounds += 1
            trial.expects({to.name}, {to.name} if to.read_bytes().startswith(b"PK") else set())
    return trial


def read_only() -> Trial:
    """Open a store whose file, folder or disk may not be written, as an ordinary user."""
    trial = Trial("the store's file, folder or disk is read-only")
    with (
        TemporaryDirectory(prefix="plo-tui-faults-") as place,
        small_disk(Path(place, "d")) as disk,
    ):
        Path(place).chmod(0o755)  # for an ordinary user to reach it
        disk.chmod(0o777)
        made = make_small_store(disk / "made", 3)
        saved = made.entries()
        for closed in ("file", "folder", "disk"):
            small = made.copy(disk / closed)
            for path in (small.folder, *small.folder.iterdir()):
                os.chown(path, UNPRIVILEGED, UNPRIVILEGED)
            if closed == "file":
                (small.folder / STORE).chmod(0o400)
            elif closed == "folder":
                small.folder.chmod(0o500)
            else:
                subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
            try:
                trial.wrong += not _as_nobody(trial, small)
            finally:
                if closed == "disk":
                    subprocess.run(["mount", "-o", "remount,rw", str(disk)], check=True)
            small.folder.chmod(0o700)
            (small.folder / STORE).chmod(0o600)
            trial.rounds += 1
            trial.expects(saved, small.entries())
    return trial


def taken_away(folder: Path, rounds: int) -> Trial:
    """Remove, move or replace the store's files under a program that has it open."""
    trial = Trial("a file or the folder moved, removed or replaced under the app")
    made = make_small_store(folder / "made", 1)
    for number in range(rounds):
        for change in (_moved_file, _moved_folder, _replaced, _log_removed, _index_removed):
            small = made.copy(folder / f"store-{number}-{change.__name__}")
            store, saved = small.open(), small.entries()
            _minute(trial, small, store, saved, "Before.")
            put_back = change(small, folder / "aside")
            trial.wrong += _minute(trial, small, store, saved, "Into nothing.")
            put_back()
            if change in (_log_removed, _index_removed):
                store.close()
                store = small.open()
            trial.wrong += not _minute(trial, small, store, saved, "After.")
            store.close()
            trial.rounds += 1
            trial.expects(saved, small.entries())
            trial.wrong += not small.whole()
    return trial


def _moved_file(small: SmallStore, aside: Path) -> Callable[[], object]:
    (small.folder / STORE).rename(aside)
    return lambda: aside.rename(small.folder / STORE)


def _moved_folder(small: SmallStore, aside: Path) -> Callable[[], object]:
    small.folder.rename(aside)
    return lambda: aside.rename(small.folder)


def _replaced(small: SmallStore, aside: Path) -> Callable[[], object]:
    """Put an older copy in its place, as a cloud service does; its own is put back later."""
    store, older = small.folder / STORE, aside.with_name("older")
    shutil.copy(store, older)
    store.rename(aside)
    older.rename(store)
    return lambda: aside.replace(store)


def _log_removed(small: SmallStore, _aside: Path) -> Callable[[], object]:
    (small.folder / f"{STORE}-wal").unlink()
    return lambda: None


def _index_removed(small: SmallStore, _aside: Path) -> Callable[[], object]:
    (small.folder / f"{STORE}-shm").unlink()
    return lambda: None


def _minute(trial: Trial, small: SmallStore, store: Store, saved: set[str], text: str) -> bool:
    """Minute a paragraph; whether it was called saved."""
    try:
        saved.add(small.minute(store, text))
    except StoreProblem as problem:
        trial.says(problem, small.folder)
        return False
    return True


def _as_nobody(trial: Trial, small: SmallStore) -> bool:
    """Open a store as an ordinary user, in a process of its own; whether a sentence was said."""
    reading, writing = os.pipe()
    pid = os.fork()
    if pid == 0:
        try:
            os.setuid(UNPRIVILEGED)
            small.minute(small.open(), "It may not be.")
        except StoreProblem as problem:
            os.write(writing, str(problem).encode())
        finally:
            os._exit(0)
    os.close(writing)
    with os.fdopen(reading, encoding="utf-8") as said:
        sentence = said.read()
    os.waitpid(pid, 0)
    if sentence:
        trial.says(sentence, small.folder)
    return bool(sentence)
