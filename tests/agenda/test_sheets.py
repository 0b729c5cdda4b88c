"""The four shipped sheets hold what practice asks, in words that can be said aloud."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from agenda.captures import SHEET_KINDS, Capture
from agenda.sheet_reading import default_sheet, default_sheet_text, problems

if TYPE_CHECKING:
    from agenda.sheet import Sheet, SheetItem

ASKED = {
    "legal_planning": {
        "checks": [
            "head of service approve",
            "chronology",
            "latest assessment",
            "tracking meeting",
        ],
        "welcome": ["name and your role", "could not come", "never shared"],
        "worries": ["main worry first", "last two years", "threshold met"],
        "child": ["told us", "safe today", "child protection plan"],
        "support": ["help has the family had", "family group conference", "could help"],
        "options": ["ways forward", "outside court", "for and against", "anyone disagree"],
        "legal_advice": ["threshold met in law", "orders", "not be worked with", "evidence"],
        "outcome": ["do we decide", "why not the others", "legal advice say why", "what date"],
        "plan": ["exactly must change", "often do we visit", "bottom line"],
        "assessments": ["Court Team", "agreed format", "expert needed", "cost", "instruction"],
        "timetable": ["go to legal", "list of solicitors", "first meeting", "final review"],
        "next": ["drafts the letter", "books the room", "tells the family", "go to nobody"],
    },
    "initial": {
        "checks": ["one room", "interpreter", "advocate", "addresses", "read the draft plan"],
        "welcome": [
            "name and your role",
            "could not come",
            "break",
            "not word for word",
            "parental responsibility",
        ],
        "advice": ["get our letter", "talked to a solicitor", "move this meeting", "court is poss"],
        "worries": ["worried about", "examples, with their dates", "been like for each", "wrong"],
        "parents": [
            "agree with",
            "how would you put it",
            "want us to understand",
            "your solicitor",
        ],
        "child": ["each child told us", "good day", "want to be different"],
        "support": ["been tried", "What helped", "got in the way", "help do you want"],
        "network": [
            "can help",
            "yes or no",
            "care for the children",
            "their names",
            "by what date",
        ],
        "assessments": [
            "parenting assessment",
            "How many sessions",
            "report be ready",
            "records",
            "tests",
            "easier for you to follow",
            "letter of instruction",
        ],
        "expert": ["an expert to tell us", "cost", "read the draft letter", "agree on the letter"],
        "plan": [
            "exactly",
            "Who will do it",
            "By what date",
            "has happened",
            "are we doing",
            "really do this",
            "does not work",
            "social worker visit",
            "child protection plan",
            "final review",
        ],
        "break": ["alone with your solicitor", "start again"],
        "bottom_line": ["must not happen", "What will we do", "in your own words"],
        "dates": [
            "midway review",
            "at what time and where is the final",
            "send you the minutes",
            "read back",
        ],
        "other_business": ["not talked about"],
    },
    "midway": {
        "checks": ["one room", "interpreter", "addresses"],
        "welcome": ["new today", "new solicitor", "feel safe", "time with your solicitor"],
        "last_minutes": ["wrong or missing", "On what day", "fair record"],
        "actions": ["done, partly done or not", "How do we know", "stopped it", "on time"],
        "assessments": ["on track", "missed, and why", "new date still in time"],
        "child": ["different for this child", "child say", "still worried"],
        "views": ["going well", "unfair, or cannot be done", "need from us", "your solicitor"],
        "trajectory": ["better, the same or worse", "How do we know", "If nothing changes"],
        "decision": ["keep, drop or add", "go on, end early", "legal planning meeting", "Why?"],
        "dates": ["final review still right", "report be here before", "read back"],
    },
    "final": {
        "checks": ["one room", "interpreter", "addresses"],
        "welcome": ["name and your role", "could not come", "had advice"],
        "start": ["worries when we started", "bottom line", "anything new"],
        "actions": ["came of each line", "How do we know", "do our part", "not finished"],
        "reports": ["read each report", "main thing", "not agree with", "parenting assessment"],
        "child": ["day to day", "say and want", "Will it last"],
        "network": ["meeting take place", "own plan", "checked as a carer"],
        "views": ["should we decide", "have we missed", "for the record", "time alone"],
        "risk": ["lower, the same or higher for this child", "How long", "could undo it"],
        "decision": ["decided for each child", "why did we not", "Who agreed", "head of service"],
        "next": ["What letter", "Which plan goes on", "things slip", "read back"],
    },
}
"""What each item has to ask, by words that stand in one of its prompts."""

MINUTES = {
    "legal_planning": [5, 2, 10, 5, 5, 10, 10, 5, 10, 5, 5, 3],
    "initial": [5, 5, 5, 15, 10, 5, 5, 10, 10, 15, 10, 5, 5],
    "midway": [5, 5, 5, 20, 5, 5, 10, 5, 5, 2],
    "final": [5, 5, 5, 15, 10, 5, 5, 10, 10, 10, 5],
}
"""Of the required items in order; the checks before a review are the first."""


@pytest.fixture(params=SHEET_KINDS)
def sheet(request: pytest.FixtureRequest) -> Sheet:
    return default_sheet(request.param)


def _spoken(item: SheetItem) -> list[str]:
    return [item.purpose, item.say, *(prompt.ask for prompt in item.prompts)]


def _sentences(text: str) -> list[str]:
    return [said for said in re.split(r"(?<=[.?!])\s+", text) if said]


def test_each_shipped_sheet_reads_without_a_problem(sheet: Sheet) -> None:
    assert problems(default_sheet_text(sheet.kind), "shipped") == []
    assert sheet.key == sheet.kind


@pytest.mark.parametrize(
    ("kind", "key", "words"),
    [
        (kind, key, words)
        for kind, asked in ASKED.items()
        for key, topics in asked.items()
        for words in topics
    ],
)
def test_every_question_of_the_agenda_is_asked(kind: str, key: str, words: str) -> None:
    prompts = [prompt.ask for prompt in default_sheet(kind).item(key).prompts]
    assert any(words in ask for ask in prompts), prompts


def test_the_suggested_minutes_are_those_of_the_agenda(sheet: Sheet) -> None:
    required = [item.minutes for item in sheet.items if item.required]
    assert required == MINUTES[sheet.kind]
    assert sheet.minutes == sum(required)


def test_an_initial_meeting_takes_an_hour_and_three_quarters() -> None:
    assert default_sheet("initial").minutes == 105


def test_only_the_expert_and_other_business_may_be_left_out(sheet: Sheet) -> None:
    optional = [item.key for item in sheet.items if not item.required]
    assert optional == ([] if sheet.kind == "legal_planning" else ["expert", "other_business"])


def test_the_chair_checks_safety_first_and_that_is_not_minuted(sheet: Sheet) -> None:
    assert sheet.items[0].key == "checks"
    assert [item.key for item in sheet.items if not item.minuted] == ["checks"]


def test_the_initial_sheet_has_its_items_in_order_with_their_captures() -> None:
    captures = {item.key: item.captures for item in default_sheet("initial").items}
    assert captures == {
        "checks": (Capture.CHECKS,),
        "welcome": (Capture.ATTENDANCE,),
        "advice": (Capture.ADVICE,),
        "worries": (Capture.CONCERNS,),
        "parents": (Capture.VIEWS,),
        "child": (Capture.CHILD,),
        "support": (Capture.SUPPORT,),
        "network": (Capture.NETWORK,),
        "assessments": (Capture.ASSESSMENTS,),
        "expert": (Capture.NOTE,),
        "plan": (Capture.PLAN,),
        "break": (Capture.ADVICE_BREAK,),
        "bottom_line": (Capture.BOTTOM_LINE,),
        "dates": (Capture.DATES,),
        "other_business": (Capture.NOTE,),
    }
    assert list(captures)[-1] == "other_business"


def test_the_parents_are_told_that_every_family_has_a_parenting_assessment() -> None:
    assert "Every family" in default_sheet("initial").item("assessments").say


def test_each_prompt_has_its_item_and_its_place_as_key(sheet: Sheet) -> None:
    for item in sheet.items:
        expected = [f"{item.key}.{number}" for number in range(1, len(item.prompts) + 1)]
        assert [prompt.key for prompt in item.prompts] == expected


def test_sentences_are_short_enough_to_be_said_and_followed(sheet: Sheet) -> None:
    lengths = [
        len(sentence.split())
        for item in sheet.items
        for text in _spoken(item)
        for sentence in _sentences(text)
    ]
    assert sum(lengths) / len(lengths) <= 15
    assert max(lengths) <= 25


def test_no_prompt_is_over_25_words(sheet: Sheet) -> None:
    for item in sheet.items:
        for prompt in item.prompts:
            assert len(prompt.ask.split()) <= 25, prompt.key


def test_titles_fit_the_agenda_at_the_side_of_the_screen(sheet: Sheet) -> None:
    assert max(len(item.title) for item in sheet.items) <= 20


def test_no_sheet_names_a_number_of_weeks_that_the_policy_sets(sheet: Sheet) -> None:
    assert not re.search(r"\b(\d+|six|twelve|eighteen) weeks?\b", default_sheet_text(sheet.kind))


def test_an_item_that_is_not_in_the_sheet_is_a_key_error() -> None:
    with pytest.raises(KeyError, match="tea"):
        default_sheet("initial").item("tea")
