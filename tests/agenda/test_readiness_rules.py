"""Each rule of readiness: silent on a whole referral, heard in its place when one thing is gone."""

from __future__ import annotations

from datetime import date, time
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from referral_of import DAYS, MEETING_ON, TODAY, WholeReferral

from agenda import records as r
from agenda.finding import Level
from agenda.legal_planning_words import ConferenceStage
from agenda.plan_rules import BOTTOM_LINE, PARENTING_ASSESSMENT, PROTECTION_GOAL
from agenda.policy import default_policy, read_policy
from agenda.readiness_experts import EXPERT, EXPERT_ANSWER, EXPERT_WINDOW, report_words
from agenda.readiness_plan import DRAFT_PLAN, GOALS, VISITS
from agenda.readiness_rules import (
    APPROVED,
    ASSESSMENT,
    CHRONOLOGY,
    CONFERENCE,
    EMERGENCY,
    PAPERS,
    REFERRAL,
    SUBMITTED,
    THRESHOLD,
    papers_due,
)
from agenda.rules import RULES
from agenda.words import ChildPlan, LineState, MeetingKind, MeetingState

if TYPE_CHECKING:
    from agenda.finding import Finding, Rule


def only(findings: list[Finding]) -> Finding:
    assert len(findings) == 1, [one.sentence for one in findings]
    return findings[0]


def test_a_whole_referral_lacks_nothing() -> None:
    assert WholeReferral().findings() == []


@pytest.mark.parametrize(
    ("changed", "rule", "field"),
    [
        ({"summary": " "}, REFERRAL, "summary"),
        ({"completed_on": None}, REFERRAL, "completed_on"),
        ({"chronology_to": None}, CHRONOLOGY, "chronology_to"),
        ({"chronology_to": date(2026, 12, 23)}, CHRONOLOGY, "chronology_to"),
        ({"assessment": ""}, ASSESSMENT, "assessment"),
        ({"assessment_on": None}, ASSESSMENT, "assessment_on"),
        ({"submitted_on": None, "approved_on": None}, SUBMITTED, "submitted_on"),
        ({"approved_on": None}, APPROVED, "approved_on"),
        ({"submitted_on": date(2027, 1, 12)}, PAPERS, "submitted_on"),
        ({"threshold_forum": None}, THRESHOLD, "threshold_forum"),
        ({"threshold_on": None}, THRESHOLD, "threshold_on"),
        ({"threshold_on": date(2027, 1, 13)}, THRESHOLD, "threshold_on"),
        ({"conference": None}, CONFERENCE, "conference"),
        ({"conference_on": None}, CONFERENCE, "conference_on"),
        ({"conference": ConferenceStage.NEITHER}, CONFERENCE, "conference_why_not"),
        ({"expert_needed": None}, EXPERT, "expert_needed"),
    ],
)
def test_what_the_referral_lacks_is_said_once_at_its_field(
    changed: dict[str, Any], rule: Rule, field: str
) -> None:
    whole = WholeReferral()
    for name, value in changed.items():
        setattr(whole.referral, name, value)
    found = only(whole.findings())
    assert (found.rule, found.about, found.field) == (rule, whole.referral.id, field)
    assert found.sentence.endswith(".")


def test_a_chronology_is_up_to_date_for_as_long_as_the_policy_says() -> None:
    whole = WholeReferral()
    whole.referral.chronology_to = date(2026, 12, 24)
    assert whole.findings() == []
    stricter = read_policy("[legal_planning.chronology_days]\nvalue = 13", "ours.toml")
    strict = WholeReferral(stricter)
    strict.referral.chronology_to = date(2026, 12, 24)
    told = only(strict.findings()).sentence
    assert "Thu 24 Dec 2026, 14 days before the referral was submitted" in told


def test_before_it_is_submitted_a_chronology_is_measured_from_today() -> None:
    whole = WholeReferral()
    whole.referral.submitted_on = whole.referral.approved_on = None
    rules = {one.rule for one in whole.findings(date(2027, 1, 19))}
    assert rules == {SUBMITTED}
    assert {one.rule for one in whole.findings(date(2027, 1, 20))} == {SUBMITTED, CHRONOLOGY}


@pytest.mark.parametrize(
    ("on", "at", "hours", "due"),
    [
        (MEETING_ON, time(14), 24, date(2027, 1, 11)),
        (MEETING_ON, None, 24, date(2027, 1, 11)),
        (date(2027, 1, 11), time(9), 24, date(2027, 1, 8)),  # a Monday: the Friday before
        (date(2027, 3, 30), time(14), 24, date(2027, 3, 25)),  # after Easter Monday
        (MEETING_ON, time(14), 0, MEETING_ON),
        (MEETING_ON, time(9), 48, date(2027, 1, 8)),
    ],
)
def test_papers_are_due_on_a_working_day_before_the_meeting(
    on: date, at: time | None, hours: int, due: date
) -> None:
    policy = read_policy(f"[legal_planning.papers_hours]\nvalue = {hours}", "ours.toml")
    whole = WholeReferral(policy)
    whole.meeting.planned_on, whole.meeting.planned_at = on, at
    assert papers_due(whole.meeting, whole.papers(), DAYS) == due


@given(st.dates(date(2025, 1, 1), date(2040, 12, 31)), st.integers(0, 240), st.times())
def test_papers_are_never_due_after_the_meeting_or_on_a_day_nobody_works(
    on: date, hours: int, at: time
) -> None:
    whole = WholeReferral(read_policy(f"[legal_planning.papers_hours]\nvalue = {hours}", "o.toml"))
    whole.meeting.planned_on, whole.meeting.planned_at = on, at
    due = papers_due(whole.meeting, whole.papers(), DAYS)
    assert due is not None
    assert due <= on
    assert DAYS.is_working_day(due)


def test_without_a_date_no_papers_are_late() -> None:
    whole = WholeReferral()
    whole.meeting.planned_on = None
    whole.referral.submitted_on = date(2030, 1, 1)
    assert PAPERS not in {one.rule for one in whole.findings()}


@pytest.mark.parametrize(("today", "words"), [(11, "which is due by"), (12, "which was due by")])
def test_papers_not_submitted_say_by_when_the_meeting_wants_them(today: int, words: str) -> None:
    whole = WholeReferral()
    whole.referral.submitted_on = whole.referral.approved_on = None
    whole.referral.emergency = True
    found = whole.findings(date(2027, 1, today))
    (sentence,) = [one.sentence for one in found if one.rule is SUBMITTED]
    assert f"{words} Mon 11 Jan 2027" in sentence


def test_what_stops_the_booking_is_the_submission_and_the_approval_alone() -> None:
    musts = {key for key, rule in RULES.items() if key.startswith("readiness.")} & {
        key for key, rule in RULES.items() if rule.level is Level.MUST
    }
    assert musts == {SUBMITTED.key, APPROVED.key}
    whole = WholeReferral()
    whole.referral.approved_on = None
    assert only(whole.findings()).level is Level.MUST


def test_in_an_emergency_nothing_stops_and_it_is_said_who_recorded_it_and_why() -> None:
    whole = WholeReferral()
    whole.referral.submitted_on = whole.referral.approved_on = None
    whole.referral.emergency, whole.referral.emergency_why = True, "A burn, today"
    whole.referral.emergency_by_id = whole.head.id
    whole.drop(whole.visit, whole.assessment, whole.bottom, whole.expert)
    found = whole.findings()
    assert not [one for one in found if one.level is Level.MUST]
    (told,) = [one for one in found if one.rule is EMERGENCY]
    assert "Ruth Cole recorded an emergency: “A burn, today”" in told.sentence
    whole.referral.submitted_on = whole.referral.approved_on = date(2027, 1, 8)
    assert EMERGENCY not in {one.rule for one in whole.findings()}


def test_why_no_conference_was_held_makes_a_note_of_it() -> None:
    whole = WholeReferral()
    whole.referral.conference = ConferenceStage.NEITHER
    assert only(whole.findings()).level is Level.SHOULD
    whole.referral.conference_why_not = "There is no family in England"
    found = only(whole.findings())
    assert (found.level, found.passed) == (Level.NOTE, "There is no family in England")


# --- the draft plan, and the child protection plan's goals


def test_a_plan_without_lines_is_asked_for_once() -> None:
    whole = WholeReferral()
    for line in (whole.visit, whole.assessment, whole.bottom):
        line.state = LineState.DROPPED
    assert only(whole.findings()).rule is DRAFT_PLAN


@pytest.mark.parametrize(
    ("line", "rule"), [("assessment", PARENTING_ASSESSMENT), ("bottom", BOTTOM_LINE)]
)
def test_the_draft_has_an_assessment_and_a_bottom_line(line: str, rule: Rule) -> None:
    whole = WholeReferral()
    whole.drop(getattr(whole, line))
    found = only(whole.findings())
    assert (found.rule, found.level) == (rule, Level.SHOULD)


def test_the_draft_says_which_visits_to_expect() -> None:
    whole = WholeReferral()
    whole.drop(whole.visit)
    whole.bottom.goal_id = whole.goal.id
    assert only(whole.findings()).rule is VISITS


def test_an_authority_without_parenting_assessments_is_not_asked_for_one() -> None:
    ours = read_policy("[plan.parenting_assessment]\nvalue = false", "ours.toml")
    whole = WholeReferral(ours)
    whole.drop(whole.assessment)
    assert whole.findings() == []


def test_goals_are_recorded_first_and_then_served_by_a_line() -> None:
    whole = WholeReferral()
    whole.visit.goal_id = None
    assert only(whole.findings()).rule is PROTECTION_GOAL
    whole.drop(whole.goal)
    found = only(whole.findings())
    assert (found.rule, found.about) == (GOALS, whole.child.id)
    whole.child.plan = ChildPlan.CHILD_IN_NEED
    assert whole.findings() == []


# --- experts


def test_where_an_expert_is_needed_one_is_contacted_and_answers_both_questions() -> None:
    whole = WholeReferral()
    whole.expert.contacted_on = None  # they answered, so they were asked
    assert whole.findings() == []
    whole.expert.contacted_on = date(2027, 1, 4)
    whole.expert.cost_pence = None
    found = only(whole.findings())
    assert (found.rule, found.about, found.field) == (
        EXPERT_ANSWER, whole.expert.id, "cost_pence",
    )  # fmt: skip
    whole.expert.report_weeks = None
    assert "what they cost or when they can report" in only(whole.findings()).sentence
    whole.expert.contacted_on = None
    assert (only(whole.findings()).rule, only(whole.findings()).field) == (EXPERT, "contacted_on")
    whole.drop(whole.expert)
    assert only(whole.findings()).field == "experts"
    whole.referral.expert_needed = False
    assert whole.findings() == []


def test_a_report_past_the_window_is_said_with_by_how_much() -> None:
    whole = WholeReferral()
    whole.expert.report_weeks = 13
    found = only(whole.findings())
    assert (found.rule, found.field) == (EXPERT_WINDOW, "report_weeks")
    assert "report in 13 weeks, 1 past the window" in found.sentence


@pytest.mark.parametrize(
    ("weeks", "words"),
    [
        (1, "report in 1 week, inside the window"),
        (12, "report in 12 weeks, as the window ends"),
        (14, "report in 14 weeks, 2 past the window"),
    ],
)
def test_how_a_reporting_time_stands_to_the_window(weeks: int, words: str) -> None:
    assert report_words(weeks, default_policy()) == words


# --- when it is asked at all


def test_a_family_without_a_referral_is_asked_for_one_before_anything_else() -> None:
    whole = WholeReferral()
    whole.drop(whole.referral, whole.meeting)
    found = only(whole.findings())
    assert (found.rule, found.about) == (REFERRAL, whole.episode.id)


def test_nothing_is_asked_of_a_family_where_it_was_decided_elsewhere_to_start() -> None:
    whole = WholeReferral()
    whole.drop(whole.referral, whole.meeting)
    whole.episode.decided_on = date(2026, 12, 1)
    assert whole.findings() == []


def test_nothing_is_asked_of_a_family_who_was_invited_without_a_referral() -> None:
    whole = WholeReferral()
    whole.drop(whole.referral, whole.meeting)
    whole.add(r.Meeting(episode_id=whole.episode.id, kind=MeetingKind.INITIAL, number=1))
    assert whole.findings() == []


def test_nothing_is_asked_once_the_meeting_was_held() -> None:
    whole = WholeReferral()
    whole.referral.summary = ""
    assert whole.findings(TODAY)
    whole.meeting.state = MeetingState.CONCLUDED
    assert whole.findings(TODAY) == []
