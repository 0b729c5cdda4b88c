"""The last links of “show me why”: the risk, what each review decided, on whose authority."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.captures import Capture
from agenda.day_names import full_date
from agenda.decision_words import AuthorityAnswer, Outcome, Standing, Trajectory
from agenda.extension import decisions_that_count, how_it_stands
from agenda.london import LONDON, london_date
from agenda.minuting_words import in_a_row
from agenda.rules import RULES
from agenda.why_page import Point, WhyDecision, gap, sentences

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime

    from agenda import records
    from agenda.papers import Papers
    from agenda.why_held import Held


def risk_of(papers: Papers, child: records.Child, held: Sequence[Held]) -> tuple[Point, ...]:
    """Return each review's judgement on the risk to a child."""
    rows = {row.meeting_id: row for row in papers.judgements(child.id)}
    points = []
    for one in held:
        row = rows.get(one.meeting.id)
        if row:
            where = one.cite(one.of_items(Capture.TRAJECTORY))
            points.append(Point(f"At {one.called}", sentences(row.risk, row.reasons), (where,)))
            if not row.reasons:
                points.append(gap(one.lacks(f"how we know the risk to {child.initials}")))
        elif one.is_review and one.owes:
            what = f"whether the risk to {child.initials} is less, the same or more"
            points.append(gap(one.lacks(what)))
    return tuple(points)


def decisions_of(
    papers: Papers, child: records.Child, held: Sequence[Held]
) -> tuple[WhyDecision, ...]:
    """Return what each review decided for a child, in order, or why it decided nothing."""
    decided = {row.meeting_id: row for row in decisions_that_count(papers, child.id)}
    found = []
    for one in held:
        if decision := decided.get(one.meeting.id):
            points = tuple(_points(decision, child, one, papers))
        elif one.is_review:
            points = (_nothing(one, child),)
        else:
            continue
        found.append(WhyDecision(one.made_from.kind, one.made_from.on, points))
    return tuple(found)


def stands_now(papers: Papers, child: records.Child) -> str:
    """Return what stands for a child on the day the papers are read for."""
    decided = decisions_that_count(papers, child.id)
    if not decided:
        return "no review has decided yet."
    return f"{decided[-1].outcome}, {how_it_stands(decided[-1], papers)}."


def _nothing(one: Held, child: records.Child) -> Point:
    if one.meeting.effective is False:
        why = one.meeting.not_effective_why
        told = sentences("It was not effective, so it decided nothing", why)
        return Point("", told, (one.cite(),))
    if one.meeting.adjourned_at is not None:
        return Point("", "It is adjourned, so it has decided nothing yet.", (one.cite(),))
    return gap(one.lacks(f"what is decided for {child.initials}"))


def _points(
    decision: records.Decision, child: records.Child, one: Held, papers: Papers
) -> Iterator[Point]:
    """Give one decision: what, why, who was asked, what each thinks of it, and its authority."""
    where = one.cite(one.of_items(Capture.DECISION))
    yield Point("Decided", sentences(decision.outcome, *_what_follows(decision)), (where,))
    if decision.outcome is Outcome.CLOSE and decision.after_close is None:
        yield gap(f"Nothing says what happens to {child.initials}'s plan.")
    if decision.outcome is Outcome.AT_BIRTH and not decision.birth_plan:
        yield gap(f"{child.initials}'s birth plan is not recorded.")
    yield from _or_gap("Reasons", decision.reasons, "No reasons are recorded.")
    yield from _or_gap(
        "Options rejected", decision.rejected, "No other option is recorded as considered."
    )
    yield from _consideration(decision, child, papers)
    consulted = [_consulted(row, papers) for row in papers.consultations(decision.id)]
    yield from _or_gap("Consulted", sentences(*consulted), "Nobody is recorded as consulted.")
    yield from _views(decision, child, papers)
    yield from _or_gap(
        f"{child.initials}'s view",
        decision.child_view,
        f"What {child.initials} wants is not recorded.",
    )
    if decision.dissent:
        yield Point("Dissent", sentences(decision.dissent))
    for row in papers.exceptional_reasons:
        if row.about == decision.id:
            rule = RULES.get(row.rule)  # a later release may no longer have it
            title = rule.title.rstrip(".") if rule else row.rule
            by = papers.name(row.by_staff_id, None)
            yield Point("Exception", sentences(f"On the rule “{title}”: {row.reason} ({by})"))
    yield from _authority(decision, papers)


def _what_follows(decision: records.Decision) -> Iterator[str]:
    """Give what the decision sets: the new end, the plan after a close, the letter."""
    if decision.new_end:
        yield f"The new last day is {full_date(decision.new_end)}"
    if decision.after_close:
        yield _sentence(decision.after_close)
    if decision.birth_plan:
        yield f"Birth plan: {decision.birth_plan}"
    if decision.letter_by:
        yield f"The parents have it in writing by {full_date(decision.letter_by)}"


def _consideration(
    decision: records.Decision, child: records.Child, papers: Papers
) -> Iterator[Point]:
    """Give how proceedings were considered; it may be missing only where the risk is reducing."""
    if decision.considered:
        yield Point("Proceedings considered", sentences(decision.considered))
        return
    judged = {row.meeting_id: row.risk for row in papers.judgements(child.id)}
    risk = judged.get(decision.meeting_id, Trajectory.REDUCED)
    goes_to_court = decision.outcome in (Outcome.ISSUE, Outcome.AT_BIRTH)
    if risk is not Trajectory.REDUCED and not goes_to_court:
        yield gap(f"The risk was {risk}, and no consideration of proceedings is recorded.")


def _consulted(row: records.Consultation, papers: Papers) -> str:
    at = f", {row.forum}" if row.forum else ""
    said = f": {row.said}" if row.said else ""
    return f"{_staff(papers, row.staff_id)}, on {full_date(row.on)}{at}{said}"


def _views(decision: records.Decision, child: records.Child, papers: Papers) -> Iterator[Point]:
    """Give each parent's view of the decision; those of the child's own parents may be missing."""
    answered = set()
    for view in papers.decision_views(decision.id):
        answered.add(view.person_id)
        name = papers.name(None, view.person_id)
        yield Point(f"{name}'s view", sentences(view.answer, view.said))
    tied = {tie.person_id for tie in papers.relationships if tie.child_id == child.id}
    silent = [
        parent.known_as
        for parent in papers.parents
        if parent.id in tied and parent.id not in answered
    ]
    if silent:
        yield gap(f"The view of {in_a_row(silent)} is not recorded.")


def _authority(decision: records.Decision, papers: Papers) -> Iterator[Point]:
    """Give who recommended it, each answer of whoever has the authority, and how it stands."""
    by = papers.name(decision.recommended_by_id, None)
    yield Point("Recommended", sentences(f"{by}, {_when(decision.recommended_at)}"))
    rows = [row for row in papers.standing("Authority") if row.decision_id == decision.id]
    for row in sorted(rows, key=lambda row: (row.given_at, row.id)):
        how = ", by telephone" if row.by_telephone else ""
        given = f"{_staff(papers, row.staff_id)}, {row.forum}, {_when(row.given_at)}{how}"
        why = "Why" if row.answer is AuthorityAnswer.REFUSED else "Condition"
        on = f"{why}: {row.why}" if row.why else ""
        yield Point(_sentence(row.answer), sentences(given, on))
    standing, tracker = how_it_stands(decision, papers), papers.policy.extension.forum
    day = full_date(decision.tracker_on) if decision.tracker_on else ""
    if standing is Standing.RECOMMENDED:
        yield gap("It stands as recommended: nobody has authorised it yet.")
    elif standing is Standing.PROVISIONAL:
        yield gap(f"It is provisional, subject to the {tracker} of {day}: not yet authorised.")
    elif standing is Standing.LAPSED:
        yield gap(f"It lapsed: the {tracker} of {day} passed without an answer.")


def _or_gap(label: str, text: str, missing: str) -> Iterator[Point]:
    yield Point(label, sentences(text)) if text.strip() else gap(missing)


def _staff(papers: Papers, staff_id: object) -> str:
    member = next((one for one in papers.staff if one.id == staff_id), None)
    return f"{member.name} ({member.role})" if member else ""


def _when(instant: datetime) -> str:
    return f"{full_date(london_date(instant))} at {instant.astimezone(LONDON):%H:%M}"


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}"
