"""Help that was given: recorded once for every letter, changed, withdrawn, brought back by undo."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from agenda.letter_words import TakenUp
from agenda.records import new_key
from plo_tui.store import undoing
from plo_tui.store.problems import Changed, Refused
from plo_tui.store.verbs import family
from plo_tui.store.verbs.help_given import (
    add_help_given,
    change_help_given,
    withdraw_help_given,
)

if TYPE_CHECKING:
    from made_store import House


def test_help_however_long_ago_is_kept_in_the_order_of_its_days(made: House) -> None:
    keys, do = made.keys, made.store.do
    undated, late, early = new_key(), new_key(), new_key()
    do(add_help_given, keys.episode, undated, {"what": "A washing machine"})
    do(add_help_given, keys.episode, late, {"what": "Six sessions", "on": date(2026, 3, 4)})
    do(
        add_help_given,
        keys.episode,
        early,
        {
            "what": "  Triple P parenting course ",
            "on": date(2009, 5, 1),
            "person_id": keys.mother,
            "taken_up": TakenUp.PARTLY,
            "came_of": "Two of six sessions.",
        },
    )
    rows = made.papers().help_given
    assert [row.id for row in rows] == [early, late, undated]
    assert (rows[0].what, rows[0].person_id) == ("Triple P parenting course", keys.mother)
    assert (rows[0].taken_up, rows[1].taken_up) == (TakenUp.PARTLY, TakenUp.NOT_KNOWN)


def test_help_is_changed_and_withdrawn_and_undo_brings_it_back(made: House) -> None:
    do, key = made.store.do, new_key()
    do(add_help_given, made.keys.episode, key, {"what": "A course"})
    [row] = made.papers().help_given
    do(change_help_given, key, row.version, {"came_of": "She went."})
    with pytest.raises(Changed):
        do(change_help_given, key, row.version, {"came_of": "Never."})
    do(withdraw_help_given, key)
    assert not made.papers().help_given
    assert do(undoing.undo, made.keys.case).value == "withdraw help given"
    assert [row.came_of for row in made.papers().help_given] == ["She went."]


def test_help_says_what_it_was_and_is_for_nobody_of_another_family(made: House) -> None:
    do, episode = made.store.do, made.keys.episode
    with pytest.raises(Refused, match="write what the help was") as refused:
        do(add_help_given, episode, new_key(), {"what": " "})
    assert refused.value.field == "what"
    case, stranger = new_key(), new_key()
    do(family.new_case, case, "PLO-2", None, made.keys.chair)
    do(family.add_person, case, stranger, {"full_name": "Dean Holt"})
    with pytest.raises(Refused, match="not of this family") as refused:
        do(add_help_given, episode, new_key(), {"what": "A course", "person_id": stranger})
    assert refused.value.field == "person_id"
