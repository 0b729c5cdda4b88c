"""How long the parents have between the last letter and the initial meeting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.finding import Finding, Level, Rule
from agenda.letter_words import LetterKind
from agenda.meeting_facts import day_in_words
from agenda.standing import working_days_text
from agenda.words import MeetingKind, MeetingState
from agenda.working_days import OutsideCalendar

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from agenda import records
    from agenda.letters_owed import Owed
    from agenda.papers import Papers
    from agenda.working_days import WorkingDays

NOTICE = Rule(
    "letters.notice",
    Level.SHOULD,
    "The initial meeting is not too soon after the last letter was given.",
    "Sutton 2019, Step 1: 10 working days from the date of the letter being given to the parents",
)


def notice_findings(
    owed: list[Owed], papers: Papers, days: WorkingDays, today: date
) -> Iterator[Finding]:
    """Check the initial meeting against the last letter; one not given yet is given today."""
    first = [
        one
        for one in owed
        if one.kind is LetterKind.BEFORE_PROCEEDINGS
        and not papers.left_out(one.kind, one.person.id)
    ]
    meeting = _initial(papers)
    if not first or meeting is None or meeting.planned_on is None:
        return
    given = [papers.given_on(one.kind, one.person.id) for one in first]
    known = [day for day in given if day]
    is_all = len(known) == len(given)
    last = max(known) if is_all else today
    try:
        had = max(days.count(last, meeting.planned_on), 0)
        earliest = days.add(last, papers.policy.letter.notice_days)
    except OutsideCalendar:
        return
    if had >= papers.policy.letter.notice_days:
        return
    told = (
        f"The last letter was given on {day_in_words(last)}:"
        if is_all
        else "If the last letter is given today,"
    )
    sentence = (
        f"{told} the initial meeting on {day_in_words(meeting.planned_on)} is "
        f"{working_days_text(had) if had else 'no working day'} later; "
        f"{papers.policy.letter.notice_days} is the least. Move the meeting."
    )
    example = f"{day_in_words(earliest)}, or later"
    yield Finding(NOTICE, sentence, example, meeting.id, field="planned_on")


def _initial(papers: Papers) -> records.Meeting | None:
    return next(
        (
            row
            for row in papers.episode_meetings
            if row.kind is MeetingKind.INITIAL and row.state is MeetingState.PLANNED
        ),
        None,
    )
