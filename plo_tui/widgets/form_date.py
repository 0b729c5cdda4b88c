"""The fields for a date and a time of day, typed as people say them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.widgets import Input

from agenda.day_names import day_and_month, day_text
from agenda.described_dates import describe_date
from agenda.typed_dates import read_date
from agenda.unreadable_date import UnreadableDate
from plo_tui.widgets.form_fields import LineField
from plo_tui.widgets.typed_times import read_time

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, time

    from agenda.window import Window
    from agenda.working_days import WorkingDays

DATES_HELP = (
    "Type a date as you say it: 12 feb, 12/2/27, fri wk 3, +2w, tomorrow, final review. "
    "The weekday, the week and any bank holiday stand beneath at once."
)

EXAMPLES = "such as 12 feb, fri wk 3, +2w"
PAST_EXAMPLES = "such as 12 feb, 3/5/2025"


class DateField(LineField):
    """A date; weekday, week of the window and what is wrong with it stand beneath as one types."""

    def __init__(
        self,
        key: str,
        label: str,
        value: date | None = None,
        *,
        today: date,
        days: WorkingDays,
        window: Window | None = None,
        named: Mapping[str, date] | None = None,
        past: bool = False,
        help_text: str = DATES_HELP,
    ) -> None:
        """Make the field.

        Args:
            key: the field's name.
            label: what stands before it.
            value: the date at first.
            today: today in London.
            days: the authority's working days.
            window: the family's window, where it has one.
            named: dates the case has, by name in small letters, such as `final review`.
            past: whether it is a date that has been, such as that of an example.
            help_text: shown by F1.
        """
        super().__init__(
            key,
            label,
            _written(value),
            placeholder=PAST_EXAMPLES if past else EXAMPLES,
            help_text=help_text,
        )
        self.today = today
        self.days = days
        self.window = window
        self.named = named or {}
        self.past = past
        self._describe()

    @property
    def value(self) -> date | None:
        """The date; None where nothing is typed.

        Raises:
            UnreadableDate: where it is no date; `wrong` says so first.
        """
        return self._read() if self.typed.strip() else None

    @value.setter
    def value(self, day: date | None) -> None:
        self.input.value = _written(day)

    def suggest_day(self, day: date | None) -> None:
        """Fill in a likely date, unless somebody typed something else."""
        self.suggest(_written(day))

    @property
    def wrong(self) -> str:
        """Why it is no date, with the nearest that would do."""
        try:
            self.value  # noqa: B018 - reading it is the test
        except UnreadableDate as unreadable:
            return str(unreadable)
        return ""

    @on(Input.Changed)
    def _describe(self) -> None:
        """Say beneath what the date is, or what is wrong with it."""
        if self.wrong:
            self.note(self.wrong)
        else:
            self.note(self._described())

    def _described(self) -> str:
        day = self.value
        if day is None:
            return ""
        return day_text(day) if self.past else describe_date(day, self.window, self.days)

    def _read(self) -> date:
        return read_date(
            self.typed,
            today=self.today,
            days=self.days,
            window=self.window,
            named=self.named,
            past=self.past,
        )


class TimeField(LineField):
    """A time of day in London: `10am`, `10:00`, `2.15 pm`."""

    def __init__(self, key: str, label: str, value: time | None = None) -> None:
        super().__init__(
            key,
            label,
            f"{value:%H:%M}" if value else "",
            placeholder="such as 10am, 14:30",
            help_text="Type a time of day, such as 10am, 10:00 or 2.15 pm.",
        )

    @property
    def value(self) -> time | None:
        """The time; None where nothing is typed."""
        return read_time(self.typed)

    @property
    def wrong(self) -> str:
        """Why it is no time."""
        if not self.typed.strip() or self.value:
            return ""
        return "That is not a time. Type one such as 10am, 10:00 or 2.15 pm."

    @on(Input.Changed)
    def _describe(self) -> None:
        self.note(self.wrong or (f"{self.value:%H:%M}" if self.value else ""))


def _written(day: date | None) -> str:
    return f"{day_and_month(day)} {day.year}" if day else ""
