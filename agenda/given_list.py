"""The list of what went to whom, when and how: our own file's, and in nobody's envelope."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from agenda.given_out import given_out
from agenda.london import london_date
from agenda.pack_letters import pack_letters
from agenda.recipients import recipients_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from agenda.given_out import GivenOut
    from agenda.papers import Papers


@dataclass(frozen=True, slots=True)
class GivenList:
    """What was given out of one meeting, the earliest first.

    Attributes:
        reference: the case's.
        initials: the children's.
        meeting: which kind of meeting, as a heading.
        meeting_on: its first day.
        made_on: the day the list is made.
        lines: a line for each document that left.
        letters: each parent's letters that belong to the meeting: whose, which, how it stands.
    """

    reference: str
    initials: str
    meeting: str
    meeting_on: date
    made_on: date
    lines: tuple[GivenOut, ...]
    letters: tuple[tuple[str, str, str], ...] = ()


def given_list_of(papers: Papers, made_on: date) -> GivenList:
    """Return what was given out of a meeting. What could not be written did not leave.

    Args:
        papers: the meeting's papers; it has begun.
        made_on: today.
    """
    lines = [one for one in given_out(papers, papers.meeting.id) if one.is_written]
    return GivenList(
        reference=papers.case.reference,
        initials=", ".join(child.initials for child in papers.children),
        meeting=papers.meeting.kind.heading,
        meeting_on=london_date(papers.sittings[0].started_at),
        made_on=made_on,
        lines=tuple(reversed(lines)),
        letters=tuple(_letters(papers)),
    )


def _letters(papers: Papers) -> Iterator[tuple[str, str, str]]:
    for recipient in recipients_of(papers):
        if recipient.reader and recipient.reader.person_id:
            for letter in pack_letters(papers, UUID(recipient.reader.person_id)):
                yield recipient.name, letter.called, letter.how
