"""Verbs on concerns, the plan, and what the family says to it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypedDict

from sqlmodel import col, func, select

from agenda.records import (
    Concern,
    ConcernChild,
    ConcernExample,
    Consent,
    ExceptionalReason,
    FamilyOffer,
    LineAnswer,
    NetworkHelp,
    PlanLine,
    PlanLineChild,
    PlanPart,
    PreProceedings,
    Record,
)
from agenda.words import (
    ConsentPurpose,
    LineKind,
    LineState,
    OfferAnswer,
    ParentAnswer,
    YesNo,
)
from plo_tui.store.verbs.frozen import refuse_if_approved, refuse_if_frozen
from plo_tui.store.verbs.words import line, paragraph, within_length

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


class ConcernValues(TypedDict, total=False):
    """What a concern says."""

    heading: str
    summary: str
    danger_statement: str
    since: str


def add_concern(
    work: Work,
    episode_id: UUID,
    concern_id: UUID,
    values: ConcernValues,
    children: Sequence[UUID] = (),
) -> None:
    """Add a concern after those that are there."""
    _in_episode(work, episode_id)
    within_length(values)
    values["heading"] = line(values.get("heading", ""), "heading", called="the worry's heading")
    position = _next(work, Concern, Concern.episode_id == episode_id, "position")
    work.add(Concern(id=concern_id, episode_id=episode_id, position=position, **values))
    work.add(*(ConcernChild(concern_id=concern_id, child_id=child) for child in children))


def change_concern(work: Work, concern_id: UUID, version: int, values: ConcernValues) -> None:
    """Change the words of a concern."""
    _in_episode(work, work.get(Concern, concern_id).episode_id)
    within_length(values)
    if "heading" in values:
        values["heading"] = line(values["heading"], "heading", called="the worry's heading")
    work.change(Concern, concern_id, version, **values)


def move_concern(work: Work, concern_id: UUID, position: int) -> None:
    """Put a concern at a place in the order; the main one is first."""
    concern = work.get(Concern, concern_id)
    _in_episode(work, concern.episode_id)
    others = work.session.exec(
        select(Concern)
        .where(
            Concern.episode_id == concern.episode_id,
            Concern.id != concern_id,
            col(Concern.withdrawn_at).is_(None),
        )
        .order_by(col(Concern.position))
    ).all()
    order = [*others[: position - 1], concern, *others[position - 1 :]]
    for place, row in enumerate(order, 1):
        if row.position != place:
            work.change(Concern, row.id, None, position=place)


def withdraw_concern(work: Work, concern_id: UUID) -> None:
    """Withdraw a concern; it can be brought back by undo."""
    concern = work.get(Concern, concern_id)
    _in_episode(work, concern.episode_id)
    work.withdraw([concern])


def add_example(
    work: Work, concern_id: UUID, on: date, text: str, *, exceptional: bool = False
) -> None:
    """Add a dated example of a concern."""
    _in_episode(work, work.get(Concern, concern_id).episode_id)
    text = paragraph(text, "example", called="what happened")
    work.add(ConcernExample(concern_id=concern_id, on=on, text=text, exceptional=exceptional))


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
        meeting_id: the meeting it is added in; None while the plan is being drafted.
    """
    _in_episode(work, episode_id)
    refuse_if_frozen(work, episode_id)
    within_length(values)
    values["what"] = paragraph(values.get("what", ""), "what", called="what is to happen")
    number = _next(work, PlanLine, PlanLine.episode_id == episode_id, "number")
    work.add(
        PlanLine(id=line_id, episode_id=episode_id, number=number, decided_in=meeting_id, **values)
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
    _in_episode(work, plan_line.episode_id)
    refuse_if_frozen(work, plan_line.episode_id)
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
        _line_children(work, line_id, children)


def decide_line(work: Work, line_id: UUID, meeting_id: UUID, state: LineState) -> None:
    """Record what the meeting did with a line: agreed, amended or dropped."""
    plan_line = work.get(PlanLine, line_id)
    _in_episode(work, plan_line.episode_id)
    refuse_if_frozen(work, plan_line.episode_id)
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
    work.in_case_of(meeting_id)
    refuse_if_approved(work, meeting_id)
    if answer is ParentAnswer.WITH_CONDITIONS:
        conditions = paragraph(conditions, "conditions", called="the conditions")
    earlier = work.session.exec(
        select(LineAnswer).where(
            LineAnswer.line_id == line_id,
            LineAnswer.meeting_id == meeting_id,
            LineAnswer.person_id == person_id,
            col(LineAnswer.withdrawn_at).is_(None),
        )
    ).first()
    if earlier:
        work.change(
            LineAnswer, earlier.id, None, answer=ParentAnswer(answer), conditions=conditions
        )
    else:
        work.add(
            LineAnswer(
                line_id=line_id,
                meeting_id=meeting_id,
                person_id=person_id,
                answer=ParentAnswer(answer),
                conditions=conditions,
            )
        )


def record_reason(
    work: Work, case_id: UUID, rule: str, about: UUID | None, reason: str, meeting_id: UUID | None
) -> None:
    """Record why a `must` is passed; the name is the actor's."""
    work.case_id = case_id
    work.add(
        ExceptionalReason(
            case_id=case_id,
            meeting_id=meeting_id,
            rule=rule,
            about=about,
            reason=paragraph(reason, "reason", called="the reason"),
            by_staff_id=work.actor,
            at=work.at,
        )
    )


def record_family_offer(
    work: Work,
    episode_id: UUID,
    offered_on: date | None,
    answer: OfferAnswer,
    answered_by: str = "",
    names_by: date | None = None,
) -> None:
    """Record the offer of family group decision making and the answer, in place of an earlier."""
    _in_episode(work, episode_id)
    values: dict[str, Any] = {
        "offered_on": offered_on,
        "answer": OfferAnswer(answer),
        "answered_by": answered_by.strip(),
        "names_by": names_by,
    }
    within_length(values)
    earlier = work.session.exec(
        select(FamilyOffer).where(
            FamilyOffer.episode_id == episode_id, col(FamilyOffer.withdrawn_at).is_(None)
        )
    ).first()
    if earlier:
        work.change(FamilyOffer, earlier.id, None, **values)
    else:
        work.add(FamilyOffer(episode_id=episode_id, **values))


def add_network_help(
    work: Work,
    episode_id: UUID,
    person_id: UUID,
    help_given: str,
    *,
    could_care: bool = False,
    viability_by: date | None = None,
) -> None:
    """Record what someone in the family network could do."""
    _in_episode(work, episode_id)
    work.add(
        NetworkHelp(
            episode_id=episode_id,
            person_id=person_id,
            help=paragraph(help_given, "help", called="what they could do"),
            could_care=could_care,
            viability_by=viability_by,
        )
    )


def record_consent(
    work: Work,
    meeting_id: UUID,
    person_id: UUID,
    purpose: ConsentPurpose,
    answer: YesNo,
    note: str = "",
) -> None:
    """Record a person's answer to a consent asked for, in the place of an earlier one."""
    work.in_case_of(meeting_id)
    refuse_if_approved(work, meeting_id)
    earlier = work.session.exec(
        select(Consent).where(
            Consent.meeting_id == meeting_id,
            Consent.person_id == person_id,
            Consent.purpose == purpose,
            col(Consent.withdrawn_at).is_(None),
        )
    ).first()
    if earlier:
        work.change(Consent, earlier.id, None, answer=YesNo(answer), note=note.strip())
    else:
        work.add(
            Consent(
                meeting_id=meeting_id,
                person_id=person_id,
                purpose=ConsentPurpose(purpose),
                answer=YesNo(answer),
                note=note.strip(),
            )
        )


def _changeable_line(work: Work, line_id: UUID) -> PlanLine:
    plan_line = work.get(PlanLine, line_id)
    _in_episode(work, plan_line.episode_id)
    refuse_if_frozen(work, plan_line.episode_id)
    return plan_line


def _in_episode(work: Work, episode_id: UUID) -> None:
    work.case_id = work.get(PreProceedings, episode_id).case_id


def _next(work: Work, kind: type[Record], where: Any, column: str) -> int:
    highest = work.session.exec(select(func.max(getattr(kind, column))).where(where)).one()
    return int(highest or 0) + 1


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


def _line_children(work: Work, line_id: UUID, children: Sequence[UUID]) -> None:
    standing = work.session.exec(
        select(PlanLineChild).where(
            PlanLineChild.line_id == line_id, col(PlanLineChild.withdrawn_at).is_(None)
        )
    ).all()
    work.withdraw(row for row in standing if row.child_id not in children)
    there = {row.child_id for row in standing}
    new = [child for child in children if child not in there]
    work.add(*(PlanLineChild(line_id=line_id, child_id=child) for child in new))
