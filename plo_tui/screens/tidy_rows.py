"""From what there is to tidy to what its screen shows: rows under headings, and the counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda import tidying
from plo_tui.screens.meeting_rows import clock
from plo_tui.widgets.tidy_list import TidyRow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from agenda.papers import Papers
    from agenda.tidying import ToTidy

_HEADINGS = {
    tidying.UNPLACED: "Which item?",
    tidying.SPEAKER: "Who said it?",
    tidying.LONG_SENTENCE: "Long sentences",
    tidying.HARD: "Hard words",
}
_STILL_OPEN = "Still open"


def title_words(things: Sequence[ToTidy]) -> str:
    """Return the heading of the screen: how much there is."""
    if not things:
        return "Tidying the minutes"
    paragraphs = sum(one.entry_id is not None for one in things)
    findings = len(things) - paragraphs
    parts = [
        f"{count} {what if count == 1 else what + 's'}"
        for count, what in ((paragraphs, "paragraph"), (findings, "finding"))
        if count
    ]
    return f"{len(things)} to tidy: {', '.join(parts)} · Enter saves and goes on to the next"


def tidy_row(papers: Papers, thing: ToTidy) -> TidyRow:
    """Return one thing to tidy as the list shows it."""
    entry = papers.find("Entry", thing.entry_id)
    if entry is None:
        first = thing.findings[0]
        return TidyRow(_STILL_OPEN, f"{first.level.upper()} {first.sentence}")
    time = clock(entry.spoken_at or entry.written_at)
    speaker = papers.name(entry.speaker_staff_id, entry.speaker_person_id)
    said = f"{speaker}: {entry.text}" if speaker else entry.text
    return TidyRow(_HEADINGS[thing.rule], f"{time} {said}")
