"""The dates of the whole directive: each step with its planned day, its actual day, its standing.

From the legal planning meeting to the last day of an extension. How they are counted, and from
which of three starts, is in `agenda.directive_counting`; `agenda.directive` gives them.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from agenda.day_names import WEEKDAYS, day_and_month, day_text
from agenda.minuting_words import in_a_row

if TYPE_CHECKING:
    from datetime import date

    from agenda.standing import Standing


class StepKey(StrEnum):
    """The steps that have a date, in the directive's order; Court Trackers recur among them."""

    LPM = "lpm"
    DRAFTED = "drafted"
    RETURNED = "returned"
    GIVEN = "given"
    INITIAL = "initial"
    MIDWAY = "midway"
    FINAL = "final"
    WINDOW_END = "window_end"
    EXTENDED_FINAL = "extended_final"
    EXTENSION_END = "extension_end"
    TRACKER = "tracker"


STARTS = {"lpm": StepKey.LPM, "letter": StepKey.GIVEN, "initial": StepKey.INITIAL}
"""The three starts by the word for each: the letter's is the day it was given to the parents."""

DEEDS = (
    StepKey.LPM,
    StepKey.DRAFTED,
    StepKey.RETURNED,
    StepKey.GIVEN,
    StepKey.INITIAL,
    StepKey.MIDWAY,
    StepKey.FINAL,
)
"""The steps that are done on a day, in their order; the others are days that come by themselves.

The final review of an extension is one more, where a window is extended.
"""

LETTER_STEPS = frozenset({StepKey.DRAFTED, StepKey.RETURNED, StepKey.GIVEN})
"""The steps of the letter before proceedings, each only some working days long."""

SCHEDULED_MEETINGS = frozenset(
    {StepKey.LPM, StepKey.INITIAL, StepKey.MIDWAY, StepKey.FINAL, StepKey.EXTENDED_FINAL}
)
"""The steps that are meetings for which a day is chosen."""


@dataclass(frozen=True, slots=True)
class DirectiveStep:
    """One step of the directive and its dates.

    Attributes:
        key: which step it is.
        what: it in the field's words, such as `Letter returned by legal`.
        planned: the day by which it is due or, for a meeting, on which it is held; the last day
            inside for the window and its extension.
        actual: the day it was done; None where it was not, or no day is recorded.
        booked: the day a meeting is booked for; None once it was held, or where none is booked.
        standing: how it stands today, in working days.
        note: what there is to know about it, in sentences; empty where nothing is.
        other_days: days that suit a meeting as well as the planned one, in order; empty once it
            was held, and for what is no meeting.
    """

    key: StepKey
    what: str
    planned: date
    actual: date | None
    standing: Standing
    note: str
    other_days: tuple[date, ...]
    booked: date | None = None

    def as_json(self) -> dict[str, Any]:
        """Return it for JSON, dates as `2027-01-12`."""
        return {
            "step": str(self.key),
            "what": self.what,
            "planned": self.planned.isoformat(),
            "weekday": WEEKDAYS[self.planned.weekday()],
            "actual": self.actual.isoformat() if self.actual else None,
            "booked": self.booked.isoformat() if self.booked else None,
            "standing": self.standing.words,
            "colour": self.standing.colour,
            "working_days_late": self.standing.late,
            "note": self.note,
            "other_days": [day.isoformat() for day in self.other_days],
        }

    def remarks(self) -> str:
        """Return the note and the other days that suit, as sentences; empty where nothing is."""
        if not self.other_days:
            return self.note
        suit = "suit" if len(self.other_days) > 1 else "suits"
        days = in_a_row([day_and_month(day) for day in self.other_days])
        return f"{self.note} {days} {suit} too.".strip()


@dataclass(frozen=True, slots=True)
class DirectiveDates:
    """The dates of the whole directive.

    Attributes:
        start: the step they were counted from.
        today: the day on which the standings are right.
        steps: in the directive's order, and after them each Court Tracker by date.
        missing: a sentence where the authority has not said when the Court Tracker is held;
            else empty.
    """

    start: StepKey
    today: date
    steps: tuple[DirectiveStep, ...]
    missing: str = ""

    def as_json(self) -> dict[str, Any]:
        """Return them for JSON: the start, today and each step in order, dates as `2027-01-12`."""
        return {
            "counted_from": str(self.start),
            "today": self.today.isoformat(),
            "steps": [step.as_json() for step in self.steps],
            "missing": self.missing,
        }

    def as_lines(self) -> list[str]:
        """Return them as plain lines in columns: planned, actual where any is, and standing.

        What is booked stands in the place of what was done. What there is to know about a step
        stands below it, set in.
        """
        widest = max(len(step.what) for step in self.steps)
        any_booked = any(step.booked for step in self.steps)
        any_done = any_booked or any(step.actual for step in self.steps)
        done_title = "  done or booked" if any_booked else "  actual" if any_done else ""
        lines = [f"{'':<{widest}}  {'planned':<15}{done_title}".rstrip()]
        for step in self.steps:
            on = step.actual or step.booked
            done = f"{day_text(on) if on else '':<15}  " if any_done else ""
            lines.append(
                f"{step.what:<{widest}}  {day_text(step.planned):<15}  {done}{step.standing}"
            )
            if remarks := step.remarks():
                lines.append(f"    {remarks}")
        return [*lines, *filter(None, [self.missing])]
