"""What a legal planning meeting settles, by its own rules; where it goes to court, they warn."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from planned_papers import DAY, WholePlanning, at

from agenda import records as r
from agenda.concluding import concluding_findings, still_to_do
from agenda.finding import Level
from agenda.legal_planning_minuting import legal_planning_record_of, record_again
from agenda.legal_planning_rules import before_final_findings
from agenda.legal_planning_words import PlanningOutcome
from agenda.minuting import NothingToMinute, minutes_of
from agenda.plain_legal_planning import legal_planning_lines
from agenda.policy import default_policy
from agenda.rules import RULES
from agenda.waiting_for_planning import wait_for_options
from agenda.words import EntryKind, MeetingKind, MeetingState, Presence
from agenda.working_days import WorkingDays

if TYPE_CHECKING:
    from collections.abc import Callable

    from agenda.finding import Finding
    from agenda.policy import Policy

DAYS = WorkingDays(default_policy().bank_holidays)


def found(whole: WholePlanning) -> list[Finding]:
    return concluding_findings(whole.papers(), DAYS, DAY)


def keys(whole: WholePlanning) -> set[str]:
    return {one.rule.key for one in found(whole)}


def outcome(whole: WholePlanning, chosen: PlanningOutcome | None, **said: Any) -> None:
    whole.decided.outcome = chosen
    for name, value in said.items():
        setattr(whole.decided, name, value)


BREAKS: dict[str, Callable[[WholePlanning], object]] = {
    "outcome": lambda w: outcome(w, None),
    "reasons": lambda w: outcome(w, PlanningOutcome.START, reasons=""),
    "considered": lambda w: outcome(w, PlanningOutcome.START, plo_considered=""),
    "why_not_outside": lambda w: outcome(w, PlanningOutcome.ISSUE, in_legal_advice="4 January"),
    "in_legal_advice": lambda w: outcome(w, PlanningOutcome.ISSUE, why_not_outside="Danger."),
    "draft_plan": lambda w: w.take_away(w.visit),
    "court_team": lambda w: outcome(w, PlanningOutcome.START, court_team_asked_on=None),
    "assessor": lambda w: outcome(w, PlanningOutcome.START, assessor_id=None),
    "agreed_format": lambda w: outcome(w, PlanningOutcome.START, agreed_format=False),
    "expert": lambda w: setattr(w.expert, "chosen", None),
    "initial_meeting": lambda w: setattr(w.initial, "planned_at", None),
    "information": lambda w: outcome(w, PlanningOutcome.MORE_INFORMATION, information="A test"),
    "chair": lambda w: setattr(w.meeting, "chair_id", w.manager.id),
    "lawyer": lambda w: setattr(w.present[w.lawyer.id], "presence", Presence.APOLOGIES),
}


def test_a_whole_meeting_has_nothing_open_and_asks_nothing_of_a_parent() -> None:
    assert found(WholePlanning()) == []


@pytest.mark.parametrize("rule", BREAKS)
def test_each_rule_finds_what_was_taken_away(rule: str) -> None:
    whole = WholePlanning()
    BREAKS[rule](whole)
    mine = [one for one in found(whole) if one.rule.key.startswith("legal_planning.")]
    assert [one.rule.key for one in mine] == [f"legal_planning.{rule}"]
    assert mine[0].place in whole.items


def test_every_rule_of_legal_planning_is_tried() -> None:
    rules = {key for key in RULES if key.startswith("legal_planning.")}
    assert rules == {f"legal_planning.{rule}" for rule in BREAKS} | {"legal_planning.before_final"}


def test_what_a_rule_says_is_not_said_again_by_the_agenda() -> None:
    for rule in ("outcome", "draft_plan", "court_team", "initial_meeting"):
        whole = WholePlanning()
        BREAKS[rule](whole)
        assert len(found(whole)) == 1, rule


@pytest.mark.parametrize("captured", ["options", "legal_advice", "child", "next"])
def test_an_item_of_which_nothing_was_recorded_is_open(captured: str) -> None:
    whole = WholePlanning()
    whole.take_away(whole.option)
    for row in whole.rows:
        if isinstance(row, r.Entry):
            whole.take_away(row)
    assert captured in {one.place for one in found(whole) if one.rule.key == "covered.item"}


@pytest.mark.parametrize(
    "chosen", [PlanningOutcome.CONTINUE, PlanningOutcome.MORE_INFORMATION, PlanningOutcome.ISSUE]
)
def test_where_nothing_starts_no_plan_assessor_or_date_is_asked(chosen: PlanningOutcome) -> None:
    whole = WholePlanning()
    said = {"court_team_asked_on": None, "assessor_id": None, "information": "A test"}
    outcome(whole, chosen, information_by=DAY, why_not_outside="x", in_legal_advice="y", **said)
    whole.take_away(whole.visit)
    whole.take_away(whole.initial)
    assert found(whole) == []


def test_going_to_court_is_warned_of_and_never_stopped() -> None:
    whole = WholePlanning()
    outcome(whole, PlanningOutcome.ISSUE, reasons="", plo_considered="")
    for row in whole.rows:
        if isinstance(row, (r.Entry, r.PlanningOption, r.Attendance, r.PromptAsked)):
            whole.take_away(row)
    open_now = found(whole)
    assert {"legal_planning.why_not_outside", "legal_planning.in_legal_advice", "covered.item"} <= {
        one.rule.key for one in open_now
    }
    assert Level.MUST not in {one.level for one in open_now}


def test_a_must_is_passed_by_a_reason() -> None:
    whole = WholePlanning()
    BREAKS["draft_plan"](whole)
    whole.add(
        r.ExceptionalReason(
            case_id=whole.case.id,
            meeting_id=whole.meeting.id,
            rule="legal_planning.draft_plan",
            about=whole.meeting.id,
            reason="The baby is not born",
            by_staff_id=whole.head.id,
            at=at(15),
        )
    )
    [one] = [one for one in found(whole) if one.rule.key == "legal_planning.draft_plan"]
    assert (one.level, one.passed) == (Level.NOTE, "The baby is not born — Rob Hale")


def test_the_side_of_the_screen_says_only_what_the_chair_has_come_to() -> None:
    whole = WholePlanning()
    outcome(whole, None)
    whole.items["outcome"].visited = False
    assert still_to_do(whole.papers(), DAYS) == []
    whole.items["outcome"].visited = True
    assert {one.place for one in still_to_do(whole.papers(), DAYS)} == {"outcome"}


# --- one before the final review


def _policy(*, before_final: bool) -> Policy:
    policy = default_policy()
    held = replace(policy.legal_planning, before_final=before_final)
    return replace(policy, legal_planning=held)


def reviewed(*, before_final: bool) -> WholePlanning:
    """The initial meeting was held after this one, and the final review is booked."""
    whole = WholePlanning(_policy(before_final=before_final))
    whole.meeting.state = MeetingState.CONCLUDED
    whole.initial.state = MeetingState.CONCLUDED
    whole.initial.concluded_at = at(16) + timedelta(days=21)
    whole.add(
        r.Meeting(
            episode_id=whole.episode.id,
            kind=MeetingKind.FINAL,
            number=3,
            planned_on=DAY + timedelta(weeks=12),
        )
    )
    return whole


def test_an_authority_that_holds_one_before_the_final_review_is_told() -> None:
    assert before_final_findings(reviewed(before_final=False).papers()) == []
    whole = reviewed(before_final=True)
    [one] = before_final_findings(whole.papers())
    assert one.level is Level.SHOULD
    whole.add(r.Meeting(episode_id=whole.episode.id, kind=MeetingKind.LEGAL_PLANNING, number=4))
    assert before_final_findings(whole.papers()) == []


# --- the record


def test_the_record_holds_the_advice_and_no_aside() -> None:
    whole = WholePlanning()
    whole.entry("child", "Between ourselves.", EntryKind.ASIDE)
    record = legal_planning_record_of(whole.papers(), 1)
    said = [(part.key, one.text) for part in record.sections for one in part.paragraphs]
    assert ("legal_advice", "Threshold is met.") in said
    assert "Between ourselves." not in str(record)
    assert [one.number for part in record.sections for one in part.paragraphs] == [1, 2, 3, 4, 5]
    assert record.experts[0].answer == "£2,400, report in 8 weeks"
    assert (record.draft_plan[0].what, record.draft_plan[0].when) == (
        "We visit at home", "every Tuesday",
    )  # fmt: skip
    assert record.initial_meeting
    assert (record.initial_meeting.on, record.initial_meeting.at) == (
        whole.initial.planned_on, "10:00",
    )  # fmt: skip


def test_its_lines_say_everything_in_order() -> None:
    lines = legal_planning_lines(legal_planning_record_of(WholePlanning().papers(), 1))
    assert "Decided: start pre-proceedings" in lines
    assert "Parenting assessment: Tom Webb, in the agreed format" in lines
    assert "Initial meeting: Tue 26 Jan 2027 at 10:00, Civic Offices" in lines
    assert any(line.endswith("Helen Ward, privileged: Threshold is met.") for line in lines)
    assert not [line for line in lines if "\n" in line]


def test_opened_again_it_keeps_what_is_now_the_familys_meetings() -> None:
    whole = WholePlanning()
    before = legal_planning_record_of(whole.papers(), 1)
    whole.visit.what = "Agreed with the family"
    again = legal_planning_record_of(whole.papers(), 2)
    assert record_again(before, again, whole.papers()).draft_plan == again.draft_plan
    whole.initial.state = MeetingState.LIVE
    kept = record_again(before, again, whole.papers())
    assert kept.draft_plan == before.draft_plan
    assert kept.number == 2


def test_neither_record_is_made_of_the_others_meeting() -> None:
    whole = WholePlanning()
    with pytest.raises(NothingToMinute, match="kept apart"):
        minutes_of(whole.papers(), 1)
    papers = whole.papers()
    papers.meeting_id = whole.initial.id
    with pytest.raises(NothingToMinute, match="no legal planning meeting"):
        legal_planning_record_of(papers, 1)
    assert wait_for_options(papers) == ""
    whole.take_away(whole.sitting)
    with pytest.raises(NothingToMinute, match="has not begun"):
        legal_planning_record_of(whole.papers(), 1)
