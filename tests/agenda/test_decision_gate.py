"""The decision gate: each rule with a case that passes and one that fails."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from papers_of import DAY, DAYS
from review_of import NEW_END, NEXT_FINAL, TRACKER, WholeReview

from agenda import records as r
from agenda.concluding import concluding_findings
from agenda.coverage import not_covered
from agenda.decision_rules import decision_findings, outcomes_for, plans_after_close
from agenda.decision_words import AfterClose, AuthorityAnswer, Outcome, Trajectory
from agenda.finding import Finding, Level
from agenda.rules import RULES
from agenda.trajectory_rules import trajectory_findings
from agenda.words import ChildPlan, MeetingKind

Change = Callable[[WholeReview], object]


def extended(**fields: object) -> WholeReview:
    """A final review in which both children's windows are extended, provisionally."""
    whole = WholeReview()
    whole.book_final(NEXT_FINAL)
    whole.decided = [whole.decide(child, Outcome.EXTEND, **fields) for child in whole.children]
    return whole


def unborn(outcome: Outcome = Outcome.AT_BIRTH) -> WholeReview:
    """The second child is not born yet."""
    whole = WholeReview()
    whole.children[1].born_on, whole.children[1].due_on = None, date(2027, 6, 1)
    whole.decided[1] = whole.decide(whole.children[1], outcome)
    return whole


def found(whole: WholeReview) -> list[Finding]:
    papers = whole.papers()
    return [*trajectory_findings(papers), *decision_findings(papers)]


def keys(whole: WholeReview) -> list[str]:
    return [one.rule.key for one in found(whole) if not one.passed]


def first(field: str, value: object) -> Change:
    """Change a field of the first child's decision."""
    return lambda whole: setattr(whole.decided[0], field, value)


def no(kind: type) -> Change:
    """Withdraw every record of a kind."""
    return lambda whole: whole.withdraw(kind)


def empty(kind: type, field: str) -> Change:
    """Empty a field of every record of a kind."""

    def change(whole: WholeReview) -> None:
        for row in whole.rows:
            if isinstance(row, kind):
                setattr(row, field, "")

    return change


def judged(risk: Trajectory) -> Change:
    return lambda whole: whole.judge(whole.children[0], risk)


def twice(whole: WholeReview) -> None:
    """The first child's window was extended at the midway review already."""
    earlier = whole.review(MeetingKind.MIDWAY, DAY)
    earlier.effective = True
    row = whole.decide(whole.children[0], Outcome.EXTEND, meeting_id=earlier.id)
    whole.answer_it(row)
    whole.decided[0].withdrawn_at = None


def issue(whole: WholeReview) -> None:
    whole.decided[0] = whole.decide(whole.children[0], Outcome.ISSUE)


def both(*changes: Change) -> Change:
    def change(whole: WholeReview) -> None:
        for one in changes:
            one(whole)

    return change


GATE: list[tuple[str, Callable[[], WholeReview], Change]] = [
    ("review.trajectory", WholeReview, no(r.ConcernTrajectory)),
    ("review.trajectory_evidence", WholeReview, empty(r.ConcernTrajectory, "evidence")),
    ("review.judgement", WholeReview, no(r.ChildJudgement)),
    ("review.judgement_reasons", WholeReview, empty(r.ChildJudgement, "reasons")),
    ("decision.outcome", WholeReview, no(r.Decision)),
    ("decision.reasons", WholeReview, first("reasons", " ")),
    ("decision.rejected", WholeReview, first("rejected", "")),
    ("decision.consulted", WholeReview, no(r.Consultation)),
    ("decision.views", WholeReview, no(r.DecisionView)),
    ("decision.child_view", WholeReview, first("child_view", "")),
    ("decision.next_date", WholeReview, first("letter_by", None)),
    ("decision.after_close", WholeReview, first("after_close", None)),
    ("decision.birth_plan", unborn, empty(r.Decision, "birth_plan")),
    (
        "decision.considered",
        WholeReview,
        both(judged(Trajectory.SAME), first("considered", "")),
    ),
    ("decision.authority", WholeReview, no(r.Authority)),
    ("decision.extend_risk", extended, judged(Trajectory.SAME)),
    ("decision.new_end", extended, first("new_end", date(2027, 5, 19))),
    ("decision.once", extended, twice),
    ("decision.tracker", extended, first("tracker_on", None)),
    ("decision.review_booked", extended, no(r.Meeting)),
    ("issue.family_offer", WholeReview, both(issue, no(r.FamilyOffer))),
    ("issue.letter", WholeReview, both(issue, empty(r.Advice, "letter_received_on"))),
    ("issue.legal", WholeReview, both(issue, no(r.Consultation))),
]
"""Each rule of the gate, a review that keeps it, and what breaks it."""


@pytest.mark.parametrize(("rule", "made", "take_away"), GATE, ids=[rule for rule, _, _ in GATE])
def test_each_rule_of_the_gate_passes_and_fails(
    rule: str, made: Callable[[], WholeReview], take_away: Change
) -> None:
    assert rule not in keys(made())
    whole = made()
    take_away(whole)
    broken = [one for one in found(whole) if one.rule.key == rule]
    assert broken
    for one in broken:
        assert one.sentence[-1] == "."
        assert one.place in (*whole.items, "")


def test_a_review_that_lacks_nothing_has_no_finding_and_can_end() -> None:
    for made in (WholeReview, extended, unborn):
        whole = made()
        assert found(whole) == []
        ended = concluding_findings(whole.papers(), DAYS, whole.day)
        assert [one.rule.key for one in ended if one.level is Level.MUST] == []


def test_the_gate_is_tested_whole() -> None:
    ours = ("decision.", "issue.", "review.trajectory", "review.judgement")
    assert {rule for rule in RULES if rule.startswith(ours)} == {rule for rule, _, _ in GATE}


def test_an_initial_meeting_has_no_gate() -> None:
    whole = WholeReview()
    whole.meeting = whole.initial
    assert found(whole) == []


def test_which_outcomes_are_offered_depends_on_the_review_and_on_the_birth() -> None:
    whole = unborn()
    born, not_yet = whole.children
    everyone = {Outcome.CLOSE, Outcome.EXTEND, Outcome.ISSUE, Outcome.RETURN}
    assert set(outcomes_for(MeetingKind.FINAL, born)) == everyone
    assert set(outcomes_for(MeetingKind.MIDWAY, born)) == everyone | {Outcome.CONTINUE}
    assert set(outcomes_for(MeetingKind.FINAL, not_yet)) == everyone | {Outcome.AT_BIRTH}
    assert outcomes_for(MeetingKind.INITIAL, born) == ()


def test_issuing_is_only_ever_warned_of() -> None:
    whole = WholeReview()
    whole.withdraw(r.FamilyOffer)
    whole.withdraw(r.ChildJudgement)
    bare = {
        "reasons": "", "rejected": "", "child_view": "", "considered": "", "letter_by": None
    }  # fmt: skip
    for child in whole.children:
        whole.decide(child, Outcome.ISSUE, **bare)
    for kind in (r.Consultation, r.DecisionView, r.Authority):
        whole.withdraw(kind)
    about_it = decision_findings(whole.papers())
    assert {one.level for one in about_it} == {Level.SHOULD}
    assert {"decision.reasons", "decision.authority", "issue.family_offer"} <= {
        one.rule.key for one in about_it
    }
    ended = concluding_findings(whole.papers(), DAYS, whole.day)
    decision_musts = [
        one for one in ended if one.level is Level.MUST and one.place in ("decision", "next")
    ]
    assert decision_musts == []


def test_what_is_open_for_one_child_does_not_hang_on_the_other() -> None:
    whole = WholeReview()
    whole.decide(whole.children[1], Outcome.ISSUE, reasons="")
    whole.decided[0].reasons = ""
    levels = {one.about: one.level for one in found(whole) if one.rule.key == "decision.reasons"}
    assert sorted(levels.values()) == [Level.MUST, Level.SHOULD]
    assert levels[whole.decided[0].id] is Level.MUST


def test_an_extension_is_provisional_until_its_tracker_and_lapses_after_it() -> None:
    whole = extended()
    for day, end in ((TRACKER, NEW_END), (date(2027, 4, 16), date(2027, 4, 6))):
        window = whole.read_on(day).window
        assert window is not None
        assert window.last_day == end
    lapsed = [one.rule.key for one in decision_findings(whole.read_on(date(2027, 4, 16)))]
    assert lapsed == ["decision.tracker"] * 2
    for decision in whole.decided:
        whole.answer_it(decision)
    window = whole.read_on(date(2027, 4, 16)).window
    assert window is not None
    assert window.last_day == NEW_END


def test_a_refused_extension_moves_nothing() -> None:
    whole = extended()
    for decision in whole.decided:
        whole.answer_it(decision, answer=AuthorityAnswer.REFUSED, why="Risk is not less")
    window = whole.papers().window
    assert window is not None
    assert window.last_day == date(2027, 4, 6)
    assert keys(whole) == ["decision.tracker"] * 2


def test_an_extension_only_recommended_moves_nothing() -> None:
    whole = extended(tracker_on=None)
    window = whole.papers().window
    assert window is not None
    assert window.extended_to is None


def test_only_a_recorded_reason_and_name_lets_an_extension_go_further() -> None:
    whole = extended(new_end=date(2027, 6, 1))
    papers = whole.papers()
    assert papers.window is not None
    assert papers.window.last_day == NEW_END
    for decision in whole.decided:
        whole.pass_by_reason("decision.new_end", decision.id)
    papers = whole.papers()
    assert papers.window is not None
    assert papers.window.last_day == date(2027, 6, 1)
    assert keys(whole) == []


def test_each_child_has_a_window_of_their_own() -> None:
    whole = WholeReview()
    whole.book_final(NEXT_FINAL)
    first_child, second = whole.children
    whole.decide(second, Outcome.EXTEND)
    papers = whole.papers()
    ends = [papers.window_for([child]).last_day for child in (first_child, second)]  # type: ignore[union-attr]
    assert ends == [date(2027, 4, 6), NEW_END]
    assert papers.window.last_day == NEW_END  # type: ignore[union-attr]
    whole.home.due = date(2027, 5, 7)
    for row in whole.rows:
        if isinstance(row, r.PlanLineChild) and row.line_id == whole.home.id:
            row.withdrawn_at = whole.at(12) if row.child_id == second.id else None
    left = [
        one.rule.key
        for one in concluding_findings(whole.papers(), DAYS, whole.day)
        if one.about == whole.home.id and one.level is Level.MUST
    ]
    assert left == ["smart.past_window"]


def test_what_a_meeting_that_was_not_effective_decided_moves_nothing() -> None:
    whole = extended()
    whole.meeting.effective = False
    assert whole.papers().window.extended_to is None  # type: ignore[union-attr]
    whole.meeting.effective, whole.meeting.adjourned_at = None, whole.at(12)
    assert whole.papers().window.extended_to is None  # type: ignore[union-attr]


def test_a_tracker_before_the_review_or_past_the_new_end_will_not_do() -> None:
    for tracker in (date(2027, 3, 30), date(2027, 5, 20)):
        assert keys(extended(tracker_on=tracker)) == ["decision.tracker"] * 2


def test_a_child_for_whom_they_ended_at_the_midway_review_is_not_decided_again() -> None:
    whole = WholeReview()
    first_child = whole.children[0]
    midway = whole.review(MeetingKind.MIDWAY, date(2027, 2, 23))
    midway.effective = True
    earlier = whole.decide(first_child, meeting_id=midway.id)
    whole.withdraw(r.ChildJudgement, keep=lambda row: row.child_id != first_child.id)
    assert keys(whole) == []
    assert not_covered(whole.papers()) == []
    whole.withdraw(r.Authority, keep=lambda row: row.decision_id != earlier.id)
    assert sorted(keys(whole)) == ["decision.outcome", "review.judgement"]


def test_only_a_conference_ends_a_child_protection_plan() -> None:
    [child, *_] = WholeReview().children
    offered = {}
    for plan in ChildPlan:
        child.plan = plan
        offered[plan] = set(plans_after_close(child))
    ends_it = {AfterClose.NO_PLAN, AfterClose.REFER}
    assert not offered[ChildPlan.CHILD_PROTECTION] & ends_it
    assert AfterClose.RECOMMEND_ENDING in offered[ChildPlan.CHILD_PROTECTION]
    assert AfterClose.RECOMMEND_ENDING not in offered[ChildPlan.CHILD_IN_NEED]
    assert offered[ChildPlan.NONE] == ends_it
