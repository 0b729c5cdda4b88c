"""Times of day as people type them: `10am`, `10:30`, `2.15 pm`."""

from __future__ import annotations

import re
from datetime import time

_TIME = re.compile(
    r"(?:\bat\s+)?(?<![\d/.])(?P<hour>\d{1,2})(?:[:.](?P<minute>\d{2}))?\s*(?P<half>am|pm)\b"
    r"|(?:\bat\s+)?(?<![\d/.])(?P<hour24>\d{1,2}):(?P<minute24>\d{2})\b",
    re.IGNORECASE,
)
_NOON = 12


def read_time(typed: str) -> time | None:
    """Return a time of day in London as typed; None where it is none."""
    found = _TIME.fullmatch(typed.strip())
    return _time(found) if found else None


def split_time(typed: str) -> tuple[str, time | None, str]:
    """Take `6 apr 10am at Westgate House` apart: the day as typed, the time, the place.

    What stands behind the time is the place, without a leading `at`; without a time, what
    stands behind `at`.
    """
    for found in _TIME.finditer(typed):
        if at := _time(found):
            place = re.sub(r"\A[\s,]*(?:at\s+)?", "", typed[found.end() :], flags=re.IGNORECASE)
            return typed[: found.start()].strip(" ,"), at, place.strip()
    day, _, place = re.sub(r"\s+at\s+", "\0", typed, count=1, flags=re.IGNORECASE).partition("\0")
    return day.strip(" ,"), None, place.strip()


def _time(found: re.Match[str]) -> time | None:
    hour = int(found["hour"] or found["hour24"])
    minute = int(found["minute"] or found["minute24"] or 0)
    half = (found["half"] or "").casefold()
    if half and not 1 <= hour <= _NOON:
        return None
    if half:
        hour = hour % _NOON + (_NOON if half == "pm" else 0)
    try:
        return time(hour, minute)
    except ValueError:
        return None
