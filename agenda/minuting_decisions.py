"""What a review found and decided, as its minutes print it: as it stood when the meeting ended.

A decision is as firm as the answers recorded until the minutes are made. An extension is read for
the day of the meeting: its Court Tracker lies ahead, and that of an earlier one may have passed.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from agenda.decision_words import Standing
from agenda.extension import children_to_decide, decides, extensions, how_it_stands
from agenda.london import london_date
from agenda.meeting_facts import is_review
from agenda.minuted_decision import (
    MinutedAuthority,
    MinutedConsultation,
    MinutedDecision,
    MinutedJudgement,
    MinutedTrajectory,
    MinutedView,
    MinutedWindow,
)
from agenda.minuting_people import role_of
from agenda.minuting_words import clock, with_firm

if TYPE_CHECKING:
    from collections.abc import Iterator
    from uuid import UUID

    from agenda import records
    from agenda.papers import Papers
    from agenda.window import Window


def as_it_ended(papers: Papers) -> Papers:
    """Return the papers as this meeting left them: for its last day, without later decisions."""
    numbers = {row.id: row.number for row in papers.episode_meetings}
    here = papers.meeting.number
    left = papers.without(
        "Decision",
        {row.id for row in papers.standing("Decision") if numbers.get(row.meeting_id, here) > here},
    )
    left.as_of = london_date(papers.sittings[-1].started_at)
    return left


def trajectory_of(papers: Papers, concern_id: UUID) -> MinutedTrajectory | None:
    """Return which way this review says a worry has gone; None where it has not said."""
    found = papers.trajectory(concern_id)
    return MinutedTrajectory(found.trajectory, found.evidence) if found else None


def judgements_of(papers: Papers) -> tuple[MinutedJudgement, ...]:
    """Return this review's judgement on the risk to each child it judged, in their order."""
    return tuple(
        MinutedJudgement(child.full_name, child.initials, found.risk, found.reasons)
        for child in papers.children
        if (found := papers.judgement(child.id))
    )


def windows_of(papers: Papers, window: Window) -> tuple[MinutedWindow, ...]:
    """Return each child's window in the children's order; nothing in an initial meeting.

    Args:
        papers: the papers as the meeting left them.
        window: the family's, for where no child has one yet.
    """
    if not is_review(papers):
        return ()
    going_on = {child.id for child in children_to_decide(papers)}
    windows = ((_window(papers, child, window), child.id) for child in papers.children)
    return tuple(replace(one, is_over=child not in going_on) for one, child in windows)


def decisions_of(papers: Papers, windows: tuple[MinutedWindow, ...]) -> tuple[MinutedDecision, ...]:
    """Return what this meeting decided, in the children's order; nothing where it cannot decide.

    Args:
        papers: the papers as the meeting left them.
        windows: each child's window, in the children's order.
    """
    if not is_review(papers) or not decides(papers.meeting):
        return ()
    return tuple(
        _decision(papers, child, decision, window)
        for child, window in zip(papers.children, windows, strict=True)
        if (decision := papers.decision(child.id))
    )


def _window(papers: Papers, child: records.Child, family: Window) -> MinutedWindow:
    """Return a child's window, and what it is without the extensions that still wait."""
    last_day = (papers.window_for([child]) or family).last_day
    waiting = [
        row
        for row in extensions(papers, child.id)
        if how_it_stands(row, papers) is Standing.PROVISIONAL
    ]
    if not waiting:
        return MinutedWindow(last_day)
    confirmed = papers.without("Decision", {row.id for row in waiting})
    otherwise = (confirmed.window_for([child]) or family).last_day
    return MinutedWindow(last_day, papers.policy.extension.forum, waiting[-1].tracker_on, otherwise)


def _decision(
    papers: Papers, child: records.Child, decision: records.Decision, window: MinutedWindow
) -> MinutedDecision:
    return MinutedDecision(
        name=child.full_name,
        initials=child.initials,
        outcome=decision.outcome,
        standing=how_it_stands(decision, papers),
        authority=_authority(papers, decision.id),
        recommended_by=with_firm(*_name_and_role(papers, decision.recommended_by_id)),
        recommended_on=london_date(decision.recommended_at),
        reasons=decision.reasons,
        rejected=decision.rejected,
        considered=decision.considered,
        child_view=decision.child_view,
        views=tuple(
            MinutedView(papers.name(None, row.person_id), row.answer, row.said)
            for row in papers.decision_views(decision.id)
        ),
        dissent=decision.dissent,
        consulted=tuple(_consulted(papers, decision.id)),
        after_close=decision.after_close,
        birth_plan=decision.birth_plan,
        new_end=decision.new_end,
        letter_by=decision.letter_by,
        window=window,
    )


def _consulted(papers: Papers, decision_id: UUID) -> Iterator[MinutedConsultation]:
    for row in papers.consultations(decision_id):
        who = _name_and_role(papers, row.staff_id)
        yield MinutedConsultation(*who, row.on, row.forum, row.said)


def _authority(papers: Papers, decision_id: UUID) -> MinutedAuthority | None:
    given = papers.authority(decision_id)
    if given is None:
        return None
    return MinutedAuthority(
        *_name_and_role(papers, given.staff_id),
        forum=given.forum,
        on=london_date(given.given_at),
        at=clock(given.given_at),
        by_telephone=given.by_telephone,
        why=given.why,
    )


def _name_and_role(papers: Papers, staff_id: UUID) -> tuple[str, str]:
    return papers.name(staff_id, None), role_of(papers, staff_id, None)
