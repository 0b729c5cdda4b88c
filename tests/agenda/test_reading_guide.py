from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agenda.phrases import Phrases, forms
from agenda.policy import default_policy
from agenda.reading_guide import hard_words, long_sentences, reading_age, sentences, syllables

COUNTED = {
    1: "the clean stairs sheets fire change school used watched times comes played year",
    2: "advice children social worker carpets mouldy table people needed started houses service "
    "abuse being police quiet agreed misses table",
    3: "assessment parenting prevention officer family violence area decision serious diary "
    "behaviour",
    4: "solicitor situation",
}


def test_most_everyday_words_have_the_syllables_one_hears() -> None:
    words = [(word, count) for count, line in COUNTED.items() for word in line.split()]
    wrong = [word for word, count in words if syllables(word) != count]
    assert wrong == []


@given(st.text(max_size=30))
def test_every_word_has_a_syllable(word: str) -> None:
    assert syllables(word) >= 1


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Go home. Ring us!  Will you?", ["Go home.", "Ring us!", "Will you?"]),
        ("See Dr. Ahmed at 4.30 pm, e.g. on Friday. Then rest.", 2),
        ("one line\nanother", ["one line", "another"]),
        ("", []),
        (" \n ", []),
    ],
)
def test_a_text_is_cut_into_sentences(text: str, parts: list[str] | int) -> None:
    assert sentences(text) == parts or len(sentences(text)) == parts


def test_only_a_sentence_over_the_length_is_long() -> None:
    assert long_sentences("word " * 25, 25) == []
    assert long_sentences("Short one. " + "word " * 26, 25) == [(("word " * 26).strip(), 26)]


def test_plain_words_read_younger_than_hard_ones() -> None:
    plain = reading_age("We will come to see you on Tuesday. You can ask us for help.")
    hard = reading_age("Professionals will undertake comprehensive multidisciplinary assessments.")
    assert plain is not None
    assert hard is not None
    assert 5 <= plain <= 9 < 16 < hard
    assert reading_age("…") is None


def test_a_hard_word_comes_with_a_plainer_one_in_the_form_it_was_written() -> None:
    text = "Ms Carter commenced the course prior to the meeting and is commencing it again."
    assert hard_words(text, default_policy()) == [("commenced", "start"), ("prior to", "before")]


@pytest.mark.parametrize("word", [word for word, _ in default_policy().plan.hard_words])
def test_every_hard_word_of_the_policy_is_found(word: str) -> None:
    assert hard_words(f"They {word} it", default_policy())


@pytest.mark.parametrize(
    ("word", "written"),
    [
        ("engage", "engaging"),
        ("try", "tries"),
        ("try", "tried"),
        ("reflect", "reflects"),
        ("permit", "permitted"),
        ("address", "addresses"),
        ("comply", "complied"),
    ],
)
def test_a_word_is_known_in_its_forms(word: str, written: str) -> None:
    assert written in forms(word)


def test_a_word_inside_another_is_not_met_and_the_longer_phrase_is_taken() -> None:
    phrases = Phrases(["work", "work with"])
    assert [one.phrase for one in phrases.found_in("homework, working WITH us, works")] == [
        "work with",
        "work",
    ]
