"""Checking an authority's agenda sheet before anyone meets by it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.sheet_reading import problems, read_sheet
from plo_tui.cli import DONE, REFUSED
from plo_tui.cli.checked_file import text_or_code
from plo_tui.cli.printing import say

if TYPE_CHECKING:
    from argparse import Namespace


def check_sheet(asked: Namespace) -> int:
    """Say everything that is wrong with a sheet, a line for each, or that it can be used."""
    name = str(asked.file)
    text = text_or_code(asked.file)
    if isinstance(text, int):
        return text
    found = problems(text, name)
    if found:
        say(str(problem) for problem in found)
        return REFUSED
    sheet = read_sheet(text, name)
    minutes = sum(item.minutes for item in sheet.items)
    say([f"{name}: ready to use. {sheet.title}, {len(sheet.items)} items, {minutes} minutes."])
    return DONE
