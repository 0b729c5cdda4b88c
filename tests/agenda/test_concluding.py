from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from papers_of import DAY, DAYS, END, WholeMeeting

from agenda import records as r
from agenda.concluding import concluding_findings, still_to_do
from agenda.finding import Level
from agenda.policy import read_policy
from agenda.rules import RULES
from agenda.sheet_reading import default_sheet_text
from agenda.words import (
    AdviceChoice,
    LineKind,
    LineState,
    MeetingKind,
    ParentalResponsibility,
    Presence,
    Represented,
    YesNo,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from agenda.finding import Finding


def concluded(whole: WholeMeeting) -> list[Finding]:
    return concluding_findings(whole.papers(), DAYS, DAY)


def only(findings: list[Finding], rule: str) -> Finding:
    (found,) = (finding for finding in findings if finding.rule.key == rule)
    return found


def test_a_meeting_that_lacks_nothing_gives_no_finding() -> None:
    assert concluded(WholeMeeting()) == []


def no_owner(whole: WholeMeeting) -> Any:
    return whole.line(owner_person_id=None)


def unborn(whole: WholeMeeting) -> None:
    for row in whole.rows:
        if isinstance(row, r.Relationship):
            row.parental_responsibility = ParentalResponsibility.UNKNOWN


BREAKS: list[tuple[str, Callable[[WholeMeeting], Any]]] = [
    ("smart.what", lambda m: m.line(what=" … ")),
    ("smart.owner", no_owner),
    ("smart.due", lambda m: m.line(due=None)),
    ("smart.measure", lambda m: m.line(measure="")),
    ("smart.rhythm", lambda m: setattr(m.visit, "rhythm", "")),
    ("smart.until", lambda m: setattr(m.visit, "until", None)),
    ("smart.sessions", lambda m: setattr(m.assessment, "sessions", None)),
    ("smart.report", lambda m: setattr(m.assessment, "due", None)),
    ("smart.consequence", lambda m: setattr(m.bottom, "consequence", "")),
    ("smart.before_meeting", lambda m: m.line(due=DAY - timedelta(days=1))),
    ("smart.past_window", lambda m: m.line(due=END + timedelta(days=1))),
    ("smart.vague", lambda m: m.line(what="Engage with the service", measure="It is better")),
    ("smart.two_owners", lambda m: m.line(what="Ms Carter and Mr Dale fit a gate")),
    ("smart.two_actions", lambda m: m.line(what="Book the GP and attend the course")),
    ("smart.non_working_day", lambda m: m.line(due=date(2027, 3, 29))),
    ("smart.after_final", lambda m: m.line(due=date(2027, 4, 2))),
    ("smart.no_concern", lambda m: m.line(concern_id=None)),
    ("smart.no_child", lambda m: m.withdraw(r.PlanLineChild)),
    ("words.long_sentence", lambda m: m.line(what=" ".join(["Fit"] + ["a gate"] * 13))),
    ("words.hard", lambda m: m.line(what="Commence the course")),
    ("plan.undecided", lambda m: setattr(m.fire, "state", LineState.DRAFT)),
    ("plan.answer", lambda m: m.withdraw(r.LineAnswer, lambda row: row.line_id != m.fire.id)),
    ("plan.parenting_assessment", lambda m: setattr(m.assessment, "what", "Hair strand test")),
    ("plan.bottom_line", lambda m: setattr(m.bottom, "state", LineState.DROPPED)),
    ("plan.contingency", lambda m: setattr(m.home, "contingency", "")),
    ("plan.concern_without_line", lambda m: setattr(m.service, "concern_id", m.neglect.id)),
    ("plan.protection_goal", lambda m: setattr(m.home, "goal_id", None)),
    ("concerns.limit", lambda m: [m.concern(place, f"Worry {place}") for place in (3, 4, 5)]),
    ("concerns.example", lambda m: m.withdraw(r.ConcernExample)),
    (
        "concerns.old_example",
        lambda m: m.add(r.ConcernExample(concern_id=m.abuse.id, on=date(2025, 1, 11), text="Old")),
    ),
    ("concerns.danger_statement", lambda m: setattr(m.abuse, "danger_statement", "")),
    ("people.parental_responsibility", unborn),
    (
        "advice.choice",
        lambda m: setattr(m.of(r.Representation, m.mother), "represented", Represented.NO),
    ),
    ("advice.letter", lambda m: setattr(m.of(r.Advice, m.father), "letter_received_on", None)),
    ("advice.asked", lambda m: setattr(m.of(r.Advice, m.father), "advised", YesNo.NOT_ASKED)),
    ("covered.item", lambda m: m.withdraw(r.PromptAsked)),
    ("dates.final", lambda m: setattr(m.final, "place", "")),
    ("dates.final_in_window", lambda m: setattr(m.final, "planned_on", END + timedelta(days=1))),
    ("dates.final_working_day", lambda m: setattr(m.final, "planned_on", date(2027, 3, 26))),
    ("dates.midway", lambda m: m.review(MeetingKind.MIDWAY, date(2027, 4, 1))),
    ("dates.family_in_window", lambda m: setattr(m.offer, "names_by", END + timedelta(days=1))),
    ("meeting.minute_taker", lambda m: setattr(m.meeting, "minute_taker_id", None)),
    (
        "meeting.attendance",
        lambda m: setattr(m.of(r.Attendance, m.father), "presence", Presence.INVITED),
    ),
]


@pytest.mark.parametrize(("rule", "take_away"), BREAKS, ids=[rule for rule, _ in BREAKS])
def test_each_rule_speaks_when_its_thing_is_missing(
    rule: str, take_away: Callable[[WholeMeeting], Any]
) -> None:
    whole = WholeMeeting()
    take_away(whole)
    found = [finding for finding in concluded(whole) if finding.rule.key == rule]
    assert found
    for finding in found:
        assert finding.rule is RULES[rule]
        assert finding.level is finding.rule.level
        assert finding.sentence.endswith((".", ")"))
        assert finding.place in whole.items


def test_every_rule_has_its_case_here_or_in_the_plans_tests() -> None:
    apart = (
        "review decision issue slippage tracker pages tidy letter copies readiness booking cover "
        "letters instruction legal_planning"
    )
    elsewhere = tuple(f"{name}." for name in apart.split())
    of_reviews = {rule for rule in RULES if rule.startswith(elsewhere)}
    assert {rule for rule, _ in BREAKS} == set(RULES) - {"plan.support"} - of_reviews


def test_every_must_is_passed_by_a_reason_about_its_record_and_only_then() -> None:
    for rule, take_away in BREAKS:
        if RULES[rule].level is not Level.MUST:
            continue
        whole = WholeMeeting()
        take_away(whole)
        first = next(one for one in concluded(whole) if one.rule.key == rule)
        whole.pass_by_reason(rule, whole.case.id)
        assert next(one for one in concluded(whole) if one.rule.key == rule).passed == ""
        whole.pass_by_reason(rule, first.about)
        passed = next(
            one for one in concluded(whole) if one.rule.key == rule and one.about == first.about
        )
        assert passed.passed == "The course starts late — Priya Nair"
        assert passed.level is Level.NOTE


@pytest.mark.parametrize(
    ("rule", "reason"), [("smart.past_window", "  "), ("smart.due", "The course starts late")]
)
def test_a_reason_needs_words_and_the_rule_it_passes(rule: str, reason: str) -> None:
    whole = WholeMeeting()
    line = whole.line(due=END + timedelta(days=1))
    whole.pass_by_reason(rule, line.id, reason=reason)
    assert only(concluded(whole), "smart.past_window").level is Level.MUST


def test_a_reason_about_another_meeting_as_a_whole_passes_nothing_here() -> None:
    whole = WholeMeeting()
    whole.assessment.what = "Hair strand test"
    whole.pass_by_reason("plan.parenting_assessment", None, meeting_id=whole.final.id)
    assert only(concluded(whole), "plan.parenting_assessment").level is Level.MUST


def test_one_reason_passes_a_gap_and_the_item_that_waits_for_it() -> None:
    whole = WholeMeeting()
    whole.final.place = ""
    whole.pass_by_reason("dates.final", whole.final.id)
    assert [one.level for one in concluded(whole)] == [Level.NOTE]


def test_musts_come_first_then_shoulds_in_the_order_of_the_agenda() -> None:
    whole = WholeMeeting()
    whole.final.place = ""
    whole.meeting.minute_taker_id = None
    whole.line(what="Commence the course", owner_person_id=None)
    assert [one.rule.key for one in concluded(whole)] == [
        "smart.owner",
        "dates.final",
        "meeting.minute_taker",
        "words.hard",
    ]


def test_a_meeting_that_did_not_do_its_work_owes_only_who_was_there() -> None:
    whole = WholeMeeting()
    whole.withdraw(r.PlanLine)
    whole.withdraw(r.Entry)
    whole.of(r.Attendance, whole.father).presence = Presence.INVITED
    found = concluding_findings(whole.papers(), DAYS, DAY, effective=False)
    assert [one.rule.key for one in found] == ["meeting.attendance"]


def test_a_review_agreed_for_a_day_already_past_is_found_when_concluding_later() -> None:
    whole = WholeMeeting()
    found = concluding_findings(whole.papers(), DAYS, whole.final.planned_on)
    assert "not after this meeting" in only(found, "dates.final_in_window").sentence


def test_a_policy_may_require_a_midway_review_or_no_parenting_assessment() -> None:
    policy = read_policy(
        "[midway.required]\nvalue = true\n[plan.parenting_assessment]\nvalue = false\n"
        "[family_offer.check]\nvalue = false\n",
        "policy.toml",
    )
    whole = WholeMeeting(policy)
    whole.meeting.policy_text = policy.pinned()
    whole.assessment.what = "Hair strand test"
    whole.entry("assessments", "Consent was given.")
    whole.entry("network", "The aunt could help.")
    assert [one.rule.key for one in concluded(whole)] == ["dates.midway"]
    whole.review(MeetingKind.MIDWAY, date(2027, 2, 23))
    assert [one.rule.key for one in concluded(whole)] == []


def test_still_to_do_says_nothing_of_what_lies_ahead() -> None:
    whole = WholeMeeting()
    whole.line(owner_person_id=None)
    whole.withdraw(r.PromptAsked)
    for key in ("plan", "bottom_line", "dates"):
        whole.items[key].visited = False
    assert [one.place for one in still_to_do(whole.papers(), DAYS)] == ["checks"]
    whole.meeting.current_item_id = whole.items["plan"].id
    assert [one.place for one in still_to_do(whole.papers(), DAYS)] == ["checks", "plan"]


def test_still_to_do_leaves_out_notes_and_what_was_passed() -> None:
    whole = WholeMeeting()
    whole.abuse.danger_statement = ""
    line = whole.line(due=END + timedelta(days=1))
    assert [one.rule.key for one in still_to_do(whole.papers(), DAYS)] == ["smart.past_window"]
    whole.pass_by_reason("smart.past_window", line.id)
    assert still_to_do(whole.papers(), DAYS) == []


def test_capacity_in_doubt_needs_a_choice_with_its_reason() -> None:
    whole = WholeMeeting()
    advice = whole.of(r.Advice, whole.mother)
    advice.capacity_doubt = True
    assert "capacity" in only(concluded(whole), "advice.choice").sentence
    advice.choice = AdviceChoice.PROCEED
    assert only(concluded(whole), "advice.choice")
    advice.choice_reason = "Her advocate is here and she wants to go on"
    assert concluded(whole) == []


def test_a_parent_who_is_not_here_needs_no_choice_today() -> None:
    whole = WholeMeeting()
    whole.of(r.Representation, whole.father).represented = Represented.NO
    whole.of(r.Attendance, whole.father).presence = Presence.ABSENT
    assert concluded(whole) == []


def test_an_unborn_childs_parental_responsibility_is_not_asked_yet() -> None:
    whole = WholeMeeting()
    unborn(whole)
    assert len([one for one in concluded(whole) if "JC and LC" in one.sentence]) == 2
    for child in whole.children:
        child.born_on, child.due_on = None, date(2027, 6, 1)
    assert concluded(whole) == []


def test_an_old_example_marked_exceptional_stands() -> None:
    whole = WholeMeeting()
    whole.add(
        r.ConcernExample(
            concern_id=whole.abuse.id, on=date(2020, 2, 29), text="Injury", exceptional=True
        )
    )
    assert concluded(whole) == []


def test_the_final_review_itself_books_no_further_review() -> None:
    whole = WholeMeeting()
    whole.meeting.kind = MeetingKind.FINAL
    whole.meeting.sheet_text = default_sheet_text("initial")
    whole.final.withdrawn_at = whole.sitting.started_at
    found = [one.rule.key for one in concluding_findings(whole.papers(), DAYS, DAY)]
    assert not any(key.startswith("dates.") for key in found)


def test_a_dropped_bottom_line_and_its_item_are_both_open() -> None:
    whole = WholeMeeting()
    whole.bottom.state = LineState.DROPPED
    assert [one.rule.key for one in concluded(whole)] == ["covered.item", "plan.bottom_line"]
    assert whole.bottom.kind is LineKind.BOTTOM_LINE
