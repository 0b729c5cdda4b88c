"""A document is written whole or not at all, for its owner alone, and a failure says what to do."""

from __future__ import annotations

import errno
import os
import stat
import sys
import time
from typing import TYPE_CHECKING

import pytest
from carter_family import APPROVED

from exports.minutes import write_minutes
from exports.problems import CannotWrite
from exports.safe_file import write_whole

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps no file modes")
def test_only_the_owner_may_read_it_from_its_first_byte(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    modes = []
    fsync = os.fsync

    def watched(handle: int) -> None:
        modes.append(stat.S_IMODE(os.fstat(handle).st_mode))
        fsync(handle)

    monkeypatch.setattr(os, "fsync", watched)
    before = os.umask(0)
    try:
        write_minutes(APPROVED, tmp_path / "minutes.docx")
    finally:
        os.umask(before)
    assert modes == [0o600]
    assert stat.S_IMODE((tmp_path / "minutes.docx").stat().st_mode) == 0o600


def test_an_older_document_is_replaced(tmp_path: Path) -> None:
    to = tmp_path / "minutes.docx"
    to.write_bytes(b"an older one")
    write_minutes(APPROVED, to)
    assert to.read_bytes().startswith(b"PK")
    assert [file.name for file in tmp_path.iterdir()] == ["minutes.docx"]


@pytest.mark.parametrize(
    ("code", "next_step"),
    [
        (errno.ENOSPC, "Free some space"),
        (errno.EFBIG, "Free some space"),
        (errno.EROFS, "choose a folder of your own"),
        (errno.EACCES, "If it is open in Word, close it"),
        (errno.EIO, "Choose another name or folder"),
    ],
)
@pytest.mark.parametrize("step", ["open", "fsync", "replace"])
def test_a_failure_leaves_what_was_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, next_step: str, step: str
) -> None:
    to = tmp_path / "minutes.docx"
    to.write_bytes(b"an older one")

    def fail(*_: object) -> int:
        raise OSError(code, os.strerror(code))

    with monkeypatch.context() as patch:
        patch.setattr(os, step, fail)
        with pytest.raises(CannotWrite, match=next_step):
            write_minutes(APPROVED, to)
    assert to.read_bytes() == b"an older one"
    assert [file.name for file in tmp_path.iterdir()] == ["minutes.docx"]


def test_a_folder_is_no_file_name(tmp_path: Path) -> None:
    with pytest.raises(CannotWrite, match=r"is a folder\. Give a file name"):
        write_minutes(APPROVED, tmp_path)


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(CannotWrite, match=r"is not there\. Make it first"):
        write_minutes(APPROVED, tmp_path / "none" / "minutes.docx")


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(CannotWrite):
        write_minutes(APPROVED, tmp_path / "file" / "minutes.docx")


@pytest.mark.parametrize("name", ["nul\0byte.docx", "x" * 300 + ".docx"])
def test_an_impossible_name_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(CannotWrite, match="Choose another"):
        write_minutes(APPROVED, tmp_path / name)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no such pipes")
def test_a_pipe_or_device_is_never_replaced_by_a_document(tmp_path: Path) -> None:
    to = tmp_path / "minutes.docx"
    os.mkfifo(to)
    with pytest.raises(CannotWrite, match="not an ordinary file"):
        write_minutes(APPROVED, to)
    assert stat.S_ISFIFO(to.lstat().st_mode)


def test_a_link_is_replaced_and_what_it_led_to_is_left_as_it_was(tmp_path: Path) -> None:
    (tmp_path / "theirs").write_bytes(b"theirs")
    to = tmp_path / "minutes.docx"
    try:
        to.symlink_to(tmp_path / "theirs")
    except OSError:
        pytest.skip("this account may make no links")
    write_minutes(APPROVED, to)
    assert (tmp_path / "theirs").read_bytes() == b"theirs"
    assert to.read_bytes().startswith(b"PK")


def test_what_a_kill_left_half_written_is_gone_with_the_next_document(tmp_path: Path) -> None:
    left, others = tmp_path / ".plo-tui-0123456789abcdef.part", tmp_path / "mine.part"
    for file in (left, others):
        file.write_bytes(b"half a document")
    write_whole(b"whole", tmp_path / "first.docx")
    assert left.exists()  # another program may be writing it
    long_ago = time.time() - 3_600
    for file in (left, others):
        os.utime(file, (long_ago, long_ago))
    write_whole(b"whole", tmp_path / "second.docx")
    assert sorted(file.name for file in tmp_path.iterdir()) == [
        "first.docx",
        "mine.part",
        "second.docx",
    ]
