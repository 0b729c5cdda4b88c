"""Which details a person must not learn, for copies and letters alike."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from letters_family import ADDRESS, KEPT_FROM_ALL, KEPT_FROM_HOLT, ReedFamily

from agenda import records as r
from agenda.copies_words import WithheldKind
from agenda.copy_for import reader_of
from agenda.withheld import Detail, withheld_from
from agenda.withheld_words import find_withheld

if TYPE_CHECKING:
    from collections.abc import Iterable


@pytest.fixture
def reed() -> ReedFamily:
    return ReedFamily()


def words_from(reed: ReedFamily, person: Any) -> tuple[str, ...]:
    return tuple(detail.words for detail in withheld_from(reed.papers(), person))


def found_of(secrets: Iterable[str], words: tuple[str, ...]) -> set[str]:
    return {secret for secret in secrets if find_withheld(secret, words)}


def test_what_is_withheld_from_a_person_is_found_in_each_way_it_is_written(
    reed: ReedFamily,
) -> None:
    told = words_from(reed, reed.holt)
    every = {*KEPT_FROM_HOLT, *KEPT_FROM_ALL, "51 Park View", "SW19 9YY"}
    assert found_of(every, told) == every
    assert not find_withheld("Sutton, Merton", told)  # a town finds nobody
    assert found_of({*KEPT_FROM_HOLT, *KEPT_FROM_ALL}, words_from(reed, reed.mother)) == {
        *KEPT_FROM_ALL
    }


def test_a_detail_of_their_own_that_is_withheld_from_all_is_theirs_to_read(
    reed: ReedFamily,
) -> None:
    for row in reed.rows:
        if isinstance(row, r.Withheld) and row.person_id == reed.mother.id:
            row.from_person_id = None
    hers = {*KEPT_FROM_HOLT, *KEPT_FROM_ALL}
    assert found_of(hers, words_from(reed, reed.mother)) == {*KEPT_FROM_ALL}
    assert found_of(hers, words_from(reed, reed.aziz)) == hers - {"Elm Grove School"}


def test_a_copy_keeps_back_what_a_letter_keeps_back(reed: ReedFamily) -> None:
    for person in (reed.mother, reed.holt, reed.aziz):
        assert reader_of(reed.papers(), person.id).withheld == words_from(reed, person)


def test_a_detail_that_is_named_keeps_its_kind(reed: ReedFamily) -> None:
    assert Detail(ADDRESS, WithheldKind.ADDRESS) in withheld_from(reed.papers(), reed.holt)
    kinds = {one.kind for one in withheld_from(reed.papers(), reed.holt)}
    assert {WithheldKind.TELEPHONE, WithheldKind.SCHOOL, WithheldKind.CARER} <= kinds


def test_of_an_address_in_the_same_street_the_house_alone_is_kept(reed: ReedFamily) -> None:
    reed.mother.address = "30 Park View\nMerton\nSW19 9YY"
    told = words_from(reed, reed.aziz)
    secrets = {"30 Park View", "Park View", "SW19 9YY", "51 Park View"}
    assert found_of(secrets, told) == {"30 Park View"}
