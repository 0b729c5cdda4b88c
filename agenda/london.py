"""London's clock and calendar: what every time is shown in."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from agenda.day_names import day_text

if TYPE_CHECKING:
    from datetime import date, time

LONDON = ZoneInfo("Europe/London")


def london_date(instant: datetime) -> date:
    """Return the day in London on which an instant (aware) falls."""
    return instant.astimezone(LONDON).date()


def instant_text(instant: datetime) -> str:
    """Return an instant (aware) as London shows it: `Fri 5 Feb 2027 10:03`."""
    return f"{day_text(london_date(instant))} {instant.astimezone(LONDON):%H:%M}"


def london_instants(day: date, at: time) -> list[datetime]:
    """Return the instants (UTC) at which London's clock shows a time on a day, in order.

    One, as a rule; none in the hour that is skipped in spring, two in the one that autumn
    repeats.
    """
    shown = datetime.combine(day, at)
    meant = {shown.replace(tzinfo=LONDON, fold=fold).astimezone(UTC) for fold in (0, 1)}
    return sorted(
        instant for instant in meant if instant.astimezone(LONDON).replace(tzinfo=None) == shown
    )


def london_instant(day: date, at: time) -> datetime:
    """Return the instant (UTC, aware) at which London's clocks show a time on a day."""
    return datetime.combine(day, at, LONDON).astimezone(UTC)
