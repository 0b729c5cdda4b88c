"""Files an authority writes, policy and agenda sheets: read, or refused with where and why."""

from __future__ import annotations

import re
from typing import Any

_SAID = re.compile(r"(.*) \(at (?:line (\d+), column \d+|end of document)\)", re.DOTALL)


class BrokenFile(ValueError):
    """A file an authority wrote is refused, with where and why.

    Printed, it is one line: `policy.toml, line 12: window.weeks must be a whole number …`

    Attributes:
        file: the file's name, as the user would know it.
        line: the line at fault, counted from 1; None where no single line is.
        reason: what is wrong and what to do about it, in plain words.
    """

    def __init__(self, file: str, line: int | None, reason: str) -> None:
        self.file = file
        self.line = line
        self.reason = reason
        place = file if line is None else f"{file}, line {line}"
        super().__init__(f"{place}: {reason}")


def read_toml(text: str, file: str) -> tuple[str, dict[str, Any]]:
    """Read TOML, also as Windows editors write it.

    Args:
        text: the whole file; a byte order mark and CRLF line ends are put right.
        file: its name, as the user knows it.

    Returns:
        The text as it was read, for finding lines in, and what it holds.

    Raises:
        BrokenFile: it is not TOML; names the line.
    """
    import tomllib  # not before the first frame: most users have no file of their own

    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    try:
        return text, tomllib.loads(text)
    except tomllib.TOMLDecodeError as fault:
        said = _SAID.fullmatch(str(fault))
        what, line = (said[1], said[2]) if said else (str(fault), None)
        reason = (
            f"this is not TOML as it should be written ({ascii(what)[1:-1][:80]}). "
            "Look for a missing quote, bracket or equals sign."
        )
        end = text.rstrip("\n").count("\n") + 1
        raise BrokenFile(file, int(line) if line else end, reason) from None
    except (RecursionError, ValueError):
        reason = "it nests too deeply or holds a number too long to read. Make it simpler."
        raise BrokenFile(file, None, reason) from None
