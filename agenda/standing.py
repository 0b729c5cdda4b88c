"""How a step stands against its planned day, in working days and in words.

The planned day itself is in time: a step is late from the working day after it. Colours are
words here, so that no screen can show them by colour alone: amber from the policy's number of
working days before (`tracker.amber_days`; `letter.amber_days` for the short steps of a letter),
red once the day has passed.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from agenda.working_days import WorkingDays

AMBER, RED = "amber", "red"


@dataclass(frozen=True, slots=True)
class Standing:
    """How a step stands.

    Attributes:
        words: `in 3 working days`, `today`, `2 working days late`, `done 1 working day late`.
        colour: `amber`, `red`, or empty where nothing needs doing soon.
        late: working days late, done or not; 0 where it is not.
    """

    words: str
    colour: str = ""
    late: int = 0

    def __str__(self) -> str:
        """Return it as it is shown: `in 3 working days (amber)`."""
        return f"{self.words} ({self.colour})" if self.colour else self.words


NO_DAY_RECORDED = Standing("no day recorded")
"""Of a step that something later shows to be done, but of which nobody recorded the day."""


ENDED = Standing("pre-proceedings have ended")
"""Of a step that was never done, because pre-proceedings ended before it."""


def standing_of_booked(planned: date, booked: date, today: date, days: WorkingDays) -> Standing:
    """Return how a meeting stands that is booked and not held yet."""
    if today > booked:
        passed = working_days_text(days.count(booked, today))
        return Standing(f"booked day passed {passed} ago", RED)
    if (late := days.count(planned, booked)) > 0:
        return Standing(f"booked {working_days_text(late)} late", AMBER, late)
    return Standing(f"booked, {_until(booked, today, days)}")


def standing_of_done(planned: date, actual: date, days: WorkingDays) -> Standing:
    """Return how a step stands that was done on a day, which is counted and need not work."""
    if actual == planned:
        return Standing("done on the day")
    count = days.count(planned, actual)
    late = actual > planned
    said = f"done {working_days_text(abs(count))} {'late' if late else 'early'}"
    return Standing(said, late=count if late else 0)


def standing_of_due(planned: date, today: date, amber_days: int, days: WorkingDays) -> Standing:
    """Return how a step stands that is to be done by its planned day and is not done yet."""
    if today > planned:
        late = days.count(planned, today)
        return Standing(f"{working_days_text(late)} late", RED, late)
    words = _until(planned, today, days)
    return Standing(words, AMBER if days.count(today, planned) <= amber_days else "")


def standing_of_day(planned: date, today: date, days: WorkingDays) -> Standing:
    """Return how a day stands on which nothing is owed, so that it is never late."""
    if today > planned:
        return Standing(f"{working_days_text(days.count(planned, today))} ago")
    return Standing(_until(planned, today, days))


def _until(planned: date, today: date, days: WorkingDays) -> str:
    """Say how far off a day is that has not passed."""
    return "today" if planned == today else f"in {working_days_text(days.count(today, planned))}"


def working_days_text(count: int) -> str:
    """Return so many working days; from a Friday to the Saturday there is none."""
    if not count:
        return "less than a working day"
    return "1 working day" if count == 1 else f"{count} working days"
