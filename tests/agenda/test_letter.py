"""The letter: one frozen value that comes back as it was, read from TOML with plain refusals."""

from __future__ import annotations

from dataclasses import replace

import pytest
from carter_letter import CARTER_LETTER, CARTER_TOML
from hypothesis import given, settings
from wild_toml import wild_toml

from agenda.letter import Letter, Recipient, freeze_letter, thaw_letter
from agenda.letter_check import letter_findings
from agenda.letter_reading import read_letter
from agenda.letter_words import LetterKind
from agenda.minutes import fingerprint
from agenda.policy import default_policy
from agenda.words import LineKind
from agenda.working_days import WorkingDays

POLICY = default_policy()
DAYS = WorkingDays(POLICY.bank_holidays)


def test_a_frozen_letter_comes_back_as_it_was() -> None:
    assert thaw_letter(freeze_letter(CARTER_LETTER)) == CARTER_LETTER


def test_the_same_letter_has_one_fingerprint_and_a_changed_word_another() -> None:
    frozen = freeze_letter(CARTER_LETTER)
    changed = freeze_letter(replace(CARTER_LETTER, opening="We are writing to you."))
    assert fingerprint(frozen) == fingerprint(freeze_letter(thaw_letter(frozen)))
    assert fingerprint(frozen) != fingerprint(changed)


def test_a_letter_hardly_begun_can_be_kept() -> None:
    begun = Letter(LetterKind.ENDING, "", Recipient(""))
    assert thaw_letter(freeze_letter(begun)) == begun


def test_visits_and_the_bottom_line_are_lines_of_their_kind() -> None:
    [visit] = CARTER_LETTER.lines_of(LineKind.VISIT)
    [bottom] = CARTER_LETTER.lines_of(LineKind.BOTTOM_LINE)
    assert visit.rhythm == "Every Tuesday at 4 pm"
    assert bottom.consequence


@pytest.mark.parametrize(
    ("was", "is_now", "said"),
    [
        ("court = ", "cort = ", "there is no key `cort`. Did you mean `court`?"),
        ("since = ", "sinse = ", "Did you mean `since`?"),
        ("solicitor_list = true", "solicitor_list = 3", "must be true or false"),
        ("on = 2027-01-12", 'on = "soon"', "must be a date, such as 2027-01-12"),
        ("on = 2027-01-12", "on = 3", "must be a date, such as 2027-01-12"),
        ("rank = 1", "rank = 1.0", "must be a whole number"),
        ('kind = "before proceedings"', 'kind = "soon"', '`kind` must be "before proceedings",'),
        ("rank = 1", 'rank = "first"', "must be a whole number"),
        ('name = "Ms Alana Carter"', "name = 3", "`name` must be text in quotes"),
        ('children = ["Jo Carter", "Lee Carter"]', 'children = "Jo"', "must be a list"),
        ("court = ", "court ", "this is not TOML"),
    ],
)
def test_a_broken_file_is_refused_with_its_line(was: str, is_now: str, said: str) -> None:
    letter, wrong = read_letter(CARTER_TOML.replace(was, is_now, 1), "letter.toml")
    assert letter is None
    assert said in str(wrong[0])
    assert wrong[0].line == CARTER_TOML[: CARTER_TOML.index(was)].count("\n") + 1


def test_a_letter_needs_its_kind_its_reference_and_whom_it_is_to() -> None:
    letter, wrong = read_letter('opening = "We write to you."\n', "letter.toml")
    assert letter is None
    assert [str(one).partition("`")[2].partition("`")[0] for one in wrong] == [
        "kind",
        "reference",
        "to",
    ]


def test_a_table_of_the_wrong_shape_is_refused() -> None:
    letter, wrong = read_letter('kind = "ending pre-proceedings"\nreference = ""\nto = 3\n', "a")
    assert letter is None
    assert "must be a table" in str(wrong[0])


def test_what_a_terminal_would_act_on_is_made_visible() -> None:
    letter, _ = read_letter(CARTER_TOML.replace("Fights at home", "Fights\\u001b[2J"), "a")
    assert letter is not None
    assert letter.worries[1].heading == "Fights␛[2J"


@settings(max_examples=60)
@given(wild_toml(CARTER_TOML))
def test_any_letter_is_read_and_checked_or_refused(text: str) -> None:
    letter, wrong = read_letter(text, "letter.toml")
    assert all(str(one).isprintable() and one.reason for one in wrong)
    assert (letter is None) == bool(wrong)
    if letter is not None:
        assert thaw_letter(freeze_letter(letter)) == letter
        assert all(one.sentence for one in letter_findings(letter, POLICY, DAYS))


@pytest.mark.parametrize("value", ["0x" + "f" * 9_000, "[" * 90 + "]" * 90, "nan", "1979-05-27"])
def test_a_value_that_no_letter_has_is_refused(value: str) -> None:
    letter, wrong = read_letter(CARTER_TOML.replace("rank = 1", f"rank = {value}", 1), "a.toml")
    assert letter is None
    assert len(wrong) == 1
