"""The page that goes home: whose it is, what we each do, and that it is not the minutes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from docx_reader import WordFile

from agenda.minutes import MinutedDate
from agenda.take_away import TakeAwayPage, TakenDispute, TakenLimit, TakenStep
from agenda.words import MeetingKind, ParentAnswer
from exports.take_away import write_take_away

if TYPE_CHECKING:
    from pathlib import Path

STEP = TakenStep(
    number=1,
    who="",
    is_own=True,
    is_ours=False,
    what="Clear the stairs",
    parts=("the hall", "the landing"),
    helper="Mrs Carter",
    support="We bring a skip",
    starts=None,
    due=date(2027, 2, 5),
    rhythm="",
    until=None,
    sessions=None,
    is_settled=True,
    own_answer=ParentAnswer.WITH_CONDITIONS,
    own_conditions="once the skip is there",
)
OURS = replace(
    STEP,
    number=2,
    who="Sam Price",
    is_own=False,
    is_ours=True,
    what="Visit",
    parts=(),
    due=None,
    rhythm="every Tuesday",
    own_answer=ParentAnswer.NOT_AGREED,
    own_conditions="",
    is_settled=False,
)
PAGE = TakeAwayPage(
    reference="PLO-2026-014",
    initials="JC, LC",
    kind=MeetingKind.INITIAL,
    number=1,
    on=date(2027, 1, 12),
    chair="Dana Reed",
    to="Ms Carter",
    steps=(STEP, OURS, replace(OURS, number=3, who="", is_ours=False, what="Ring the school")),
    disputed=(TakenDispute("Neglect", "There was food.", verbatim=True),),
    limits=(TakenLimit("Nobody is hit", (), "We go to court"),),
    dates=(MinutedDate("Final review", date(2027, 4, 6), "10:00", "Town Hall", ""),),
    ring="Sam Price, 0555 010 010",
)

PLAIN = replace(
    OURS, what="Visit the children at home", helper="", is_settled=True, own_answer=None
)
LONG_PAGE = replace(PAGE, steps=(STEP, *[PLAIN] * 7))


def written(page: TakeAwayPage, folder: Path) -> WordFile:
    write_take_away(page, folder / "page.docx")
    return WordFile(folder / "page.docx")


def test_it_says_whose_it_is_and_that_it_is_not_the_minutes(tmp_path: Path) -> None:
    page = written(PAGE, tmp_path)
    assert page.paragraphs[:3] == [
        "What we wrote today",
        "For Ms Carter. Initial meeting, Tuesday 12 January 2027.",
        (
            "This is what we wrote today. It is not yet the approved minutes. You will get those "
            "later. If something here is wrong, tell us or your solicitor."
        ),
    ]
    for words in ("PLO-2026-014 · JC, LC", "Not the approved minutes", "Tuesday 12 January 2027"):
        assert words in page.headers[0]
    assert b"DRAFT" not in page.parts["word/header1.xml"]
    assert page.properties["contentStatus"] == "Not the approved minutes"


def test_each_step_says_who_what_the_help_and_when(tmp_path: Path) -> None:
    [[_, own, ours, nobodys]] = written(PAGE, tmp_path).tables
    assert own == [
        "You",
        (
            "Clear the stairs\na.\tthe hall\nb.\tthe landing\n"
            "Our help: We bring a skip\nWith help from: Mrs Carter\n"
            "You agreed, on a condition: once the skip is there"
        ),
        "By Friday 5 February 2027",
    ]
    assert ours[0] == "Sam Price\nfor us"
    assert ours[1].endswith("Not agreed yet. You have not agreed to this")
    assert ours[2] == "Every Tuesday"
    assert nobodys[0] == "Not named yet"


def test_it_says_what_one_disputes_the_bottom_line_and_what_comes_next(tmp_path: Path) -> None:
    page = written(PAGE, tmp_path)
    assert page.section("What you dispute") == "Neglect: “There was food.”"
    assert page.section("The bottom line: what must not happen") == (
        "Nobody is hit\nIf it does: We go to court"
    )
    assert page.section("When we meet next, and whom to ring") == (
        "Final review: Tuesday 6 April 2027 at 10:00, Town Hall\n"
        "Whom to ring: Sam Price, 0555 010 010"
    )


def test_without_plan_dispute_or_date_it_still_says_whom_to_ring(tmp_path: Path) -> None:
    page = written(replace(PAGE, steps=(), disputed=(), limits=(), dates=()), tmp_path)
    assert [text for _, text in page.headings] == ["When we meet next, and whom to ring"]
    assert "We have no date yet. We will tell you." in page.text


def test_it_is_a4_and_in_12_points_at_least(tmp_path: Path) -> None:
    short = written(replace(PAGE, steps=(PLAIN, PLAIN)), tmp_path).parts["word/document.xml"]
    assert b'<w:pgSz w:w="11906" w:h="16838"' in short
    assert b'"PLOFamilyText"' in short
    long = written(LONG_PAGE, tmp_path)
    assert b'"PLOFamilySmallText"' in long.parts["word/document.xml"]


def test_the_same_page_gives_the_same_bytes(tmp_path: Path) -> None:
    first = written(PAGE, tmp_path).path.read_bytes()
    assert written(PAGE, tmp_path).path.read_bytes() == first
