"""How a sitting is called, where a meeting has more than one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.day_names import MONTHS, WEEKDAYS
from agenda.london import london_date
from agenda.minuting_words import clock

if TYPE_CHECKING:
    from datetime import date

    from agenda import records
    from agenda.papers import Papers

_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")


def ordinal(number: int) -> str:
    """Return `second sitting`; in figures from the tenth on: `sitting 10`."""
    if 1 <= number <= len(_ORDINALS):
        return f"{_ORDINALS[number - 1]} sitting"
    return f"sitting {number}"


def sitting_line(sitting: records.Sitting) -> str:
    """Return the words above what was said in a sitting.

    `Second sitting, Tuesday 19 January 2027, with Ms Carter`.
    """
    words = ordinal(sitting.number)
    parts = (words[:1].upper() + words[1:], _day(london_date(sitting.started_at)), sitting.called)
    return ", ".join(part for part in parts if part)


def sitting_name(papers: Papers) -> str:
    """Return which sitting of its meeting the latest one is, for the first line of a screen.

    `with Ms Carter`, or `second sitting`; empty for the only one, with everybody.
    """
    sittings = papers.sittings
    if not sittings or (len(sittings) == 1 and not sittings[0].called):
        return ""
    return sittings[-1].called or ordinal(sittings[-1].number)


def pause_words(pause: records.Pause) -> str:
    """Return a pause's times in London: `10:42 to 10:55`. Nothing else is known of it."""
    ended = clock(pause.ended_at)
    return f"{clock(pause.began_at)} to {ended}" if ended else f"from {clock(pause.began_at)}"


def _day(day: date) -> str:
    return f"{WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]} {day.year}"
