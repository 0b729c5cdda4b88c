"""Which items of the agenda are covered: everything they capture has been recorded.

What each capture waits for is told in `agenda.captures`, and asked of the records in
`agenda.waiting_for`. An item the chair has not come to is never covered, whatever was drafted
before.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from agenda.finding import Finding, Level, Rule
from agenda.passing import with_reasons
from agenda.waiting_for import WAITS_FOR, Said
from agenda.words import MeetingState

if TYPE_CHECKING:
    from uuid import UUID

    from agenda import records
    from agenda.papers import Papers
    from agenda.sheet import SheetItem

ITEM = Rule(
    "covered.item",
    Level.MUST,
    "Every required item of the agenda is covered.",
    "Sutton 2019, PLO Meetings: managers follow the agreed agenda and prompt sheet",
)


class ItemState(StrEnum):
    """Where an item of the agenda stands, as the side of the screen shows it."""

    NOW = "now"
    """On the table."""
    PARKED = "parked"
    COVERED = "covered"
    LEFT_OPEN = "left open"
    """Required, visited, and not covered."""
    TO_COME = "to come"
    """Nothing more is owed to it yet."""

    @property
    def mark(self) -> str:
        """The sign before the item's title."""
        return _MARKS[self]


_MARKS = {
    ItemState.NOW: "●",
    ItemState.PARKED: "‖",
    ItemState.COVERED: "✓",
    ItemState.LEFT_OPEN: "!",
    ItemState.TO_COME: " ",
}


def not_covered(papers: Papers) -> list[Finding]:
    """Return a finding for each required item still open, in the order of the agenda.

    Its `place` is the item's key and `about` the item.
    """
    said, found = Said(papers), []
    for item in papers.items:
        sheet_item = papers.sheet.item(item.key)
        if sheet_item.required and (missing := _missing(item, sheet_item, said)):
            sentence = f"“{sheet_item.title}” is not covered yet. {missing}"
            found.append(Finding(ITEM, sentence, about=item.id, place=item.key))
    return with_reasons(found, papers)


def item_states(papers: Papers) -> dict[UUID, ItemState]:
    """Return where each item of the agenda stands, by its id, in one reading of the minutes."""
    said = Said(papers)
    return {item.id: _state(item, said) for item in papers.items}


def begun(item: records.Item, papers: Papers) -> bool:
    """Whether the chair has come to an item: it was visited, or is on the table."""
    return item.visited or papers.meeting.current_item_id == item.id


def _state(item: records.Item, said: Said) -> ItemState:
    meeting = said.papers.meeting
    sheet_item = said.papers.sheet.item(item.key)
    if meeting.state is MeetingState.LIVE and meeting.current_item_id == item.id:
        return ItemState.NOW
    if item.parked:
        return ItemState.PARKED
    if not _missing(item, sheet_item, said):
        return ItemState.COVERED
    if sheet_item.required and begun(item, said.papers):
        return ItemState.LEFT_OPEN
    return ItemState.TO_COME


def _missing(item: records.Item, sheet_item: SheetItem, said: Said) -> str:
    """Return what is still to be recorded for an item, as a sentence; empty when covered."""
    if not begun(item, said.papers) and not said.by_item[item.id]:
        return "Nobody has come to it. Go there, or record why it was left out."
    answers = (WAITS_FOR[capture](item, sheet_item, said) for capture in sheet_item.captures)
    return next(filter(None, answers), "")
