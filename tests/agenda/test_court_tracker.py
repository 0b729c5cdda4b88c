"""The Court Tracker: its days, and the last one before the final review."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from papers_of import FINAL, WholeMeeting

from agenda.court_tracker import tracker_after, tracker_findings, tracker_on_or_before
from agenda.finding import Level
from agenda.papers import Papers
from agenda.policy import Policy, default_policy
from agenda.words import MeetingState

ONE_DAY = date(2027, 1, 14)
"""A Thursday; the next are 18 February, 25 March and 29 April."""
LAST = date(2027, 3, 25)
WEEK_8 = date(2027, 3, 3)
"""The first day of week 8 of the window that began on 12 January."""
DATES = st.dates(date(2018, 1, 1), date(2035, 12, 31))


def policy(one_day: date | None = ONE_DAY, days: int = 35) -> Policy:
    shipped = default_policy()
    return replace(shipped, tracker=replace(shipped.tracker, one_day=one_day, days=days))


def case(one_day: date | None = ONE_DAY) -> WholeMeeting:
    whole = WholeMeeting(policy(one_day))
    whole.meeting.state, whole.meeting.effective = MeetingState.CONCLUDED, True
    return whole


def said(whole: WholeMeeting, today: date) -> str:
    papers = Papers(whole.case.id, None, whole.policy, today)
    papers.take(whole.rows)
    found = tracker_findings(papers, today)
    assert all(one.level is Level.NOTE for one in found)
    return found[0].sentence if found else ""


@pytest.mark.parametrize(
    ("day", "before", "after"),
    [
        (date(2027, 1, 14), date(2027, 1, 14), date(2027, 2, 18)),
        (date(2027, 2, 17), date(2027, 1, 14), date(2027, 2, 18)),
        (date(2027, 1, 13), date(2026, 12, 10), date(2027, 1, 14)),
        (date(2026, 11, 5), date(2026, 11, 5), date(2026, 12, 10)),
    ],
)
def test_the_others_follow_from_one_day_both_ways(day: date, before: date, after: date) -> None:
    assert tracker_on_or_before(day, policy()) == before
    assert tracker_after(day, policy()) == after


def test_a_policy_that_names_no_day_has_no_dates() -> None:
    assert tracker_on_or_before(FINAL, policy(None)) is None
    assert tracker_after(FINAL, policy(None)) is None


@given(DATES, DATES, st.integers(1, 180))
def test_they_are_so_many_days_apart_and_the_last_is_just_before_the_review(
    one_day: date, review: date, days: int
) -> None:
    named = policy(one_day, days)
    last = tracker_on_or_before(review - timedelta(days=1), named)
    following = tracker_after(review - timedelta(days=1), named)
    assert last
    assert following
    assert following - last == timedelta(days=days)
    assert (last - one_day).days % days == 0
    assert timedelta(0) < review - last <= timedelta(days=days)
    assert following >= review


def test_the_last_one_is_named_from_week_8_until_its_day_is_over() -> None:
    whole = case()
    assert said(whole, WEEK_8 - timedelta(days=1)) == ""
    named = (
        "The last Court Tracker before the final review on Thu 1 Apr 2027 is on "
        "Thu 25 Mar 2027. An extension is discussed there."
    )
    assert said(whole, WEEK_8) == said(whole, LAST) == named


def test_where_none_is_left_the_one_after_the_review_is_named() -> None:
    whole, day = case(), LAST + timedelta(days=1)
    assert said(whole, day) == (
        "No Court Tracker lies before the final review on Thu 1 Apr 2027 any more: an extension "
        "would wait for that of Thu 29 Apr 2027."
    )
    assert said(whole, FINAL) == ""


def test_without_a_day_in_the_policy_the_date_is_asked_for() -> None:
    assert said(case(None), WEEK_8) == (
        "Find the date of the last Court Tracker before the final review on Thu 1 Apr 2027: an "
        "extension is discussed there."
    )


def test_nothing_is_said_without_a_booked_review_or_a_window_that_has_begun() -> None:
    whole = case()
    whole.final.planned_on = None
    assert said(whole, WEEK_8) == ""
    whole = case()
    whole.meeting.effective = None
    assert said(whole, WEEK_8) == ""
