"""The dates of the whole directive, rule by rule."""

from __future__ import annotations

import json
from datetime import date

import pytest

from agenda.directive import directive_dates
from agenda.directive_dates import STARTS, DirectiveDates, DirectiveStep, StepKey
from agenda.policy import Policy, default_policy, read_policy
from agenda.working_days import OutsideCalendar, WorkingDays

POLICY = default_policy()
TODAY = date(2027, 1, 4)
Days = dict[str, date]


def made(
    start: str, on: date, actual: Days | None = None, today: date = TODAY, policy: Policy = POLICY
) -> DirectiveDates:
    done = {StepKey(key): day for key, day in (actual or {}).items()}
    days = WorkingDays(policy.bank_holidays)
    return directive_dates(STARTS[start], on, policy, days, today=today, actual=done)


def step(found: DirectiveDates, key: str) -> DirectiveStep:
    return next(one for one in found.steps if one.key == key)


def planned(found: DirectiveDates) -> dict[str, str]:
    return {str(one.key): one.planned.isoformat() for one in found.steps}


FROM_12_JANUARY = {
    "lpm": "2027-01-12",
    "drafted": "2027-01-14",
    "returned": "2027-01-18",
    "given": "2027-01-19",
    "initial": "2027-02-02",
    "midway": "2027-03-16",
    "final": "2027-04-27",
    "window_end": "2027-04-27",
    "extension_end": "2027-06-08",
}


@pytest.mark.parametrize(
    ("start", "on"),
    [
        ("lpm", date(2027, 1, 12)),
        ("letter", date(2027, 1, 19)),
        ("initial", date(2027, 2, 2)),
    ],
)
def test_the_same_dates_follow_from_each_start(start: str, on: date) -> None:
    assert planned(made(start, on)) == FROM_12_JANUARY


@pytest.mark.parametrize(
    ("start", "on", "key", "expected"),
    [
        # Over Easter (26 and 29 March) forwards, from a Thursday.
        ("lpm", date(2027, 3, 25), "drafted", date(2027, 3, 31)),
        ("lpm", date(2027, 3, 25), "returned", date(2027, 4, 2)),
        ("lpm", date(2027, 3, 25), "given", date(2027, 4, 5)),
        ("lpm", date(2027, 3, 25), "initial", date(2027, 4, 19)),
        # And backwards: the latest days.
        ("letter", date(2027, 4, 1), "returned", date(2027, 3, 31)),
        ("letter", date(2027, 4, 1), "drafted", date(2027, 3, 25)),
        ("letter", date(2027, 4, 1), "lpm", date(2027, 3, 23)),
        ("initial", date(2027, 4, 8), "given", date(2027, 3, 23)),
        # Legal planning on the last Tuesday or Thursday before: 5 working days is a Friday.
        ("letter", date(2027, 1, 22), "lpm", date(2027, 1, 14)),
    ],
)
def test_working_days_leave_easter_out(start: str, on: date, key: str, expected: date) -> None:
    assert step(made(start, on), key).planned == expected


@pytest.mark.parametrize(
    ("start", "on", "moved_to", "note"),
    [
        ("lpm", date(2027, 1, 9), date(2027, 1, 12), "Sat 9 Jan 2027 is a Saturday; the next day"),
        ("lpm", date(2027, 3, 26), date(2027, 3, 30), "Fri 26 Mar 2027 is Good Friday; the next"),
        ("letter", date(2027, 1, 9), date(2027, 1, 11), "the next working day."),
        ("initial", date(2027, 3, 29), date(2027, 3, 30), "is Easter Monday; the next working"),
    ],
)
def test_a_start_to_come_is_moved_to_a_day_that_suits(
    start: str, on: date, moved_to: date, note: str
) -> None:
    found = step(made(start, on), STARTS[start])
    assert found.planned == moved_to
    assert note in found.note


def test_a_legal_planning_meeting_on_a_wednesday_stays_and_other_days_are_offered() -> None:
    found = step(made("lpm", date(2027, 1, 13)), "lpm")
    assert found.planned == date(2027, 1, 13)
    assert found.remarks() == (
        "Legal planning is held on Tuesday afternoon and Thursday afternoon. "
        "14 Jan and 19 Jan suit too."
    )


def test_a_start_that_took_place_is_not_moved() -> None:
    saturday = date(2027, 1, 9)
    found = made("letter", saturday, {"given": saturday}, today=date(2027, 1, 11))
    assert step(found, "given").planned == saturday
    assert step(found, "initial").planned == date(2027, 1, 22)


def test_a_meeting_held_on_a_saturday_still_leaves_ten_working_days_before_it() -> None:
    saturday = date(2027, 2, 6)
    found = made("initial", saturday, {"initial": saturday}, today=date(2027, 2, 8))
    assert step(found, "given").planned == date(2027, 1, 22)


def test_no_review_is_offered_outside_the_window_or_after_the_final() -> None:
    closed = ", ".join(f'{{ date = 2027-02-{n:02}, name = "Closed" }}' for n in range(1, 20))
    policy = read_policy(
        "[midway.week]\nvalue = 1\n[final.week]\nvalue = 2\n"
        f"[bank_holidays.extra]\nvalue = [{closed}]",
        "our.toml",
    )
    met = {"initial": date(2027, 2, 2)}
    found = made("initial", date(2027, 2, 2), met, policy=policy)
    for key in ("midway", "final"):
        assert step(found, key).planned == date(2027, 2, 22)
        assert step(found, key).other_days == ()


def test_days_that_suit_a_meeting_as_well() -> None:
    found = made("lpm", date(2027, 1, 12))
    assert step(found, "lpm").other_days == ()
    assert step(found, "drafted").other_days == ()
    assert step(found, "initial").other_days == (date(2027, 2, 3), date(2027, 2, 4))
    assert step(found, "midway").other_days == (date(2027, 3, 17), date(2027, 3, 18))
    before_the_window_ends = (date(2027, 4, 23), date(2027, 4, 26))
    assert step(found, "final").other_days == before_the_window_ends
    back = made("initial", date(2027, 2, 2))
    assert step(back, "lpm").other_days == (date(2027, 1, 5), date(2027, 1, 7))
    held = made("lpm", date(2027, 1, 12), {"initial": date(2027, 2, 2)})
    assert step(held, "initial").other_days == ()


def test_a_letter_given_late_moves_the_initial_meeting_and_its_window() -> None:
    found = made("lpm", date(2027, 1, 12), {"given": date(2027, 1, 21)}, date(2027, 1, 22))
    given = step(found, "given")
    assert (given.planned, given.actual) == (date(2027, 1, 19), date(2027, 1, 21))
    assert str(given.standing) == "done 2 working days late"
    assert step(found, "initial").planned == date(2027, 2, 4)
    assert step(found, "window_end").planned == date(2027, 4, 29)


def test_the_window_is_counted_from_the_meeting_as_it_was_held() -> None:
    found = made("lpm", date(2027, 1, 12), {"initial": date(2027, 2, 5)}, date(2027, 2, 8))
    assert step(found, "initial").planned == date(2027, 2, 2)
    assert step(found, "window_end").planned == date(2027, 4, 30)


def test_the_letter_is_counted_from_the_legal_planning_meeting_as_it_was_held() -> None:
    held = {"lpm": date(2027, 1, 14)}
    found = planned(made("lpm", date(2027, 1, 12), held, date(2027, 1, 15)))
    assert (found["lpm"], found["drafted"]) == ("2027-01-12", "2027-01-18")
    assert (found["returned"], found["given"]) == ("2027-01-20", "2027-01-21")


def test_legals_days_are_counted_from_when_legal_has_the_letter() -> None:
    found = planned(made("lpm", date(2027, 1, 12), {"drafted": date(2027, 1, 15)}))
    assert (found["returned"], found["given"]) == ("2027-01-19", "2027-01-19")


@pytest.mark.parametrize(
    ("given", "note"),
    [
        (date(2027, 1, 18), "11 working days after the letter was given; the rule is 10 working"),
        (date(2027, 1, 19), ""),
        (date(2027, 1, 22), "7 working days after the letter was given; the rule is 10 working"),
        (date(2027, 2, 2), "The letter was not given before it; the rule is 10 working days."),
    ],
)
def test_too_little_or_too_much_notice_is_said(given: date, note: str) -> None:
    said = step(made("initial", date(2027, 2, 2), {"given": given}), "initial").note
    assert said.startswith(note)
    assert bool(said) == bool(note)


def test_nothing_is_said_of_notice_where_the_policy_asks_for_none() -> None:
    policy = read_policy("[letter.notice_days]\nvalue = 0", "our.toml")
    found = made("initial", date(2027, 2, 2), {"given": date(2027, 1, 28)}, policy=policy)
    assert step(found, "initial").note == ""


def test_how_each_step_stands() -> None:
    done = {"lpm": date(2027, 1, 12), "drafted": date(2027, 1, 15)}
    found = made("lpm", date(2027, 1, 12), done, today=date(2027, 1, 21))
    assert {str(one.key): str(one.standing) for one in found.steps} == {
        "lpm": "done on the day",
        "drafted": "done 1 working day late",
        "returned": "2 working days late (red)",
        "given": "2 working days late (red)",
        "initial": "in 8 working days (amber)",
        "midway": "in 38 working days",
        "final": "in 66 working days",
        "window_end": "in 66 working days",
        "extension_end": "in 94 working days",
    }


def test_nothing_is_late_that_something_later_shows_to_be_done() -> None:
    done = {"initial": date(2027, 2, 2)}
    found = made("initial", date(2027, 2, 2), done, today=date(2027, 5, 4))
    assert {str(step(found, key).standing) for key in ("lpm", "drafted", "returned", "given")} == {
        "no day recorded"
    }
    assert str(step(found, "final").standing) == "4 working days late (red)"


def test_a_midway_review_is_owed_only_where_the_policy_requires_one() -> None:
    late = date(2027, 3, 18)
    assert str(step(made("initial", date(2027, 2, 2), {}, late), "midway").standing) == (
        "2 working days ago"
    )
    required = read_policy("[midway.required]\nvalue = true", "our.toml")
    found = step(made("initial", date(2027, 2, 2), {}, late, required), "midway")
    assert (str(found.standing), found.note) == ("2 working days late (red)", "")


def test_no_day_that_has_passed_is_offered() -> None:
    late, early = date(2027, 1, 11), date(2026, 12, 21)
    offered = [step(made("initial", date(2027, 2, 1), today=on), "lpm") for on in (early, late)]
    assert [len(one.other_days) for one in offered] == [2, 0]
    assert "suit too" not in offered[1].remarks()


def test_without_a_named_court_tracker_the_setting_is_named() -> None:
    found = made("initial", date(2027, 1, 12))
    said = "No Court Tracker dates: set tracker.one_day in your policy to any one of them."
    assert found.as_lines()[-1] == said
    assert found.as_json()["missing"] == said


def test_court_trackers_every_five_weeks_from_the_named_one() -> None:
    policy = read_policy("[tracker.one_day]\nvalue = 2027-03-29", "our.toml")
    found = made("lpm", date(2027, 1, 12), policy=policy)
    trackers = [one for one in found.steps if one.key == "tracker"]
    assert [one.planned for one in trackers] == [
        date(2027, 1, 18),
        date(2027, 2, 22),
        date(2027, 3, 30),
        date(2027, 5, 4),
        date(2027, 6, 7),
    ]
    assert trackers[2].what == "Court Tracker"
    assert found.missing == ""
    assert trackers[2].note == "Mon 29 Mar 2027 is Easter Monday; the next working day."
    assert "May" in trackers[3].note


def test_a_court_tracker_on_the_last_day_is_one_of_them() -> None:
    policy = read_policy("[tracker.one_day]\nvalue = 2027-06-08", "our.toml")
    found = made("lpm", date(2027, 1, 12), policy=policy)
    assert found.steps[-1].planned == step(found, "extension_end").planned == date(2027, 6, 8)


def test_no_extension_where_the_policy_allows_none() -> None:
    policy = read_policy("[extension.times]\nvalue = 0", "our.toml")
    assert "extension_end" not in planned(made("lpm", date(2027, 1, 12), policy=policy))


def test_every_number_is_the_policys() -> None:
    policy = read_policy(
        "[letter.draft_days]\nvalue = 1\n[letter.legal_days]\nvalue = 3\n"
        "[letter.delivered_days]\nvalue = 6\n[letter.notice_days]\nvalue = 7\n"
        "[midway.week]\nvalue = 4\n[final.week]\nvalue = 15\n[window.weeks]\nvalue = 16\n"
        "[extension.weeks]\nvalue = 2\n[tracker.amber_days]\nvalue = 6",
        "our.toml",
    )
    found = made("lpm", date(2027, 1, 12), policy=policy)
    assert planned(found) == {
        "lpm": "2027-01-12",
        "drafted": "2027-01-13",
        "returned": "2027-01-18",
        "given": "2027-01-20",
        "initial": "2027-01-29",
        "midway": "2027-02-26",
        "final": "2027-05-14",
        "window_end": "2027-05-21",
        "extension_end": "2027-06-04",
    }
    assert step(found, "lpm").standing.colour == "amber"
    assert step(found, "drafted").standing.colour == ""


@pytest.mark.parametrize(
    ("today", "shown"),
    [
        (date(2027, 1, 12), "in 2 working days"),
        (date(2027, 1, 13), "in 1 working day (amber)"),
        (date(2027, 1, 14), "today (amber)"),
        (date(2027, 1, 15), "1 working day late (red)"),
    ],
)
def test_a_step_of_two_days_is_amber_only_near_its_end(today: date, shown: str) -> None:
    found = made("lpm", date(2027, 1, 12), {"lpm": date(2027, 1, 12)}, today)
    standings = {step.key: step.standing for step in found.steps}
    assert str(standings[StepKey.DRAFTED]) == shown
    assert standings[StepKey.INITIAL].colour == ""


def test_planned_and_actual_stand_beside_each_other() -> None:
    found = made("lpm", date(2027, 1, 12), {"lpm": date(2027, 1, 12)}, date(2027, 1, 12))
    head, lpm, drafted, *_ = found.as_lines()
    assert head.split() == ["planned", "actual"]
    assert lpm == (
        "Legal planning meeting            Tue 12 Jan 2027  Tue 12 Jan 2027  done on the day"
    )
    assert drafted == (
        f"Letter drafted and sent to legal  Thu 14 Jan 2027  {'':15}  in 2 working days"
    )
    assert head.index("actual") == lpm.index("Tue 12 Jan 2027  done")
    without = made("lpm", date(2027, 1, 12)).as_lines()
    assert without[0].split() == ["planned"]
    assert max(map(len, without)) <= 80


def test_as_json_is_what_the_command_prints() -> None:
    found = made("lpm", date(2027, 1, 12), {"drafted": date(2027, 1, 15)}, date(2027, 1, 21))
    written = json.loads(json.dumps(found.as_json()))
    assert (written["counted_from"], written["today"]) == ("lpm", "2027-01-21")
    assert written["steps"][1] == {
        "step": "drafted",
        "what": "Letter drafted and sent to legal",
        "planned": "2027-01-14",
        "weekday": "Thursday",
        "actual": "2027-01-15",
        "booked": None,
        "standing": "done 1 working day late",
        "colour": "",
        "working_days_late": 1,
        "note": "",
        "other_days": [],
    }
    assert written["steps"][4]["other_days"] == ["2027-02-03", "2027-02-04"]


def test_dates_out_of_reach_say_so() -> None:
    for start, on in (("lpm", date(2100, 11, 1)), ("initial", date(1990, 1, 2))):
        with pytest.raises(OutsideCalendar):
            made(start, on)
