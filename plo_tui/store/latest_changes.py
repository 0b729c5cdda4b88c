"""Whether the latest changes, which a crash leaves in a file beside the store, can all be read.

The database reads that file (the write-ahead log, `-wal`) up to the first page that is not as it
was written, and passes over the rest in silence: changes that were called saved would be gone
without a word. The index beside it (`-shm`) still says how far the log went, so it is asked first.
Both formats are SQLite's own: https://sqlite.org/walformat.html.
"""

from __future__ import annotations

import struct
import sys
from array import array
from dataclasses import dataclass
from typing import TYPE_CHECKING

from plo_tui.store.folder import make_file
from plo_tui.store.problems import CannotOpen

if TYPE_CHECKING:
    from pathlib import Path

_DAMAGED = ".damaged-"
_INDEX_HEADER = 48
_LOG_HEADER, _FRAME_HEADER = 32, 24
_LITTLE_ENDIAN_LOG = 0x377F0682
_MOST_BEGINNINGS = 10_000


@dataclass(frozen=True, slots=True)
class _Index:
    """What the index says of the log: how many pages it holds, and how many the store has too."""

    page_size: int
    pages: int
    salt: bytes
    in_store: int


def refuse_if_lost(path: Path) -> None:
    """See that the latest changes to a store are all there, before anything opens it.

    Where some are not, this says so once, and keeps what is left of the log beside it; the next
    time the store is opened with the changes that can be read.

    Args:
        path: the store's file.

    Raises:
        CannotOpen: where changes that were saved cannot be read.
    """
    index = _read_index(path)
    if index is None or not index.pages:
        return
    log = path.with_name(f"{path.name}-wal")
    content = log.read_bytes() if log.exists() else b""
    if _begun_later(content, index):
        return
    readable = _readable_pages(content, index)
    if readable >= index.pages or _read_index(path) != index:  # another terminal is writing
        return
    aside = path.with_name(f"{log.name}{_DAMAGED}{index.salt.hex()}")
    told = aside.exists() and aside.stat().st_size >= len(content)
    nothing_lost = index.in_store >= index.pages
    if content and not told:
        _keep(aside, content)
    if content and readable <= index.in_store:
        # The store has these pages, or later ones: read alone, they would spoil it.
        if nothing_lost or told:
            log.unlink()
    elif not content and not nothing_lost and not told:
        make_file(aside)
    if not (nothing_lost or told):
        raise CannotOpen(
            f"The latest changes to the store cannot all be read: {log.name} in {path.parent} is "
            f"damaged or missing. Close plo-tui wherever it is open, and put {log.name} or a "
            "backup back. Or open plo-tui again to go on without those changes."
        )


def _keep(aside: Path, content: bytes) -> None:
    """Keep what is left of the log: under its name only once it is on the disk whole."""
    part = aside.with_name(f"{aside.name}.part")
    part.unlink(missing_ok=True)
    make_file(part, content)
    part.replace(aside)


def set_aside(path: Path) -> list[Path]:
    """Return what `refuse_if_lost` ever kept beside a store."""
    return sorted(path.parent.glob(f"{path.name}-wal{_DAMAGED}*"))


def _read_index(path: Path) -> _Index | None:
    """Return what the index says; None where there is none, or where it is being written."""
    try:
        content = path.with_name(f"{path.name}-shm").read_bytes()[: 2 * _INDEX_HEADER + 4]
    except OSError:
        return None
    if len(content) < 2 * _INDEX_HEADER + 4:
        return None
    first, second = content[:_INDEX_HEADER], content[_INDEX_HEADER : 2 * _INDEX_HEADER]
    if first != second or not first[12] or struct.pack("=II", *_sum(first[:40])) != first[40:]:
        return None
    page_size, pages = struct.unpack_from("=HI", first, 14)
    (in_store,) = struct.unpack_from("=I", content, 2 * _INDEX_HEADER)
    return _Index(65536 if page_size == 1 else page_size, pages, first[32:40], in_store)


def _begun_later(log: bytes, index: _Index) -> bool:
    """Whether the log was begun again after the index was last written to disk.

    So it may be after a power cut. It is begun again only when the store has all of it, and the
    first half of its salt is then one more than before.
    """
    if len(log) < _LOG_HEADER or not _header_is_whole(log):
        return False
    before, now = (int.from_bytes(salt[:4], "big") for salt in (index.salt, log[16:24]))
    return 0 < (now - before) % 2**32 < _MOST_BEGINNINGS


def _readable_pages(log: bytes, index: _Index) -> int:
    """Return how many of the pages that the index counts are as they were written."""
    if len(log) < _LOG_HEADER or log[16:24] != index.salt or not _header_is_whole(log):
        return 0
    swapped = _swapped(log)
    so_far: tuple[int, ...] = struct.unpack_from(">II", log, 24)
    for page in range(index.pages):
        start = _LOG_HEADER + page * (_FRAME_HEADER + index.page_size)
        frame = log[start : start + _FRAME_HEADER + index.page_size]
        if len(frame) < _FRAME_HEADER + index.page_size or frame[8:16] != index.salt:
            return page
        so_far = _sum(frame[:8] + frame[_FRAME_HEADER:], so_far, swapped=swapped)
        if so_far != struct.unpack_from(">II", frame, 16):
            return page
    return index.pages


def _header_is_whole(log: bytes) -> bool:
    return struct.pack(">II", *_sum(log[:24], swapped=_swapped(log))) == log[24:32]


def _swapped(log: bytes) -> bool:
    """Whether the log was summed in the other byte order than this machine's."""
    ours = _LITTLE_ENDIAN_LOG | (sys.byteorder == "big")
    return struct.pack(">I", ours) != log[:4]


def _sum(
    content: bytes, so_far: tuple[int, ...] = (0, 0), *, swapped: bool = False
) -> tuple[int, int]:
    """Return SQLite's checksum of a content whose length is a multiple of 8."""
    words = array("I", content)
    if swapped:
        words.byteswap()
    first, second = so_far
    each = iter(words)
    for one, other in zip(each, each, strict=True):
        first = (first + one + second) & 0xFFFFFFFF
        second = (second + other + first) & 0xFFFFFFFF
    return first, second
