"""What the command line prints: plain lines, safe for any terminal."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from agenda.direction import with_named_marks
from agenda.text import clean, one_line

if TYPE_CHECKING:
    from collections.abc import Iterable


def say(lines: Iterable[str]) -> None:
    """Print lines on standard output."""
    sys.stdout.writelines(f"{with_named_marks(clean(line))}\n" for line in lines)


def complain(sentence: str) -> None:
    """Print one sentence on standard error."""
    sys.stderr.write(f"plo-tui: {with_named_marks(one_line(sentence))}\n")
