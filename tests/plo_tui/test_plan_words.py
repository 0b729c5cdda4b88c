"""A plan line typed in one go is taken apart, and ordinary English stays in its sentence."""

from __future__ import annotations

from itertools import permutations
from uuid import UUID

import pytest

from plo_tui.widgets.naming import Mention
from plo_tui.widgets.plan_words import Fields, plan_fields

CARTER = Mention(UUID(int=1), "Ms Carter", "LC")
PARK = Mention(UUID(int=2), "Sam Park", "SP")
PEOPLE = (CARTER, PARK)
CHILDREN = ("JC", "MC", "ME")


def taken(typed: str) -> tuple[str, Fields]:
    return plan_fields(typed, PEOPLE, CHILDREN)


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
        "tomorrow", "final review", "next friday", "30 feb",
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


def test_a_rhythm_runs_until() -> None:
    assert taken("Weekly visits until final review")[1].until == "final review"
