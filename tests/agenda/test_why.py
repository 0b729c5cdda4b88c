"""Show me why: every link of a child's chain, where the minutes say it, and every gap."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from papers_of import at
from why_of import MONTHS_LATER, WholeEpisode

from agenda import records as r
from agenda.decision_words import AuthorityAnswer, Outcome, Trajectory
from agenda.plain_why import why_lines
from agenda.why_page import Cited
from agenda.words import EntryKind, HelpCame, LineOutcome, LineState, MeetingKind

if TYPE_CHECKING:
    from collections.abc import Callable

    from agenda.why_page import Point, Why, WhyLine

JC, LC = 0, 1


@pytest.fixture
def whole() -> WholeEpisode:
    return WholeEpisode()


def said(points: tuple[Point, ...], label: str) -> str:
    """What stands under a label, with the citation."""
    [point] = [one for one in points if one.label == label]
    where = "; ".join(one.in_words for one in point.cited)
    return f"{point.text} [{where}]" if where else point.text


def line_of(why: Why, number: int) -> WhyLine:
    lines = [line for worry in why.worries for line in worry.lines]
    [line] = [one for one in lines if one.agreed[0].label.startswith(f"Line {number},")]
    return line


def page(why: Why) -> str:
    return "\n".join(why_lines(why))


# --- every link


def test_a_chain_that_lacks_nothing_has_no_gap(whole: WholeEpisode) -> None:
    why = whole.why()
    assert why.gaps == ()
    assert "The record has no gap so far." in page(why)
    assert (why.reference, why.full_name, why.initials) == ("PLO-2027-001", "Jo Carter", "JC")
    assert why.window == "12 January 2027 to 6 April 2027"
    assert why.stands == "close pre-proceedings, authorised."


def test_a_worry_says_its_danger_and_which_way_it_went(whole: WholeEpisode) -> None:
    neglect, abuse = whole.why().worries
    assert (neglect.number, neglect.heading, abuse.heading) == (1, "Neglect", "Emotional abuse")
    danger = said(neglect.said, "Danger")
    assert danger == "The children could be hurt. [Initial meeting, 12 January 2027, paragraph 1]"
    went = said(neglect.said, "At the final review")
    assert went.startswith("reduced. The school's record of 3 March. [Final review, 1 April 2027, ")
    assert went.endswith(" (draft minutes)]")
    assert "Seen then" not in page(whole.why())  # the examples are cited, not said again


def test_a_line_says_what_who_by_when_our_help_and_what_became_of_it(whole: WholeEpisode) -> None:
    whole.service.support = "Sam drives her"
    line = line_of(whole.why(), 1)
    assert line.agreed[0].label == "Line 1, action"
    assert line.agreed[0].text.startswith("Ms Carter to ensure that as a minimum. a. There is no")
    [where] = line.agreed[0].cited
    assert where.in_words == "Initial meeting, 12 January 2027, line 1 of the plan"
    assert said(line.agreed, "Who and when") == "Ms Carter. By 5 February 2027."
    assert said(line.agreed, "How we will know") == "The social worker sees the gate at a visit."
    assert [(point.label, point.text) for point in line.help] == [
        ("Our help", "We pay for a skip."),
        ("Our help at the final review", "on time."),
    ]
    found = said(line.found, "At the final review")
    assert found == (
        "done. Sam saw it at the visit. "
        "[Final review, 1 April 2027, line 1 of the plan (draft minutes)]"
    )


def test_what_stopped_a_line_and_help_that_came_late_are_said(whole: WholeEpisode) -> None:
    [found] = [one for one in whole.rows if _progress_on(one, whole.home)]
    found.outcome, found.why = LineOutcome.PARTLY, "The boiler broke"
    found.help_came, found.help_note = HelpCame.LATE, "The skip came in week 7"
    line = line_of(whole.why(), 1)
    assert "partly done. Sam saw it at the visit. What stopped it: The boiler broke." in said(
        line.found, "At the final review"
    )
    came = said(line.help, "Our help at the final review")
    assert came == "late. The skip came in week 7."


def test_a_line_is_told_as_it_was_agreed_and_then_each_change(whole: WholeEpisode) -> None:
    whole.fire.due, whole.fire.support = date(2027, 3, 5), "We pay for the alarms"
    line = line_of(whole.why(), 2)
    assert said(line.agreed, "Who and when") == "Ms Carter. By 5 February 2027."
    changed = said(line.agreed, "The line, changed at the final review")
    assert "By 5 March 2027." in changed
    assert said(line.help, "Our help") == "none was promised."
    assert said(line.help, "Our help, changed at the final review").startswith("We pay for the al")
    whole.fire.state = LineState.DROPPED
    dropped = said(line_of(whole.why(), 2).agreed, "The line, changed at the final review")
    assert dropped.startswith("It was dropped. [Final review, 1 April 2027, line 2 of the plan")


def test_a_line_that_was_minuted_and_is_in_the_plan_no_more_is_told(whole: WholeEpisode) -> None:
    whole.fire.withdrawn_at = at(12)
    [gone] = whole.why().other_lines
    assert gone.agreed[0].label == "Line 2, action"
    assert said(gone.agreed, "Now") == "It is in the plan no more."


def test_a_line_that_answers_no_worry_about_the_child_stands_after_them(
    whole: WholeEpisode,
) -> None:
    whole.service.concern_id = None
    [other] = whole.why().other_lines
    assert other.agreed[0].text == "Go to the domestic abuse service."


def test_bottom_lines_and_the_consequences_explained(whole: WholeEpisode) -> None:
    why = whole.why()
    limit = said(why.limits, "Line 6, bottom line")
    assert limit == (
        "The children are never left alone in the home. If it happens: We ask our lawyers the "
        "same day whether to go to court. [Initial meeting, 12 January 2027, line 6 of the plan]"
    )
    [point] = [one for one in why.limits if one.label == "Consequences explained"]
    [number] = point.cited[0].paragraphs
    assert whole.minuted(number) == "The chair said what follows."


def test_the_views_are_cited_where_they_stand(whole: WholeEpisode) -> None:
    child, parents = whole.why().views
    assert child.label == "JC's life, words and wishes"
    [number] = child.cited[0].paragraphs
    assert whole.minuted(number) == "Both like school."
    assert [whole.minuted(number) for number in parents.cited[0].paragraphs] == ["I agree."] * 2


def test_a_decision_says_why_who_was_asked_and_on_whose_authority(whole: WholeEpisode) -> None:
    [decision] = whole.why().decisions
    assert (decision.kind, decision.on) == (MeetingKind.FINAL, date(2027, 4, 1))
    points = decision.points
    assert said(points, "Decided").startswith(
        "close pre-proceedings. The child's plan continues. The parents have it in writing by "
        "9 April 2027. [Final review, 1 April 2027, paragraph"
    )
    assert [(one.label, one.text) for one in points[1:]] == [
        ("Reasons", "Five of six lines are done."),
        ("Options rejected", "Extend: nothing is left to be shown."),
        ("Proceedings considered", "Considered with legal: the threshold is not met."),
        ("Consulted", "Ann Holt (local authority solicitor), on 1 April 2027, Telephone."),
        ("Ms Carter's view", "agreed."),
        ("Mr Dale's view", "agreed."),
        ("JC's view", "She wants to stay with her mother."),
        ("Recommended", "Priya Nair, 1 April 2027 at 12:00."),
        ("Authorised", "Rob Hale (head of service), Court Tracker, 1 April 2027 at 12:30."),
    ]


def test_the_risk_is_judged_review_by_review(whole: WholeEpisode) -> None:
    [risk] = whole.why().risk
    assert risk.text == "reduced. Six clean weeks; a drink at Easter could undo it."


def test_each_answer_to_a_decision_stands_in_order(whole: WholeEpisode) -> None:
    decision = whole.decide(whole.children[JC], Outcome.EXTEND)
    refused = {"answer": AuthorityAnswer.REFUSED, "why": "The risk is not less"}
    whole.answer_it(decision, given_at=whole.at(11, 10), **refused)
    whole.answer_it(decision, given_at=whole.at(15), by_telephone=True)
    [told] = whole.why().decisions
    refusal = said(told.points, "Refused")
    assert refusal.endswith("1 April 2027 at 12:10. Why: The risk is not less.")
    assert said(told.points, "Authorised").endswith("1 April 2027 at 16:00, by telephone.")
    assert whole.why().stands == "extend, authorised."
    extended = "12 January 2027 to 18 May 2027, extended from 6 April 2027"
    assert whole.why().window == extended


def test_the_reason_for_passing_a_rule_stands_with_the_decision(whole: WholeEpisode) -> None:
    whole.pass_by_reason("decision.once", whole.decided[JC].id)
    [told] = whole.why().decisions
    exception = said(told.points, "Exception")
    assert exception == (
        "On the rule “A window is extended once”: The course starts late (Priya Nair)."
    )
    assert not [one for one in whole.why(LC).decisions[0].points if one.label == "Exception"]


def test_which_minutes_it_was_made_from_stands_at_the_end(whole: WholeEpisode) -> None:
    lines = why_lines(whole.why())
    assert lines[-3] == "Made from these minutes"
    assert lines[-2].startswith("Initial meeting, 12 January 2027: version 1, Approved and issued")
    assert "the meeting still runs, and they may change" in lines[-1]


# --- what a chain never holds


def test_what_concerns_only_another_child_is_left_out(whole: WholeEpisode) -> None:
    whole.only_for(whole.fire, LC)
    whole.abuse.heading = "Only about Lee"
    whole.add(r.ConcernChild(concern_id=whole.abuse.id, child_id=whole.children[LC].id))
    whole.decide(whole.children[LC], Outcome.ISSUE, reasons="Only for Lee")
    jo, lee = page(whole.why(JC)), page(whole.why(LC))
    for words in ("Line 2", "Only about Lee", "Only for Lee", "issue proceedings"):
        assert words not in jo
        assert words in lee


def test_a_paragraph_about_another_child_is_not_cited(whole: WholeEpisode) -> None:
    def told(child: int) -> list[str]:
        [danger] = [one for one in whole.why(child).worries[0].said if one.label == "Danger"]
        return [whole.minuted(number) for number in danger.cited[0].paragraphs]

    assert told(JC) == ["The kitchen was clean."]
    assert told(LC) == ["The kitchen was clean.", "Lee was at school."]


def test_no_aside_and_nothing_privileged_can_be_cited(whole: WholeEpisode) -> None:
    before = whole.why()
    for kind in (EntryKind.ASIDE, EntryKind.PRIVILEGED):
        for item in whole.items:
            whole.entry(item, "Kept out", kind=kind, concern_id=whole.neglect.id)
    after = whole.why()
    assert replace(after, made_from=()) == replace(before, made_from=())
    assert "Kept out" not in page(after)


def test_no_line_holds_a_newline(whole: WholeEpisode) -> None:
    whole.decided[JC].reasons = "One.\nTwo.\n\nThree."
    lines = why_lines(whole.why(), "  ")
    assert all("\n" not in line for line in lines)
    assert "Reasons: One." in lines


# --- every gap


def _progress_on(row: Any, line: Any) -> bool:
    return isinstance(row, r.Progress) and row.line_id == line.id


def _change(kind: type[Any], **values: Any) -> Callable[[WholeEpisode], None]:
    def change(whole: WholeEpisode) -> None:
        for row in whole.rows:
            if isinstance(row, kind):
                for name, value in values.items():
                    setattr(row, name, value)

    return change


def _withdraw(kind: type[Any]) -> Callable[[WholeEpisode], None]:
    return lambda whole: whole.withdraw(kind)


def _drop_the_service(whole: WholeEpisode) -> None:
    whole.service.state = LineState.DROPPED


def _not_agreed(whole: WholeEpisode) -> None:
    whole.service.state = LineState.DRAFT


def _same_risk(whole: WholeEpisode) -> None:
    whole.decide(whole.children[JC], considered="")
    whole.judge(whole.children[JC], Trajectory.SAME)


def _unborn(whole: WholeEpisode) -> None:
    whole.decide(whole.children[JC], Outcome.AT_BIRTH, birth_plan="")


def _extend(whole: WholeEpisode) -> None:
    whole.decide(whole.children[JC], Outcome.EXTEND)


def _nothing_explained(whole: WholeEpisode) -> None:
    whole.first = replace(whole.first, consequences=())


def _nothing_said(whole: WholeEpisode) -> None:
    whole.first = replace(whole.first, views=(), sections=())
    whole.withdraw(r.Entry)


@pytest.mark.parametrize(
    ("take_away", "gap"),
    [
        (_not_agreed, "No meeting has agreed this line."),
        (_drop_the_service, "No line of the plan answers this worry."),
        (_withdraw(r.ConcernTrajectory), "The final review has not yet said which way this worry"),
        (
            _change(r.ConcernTrajectory, evidence=""),
            "The final review has not yet said how we know which way this worry went.",
        ),
        (_withdraw(r.Progress), "The final review has not yet said what became of this line."),
        (_change(r.Progress, evidence=""), "The final review has not yet said how we know."),
        (
            _change(r.Progress, outcome=LineOutcome.NOT_STARTED),
            "The final review has not yet said what stopped it.",
        ),
        (
            _change(r.Progress, help_came=None),
            "The final review has not yet said whether our help came.",
        ),
        (
            _withdraw(r.ChildJudgement),
            "The final review has not yet said whether the risk to JC is less, the same or more.",
        ),
        (
            _change(r.ChildJudgement, reasons=""),
            "The final review has not yet said how we know the risk to JC.",
        ),
        (_withdraw(r.Decision), "The final review has not yet said what is decided for JC."),
        (_change(r.Decision, reasons=" "), "No reasons are recorded."),
        (_change(r.Decision, rejected=""), "No other option is recorded as considered."),
        (_same_risk, "The risk was the same, and no consideration of proceedings is recorded."),
        (_withdraw(r.Consultation), "Nobody is recorded as consulted."),
        (_withdraw(r.DecisionView), "The view of Ms Carter and Mr Dale is not recorded."),
        (_change(r.Decision, child_view=""), "What JC wants is not recorded."),
        (_change(r.Decision, after_close=None), "Nothing says what happens to JC's plan."),
        (_unborn, "JC's birth plan is not recorded."),
        (_withdraw(r.Authority), "It stands as recommended: nobody has authorised it yet."),
        (_extend, "It lapsed: the Court Tracker of 15 April 2027 passed without an answer."),
        (
            lambda whole: whole.withdraw(r.PlanLine, lambda row: row.id != whole.bottom.id),
            "The plan has no bottom line for JC.",
        ),
        (_nothing_explained, "No minutes say that the consequences were explained."),
        (_nothing_said, "The minutes say nothing of JC's life, words and wishes."),
        (_nothing_said, "The minutes hold no view of a parent."),
    ],
)
def test_a_gap_is_said_in_words(
    whole: WholeEpisode, take_away: Callable[[WholeEpisode], None], gap: str
) -> None:
    take_away(whole)
    why = whole.why()
    assert [one for one in why.gaps if one.startswith(gap)], why.gaps
    assert f"GAP: {gap}" in page(why)


def test_a_meeting_that_has_ended_did_not_say_it(whole: WholeEpisode) -> None:
    whole.withdraw(r.Decision)
    whole.meeting.state = whole.initial.state
    whole.meeting.effective = True
    assert "The final review did not say what is decided for JC." in whole.why().gaps


def test_an_extension_is_provisional_until_the_day_of_its_court_tracker(
    whole: WholeEpisode,
) -> None:
    _extend(whole)
    why = whole.why(on=date(2027, 4, 15))
    assert why.stands == "extend, provisional."
    assert (
        "It is provisional, subject to the Court Tracker of 15 April 2027: not yet authorised."
        in (why.gaps)
    )
    assert whole.why(on=date(2027, 4, 16)).stands == "extend, lapsed."


def test_a_review_that_did_not_do_its_work_decides_nothing_and_owes_nothing(
    whole: WholeEpisode,
) -> None:
    for kind in (r.Progress, r.ConcernTrajectory, r.ChildJudgement):
        whole.withdraw(kind)
    whole.meeting.effective, whole.meeting.not_effective_why = False, "Nobody came"
    why = whole.why()
    [told] = why.decisions
    assert [one.text for one in told.points] == [
        "It was not effective, so it decided nothing. Nobody came."
    ]
    assert why.stands == "no review has decided yet."
    assert why.gaps == ()
    whole.meeting.effective, whole.meeting.adjourned_at = None, whole.at(12)
    [told] = whole.why().decisions
    assert told.points[0].text == "It is adjourned, so it has decided nothing yet."


def test_what_a_review_added_owes_it_no_outcome(whole: WholeEpisode) -> None:
    whole.line(what="Added in the review", added_in=whole.meeting.id)
    assert whole.why().gaps == ()


def test_a_parent_of_another_child_alone_is_not_missed(whole: WholeEpisode) -> None:
    jo = whole.children[JC].id
    whole.withdraw(
        r.Relationship, lambda row: not (row.person_id == whole.father.id and row.child_id == jo)
    )
    whole.withdraw(r.DecisionView)
    assert "The view of Ms Carter is not recorded." in whole.why().gaps


def test_a_worry_given_other_words_is_still_known_in_the_first_minutes(
    whole: WholeEpisode,
) -> None:
    whole.neglect.heading = "Neglect and school"
    cited = said(whole.why().worries[0].said, "Danger")
    assert "Initial meeting, 12 January 2027, paragraph 1" in cited
    whole.neglect.position, whole.abuse.position = 2, 1
    first, second = whole.why().worries
    assert first.heading == "Emotional abuse"
    assert not first.said[0].cited  # what was said of the other worry is not its own
    assert second.heading == "Neglect and school"


# --- citations


def _read_back(words: str) -> set[int]:
    """The numbers that a citation names."""
    numbers = words.partition(" paragraph")[2].partition(" ")[2]
    found: set[int] = set()
    for part in numbers.replace(" and ", ", ").split(", "):
        first, _, last = part.partition(" to ")
        found |= set(range(int(first), int(last or first) + 1))
    return found


@given(st.sets(st.integers(1, 400), min_size=1, max_size=60))
def test_a_citation_names_its_paragraphs_and_no_others(numbers: set[int]) -> None:
    cited = Cited(MeetingKind.FINAL, MONTHS_LATER, tuple(sorted(numbers)))
    assert _read_back(cited.in_words) == numbers


@pytest.mark.parametrize(
    ("cited", "words"),
    [
        (Cited(MeetingKind.INITIAL, date(2027, 1, 12), (7, 8, 9)), ", paragraphs 7 to 9"),
        (Cited(MeetingKind.INITIAL, date(2027, 1, 12), (7,)), ", paragraph 7"),
        (Cited(MeetingKind.INITIAL, date(2027, 1, 12), (7, 8)), ", paragraphs 7 and 8"),
        (
            Cited(MeetingKind.INITIAL, date(2027, 1, 12), (1, 7, 8, 9, 12)),
            ", paragraphs 1, 7 to 9 and 12",
        ),
        (Cited(MeetingKind.INITIAL, date(2027, 1, 12), (), 3), ", line 3 of the plan"),
        (
            Cited(MeetingKind.INITIAL, date(2027, 1, 12), (7,), is_draft=True),
            ", paragraph 7 (draft minutes)",
        ),
    ],
)
def test_citations_in_words(cited: Cited, words: str) -> None:
    assert cited.in_words == f"Initial meeting, 12 January 2027{words}"
