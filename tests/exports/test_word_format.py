"""Every document is sound Word, says nothing about its maker, and is the same each time."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from carter_family import APPROVED, DRAFT, MINUTES, edition_of
from carter_review import REVIEW
from copies import COPY, EASY, GIVEN, NOTE
from docx_reader import WordFile
from letters_family import ReedFamily
from openxml_audit import OpenXmlValidator
from planning_record import APPROVED as PLANNED
from planning_record import RECORD

from agenda.legal_planning_minutes import draft_edition
from exports.covering_note import covering_note_made
from exports.easy_read import easy_read_made
from exports.family_plan import write_family_plan
from exports.given_list import write_given_list
from exports.legal_planning import write_legal_planning
from exports.letter import write_letter
from exports.minutes import write_minutes

if TYPE_CHECKING:
    from collections.abc import Callable

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


DECIDED = replace(REVIEW, kind=MINUTES.kind, on=MINUTES.on)
"""With everything that a review adds."""


def approved(to: Path) -> None:
    write_minutes(APPROVED, to)


def draft(to: Path) -> None:
    write_minutes(DRAFT, to, draft=True)


def family(to: Path) -> None:
    write_family_plan(DRAFT, to)


def bare(to: Path) -> None:
    minutes = replace(MINUTES, sittings=(), children=(), advice=(), plan=(), dates=())
    write_minutes(edition_of(minutes), to)


def review(to: Path) -> None:
    write_minutes(edition_of(DECIDED), to)


def review_family(to: Path) -> None:
    write_family_plan(edition_of(DECIDED), to)


def copy(to: Path) -> None:
    write_minutes(COPY, to)


def easy(to: Path) -> None:
    to.write_bytes(easy_read_made(EASY, None))


def note(to: Path) -> None:
    to.write_bytes(covering_note_made(NOTE, None))


def given(to: Path) -> None:
    write_given_list(GIVEN, to)


def letter(to: Path) -> None:
    reed = ReedFamily()
    write_letter(reed.letter(reed.mother), to, is_cleared=True)


def draft_letter(to: Path) -> None:
    reed = ReedFamily()
    write_letter(reed.letter(reed.holt), to, is_cleared=False, draft=True)


def planning(to: Path) -> None:
    write_legal_planning(PLANNED, to)


def draft_planning(to: Path) -> None:
    write_legal_planning(draft_edition(RECORD), to)


@pytest.fixture(
    params=[
        *(approved, draft, family, bare, review, review_family),
        *(copy, easy, note, given),
        *(letter, draft_letter, planning, draft_planning),
    ],
    ids=lambda made: made.__name__,
)
def document(request: pytest.FixtureRequest, tmp_path: Path) -> WordFile:
    write: Callable[[Path], None] = request.param
    write(tmp_path / "document.docx")
    return WordFile(tmp_path / "document.docx")


def test_the_schema_is_kept(document: WordFile) -> None:
    result = OpenXmlValidator().validate(document.path)
    assert [str(error) for error in result.errors] == []


def test_every_part_has_a_content_type_and_every_relation_a_part(document: WordFile) -> None:
    types = document.xml("[Content_Types].xml")
    by_name = {element.get("PartName") for element in types}
    by_ending = {element.get("Extension") for element in types}
    for name in document.parts:
        ending = name.rpartition(".")[2]
        assert f"/{name}" in by_name or ending in by_ending, name
        if name.endswith(".xml") and name.startswith("word/"):
            assert f"/{name}" in by_name, name
        if name.endswith(".rels"):
            folder = Path(name).parent.parent
            for relation in document.xml(name):
                assert relation.get("TargetMode") != "External"
                assert (folder / relation.get("Target", "")).as_posix() in document.parts


def test_fields_are_balanced(document: WordFile) -> None:
    for name in document.parts:
        if name.startswith("word/") and name.endswith(".xml"):
            kinds = [mark.get(f"{W}fldCharType") for mark in document.xml(name).iter(f"{W}fldChar")]
            assert kinds.count("begin") == kinds.count("end")
    instructions = [
        field.get(f"{W}instr", "").strip()
        for field in document.xml("word/footer1.xml").iter(f"{W}fldSimple")
    ]
    assert instructions == ["PAGE", "NUMPAGES"]


def test_every_table_keeps_its_grid_and_has_a_name(document: WordFile) -> None:
    for table in document.table_elements:
        grid = [column.get(f"{W}w") for column in table.iter(f"{W}gridCol")]
        for row in table.iter(f"{W}tr"):
            assert [cell.get(f"{W}w") for cell in row.iter(f"{W}tcW")] == grid
            assert all(cell.find(f"{W}p") is not None for cell in row.iter(f"{W}tc"))
        assert sum(int(width or 0) for width in grid) == 9638
        for name in ("tblCaption", "tblDescription"):
            named = table.find(f"{W}tblPr/{W}{name}")
            assert named is not None
            assert named.get(f"{W}val")


def test_heading_rows_repeat_and_short_rows_stay_whole(tmp_path: Path) -> None:
    approved(tmp_path / "minutes.docx")
    [plan] = [
        table
        for table in WordFile(tmp_path / "minutes.docx").table_elements
        if "No." in "".join(table.itertext()) and "By when" in "".join(table.itertext())
    ]
    rows = list(plan.iter(f"{W}tr"))
    header = rows[0].find(f"{W}trPr/{W}tblHeader")
    assert header is not None
    assert header.attrib == {}
    assert all(row.find(f"{W}trPr/{W}tblHeader") is None for row in rows[1:])
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)


def test_page_is_a4_and_language_is_british(document: WordFile) -> None:
    size = document.body.find(f"{W}sectPr/{W}pgSz")
    assert size is not None
    assert (size.get(f"{W}w"), size.get(f"{W}h")) == ("11906", "16838")
    languages = {mark.get(f"{W}val") for mark in document.xml("word/styles.xml").iter(f"{W}lang")}
    assert languages == {"en-GB"}


def test_properties_name_the_case_and_nobody(document: WordFile) -> None:
    properties = document.properties
    reference = re.search(r"PLO-\d{4}-\d{3}", properties["title"])
    assert reference is not None
    assert properties["subject"].startswith(f"{reference[0]}, ")
    assert properties["language"] == "en-GB"
    assert re.fullmatch(r"2027-01-\d\dT00:00:00Z", properties["created"])
    assert not {"creator", "lastModifiedBy"} & set(properties)
    everything = b"".join(document.parts.values()).lower()
    assert b"python" not in everything
    assert not any("stylesWithEffects" in name or "app.xml" in name for name in document.parts)


def test_properties_name_the_meeting_and_its_day(tmp_path: Path) -> None:
    approved(tmp_path / "minutes.docx")
    properties = WordFile(tmp_path / "minutes.docx").properties
    assert properties["subject"] == "PLO-2026-014, Initial meeting, Tuesday 12 January 2027"
    assert properties["created"] == "2027-01-12T00:00:00Z"


def test_last_change_is_the_last_approval(tmp_path: Path) -> None:
    approved(tmp_path / "minutes.docx")
    assert WordFile(tmp_path / "minutes.docx").properties["modified"] == "2027-07-01T13:40:00Z"


ELSEWHERE = """
import sys
from pathlib import Path
sys.path[:0] = sys.argv[2:]
import time
time.tzset() if hasattr(time, "tzset") else None
from carter_family import APPROVED
from exports.family_plan import write_family_plan
from exports.minutes import write_minutes
write_minutes(APPROVED, Path(sys.argv[1]) / "minutes.docx")
write_family_plan(APPROVED, Path(sys.argv[1]) / "family.docx")
"""


def test_the_same_record_gives_the_same_bytes_anywhere(tmp_path: Path) -> None:
    here = Path(__file__).resolve().parent
    made = []
    for seed, zone in (("1", "UTC"), ("7", "Pacific/Auckland")):
        folder = tmp_path / seed
        folder.mkdir()
        subprocess.run(
            [sys.executable, "-c", ELSEWHERE, str(folder), str(here), str(here.parent.parent)],
            env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone},
            check=True,
        )
        made.append([(folder / name).read_bytes() for name in ("minutes.docx", "family.docx")])
    assert made[0] == made[1]
    approved(tmp_path / "again.docx")
    assert (tmp_path / "again.docx").read_bytes() == made[0][0]


def test_members_carry_one_fixed_date(document: WordFile) -> None:
    with zipfile.ZipFile(document.path) as package:
        assert {member.date_time for member in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
