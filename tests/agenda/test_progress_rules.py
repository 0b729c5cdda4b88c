"""What a review owes each line: an outcome, how we know, what stopped it, whether we helped."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from papers_of import WholeMeeting

from agenda import records as r
from agenda.coverage import not_covered
from agenda.progress_rules import lines_to_review, progress_findings
from agenda.rules import RULES
from agenda.words import HelpCame, LineOutcome, LineState, MeetingKind

ON = date(2027, 2, 23)


def review() -> WholeMeeting:
    """The family's midway review, every line of the plan found done with our help on time."""
    whole = WholeMeeting()
    whole.meeting.kind = MeetingKind.MIDWAY
    for line in lines_to_review(whole.papers()):
        find(whole, line)
    return whole


def find(whole: WholeMeeting, line: Any, **found: Any) -> Any:
    """Record what the review found of a line."""
    facts = {
        "line_id": line.id,
        "meeting_id": whole.meeting.id,
        "on": ON,
        "outcome": LineOutcome.DONE,
        "evidence": "Sam saw it at the visit of 22 February",
        "help_came": HelpCame.ON_TIME,
    }
    return whole.add(r.Progress(**(facts | found)))


def of(whole: WholeMeeting, line: Any) -> Any:
    return next(row for row in whole.rows if isinstance(row, r.Progress) and row.line_id == line.id)


def keys(whole: WholeMeeting) -> list[str]:
    return [finding.rule.key for finding in progress_findings(whole.papers())]


def test_a_review_that_says_it_all_owes_nothing() -> None:
    assert keys(review()) == []


def test_every_line_from_before_needs_an_outcome_ours_as_well_as_theirs() -> None:
    whole = review()
    whole.withdraw(r.Progress, keep=lambda row: row.line_id not in (whole.home.id, whole.visit.id))
    found = progress_findings(whole.papers())
    assert [one.about for one in found] == [whole.home.id, whole.visit.id]
    assert [one.rule.key for one in found] == ["review.outcome"] * 2
    assert {one.place for one in found} == {"actions"}
    whole.pass_by_reason("review.outcome", whole.visit.id)
    assert [one.passed for one in progress_findings(whole.papers())] == [
        "",
        "The course starts late — Priya Nair",
    ]


@pytest.mark.parametrize("outcome", [LineOutcome.DONE, LineOutcome.PARTLY])
def test_what_was_done_says_how_we_know(outcome: LineOutcome) -> None:
    whole = review()
    found = of(whole, whole.home)
    found.outcome, found.evidence, found.why = outcome, "", "No time"
    assert keys(whole) == ["review.evidence"]


@pytest.mark.parametrize("outcome", [one for one in LineOutcome if one is not LineOutcome.DONE])
def test_what_was_not_all_done_says_what_stopped_it(outcome: LineOutcome) -> None:
    whole = review()
    found = of(whole, whole.home)
    found.outcome = outcome
    assert keys(whole) == ["review.why"]
    found.why = "The cleaner did not come"
    assert keys(whole) == []


def test_help_that_was_promised_is_asked_after_and_none_where_none_was() -> None:
    whole = review()
    of(whole, whole.home).help_came = None
    assert whole.home.support
    assert keys(whole) == ["review.help"]
    whole.home.support = ""
    assert keys(whole) == []


def test_dropped_new_and_bottom_lines_are_not_asked_after() -> None:
    whole = review()
    whole.withdraw(r.Progress)
    for line in lines_to_review(whole.papers()):
        line.state = LineState.DROPPED
    new = whole.line()
    new.added_in = whole.meeting.id
    assert keys(whole) == []
    new.added_in = None
    assert keys(whole) == ["review.outcome"]


def test_another_reviews_word_is_not_this_ones() -> None:
    whole = review()
    final = whole.review(MeetingKind.FINAL, date(2027, 4, 1))
    of(whole, whole.home).meeting_id = final.id
    assert keys(whole) == ["review.outcome"]


def test_an_initial_meeting_asks_nothing_of_this() -> None:
    assert keys(WholeMeeting()) == []


def test_the_item_is_covered_once_every_line_has_an_outcome() -> None:
    whole = review()
    whole.withdraw(r.Item)
    item = whole.add(r.Item(meeting_id=whole.meeting.id, key="actions", position=1, visited=True))
    assert [one for one in not_covered(whole.papers()) if one.about == item.id] == []
    whole.withdraw(r.Progress, keep=lambda row: row.line_id != whole.home.id)
    [left] = not_covered(whole.papers())
    assert left.sentence.endswith(f"Say what became of line {whole.home.number}.")


def test_every_rule_of_a_review_has_its_cases_here() -> None:
    cases = {"review.outcome", "review.evidence", "review.why", "review.help"}
    later = ("review.trajectory", "review.judgement")  # asked by the decision gate's tests
    ours = {rule for rule in RULES if rule.startswith("review.") and not rule.startswith(later)}
    assert ours == cases
