"""Bank holidays kept from one day to the next."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

import pytest

from agenda.policy import default_policy
from plo_tui import kept_bank_holidays
from plo_tui.kept_bank_holidays import working_days

if TYPE_CHECKING:
    from pathlib import Path

BOXING_DAY = date(2026, 12, 28)  # the 26th is a Saturday
SECTION = default_policy().bank_holidays


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "cache"
    monkeypatch.setattr("platformdirs.user_cache_path", lambda *_, **__: folder)
    return folder / "bank-holidays.json"


def _no_package(country: str, subdivision: str, years: range) -> dict[date, str]:
    raise AssertionError(f"the package was asked for {country}-{subdivision}, {years}")


def test_the_package_is_asked_once(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = working_days(SECTION).why_not(BOXING_DAY)
    assert first == "Boxing Day (substitute day)"

    monkeypatch.setattr(kept_bank_holidays, "bank_holidays", _no_package)
    days = working_days(SECTION)
    assert days.why_not(BOXING_DAY) == first
    assert days.add(date(2026, 12, 24), 1) == date(2026, 12, 29)
    assert days.why_not(date(2028, 4, 14)) == "Good Friday"
    assert cache.is_file()


def test_years_not_kept_are_asked_for_and_join_those_kept(
    cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    working_days(SECTION).why_not(BOXING_DAY)
    assert working_days(SECTION).why_not(date(2010, 12, 27)) == "Christmas Day (substitute day)"

    monkeypatch.setattr(kept_bank_holidays, "bank_holidays", _no_package)
    assert working_days(SECTION).why_not(date(2010, 12, 27)) == "Christmas Day (substitute day)"
    assert working_days(SECTION).why_not(BOXING_DAY) == "Boxing Day (substitute day)"


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\xfe",
        b"[]",
        b'{"source": ["0.1", "GB", "ENG"], "years": [2026, 2031], "days": {}}',
        b'{"source": null}',
    ],
)
def test_a_file_of_another_version_or_broken_counts_as_none(cache: Path, content: bytes) -> None:
    cache.parent.mkdir()
    cache.write_bytes(content)
    assert working_days(SECTION).why_not(BOXING_DAY) == "Boxing Day (substitute day)"
    assert json.loads(cache.read_text(encoding="utf-8"))["days"]["2026-12-25"] == "Christmas Day"


def test_days_of_another_country_are_not_taken_for_ours(cache: Path) -> None:
    working_days(SECTION).why_not(BOXING_DAY)
    kept = json.loads(cache.read_text(encoding="utf-8"))
    kept["source"][2] = "SCT"
    kept["days"]["2026-11-30"] = "Saint Andrew's Day"
    cache.write_text(json.dumps(kept), encoding="utf-8")
    assert working_days(SECTION).is_working_day(date(2026, 11, 30))


def test_broken_years_or_days_count_as_none(cache: Path) -> None:
    working_days(SECTION).why_not(BOXING_DAY)
    good = json.loads(cache.read_text(encoding="utf-8"))
    for name, value in (("years", ["a", "b"]), ("years", 7), ("days", {"x": "y"}), ("days", [])):
        cache.write_text(json.dumps(good | {name: value}), encoding="utf-8")
        assert working_days(SECTION).why_not(BOXING_DAY) == "Boxing Day (substitute day)"


def test_where_nothing_can_be_kept_the_package_is_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    in_the_way = tmp_path / "cache"
    in_the_way.write_bytes(b"a file")
    monkeypatch.setattr("platformdirs.user_cache_path", lambda *_, **__: in_the_way)
    assert working_days(SECTION).why_not(BOXING_DAY) == "Boxing Day (substitute day)"
    assert in_the_way.read_bytes() == b"a file"
