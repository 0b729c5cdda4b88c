"""From the papers to the rows of the safe copies. No row holds a withheld word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.day_names import day_text
from agenda.safety import detail_words, whose_words
from agenda.withheld_words import without
from plo_tui.widgets.record_list import RecordRow

if TYPE_CHECKING:
    from agenda.papers import Papers

_NONE = RecordRow("-", "none yet")


def safety_rows(papers: Papers) -> list[RecordRow]:
    """Return the details withheld, and who must not meet."""
    withheld = [
        RecordRow(
            "Withheld",
            f"{whose_words(papers, detail)}: {detail_words(papers, detail)}",
            (f"why: {without(detail.why, (detail.words,))}" if detail.why else "",),
            detail.id,
        )
        for detail in papers.withheld
    ]
    apart = [
        RecordRow(
            "KeptApart",
            f"{papers.name(None, row.person_id)} and {papers.name(None, row.other_id)}",
            (f"since {day_text(row.since)}" if row.since else "", row.why),
            row.id,
        )
        for row in papers.kept_apart
    ]
    return [
        RecordRow("", "WITHHELD"),
        *(withheld or [_NONE]),
        RecordRow("", "MUST NOT MEET"),
        *(apart or [_NONE]),
    ]
