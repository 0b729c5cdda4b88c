"""The plan as minutes print it: each line as the meeting left it, with each parent's answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.minuted_plan import MinutedAnswer, MinutedLine, MinutedOutcome
from agenda.smart import PAST_WINDOW
from agenda.words import LineOutcome

if TYPE_CHECKING:
    from agenda import records
    from agenda.papers import Papers
    from agenda.window import Window


def lines_of(papers: Papers, window: Window) -> tuple[MinutedLine, ...]:
    """Return every line by number: agreed, amended, dropped, and still a draft, as it stands."""
    concerns = {concern.id: concern.position for concern in papers.concerns}
    goals = {goal.id: goal.text for goal in papers.goals()}
    return tuple(
        MinutedLine(
            number=line.number,
            kind=line.kind,
            state=line.state,
            what=line.what,
            parts=tuple(part.text for part in papers.parts(line.id)),
            owner=papers.name(line.owner_staff_id, line.owner_person_id),
            owner_is_ours=line.owner_staff_id is not None,
            helper=line.helper,
            support=line.support,
            measure=line.measure,
            child_benefit=line.child_benefit,
            starts=line.starts,
            due=line.due,
            due_week=window.week_of(line.due) if line.due else None,
            rhythm=line.rhythm,
            until=line.until,
            sessions=line.sessions,
            consequence=line.consequence,
            contingency=line.contingency,
            concern=concerns.get(line.concern_id) if line.concern_id else None,
            children=tuple(child.initials for child in papers.line_children(line.id)),
            goal=goals.get(line.goal_id, "") if line.goal_id else "",
            drafted_as=line.drafted_as,
            exception=_exception(papers, line),
            answers=_answers(papers, line),
            outcome=_outcome(papers, line),
            finished=_finished(papers, line),
        )
        for line in papers.plan
    )


def _outcome(papers: Papers, line: records.PlanLine) -> MinutedOutcome | None:
    """Return what this meeting found of a line, and only this meeting."""
    found = papers.outcome(line.id)
    if found is None:
        return None
    return MinutedOutcome(
        found.outcome, found.evidence, found.why, found.help_came, found.help_note
    )


def _finished(papers: Papers, line: records.PlanLine) -> LineOutcome | None:
    """Return how a line has ended, as the latest review found it: up to this one, in a meeting."""
    found = papers.progress(line.id)
    if papers.meeting_id:
        upto = {one.id for one in papers.meetings if one.number <= papers.meeting.number}
        found = [row for row in found if row.meeting_id in upto]
    has_ended = found and found[-1].outcome in (LineOutcome.DONE, LineOutcome.NOT_NEEDED)
    return found[-1].outcome if has_ended else None


def _exception(papers: Papers, line: records.PlanLine) -> str:
    """Return the latest recorded reason for a date past the window, and who gave it."""
    reasons = [
        f"{row.reason.strip()} — {papers.name(row.by_staff_id, None)}"
        for row in papers.exceptional_reasons
        if row.rule == PAST_WINDOW.key and row.about == line.id
    ]
    return reasons[-1] if reasons else ""


def _answers(papers: Papers, line: records.PlanLine) -> tuple[MinutedAnswer, ...]:
    return tuple(
        MinutedAnswer(papers.name(None, row.person_id), row.answer, row.conditions)
        for row in papers.answers(line.id)
    )
