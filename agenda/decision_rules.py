"""The decision gate: what a review's decision for a child needs before it can stand.

Nothing may ever stand between a chair and an urgent decision to protect a child: where the
outcome is to issue proceedings, every rule here only warns.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from agenda.captures import Capture
from agenda.decision_words import AfterClose, Outcome, Standing, Trajectory
from agenda.extension import children_to_decide, how_it_stands
from agenda.extension_rules import extension_findings
from agenda.finding import Finding, Level, Rule
from agenda.issue_rules import issue_findings
from agenda.meeting_facts import is_review, place_of
from agenda.minuting_words import in_a_row
from agenda.passing import with_reasons
from agenda.words import ChildPlan, MeetingKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agenda import records
    from agenda.papers import Papers

OUTCOME = Rule(
    "decision.outcome",
    Level.MUST,
    "A review decides for each child.",
    "Sutton 2019, PLO Review: make decisions",
)
REASONS = Rule(
    "decision.reasons",
    Level.MUST,
    "A decision says why.",
    "Ofsted, East Riding 2023: rationale not recorded",
)
REJECTED = Rule(
    "decision.rejected",
    Level.MUST,
    "A decision says which other options were considered, and why each was rejected.",
    "Our own, after Ofsted, East Riding 2023: rationale not recorded",
)
CONSULTED = Rule(
    "decision.consulted",
    Level.MUST,
    "A decision says who was consulted, and when.",
    "Sutton 2019, PLO Review; North East Lincolnshire's panel",
)
VIEWS = Rule(
    "decision.views",
    Level.MUST,
    "A decision says what each parent thinks of it.",
    "Family Rights Group: what happens at a pre-proceedings meeting",
)
CHILD_VIEW = Rule(
    "decision.child_view",
    Level.MUST,
    "A decision says what the child wants and feels about it.",
    "Ofsted, Knowsley 2021: meetings do not focus on the child's life",
)
NEXT_DATE = Rule(
    "decision.next_date",
    Level.MUST,
    "A decision that ends pre-proceedings says by when the parents have it in writing.",
    "Family Rights Group: if closing, tell parents in writing",
)
AFTER_CLOSE = Rule(
    "decision.after_close",
    Level.MUST,
    "A close says what happens to the child's plan.",
    "A child protection plan ends only at a conference; [own]",
)
BIRTH_PLAN = Rule(
    "decision.birth_plan",
    Level.MUST,
    "An application at birth has its birth plan.",
    "[own]: everyone at the birth must know what happens",
)
CONSIDERED = Rule(
    "decision.considered",
    Level.MUST,
    "Where risk is not reducing, serious consideration of proceedings is written down.",
    "Sutton 2019, PLO Review: serious consideration needs to be given to proceedings",
)
AUTHORITY = Rule(
    "decision.authority",
    Level.SHOULD,
    "A decision is recommended until somebody with the authority authorises it.",
    "Sutton 2019, PLO Review; Ofsted on management oversight",
)


def outcomes_for(kind: MeetingKind, child: records.Child) -> tuple[Outcome, ...]:
    """Return the outcomes a meeting of a kind may decide for a child, in the order offered."""
    if not kind.is_review:
        return ()
    unborn = child.born_on is None and child.due_on is not None
    only = {Outcome.CONTINUE: kind is MeetingKind.MIDWAY, Outcome.AT_BIRTH: unborn}
    return tuple(outcome for outcome in Outcome if only.get(outcome, True))


def plans_after_close(child: records.Child) -> tuple[AfterClose, ...]:
    """Return what may become of a child's plan after a close, in the order offered.

    A child protection plan ends only at a conference: a close can recommend no more than that.
    """
    return {
        ChildPlan.CHILD_PROTECTION: (AfterClose.CONTINUES, AfterClose.RECOMMEND_ENDING),
        ChildPlan.CHILD_IN_NEED: (AfterClose.CONTINUES, AfterClose.REFER, AfterClose.NO_PLAN),
        ChildPlan.NONE: (AfterClose.REFER, AfterClose.NO_PLAN),
    }[child.plan]


def decision_findings(papers: Papers) -> list[Finding]:
    """Return what the decisions of a review still need; nothing in an initial meeting.

    Where a child's outcome is to issue proceedings, a `must` only warns.
    """
    if not is_review(papers):
        return []
    found: list[Finding] = []
    for child in children_to_decide(papers):
        decision = papers.decision(child.id)
        if decision is None:
            found.append(_undecided(child, papers))
            continue
        its_own = [*_of(decision, child, papers), *extension_findings(decision, child, papers)]
        if decision.outcome is Outcome.ISSUE:
            its_own = [replace(one, only_warns=True) for one in its_own]
            its_own += issue_findings(decision, child, papers)
        found += its_own
    return with_reasons(found, papers)


def _undecided(child: records.Child, papers: Papers) -> Finding:
    sentence = f"Decide for {child.initials}, and say why."
    example = "Close: the risk has been smaller since January"
    place = place_of(papers, Capture.DECISION)
    return Finding(OUTCOME, sentence, example, child.id, place, "outcome")


def _of(decision: records.Decision, child: records.Child, papers: Papers) -> Iterator[Finding]:
    """Give what one decision lacks, whatever its outcome, in the order it is asked."""
    place, who = place_of(papers, Capture.DECISION), child.initials

    def lacks(rule: Rule, sentence: str, example: str, field: str) -> Finding:
        return Finding(rule, sentence, example, decision.id, place, field)

    if not decision.reasons.strip():
        example = "Five of six lines are done, and the school sees it too"
        yield lacks(REASONS, f"Say why the decision for {who} is right.", example, "reasons")
    if not decision.rejected.strip():
        sentence = f"Say what else could have been decided for {who}, and why it was not."
        yield lacks(REJECTED, sentence, "Extend: nothing is left to be shown", "rejected")
    if not papers.consultations(decision.id):
        sentence = f"Say who was consulted on the decision for {who}, and when."
        yield lacks(CONSULTED, sentence, "Ms Holt, our solicitor, on 2 April", "consulted")
    given = {view.person_id for view in papers.decision_views(decision.id)}
    if silent := [one.known_as for one in papers.parents if one.id not in given]:
        think = "think" if len(silent) > 1 else "thinks"
        sentence = f"Say what {in_a_row(silent)} {think} of the decision for {who}."
        yield lacks(VIEWS, sentence, "Not agreed: she wants six more weeks", "views")
    if not decision.child_view.strip():
        sentence = f"Say what {who} wants and feels about it."
        yield lacks(CHILD_VIEW, sentence, "She told Sam that she wants to stay", "child_view")
    if decision.outcome.ends and decision.letter_by is None:
        sentence = f"Say by when the parents have the decision for {who} in writing."
        yield lacks(NEXT_DATE, sentence, "Fri 9 April", "letter_by")
    if decision.outcome is Outcome.CLOSE and decision.after_close is None:
        sentence = f"Say what happens to {who}'s plan: it continues, a referral, or its ending."
        yield lacks(AFTER_CLOSE, sentence, "The child's plan continues", "after_close")
    if decision.outcome is Outcome.AT_BIRTH and not decision.birth_plan.strip():
        example = "The ward rings the duty team before the baby leaves"
        yield lacks(BIRTH_PLAN, f"Write down {who}'s birth plan.", example, "birth_plan")
    yield from _consideration(decision, child, papers, place)
    is_extension = decision.outcome is Outcome.EXTEND  # which has a rule of its own
    if not is_extension and how_it_stands(decision, papers) is Standing.RECOMMENDED:
        sentence = f"The decision for {who} is recommended. Record who authorises it, and where."
        yield lacks(AUTHORITY, sentence, "The head of service, by telephone", "authority")


def _consideration(
    decision: records.Decision, child: records.Child, papers: Papers, place: str
) -> Iterator[Finding]:
    """Ask for serious consideration of proceedings where risk is not reducing."""
    judged = papers.judgement(child.id)
    goes_to_court = decision.outcome in (Outcome.ISSUE, Outcome.AT_BIRTH)
    if judged is None or judged.risk is Trajectory.REDUCED or goes_to_court:
        return
    if not decision.considered.strip():
        sentence = (
            f"The risk to {child.initials} is {judged.risk}, not less. Write down how issuing "
            "proceedings was considered, and why not now."
        )
        example = "Considered with legal on 2 April: the threshold is not met because …"
        yield Finding(CONSIDERED, sentence, example, decision.id, place, "considered")
