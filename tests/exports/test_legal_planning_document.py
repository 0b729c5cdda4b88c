"""The legal planning record in Word: whose it is on every page, and a draft until approved."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from docx import Document
from docx_reader import WordFile
from planning_record import APPROVED, RECORD

from agenda.legal_planning_minutes import LegalPlanningEdition, draft_edition
from exports.legal_planning import write_legal_planning

if TYPE_CHECKING:
    from pathlib import Path

MARK = (
    "PRIVILEGED AND CONFIDENTIAL: legal planning. For the authority and its lawyers alone. "
    "Not to be shared with any parent or other professional"
)


def written(edition: LegalPlanningEdition, folder: Path, template: Path | None = None) -> WordFile:
    to = folder / "record.docx"
    write_legal_planning(edition, to, template=template)
    return WordFile(to)


def test_every_page_says_whose_it_is(tmp_path: Path) -> None:
    word = written(APPROVED, tmp_path)
    assert all(MARK in header for header in word.headers)
    assert all("PLO-2027-003 · IR, NR" in header for header in word.headers)
    assert all("Record sealed: cdcd cdcd" in footer for footer in word.footers)
    assert word.properties["title"] == "LEGAL PLANNING, PLO-2027-003"


def test_every_kind_of_page_of_a_template_says_whose_it_is(tmp_path: Path) -> None:
    template = tmp_path / "ours.docx"
    document = Document()
    document.settings.odd_and_even_pages_header_footer = True
    document.sections[0].different_first_page_header_footer = True
    document.save(str(template))
    word = written(APPROVED, tmp_path, template)
    assert len([header for header in word.headers if MARK in header]) == 3


@pytest.mark.parametrize(
    ("edition", "across", "stands"),
    [
        (draft_edition(RECORD), "DRAFT", "DRAFT – not approved"),
        (APPROVED, "", "Approved by Rob Hale"),
        (replace(APPROVED, is_changed=True), "CHANGED AFTER APPROVAL", "CHANGED AFTER APPROVAL"),
    ],
)
def test_it_says_on_every_page_where_it_stands(
    edition: LegalPlanningEdition, across: str, stands: str, tmp_path: Path
) -> None:
    word = written(edition, tmp_path)
    assert all(f"Version 1 · {stands}" in header for header in word.headers)
    parts = b"".join(part for name, part in word.parts.items() if "header" in name)
    assert (f'string="{across}"'.encode() in parts) is bool(across)


def test_it_says_what_was_considered_decided_and_advised(tmp_path: Path) -> None:
    word = written(APPROVED, tmp_path)
    assert [text for level, text in word.headings if level == 1] == [
        "Before the meeting",
        "Who took part",
        "What worries us",
        "Options considered",
        "The outcome",
        "The draft plan",
        "Assessments and experts",
        "The timetable",
        "What was said",
        "Approval",
    ]
    assert "Helen Ward (14:30) · Privileged: Threshold is met." in word.section("What was said")
    assert "Issue <proceedings>\nToo early & too far." in word.section("Options considered")
    assert "Decided: Start pre-proceedings" in word.section("The outcome")
    assert "Parenting assessment by: Priya Shah" in word.section("Assessments and experts")
    assert "Tuesday 26 January 2027 at 10:00" in word.section("The timetable")
    assert "From 14:05" in word.section("Who took part")


def test_the_same_record_gives_the_same_bytes(tmp_path: Path) -> None:
    first = written(APPROVED, tmp_path).path.read_bytes()
    assert written(APPROVED, tmp_path).path.read_bytes() == first
