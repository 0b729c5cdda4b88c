"""Verbs on the plan: its lines, what the meeting decides, and each parent's answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypedDict

from sqlmodel import col, select

from agenda.records import (
    LineAnswer,
    Meeting,
    PlanLine,
    PlanLineChild,
    PlanPart,
)
from agenda.steps import Step
from agenda.words import (
    LineKind,
    LineState,
    MeetingKind,
    ParentAnswer,
)
from plo_tui.store.verbs.episodes import in_episode, next_number, set_children
from plo_tui.store.verbs.permitted import (
    permitted,
    permitted_in_episode,
    refuse_without_family,
)
from plo_tui.store.verbs.words import paragraph, within_length

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from uuid import UUID

    from plo_tui.store.work import Work


class LineValues(TypedDict, total=False):
    """What a line of the plan says."""

    kind: LineKind
    what: str
    owner_staff_id: UUID | None
    owner_person_id: UUID | None
    helper: str
    support: str
    measure: str
    child_benefit: str
    starts: date | None
    due: date | None
    rhythm: str
    until: date | None
    sessions: int | None
    consequence: str
    contingency: str
    concern_id: UUID | None
    goal_id: UUID | None


def add_line(
    work: Work,
    episode_id: UUID,
    line_id: UUID,
    values: LineValues,
    parts: Sequence[str] = (),
    children: Sequence[UUID] = (),
    meeting_id: UUID | None = None,
) -> None:
    """Add a line to the plan, after those that are there.

    Args:
        work: the transaction.
        episode_id: the episode whose plan it is.
        line_id: the new key.
        values: what it says; only `what` may not be empty, SMART findings say the rest.
        parts: its parts a, b, c.
        children: the children it is for.
        meeting_id: the meeting it is added in; None while the plan is being drafted, as it
            still is in a legal planning meeting.
    """
    in_episode(work, episode_id)
    permitted_in_episode(work, Step.PLAN, episode_id)
    meeting_id = _settling(work, meeting_id)
    within_length(values)
    values["what"] = paragraph(values.get("what", ""), "what", called="what is to happen")
    number = next_number(work, PlanLine, PlanLine.episode_id == episode_id, "number")
    work.add(
        PlanLine(
            id=line_id,
            episode_id=episode_id,
            number=number,
            decided_in=meeting_id,
            added_in=meeting_id,
            **values,
        )
    )
    _parts(work, line_id, parts)
    work.add(*(PlanLineChild(line_id=line_id, child_id=child) for child in children))


def change_line(
    work: Work,
    line_id: UUID,
    version: int,
    values: LineValues,
    parts: Sequence[str] | None = None,
    children: Sequence[UUID] | None = None,
    meeting_id: UUID | None = None,
) -> None:
    """Change what a line says; in a meeting it becomes amended and keeps its drafted words.

    `parts` and `children` stay as they are where None.
    """
    plan_line = work.get(PlanLine, line_id)
    in_episode(work, plan_line.episode_id)
    permitted_in_episode(work, Step.PLAN, plan_line.episode_id)
    meeting_id = _settling(work, meeting_id)
    within_length(values)
    changed: dict[str, Any] = dict(values)
    if "what" in values:
        changed["what"] = paragraph(values["what"], "what", called="what is to happen")
    if meeting_id and plan_line.decided_in != meeting_id:
        changed |= {"state": LineState.AMENDED, "decided_in": meeting_id}
        if changed.get("what", plan_line.what) != plan_line.what:
            changed["drafted_as"] = plan_line.drafted_as or plan_line.what
    work.change(PlanLine, line_id, version, **changed)
    if parts is not None:
        _parts(work, line_id, parts)
    if children is not None:
        set_children(work, PlanLineChild, "line_id", line_id, children)


def decide_line(work: Work, line_id: UUID, meeting_id: UUID, state: LineState) -> None:
    """Record what the meeting did with a line: agreed, amended or dropped.

    Raises:
        Refused: in a legal planning meeting, which agrees nothing with the family.
    """
    refuse_without_family(work.get(Meeting, meeting_id))
    plan_line = work.get(PlanLine, line_id)
    in_episode(work, plan_line.episode_id)
    permitted_in_episode(work, Step.PLAN, plan_line.episode_id)
    work.change(PlanLine, line_id, None, state=LineState(state), decided_in=meeting_id)


def withdraw_line(work: Work, line_id: UUID) -> None:
    """Withdraw a line of the plan; it stays in the record and can be brought back."""
    work.withdraw([_changeable_line(work, line_id)])


def bring_back_line(work: Work, line_id: UUID) -> None:
    """Bring back a withdrawn line of the plan, with its number."""
    plan_line = _changeable_line(work, line_id)
    work.change(PlanLine, plan_line.id, None, withdrawn_at=None)


def answer_line(
    work: Work,
    line_id: UUID,
    meeting_id: UUID,
    person_id: UUID,
    answer: ParentAnswer,
    conditions: str = "",
) -> None:
    """Record a parent's own answer to a line, in the place of an earlier one in this meeting."""
    permitted(work, Step.ANSWERS, meeting_id)
    if answer is ParentAnswer.WITH_CONDITIONS:
        conditions = paragraph(conditions, "conditions", called="the conditions")
    about = {"line_id": line_id, "meeting_id": meeting_id, "person_id": person_id}
    work.put(LineAnswer, about, {"answer": ParentAnswer(answer), "conditions": conditions})


def _settling(work: Work, meeting_id: UUID | None) -> UUID | None:
    """Return the meeting in which a plan is settled; None for one that only drafts it.

    So no drafted word that legal planning changed stays on the line for the family to read.
    """
    meeting = work.get(Meeting, meeting_id) if meeting_id else None
    drafts = meeting is not None and meeting.kind is MeetingKind.LEGAL_PLANNING
    return None if drafts else meeting_id


def _changeable_line(work: Work, line_id: UUID) -> PlanLine:
    plan_line = work.get(PlanLine, line_id)
    in_episode(work, plan_line.episode_id)
    permitted_in_episode(work, Step.PLAN, plan_line.episode_id)
    return plan_line


def _parts(work: Work, line_id: UUID, parts: Sequence[str]) -> None:
    """Make a line's parts what they should be, changing those that differ."""
    wanted = [paragraph(part, "parts", called="the part") for part in parts if part.strip()]
    standing = work.session.exec(
        select(PlanPart)
        .where(PlanPart.line_id == line_id, col(PlanPart.withdrawn_at).is_(None))
        .order_by(col(PlanPart.position))
    ).all()
    for row, text in zip(standing, wanted, strict=False):
        if row.text != text:
            work.change(PlanPart, row.id, None, text=text)
    work.withdraw(standing[len(wanted) :])
    for position, text in enumerate(wanted[len(standing) :], len(standing) + 1):
        work.add(PlanPart(line_id=line_id, position=position, text=text))
