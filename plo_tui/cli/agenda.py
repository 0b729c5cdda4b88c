"""Checking an authority's agenda sheet before anyone meets by it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.broken_file import BrokenFile, read_file
from agenda.sheet_reading import problems, read_sheet
from plo_tui.cli import BROKEN, DONE, REFUSED
from plo_tui.cli.printing import complain, say

if TYPE_CHECKING:
    from argparse import Namespace


def check_sheet(asked: Namespace) -> int:
    """Say everything that is wrong with a sheet, a line for each, or that it can be used."""
    name = str(asked.file)
    try:
        text = read_file(asked.file, name)
    except BrokenFile as fault:
        complain(str(fault))
        return BROKEN if isinstance(fault.__cause__, OSError) else REFUSED
    found = problems(text, name)
    if found:
        say(str(problem) for problem in found)
        return REFUSED
    sheet = read_sheet(text, name)
    minutes = sum(item.minutes for item in sheet.items)
    say([f"{name}: ready to use. {sheet.title}, {len(sheet.items)} items, {minutes} minutes."])
    return DONE
