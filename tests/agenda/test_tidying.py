"""What there is to tidy: paragraphs without an item or a speaker, hard words, what is open."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from minuting_papers import INITIAL_DAY, CarterPapers

from agenda.policy import default_policy
from agenda.tidying import HARD, LONG_SENTENCE, SPEAKER, UNPLACED, ToTidy, to_tidy, unplaced
from agenda.words import EntryKind, MeetingState
from agenda.working_days import WorkingDays

DAYS = WorkingDays(default_policy().bank_holidays)
LONG = "We went to the shop and " * 6 + "then home."


@pytest.fixture
def carters() -> CarterPapers:
    return CarterPapers()


def paragraphs(carters: CarterPapers) -> list[ToTidy]:
    found = to_tidy(carters.papers(), DAYS, INITIAL_DAY)
    return [one for one in found if one.entry_id]


def rules(carters: CarterPapers) -> list[list[str]]:
    return [[one.rule.key for one in thing.findings] for thing in paragraphs(carters)]


def test_a_tidy_paragraph_is_not_listed(carters: CarterPapers) -> None:
    carters.entry("The letter was read.")
    carters.entry("It is done.", "parents", EntryKind.VIEW, speaker_person_id=carters.mother.id)
    assert paragraphs(carters) == []


def test_an_unplaced_paragraph_is_listed_and_so_is_an_unplaced_aside(carters: CarterPapers) -> None:
    said = carters.entry("The landlord was told.", None)
    aside = carters.entry("Check the log.", None, EntryKind.ASIDE)
    carters.entry("Placed.")
    carters.entry("Gone.", None, withdrawn_at=datetime(2027, 1, 12, 12, tzinfo=UTC))
    assert [row.id for row in unplaced(carters.papers())] == [said.id, aside.id]
    assert rules(carters) == [[UNPLACED.key], [UNPLACED.key]]


@pytest.mark.parametrize(
    ("item", "kind", "wanted"),
    [
        ("parents", EntryKind.VIEW, True),
        ("parents", EntryKind.NOTE, True),
        ("worries", EntryKind.VIEW, True),
        ("worries", EntryKind.DISPUTED, True),
        ("worries", EntryKind.NOTE, False),
        ("worries", EntryKind.AGREED, False),
        ("child", EntryKind.VIEW, False),  # the child's own words
        ("parents", EntryKind.ASIDE, False),
        ("checks", EntryKind.VIEW, False),  # not minuted
    ],
)
def test_a_speaker_is_expected_where_words_are_somebodys(
    carters: CarterPapers, item: str, kind: EntryKind, wanted: bool
) -> None:
    carters.entry("Not as it was said.", item, kind)
    assert rules(carters) == ([[SPEAKER.key]] if wanted else [])
    carters.records[-1].speaker_staff_id = carters.chair.id
    assert rules(carters) == []


def test_long_sentences_and_hard_words_are_listed_but_not_in_quotations(
    carters: CarterPapers,
) -> None:
    carters.entry(LONG)
    carters.entry("This will facilitate it.")
    carters.entry("This will facilitate it.", verbatim=True)
    carters.entry("How to facilitate it.", kind=EntryKind.DOCUMENT)
    assert rules(carters) == [[LONG_SENTENCE.key], [HARD.key]]
    hard = paragraphs(carters)[1].findings[0]
    assert "facilitate” (help)" in hard.sentence
    assert hard.field == "text"


def test_a_paragraph_stands_once_with_all_it_needs_what_has_no_item_first(
    carters: CarterPapers,
) -> None:
    carters.entry("To facilitate it.")
    carters.entry("I was not there.", "parents", EntryKind.VIEW)
    carters.entry(f"{LONG} They facilitate it.", None, EntryKind.VIEW)
    assert rules(carters) == [
        [UNPLACED.key, SPEAKER.key, LONG_SENTENCE.key, HARD.key],
        [SPEAKER.key],
        [HARD.key],
    ]


def test_behind_the_paragraphs_stands_what_the_concluded_meeting_left_open(
    carters: CarterPapers,
) -> None:
    carters.entry("The landlord was told.", None)
    carters.meeting.state = MeetingState.CONCLUDED
    carters.meeting.effective = True
    carters.meeting.concluded_at = datetime(2027, 1, 12, 12, tzinfo=UTC)
    found = to_tidy(carters.papers(), DAYS, INITIAL_DAY)
    assert found[0].rule is UNPLACED
    still_open = {one.rule.key for one in found[1:]}
    assert {"covered.item", "dates.final"} <= still_open
    assert not {one.entry_id for one in found[1:]} - {None}
    assert len({one.key for one in found}) == len(found), "each can be told from the others"


def test_while_it_runs_what_lies_ahead_is_not_to_be_tidied(carters: CarterPapers) -> None:
    found = to_tidy(carters.papers(), DAYS, INITIAL_DAY)
    assert "covered.item" not in {one.rule.key for one in found}
