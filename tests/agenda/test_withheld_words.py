"""Withheld words are found however they are spelt, and nothing else is."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agenda.withheld_words import MARK, find_withheld, spellings, withheld_in, without

ADDRESS = "12 Quince Orchard Lane\nWallington\nSM6 9ZX"
TELEPHONE = "07700 900123"


@pytest.mark.parametrize(
    "written",
    [
        ADDRESS,
        "12 Quince Orchard Lane, Wallington, SM6 9ZX",
        "12 quince orchard lane wallington sm69zx",
        "12, QUINCE-ORCHARD\u00a0LANE",
        "12 Quince\nOrchard\nLane",
        "12QuinceOrchardLane",
        "12 Quince Orchard Ln",
        "12 Quínce Orchárd Láne",
        "12 Qui\u00adnce Orch\u200bard Lane",
        "１２ Ｑｕｉｎｃｅ Orchard Lane",
        "Quince Orchard Lane",
        "SM6 9ZX",
        "SM6\u00a09ZX",
        "sm69zx",
        "S M 6 - 9 Z X",
        "12 Quіnсе Оrсhаrd Lаnе",  # with Cyrillic letters
        "12 Quιnce Οrchαrd Lαne",  # with Greek ones
        "12 Quınce Ørchard Łane",
        "12 𝑄𝑢𝑖𝑛𝑐𝑒 𝑶𝒓𝒄𝒉𝒂𝒓𝒅 𝕃𝕒𝕟𝕖",
        "❶❷ Ⓠⓤⓘⓝⓒⓔ Orchard Lane",
        "12 Qu\u2060in\u034fce Or\u3164chard\ufe0f Lane",
        "1̶2̶ Q̶u̶i̶n̶c̶e̶ O̶r̶c̶h̶a̶r̶d̶ Lane",
        "1\u20112 Quince – Orchard — Lane",
        "1 2\n\nQuince\u3000Orchard Lane",
        "١٢ Quince Orchard Lane",
        "ЅМ6 9ΖХ",
        "S-M-6\n9 . Z . X",
        "🅂🄼⑥ ⑨🅉🅇",
        "🆂🅼6 9🆉🆇",
    ],
)
def test_an_address_is_found_in_each_way_it_is_written(written: str) -> None:
    for text in (written, f"She is at {written}.", f"({written})\nfrom May"):
        assert without(text, (ADDRESS,)).count(MARK) == 1
        assert not set("SM6 9ZX 12 quince orchard lane".lower().split()) & set(
            without(text, (ADDRESS,)).lower().split()
        )


@pytest.mark.parametrize(
    "written",
    [
        "07700 900123",
        "07700900123",
        "0770 0900 123",
        "07700-900-123",
        "+44 7700 900123",
        "+44 (0)7700 900 123",
        "0044 7700900123",
        "7700 900 123",
        "07700\u00a0900123",
    ],
)
def test_a_telephone_number_is_found_with_any_spacing_and_code(written: str) -> None:
    said = without(f"Ring {written} after six", (TELEPHONE,))
    assert said.replace("+", "") == f"Ring {MARK} after six"


def test_a_number_is_found_in_the_words_round_it() -> None:
    safe = "Text her sister only, 07700 900123, after 4 pm"
    assert without("Text her sister only", (safe,)) == "Text her sister only"
    assert without("+447700900123 is hers", (safe,)) == f"+{MARK} is hers"


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("Ash", "They wash; crash; dashed; was happy"),
        ("Elm Road", "The helm roadside"),
        (ADDRESS, "She went to Wallington on 12 May"),
        ("12\nElm Road", "12 May, and 12 of them"),
        (TELEPHONE, "123 and 07700"),
        ("--", "a -- b"),
        ("", "anything"),
    ],
)
def test_what_only_looks_like_it_stays(words: str, text: str) -> None:
    assert without(text, (words,)) == text


def test_short_words_are_found_as_words() -> None:
    assert without("Ash's, ASH-Ash and (ash)", ("Ash",)) == f"{MARK}'s, {MARK} and ({MARK})"


def test_each_line_of_an_address_that_tells_where_it_is_alone() -> None:
    words = "Flat 3\n14a Heath Road\nCheam\nSM3 8QT"
    for part in ("Flat 3", "14a Heath Rd", "Heath Road", "SM38QT"):
        assert find_withheld(f"at {part}!", (words,)), part
    assert not find_withheld("Cheam", (words,))
    assert "elmgroveprimaryschool" in spellings("Elm Grove Primary School, Sutton")


@pytest.mark.parametrize(
    "recorded",
    [
        "1 2 Quince Orchard Lane\nWallington\nS M 6  9 Z X",
        "1-2 Quince–Orchard Lane, Wallington, SM6–9ZX",
        "１２ Quіnсе Orchard Lаnе\nWallington\nЅМ6 9ZX",
        "12 Qu\u00adince Orchard Lane\nSM6\u200b9ZX",
    ],
)
def test_however_the_detail_itself_was_recorded(recorded: str) -> None:
    for text in ("12 Quince Orchard Lane", "Quince Orchard Lane", "sm69zx", "SM6 9ZX"):
        assert without(f"at {text}.", (recorded,)) == f"at {MARK}.", text
    assert without("She went to town at 2 10pm.", (recorded,)) == "She went to town at 2 10pm."


def test_a_postcode_with_a_letter_for_a_figure_is_found() -> None:
    for text in ("CRO 8ZZ", "cr08zz", "CR0 8ZZ"):
        assert without(f"at {text}", ("4 Plover Close, CR0 8ZZ",)) == f"at {MARK}"


def test_words_in_another_alphabet_stay() -> None:
    text = "Мама мыла раму. Η μητέρα είπε όχι. Ona mieszka w Łodzi."
    assert without(text, (ADDRESS, TELEPHONE, "Larkspur Nursery", "Ash")) == text


def test_a_time_in_a_safe_contact_is_no_postcode() -> None:
    safe = "Ring at 2 10pm, ask for her sister"
    assert without("Ring the school. Ask for help.", (safe,)) == "Ring the school. Ask for help."


def test_it_says_which_details_are_left() -> None:
    assert withheld_in(["x sm69zx", "y"], (ADDRESS, TELEPHONE)) == [ADDRESS]


MIXED = st.text("Ash12 ,\n-'é\u00ad[]withheldWАѕһ１\u034f\u3164Ø", max_size=40)


@settings(max_examples=300)
@given(st.lists(st.one_of(MIXED, st.text(max_size=12)), max_size=3), MIXED, st.text(max_size=30))
def test_nothing_is_left_whatever_the_words_and_the_text(
    words: list[str], text: str, other: str
) -> None:
    planted = " ".join([text, *words, other, *(word.upper() for word in words)])
    assert find_withheld(without(planted, words), words) == []


@given(st.text(max_size=60))
def test_a_text_without_them_is_the_same_text(text: str) -> None:
    if not find_withheld(text, (ADDRESS, TELEPHONE)):
        assert without(text, (ADDRESS, TELEPHONE)) == text
