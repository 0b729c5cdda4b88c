"""Verbs on an expert's draft letter of instruction, and what each party says to it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypedDict

from agenda.records import Instruction, InstructionAnswer, Person, PlanLine
from agenda.steps import Step
from agenda.words import ParentAnswer
from plo_tui.store.problems import Refused
from plo_tui.store.verbs.episodes import in_episode
from plo_tui.store.verbs.permitted import permitted, permitted_in_episode
from plo_tui.store.verbs.words import line, paragraph, within_length

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from plo_tui.store.work import Work


class InstructionValues(TypedDict, total=False):
    """What a draft letter of instruction says."""

    expert: str
    field: str
    questions: str
    drafted_on: date | None
    report_by: date | None
    line_id: UUID | None


def record_instruction(
    work: Work, episode_id: UUID, instruction_id: UUID, values: InstructionValues
) -> None:
    """Record an expert's draft letter of instruction, which is taken to the meeting.

    Raises:
        Refused: where no expert is named, the assessment is not in this plan, or the minutes
            that say it are approved.
    """
    in_episode(work, episode_id)
    permitted_in_episode(work, Step.PLAN, episode_id)
    said = _said(work, episode_id, {"expert": "", **values})
    work.add(Instruction(id=instruction_id, episode_id=episode_id, **said))


def change_instruction(
    work: Work, instruction_id: UUID, version: int, values: InstructionValues
) -> None:
    """Change what a draft letter of instruction says.

    Raises:
        Refused: as `record_instruction`.
        Changed: where somebody changed it since.
    """
    row = _changeable(work, instruction_id)
    work.change(Instruction, row.id, version, **_said(work, row.episode_id, values))


def withdraw_instruction(work: Work, instruction_id: UUID) -> None:
    """Withdraw a letter of instruction that is not needed; it can be brought back by undo."""
    work.withdraw([_changeable(work, instruction_id)])


def answer_instruction(
    work: Work,
    instruction_id: UUID,
    meeting_id: UUID,
    person_id: UUID,
    answer: ParentAnswer,
    conditions: str = "",
) -> None:
    """Record what one party says to a letter of instruction, in the place of an earlier answer.

    Sutton 2019, PLO Meetings: it is taken to the meeting and agreed by parties.

    Raises:
        Refused: where the conditions of an answer are missing, whoever answers is not of this
            case, or the minutes are approved.
    """
    meeting = permitted(work, Step.ANSWERS, meeting_id)
    if work.get(Instruction, instruction_id).episode_id != meeting.episode_id:
        raise Refused("This letter of instruction is not of this meeting. Go back and open it.")
    if answer is ParentAnswer.WITH_CONDITIONS:
        conditions = paragraph(conditions, "conditions", called="the conditions")
    within_length({"conditions": conditions})
    if work.get(Person, person_id).case_id != work.case_id:
        raise Refused("This person is not of this family. Choose somebody else.")
    about = {"instruction_id": instruction_id, "meeting_id": meeting_id, "person_id": person_id}
    said: dict[str, Any] = {"answer": ParentAnswer(answer), "conditions": conditions.strip()}
    work.put(InstructionAnswer, about, said)


def _changeable(work: Work, instruction_id: UUID) -> Instruction:
    row = work.get(Instruction, instruction_id)
    in_episode(work, row.episode_id)
    permitted_in_episode(work, Step.PLAN, row.episode_id)
    return row


def _said(work: Work, episode_id: UUID, values: InstructionValues) -> InstructionValues:
    """Return the values as they are kept."""
    within_length(values)
    if "expert" in values:
        values["expert"] = line(values["expert"], "expert", called="the expert's name")
    line_id = values.get("line_id")
    if line_id and work.get(PlanLine, line_id).episode_id != episode_id:
        raise Refused("This assessment is not in this plan. Choose another.", "line_id")
    return values
