"""The minutes say what the record says, in order, and nothing else."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from carter_family import (
    APPROVED,
    CHILDREN,
    DRAFT,
    HEAD,
    MINUTES,
    SECTIONS,
    SITTING,
    edition_of,
    line,
    said,
)
from docx_reader import WordFile

from agenda.minuted_plan import MinutedOutcome
from agenda.minutes import Section
from agenda.seals import in_groups
from agenda.words import EntryKind, HelpCame, LineOutcome, MinutesState
from exports.annex import write_annex
from exports.family_plan import write_family_plan
from exports.minutes import write_minutes
from exports.problems import NotApproved

if TYPE_CHECKING:
    from pathlib import Path

    from agenda.edition import Edition
    from agenda.minutes import Minutes


@pytest.fixture
def approved(tmp_path: Path) -> WordFile:
    return written(APPROVED, tmp_path)


def written(edition: Edition, folder: Path) -> WordFile:
    to = folder / "minutes.docx"
    write_minutes(edition, to, draft=edition.state.is_draft)
    return WordFile(to)


def changed(folder: Path, **changes: object) -> WordFile:
    minutes: Minutes = replace(MINUTES, **changes)  # type: ignore[arg-type]
    return written(edition_of(minutes), folder)


def test_headings_are_real_and_in_order(approved: WordFile) -> None:
    assert [text for level, text in approved.headings if level == 1] == [
        "The children",
        "Who took part",
        "Letter and legal advice",
        "Documents tabled",
        "What we are worried about",
        "What was said",
        "Views",
        "Family network and family group decision making",
        "Assessments and consents",
        "The plan",
        "The bottom line and what follows",
        "Dates",
        "Reasons recorded",
        "Who receives these minutes",
        "Approval",
    ]
    assert (2, "Worry 1: Neglect") in approved.headings
    assert (2, "The children's views") in approved.headings


def test_each_child_stands_with_birth_status_plan_and_responsibility(approved: WordFile) -> None:
    children = approved.tables[1]
    assert children[1] == [
        "Jayden Carter\n(JC)",
        "3 May 2017",
        "No order",
        "Child protection plan\nSince 18 March 2026",
        "24 February 2027",
        "Ms Carter (mother): yes\nMr Doyle (father): yes",
    ]
    assert children[3][1:3] == ["Due 30 March 2027", "Not yet born"]
    assert children[3][5] == "Ms Carter (mother): to be recorded at birth"


def test_who_was_there_for_which_part(approved: WordFile) -> None:
    part = approved.section("Who took part")
    rows = {row[0]: row[1:] for row in approved.tables[2]}
    assert rows["Mr Sean Doyle"] == ["Father", "Remote, by video", "", "From 10:12"]
    assert rows["Ms Beata Nowak"][-1] == "Until 11:40"
    assert rows["Ms Adaeze Okafor"][2:] == ["For Ms Carter", "Throughout"]
    assert "Start and end: 10:00 to 11:55" in part
    assert "Apologies: Mrs Joan Carter (grandmother) and Dr Imran Malik (health visitor)" in part
    assert "Ms Carter: offered at 10:50, taken, 10:52 to 11:05" in part
    assert "Mr Doyle: offered at 10:50, not taken" in part
    assert "Ms Nowak interprets for Mr Doyle (Polish)." in part


def test_someone_who_came_late_and_left_early_has_both_times(tmp_path: Path) -> None:
    person = replace(SITTING.present[0], arrived="10:20", left="11:00")
    document = changed(tmp_path, sittings=(replace(SITTING, present=(person,)),))
    assert document.tables[2][1][-1] == "From 10:20 until 11:00"


def test_sittings_stand_apart_where_parents_do_not_meet(tmp_path: Path) -> None:
    document = changed(tmp_path, sittings=(SITTING, replace(SITTING, number=2)))
    assert (2, "Sitting 2: Tuesday 12 January 2027") in document.headings


def test_absence_that_matters_is_said(tmp_path: Path) -> None:
    alone = replace(SITTING, apologies=(), absent=("Mr Roe",), breaks=())
    document = changed(tmp_path, sittings=(alone,), advice=(), adjustments=(), circulation=())
    part = document.section("Who took part")
    assert "Apologies: None recorded." in part
    assert "Invited and not present: Mr Roe" in part
    assert "Interpreter and adjustments: None recorded." in part
    assert "None recorded." in document.section("Letter and legal advice")
    assert "None recorded." in document.section("Who receives these minutes")


def test_no_solicitor_has_a_recorded_choice(approved: WordFile) -> None:
    letter = approved.tables[3]
    assert letter[1] == [
        "Ms Carter",
        "23 December 2026",
        "Advice taken",
        "Ms Okafor, Hart & Lane",
        "None needed",
    ]
    assert letter[2][2:4] == ["No advice taken", "Nobody"]
    assert letter[2][4].startswith("Proceed at the parent's wish.\nReason: He wants to hear")


def test_a_doubt_about_capacity_is_printed(tmp_path: Path) -> None:
    doubt = replace(MINUTES.advice[0], capacity_doubt=True)
    document = changed(tmp_path, advice=(doubt,))
    assert "A doubt about capacity was raised." in document.section("Letter and legal advice")


def test_paragraphs_keep_their_numbers_and_speakers(approved: WordFile) -> None:
    numbers = [text.partition(".\t") for text in approved.paragraphs]
    found = [int(number) for number, mark, _ in numbers if mark and number.isdigit()]
    assert found == list(range(1, 30))
    text = approved.text
    assert "3.\tMs Carter (10:21) · Agreed: The kitchen was bad in September." in text
    assert "4.\tMr Doyle (10:24) · Disputed: He did not know about the coat." in text
    assert "school never told him. (about JC)" in text
    assert "23.\t10:50 Pause: The meeting paused for ten minutes." in text


def test_the_number_is_text_and_hangs(approved: WordFile) -> None:
    """A list number would change when someone edits the document; a citation must not."""
    assert b"<w:numPr" not in approved.parts["word/document.xml"]
    styles = approved.parts["word/styles.xml"]
    minute = styles[styles.index(b'w:styleId="PLOMinute"') :].split(b"</w:style>")[0]
    assert b'w:hanging="680"' in minute


def test_quotation_marks_stand_only_round_verbatim_words(approved: WordFile) -> None:
    assert "5.\tMs Carter (10:31): “I don't want them to grow up with shouting" in approved.text
    numbered = [text for text in approved.paragraphs if ".\t" in text and "“" in text]
    assert len(numbered) == 4


def test_worries_have_dated_examples(approved: WordFile) -> None:
    worry = approved.section("Worry 1: Neglect")
    assert worry.startswith("We are worried that the home is not clean")
    assert "How long: since spring 2025" in worry
    assert approved.tables[4][:2] == [
        ["Date", "What happened"],
        ["14 September 2026", "There was mouldy food on the kitchen floor where Lily played."],
    ]
    assert "About: JC and LC" in approved.section("Worry 2: Emotional abuse")


def test_views_stand_in_sections_of_their_own(approved: WordFile) -> None:
    assert "“I'll do what it takes.”" in approved.section("The parents' views")
    assert "“I like it when nana comes.”" in approved.section("The children's views")
    assert "assessor's name" in approved.section("The lawyers' views")


def test_the_offer_to_the_family_has_its_answer(approved: WordFile) -> None:
    part = approved.section("Family network and family group decision making")
    assert "A family group meeting was offered: Monday 21 December 2026" in part
    assert "The family's answer: Accepted (Ms Carter)" in part
    assert "Viability assessment by 19 February 2027" in part
    assert "Not named as a carer" in part


def test_assessments_and_consents(approved: WordFile) -> None:
    part = approved.section("Assessments and consents")
    assert "Parenting assessment of both parents" in part
    assert "6 sessions\nBy Friday 16 April 2027" in part
    assert "Agreed, after advice\nTaken back on 3 March 2027" in part
    assert "No\nHe will ask a solicitor first." in part


def plan_of(document: WordFile) -> dict[str, list[str]]:
    [table] = [table for table in document.tables if table[0][1:2] == ["What will happen"]]
    return {row[0]: row[1:] for row in table}


def test_the_plan_line_by_line(approved: WordFile) -> None:
    plan = plan_of(approved)
    what, who, when, measure, answers = plan["1"]
    assert what.startswith("Keep the home clean and safe for the children\na.\tThere is no mouldy")
    assert "e.\tEach child has a clean bedroom and clean sheets." in what
    assert "Amended from “Ensure that the home is clean”" in what
    assert "Child protection plan goal: The children live in a clean home." in what
    assert "If it does not work: We meet on 8 February" in what
    assert who.startswith("Ms Leanne Carter\nHelped by: Mrs Joan Carter\nOur support: Mr Price")
    assert when == "By Friday 5 February 2027\nWeek 4"
    assert measure.startswith("Mr Price checks all five")
    assert answers == "Ms Carter: agreed\nMr Doyle: agreed"
    assert "Mr Doyle: agreed with conditions: only if it is after his shift" in plan["2"][4]
    assert plan["3"][1] == "Mr Sam Price (for the local authority)"
    assert plan["3"][2] == (
        "From Tuesday 19 January 2027\nEvery Tuesday at 4 pm\nUntil Tuesday 6 April 2027"
    )
    assert "After the window, because: The assessor is on leave" in plan["4"][2]
    assert "Dropped" in plan["6"][0]
    assert "7" not in plan


def test_the_bottom_line_and_its_consequences(approved: WordFile) -> None:
    part = approved.section("The bottom line and what follows")
    assert "Nobody is hit, threatened or shouted at in front of the children" in part
    assert "We speak to our lawyers the same day about going to court." in part
    assert "28.\tMrs Adeyemi (11:35): Explained that we would ask a court" in part


def test_dates_reasons_and_readers(approved: WordFile) -> None:
    dates = approved.section("Dates")
    assert "Tuesday 6 April 2027 at 10:00\nWeek 12 of the window" in dates
    assert "Meeting room 4, Civic Offices, Sutton" in dates
    assert "Last day of the window\nTuesday 6 April 2027\nWeek 12" in dates
    assert "Place to be confirmed" not in dates
    assert "Line 4 of the plan, on the rule" in approved.section("Reasons recorded")
    assert "Mr Doyle, from Mr Price" in approved.section("Who receives these minutes")


def test_the_approval_block_names_both_and_seals_the_version(approved: WordFile) -> None:
    block = approved.section("Approval")
    assert "not a word-for-word account" in block
    assert "Mrs Ruth Adeyemi\nIn the app\nWednesday 13 January 2027 at 09:12" in block
    # 13:40 UTC in July is 14:40 on London's clocks.
    assert "By email, recorded by Mrs Adeyemi\nThursday 1 July 2027 at 14:40" in block
    assert in_groups(APPROVED.fingerprint) in block
    assert f"Record sealed at the chair approval\n{in_groups(HEAD)}" in block
    assert f"Record sealed at the legal approval\n{in_groups(HEAD[::-1])}" in block


def test_a_missing_approval_is_named(tmp_path: Path) -> None:
    block = written(edition_of(MINUTES, MinutesState.CHAIR), tmp_path).section("Approval")
    assert "Mrs Ruth Adeyemi" in block
    assert "Legal (for the local authority)\nNot yet approved" in block


def test_issued_minutes_say_when(tmp_path: Path) -> None:
    block = written(edition_of(MINUTES, MinutesState.ISSUED), tmp_path).section("Approval")
    assert "Issued\nThursday 1 July 2027 at 16:00" in block


@pytest.mark.parametrize(
    ("state", "missing"),
    [(MinutesState.DRAFT, "chair and legal"), (MinutesState.CHAIR, "legal has not")],
)
def test_unapproved_minutes_are_refused_with_what_is_missing(
    tmp_path: Path, state: MinutesState, missing: str
) -> None:
    with pytest.raises(NotApproved, match=missing):
        write_minutes(edition_of(MINUTES, state), tmp_path / "minutes.docx")
    assert list(tmp_path.iterdir()) == []


def test_a_later_version_says_why_it_was_made(tmp_path: Path) -> None:
    document = changed(tmp_path, version=2, version_reason="Mr Doyle's name was misspelt.")
    assert "2. Reason for this version: Mr Doyle's name was misspelt." in document.text
    assert "Version 2 · Approved by chair and legal" in document.headers[0]


def test_header_and_footer_say_whose_minutes_these_are(approved: WordFile) -> None:
    [header] = approved.headers
    assert "PLO-2026-014 · JC, LC, BC" in header
    assert "Initial meeting · Tuesday 12 January 2027" in header
    assert "Version 1 · Approved by chair and legal" in header
    # Enough of the seal at the latest approval to look it up by, read aloud in groups.
    seal = in_groups(HEAD[::-1][:24])
    assert approved.footers == [f"Record sealed: {seal}\tPage {{PAGE}} of {{NUMPAGES}}"]


def test_a_draft_prints_no_seal_on_its_pages(tmp_path: Path) -> None:
    write_minutes(edition_of(MINUTES, MinutesState.CHAIR), tmp_path / "draft.docx", draft=True)
    assert WordFile(tmp_path / "draft.docx").footers == ["\tPage {PAGE} of {NUMPAGES}"]


@pytest.mark.parametrize("state", [MinutesState.CHAIR, MinutesState.APPROVED, MinutesState.ISSUED])
@pytest.mark.parametrize("write", [write_minutes, write_family_plan, write_annex])
def test_minutes_changed_after_approval_say_so_on_every_page(
    tmp_path: Path, state: MinutesState, write: Any
) -> None:
    edition = edition_of(MINUTES, state)
    given = tuple(replace(one, fits=False) for one in edition.approvals)
    drafted = {"draft": True} if write is write_minutes else {}
    write(replace(edition, approvals=given), tmp_path / "it.docx", **drafted)
    document = WordFile(tmp_path / "it.docx")
    assert b'string="CHANGED AFTER APPROVAL"' in document.parts["word/header1.xml"]
    assert "Version 1 · CHANGED AFTER APPROVAL" in document.headers[0]
    assert b"DRAFT" not in document.parts["word/header1.xml"]
    assert b">CHANGED AFTER APPROVAL</cp:contentStatus>" in document.parts["docProps/core.xml"]


def test_the_approval_that_no_longer_fits_is_named(tmp_path: Path) -> None:
    edition = edition_of(MINUTES)
    given = (edition.approvals[0], replace(edition.approvals[1], fits=False))
    write_minutes(replace(edition, approvals=given), tmp_path / "minutes.docx")
    document = WordFile(tmp_path / "minutes.docx")
    sentence = (
        "Changed after approval: these are no longer the words that Miss Priya Shah approved as "
        "legal on Thu 1 Jul 2027."
    )
    assert f"Status\nCHANGED AFTER APPROVAL\n{sentence}" in document.text
    block = document.section("Approval")
    assert sentence in block
    assert block.count("Of other words than these") == 1
    assert "Miss Priya Shah\nOf other words than these" in block


def test_draft_stands_across_the_page_until_both_approvals(tmp_path: Path) -> None:
    for state in MinutesState:
        edition = edition_of(MINUTES, state)
        to = tmp_path / f"{state}.docx"
        write_minutes(edition, to, draft=True)
        marked = b'string="DRAFT"' in WordFile(to).parts["word/header1.xml"]
        assert marked == (state not in (MinutesState.APPROVED, MinutesState.ISSUED))


def test_neither_prompts_nor_policy_are_printed(approved: WordFile) -> None:
    everything = b"".join(approved.parts.values())
    assert b"Is it safe for everyone" not in everything
    assert b"window_weeks" not in everything


def test_empty_sections_are_left_out(tmp_path: Path, approved: WordFile) -> None:
    assert "Any other business" not in approved.text
    bare = changed(
        tmp_path,
        children=CHILDREN[:1],
        concerns=(),
        views=(),
        sections=(SECTIONS[1],),
        documents=(),
        network=None,
        consents=(),
        plan=(),
        consequences=(),
        reasons=(),
    )
    assert [text for _, text in bare.headings] == [
        "The children",
        "Who took part",
        "Letter and legal advice",
        "Dates",
        "Who receives these minutes",
        "Approval",
    ]


HOSTILE = (
    "[/b] <b>bold</b> & ]]> &amp; “q” '\"",
    "a right-to-left mark \u200f and \u202eoverride\u202c and עברית",
    "👩‍👩‍👧‍👦 🏴󠁧󠁢󠁷󠁬󠁳󠁿",
    "one\ntwo\tthree",
    "w:val=\"PLOFamily\" <w:pStyle w:val='Normal'/>",
    "x" * 100_000,
    "word " * 20_000,
)


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_text_comes_out_as_it_went_in(tmp_path: Path, text: str) -> None:
    section = Section("item", text[:200], (said(1, text[:50], text),))
    plan = (line(1, text, parts=(text,), measure=text, owner=text[:50]),)
    document = changed(tmp_path, sections=(section,), plan=plan, reference=text[:40])
    assert f"1.\t{text[:50]}: {text}" in document.paragraphs
    assert plan_of(document)["1"][0].startswith(f"{text}\na.\t{text}")
    assert text[:40] in document.headers[0]


def test_control_characters_become_visible_and_stop_nothing(tmp_path: Path) -> None:
    text = "bell \x07, escape \x1b[31m, null \x00, surrogate \ud800, \ufffe"
    minutes = replace(MINUTES, sections=(Section("item", text, (said(1, text, text),)),))
    document = written(replace(APPROVED, minutes=minutes), tmp_path)
    assert "bell ␇, escape ␛[31m, null ␀, surrogate ⟨U+D800⟩" in document.text


def test_draft_edition_has_no_approval_in_it(tmp_path: Path) -> None:
    document = written(DRAFT, tmp_path)
    assert document.section("Approval").count("Not yet approved") == 2
    assert "Version 1 · DRAFT – not approved" in document.headers[0]


def test_a_review_prints_what_became_of_each_line(tmp_path: Path) -> None:
    found = MinutedOutcome(
        LineOutcome.PARTLY, "Sam saw three rooms", "No skip came", HelpCame.LATE, "In week 7"
    )
    plain = MinutedOutcome(LineOutcome.DONE, "", "", None, "")
    lines = (
        line(1, "Clear the stairs", outcome=found),
        line(2, "Fit a gate", outcome=plain),
        line(3, "New today"),
    )
    document = written(edition_of(replace(MINUTES, plan=lines)), tmp_path)
    assert "What became of the plan" in document.text
    [table] = [table for table in document.tables if table[0][2:3] == ["Outcome"]]
    assert table[1:] == [
        [
            "1",
            "Clear the stairs\nMs Leanne Carter",
            "Partly done",
            "Sam saw three rooms\nWhat stopped it: No skip came",
            "Late\nIn week 7",
        ],
        ["2", "Fit a gate\nMs Leanne Carter", "Done", "Not recorded", "Not recorded"],
    ]


def test_an_initial_meeting_says_nothing_of_outcomes(approved: WordFile) -> None:
    assert "What became of the plan" not in approved.text


def test_each_sitting_stands_with_whom_it_was_and_its_pauses(tmp_path: Path) -> None:
    first = replace(SITTING, called="with Ms Carter", pauses=("10:42 to 10:55", "11:20 to 11:25"))
    one = changed(tmp_path, sittings=(first,))
    assert "Sitting: With Ms Carter" in one.paragraphs
    assert "Pause: 10:42 to 10:55 and 11:20 to 11:25" in one.paragraphs
    second = replace(SITTING, number=2, called="with Mr Doyle")
    two = changed(tmp_path, sittings=(first, second))
    assert (2, "Sitting 1, with Ms Carter: Tuesday 12 January 2027") in two.headings
    assert (2, "Sitting 2, with Mr Doyle: Tuesday 12 January 2027") in two.headings
    assert not [text for text in two.paragraphs if text.startswith("Sitting: ")]


def test_a_line_stands_above_what_was_said_in_another_sitting(tmp_path: Path) -> None:
    later = replace(said(2, "Mr Doyle", "I was at work."), sitting_line="Second sitting, Tuesday")
    section = Section("welcome", "Welcome", (said(1, "Ms Carter", "He was not."), later))
    texts = changed(tmp_path, sections=(section,)).paragraphs
    at = texts.index("Second sitting, Tuesday:")
    assert texts[at - 1].endswith("He was not.")
    assert texts[at + 1].endswith("I was at work.")


def test_an_urgent_matter_says_who_was_told(tmp_path: Path) -> None:
    urgent = replace(
        said(1, "", "He was hit.", EntryKind.URGENT, time="10:42"),
        told=("legal (Ms Holt) 10:50", "police 10:55"),
    )
    texts = changed(tmp_path, sections=(Section("child", "The child", (urgent,)),)).paragraphs
    words = "10:42 Urgent: He was hit. Told: legal (Ms Holt) 10:50; police 10:55."
    assert [text for text in texts if text.endswith(words)]
