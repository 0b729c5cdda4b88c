"""Bank holidays kept from one day's work to the next, so that their package is seldom loaded.

They are public, and the file may be removed at any time: it is written again when needed.
"""

from __future__ import annotations

import json
from contextlib import suppress
from datetime import date
from importlib.metadata import version
from typing import TYPE_CHECKING

from agenda.bank_holidays import bank_holidays
from agenda.working_days import WorkingDays

if TYPE_CHECKING:
    from pathlib import Path

    from agenda.policy_sections import BankHolidays

_YEARS_MORE = 3
"""Years listed beyond those asked for, so that a new year seldom asks the package again."""


def working_days(section: BankHolidays) -> WorkingDays:
    """Return the working days of a policy's section, by the bank holidays kept."""
    return WorkingDays(section, kept_bank_holidays)


def kept_bank_holidays(country: str, subdivision: str, years: range) -> dict[date, str]:
    """Return the bank holidays of these years, from the file or else from the package.

    What the package gave is kept for the next time. A file of another version of the package,
    of another country or that cannot be read counts as none; where none can be written, the
    package is asked each time.
    """
    source = [version("holidays"), country, subdivision]
    kept = _read(source)
    if kept is None or years.start < kept[0].start or years.stop > kept[0].stop:
        if kept is not None:
            years = range(min(years.start, kept[0].start), max(years.stop, kept[0].stop))
        years = range(years.start, years.stop + _YEARS_MORE)
        kept = years, bank_holidays(country, subdivision, years)
        _write(source, *kept)
    return kept[1]


def _file() -> Path:
    from platformdirs import user_cache_path

    return user_cache_path("plo-tui", appauthor=False) / "bank-holidays.json"


def _read(source: list[str]) -> tuple[range, dict[date, str]] | None:
    """Return the years and the days of a file from this source; None where there is none."""
    try:
        kept = json.loads(_file().read_text(encoding="utf-8"))
        if kept["source"] != source:
            return None
        first, last = kept["years"]
        days = {date.fromisoformat(day): str(name) for day, name in kept["days"].items()}
        return range(first, last + 1), days
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def _write(source: list[str], years: range, days: dict[date, str]) -> None:
    from exports.problems import CannotWrite
    from exports.safe_file import write_whole

    named = {day.isoformat(): name for day, name in sorted(days.items())}
    kept = {"source": source, "years": [years[0], years[-1]], "days": named}
    with suppress(OSError, CannotWrite):
        file = _file()
        file.parent.mkdir(parents=True, exist_ok=True)
        write_whole(json.dumps(kept).encode(), file)
