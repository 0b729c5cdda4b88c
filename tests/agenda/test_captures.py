from __future__ import annotations

import re
from pathlib import Path

import pytest

from agenda.captures import CAPTURES, SHEET_KINDS, Capture, captures_table, required_captures
from agenda.sheet_reading import ITEM_KEYS, SHEET_KEYS

WITH_FAMILY = [kind for kind in SHEET_KINDS if kind != "legal_planning"]
GUIDE = Path(__file__).parents[2] / "docs" / "sheets.md"


def test_every_capture_has_one_row_in_plain_sentences() -> None:
    assert set(CAPTURES) == set(Capture)
    for row in CAPTURES.values():
        assert row.writes.endswith(".")
        assert row.covered_when.endswith(".")


def test_the_guide_holds_the_table_of_captures() -> None:
    assert captures_table() in GUIDE.read_text(encoding="utf-8")


def test_the_guide_explains_every_key_of_a_sheet_and_of_an_item() -> None:
    guide = GUIDE.read_text(encoding="utf-8")
    _, top, items, *_ = re.split(r"^## (?:The top|Each item|What an item)", guide, flags=re.M)
    explained = [re.findall(r"^\| `(\w+)` \|", part, re.M) for part in (top, items)]
    assert explained == [[key for key in SHEET_KEYS if key != "item"], list(ITEM_KEYS)]


def test_legal_planning_needs_what_its_record_is_made_of_and_nothing_of_a_family() -> None:
    assert set(required_captures("legal_planning")) == {
        "checks",
        "attendance",
        "concerns",
        "child",
        "support",
        "options",
        "planning_outcome",
        "draft_plan",
        "assessor",
        "timetable",
        "legal_advice",
    }


def test_each_sheet_needs_only_what_has_a_place_in_it() -> None:
    for capture, row in CAPTURES.items():
        assert row.required_in <= row.only_in, capture


@pytest.mark.parametrize("kind", WITH_FAMILY)
def test_no_meeting_does_without_checks_attendance_advice_child_views_and_dates(kind: str) -> None:
    required = required_captures(next(known for known in SHEET_KINDS if known == kind))
    assert {"checks", "attendance", "advice", "child", "views", "dates"} <= set(required)


def test_the_initial_meeting_needs_what_its_minutes_are_made_of() -> None:
    assert set(required_captures("initial")) == {
        "checks",
        "attendance",
        "advice",
        "concerns",
        "views",
        "child",
        "support",
        "network",
        "assessments",
        "plan",
        "advice_break",
        "bottom_line",
        "dates",
    }


def test_both_reviews_need_outcomes_a_trajectory_and_a_decision() -> None:
    for kind in ("midway", "final"):
        assert {"outcomes", "trajectory", "decision"} <= set(required_captures(kind))


def test_only_the_safety_checks_stay_out_of_the_minutes() -> None:
    assert [capture for capture, row in CAPTURES.items() if not row.minuted] == [Capture.CHECKS]
