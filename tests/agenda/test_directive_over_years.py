"""The directive's dates from any day of many years, against a calendar counted by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from holidays import country_holidays
from hypothesis import given, settings
from hypothesis import strategies as st

from agenda.directive import directive_dates
from agenda.directive_dates import DEEDS, STARTS, DirectiveDates, StepKey
from agenda.policy import read_policy
from agenda.working_days import WorkingDays

POLICY = read_policy("[tracker.one_day]\nvalue = 2027-01-14", "our.toml")
DAYS = WorkingDays(POLICY.bank_holidays)
CLOSED = country_holidays("GB", subdiv="ENG", years=range(2016, 2039))
DAY = timedelta(days=1)

ANY_DAY = st.dates(date(2018, 1, 1), date(2035, 12, 31))
WORDS = st.sampled_from(sorted(STARTS))
BY_THEMSELVES = (StepKey.WINDOW_END, StepKey.EXTENSION_END)


def counted(word: str, on: date, today: date = date(2027, 1, 4)) -> DirectiveDates:
    return directive_dates(STARTS[word], on, POLICY, DAYS, today=today)


def by_key(found: DirectiveDates) -> dict[StepKey, date]:
    return {step.key: step.planned for step in found.steps if step.key is not StepKey.TRACKER}


def works(day: date) -> bool:
    return day.weekday() < 5 and day not in CLOSED


def working_days_between(after: date, to: date) -> int:
    """Count one by one; the first day is left out, and the last counts."""
    return sum(works(after + DAY * n) for n in range(1, (to - after).days + 1))


@settings(max_examples=200)
@given(WORDS, ANY_DAY)
def test_steps_come_in_order_and_never_on_a_day_nobody_works(word: str, on: date) -> None:
    found = counted(word, on)
    dates = by_key(found)
    in_order = [dates[key] for key in StepKey if key in dates]
    assert in_order == sorted(in_order)
    for step in found.steps:
        assert works(step.planned) or step.key in BY_THEMSELVES
        assert all(works(day) for day in step.other_days)
    assert dates[StepKey.GIVEN] < dates[StepKey.INITIAL] < dates[StepKey.MIDWAY]


LETTER_DAYS = st.tuples(st.integers(0, 6), st.integers(0, 6), st.integers(0, 9), st.integers(0, 20))
PARTS_OF_THE_WEEK = st.sets(
    st.sampled_from(["Monday morning", "Wednesday morning", "Friday afternoon"]), max_size=2
)


@settings(max_examples=200)
@given(WORDS, ANY_DAY, LETTER_DAYS, PARTS_OF_THE_WEEK)
def test_steps_come_in_order_under_any_policy(
    word: str, on: date, letter: tuple[int, int, int, int], week: set[str]
) -> None:
    draft, legal, spare, notice = letter
    policy = replace(
        POLICY,
        letter=replace(
            POLICY.letter,
            draft_days=draft,
            legal_days=legal,
            delivered_days=draft + legal + spare,
            notice_days=notice,
        ),
        legal_planning=replace(POLICY.legal_planning, days=tuple(sorted(week))),
    )
    found = directive_dates(STARTS[word], on, policy, DAYS, today=on)
    dates = by_key(found)
    in_order = [dates[key] for key in StepKey if key in dates]
    assert in_order == sorted(in_order)
    assert all(works(step.planned) or step.key in BY_THEMSELVES for step in found.steps)
    assert working_days_between(dates[StepKey.GIVEN], dates[StepKey.INITIAL]) == notice


@settings(max_examples=200)
@given(ANY_DAY)
def test_forwards_the_working_days_between_are_the_directives(on: date) -> None:
    dates = by_key(counted("lpm", on))
    lpm = dates[StepKey.LPM]
    assert lpm == on if works(on) else lpm > on
    assert working_days_between(lpm, dates[StepKey.DRAFTED]) == 2
    assert working_days_between(dates[StepKey.DRAFTED], dates[StepKey.RETURNED]) == 2
    assert working_days_between(lpm, dates[StepKey.GIVEN]) == 5
    assert working_days_between(dates[StepKey.GIVEN], dates[StepKey.INITIAL]) == 10


@settings(max_examples=200)
@given(ANY_DAY)
def test_backwards_each_is_the_latest_day_that_leaves_enough(on: date) -> None:
    dates = by_key(counted("initial", on))
    given_on, met = dates[StepKey.GIVEN], dates[StepKey.INITIAL]
    assert working_days_between(given_on, met) == 10
    assert working_days_between(dates[StepKey.RETURNED], given_on) == 1
    assert working_days_between(dates[StepKey.DRAFTED], given_on) == 3
    lpm = dates[StepKey.LPM]
    assert lpm.weekday() in (1, 3)
    assert working_days_between(lpm, given_on) >= 5
    later = [lpm + DAY * n for n in range(1, (given_on - lpm).days)]
    suiting = [day for day in later if works(day) and day.weekday() in (1, 3)]
    assert all(working_days_between(day, given_on) < 5 for day in suiting)


@settings(max_examples=200)
@given(st.sampled_from(["lpm", "letter"]), st.sampled_from(["letter", "initial"]), ANY_DAY)
def test_counting_back_what_was_counted_forward_gives_no_later_date(
    forward: str, back: str, on: date
) -> None:
    ahead = by_key(counted(forward, on))
    behind = by_key(counted(back, ahead[STARTS[back]]))
    for key in DEEDS:
        assert behind[key] <= ahead[key]
        if key is not StepKey.LPM:
            assert behind[key] == ahead[key]


@settings(max_examples=200)
@given(WORDS, ANY_DAY, st.integers(-60, 60))
def test_lateness_is_the_working_days_since_the_planned_day(word: str, on: date, away: int) -> None:
    today = on + DAY * away
    for step in counted(word, on, today).steps:
        owed = step.key in DEEDS and step.key is not StepKey.MIDWAY
        late = working_days_between(step.planned, today) if owed else 0
        assert step.standing.late == late
        assert (step.standing.colour == "red") == (owed and today > step.planned)


@settings(max_examples=100)
@given(ANY_DAY)
def test_court_trackers_lie_five_weeks_apart_or_on_the_next_working_day(on: date) -> None:
    found = counted("lpm", on)
    trackers = [step for step in found.steps if step.key is StepKey.TRACKER]
    for tracker in trackers:
        named = tracker.planned
        while (named - date(2027, 1, 14)).days % 35:
            named -= DAY
        assert working_days_between(named - DAY, tracker.planned) == 1
        assert bool(tracker.note) == (named != tracker.planned)
    assert 3 <= len(trackers) <= 5
