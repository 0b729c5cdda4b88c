"""Verbs on decisions: recommend one for one or more children, and answer it with authority."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypedDict

from sqlmodel import col, select

from agenda.decision_rules import outcomes_for
from agenda.decision_words import AfterClose, AuthorityAnswer, Outcome
from agenda.records import (
    Authority,
    Child,
    Consultation,
    Decision,
    DecisionView,
)
from agenda.steps import Step
from agenda.words import ParentAnswer
from plo_tui.store.problems import Refused
from plo_tui.store.verbs.permitted import permitted
from plo_tui.store.verbs.reviewing import refuse_unless_review
from plo_tui.store.verbs.words import line, paragraph, within_length

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime
    from uuid import UUID

    from agenda.records import Meeting
    from plo_tui.store.work import Work

_DECIDED = ("outcome", "new_end", "tracker_on", "after_close")
"""What an answer was given to: where one of these changes, the answer no longer stands."""
_ONLY_OF = {
    "after_close": Outcome.CLOSE,
    "birth_plan": Outcome.AT_BIRTH,
    "new_end": Outcome.EXTEND,
    "tracker_on": Outcome.EXTEND,
}
"""Fields that belong to one outcome alone."""


class DecisionValues(TypedDict, total=False):
    """What a decision says."""

    reasons: str
    rejected: str
    child_view: str
    dissent: str
    after_close: AfterClose | None
    birth_plan: str
    new_end: date | None
    tracker_on: date | None
    considered: str
    letter_by: date | None


class ViewSaid(TypedDict):
    """A parent's own view of a decision."""

    person_id: UUID
    answer: ParentAnswer
    said: str


class Consulted(TypedDict):
    """Who was consulted, on which day, in which forum, and what they said."""

    staff_id: UUID
    on: date
    forum: str
    said: str


def record_decision(
    work: Work,
    meeting_id: UUID,
    children: Sequence[UUID],
    outcome: Outcome,
    values: DecisionValues,
    views: Sequence[ViewSaid] = (),
    consulted: Sequence[Consulted] = (),
) -> None:
    """Record what a review decides for each of some children, as recommended by the actor.

    It stands in the place of what the review decided for them before. What it still lacks is a
    finding of the decision gate, and stops nothing here.

    Args:
        work: the transaction.
        meeting_id: the review.
        children: the children it is for, each of whom has a decision of their own.
        outcome: what is decided.
        values: what the decision says; fields of another outcome are left out.
        views: each parent's view.
        consulted: who was consulted.

    Raises:
        Refused: in an initial meeting; where it was adjourned or not effective, which decides
            nothing; for an outcome that it cannot decide for a child; once it is approved.
    """
    meeting = refuse_unless_review(work, Step.DECIDE, meeting_id)
    _refuse_without_effect(meeting)
    if not children:
        raise Refused("Choose the child, or the children, that this is decided for.", "children")
    decided = {
        name: value.strip() if isinstance(value, str) else value
        for name, value in values.items()
        if _ONLY_OF.get(name, outcome) is outcome
    }
    within_length(decided)
    for child_id in children:
        _refuse_outcome(meeting, outcome, work.get(Child, child_id))
        decision = _put(work, meeting_id, child_id, Outcome(outcome), decided)
        _put_views(work, decision, views)
        _put_consulted(work, decision, consulted)


def answer_decisions(
    work: Work,
    decisions: Sequence[UUID],
    answer: AuthorityAnswer,
    staff_id: UUID,
    forum: str,
    given_at: datetime,
    *,
    by_telephone: bool = False,
    why: str = "",
) -> None:
    """Record the answer of whoever has the authority to one or more recommended decisions.

    It is recorded also after the minutes are approved: those say what stood that day.

    Args:
        work: the transaction.
        decisions: the decisions answered, all of one case.
        answer: authorised or refused.
        staff_id: who answered.
        forum: where: `Court Tracker`, `legal gateway meeting`.
        given_at: when (UTC, aware).
        by_telephone: whether it was given by telephone, because it was urgent.
        why: why it was refused, or the conditions it was given on.

    Raises:
        Refused: where something is missing; in the future or before the decision; for an
            extension, by anybody but the policy's consultee; where the meeting decided nothing.
    """
    if not decisions:
        raise Refused("Choose the decision that is answered.", "decisions")
    if given_at > work.at:
        raise Refused("The answer cannot have been given in the future.", "given_at")
    forum = line(forum, "forum", called="where it was decided, such as the Court Tracker")
    if answer is AuthorityAnswer.REFUSED:
        why = paragraph(why, "why", called="why it was refused")
    within_length({"why": why})
    for key in decisions:
        decision = work.get(Decision, key)
        extends = decision.outcome is Outcome.EXTEND
        step = Step.AUTHORISE_EXTENSION if extends else Step.AUTHORISE
        _refuse_without_effect(permitted(work, step, decision.meeting_id, staff_id))
        if given_at < decision.recommended_at.replace(second=0, microsecond=0):
            raise Refused("The answer comes after the decision was recommended.", "given_at")
        work.add(
            Authority(
                decision_id=key,
                answer=AuthorityAnswer(answer),
                staff_id=staff_id,
                forum=forum,
                given_at=given_at,
                by_telephone=by_telephone,
                why=why.strip(),
                recorded_by_id=work.actor,
            )
        )


def withdraw_decisions(work: Work, meeting_id: UUID) -> None:
    """Withdraw what a meeting decided: one that was not effective decides nothing."""
    standing = select(Decision).where(
        Decision.meeting_id == meeting_id, col(Decision.withdrawn_at).is_(None)
    )
    work.withdraw(work.session.exec(standing).all())


def _put(
    work: Work, meeting_id: UUID, child_id: UUID, outcome: Outcome, values: dict[str, Any]
) -> Decision:
    """Return the child's decision with these values, and nothing left of another outcome."""
    standing = work.session.exec(
        select(Decision).where(
            Decision.meeting_id == meeting_id,
            Decision.child_id == child_id,
            col(Decision.withdrawn_at).is_(None),
        )
    ).first()
    empty = {"after_close": None, "birth_plan": "", "new_end": None, "tracker_on": None}
    values = {**empty, **values, "outcome": outcome}
    if standing is None:
        made = Decision(
            meeting_id=meeting_id,
            child_id=child_id,
            recommended_by_id=work.actor,
            recommended_at=work.at,
            **values,
        )
        work.add(made)
        return made
    if any(getattr(standing, name) != values[name] for name in _DECIDED):
        _withdraw_answers(work, standing.id)
        values |= {"recommended_by_id": work.actor, "recommended_at": work.at}
    return work.change(Decision, standing.id, None, **values)


def _put_views(work: Work, decision: Decision, views: Sequence[ViewSaid]) -> None:
    for view in views:
        about = {"decision_id": decision.id, "person_id": view["person_id"]}
        said = {"answer": ParentAnswer(view["answer"]), "said": view["said"].strip()}
        within_length(said)
        work.put(DecisionView, about, said)


def _put_consulted(work: Work, decision: Decision, consulted: Sequence[Consulted]) -> None:
    """Make those consulted on a decision these, and no others."""
    standing = work.session.exec(
        select(Consultation).where(
            Consultation.decision_id == decision.id, col(Consultation.withdrawn_at).is_(None)
        )
    ).all()
    there = {(row.staff_id, row.on, row.forum, row.said): row for row in standing}
    meant = [
        (one["staff_id"], one["on"], one["forum"].strip(), one["said"].strip()) for one in consulted
    ]
    work.withdraw(row for key, row in there.items() if key not in meant)
    for staff_id, on, forum, said in dict.fromkeys(one for one in meant if one not in there):
        within_length({"forum": forum, "said": said})
        work.add(
            Consultation(decision_id=decision.id, staff_id=staff_id, on=on, forum=forum, said=said)
        )


def _withdraw_answers(work: Work, decision_id: UUID) -> None:
    answers = select(Authority).where(
        Authority.decision_id == decision_id, col(Authority.withdrawn_at).is_(None)
    )
    work.withdraw(work.session.exec(answers).all())


def _refuse_without_effect(meeting: Meeting) -> None:
    if meeting.effective is False:
        raise Refused("This meeting was not effective, so it decides nothing. Plan another one.")


def _refuse_outcome(meeting: Meeting, outcome: Outcome, child: Child) -> None:
    possible = outcomes_for(meeting.kind, child)
    if outcome not in possible:
        offered = ", ".join(possible)
        raise Refused(
            f"A {meeting.kind} review cannot decide “{outcome}” for {child.initials}. "
            f"It can decide: {offered}.",
            "outcome",
        )
