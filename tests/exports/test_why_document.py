"""Show me why in Word: one child's chain, read back by a reader that did not write it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from docx_reader import WordFile
from openxml_audit import OpenXmlValidator
from why_of_jo import LINE, WHY

from exports.problems import CannotWrite
from exports.why import write_why

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def written(tmp_path: Path) -> WordFile:
    write_why(WHY, tmp_path / "why.docx")
    return WordFile(tmp_path / "why.docx")


def test_the_chain_stands_in_its_order_under_real_headings(written: WordFile) -> None:
    assert written.headings == [
        (1, "Worry 1: Neglect"),
        (1, "Worry 2: Noise"),
        (1, "Bottom lines"),
        (1, "What was said"),
        (1, "The risk to JC"),
        (1, "Decision: final review, 1 April 2027"),
        (1, "Made from these minutes"),
    ]
    assert written.paragraphs[0] == "Why: Jo & Co Carter (JC)"
    assert "How it stands: close pre-proceedings, authorised." in written.text
    assert "The record has 1 gap, marked GAP." in written.text
    assert "GAP: No line of the plan answers this worry." in written.section("Worry 2: Noise")
    assert "Reasons: One.\nTwo." in written.section("Decision: final review, 1 April 2027")
    assert "ab" * 32 in written.section("Made from these minutes")


def test_a_line_stands_beside_our_help_and_what_was_found(written: WordFile) -> None:
    [[heading, row]] = written.tables
    assert heading == ["What was agreed", "Our help", "What the reviews found"]
    agreed, our_help, found = row
    assert agreed == (
        "Line 1, action: Clear the stairs. "
        "[Initial meeting, 12 January 2027, paragraphs 7 to 9]\n"
        "Who and when: Ms Carter. By 5 February 2027."
    )
    assert our_help == "Our help: We pay for a skip.\nOur help at the final review: late."
    assert found == (
        "At the final review: done. Sam <saw> it. "
        "[Final review, 1 April 2027, line 1 of the plan (draft minutes)]"
    )


def test_every_page_says_whose_it_is_and_that_it_is_not_minutes(written: WordFile) -> None:
    [header] = written.headers
    assert "PLO-2027-001 · JC" in header
    assert "Show me why · made on 8 September 2027" in header
    assert "Made from the record · not minutes" in header
    assert "DRAFT" not in header
    assert "Page {PAGE} of {NUMPAGES}" in written.footers[0]
    assert written.properties["title"] == "Why: JC, PLO-2027-001"
    assert written.properties["created"] == "2027-09-08T00:00:00Z"


def test_a_line_no_review_has_looked_at_says_so(tmp_path: Path) -> None:
    early = replace(WHY, worries=(), other_lines=(replace(LINE, found=()),))
    write_why(early, tmp_path / "early.docx")
    document = WordFile(tmp_path / "early.docx")
    assert (1, "Other lines of the plan for JC") in document.headings
    assert document.tables[0][1][2] == "No review has looked at it yet."


def test_the_same_chain_gives_the_same_bytes(tmp_path: Path) -> None:
    write_why(WHY, tmp_path / "one.docx")
    write_why(WHY, tmp_path / "two.docx")
    assert (tmp_path / "one.docx").read_bytes() == (tmp_path / "two.docx").read_bytes()


def test_it_is_sound_word(written: WordFile) -> None:
    assert OpenXmlValidator().validate(str(written.path)).errors == []


def test_where_it_cannot_be_written_it_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(CannotWrite, match="is not there"):
        write_why(WHY, tmp_path / "nowhere" / "why.docx")
