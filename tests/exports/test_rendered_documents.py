"""Documents as LibreOffice draws them: what stands on every page is on every page."""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from carter_family import APPROVED, CHAIR, DRAFT, LEGAL, MINUTES, SECTIONS, edition_of, said
from copies import COPY, EASY, GIVEN, NOTE
from letters_family import ReedFamily
from test_take_away_document import LONG_PAGE as LONG_HOME
from test_take_away_document import PAGE as TAKEN_HOME
from why_of_jo import WHY

from agenda.minutes import Section
from agenda.seals import beginning
from agenda.why_page import Point
from exports.covering_note import covering_note_made
from exports.easy_read import easy_read_made
from exports.family_plan import write_family_plan
from exports.given_list import write_given_list
from exports.letter import write_letter
from exports.minutes import write_minutes
from exports.take_away import write_take_away
from exports.why import write_why

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

pytestmark = pytest.mark.documents

LONG = "word " * 20_000
"""100,000 characters: many pages of one paragraph."""

TALL = "cell " * 600
"""More than a page of a narrow cell."""


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Path]:
    """The documents as PDF, drawn in one go."""
    office = shutil.which("soffice")
    if office is None or not shutil.which("pdftotext") or not shutil.which("pdftoppm"):
        pytest.skip("needs LibreOffice Writer (soffice) and poppler (pdftotext, pdftoppm)")
    folder = tmp_path_factory.mktemp("rendered")
    write_minutes(APPROVED, folder / "approved.docx")
    # The same approvals, so that only the mark and the status differ.
    draft = replace(DRAFT, approvals=(CHAIR, LEGAL))
    write_minutes(draft, folder / "draft.docx", draft=True)
    write_family_plan(APPROVED, folder / "family.docx")
    write_take_away(TAKEN_HOME, folder / "home.docx")
    write_take_away(LONG_HOME, folder / "long-home.docx")
    write_minutes(COPY, folder / "copy.docx")
    write_family_plan(COPY, folder / "copyplan.docx")
    (folder / "easy.docx").write_bytes(easy_read_made(EASY, None))
    (folder / "note.docx").write_bytes(covering_note_made(NOTE, None))
    write_given_list(GIVEN, folder / "given.docx")
    section = Section("long", "A long one", (said(1, "Mr Price", LONG + "lastinparagraph"),))
    tall_line = replace(MINUTES.plan[0], what=TALL + "lastinrow")
    long = replace(MINUTES, sections=(*SECTIONS, section), plan=(tall_line, *MINUTES.plan * 3))
    write_minutes(edition_of(long), folder / "long.docx")
    reed = ReedFamily()
    letter = reed.letter(reed.mother)
    write_letter(letter, folder / "letter.docx", is_cleared=True)
    write_letter(letter, folder / "uncleared.docx", is_cleared=False, draft=True)
    write_why(WHY, folder / "why.docx")
    [line] = WHY.worries[0].lines
    tall_point = Point("At the final review", TALL + "lastinwhy")
    tall_worry = replace(WHY.worries[0], lines=(replace(line, found=(tall_point,)),) * 3)
    write_why(replace(WHY, worries=(tall_worry,)), folder / "longwhy.docx")
    subprocess.run(
        [
            office,
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            str(folder),
            *map(str, sorted(folder.glob("*.docx"))),
        ],
        check=True,
        capture_output=True,
        timeout=540,
    )
    return {path.stem: path for path in folder.glob("*.pdf")}


def texts(pdf: Path) -> list[str]:
    """Return the words of each page."""
    read = subprocess.run(
        ["pdftotext", "-layout", str(pdf), "-"], check=True, capture_output=True, text=True
    )
    return read.stdout.split("\f")[:-1]


def watermark_shares(pdf: Path) -> list[float]:
    """Return, for each page, the share of it that has the watermark's light grey."""
    subprocess.run(
        ["pdftoppm", "-gray", "-r", "40", str(pdf), str(pdf.with_suffix(""))], check=True
    )
    shares = []
    for picture in sorted(pdf.parent.glob(f"{pdf.stem}-*.pgm")):
        content = picture.read_bytes()
        head = re.match(rb"P5\s+(\d+)\s+(\d+)\s+255\s", content)
        assert head
        dots = content[head.end() :]
        shares.append(sum(225 <= dot <= 240 for dot in dots) / len(dots))
    return shares


def test_every_page_says_whose_it_is_and_which_page(pages: Mapping[str, Path]) -> None:
    drawn = texts(pages["approved"])
    assert len(drawn) >= 5
    for number, page in enumerate(drawn, start=1):
        for words in (
            "PLO-2026-014 · JC, LC, BC",
            "Initial meeting · Tuesday 12 January 2027",
            "Version 1 · Approved by chair and legal",
            f"Page {number} of {len(drawn)}",
        ):
            assert words in page


def test_draft_lies_across_every_page_until_approval(pages: Mapping[str, Path]) -> None:
    marked, clean = watermark_shares(pages["draft"]), watermark_shares(pages["approved"])
    assert len(marked) == len(clean) >= 5
    for with_mark, without in zip(marked, clean, strict=True):
        assert with_mark - without > 0.02
    assert all("DRAFT – not approved" in page for page in texts(pages["draft"]))
    assert not any("DRAFT" in page for page in texts(pages["approved"]))


def test_the_plan_repeats_its_heading_row_on_each_page(pages: Mapping[str, Path]) -> None:
    drawn = texts(pages["long"])
    plan = [page for page in drawn if "Each parent's" in page]
    assert len(plan) > 3


def test_a_row_taller_than_a_page_is_drawn_to_its_end(pages: Mapping[str, Path]) -> None:
    drawn = " ".join(texts(pages["long"]))
    assert drawn.count("cell") >= 600
    assert "lastinrow" in drawn


def test_100_000_characters_are_drawn_to_the_last(pages: Mapping[str, Path]) -> None:
    drawn = " ".join(" ".join(texts(pages["long"])).split())
    assert drawn.count("word") >= 20_000
    assert "lastinparagraph" in drawn


def test_the_familys_plan_is_one_page(pages: Mapping[str, Path]) -> None:
    [page] = texts(pages["family"])
    assert "Page 1 of 1" in page
    assert "Final review: Tuesday 6 April 2027 at 10:00" in page


def test_a_page_to_take_home_is_one_page(pages: Mapping[str, Path]) -> None:
    for name in ("home", "long-home"):
        [page] = texts(pages[name])
        assert "Whom to ring: Sam Price, 0555 010 010" in page


def test_the_first_page_of_a_letter_says_what_matters(pages: Mapping[str, Path]) -> None:
    drawn = texts(pages["letter"])
    assert len(drawn) <= 3
    first = " ".join(drawn[0].split())
    for words in (
        "We are writing because we are very worried about Isla and Noah",
        "Tuesday 2 February 2027 at 10:30",
        "It is free for you: legal aid pays",
        "020 8770 0000",
        "Here is what we are worried about",
    ):
        assert words in first
    for page in drawn:
        assert "PLO-2027-007 · IR, NR" in page
        assert "To Jess Reed" in page


def test_a_letter_that_legal_has_not_cleared_is_a_draft_on_every_page(
    pages: Mapping[str, Path],
) -> None:
    marked, clean = watermark_shares(pages["uncleared"]), watermark_shares(pages["letter"])
    assert all(mark - without > 0.02 for mark, without in zip(marked, clean, strict=True))


def test_why_is_one_page_where_it_can_be_and_is_never_cut(pages: Mapping[str, Path]) -> None:
    [page] = texts(pages["why"])
    for words in ("PLO-2027-001 · JC", "Made from the record · not minutes", "Page 1 of 1"):
        assert words in page
    long = texts(pages["longwhy"])
    assert len(long) > 1
    assert " ".join(long).count("lastinwhy") == 3
    assert all("PLO-2027-001 · JC" in page for page in long)


def test_the_approval_block_stays_on_one_page(pages: Mapping[str, Path]) -> None:
    [block] = [
        page
        for page in texts(pages["approved"])
        if "Mrs Ruth Adeyemi   " in page and "Fingerprint" in page
    ]
    assert APPROVED.fingerprint in re.sub(r"\s", "", block)


def test_every_page_of_a_copy_says_whom_it_is_for(pages: Mapping[str, Path]) -> None:
    for name in ("copy", "copyplan", "easy", "note"):
        for page in texts(pages[name]):
            assert "Copy for Ms Carter" in page
            assert "PLO-2026-014 · JC, BC" in page
    mark = f"Fingerprint of this copy: {beginning(COPY.fingerprint)}"
    assert all(mark in page for page in texts(pages["copy"]))
    assert all("of this copy" not in page for page in texts(pages["approved"]))


def test_a_covering_note_and_a_copy_of_the_plan_are_one_page_each(
    pages: Mapping[str, Path],
) -> None:
    for name in ("note", "copyplan", "given"):
        [page] = texts(pages[name])
        assert "Page 1 of 1" in page
