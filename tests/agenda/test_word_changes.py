"""Which words changed: nothing is lost between the two texts, and the marks are words."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agenda.word_changes import Part, marked, marked_lines, word_changes

TEXTS = st.lists(
    st.sampled_from(["the", "home", "was", "cold", "[", "]", " ", "\n", "  ", "\u202e", "é"])
).map("".join) | st.text(max_size=80)


@given(TEXTS, TEXTS)
def test_the_changes_give_both_texts_again(old: str, new: str) -> None:
    changes = word_changes(old, new)
    assert "".join(one.text for one in changes if one.part is not Part.OUT) == new
    assert "".join(one.text for one in changes if one.part is not Part.IN) == old


@given(TEXTS)
def test_the_same_text_has_no_change(text: str) -> None:
    assert marked(word_changes(text, text)) == text


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            "The home was cold in March.",
            "The home was warm in March.",
            "The home was [taken out: cold] [put in: warm] in March.",
        ),
        ("The home was cold.", "The home was very cold.", "The home was [put in: very] cold."),
        ("He did not agree.", "He did agree.", "He did [taken out: not] agree."),
        ("", "First words.", "[put in: First words.]"),
        ("Gone.", "", "[taken out: Gone.]"),
        ("one  two", "one two", "one two"),
    ],
)
def test_changed_words_are_marked_in_words(old: str, new: str, said: str) -> None:
    assert marked(word_changes(old, new)) == said


def test_of_two_pages_only_the_changed_lines_are_given() -> None:
    old = ["Views", "1. 10:01 It was cold.", "2. 10:02 School is well.", "Dates"]
    new = ["Views", "1. 10:01 It was cold.", "2. 10:02 New.", "3. 10:02 School is ill.", "Dates"]
    assert marked_lines(old, new) == [
        "2. 10:02 [taken out: School is well.] [put in: New.]",
        "[put in: 3. 10:02 School is ill.]",
    ]


def test_a_paragraph_put_in_does_not_call_those_after_it_changed() -> None:
    old = ["1. 10:01 It was cold.", "2. 10:02 School is well."]
    new = ["1. 10:00 Welcome.", "2. 10:01 It was cold.", "3. 10:02 School is well."]
    assert marked_lines(old, new) == ["[put in: 1. 10:00 Welcome.]"]


def test_a_hundred_thousand_characters_are_compared() -> None:
    old = " ".join(f"word{n}" for n in range(15_000))
    new = " ".join(f"other{n}" for n in range(15_000))
    began = time.process_time()
    changes = word_changes(f"{old} end", f"{new} end")
    assert "".join(one.text for one in changes if one.part is not Part.OUT) == f"{new} end"
    assert time.process_time() - began < 5
