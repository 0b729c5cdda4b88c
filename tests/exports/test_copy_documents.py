"""Each copy names whom it is for on every page; its notes and lists say where it goes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from carter_family import APPROVED, MINUTES, PLAN, edition_of, line
from carter_review import REVIEW
from copies import COPY, EASY, GIVEN, NOTE, READER
from docx_reader import WordFile

from agenda.copy_edition import copy_of
from agenda.corrections import Annexed
from agenda.cutting import LEFT_OUT, LEFT_OUT_OF_PLAN
from agenda.minutes import fingerprint, freeze
from agenda.policy import default_policy
from agenda.seals import beginning, in_groups
from agenda.words import LineState, MinutesState
from exports.covering_note import covering_note_made
from exports.easy_read import EasyRead, easy_read_made
from exports.family_plan import write_family_plan
from exports.given_list import write_given_list
from exports.minutes import write_minutes

if TYPE_CHECKING:
    from pathlib import Path

    from agenda.edition import Edition


def minutes(edition: Edition, folder: Path) -> WordFile:
    write_minutes(edition, folder / "minutes.docx", draft=True)
    return WordFile(folder / "minutes.docx")


def easy(read: EasyRead, folder: Path) -> WordFile:
    (folder / "easy.docx").write_bytes(easy_read_made(read, None))
    return WordFile(folder / "easy.docx")


def test_a_copy_has_a_fingerprint_of_its_own_and_keeps_that_of_the_whole() -> None:
    assert COPY.fingerprint == fingerprint(freeze(COPY.minutes))
    assert COPY.cut_from == APPROVED.fingerprint != COPY.fingerprint
    assert COPY.approvals == APPROVED.approvals
    other = copy_of(APPROVED, replace(READER, name="Ms Okafor"))
    assert other.fingerprint != COPY.fingerprint


def test_every_page_says_whom_it_is_for_with_its_own_fingerprint(tmp_path: Path) -> None:
    write_family_plan(COPY, tmp_path / "plan.docx")
    plan = WordFile(tmp_path / "plan.docx")
    for document in (minutes(COPY, tmp_path), plan, easy(EASY, tmp_path)):
        assert all("Copy for Ms Carter" in header for header in document.headers)
        mark = f"Fingerprint of this copy: {beginning(COPY.fingerprint)}"
        assert all(mark in footer for footer in document.footers)
        assert "PLO-2026-014 · JC, BC" in document.headers[0]
    whole = minutes(APPROVED, tmp_path)
    assert "Copy for" not in "".join(whole.headers)
    assert "of this copy" not in "".join(whole.footers)


def test_the_minutes_say_once_that_something_is_left_out(tmp_path: Path) -> None:
    text = minutes(COPY, tmp_path).text
    assert text.count(LEFT_OUT) == 1
    assert "For Ms Carter\n" in text
    assert in_groups(COPY.fingerprint) in text
    assert in_groups(APPROVED.fingerprint) in text
    same = copy_of(APPROVED, replace(READER, children=("JC", "LC", "BC", "Jayden Carter",
        "Lily Carter", "Baby Carter"), other_children=(), apart=(), withheld=()))  # fmt: skip
    assert LEFT_OUT not in minutes(same, tmp_path).text


def test_the_plan_says_that_something_is_left_out(tmp_path: Path) -> None:
    write_family_plan(COPY, tmp_path / "plan.docx")
    assert WordFile(tmp_path / "plan.docx").text.endswith(LEFT_OUT_OF_PLAN)
    write_family_plan(APPROVED, tmp_path / "plan.docx")
    assert LEFT_OUT_OF_PLAN not in WordFile(tmp_path / "plan.docx").text


def test_corrections_of_what_is_not_in_the_copy_are_not_annexed_to_it() -> None:
    day = MINUTES.on

    def asked(paragraph: int | None, by: str, text: str = "") -> Annexed:
        return Annexed(1, paragraph, by, day, text, "No.", "Mrs Adeyemi", day)

    annex = (
        asked(3, "Ms Okafor, solicitor", "It was in Civic Offices, Sutton"),
        asked(4, "Ms Okafor, solicitor"),  # said by Mr Doyle
        asked(None, "Mr Doyle (father of JC)"),
        asked(None, "Mrs Carter (grandparent of JC and LC)", "Lily was at school"),
        asked(None, "Mrs Carter (grandparent of JC and LC)"),
        asked(None, "Mrs Shaw (aunt or uncle of LC)"),
    )
    left = copy_of(replace(APPROVED, annex=annex), READER).annex
    assert [(one.paragraph, one.asked_by, one.text) for one in left] == [
        (3, "Ms Okafor, solicitor", "It was in [withheld]"),
        (None, "Mrs Carter (grandparent of JC)", ""),
        (None, "Mrs Shaw", ""),
    ]


def test_an_easy_read_copy_is_large_and_says_the_important_things(tmp_path: Path) -> None:
    document = easy(EASY, tmp_path)
    assert [text for _, text in document.headings] == [
        "Who was there",
        "What we are worried about",
        "What was agreed",
        "What we do",
        "What others do",
        "What must not happen",
        "What happens next",
        "Whom to ring",
    ]
    assert document.paragraphs[:4] == [
        "Our meeting and our plan",
        "This is for Ms Carter.",
        "We met on Tuesday 12 January 2027.",
        "We met about Jayden Carter and Baby Carter.",
    ]
    assert LEFT_OUT_OF_PLAN in document.paragraphs
    styles = document.parts["word/styles.xml"]
    text = styles[styles.index(b'w:styleId="PLOEasyText"') :].split(b"</w:style>")[0]
    assert b'<w:sz w:val="32"/>' in text
    used = document.parts["word/document.xml"]
    assert b'"Normal"' not in used
    assert b'"PLOTableText"' not in used


def test_an_easy_read_copy_says_who_does_what_by_when(tmp_path: Path) -> None:
    own = line(1, "Clear the stairs. Keep them clear.", owner="Ms Carter", parts=("the hall",),
        due=MINUTES.on, support="We bring a skip", state=LineState.DRAFT)  # fmt: skip
    both = edition_of(replace(MINUTES, plan=(own, *PLAN[2:3], *PLAN[6:7])))
    document = easy(replace(EASY, edition=copy_of(both, READER)), tmp_path)
    assert document.section("What you do").splitlines() == [
        "1. Clear the stairs.",
        "Keep them clear.",
        "•\tthe hall",
        "When: By Tuesday 12 January 2027",
        "Our help: We bring a skip",
        "This is not agreed yet.",
    ]
    assert "Who: Mr Sam Price" in document.section("What we do")
    assert document.section("What must not happen").splitlines() == [
        "7. Nobody is hit, threatened or shouted at in front of the children",
        "If it does happen: We speak to our lawyers the same day about going to court.",
    ]
    assert document.section("What was agreed").splitlines() == [
        "This plan runs until Tuesday 6 April 2027.",
        "You agreed to steps 3 and 7.",
    ]
    assert document.section("Whom to ring").splitlines() == RING_LINES


RING_LINES = ["Sam Price, your social worker", "0555 010 010"]


def test_an_easy_read_copy_holds_no_paragraph_of_what_was_said(tmp_path: Path) -> None:
    text = easy(EASY, tmp_path).text
    assert [one.text for one in MINUTES.paragraphs if one.text in text] == []


def test_hard_words_are_explained_in_the_authoritys_own_words(tmp_path: Path) -> None:
    worry = replace(MINUTES.concerns[0], summary="We will commence a chronology of hygiene.")
    edition = edition_of(replace(MINUTES, concerns=(worry,), plan=()))
    document = easy(EasyRead(edition, "", default_policy()), tmp_path)
    assert document.section("Words we use").splitlines() == [
        "Chronology: list of dates.",
        "Commence: start.",
        "Hygiene: being clean.",
    ]
    plain = replace(MINUTES, concerns=(), plan=())
    assert (
        "Words we use" not in easy(EasyRead(edition_of(plain), "", default_policy()), tmp_path).text
    )


def test_an_easy_read_copy_of_a_review_says_what_was_decided(tmp_path: Path) -> None:
    document = easy(replace(EASY, edition=copy_of(edition_of(REVIEW), READER)), tmp_path)
    said = document.section("What was agreed").splitlines()
    assert said[0] == "Pre-proceedings have ended for Jayden Carter."
    assert not [one for one in said if "Lily" in one]
    assert "We are less worried about this now." in document.text


def test_a_draft_says_so_in_plain_words(tmp_path: Path) -> None:
    draft = edition_of(MINUTES, MinutesState.DRAFT)
    document = easy(replace(EASY, edition=copy_of(draft, READER)), tmp_path)
    assert "This is a draft. It may still change." in document.paragraphs
    assert b'string="DRAFT"' in document.parts["word/header1.xml"]


def test_a_covering_note_says_what_to_whom_and_by_when(tmp_path: Path) -> None:
    (tmp_path / "note.docx").write_bytes(covering_note_made(NOTE, None))
    document = WordFile(tmp_path / "note.docx")
    [facts] = document.tables
    assert facts[:4] == [
        ["To", "Our legal team"],
        ["The papers are for", "Ms Carter"],
        ["By when", "By Tuesday 19 January 2027"],
        ["Language", "To be read with a Polish interpreter."],
    ]
    assert NOTE.please in document.paragraphs
    assert document.section("Enclosed") == "•\tThe minutes of the meeting\n•\tThe family's plan"
    assert document.section("Whom to ring") == "Tom Field, 0555 010 012"
    assert "Copy for Ms Carter" in document.headers[0]


def test_the_list_has_a_row_for_each_document_that_left(tmp_path: Path) -> None:
    write_given_list(GIVEN, tmp_path / "list.docx")
    document = WordFile(tmp_path / "list.docx")
    [[_, first, second]] = document.tables
    assert first == [
        "Tuesday 19 January 2027 at 09:05",
        "Minutes, meeting 1, version 1\nFingerprint ab12 cd34 ef56 …",
        "Ms Carter",
        "To Ms Okafor, Hart & Lane, for Ms Carter, through our legal team",
        "Tom Field",
    ]
    assert second[3] == "Not recorded"
    assert "Our own file" in document.headers[0]
    write_given_list(replace(GIVEN, lines=()), tmp_path / "list.docx")
    assert "Nothing was given out yet." in WordFile(tmp_path / "list.docx").text
