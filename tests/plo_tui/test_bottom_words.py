"""A bottom line that says plainly what follows is taken apart; any other is left whole."""

from __future__ import annotations

import pytest

from plo_tui.widgets.bottom_words import what_follows


@pytest.mark.parametrize(
    "typed",
    [
        "Leo is hit again, then we go to court",
        "Leo is hit again: then we go to court",
        "Leo is hit again → we go to court",
        "Leo is hit again -> we go to court",
        "Leo is hit again then we go to court",
        "if Leo is hit again, we go to court",
        "If Leo is hit again then we go to court",
        "Leo is hit again. If it happens, we go to court",
    ],
)
def test_what_must_not_happen_and_what_follows(typed: str) -> None:
    assert what_follows(typed) == ("Leo is hit again", "We go to court")


@pytest.mark.parametrize("word", ["or", "or else", "otherwise"])
def test_a_rule_for_the_family_may_say_what_follows_too(word: str) -> None:
    assert what_follows(f"The children are never left alone, {word} we go to court") == (
        "The children are never left alone",
        "We go to court",
    )


def test_the_plainest_separator_wins() -> None:
    assert what_follows("Leo is hit, then left alone, then we go to court") == (
        "Leo is hit, then left alone",
        "We go to court",
    )


@pytest.mark.parametrize(
    "typed",
    [
        "The children are never left alone in the flat.",
        "Leo is hit and then left alone",
        "if Leo is hit, kicked or slapped, we go to court",
        "Nobody hits Leo, or Mia",
        "Leo is hit, then",
        "→ we go to court",
        "then we go to court",
    ],
)
def test_what_is_not_plain_is_left_whole(typed: str) -> None:
    assert what_follows(typed) == (typed, "")


@pytest.mark.parametrize(
    "line",
    [
        "The flat is found dirty, or we are not let in",
        "The children are left alone, or we find drugs in the flat",
        "Leo is hit, then left alone",
        "if Lee drinks, or takes drugs",
        "No drinking. If it continues, or he lies",
    ],
)
def test_an_ordinary_or_is_no_consequence(line: str) -> None:
    assert what_follows(line) == (line, "")
