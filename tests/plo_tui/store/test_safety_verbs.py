"""Withholding details and keeping people apart: refused where it could not work, and undone."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from approved_store import approve_both

from agenda.copies_words import WithheldKind
from agenda.records import new_key
from agenda.words import ParentalResponsibility, Relation
from plo_tui.store.problems import Refused
from plo_tui.store.undoing import undo
from plo_tui.store.verbs import family, safety, staff

if TYPE_CHECKING:
    from uuid import UUID

    from made_store import House

ADDRESS = "14 Rose Lane\nSutton\nSM1 4QX"


def father(made: House, case: UUID | None = None) -> UUID:
    key = new_key()
    tie = {made.keys.child: (Relation.FATHER, ParentalResponsibility.YES)} if case is None else {}
    values: family.PersonValues = {"full_name": "Rob Dale", "known_as": "Mr Dale"}
    made.store.do(family.add_person, case or made.keys.case, key, values, tie)
    return key


def detail(made: House, **changed: object) -> safety.WithheldValues:
    values: safety.WithheldValues = {
        "person_id": made.keys.mother,
        "child_id": None,
        "kind": WithheldKind.ADDRESS,
        "words": ADDRESS,
        "from_person_id": None,
        "why": "an order",
    }
    return {**values, **changed}  # type: ignore[typeddict-item]


def withhold(made: House, **changed: object) -> UUID:
    key = new_key()
    made.store.do(safety.withhold, made.keys.case, key, detail(made, **changed))
    return key


def test_a_detail_is_withheld_changed_and_withdrawn(made: House) -> None:
    dale = father(made)
    key = withhold(made, from_person_id=dale)
    [row] = made.papers().withheld
    assert (row.words, row.from_person_id, row.why) == (ADDRESS, dale, "an order")
    made.store.do(safety.change_withheld, key, row.version, detail(made, words="Elm Grove School"))
    assert made.papers().withheld[0].words == "Elm Grove School"
    made.store.do(undo, made.keys.case)
    assert made.papers().withheld[0].words == ADDRESS
    made.store.do(safety.withdraw_withheld, key)
    assert made.papers().withheld == []
    made.store.do(undo, made.keys.case)
    assert len(made.papers().withheld) == 1


def test_it_is_said_at_any_time_and_changes_no_approved_word(made: House) -> None:
    made.add("The home was cold.")
    made.store.actor_id = made.keys.chair
    made.conclude()
    approved = approve_both(made)
    withhold(made)
    made.store.do(
        safety.keep_apart, made.keys.case, new_key(), made.keys.mother, father(made), "an order"
    )
    assert made.edition() == approved


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"words": " \n"}, "words"),
        ({"words": "1 A"}, "words"),
        ({"person_id": None}, "whose"),
        ({"words": "x" * 100_001}, "words"),
    ],
)
def test_what_could_not_be_found_again_is_refused(
    made: House, changed: dict[str, object], field: str
) -> None:
    with pytest.raises(Refused) as refused:
        withhold(made, **changed)
    assert refused.value.field == field
    assert made.papers().withheld == []


def test_nobody_is_kept_from_their_own_or_of_another_family(made: House) -> None:
    with pytest.raises(Refused, match="their own"):
        withhold(made, from_person_id=made.keys.mother)
    other = new_key()
    made.store.do(family.new_case, other, "PLO-9")
    stranger = father(made, other)
    for changed in ({"from_person_id": stranger}, {"person_id": stranger}):
        with pytest.raises(Refused, match="of another family"):
            withhold(made, **changed)
    with pytest.raises(Refused, match="of another family"):
        keep_apart(made, stranger)


def keep_apart(made: House, other: UUID) -> UUID:
    key = new_key()
    case, mother = made.keys.case, made.keys.mother
    since = date(2026, 3, 2)
    made.store.do(safety.keep_apart, case, key, mother, other, "an order", since)
    return key


def test_two_people_are_kept_apart_once_until_they_may_meet(made: House) -> None:
    dale = father(made)
    key = keep_apart(made, dale)
    [row] = made.papers().kept_apart
    assert ({row.person_id, row.other_id}, row.since) == (
        {made.keys.mother, dale},
        date(2026, 3, 2),
    )
    with pytest.raises(Refused, match="kept apart already"):
        made.store.do(safety.keep_apart, made.keys.case, new_key(), dale, made.keys.mother)
    with pytest.raises(Refused, match="Name two people"):
        keep_apart(made, made.keys.mother)
    made.store.do(safety.withdraw_kept_apart, key)
    assert made.papers().kept_apart == []
    keep_apart(made, dale)
    assert len(made.papers().kept_apart) == 1


def test_a_telephone_of_staff_is_kept_for_letters(made: House) -> None:
    made.store.do(staff.change_telephone, made.keys.clerk, " 0555  010 010 ")
    assert made.papers().find("Staff", made.keys.clerk).telephone == "0555 010 010"  # type: ignore[union-attr]
