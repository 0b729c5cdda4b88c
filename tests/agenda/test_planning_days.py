"""The day of a legal planning meeting: what is offered suits, and what does not is said."""

from __future__ import annotations

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agenda.planning_days import day_findings, offered_days, offered_words
from agenda.policy import default_policy, read_policy
from agenda.records import Meeting, new_key
from agenda.words import MeetingKind
from agenda.working_days import WorkingDays

POLICY = default_policy()
DAYS = WorkingDays(POLICY.bank_holidays)


def said(day: date | None, at: time | None = None, *, emergency: bool = False) -> list[str]:
    met = Meeting(
        episode_id=new_key(),
        kind=MeetingKind.LEGAL_PLANNING,
        number=1,
        planned_on=day,
        planned_at=at,
    )
    return [one.field for one in day_findings(met, POLICY, DAYS, emergency=emergency)]


@pytest.mark.parametrize(
    ("day", "at", "field"),
    [
        (date(2027, 1, 12), time(14), None),
        (date(2027, 1, 14), None, None),
        (date(2027, 1, 12), time(12), None),
        (date(2027, 1, 12), time(11, 59), "planned_at"),
        (date(2027, 1, 13), time(14), "planned_on"),
        (date(2027, 3, 26), time(14), "planned_on"),  # Good Friday
        (date(2029, 12, 25), time(14), "planned_on"),  # a Tuesday
        (date(2027, 1, 16), None, "planned_on"),
        (None, time(14), "planned_on"),
    ],
)
def test_a_day_suits_or_says_why_not(day: date | None, at: time | None, field: str | None) -> None:
    assert said(day, at) == ([field] if field else [])


def test_in_an_emergency_any_working_day_suits() -> None:
    assert said(date(2027, 1, 13), time(9), emergency=True) == []
    assert said(date(2027, 3, 26), time(9), emergency=True) == ["planned_on"]


@given(st.dates(date(2025, 1, 1), date(2040, 12, 31)), st.booleans())
def test_every_day_on_offer_suits_and_is_to_come(today: date, emergency: bool) -> None:
    offered = offered_days(POLICY, DAYS, today, emergency=emergency)
    assert len(offered) == 4
    assert all(today <= day if emergency else today < day for day in offered)
    assert all(said(day, emergency=emergency) == [] for day in offered)


def test_the_papers_are_in_before_the_first_day_on_offer() -> None:
    monday = date(2027, 1, 11)
    assert offered_days(POLICY, DAYS, monday)[0] == date(2027, 1, 12)
    slower = read_policy("[legal_planning.papers_hours]\nvalue = 72", "ours.toml")
    assert offered_days(slower, DAYS, monday)[0] == date(2027, 1, 14)


def test_the_offer_is_said_in_words() -> None:
    told = offered_words((date(2027, 1, 12), date(2027, 1, 14)), POLICY)
    assert told == (
        "Usually on a Tuesday afternoon or Thursday afternoon. "
        "Days that suit: Tue 12 Jan 2027, Thu 14 Jan 2027."
    )
    any_day = read_policy("[legal_planning.days]\nvalue = []", "ours.toml")
    assert offered_words((), any_day).startswith("Held on any working day.")
