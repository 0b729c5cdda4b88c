"""Bank holidays, as the `holidays` package knows them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

BankHolidayList = Callable[[str, str, range], Mapping[date, str]]
"""What lists them: takes a country, a subdivision and years, and gives each day its name."""


def bank_holidays(country: str, subdivision: str, years: range) -> dict[date, str]:
    """Return the bank holidays of these years, with the names they go by.

    The package is loaded by the first call: about 0.15 s and 12 MiB, for it brings every country.
    """
    from holidays import country_holidays

    found = country_holidays(country, subdiv=subdivision, years=years)
    return {day: name.replace(" (observed)", " (substitute day)") for day, name in found.items()}
