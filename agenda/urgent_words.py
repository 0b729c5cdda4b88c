"""An urgent matter: which paragraphs are one, and who was told of it, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.day_names import day_and_month
from agenda.decision_words import WhoWasTold
from agenda.london import london_date
from agenda.minuting_words import clock
from agenda.words import EntryKind

if TYPE_CHECKING:
    from agenda import records
    from agenda.papers import Papers


def urgent_matters(papers: Papers) -> list[records.Entry]:
    """Return the urgent matters of this meeting, in the order they were written down."""
    rows = [row for row in papers.standing("Entry") if row.kind is EntryKind.URGENT]
    mine = [row for row in rows if row.meeting_id == papers.meeting_id]
    return sorted(mine, key=lambda row: (row.written_at, row.id))


def told_words(papers: Papers, entry: records.Entry) -> tuple[str, ...]:
    """Return who was told of an urgent matter and when: `legal (Ms Holt) 10:50`.

    The day is said where it is not the day of the matter itself.
    """
    day = london_date(entry.spoken_at or entry.written_at)
    told = []
    for row in papers.told(entry.id):
        who = f"{row.who} ({row.name})" if row.name else str(row.who)
        if row.who is WhoWasTold.OTHER and row.name:
            who = row.name
        on = london_date(row.told_at) if row.told_at else day
        told.append(
            " ".join(part for part in (who, day_and_month(on) if on != day else "",
                                       clock(row.told_at)) if part)
        )  # fmt: skip
    return tuple(told)
