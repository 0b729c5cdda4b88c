from __future__ import annotations

import pytest
from papers_of import WholeMeeting

from agenda import records as r
from agenda.plan_rules import has_parenting_assessment, plan_findings
from agenda.words import ChildPlan, LineState


def keys(whole: WholeMeeting) -> list[str]:
    return [finding.rule.key for finding in plan_findings(whole.papers())]


def test_a_plan_in_which_we_do_nothing_is_found() -> None:
    whole = WholeMeeting()
    whole.home.support = " "
    for line in (whole.visit, whole.assessment):
        line.owner_staff_id, line.owner_person_id = None, whole.mother.id
    assert keys(whole) == ["plan.support"]
    whole.fire.owner_staff_id = whole.worker.id
    assert keys(whole) == []


def test_an_empty_plan_lacks_everything_but_decisions() -> None:
    whole = WholeMeeting()
    whole.withdraw(r.PlanLine)
    assert keys(whole) == [
        "plan.support",
        "plan.bottom_line",
        "plan.contingency",
        "plan.parenting_assessment",
        "plan.concern_without_line",
        "plan.concern_without_line",
        "plan.protection_goal",
        "plan.protection_goal",
    ]


def test_dropped_lines_count_for_nothing() -> None:
    whole = WholeMeeting()
    for line in (whole.assessment, whole.service):
        line.state = LineState.DROPPED
    assert keys(whole) == ["plan.parenting_assessment", "plan.concern_without_line"]


@pytest.mark.parametrize(
    ("what", "counts"),
    [
        ("Parenting assessment of Ms Carter", True),
        ("PAMS assessment by the court team", True),
        ("ParentAssess of both parents", True),
        ("Psychological assessment of both parents", False),
        ("Hair strand test", False),
    ],
)
def test_what_counts_as_a_parenting_assessment(what: str, counts: bool) -> None:
    whole = WholeMeeting()
    whole.assessment.what = what
    assert has_parenting_assessment(whole.papers()) is counts


def test_a_goal_counts_for_each_child_its_line_is_for() -> None:
    whole = WholeMeeting()
    younger = whole.children[1]
    whole.withdraw(
        r.PlanLineChild, lambda row: row.line_id != whole.home.id or row.child_id != younger.id
    )
    (found,) = plan_findings(whole.papers())
    assert (found.rule.key, found.about) == ("plan.protection_goal", younger.id)
    assert found.example == "Record the plan's goals with the child first"
    younger.plan = ChildPlan.CHILD_IN_NEED
    assert keys(whole) == []


def test_each_parent_here_is_asked_for_their_own_answer_once_a_line() -> None:
    whole = WholeMeeting()
    whole.withdraw(
        r.LineAnswer, lambda row: row.line_id != whole.fire.id or row.person_id == whole.mother.id
    )
    (found,) = plan_findings(whole.papers())
    assert (found.rule.key, found.about) == ("plan.answer", whole.fire.id)
    assert "Mr Dale" in found.sentence
    assert "Ms Carter" not in found.sentence


def test_a_line_agreed_in_an_earlier_meeting_is_not_asked_about_again() -> None:
    whole = WholeMeeting()
    whole.withdraw(r.LineAnswer)
    for line in whole.papers().plan:
        line.decided_in = whole.final.id
    assert keys(whole) == []


def test_the_plan_can_be_checked_before_any_meeting() -> None:
    whole = WholeMeeting()
    papers = whole.papers()
    papers.meeting_id = None
    whole.withdraw(r.LineAnswer)
    whole.bottom.state = LineState.DROPPED
    (found,) = plan_findings(papers)
    assert (found.rule.key, found.place) == ("plan.bottom_line", "")
