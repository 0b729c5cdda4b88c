"""How often, and how many sessions, as people say them; what only looks like it stays a word."""

from __future__ import annotations

import re

import pytest

from plo_tui.widgets.rhythm_words import RHYTHM, rhythm_in, says_only_how_often, sessions_in


@pytest.mark.parametrize(
    "rhythm",
    [
        "weekly", "daily", "fortnightly", "monthly", "twice-weekly", "once a week", "twice a week",
        "three times a week", "2 visits a week", "every day", "every school day", "every Tuesday",
        "every other Monday", "every two weeks", "each weekend", "on Tuesdays and Fridays",
        "every Mon, Wed and Fri", "Tuesdays at 4 pm", "every Monday morning at 9:30",
    ],
)  # fmt: skip
def test_how_often_is_found_whole(rhythm: str) -> None:
    assert rhythm_in(f"Home visits {rhythm} with a worker") == rhythm
    assert says_only_how_often(rhythm)


def test_all_of_how_often_is_kept_in_a_row() -> None:
    assert rhythm_in("Weekly home visits on Tuesdays at 4 pm") == "Weekly, on Tuesdays at 4 pm"


@pytest.mark.parametrize(
    "text", ["on Tuesday", "everyday clothes", "bi-weekly", "Sunday lunch", "once", "a week"]
)
def test_what_does_not_say_how_often_is_left(text: str) -> None:
    assert rhythm_in(text) == ""


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Parenting assessment in 6 sessions", 6),
        ("six two-hour sessions", 6),
        ("over 10 sessions", 10),
        ("1 session", 1),
        ("up to 6 sessions", None),
        ("6 to 8 sessions", None),
        ("6-8 sessions", None),
        ("at least 4 sessions", None),
        ("2 sessions a week", None),
        ("session 6", None),
    ],
)
def test_a_number_of_sessions_is_never_guessed(text: str, number: int | None) -> None:
    assert sessions_in(text) == number


def test_a_long_row_of_days_is_read_at_once() -> None:
    days = "on mondays" + " and mondays" * 2000
    assert re.fullmatch(RHYTHM, days, re.IGNORECASE)
    assert re.fullmatch(RHYTHM, f"{days} x", re.IGNORECASE) is None
