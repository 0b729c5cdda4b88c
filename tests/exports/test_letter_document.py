"""The letter in Word: what each part says, in order, and the checks that every document passes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from docx_reader import WordFile
from letters_family import (
    KEPT_FROM_ALL,
    KEPT_FROM_HOLT,
    ReedFamily,
    set_traps,
)
from test_word_format import (
    test_every_part_has_a_content_type_and_every_relation_a_part as test_parts,
)
from test_word_format import test_every_table_keeps_its_grid_and_has_a_name as test_tables
from test_word_format import test_fields_are_balanced as test_fields
from test_word_format import test_members_carry_one_fixed_date as test_members
from test_word_format import test_page_is_a4_and_language_is_british as test_page
from test_word_format import test_the_schema_is_kept as test_schema

from agenda.decision_words import Outcome
from agenda.letter import Letter, Recipient
from agenda.letter_of import letter_of
from agenda.letter_words import LetterKind
from agenda.withheld_words import find_withheld
from exports.letter import write_letter
from exports.problems import NotApproved

if TYPE_CHECKING:
    from pathlib import Path

CHECKS = (test_parts, test_tables, test_fields, test_members, test_page, test_schema)
"""What every document passes; pytest runs them on the `document` below."""

DECIDED = {
    LetterKind.BEFORE_ISSUE: Outcome.ISSUE,
    LetterKind.ENDING: Outcome.CLOSE,
    LetterKind.EXTENSION: Outcome.EXTEND,
}


def letter_to(who: str, kind: LetterKind = LetterKind.BEFORE_PROCEEDINGS) -> Letter:
    reed = ReedFamily()
    if kind in DECIDED:
        new_end = date(2027, 6, 1) if kind is LetterKind.EXTENSION else None
        reed.review_decides(DECIDED[kind], new_end=new_end)
    return reed.letter(getattr(reed, who), kind)


def written(letter: Letter, folder: Path, *, is_cleared: bool = True) -> WordFile:
    to = folder / "letter.docx"
    write_letter(letter, to, is_cleared=is_cleared, draft=not is_cleared)
    return WordFile(to)


@pytest.fixture(params=[*LetterKind, "draft", "bare"], ids=str)
def document(request: pytest.FixtureRequest, tmp_path: Path) -> WordFile:
    if request.param == "bare":
        bare = Letter(LetterKind.BEFORE_PROCEEDINGS, "", Recipient(""))
        return written(bare, tmp_path, is_cleared=False)
    if request.param == "draft":
        return written(letter_to("mother"), tmp_path, is_cleared=False)
    return written(letter_to("mother", request.param), tmp_path)


def test_the_parts_stand_in_the_order_of_the_seed(tmp_path: Path) -> None:
    letter = written(letter_to("mother"), tmp_path)
    assert letter.headings == [
        (1, "Here is what we are worried about"),
        (2, "1. Isla and Noah are often hungry"),
        (2, "2. Isla is hurt when the adults fight"),
        (2, "3. Noah is out alone at night"),
        (
            1,
            (
                "What Children’s Services and other professionals have done so far to try to help "
                "your family"
            ),
        ),
        (1, "What needs to happen so that we will not go to court?"),
        (1, "When we will visit"),
        (1, "The bottom line: what must not happen"),
        (1, "Your family can make a plan"),
    ]


def test_the_first_words_are_whose_it_is_why_and_when_we_meet(tmp_path: Path) -> None:
    letter = written(letter_to("mother"), tmp_path)
    assert letter.paragraphs[:11] == [
        "Jess Reed",
        "14 Rose Lane",
        "Sutton",
        "SM1 4QX",
        "Tuesday 19 January 2027",
        "Our reference: PLO-2027-007",
        "About: Isla Reed and Noah Reed",
        "Dear Ms Reed",
        "We want to meet you about Isla and Noah",
        "This is a letter before proceedings. Please keep it, and show it to a solicitor.",
        (
            "We are writing because we are very worried about Isla and Noah. We want you to come "
            "to a meeting."
        ),
    ]
    box = dict(letter.tables[0])
    assert box["Our meeting"] == (
        "Tuesday 2 February 2027 at 10:30\nRoom 2, Civic Offices, St Nicholas Way, Sutton"
    )
    assert box["Who will be there"].split("\n") == [
        "You, and your solicitor if you want one",
        "Priya Nair, who leads the meeting",
        "Sam Okafor, the social worker",
    ]
    assert "legal aid pays" in box["A solicitor, free"]
    assert "a court to decide" in box["Court"]
    assert box["Whom to ring"] == "Sam Okafor, social worker: 020 8770 0000"


def test_worries_and_help_have_tables_of_dates(tmp_path: Path) -> None:
    letter = written(letter_to("mother"), tmp_path)
    section = letter.section("1. Isla and Noah are often hungry")
    assert section.startswith(
        "We are worried that Isla and Noah will go hungry and fall ill.\n"
        "We have been worried since March 2026.\n"
    )
    tables = letter.tables
    assert tables[1] == [
        ["Date", "Main examples"],
        ["3 November 2026", "The health visitor found no food. Isla had not eaten."],
    ]
    assert tables[4][1:] == [
        ["1 February 2021", "The family centre ran a course.\nYour family took this up."],
        ["1 September 2026", "A course on anger.\nMr Holt did not take this up. He moved away."],
        ["8 September 2026", "A parent group.\nMr Aziz took up part of this. Two of six times."],
    ]


def test_lines_are_numbered_through_with_parts_and_what_we_do(tmp_path: Path) -> None:
    letter = written(letter_to("mother"), tmp_path)
    needs = letter.section("What needs to happen so that we will not go to court?")
    assert needs.startswith("1.\tBefore the meeting, talk to your solicitor")
    assert (
        "2.\tGive Isla and Noah breakfast on every school day.\nWho: You\n"
        "When: Every school day. Until Tuesday 20 April 2027\n"
        "How we help: We pay for the breakfast club\n"
        "How we will all know: The school tells Sam Okafor each Friday\n"
    ) in needs
    assert "a.\tThere is no mouldy food.\nb.\tThe floors are clean." in needs
    assert letter.section("When we will visit") == (
        "6.\tSam Okafor visits you and the children at home.\n"
        "When: Every Tuesday at 4 pm. Until Tuesday 20 April 2027"
    )
    assert letter.section("The bottom line: what must not happen") == (
        "7.\tIsla and Noah are never left alone at home.\n"
        "If it happens: If they are, we will ask our lawyers that day whether to go to court."
    )


def test_it_ends_with_who_signs_and_what_is_enclosed(tmp_path: Path) -> None:
    letter = letter_to("mother")
    assert written(letter, tmp_path).paragraphs[-4:] == [
        "Yours sincerely",
        "Priya Nair",
        "Team manager",
        (
            "With this letter: The list of solicitors and the parental pack, which tells you what "
            "happens next."
        ),
    ]
    alone = replace(letter, solicitor_list=False, parental_pack=False)
    assert written(alone, tmp_path).paragraphs[-1] == "Team manager"


def test_a_worry_without_an_example_has_no_table(tmp_path: Path) -> None:
    letter = letter_to("mother")
    worries = tuple(replace(worry, examples=()) for worry in letter.worries)
    assert len(written(replace(letter, worries=worries), tmp_path).tables) == 2


@pytest.mark.parametrize(
    ("kind", "title", "told"),
    [
        (
            LetterKind.BEFORE_ISSUE,
            "We are asking a court to decide about Isla and Noah",
            "This letter takes the place of our meetings with you.",
        ),
        (
            LetterKind.ENDING,
            "What we have decided about Isla and Noah",
            "We are not going to court.",
        ),
        (
            LetterKind.EXTENSION,
            "Our plan for Isla and Noah goes on",
            "The plan now goes on until Tuesday 1 June 2027.",
        ),
    ],
)
def test_the_other_letters_say_what_was_decided(
    kind: LetterKind, title: str, told: str, tmp_path: Path
) -> None:
    letter = written(letter_to("mother", kind), tmp_path)
    assert title in letter.paragraphs
    assert told in letter.section("What we have decided")
    assert letter.headings[0] == (1, "What we have decided")


def test_every_page_says_whose_it_is_and_draft_until_legal_cleared_it(tmp_path: Path) -> None:
    letter = letter_to("holt")
    cleared = written(letter, tmp_path)
    [header] = cleared.headers
    assert "PLO-2027-007 · IR\t" in header
    assert "NR" not in header
    assert "Letter before proceedings · Tuesday 19 January 2027" in header
    assert "To Dean Holt" in header
    assert "DRAFT" not in header
    assert b"DRAFT" not in cleared.parts["word/header1.xml"]
    assert cleared.properties["contentStatus"] == "Cleared by legal"
    draft = written(letter, tmp_path, is_cleared=False)
    assert "To Dean Holt · DRAFT – not cleared by legal" in draft.headers[0]
    assert b'string="DRAFT"' in draft.parts["word/header1.xml"]
    with pytest.raises(NotApproved, match="Legal has not cleared this letter"):
        write_letter(letter, tmp_path / "no.docx", is_cleared=False)
    assert not (tmp_path / "no.docx").exists()


def test_the_same_letter_gives_the_same_bytes(tmp_path: Path) -> None:
    letter = letter_to("mother")
    first = written(letter, tmp_path).path.read_bytes()
    assert written(letter, tmp_path).path.read_bytes() == first


@pytest.mark.parametrize("kind", LetterKind)
@pytest.mark.parametrize("who", ["mother", "holt", "aziz"])
def test_no_byte_of_a_trapped_familys_letter_says_what_it_must_not(
    who: str, kind: LetterKind, tmp_path: Path
) -> None:
    reed = ReedFamily()
    person = getattr(reed, who)
    draft = reed.draft(person, kind)
    reed.add_omission(draft, reed.visit)
    set_traps(reed)
    letter = written(letter_of(reed.papers(), draft), tmp_path)
    addresses = {
        "mother": ("14 Rose Lane", "SM1 4QX"),
        "holt": ("8 Dock Road", "CR0 7ZZ"),
        "aziz": ("51 Park View", "SW19 9YY"),
    }
    others = [one for name, lines in addresses.items() if name != who for one in lines]
    secret = [*KEPT_FROM_ALL, *others, *(KEPT_FROM_HOLT if who == "holt" else ()), "her sister"]
    for name, content in letter.parts.items():
        # A tag may stand between two letters of a word: what is read is the text.
        for text in (content.decode("utf-8", "ignore"), letter.text):
            for words in secret:
                assert not find_withheld(text, (words,)), (name, words)
    assert "They went to" in letter.text
