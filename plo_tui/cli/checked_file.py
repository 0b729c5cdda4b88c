"""Reading a file that a command is asked to check."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.broken_file import BrokenFile, read_file
from plo_tui.cli import BROKEN, REFUSED
from plo_tui.cli.printing import complain

if TYPE_CHECKING:
    from pathlib import Path


def text_or_code(file: Path) -> str | int:
    """Return a file's text, or the exit code where that was complained about.

    A file that cannot be read is a broken set-up; one that is no text is what the check found.
    """
    try:
        return read_file(file, str(file))
    except BrokenFile as fault:
        complain(str(fault))
        return BROKEN if isinstance(fault.__cause__, OSError) else REFUSED
