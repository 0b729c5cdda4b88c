"""The whole directive's dates from one of its three starts, each as it stands today."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.directive_counting import NOTHING_KNOWN, Counting, Known
from agenda.directive_dates import (
    DEEDS,
    LETTER_STEPS,
    SCHEDULED_MEETINGS,
    DirectiveDates,
    DirectiveStep,
    StepKey,
)
from agenda.standing import (
    ENDED,
    NO_DAY_RECORDED,
    Standing,
    standing_of_booked,
    standing_of_day,
    standing_of_done,
    standing_of_due,
    working_days_text,
)

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from agenda.directive_counting import Plan
    from agenda.policy import Policy
    from agenda.working_days import WorkingDays

_WHAT = {
    StepKey.LPM: "Legal planning meeting",
    StepKey.DRAFTED: "Letter drafted and sent to legal",
    StepKey.RETURNED: "Letter returned by legal",
    StepKey.GIVEN: "Letter given to the parents",
    StepKey.INITIAL: "Initial meeting",
    StepKey.MIDWAY: "Midway review",
    StepKey.FINAL: "Final review",
    StepKey.WINDOW_END: "Window ends",
    StepKey.EXTENDED_FINAL: "Final review of the extension",
    StepKey.EXTENSION_END: "Extension ends",
}


def directive_dates(
    start: StepKey,
    on: date,
    policy: Policy,
    days: WorkingDays,
    *,
    today: date,
    actual: Mapping[StepKey, date] | None = None,
    known: Known = NOTHING_KNOWN,
) -> DirectiveDates:
    """Return the dates of the whole directive, counted from one of its three starts.

    Args:
        start: the legal planning meeting, the letter being given, or the initial meeting.
        on: its day. Where it has not taken place and is not a working day, it is planned on the
            next that suits.
        policy: the authority's policy, or the one a family's meeting pinned.
        days: the authority's working days.
        today: the day for which the standings are worked out.
        actual: the day on which each of the `DEEDS` was done, as far as is known.
        known: what a family's record says besides.

    Raises:
        OutsideCalendar: one of its dates is before 1990 or after 2100.
    """
    counting = Counting(policy, days, dict(actual or {}), known)
    plans = counting.until_the_meeting(start, on)
    plans |= counting.from_the_meeting(plans[StepKey.INITIAL].day)
    ordered = [(key, plans[key]) for key in StepKey if key in plans]
    first, last = plans[StepKey.LPM].day, known.ended_on or ordered[-1][1].day
    trackers = [(StepKey.TRACKER, plan) for plan in counting.trackers(first, last)]
    steps = tuple(_step(key, plan, counting, today) for key, plan in ordered + trackers)
    return DirectiveDates(start, today, steps, _missing(policy))


def _missing(policy: Policy) -> str:
    """Say which setting names a Court Tracker, where none does."""
    if policy.tracker.one_day:
        return ""
    forum = policy.extension.forum
    return f"No {forum} dates: set tracker.one_day in your policy to any one of them."


def _step(key: StepKey, plan: Plan, counting: Counting, today: date) -> DirectiveStep:
    """Return a planned step beside what was done, as it stands today."""
    actual, note = counting.actual.get(key), plan.note
    booked = None if actual else counting.known.booked.get(key)
    if key is StepKey.INITIAL:
        note = f"{note} {_notice(actual or booked or plan.day, counting)}".strip()
    return DirectiveStep(
        key,
        _WHAT.get(key, counting.policy.extension.forum),
        plan.day,
        actual,
        _standing(key, plan.day, counting, today),
        note,
        () if actual or booked or key not in SCHEDULED_MEETINGS else _to_come(plan, today),
        booked,
    )


def _to_come(plan: Plan, today: date) -> tuple[date, ...]:
    """Return the other days that suit and have not passed: no meeting is booked on one that has."""
    return tuple(day for day in plan.other_days if day >= today)


def _standing(key: StepKey, planned: date, counting: Counting, today: date) -> Standing:
    """Say how a step stands; only a deed can be late, and a midway only where required."""
    actual, policy, days = counting.actual, counting.policy, counting.days
    if key not in DEEDS and key is not StepKey.EXTENDED_FINAL:
        return standing_of_day(planned, today, days)
    if done := actual.get(key):
        return standing_of_done(planned, done, days)
    if key in DEEDS and any(later in actual for later in DEEDS[DEEDS.index(key) :]):
        return NO_DAY_RECORDED
    if key is StepKey.LPM and planned < today and counting.known.booked.keys() - {key}:
        return NO_DAY_RECORDED  # a meeting with the family is booked only after it
    if counting.known.ended_on:
        return ENDED
    if booked := counting.known.booked.get(key):
        return standing_of_booked(planned, booked, today, days)
    if key is StepKey.MIDWAY and not policy.midway.required:
        return standing_of_day(planned, today, days)
    amber = policy.letter if key in LETTER_STEPS else policy.tracker
    return standing_of_due(planned, today, amber.amber_days, days)


def _notice(meeting: date, counting: Counting) -> str:
    """Say where the parents had more or fewer days than the rule; empty where not known."""
    given, rule = counting.actual.get(StepKey.GIVEN), counting.policy.letter.notice_days
    if given is None or not rule or (had := counting.days.count(given, meeting)) == rule:
        return ""
    rule_said = f"the rule is {working_days_text(rule)}."
    if given >= meeting:
        return f"The letter was not given before it; {rule_said}"
    return f"{working_days_text(had)} after the letter was given; {rule_said}".capitalize()
