"""Each expert's letter of instruction as minutes print it, with each party's answer."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from agenda.minuted_plan import MinutedAnswer, MinutedInstruction
from agenda.words import MeetingKind

if TYPE_CHECKING:
    from agenda import records
    from agenda.papers import Papers


def instructions_of(papers: Papers) -> tuple[MinutedInstruction, ...]:
    """Return the letters of instruction taken to this meeting, in the order they were begun.

    The initial meeting is where they are taken (Sutton 2019, PLO Meetings), so it tells them all;
    a review tells those that were answered in it.
    """
    initial = papers.meeting.kind is MeetingKind.INITIAL
    told = (_instruction(papers, row) for row in papers.instructions)
    return tuple(one for one in told if initial or one.answers)


def instructions_again(
    before: tuple[MinutedInstruction, ...], now: tuple[MinutedInstruction, ...]
) -> tuple[MinutedInstruction, ...]:
    """Return the letters as they were approved, with this meeting's answers to them anew."""
    answers = {(one.expert, one.field): one.answers for one in now}
    return tuple(
        replace(one, answers=answers.get((one.expert, one.field), one.answers)) for one in before
    )


def _instruction(papers: Papers, row: records.Instruction) -> MinutedInstruction:
    line = papers.find("PlanLine", row.line_id)
    asked = (question.strip() for question in row.questions.splitlines())
    return MinutedInstruction(
        expert=row.expert,
        field=row.field,
        questions=tuple(question for question in asked if question),
        drafted_on=row.drafted_on,
        report_by=row.report_by,
        line=line.number if line else None,
        answers=tuple(
            MinutedAnswer(papers.name(None, given.person_id), given.answer, given.conditions)
            for given in papers.instruction_answers(row.id)
        ),
    )
