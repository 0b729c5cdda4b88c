"""What a letter to somebody needs who must not meet another: a time of their own for the meeting.

A letter gives nobody the meeting's one time where two who are invited must not meet: the time and
the place are each one's own (`agenda.own_times`), and are set with their calendar invitation.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.finding import Level, Rule
from agenda.inviting import is_off
from agenda.letter_of import meeting_invited_to
from agenda.letter_place import LetterFinding, LetterPlace, Part
from agenda.letter_words import LetterTurnKind
from agenda.minuting_words import in_a_row
from agenda.own_times import invited_alone, must_not_meet, same_time, told_when
from agenda.words import MeetingState

if TYPE_CHECKING:
    from agenda import records
    from agenda.letter import Letter
    from agenda.papers import Papers

OWN_TIME = Rule(
    "letter.own_time",
    Level.MUST,
    "Who must not meet another is told a time and a place of their own.",
    "[own]: nobody can tell from a letter when another comes",
)
_GIVEN = LetterTurnKind.DELIVERED
_HOW = (
    "Set each one's own with the calendar invitations: Enter on the meeting here, or v in “Before "
    "the meeting”."
)


def own_time_findings(
    papers: Papers, draft: records.LetterDraft, letter: Letter
) -> list[LetterFinding]:
    """Return why a letter may not give the time it gives, or gives none; nothing where it may.

    Args:
        papers: the case's papers.
        draft: the letter's own record.
        letter: the letter as it stands: as it was cleared, where it was.
    """
    meeting = meeting_invited_to(papers, draft)
    others = must_not_meet(papers, draft.person_id)
    if meeting is None or is_off(meeting) or meeting.state is not MeetingState.PLANNED:
        return []
    if not others or any(turn.what is _GIVEN for turn in papers.turns(draft.id)):
        return []
    name = papers.name(None, draft.person_id)
    names = in_a_row([other.known_as for other in others])
    if not invited_alone(papers, meeting, draft.person_id):
        told = f"{name} must not meet {names}, and has no time of their own. {_HOW}"
        return [_found(told)]
    pairs = [set(pair) for pair in same_time(papers, meeting.id)]
    same = [one.known_as for one in others if {one.id, draft.person_id} in pairs]
    if same:
        told = f"{name} must not meet {in_a_row(same)}, and both come at the same time. {_HOW}"
        return [_found(told)]
    at, place = told_when(papers, meeting, draft.person_id)
    if draft.frozen and (letter.meeting.at, letter.meeting.place) != (f"{at:%H:%M}", place):
        told = (
            f"{name} must not meet {names}, and this letter was cleared with another time or "
            "place than their own now. Open it again: it then gives their own."
        )
        return [_found(told)]
    return []


def _found(sentence: str) -> LetterFinding:
    where = LetterPlace(Part.MEETING, field="meeting.at")
    example = "Ms Reed at 10:00 by the front door; Mr Holt at 14:00 by the side door"
    return LetterFinding(OWN_TIME, sentence, example, field="meeting.at", where=where)
