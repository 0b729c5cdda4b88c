"""The experts' letters of instruction in the minutes, each with each party's answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exports.plan_table import answer_lines
from exports.wordml import cell, heading, table
from exports.words import short_date

if TYPE_CHECKING:
    from agenda.minuted_plan import MinutedInstruction


def instructions(letters: tuple[MinutedInstruction, ...]) -> str:
    """Return the letters of instruction taken to the meeting; nothing where there is none."""
    if not letters:
        return ""
    return heading(1, "Letters of instruction to experts") + table(
        "Letters of instruction",
        "Each row is one letter: to whom and on what, the questions it asks, and each party's "
        "answer.",
        [("To, and on what", 30), ("Questions", 40), ("Answers", 30)],
        [
            (_to(one), cell(*one.questions) or cell("None yet"), answer_lines(one.answers))
            for one in letters
        ],
    )


def _to(one: MinutedInstruction) -> str:
    """Return whom it is to, what they assess, and the dates that are known."""
    return cell(
        one.expert,
        one.field,
        f"Line {one.line} of the plan" if one.line else "",
        f"Drafted {short_date(one.drafted_on)}" if one.drafted_on else "",
        f"Report by {short_date(one.report_by)}" if one.report_by else "",
    )
