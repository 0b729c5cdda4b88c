"""The words letters begin with: plain as shipped, an authority's own, or refused with the line."""

from __future__ import annotations

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given, settings
from letters_family import DAYS, ReedFamily
from wild_toml import wild_toml

from agenda.broken_file import BrokenFile
from agenda.decision_words import Outcome
from agenda.letter_check import letter_findings
from agenda.letter_wording import (
    LONGEST,
    WORDED,
    called,
    default_wording,
    read_wording,
    starting_words,
)
from agenda.letter_words import LetterKind
from agenda.letter_words_rules import reading_findings
from agenda.policy import default_policy
from agenda.records import Child, new_key

POLICY = default_policy()
DECIDED = {
    LetterKind.BEFORE_ISSUE: Outcome.ISSUE,
    LetterKind.ENDING: Outcome.CLOSE,
    LetterKind.EXTENSION: Outcome.EXTEND,
}
OWN = """
[before_proceedings]
court = "We may go to court about {children}."

[every]
closing = "Ring us."
"""


@pytest.mark.parametrize("kind", LetterKind)
def test_the_shipped_words_are_plain_and_lack_nothing(kind: LetterKind) -> None:
    reed = ReedFamily()
    if kind in DECIDED:
        new_end = date(2027, 6, 1) if kind is LetterKind.EXTENSION else None
        reed.review_decides(DECIDED[kind], new_end=new_end)
    letter = reed.letter(reed.mother, kind)
    assert list(reading_findings(letter, POLICY)) == []
    found = {one.rule.key for one in letter_findings(letter, POLICY, DAYS)}
    # Lines of the plan are dated for the meeting, and no next review is booked here.
    assert found <= {"letter.meeting", "smart.before_meeting", "smart.past_window"}


def test_every_place_is_filled_for_the_readers_own_children() -> None:
    reed = ReedFamily()
    words = starting_words(
        default_wording(), reed.papers(), LetterKind.BEFORE_PROCEEDINGS, reed.aziz.id
    )
    assert set(words) == set(WORDED)
    assert "about Noah." in words["opening"]
    assert not any("{" in text or "Isla" in text for text in words.values())
    assert words["decision"] == ""


def test_an_unborn_child_is_called_by_the_full_name() -> None:
    born = Child(case_id=new_key(), full_name="Jo Carter", initials="JC", born_on=date(2019, 1, 1))
    unborn = Child(
        case_id=new_key(), full_name="Baby Carter", initials="BC", due_on=date(2027, 3, 1)
    )
    assert called([born, unborn]) == "Jo and Baby Carter"
    assert called([]) == "your children"


def test_an_authoritys_words_stand_in_the_place_of_ours_and_the_rest_stays() -> None:
    wording = read_wording(OWN, "letters.toml")
    first = LetterKind.BEFORE_PROCEEDINGS
    assert wording.words(first, "court") == "We may go to court about {children}."
    assert wording.words(first, "opening") == default_wording().words(first, "opening")
    assert {wording.words(kind, "closing") for kind in LetterKind} == {"Ring us."}


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("[before_proceding]\nx = 1", 1, "Did you mean [before_proceedings]?"),
        ("\nending = 'soon'", 2, "Write [ending] on a line of its own."),
        ("[ending]\nopenning = 'We write.'", 2, "there is no `openning`. Did you mean `opening`?"),
        ("[ending]\nopening = 3", 2, "`opening` must be text in quotes."),
        ("[ending]\n\nopening = 'About {child}.'", 3, "nothing fills `{child}`. Use {children}."),
        ("[ending]\nopening = 'So: {reasons}'", 2, "nothing fills `{reasons}`. Use {children}."),
        ("[ending]\nopening = 'A { b'", 2, "nothing fills `{`."),
        (f"[ending]\nopening = '{'a' * (LONGEST + 1)}'", 2, "2,000 is the most. Shorten it."),
        ("[ending]\nopening 'x'", 2, "this is not TOML"),
    ],
)
def test_a_broken_file_is_refused_with_file_line_and_reason(
    text: str, line: int, said: str
) -> None:
    with pytest.raises(BrokenFile) as refused:
        read_wording(text, "letters.toml")
    assert (refused.value.file, refused.value.line) == ("letters.toml", line)
    assert said in refused.value.reason


@settings(max_examples=60)
@given(wild_toml(OWN))
def test_any_file_is_read_or_refused(text: str) -> None:
    with suppress(BrokenFile):
        read_wording(text, "letters.toml")
