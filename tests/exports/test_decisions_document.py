"""The minutes of a review: how firmly a decision stands is never further away than its heading."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from carter_family import CHAIR, LEGAL, edition_of
from carter_review import CLOSED, END, EXTENDED, GIVEN, REVIEW
from docx_reader import WordFile

from agenda.decision_words import Outcome, Standing
from agenda.edition import Edition
from agenda.minuted_decision import MinutedDecision, MinutedWindow
from agenda.minutes import fingerprint, thaw
from agenda.seals import in_groups
from agenda.words import MinutesState
from exports.family_plan import write_family_plan
from exports.minutes import write_minutes

if TYPE_CHECKING:
    from agenda.minutes import Minutes

BEFORE = Path(__file__).parent.parent / "agenda" / "initial_meeting_before_decisions.json"


def written(minutes: Minutes, folder: Path) -> WordFile:
    write_minutes(edition_of(minutes), folder / "minutes.docx")
    return WordFile(folder / "minutes.docx")


def decided(folder: Path, *decisions: MinutedDecision) -> WordFile:
    windows = tuple(one.window for one in decisions)
    return written(replace(REVIEW, decisions=decisions, windows=windows), folder)


def test_a_reader_finds_outcome_trajectory_and_decision_after_one_another(tmp_path: Path) -> None:
    headings = [text for level, text in written(REVIEW, tmp_path).headings if level == 1]
    start = headings.index("What became of the plan")
    assert headings[start : start + 5] == [
        "What became of the plan",
        "Which way things have gone",
        "Decision and reasons",
        "Assessments and consents",
        "The plan",
    ]


def test_worries_and_children_say_which_way_and_how_we_know(tmp_path: Path) -> None:
    tables = written(REVIEW, tmp_path).tables
    [worries] = [table for table in tables if table[0][0] == "Worry"]
    assert worries[1:] == [
        ["1. Neglect", "Reduced", "The school's record of 3 March"],
        ["2. Emotional abuse", "Not recorded", "Not recorded"],
    ]
    [children] = [table for table in tables if table[0][:2] == ["Child", "Risk"]]
    assert children[1:] == [
        ["Jayden Carter (JC)", "Reduced", "Twelve calm weeks."],
        ["Lily Carter (LC)", "The same", "Not recorded"],
    ]


def test_how_it_stands_is_in_the_heading_and_at_once_beneath(tmp_path: Path) -> None:
    document = written(REVIEW, tmp_path)
    closed = document.section("Jayden Carter: close pre-proceedings (authorised)").splitlines()
    assert closed[:4] == [
        (
            "AUTHORISED by Rob Hale, head of service, by telephone, on Friday 2 April 2027 at "
            "14:10 (Court Tracker). Recommended by Mrs Ruth Adeyemi, team manager, on Thursday "
            "1 April 2027."
        ),
        "Reasons: Jayden comes to school fed and warm, every day since January.",
        "Other options, and why they were rejected: Extend: nothing is left to be shown.",
        "What the child wants and feels: “I like it when nana comes.”",
    ]
    extended = document.section(
        "Lily Carter: extend the window to Tuesday 18 May 2027 (provisional)"
    )
    assert extended.startswith(
        "PROVISIONAL: subject to the Court Tracker of Thursday 15 April 2027. If it is not "
        "confirmed there, the window ends on Tuesday 6 April 2027."
    )


def test_dissent_is_plain_and_in_the_parents_words(tmp_path: Path) -> None:
    text = written(REVIEW, tmp_path).text
    assert "•\tMs Carter does not agree: I have done all that you asked." in text
    assert "•\tMr Doyle agrees with conditions: only if it is the last time" in text
    assert "•\tMs Carter agrees." in text
    assert "A professional does not agree: Dr Malik, health visitor: Lily's weight" in text
    assert "How issuing proceedings was considered: Considered with Miss Shah on 30 March" in text


def test_who_was_consulted_and_what_follows_are_tables(tmp_path: Path) -> None:
    tables = decided(tmp_path, CLOSED).tables
    [consulted] = [table for table in tables if table[0][:2] == ["Who", "When"]]
    assert consulted[1] == [
        "Miss Priya Shah, local authority solicitor",
        "Tuesday 30 March 2027",
        "legal gateway meeting",
        "The threshold is not met for Jayden.",
    ]
    [follows] = [table for table in tables if table[0][0] == "After the close"]
    assert follows == [
        ["After the close", "The child's plan continues"],
        ["Letter to the parents by", "Friday 9 April 2027"],
    ]


def test_the_first_page_says_the_decision_and_each_child_s_window(tmp_path: Path) -> None:
    opening = {row[0]: row[1] for row in written(REVIEW, tmp_path).tables[0]}
    assert opening["Decision"] == (
        "JC: close pre-proceedings (authorised)\n"
        "LC: extend the window to Tuesday 18 May 2027 (provisional)"
    )
    assert opening["PLO window"] == (
        "JC: Tuesday 12 January 2027 to Tuesday 6 April 2027\n"
        "LC: Tuesday 12 January 2027 to Tuesday 18 May 2027, provisional: subject to the Court "
        "Tracker of Thursday 15 April 2027"
    )


def test_where_the_windows_are_alike_they_stand_once(tmp_path: Path) -> None:
    alike = decided(tmp_path, CLOSED, replace(EXTENDED, window=MinutedWindow(END)))
    opening = {row[0]: row[1] for row in alike.tables[0]}
    assert opening["PLO window"] == "Tuesday 12 January 2027 to Tuesday 6 April 2027"


def test_a_child_for_whom_it_ended_before_has_no_window_on_the_first_page(tmp_path: Path) -> None:
    over = (MinutedWindow(END, is_over=True), EXTENDED.window)
    opening = dict(written(replace(REVIEW, windows=over), tmp_path).tables[0])
    assert opening["PLO window"].startswith("JC: pre-proceedings ended at an earlier meeting\nLC:")


def test_children_decided_alike_share_one_block(tmp_path: Path) -> None:
    headings = decided(tmp_path, CLOSED, replace(CLOSED, name="Lily Carter", initials="LC"))
    blocks = [text for _, text in headings.headings if "close pre-proceedings" in text]
    assert blocks == ["Jayden Carter and Lily Carter: close pre-proceedings (authorised)"]


RECOMMENDED = replace(CLOSED, standing=Standing.RECOMMENDED, authority=None)


@pytest.mark.parametrize("outcome", Outcome)
def test_a_recommended_decision_never_looks_authorised(tmp_path: Path, outcome: Outcome) -> None:
    document = decided(tmp_path, replace(RECOMMENDED, outcome=outcome))
    [title] = [text for level, text in document.headings if level == 2 and "Jayden" in text]
    assert title.endswith("(recommended)")
    assert document.section(title).startswith("RECOMMENDED, not yet authorised.")
    assert "AUTHORISED" not in document.text
    assert "(authorised)" not in document.text


def test_a_refused_decision_says_by_whom_and_why_and_nothing_follows_from_it(
    tmp_path: Path,
) -> None:
    refused = replace(
        CLOSED, standing=Standing.REFUSED, authority=replace(GIVEN, why="Six weeks are too few.")
    )
    document = decided(tmp_path, refused)
    part = document.section("Jayden Carter: close pre-proceedings (refused)")
    assert part.startswith("REFUSED by Rob Hale, head of service, by telephone, on Friday 2 April")
    assert "Pre-proceedings go on." in part
    assert "Why it was refused: Six weeks are too few." in part
    assert "Letter to the parents by" not in part
    assert "Last day of the window\nTuesday 6 April 2027" in part


def test_a_birth_plan_and_conditions_are_printed(tmp_path: Path) -> None:
    at_birth = replace(
        CLOSED,
        outcome=Outcome.AT_BIRTH,
        birth_plan="The ward rings us before they leave.",
        authority=replace(GIVEN, why="if the midwife agrees"),
    )
    text = decided(tmp_path, at_birth).text
    assert "The birth plan: The ward rings us before they leave." in text
    assert "Conditions: if the midwife agrees" in text


def test_what_a_decision_lacks_is_said(tmp_path: Path) -> None:
    bare = replace(CLOSED, reasons="", rejected="", child_view="", views=(), consulted=())
    part = decided(tmp_path, bare).section("Jayden Carter: close pre-proceedings (authorised)")
    for words in (
        "Reasons: Not recorded.",
        "Other options, and why they were rejected: Not recorded.",
        "What the child wants and feels: Not recorded.",
        "What each parent thinks of it: None recorded.",
        "Who was consulted: None recorded.",
    ):
        assert words in part, words


def test_lines_that_are_finished_are_marked_in_the_plan(tmp_path: Path) -> None:
    document = written(REVIEW, tmp_path)
    [plan] = [table for table in document.tables if table[0][-1] == "Each parent's answer"]
    states = {row[0]: row[1] for row in plan[1:]}
    assert "Amended · Done from “Ensure that the home is clean”" in states["1"]
    assert "Agreed · No longer needed" in states["2"]
    assert "Done" not in states["5"]
    assert "Dropped" in states["6"]


def test_hostile_words_come_out_as_they_went_in(tmp_path: Path) -> None:
    text = "[/b] <b>bold</b> & ]]> “q” \u202eover\u202c 👩‍👩‍👧 one\ntwo " + "word " * 20_000
    one = replace(CLOSED, reasons=text, name=text[:40], dissent=text, consulted=())
    document = decided(tmp_path, one)
    assert f"Reasons: {text}" in document.text
    assert f"A professional does not agree: {text}" in document.text


PRINTED_BEFORE = {
    write_minutes: "7c9928a0d30040274374d30aa1b8b31a70ce45122aed2d202b4bce5dfb6fb3b9",
    write_family_plan: "246f26b80b361faad659530313d5652bc57fc056414d5320010e282d0f80c88d",
}
"""The SHA-256 of the document as it was printed before minutes had decisions."""


@pytest.mark.parametrize("write", PRINTED_BEFORE, ids=lambda write: write.__name__)
def test_minutes_approved_before_are_printed_byte_for_byte(tmp_path: Path, write: object) -> None:
    frozen = BEFORE.read_text(encoding="utf-8")
    edition = Edition(
        thaw(frozen), MinutesState.APPROVED, fingerprint(frozen), (CHAIR, LEGAL), None
    )
    write(edition, tmp_path / "it.docx")  # type: ignore[operator]
    body = WordFile(tmp_path / "it.docx").parts["word/document.xml"]
    for seal in (edition.fingerprint, *(given.chain_head for given in edition.approvals)):
        body = body.replace(in_groups(seal).encode(), seal.encode())  # as they were printed then
    assert hashlib.sha256(body).hexdigest() == PRINTED_BEFORE[write]  # type: ignore[index]
