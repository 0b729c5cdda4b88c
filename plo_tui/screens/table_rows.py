"""From the papers to what the family may read at the table: what is agreed, and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.minuting_plan import lines_of
from agenda.window import window_of
from agenda.words import LineKind, LineState
from exports.words import long_date, sentence, when
from plo_tui.widgets.table_page import Card, Section

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from agenda.minuted_plan import MinutedLine
    from agenda.papers import Papers

_AGREED = (LineState.AGREED, LineState.AMENDED)
"""What the room has said yes to: a draft has not been spoken about yet."""


def family_sections(papers: Papers, today: date) -> list[Section]:
    """Return the agreed plan, the bottom line and the next dates, in the family's words.

    No worry, finding, week, answer or outcome stands in it, and no line that is still a draft.
    """
    window = papers.window or window_of(today, papers.policy)
    agreed = [line for line in lines_of(papers, window) if line.state in _AGREED]
    steps = [line for line in agreed if line.kind is not LineKind.BOTTOM_LINE]
    limits = [line for line in agreed if line.kind is LineKind.BOTTOM_LINE]
    sections = [
        Section("WHAT WE ALL DO", tuple(_step(line) for line in steps)),
        Section("WHAT MUST NOT HAPPEN", tuple(_limit(line) for line in limits)),
        Section("WHEN WE MEET AGAIN", tuple(_meetings(papers))),
    ]
    found = [section for section in sections if section.cards]
    return found if agreed else [_NOTHING_YET, *found]


_NOTHING_YET = Section(
    "OUR PLAN", (Card("", "Nothing is agreed yet.", ("What we agree today will stand here.",)),)
)


def _step(line: MinutedLine) -> Card:
    who = line.owner or "Not named yet"
    help_with_it = (f"Help you get: {line.support}",) if line.support else ()
    return Card(
        str(line.number),
        line.what,
        (*_parts(line), " · ".join((who, *when(line))), *help_with_it),
    )


def _limit(line: MinutedLine) -> Card:
    follows = (f"If it does: {line.consequence}",) if line.consequence else ()
    return Card(str(line.number), line.what, (*_parts(line), *follows))


def _parts(line: MinutedLine) -> Iterator[str]:
    for number, part in enumerate(line.parts):
        yield f"{chr(ord('a') + number)}. {part}"


def _meetings(papers: Papers) -> Iterator[Card]:
    reviews = [meeting for meeting in papers.planned_reviews if meeting.planned_on]
    for meeting in sorted(reviews, key=lambda one: (one.planned_on, one.id)):
        assert meeting.planned_on is not None  # noqa: S101 - those without were left out
        at = f" at {meeting.planned_at:%H:%M}" if meeting.planned_at else ""
        place = (sentence(meeting.place),) if meeting.place else ()
        day = f"{long_date(meeting.planned_on)}{at}"
        yield Card("", meeting.kind.heading, (day, *place))
