"""When the approved minutes of a meeting should have gone out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.bank_holidays import bank_holidays
from agenda.policy import Policy
from agenda.words import MeetingKind
from agenda.working_days import WorkingDays

if TYPE_CHECKING:
    from datetime import date

    from agenda.bank_holidays import BankHolidayList
    from agenda.records import Meeting


def minutes_due_on(
    meeting: Meeting, concluded_on: date, listed: BankHolidayList = bank_holidays
) -> date | None:
    """Return the day, by the policy the meeting pinned; those of legal planning go to nobody."""
    if meeting.kind is MeetingKind.LEGAL_PLANNING:
        return None
    policy = Policy.from_pinned(meeting.policy_text)
    days = WorkingDays(policy.bank_holidays, listed)
    return days.add(concluded_on, policy.minutes.circulated_days)
