"""No mark of one text turns round what stands beside it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agenda.direction import with_closed_marks, with_named_marks

CLOSES = {"\u2066": "\u2069", "\u2067": "\u2069", "\u2068": "\u2069"} | dict.fromkeys(
    "\u202a\u202b\u202d\u202e", "\u202c"
)
REACHING = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
MARKED = st.text(st.sampled_from(f"{REACHING}\u200fab א"))


@pytest.mark.parametrize(
    ("text", "for_a_document"),
    [
        ("\u202eretraC sM", "\u202eretraC sM\u202c"),
        ("\u2067a\u202eb", "\u2067a\u202eb\u202c\u2069"),
        ("\u2067a\u202eb\u2069c", "\u2067a\u202eb\u202c\u2069c"),
        ("a\u202c\u2069b", "ab"),
        ("\u202eover\u202c and עברית \u200f", "\u202eover\u202c and עברית \u200f"),
        ("שלום", "שלום"),
    ],
    ids=["override", "both", "crossed", "stray ends", "whole", "hebrew"],
)
def test_a_document_closes_what_a_text_left_open(text: str, for_a_document: str) -> None:
    assert with_closed_marks(text) == for_a_document


def test_a_terminal_gets_the_names_of_far_reaching_marks() -> None:
    assert with_named_marks("\u202eretraC \u2067 \u200fשלום") == "⟨RLO⟩retraC ⟨RLI⟩ שלום"


@given(MARKED)
def test_every_text_of_a_document_ends_as_it_began(text: str) -> None:
    waiting: list[str] = []
    for character in with_closed_marks(text):
        if character in CLOSES:
            waiting.append(CLOSES[character])
        elif character in "\u202c\u2069":
            assert waiting.pop() == character
    assert not waiting
    kept = with_closed_marks(text)
    assert with_closed_marks(kept) == kept


@given(MARKED)
def test_no_mark_that_turns_reaches_a_terminal(text: str) -> None:
    assert not set(with_named_marks(text)) & set(REACHING)
