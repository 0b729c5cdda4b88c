"""The timetable of a window."""

from __future__ import annotations

import json
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agenda.policy import default_policy, read_policy
from agenda.timetable import Timetable, timetable
from agenda.working_days import OutsideCalendar, WorkingDays

POLICY = default_policy()
DAYS = WorkingDays(POLICY.bank_holidays)


def made(start: date) -> Timetable:
    return timetable(start, POLICY, DAYS)


def test_as_json_is_what_the_command_prints() -> None:
    def day(iso: str, weekday: str, week: int) -> dict[str, object]:
        return {"date": iso, "weekday": weekday, "week": week, "working_day": True, "note": ""}

    assert json.loads(json.dumps(made(date(2027, 1, 12)).as_json())) == {
        "start": day("2027-01-12", "Tuesday", 1),
        "midway_review": day("2027-02-23", "Tuesday", 6),
        "final_review": day("2027-04-06", "Tuesday", 12),
        "window_end": day("2027-04-06", "Tuesday", 12),
        "extension_end": day("2027-05-18", "Tuesday", 18),
    }


def test_a_review_moves_back_before_easter_and_the_window_does_not() -> None:
    found = made(date(2027, 1, 4))
    assert found.final_review.date == date(2027, 3, 25)
    assert found.final_review.working_day
    assert found.final_review.note == ("Mon 29 Mar 2027 is Easter Monday; the working day before.")
    assert found.window_end.date == date(2027, 3, 29)
    assert not found.window_end.working_day
    assert found.window_end.note == "Not a working day: Easter Monday."


def test_a_start_on_a_saturday_is_accepted_with_a_note() -> None:
    start = made(date(2027, 1, 2)).start
    assert (start.weekday, start.working_day) == ("Saturday", False)
    assert start.note == "Not a working day: Saturday. The window is counted from it all the same."


def test_lines_stand_in_columns() -> None:
    moved = "Mon 29 Mar 2027 is Easter Monday; the working day before."
    assert made(date(2027, 1, 4)).as_lines() == [
        "Initial meeting  Mon 4 Jan 2027   week 1",
        "Midway review    Mon 15 Feb 2027  week 6",
        f"Final review     Thu 25 Mar 2027  week 12  {moved}",
        "Window ends      Mon 29 Mar 2027  week 12  Not a working day: Easter Monday.",
        "Extension ends   Mon 10 May 2027  week 18",
    ]


def test_a_review_never_falls_before_the_meeting() -> None:
    closed = ", ".join(f'{{ date = 2027-02-{n:02}, name = "Closed" }}' for n in range(1, 20))
    policy = read_policy(
        f"[midway.week]\nvalue = 1\n[bank_holidays.extra]\nvalue = [{closed}]", "our.toml"
    )
    found = timetable(date(2027, 2, 2), policy, WorkingDays(policy.bank_holidays))
    assert found.midway_review.date == date(2027, 2, 22)
    assert found.midway_review.note == "Tue 9 Feb 2027 is Closed; the working day after."


def test_no_extension_where_the_policy_allows_none() -> None:
    policy = read_policy("[extension.times]\nvalue = 0", "our.toml")
    found = timetable(date(2027, 1, 12), policy, DAYS)
    assert found.extension_end.date == found.window_end.date
    assert found.extension_end.note == "This policy allows no extension."


def test_a_start_out_of_reach_says_so() -> None:
    with pytest.raises(OutsideCalendar):
        made(date(2100, 12, 1))


@settings(max_examples=150)
@given(st.dates(date(2018, 1, 1), date(2035, 12, 31)))
def test_reviews_are_the_last_working_day_by_then(start: date) -> None:
    found = made(start)
    for review, days in ((found.midway_review, 42), (found.final_review, 84)):
        planned = start + timedelta(days=days)
        between = (planned - review.date).days
        assert review.working_day
        assert start < review.date <= planned
        later = [review.date + timedelta(days=n + 1) for n in range(between)]
        assert not any(DAYS.is_working_day(day) for day in later)
        assert bool(review.note) == (between > 0)
        assert review.weekday == review.date.strftime("%A")
    assert found.window_end.date - start == timedelta(days=84)
    assert found.extension_end.date - start == timedelta(days=126)
