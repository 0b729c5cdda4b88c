"""The day of a legal planning meeting: days to offer, and what is wrong with one that is typed."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from agenda.day_names import WEEKDAYS, day_text
from agenda.finding import Finding, Level, Rule
from agenda.suitable_days import legal_planning_weekdays, suitable_from

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from agenda import records
    from agenda.policy import Policy
    from agenda.working_days import WorkingDays

DAY = Rule(
    "readiness.day",
    Level.SHOULD,
    "Legal planning is on a working day, in the parts of the week that the policy names.",
    "Sutton 2019, Step 1: generally on Tuesday and Thursday afternoons",
)

_OFFERED = 4
_HOURS_OF_A_DAY = 24
_NOON = 12


def offered_days(
    policy: Policy, days: WorkingDays, today: date, *, emergency: bool = False
) -> tuple[date, ...]:
    """Return the next days that suit legal planning, its papers being in today.

    In an emergency the next working day suits, whatever the day of the week, today too.

    Raises:
        OutsideCalendar: one of them would be after 2100.
    """
    if emergency:
        return suitable_from(today, _OFFERED, days)
    whole_days = -(-policy.legal_planning.papers_hours // _HOURS_OF_A_DAY)
    first = today + timedelta(days=max(whole_days, 1))
    return suitable_from(first, _OFFERED, days, legal_planning_weekdays(policy))


def offered_words(offered: tuple[date, ...], policy: Policy, *, emergency: bool = False) -> str:
    """Return the days on offer as a form says them, with when in the week it usually is."""
    usual = " or ".join(policy.legal_planning.days)
    said = f"Usually on a {usual}" if usual else "Held on any working day"
    if emergency:
        said = "An emergency is held on any working day"
    return f"{said}. Days that suit: {', '.join(day_text(day) for day in offered)}."


def day_findings(
    meeting: records.Meeting, policy: Policy, days: WorkingDays, *, emergency: bool = False
) -> Iterator[Finding]:
    """Give what is wrong with the day and time of a legal planning meeting.

    In an emergency only a day on which nobody works is.
    """
    day = meeting.planned_on
    if day is None:
        sentence = "The legal planning meeting has no day yet."
        yield Finding(DAY, sentence, "", meeting.id, field="planned_on")
        return
    if why := days.why_not(day):
        sentence = f"{day_text(day)} is no working day: {why}. Choose another day."
        yield Finding(DAY, sentence, "", meeting.id, field="planned_on")
        return
    usual = policy.legal_planning.days
    weekday = WEEKDAYS[day.weekday()]
    if emergency or not usual:
        return
    if weekday not in legal_planning_weekdays(policy):
        sentence = f"Legal planning is usually on a {' or '.join(usual)}, and this is a {weekday}."
        yield Finding(DAY, sentence, "", meeting.id, field="planned_on")
    elif meeting.planned_at:
        part = "morning" if meeting.planned_at.hour < _NOON else "afternoon"
        if f"{weekday} {part}" not in usual:
            sentence = f"Legal planning is usually on a {' or '.join(usual)}, not in the {part}."
            yield Finding(DAY, sentence, "", meeting.id, field="planned_at")
