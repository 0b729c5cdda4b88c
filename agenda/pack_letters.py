"""The letters of one person that belong to a meeting's pack: enclosed, still to come, or given.

A letter that legal has cleared and that was not given yet goes in. One that was given is not
given twice: it is listed with its day. One that legal has not cleared is named, and left out.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from agenda.day_names import day_text
from agenda.letter_decided import decisions_to_tell
from agenda.letter_way import way_words
from agenda.letter_words import LetterKind, LetterTurnKind
from agenda.safety import for_a_list
from agenda.words import MeetingKind, MeetingState

if TYPE_CHECKING:
    from collections.abc import Iterator
    from uuid import UUID

    from agenda import records
    from agenda.papers import Papers

_CLEARED = "cleared by legal; no day is recorded on which it was given"


class LetterStands(StrEnum):
    """Where a letter stands when the pack is made."""

    ENCLOSED = "enclosed"
    TO_COME = "not in this pack"
    GIVEN = "given"


@dataclass(frozen=True, slots=True)
class PackLetter:
    """A letter of one person that belongs to the meeting.

    Attributes:
        called: which letter, in words: `letter of extension`.
        stands: whether it is enclosed.
        told: how far it has come, in words: `legal has not cleared it`.
        draft: its record; None where it is not begun.
    """

    called: str
    stands: LetterStands
    told: str
    draft: records.LetterDraft | None = None

    @property
    def how(self) -> str:
        """How it stands, in words: `not in this pack: legal has not cleared it`."""
        return self.told if self.stands is LetterStands.GIVEN else f"{self.stands}: {self.told}"


def pack_letters(papers: Papers, person_id: UUID) -> tuple[PackLetter, ...]:
    """Return the letters of a person that belong to the meeting in front of us.

    The letter before proceedings belongs to the initial meeting. Every other belongs to the
    meeting whose decision it tells; where no decision is known, to the last that was held.

    Args:
        papers: the meeting's papers.
        person_id: whose letters.
    """
    return tuple(_letters(papers, person_id))


def _letters(papers: Papers, person_id: UUID) -> Iterator[PackLetter]:
    for kind in LetterKind:
        if papers.left_out(kind, person_id):
            continue
        of_kind = [row for row in papers.letters if row.kind is kind and row.person_id == person_id]
        if not of_kind and _is_told_here(papers, kind, person_id):
            yield PackLetter(kind.called, LetterStands.TO_COME, "nobody has written it yet")
        yield from (_stands(papers, row) for row in of_kind if _belongs(papers, row))


def _stands(papers: Papers, row: records.LetterDraft) -> PackLetter:
    called = row.kind.called
    if any(turn.what is LetterTurnKind.DELIVERED for turn in papers.turns(row.id)):
        way = for_a_list(papers, way_words(papers, row))
        return PackLetter(called, LetterStands.GIVEN, way, row)
    if told := _told_in_meeting(papers, row):
        return PackLetter(called, LetterStands.GIVEN, told, row)
    if row.frozen:
        return PackLetter(called, LetterStands.ENCLOSED, _CLEARED, row)
    return PackLetter(called, LetterStands.TO_COME, "legal has not cleared it", row)


def _told_in_meeting(papers: Papers, row: records.LetterDraft) -> str:
    """Return the day on which a parent said that the first letter had come; empty for none."""
    if row.kind is not LetterKind.BEFORE_PROCEEDINGS:
        return ""
    told = (one for one in papers.advice_of_case if one.person_id == row.person_id)
    days = [one.letter_received_on for one in told if one.letter_received_on]
    return f"received on {day_text(days[-1])}, as the meeting was told" if days else ""


def _belongs(papers: Papers, row: records.LetterDraft) -> bool:
    """Whether a letter is of the meeting in front of us."""
    if row.kind is LetterKind.BEFORE_PROCEEDINGS:
        return papers.meeting.kind is MeetingKind.INITIAL
    told = decisions_to_tell(papers, row.kind, row.person_id, papers.meeting_id)
    if not told:
        return papers.meeting_id == _last_held(papers)
    return any(one.meeting_id == papers.meeting_id for one in told)


def _is_told_here(papers: Papers, kind: LetterKind, person_id: UUID) -> bool:
    told = decisions_to_tell(papers, kind, person_id, papers.meeting_id)
    return any(one.meeting_id == papers.meeting_id for one in told)


def _last_held(papers: Papers) -> UUID | None:
    held = [one.id for one in papers.episode_meetings if one.state is not MeetingState.PLANNED]
    return held[-1] if held else None
