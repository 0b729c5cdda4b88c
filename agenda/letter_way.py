"""A letter's way to the parent: how far it has come, and what is late, in words.

Sutton 2019, Step 1: drafted and sent to legal in 2 working days, turned around in 2 more, and
delivered with the pack 5 working days from start to finish; Working Together: in writing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.day_names import day_text
from agenda.directive import directive_dates
from agenda.directive_dates import StepKey
from agenda.letter_words import LetterKind, LetterTurnKind
from agenda.meeting_facts import meeting_day
from agenda.standing import standing_of_due
from agenda.words import MeetingKind
from agenda.working_days import OutsideCalendar

if TYPE_CHECKING:
    from datetime import date

    from agenda import records
    from agenda.legal_planning_papers import LegalPlanningPapers
    from agenda.papers import Papers
    from agenda.standing import Standing
    from agenda.working_days import WorkingDays

_DONE_BY = {
    StepKey.DRAFTED: (LetterTurnKind.TO_LEGAL,),
    StepKey.RETURNED: (LetterTurnKind.RETURNED, LetterTurnKind.CLEARED),
    StepKey.GIVEN: (LetterTurnKind.DELIVERED,),
}
"""The turns that do each step of the directive."""
_DUE_NEXT = {
    None: (StepKey.DRAFTED, "to legal by"),
    LetterTurnKind.DRAFTED: (StepKey.DRAFTED, "to legal by"),
    LetterTurnKind.TO_LEGAL: (StepKey.RETURNED, "back by"),
    LetterTurnKind.RETURNED: (StepKey.GIVEN, "to be given by"),
    LetterTurnKind.CLEARED: (StepKey.GIVEN, "to be given by"),
}
"""What is owed after each turn, and how it is said."""
_SAID = {
    LetterTurnKind.DRAFTED: "drafted",
    LetterTurnKind.TO_LEGAL: "with legal since",
    LetterTurnKind.RETURNED: "returned with changes",
    LetterTurnKind.CLEARED: "cleared",
    LetterTurnKind.DELIVERED: "given",
}


def last_turn(papers: Papers, letter: records.LetterDraft) -> records.LetterTurn | None:
    """Return the latest step of a letter's way; None while it is only being written."""
    turns = papers.turns(letter.id)
    return turns[-1] if turns else None


def next_turns(papers: Papers, letter: records.LetterDraft) -> tuple[LetterTurnKind, ...]:
    """Return the steps that may come next, the likeliest first."""
    last = last_turn(papers, letter)
    if letter.frozen:
        given = last is not None and last.what is LetterTurnKind.DELIVERED
        return () if given else (LetterTurnKind.DELIVERED,)
    with_legal = last is not None and last.what is LetterTurnKind.TO_LEGAL
    if with_legal:
        return (LetterTurnKind.CLEARED, LetterTurnKind.RETURNED)
    drafted = (LetterTurnKind.DRAFTED,) if last is None else ()
    return (LetterTurnKind.TO_LEGAL, *drafted, LetterTurnKind.CLEARED)


def way_words(papers: Papers, letter: records.LetterDraft) -> str:
    """Return how far a letter has come: `with legal since Thu 14 Jan 2027`."""
    turn = last_turn(papers, letter)
    if turn is None:
        return "being written"
    who = papers.name(turn.by_staff_id, None)
    if turn.what is LetterTurnKind.TO_LEGAL:
        return f"with legal since {day_text(turn.on)}"
    how = f" {turn.how}" if turn.how else ""
    to = f" to {turn.to}" if turn.to else ""
    return f"{_SAID[turn.what]} on {day_text(turn.on)}{how}{to} by {who}"


def due_words(
    papers: LegalPlanningPapers,
    kind: LetterKind,
    letter: records.LetterDraft | None,
    days: WorkingDays,
    today: date,
) -> str:
    """Return what is owed next and how late it is, in words; empty where nothing is owed.

    `to legal by Thu 14 Jan 2027: 1 working day late (red)`; of a letter that was given,
    `done 2 working days late`. Only the letter before proceedings has days of the directive; the
    others are owed by the day that the decision names.
    """
    turn = last_turn(papers, letter) if letter else None
    if kind is not LetterKind.BEFORE_PROCEEDINGS:
        by = _owed_by(papers)
        if by is None or (turn and turn.what is LetterTurnKind.DELIVERED):
            return ""
        standing = standing_of_due(by, today, papers.policy.tracker.amber_days, days)
        return f"to be given by {day_text(by)}: {standing}"
    steps = _steps(papers, letter, days, today)
    if turn and turn.what is LetterTurnKind.DELIVERED:
        given = steps.get(StepKey.GIVEN)
        return str(given[1]) if given else ""
    key, said = _DUE_NEXT[turn.what if turn else None]
    if key not in steps:
        return ""
    planned, standing = steps[key]
    return f"{said} {day_text(planned)}: {standing}"


def _steps(
    papers: LegalPlanningPapers,
    letter: records.LetterDraft | None,
    days: WorkingDays,
    today: date,
) -> dict[StepKey, tuple[date, Standing]]:
    """Return the planned day and the standing of each step of a letter before proceedings."""
    turns = papers.turns(letter.id) if letter else []
    actual = {
        key: max(on)
        for key, kinds in _DONE_BY.items()
        if (on := [turn.on for turn in turns if turn.what in kinds])
    }
    start, on_day = _start(papers)
    if on_day is None:
        return {}
    try:
        dates = directive_dates(start, on_day, papers.policy, days, today=today, actual=actual)
    except OutsideCalendar:
        return {}
    return {step.key: (step.planned, step.standing) for step in dates.steps}


def _start(papers: LegalPlanningPapers) -> tuple[StepKey, date | None]:
    """Return what the days are counted from: legal planning, else the initial meeting."""
    if papers.episode.decided_on:
        return StepKey.LPM, papers.episode.decided_on
    for meeting in reversed(papers.legal_planning_meetings):
        if day := meeting_day(papers, meeting.id):
            return StepKey.LPM, day
    for meeting in papers.episode_meetings:
        if meeting.kind is MeetingKind.INITIAL:
            return StepKey.INITIAL, meeting_day(papers, meeting.id)
    return StepKey.INITIAL, None


def _owed_by(papers: Papers) -> date | None:
    """Return the earliest day by which a decision is owed to the parents in writing."""
    latest = (papers.decisions(child.id)[-1:] for child in papers.children)
    return min((row.letter_by for rows in latest for row in rows if row.letter_by), default=None)
