"""A plan line typed in one go is taken apart, and ordinary English stays in its sentence."""

from __future__ import annotations

from itertools import permutations
from uuid import UUID

import pytest

from agenda.words import LineKind
from plo_tui.widgets.naming import Mention
from plo_tui.widgets.plan_words import Fields, plan_fields

CARTER = Mention(UUID(int=1), "Ms Carter", "LC")
PARK = Mention(UUID(int=2), "Sam Park", "SP")
PEOPLE = (CARTER, PARK)
CHILDREN = ("JC", "MC", "ME")


def taken(typed: str, kind: LineKind = LineKind.ACTION) -> tuple[str, Fields]:
    return plan_fields(typed, PEOPLE, CHILDREN, kind)


PARTS = ("@lc", "by 12 feb", "known by a visit", "help: skip paid", "for JC and mc", "worry 2")


@pytest.mark.parametrize("order", list(permutations(PARTS))[::37])
def test_the_parts_come_in_any_order(order: tuple[str, ...]) -> None:
    what, fields = taken("Clear the stairs " + " ".join(order))
    assert what == "Clear the stairs"
    assert fields == Fields(
        owner=CARTER.key,
        by="12 feb",
        known_by="a visit",
        help="skip paid",
        children=("JC", "MC"),
        worry=2,
    )


@pytest.mark.parametrize(
    "date",
    [
        "12 feb", "12 February 2027", "12/2/27", "2027-02-12", "fri wk 3", "wk 6", "+2w", "+10wd",
        "tomorrow", "yesterday", "final review", "next friday", "last friday", "30 feb",
    ],
)  # fmt: skip
def test_by_is_a_due_date_before_anything_that_looks_like_one(date: str) -> None:
    assert taken(f"Clear the stairs by {date} @lc") == (
        "Clear the stairs",
        Fields(owner=CARTER.key, by=date),
    )


@pytest.mark.parametrize(
    "sentence",
    [
        "Form signed by the school",
        "Ms Carter will ask for help with debts",
        "help Jo move",
        "time for me",
        "no need to worry about it",
        "paid for by 12 people",
        "letter by email",
    ],
)
def test_ordinary_english_stays_as_it_is(sentence: str) -> None:
    assert taken(sentence) == (sentence, Fields())


def test_initials_that_spell_a_word_count_in_capitals_only() -> None:
    assert taken("a coat for ME")[1].children == ("ME",)
    assert taken("a coat for me")[1].children == ()


def test_an_owner_inside_the_sentence_keeps_it_readable() -> None:
    assert taken("@lc to clear the stairs")[0] == "Ms Carter to clear the stairs"
    assert taken("@lc to clear the stairs")[1].owner == CARTER.key
    assert taken("Visits by @sp on Tuesdays") == ("Visits on Tuesdays", Fields(owner=PARK.key))


def test_somebody_met_or_helping_is_not_the_owner() -> None:
    what, fields = taken("Meet with @sp at school @lc help: @sp pays the bus")
    assert (what, fields.owner) == ("Meet with Sam Park at school", CARTER.key)
    assert fields.help == "Sam Park pays the bus"


def test_a_second_date_stays_where_it_is() -> None:
    assert taken("Report by 12 feb and again by 3 mar") == (
        "Report and again by 3 mar",
        Fields(by="12 feb"),
    )


ASSESSMENT = (", Sam Park", ", 6 sessions", ", by 12 feb", ", known by six visits", " worry 1")


@pytest.mark.parametrize("order", list(permutations(ASSESSMENT))[::11])
def test_between_commas_a_name_and_sessions_are_parts_in_any_order(order: tuple[str, ...]) -> None:
    what, fields = taken("Parenting assessment" + "".join(order), LineKind.ASSESSMENT)
    assert what == "Parenting assessment"
    assert fields == Fields(owner=PARK.key, by="12 feb", sessions=6, known_by="six visits", worry=1)


def test_an_assessment_says_when_its_report_is_due() -> None:
    typed = "Parenting assessment in six sessions, @sp, report by 12 feb"
    assert taken(typed, LineKind.ASSESSMENT) == (
        "Parenting assessment in six sessions",
        Fields(owner=PARK.key, by="12 feb", sessions=6),
    )


@pytest.mark.parametrize(
    "sentence",
    [
        "Tell the school, Sam Park, and the GP",
        "Tell the school, Sam Park and the GP",
        "Sam Park, the worker",
        "Meet, Sam Parker",
    ],
)
def test_a_name_in_a_list_or_a_longer_one_is_not_the_owner(sentence: str) -> None:
    assert taken(sentence) == (sentence, Fields())


def test_commas_stay_where_a_part_was_taken_from_between_them() -> None:
    assert taken("Clear the stairs, @lc, the landing, by 12 feb, and the hall")[0] == (
        "Clear the stairs, the landing, and the hall"
    )


@pytest.mark.parametrize(
    ("typed", "what", "rhythm"),
    [
        ("Weekly home visits", "Weekly home visits", "Weekly"),
        ("Home visits, twice a week", "Home visits", "Twice a week"),
        ("Home visits, every Tuesday at 4 pm", "Home visits", "Every Tuesday at 4 pm"),
        ("Home visits every two weeks", "Home visits every two weeks", "Every two weeks"),
        ("Weekly, on Tuesdays", "Visits", "Weekly, on Tuesdays"),
        ("every Mon, Wed and Fri", "Visits", "Every Mon, Wed and Fri"),
    ],
)
def test_a_visit_says_how_often_and_until_when(typed: str, what: str, rhythm: str) -> None:
    for who in (", Sam Park, ", " @sp "):
        assert taken(f"{typed}{who}until 12 feb", LineKind.VISIT) == (
            what,
            Fields(owner=PARK.key, until="12 feb", rhythm=rhythm),
        )


def test_an_action_recurs_only_where_it_goes_on_until_a_day() -> None:
    assert taken("Buy a monthly bus pass by 12 feb")[1].rhythm == ""
    assert taken("Go to school every day until 12 feb")[1].rhythm == "Every day"
    assert taken("Go to school, every day, by 12 feb") == (
        "Go to school",
        Fields(by="12 feb", rhythm="Every day"),
    )


def test_a_bottom_line_keeps_its_words_and_says_what_follows() -> None:
    typed = "@lc leaves Leo alone by 12 feb, then @sp calls the police worry 2 for JC"
    assert taken(typed, LineKind.BOTTOM_LINE) == (
        "Ms Carter leaves Leo alone by 12 feb",
        Fields(worry=2, children=("JC",), consequence="Sam Park calls the police"),
    )
