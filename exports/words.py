"""Dates, times and lists as a document says them: in British English, whatever the machine's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.day_names import WEEKDAYS, full_date
from agenda.london import LONDON

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime

    from agenda.letter import LetterLine
    from agenda.minuted_plan import MinutedLine
    from agenda.take_away import TakenStep


short_date = full_date
"""A date without its weekday: `12 January 2027`."""


def long_date(day: date) -> str:
    """Return a date with its weekday: `Tuesday 12 January 2027`."""
    return f"{WEEKDAYS[day.weekday()]} {short_date(day)}"


def london(instant: datetime) -> str:
    """Return an aware instant as London's clocks showed it: `Tuesday 12 January 2027 at 14:05`."""
    there = instant.astimezone(LONDON)
    return f"{long_date(there)} at {there:%H:%M}"


def listed(words: Sequence[str]) -> str:
    """Return words as one list: `a`, `a and b`, `a, b and c`."""
    return " and ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))


def sentence(text: str) -> str:
    """Return a text that begins with a capital letter and is otherwise as it was."""
    return text[:1].upper() + text[1:]


def when(line: MinutedLine | TakenStep | LetterLine) -> list[str]:
    """Return when a line of the plan happens, one phrase for each thing recorded."""
    said = []
    if line.starts:
        said.append(f"From {long_date(line.starts)}")
    if line.rhythm:
        said.append(sentence(line.rhythm))
    if line.sessions:
        said.append("1 session" if line.sessions == 1 else f"{line.sessions} sessions")
    if line.due:
        said.append(f"By {long_date(line.due)}")
    if line.until:
        said.append(f"Until {long_date(line.until)}")
    return said
