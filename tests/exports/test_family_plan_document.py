"""The family's plan: what we all do, by when, the help, the bottom line, the next dates."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from carter_family import APPROVED, DRAFT, MINUTES, PLAN, edition_of, line
from docx_reader import WordFile

from agenda.words import LineState
from exports.family_plan import write_family_plan

if TYPE_CHECKING:
    from pathlib import Path

    from agenda.edition import Edition


def written(edition: Edition, folder: Path) -> WordFile:
    write_family_plan(edition, folder / "plan.docx")
    return WordFile(folder / "plan.docx")


def test_it_says_what_who_when_and_the_help(tmp_path: Path) -> None:
    document = written(APPROVED, tmp_path)
    [table] = document.tables
    what = (
        "1. Keep the home clean and safe for the children\n"
        "a.\tThere is no mouldy food or mouldy things in the home.\n"
        "b.\tThe floors and carpets are clean and hoovered.\n"
        "c.\tThe hall and the stairs are clear.\n"
        "d.\tThe bathroom is clean.\n"
        "e.\tEach child has a clean bedroom and clean sheets.\n"
        "Help you get: Mr Price brings a skip on 15 January and we pay for it."
    )
    assert table[1] == [what, "Ms Leanne Carter\nBy Friday 5 February 2027"]
    assert "Mr Doyle agreed with conditions: only if it is after his shift" in table[2][0]
    assert "Mr Doyle has not agreed" in table[4][0]


def test_it_ends_with_the_bottom_line_and_the_next_dates(tmp_path: Path) -> None:
    document = written(APPROVED, tmp_path)
    assert document.section("The bottom line: what must not happen") == (
        "Nobody is hit, threatened or shouted at in front of the children\n"
        "If it does: We speak to our lawyers the same day about going to court."
    )
    assert document.section("Dates to remember").splitlines()[1] == (
        "Final review: Tuesday 6 April 2027 at 10:00, Meeting room 4, Civic Offices, Sutton"
    )


def test_it_leaves_out_worries_and_what_was_dropped(tmp_path: Path) -> None:
    text = written(APPROVED, tmp_path).text
    assert "landlord" not in text
    assert "mouldy food on the kitchen floor" not in text
    assert APPROVED.fingerprint not in text


def test_what_is_not_agreed_yet_says_so(tmp_path: Path) -> None:
    minutes = replace(MINUTES, plan=(line(1, "Book a visit", state=LineState.DRAFT),))
    assert "Not agreed yet" in written(edition_of(minutes), tmp_path).tables[0][1][0]


def test_a_short_plan_is_large_and_a_long_one_no_smaller_than_12_points(tmp_path: Path) -> None:
    short = written(edition_of(replace(MINUTES, plan=PLAN[1:3])), tmp_path)
    assert b'"PLOFamilyText"' in short.parts["word/document.xml"]
    long = written(edition_of(replace(MINUTES, plan=PLAN * 4)), tmp_path)
    assert b'"PLOFamilyText"' not in long.parts["word/document.xml"]
    styles = long.parts["word/styles.xml"]
    small = styles[styles.index(b'w:styleId="PLOFamilySmallText"') :].split(b"</w:style>")[0]
    assert b'<w:sz w:val="24"/>' in small


def test_it_is_marked_draft_until_the_minutes_are_approved(tmp_path: Path) -> None:
    assert b'string="DRAFT"' in written(DRAFT, tmp_path).parts["word/header1.xml"]
    assert b"DRAFT" not in written(APPROVED, tmp_path).parts["word/header1.xml"]


def test_without_a_plan_it_still_says_when_we_meet(tmp_path: Path) -> None:
    document = written(edition_of(replace(MINUTES, plan=())), tmp_path)
    assert [text for _, text in document.headings] == ["Dates to remember"]
