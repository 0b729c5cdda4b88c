"""Text at the border: nothing is lost, and everything can be stored, printed and shown."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from xml.sax.saxutils import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agenda.text import as_seen, clean, one_line

ANY_TEXT = st.text(st.characters())
"""Every code point, lone surrogates and control characters among them."""


@given(ANY_TEXT)
def test_cleaned_text_is_valid_utf8_and_xml(text: str) -> None:
    cleaned = clean(text)
    assert cleaned.encode("utf-8").decode("utf-8") == cleaned
    element = ET.fromstring(f"<text>{escape(cleaned)}</text>".encode())  # noqa: S314 - our own
    assert (element.text or "") == cleaned


@given(ANY_TEXT)
def test_cleaning_twice_changes_nothing(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@given(ANY_TEXT)
def test_nothing_is_dropped(text: str) -> None:
    """Each character has at least one of its own; only CRLF becomes a single newline."""
    assert len(clean(text)) >= len(text) - text.count("\r\n")


@given(st.text(st.characters(exclude_categories=("Cc", "Cs", "Cn", "Zl", "Zp"))))
def test_ordinary_text_stays_as_typed(text: str) -> None:
    assert clean(text) == text


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("\x00", "␀"),
        ("\x1b]0;title\x07", "␛]0;title␇"),
        ("\x7f", "␡"),
        ("\x9b31m", "⟨U+009B⟩31m"),
        ("\x85", "⟨U+0085⟩"),
        ("\ud83d", "⟨U+D83D⟩"),
        ("\uffff\ufffe\ufdd0", "⟨U+FFFF⟩⟨U+FFFE⟩⟨U+FDD0⟩"),
        ("\U0010ffff", "⟨U+10FFFF⟩"),
        ("one\r\ntwo\rthree\u2028four\u2029five", "one\ntwo\nthree\nfour\nfive"),
        ("a\tb\nc", "a\tb\nc"),
        ("[/b] \u202eabc\u202c \u200f 👩‍👧‍👦 Zoë", "[/b] \u202eabc\u202c \u200f 👩‍👧‍👦 Zoë"),
    ],
)
def test_what_becomes_of(typed: str, kept: str) -> None:
    assert clean(typed) == kept


@given(ANY_TEXT)
def test_a_name_stays_on_one_line(text: str) -> None:
    name = one_line(text)
    assert len(name.splitlines()) <= 1
    assert not re.search(r"\s\s|^\s|\s$", name)


def test_a_name_pasted_over_two_lines() -> None:
    assert one_line("  Leanne\r\n\tCarter\x00 ") == "Leanne Carter␀"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("PLO-2026-014", "plo-2026-014"),
        ("PLO-1", "PLO\u200b-1\ufeff"),
        ("PLO-1", "\u202ePLO-1"),
        ("PLO-1", "ＰＬＯ-１"),
        ("Zoe\u0308", "Zoë"),
    ],
)
def test_what_nobody_can_tell_apart_is_seen_as_the_same(one: str, other: str) -> None:
    assert as_seen(one) == as_seen(other)


def test_what_differs_is_seen_as_different() -> None:
    assert as_seen("PLO-1") != as_seen("PLO-2")
