"""What became of the plan, line by line, as a review found it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exports.wordml import cell, heading, labelled, paragraph, run, table
from exports.words import sentence

if TYPE_CHECKING:
    from agenda.minuted_plan import MinutedLine, MinutedOutcome

_TEXT = "PLOTableText"


def outcomes(lines: tuple[MinutedLine, ...]) -> str:
    """Return each line a review found something of; nothing where it found nothing."""
    rows = [(line, line.outcome) for line in lines if line.outcome is not None]
    if not rows:
        return ""
    return heading(1, "What became of the plan") + table(
        "What became of the plan",
        "Each row is one line agreed before: its number, what was to happen and by whom, what "
        "became of it, how we know and what stopped it, and whether our help came.",
        [
            ("No.", 6),
            ("What was to happen", 30),
            ("Outcome", 16),
            ("How we know", 30),
            ("Our help", 18),
        ],
        [_row(line, found) for line, found in rows],
    )


def _row(line: MinutedLine, found: MinutedOutcome) -> tuple[str, ...]:
    return (
        cell(str(line.number)),
        paragraph(_TEXT, run(line.what, bold=True)) + paragraph(_TEXT, run(line.owner)),
        cell(sentence(found.outcome)),
        cell(found.evidence or "Not recorded") + labelled("What stopped it", found.why, _TEXT),
        cell(sentence(found.help_came) if found.help_came else "Not recorded", found.help_note),
    )
