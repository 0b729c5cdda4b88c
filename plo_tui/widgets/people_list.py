"""Who is in the room, who came late or left, and who has had advice."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, ClassVar
from uuid import UUID

from textual.message import Message

from plo_tui.widgets.row_list import ROOM, RowList, words
from plo_tui.widgets.shown import shorten

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.content import Content


class Presence(StrEnum):
    """How somebody attends. The value is what the list says."""

    EXPECTED = "expected"
    IN_THE_ROOM = "in the room"
    REMOTE = "remote"
    LATE = "came late"
    LEFT = "left"
    APOLOGIES = "apologies"
    ABSENT = "not here"


_MARKS = {
    Presence.EXPECTED: "?",
    Presence.IN_THE_ROOM: "✓",
    Presence.REMOTE: "✓",
    Presence.LATE: "✓",
    Presence.LEFT: "←",
    Presence.APOLOGIES: "–",
    Presence.ABSENT: "✗",
}


@dataclass(frozen=True, slots=True)
class PersonRow:
    """Somebody as the side panel shows them.

    Attributes:
        key: the record behind them.
        name: as they stand in the minutes.
        role: mother, solicitor for Ms Carter, chair …
        presence: how they attend.
        since: the local time that goes with it, such as `10:05`.
        advice: what is known of advice today, such as `advice had`; empty where it is not asked.
        initials: as typed before a colon; empty where they cannot speak in the minutes.
    """

    key: UUID
    name: str
    role: str = ""
    presence: Presence = Presence.EXPECTED
    since: str = ""
    advice: str = ""
    initials: str = ""


class PeopleList(RowList):
    """Everyone of the sitting."""

    help_text: ClassVar[str] = (
        "Who is here. Enter or a click opens a person to record arrival, leaving, apologies, an "
        "interpreter or advice. /here, /late, /left and /apologies do it from the composer."
    )

    class Chosen(Message):
        """A person was chosen."""

        def __init__(self, key: UUID) -> None:
            super().__init__()
            self.key = key

    def show(self, rows: Sequence[PersonRow]) -> None:
        """Show these people."""
        self.fill(
            [(str(row.key), _lines(row)) for row in rows]
            or [(None, words("Nobody yet: add who is invited."))]
        )

    def chosen(self, key: str) -> Chosen:
        """The message for a chosen row."""
        return self.Chosen(UUID(key))


def _lines(row: PersonRow) -> Content:
    presence = f"{row.presence} {row.since}".strip()
    facts = " · ".join(fact for fact in (presence, row.role, row.advice) if fact)
    initials = f" ({row.initials})" if row.initials else ""
    return words("\n").join(
        [
            words((f"{_MARKS[row.presence]} {shorten(row.name, ROOM)}", "bold"), initials),
            words((f"  {facts}", "dim")),
        ]
    )
