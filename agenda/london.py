"""London's clock and calendar: what every time is shown in."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from datetime import date, datetime

LONDON = ZoneInfo("Europe/London")


def london_date(instant: datetime) -> date:
    """Return the day in London on which an instant (aware) falls."""
    return instant.astimezone(LONDON).date()
