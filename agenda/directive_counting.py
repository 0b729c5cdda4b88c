"""How the dates of the directive are counted, from any of its three starts.

Each rule, with what is inclusive (the numbers are the policy's):

- Working days are counted without the day they start from, and with the day they end on: two
  working days from a Tuesday are Thursday.
- The letter is drafted and with legal 2 working days after the legal planning meeting, legal
  returns it within 2 more, and the parents have it, with the parental pack and the list of
  solicitors, 5 working days after the meeting, from start to finish (Sutton 2019, Step 1).
- The initial meeting is 10 working days after the letter was given to the parents, so that they
  can find a solicitor (Sutton 2019, Step 1).
- The window and its extension are calendar weeks from the initial meeting, their last day inside;
  a review is held in them on a working day (Sutton 2019, Step 1 and PLO Review, as
  `agenda.timetable` has it).
- Court Trackers are every 5 weeks from the one the policy names (Sutton 2019, Court Tracker
  Meetings). One that falls on a day that is not a working day is shown on the next that is.

Forwards, each step is counted from the day the step before it took place where that is known,
else from its planned day: a letter given late moves the initial meeting, and shows as late itself.
Backwards, from the letter or from the initial meeting, each is the latest day that leaves the
steps after it their time; legal planning is put on the last day before that suits.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from agenda.court_tracker import tracker_after
from agenda.day_names import day_text
from agenda.directive_dates import StepKey
from agenda.minuting_words import in_a_row
from agenda.suitable_days import (
    ANY_WEEKDAY,
    legal_planning_weekdays,
    suitable_from,
    suitable_until,
    suits,
)
from agenda.timetable import kind_of_day, timetable

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from agenda.policy import Policy
    from agenda.working_days import WorkingDays

_AT_THE_LATEST = "At the latest."
_WITH_THE_LETTER = "With the parental pack and the list of solicitors."
_SUITABLE = 3
"""How many days that suit a meeting are looked for, the planned one among them."""


@dataclass(frozen=True, slots=True)
class Plan:
    """The planned day of a step, what there is to know about it, and the days that suit too."""

    day: date
    note: str = ""
    other_days: tuple[date, ...] = ()


Plans = dict[StepKey, Plan]
"""The plan of each step that has been counted."""


@dataclass(frozen=True, slots=True)
class Known:
    """What a family's record says besides the days on which things were done.

    Attributes:
        booked: the day each meeting is booked for; what follows it is counted from there.
        extended_to: the last day of the window as extended; None where it is not.
        ended_on: when pre-proceedings ended: nothing is owed from then on.
    """

    booked: Mapping[StepKey, date] = field(default_factory=dict)
    extended_to: date | None = None
    ended_on: date | None = None


NOTHING_KNOWN = Known()


@dataclass(frozen=True, slots=True)
class Counting:
    """The rules that count the dates of one family, with the days on which things were done."""

    policy: Policy
    days: WorkingDays
    actual: dict[StepKey, date]
    known: Known = NOTHING_KNOWN

    def until_the_meeting(self, start: StepKey, on: date) -> Plans:
        """Plan the steps up to the initial meeting: forwards from the start, and back from it."""
        begun = self._start(start, on)
        if start is StepKey.LPM:
            plans = {start: begun} | self._letter_after(begun.day)
        elif start is StepKey.GIVEN:
            plans = self._letter_before(begun.day) | {start: begun}
        else:
            given = self._before(begun.day, self.policy.letter.notice_days)
            plans = self._letter_before(given) | {
                StepKey.GIVEN: Plan(given, f"{_WITH_THE_LETTER} {_AT_THE_LATEST}"),
                start: begun,
            }
        if StepKey.INITIAL not in plans:
            given = self.done_or(StepKey.GIVEN, plans[StepKey.GIVEN].day)
            planned, *others = suitable_from(
                self._after(given, self.policy.letter.notice_days), _SUITABLE, self.days
            )
            plans[StepKey.INITIAL] = Plan(planned, "", tuple(others))
        return plans

    def from_the_meeting(self, planned: date) -> Plans:
        """Plan the initial meeting's reviews and the ends, by the day it was held if it was.

        The other days offered for the final review are before it, so that it stays inside.
        """
        met = self.done_or(StepKey.INITIAL, planned)
        found = timetable(met, self.policy, self.days)
        midway, final = found.midway_review, found.final_review
        later = suitable_from(midway.date, _SUITABLE, self.days)
        earlier = suitable_until(final.date, _SUITABLE, self.days)
        optional = "" if self.policy.midway.required else "Held where things do not go to plan."
        plans = {
            StepKey.MIDWAY: Plan(
                midway.date,
                f"{optional} {midway.note}".strip(),
                tuple(day for day in later if midway.date < day < final.date),
            ),
            StepKey.FINAL: Plan(
                final.date, final.note, tuple(day for day in earlier if met < day < final.date)
            ),
            StepKey.WINDOW_END: Plan(found.window_end.date, found.window_end.note),
        }
        if last := self.known.extended_to:
            held = self.days.on_or_before(last)
            moved = "" if held == last else self._moved(last, "working day before")
            plans[StepKey.EXTENDED_FINAL] = Plan(held, moved)
            plans[StepKey.EXTENSION_END] = Plan(last, "The window is extended.")
        elif self.policy.extension.times:
            note = f"Only where the window is extended. {found.extension_end.note}".strip()
            plans[StepKey.EXTENSION_END] = Plan(found.extension_end.date, note)
        return plans

    def trackers(self, first: date, last: date) -> Iterator[Plan]:
        """Give each Court Tracker after one day and up to another, which counts."""
        named = tracker_after(first, self.policy)
        while named is not None and named <= last:
            held = self.days.on_or_after(named)
            yield Plan(held, "" if held == named else self._moved(named, "next working day"))
            named = tracker_after(named, self.policy)

    def _start(self, key: StepKey, on: date) -> Plan:
        """Plan the start: on its own day, but not on one that is no working day still to come."""
        note = _WITH_THE_LETTER if key is StepKey.GIVEN else ""
        if key in self.actual or key in self.known.booked:
            return Plan(on, note)
        weekdays = self._weekdays(key)
        if suits(on, self.days, weekdays):
            return Plan(on, note)
        offered = suitable_from(on, _SUITABLE, self.days, weekdays)
        kind = "next day that suits" if key is StepKey.LPM else "next working day"
        if not self.days.is_working_day(on):
            note = f"{note} {self._moved(on, kind)}".strip()
            return Plan(offered[0], note, offered[1:])
        return Plan(on, self._legal_planning_note(), offered[:-1])

    def _letter_after(self, lpm: date) -> Plans:
        """Plan the letter forwards, all three from the legal planning meeting.

        Where the letter went to legal on a known day, legal's days are counted from that.
        """
        letter = self.policy.letter
        met = self.done_or(StepKey.LPM, lpm)
        drafted = self._after(met, letter.draft_days)
        returned = self._after(met, letter.draft_days + letter.legal_days)
        if StepKey.DRAFTED in self.actual:
            returned = self._after(self.actual[StepKey.DRAFTED], letter.legal_days)
        return {
            StepKey.DRAFTED: Plan(drafted),
            StepKey.RETURNED: Plan(returned),
            StepKey.GIVEN: Plan(self._after(met, letter.delivered_days), _WITH_THE_LETTER),
        }

    def _letter_before(self, given: date) -> Plans:
        """Plan backwards, from the day the letter is given, by when each step is done at latest."""
        letter = self.policy.letter
        to_draft = letter.delivered_days - letter.draft_days
        *others, lpm = suitable_until(
            self._before(given, letter.delivered_days),
            _SUITABLE,
            self.days,
            self._weekdays(StepKey.LPM),
        )
        return {
            StepKey.LPM: Plan(
                lpm, f"{_AT_THE_LATEST} {self._legal_planning_note()}".strip(), tuple(others)
            ),
            StepKey.DRAFTED: Plan(self._before(given, to_draft), _AT_THE_LATEST),
            StepKey.RETURNED: Plan(
                self._before(given, to_draft - letter.legal_days), _AT_THE_LATEST
            ),
        }

    def _legal_planning_note(self) -> str:
        """Say when in the week legal planning is held; empty where any working day will do."""
        parts = self.policy.legal_planning.days
        return f"Legal planning is held on {in_a_row(parts)}." if parts else ""

    def _moved(self, named: date, kind: str) -> str:
        """Say that a day is no working day, and that one of a kind stands in its place."""
        return f"{day_text(named)} is {kind_of_day(named, self.days)}; the {kind}."

    def _weekdays(self, key: StepKey) -> frozenset[str]:
        """Return the weekdays that suit a step: the authority's own for legal planning."""
        return legal_planning_weekdays(self.policy) if key is StepKey.LPM else ANY_WEEKDAY

    def done_or(self, key: StepKey, planned: date) -> date:
        """Return the day a step was done, or else is booked, or else is planned."""
        return self.actual.get(key) or self.known.booked.get(key, planned)

    def _after(self, day: date, count: int) -> date:
        """Return the working day so many working days after a day, which is not counted."""
        return self.days.on_or_after(self.days.add(day, count))

    def _before(self, day: date, count: int) -> date:
        """Return the last working day from which a day is so many working days away.

        A day that is not a working day counts as the working day before it: only so do all the
        working days lie between.
        """
        return self.days.add(self.days.on_or_before(day), -count)
