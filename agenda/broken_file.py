"""Files an authority or a user writes: read within limits, or refused with where and why."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

LARGEST_FILE = 256 * 1024
"""In bytes: twenty times the longest sheet or policy that comes with the app."""

_MOST_PARTS = 200
_SAID = re.compile(r"(.*) \(at (?:line (\d+), column \d+|end of document)\)", re.DOTALL)
_PART = r"""(?:[\w-]++|"[^"\n]*+"|'[^'\n]*+')[ \t]*+"""
# The standard library takes a minute over a name of 20,000 parts.
_ENDLESS_NAME = re.compile(rf"(?<![\w-])(?:{_PART}\.[ \t]*+){{{_MOST_PARTS}}}")
_LONGEST_REASON = 400


class BrokenFile(ValueError):
    """A file an authority wrote is refused, with where and why.

    Printed, it is one line: `policy.toml, line 12: window.weeks must be a whole number …`

    Attributes:
        file: the file's name, as the user would know it.
        line: the line at fault, counted from 1; None where no single line is.
        reason: what is wrong and what to do about it, in plain words; what it quotes of the
            file is cut where it is long, and holds nothing that a terminal would act on.
    """

    def __init__(self, file: str, line: int | None, reason: str) -> None:
        self.file = file
        self.line = line
        self.reason = _quotable(reason)
        place = file if line is None else f"{file}, line {line}"
        super().__init__(f"{place}: {self.reason}")


def read_file(path: Path, name: str, if_missing: str | None = None) -> str:
    """Read a whole file of text, within the limit.

    Args:
        path: the file; a pipe will do, and of an endless one no more than the limit is read.
        name: what to call it.
        if_missing: what stands for a file that is not there; None where that is a fault.

    Raises:
        BrokenFile: it cannot be read, is too large or is not UTF-8.
    """
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST_FILE + 1)
    except FileNotFoundError as fault:
        if if_missing is not None:
            return if_missing
        raise _unreadable(name, fault) from fault
    except OSError as fault:
        raise _unreadable(name, fault) from fault
    except ValueError:
        raise BrokenFile(name, None, "that is no name for a file. Check it.") from None
    _check_length(len(content), name)
    try:
        return content.decode("utf-8-sig")  # Notepad may write a mark at the start
    except UnicodeDecodeError:
        raise BrokenFile(name, None, "this is not UTF-8 text. Save it as UTF-8.") from None


def read_toml(text: str, file: str) -> tuple[str, dict[str, Any]]:
    """Read TOML, also as Windows editors write it.

    Args:
        text: the whole file; a byte order mark and CRLF line ends are put right.
        file: its name, as the user knows it.

    Returns:
        The text as it was read, for finding lines in, and what it holds.

    Raises:
        BrokenFile: it is not TOML, or too much of it; names the line.
    """
    import tomllib  # not before the first frame: most users have no file of their own

    _check_length(len(text), file)
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    if endless := _ENDLESS_NAME.search(text):
        line = text.count("\n", 0, endless.start()) + 1
        raise BrokenFile(file, line, "this name has too many parts. Look at the dots in it.")
    try:
        return text, tomllib.loads(text)
    except tomllib.TOMLDecodeError as fault:
        said = _SAID.fullmatch(str(fault))
        what, line = (said[1], int(said[2] or 0)) if said else (str(fault), 0)
        reason = (
            f"this is not TOML as it should be written ({what}). "
            "Look for a missing quote, bracket or equals sign."
        )
        end = text.rstrip("\n").count("\n") + 1
        raise BrokenFile(file, line or end, reason) from None
    except (RecursionError, ValueError):
        reason = "it nests too deeply or holds a number too long to read. Make it simpler."
        raise BrokenFile(file, None, reason) from None


def _unreadable(name: str, fault: OSError) -> BrokenFile:
    why = fault.strerror or "it cannot be read"
    return BrokenFile(name, None, f"it cannot be read ({why}). Check its place.")


def _check_length(length: int, name: str) -> None:
    if length > LARGEST_FILE:
        reason = f"it is larger than {LARGEST_FILE // 1024} KB. Choose the right file."
        raise BrokenFile(name, None, reason)


def _quotable(reason: str) -> str:
    """Return a reason on one line, cut in the middle: what to do next stands at its end."""
    if len(reason) > _LONGEST_REASON:
        half = _LONGEST_REASON // 2
        reason = f"{reason[:half]}…{reason[-half:]}"
    line = " ".join(reason.split())
    return "".join(character if character.isprintable() else "�" for character in line)
