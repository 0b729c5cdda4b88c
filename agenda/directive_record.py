"""The directive's dates of one family, with the days on which things were done by its record.

- Legal planning was held on the day it was decided to start; else on that of the legal planning
  meeting that decided so.
- A step of the letter before proceedings is done when it is done for everyone who gets one, so the
  last parent's day counts. Legal has returned a letter when it first answered, with changes or
  without. Where no letter is followed here, it was given when the parent told a meeting so.
- The initial meeting was held on the day of its first sitting, unless it ended as not effective.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from agenda.decided import latest_decisions, stage
from agenda.directive import directive_dates
from agenda.directive_counting import Known
from agenda.directive_dates import DirectiveDates, DirectiveStep, StepKey
from agenda.legal_planning_papers import LegalPlanningPapers
from agenda.legal_planning_words import PlanningOutcome
from agenda.letter_words import LetterKind, LetterTurnKind
from agenda.meeting_facts import meeting_day
from agenda.words import MeetingKind, MeetingState

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from agenda import records
    from agenda.papers import Papers
    from agenda.working_days import WorkingDays

_TURNS = {
    StepKey.DRAFTED: {LetterTurnKind.TO_LEGAL},
    StepKey.RETURNED: {LetterTurnKind.RETURNED, LetterTurnKind.CLEARED},
    StepKey.GIVEN: {LetterTurnKind.DELIVERED},
}
"""The turns of a letter that do each of its steps."""

KINDS = {
    StepKey.LPM: MeetingKind.LEGAL_PLANNING,
    StepKey.INITIAL: MeetingKind.INITIAL,
    StepKey.MIDWAY: MeetingKind.MIDWAY,
    StepKey.FINAL: MeetingKind.FINAL,
    StepKey.EXTENDED_FINAL: MeetingKind.FINAL,
}
"""The steps that are meetings, and of which kind each is."""


def directive_of(papers: Papers, days: WorkingDays, today: date) -> DirectiveDates | None:
    """Return the directive's dates of a case's episode; None where nothing is there to count from.

    They are counted from legal planning where it was held; else from the letter given to the
    parents, legal planning as booked, or the initial meeting. The policy is the one that the
    initial meeting pinned, or the authority's.

    Args:
        papers: the case as a whole. Legal planning meetings are known only to the papers with
            legal planning among them.
        days: the authority's working days.
        today: the day for which the standings are worked out.

    Raises:
        OutsideCalendar: one of its dates is before 1990 or after 2100.
    """
    actual, booked = _actual(papers), _booked(papers)
    start = _start(actual, booked)
    if start is None:
        return None
    window = papers.window
    known = Known(booked, window.extended_to if window else None, _ended_on(papers))
    on = actual.get(start) or booked[start]
    found = directive_dates(start, on, papers.policy, days, today=today, actual=actual, known=known)
    return _without_what_fell_away(found, known, required=papers.policy.midway.required)


def meeting_of_step(papers: Papers, key: StepKey) -> records.Meeting | None:
    """Return the meeting that is booked for a step; None where none is."""
    return _meetings(papers, is_booked=True).get(key)


def next_steps(dates: DirectiveDates, how_many: int) -> list[int]:
    """Return the places among the steps of those that come next: late ones first, by date."""
    open_steps = [
        (step.booked or step.planned, place)
        for place, step in enumerate(dates.steps)
        if step.actual is None and (step.standing.colour or _is_to_come(step, dates.today))
    ]
    return [place for _, place in sorted(open_steps)[:how_many]]


def _is_to_come(step: DirectiveStep, today: date) -> bool:
    return (step.booked or step.planned) >= today


def _start(actual: dict[StepKey, date], booked: dict[StepKey, date]) -> StepKey | None:
    for key, there in (
        (StepKey.LPM, actual),
        (StepKey.GIVEN, actual),
        (StepKey.LPM, booked),
        (StepKey.INITIAL, actual),
        (StepKey.INITIAL, booked),
    ):
        if key in there:
            return key
    return None


def _without_what_fell_away(
    found: DirectiveDates, known: Known, *, required: bool
) -> DirectiveDates:
    """Leave out what is not owed: an optional midway that was passed by, what an end overtook."""
    final_held = any(step.key is StepKey.FINAL and step.actual for step in found.steps)

    def is_owed(step: DirectiveStep) -> bool:
        if step.actual:
            return True
        if known.ended_on and step.planned > known.ended_on:
            return False
        if step.key is StepKey.MIDWAY and not (required or step.booked):
            return not (final_held or known.extended_to or step.planned < found.today)
        return step.key is not StepKey.FINAL or not known.extended_to

    return replace(found, steps=tuple(filter(is_owed, found.steps)))


# --- what the record says


def _actual(papers: Papers) -> dict[StepKey, date]:
    """Return the day on which each step was done, as far as the record says."""
    found = {
        StepKey.LPM: _planned_on(papers),
        **{key: _letters_on(papers, key) for key in _TURNS},
        **_days_of(papers, _meetings(papers, is_booked=False)),
    }
    return {key: day for key, day in found.items() if day}


def _booked(papers: Papers) -> dict[StepKey, date]:
    """Return the day for which each meeting is booked that was not held yet."""
    found = _days_of(papers, _meetings(papers, is_booked=True))
    return {key: day for key, day in found.items() if day}


def _days_of(
    papers: Papers, meetings: dict[StepKey, records.Meeting]
) -> dict[StepKey, date | None]:
    return {key: meeting_day(papers, meeting.id) for key, meeting in meetings.items()}


def _meetings(papers: Papers, *, is_booked: bool) -> dict[StepKey, records.Meeting]:
    """Return the first meeting that is booked, or was held, for each step.

    Which legal planning meeting decided to start is said by `_planned_on`.
    """
    found: dict[StepKey, records.Meeting] = {}
    meetings = list(papers.episode_meetings)
    if is_booked and isinstance(papers, LegalPlanningPapers):
        meetings += papers.legal_planning_meetings
    for meeting in meetings:
        planned = meeting.state is MeetingState.PLANNED
        if planned is is_booked and meeting.effective is not False:
            found.setdefault(_key_of(papers, meeting), meeting)
    return found


def _planned_on(papers: Papers) -> date | None:
    """Return when it was decided to start pre-proceedings."""
    if papers.episode.decided_on or not isinstance(papers, LegalPlanningPapers):
        return papers.episode.decided_on
    for meeting in reversed(papers.legal_planning_meetings):
        decided = papers.legal_planning(meeting.id)
        if (
            meeting.state is MeetingState.CONCLUDED
            and decided
            and decided.outcome is PlanningOutcome.START
        ):
            return meeting_day(papers, meeting.id)
    return None


def _letters_on(papers: Papers, key: StepKey) -> date | None:
    """Return the day a step of the letters was done for the last of those who get one."""
    kind = LetterKind.BEFORE_PROCEEDINGS
    sent = {row.person_id for row in papers.letters if row.kind is kind}
    owed = {person.id for person in papers.parents if not papers.left_out(kind, person.id)}
    each = [_letter_on(papers, person_id, key) for person_id in sent | owed]
    return max((day for day in each if day), default=None) if all(each) else None


def _letter_on(papers: Papers, person_id: UUID, key: StepKey) -> date | None:
    """Return the day on which a step of one person's letter was first done."""
    letter = papers.letter_to(LetterKind.BEFORE_PROCEEDINGS, person_id)
    turns = papers.turns(letter.id) if letter else []
    on = [turn.on for turn in turns if turn.what in _TURNS[key]]
    if key is StepKey.GIVEN and not on:
        told = (row for row in papers.advice_of_case if row.person_id == person_id)
        on = [row.letter_received_on for row in told if row.letter_received_on]
    return min(on, default=None)


def _key_of(papers: Papers, meeting: records.Meeting) -> StepKey:
    """Return which step a meeting is; a final review past the first weeks is the extension's."""
    window, day = papers.window, meeting_day(papers, meeting.id)
    past = bool(window and window.extended_to and day and day > window.end)
    if meeting.kind is MeetingKind.FINAL and past:
        return StepKey.EXTENDED_FINAL
    return next(key for key, kind in KINDS.items() if kind is meeting.kind)


def _ended_on(papers: Papers) -> date | None:
    """Return when pre-proceedings ended for every child; None while they go on."""
    if papers.episode.ended_on:
        return papers.episode.ended_on
    reached = stage(papers)
    if reached is None or not reached.is_over:
        return None
    held = (meeting_day(papers, one.meeting_id) for one in latest_decisions(papers))
    return max((day for day in held if day), default=None)
