"""When the approved minutes of a meeting should have gone out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.policy import Policy
from agenda.words import MeetingKind
from agenda.working_days import WorkingDays

if TYPE_CHECKING:
    from datetime import date

    from agenda.records import Meeting


def minutes_due_on(meeting: Meeting, concluded_on: date) -> date | None:
    """Return the day, by the policy the meeting pinned; those of legal planning go to nobody."""
    if meeting.kind is MeetingKind.LEGAL_PLANNING:
        return None
    policy = Policy.from_pinned(meeting.policy_text)
    return WorkingDays(policy.bank_holidays).add(concluded_on, policy.minutes.circulated_days)
