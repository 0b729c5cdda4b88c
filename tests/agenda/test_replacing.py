"""One wording in the place of another: whole words, possessives, and nothing in between."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from minuting_papers import CarterPapers

from agenda import records
from agenda.replacing import FREE_TEXT, replaced, wordings

HOPE = {"Ms Carter": "Ms Hope", "Lena Carter": "Lena Hope"}


@pytest.mark.parametrize(
    ("text", "new"),
    [
        ("Ms Carter agrees.", "Ms Hope agrees."),
        ("(Ms Carter)", "(Ms Hope)"),
        ("Ms Carter's flat, Ms Carter’s door", "Ms Hope's flat, Ms Hope’s door"),
        ("Lena Carter, known as Ms Carter", "Lena Hope, known as Ms Hope"),
        ("Ms\nCarter", "Ms Hope"),
        ("Ms Carterton and Ms Carter-Jones", "Ms Carterton and Ms Carter-Jones"),
        ("Mrs Carter and Mums Carter", "Mrs Carter and Mums Carter"),
        ("Carter Road", "Carter Road"),
        ("ms carter", "ms carter"),
    ],
)
def test_whole_words_change_and_nothing_else(text: str, new: str) -> None:
    assert replaced(text, HOPE) == new


def test_a_name_that_ends_in_s_keeps_its_possessive() -> None:
    smith = {"Mr Jones": "Mr Smith"}
    assert replaced("Mr Jones' flat", smith) == "Mr Smith's flat"
    assert replaced("Mr Jones's flat", smith) == "Mr Smith's flat"
    assert replaced("He said 'ask Mr Jones' and left", smith) == "He said 'ask Mr Smith' and left"
    assert replaced("Mr Jones' flat", {"Mr Jones": "Mr Bates"}) == "Mr Bates' flat"


def test_wordings_change_at_once_never_one_after_the_other() -> None:
    swapped = {"Ms A": "Ms B", "Ms B": "Ms A"}
    assert replaced("Ms A met Ms B.", swapped) == "Ms B met Ms A."


def test_nothing_to_find_changes_nothing() -> None:
    assert replaced("Ms Carter", {}) == "Ms Carter"
    assert replaced("Ms Carter", {"  ": "x"}) == "Ms Carter"


@given(st.text(max_size=60), st.text(min_size=1, max_size=8), st.text(max_size=8))
def test_no_text_makes_it_fail_and_a_text_without_the_words_stays(
    text: str, old: str, new: str
) -> None:
    after = replaced(text, {old: new})
    if " ".join(old.split()) not in " ".join(text.split()):
        assert after == text


def test_each_changed_text_is_given_with_its_place() -> None:
    carters = CarterPapers()
    entry = carters.entry("Ms Carter's bathroom")
    carters.entry("Nobody is named.")
    line = carters.line(number=1, kind="action", what="Ask Ms Carter", helper="Ms Carter")
    found = wordings([entry, carters.records[-2], line], HOPE)
    assert [(one.kind, one.record_id, one.field, one.new) for one in found] == [
        ("Entry", entry.id, "text", "Ms Hope's bathroom"),
        ("PlanLine", line.id, "what", "Ask Ms Hope"),
        ("PlanLine", line.id, "helper", "Ms Hope"),
    ]


def test_the_table_names_fields_that_are_there() -> None:
    for kind, fields in FREE_TEXT.items():
        columns = getattr(records, kind).model_fields
        assert set(fields) <= set(columns), kind
