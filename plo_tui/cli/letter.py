"""Checking a letter to a parent before it goes to legal: no store is opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.letter_check import letter_findings
from agenda.letter_reading import read_letter
from plo_tui.cli import DONE, REFUSED
from plo_tui.cli.at_desk import desk_of
from plo_tui.cli.checked_file import text_or_code
from plo_tui.cli.printing import say

if TYPE_CHECKING:
    from argparse import Namespace


def check_letter(asked: Namespace) -> int:
    """Print each finding of a letter on a line, with its level, its place and what to change."""
    name = str(asked.file)
    text = text_or_code(asked.file)
    if isinstance(text, int):
        return text
    letter, wrong = read_letter(text, name)
    if letter is None:
        say(str(problem) for problem in wrong)
        return REFUSED
    desk = desk_of(asked)
    found = letter_findings(letter, desk.policy, desk.days, asked.other_child or ())
    if not found:
        say([f"{name}: nothing to change. Letter {letter.kind}, to {letter.to.name}."])
        return DONE
    for one in found:
        offered = f" For example: {one.example}." if one.example else ""
        say([f"{one.level} · {one.where.in_words} · {one.sentence}{offered} ({one.rule.key})"])
    return REFUSED
