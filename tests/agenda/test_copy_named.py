"""Whom a typed name means: nobody is given what is not cut for them by a surname or a dot."""

from __future__ import annotations

import pytest
from letters_family import ReedFamily

from agenda import records as r
from agenda.copies_words import WithheldKind
from agenda.copy_named import (
    is_to_the_family,
    parents_named,
    why_not_sure,
    why_not_uncut,
    why_not_whole,
)
from agenda.words import PersonKind


@pytest.mark.parametrize(
    "named", ["mr holt", "Mr. Holt", "Mr  Holt", "Mr\u00a0Holt", "Dean\nHolt", "Mr Holt (by hand)"]
)
def test_a_parent_is_meant_whatever_the_spaces_and_dots(named: str) -> None:
    family = ReedFamily()
    assert parents_named(family.papers(), named) == [family.holt]


@pytest.mark.parametrize(
    "named", ["Holt", "Dean", "Mr D Holt", "Holt, Dean", "Holt's solicitor", "Isla Reed's dad"]
)
def test_a_name_that_may_mean_a_parent_is_asked_after(named: str) -> None:
    papers = ReedFamily().papers()
    assert "may mean" in why_not_sure(papers, named)
    assert why_not_uncut(papers, named)
    assert is_to_the_family(papers, named)


@pytest.mark.parametrize(
    "named", ["The family court", "Our legal team", "The file of Isla Reed", "Judge Holton"]
)
def test_who_is_plainly_somebody_else_is_not(named: str) -> None:
    papers = ReedFamily().papers()
    assert why_not_sure(papers, named) == ""
    assert why_not_uncut(papers, named) == ""
    assert not is_to_the_family(papers, named)


def test_what_is_kept_from_somebody_who_is_no_parent_is_not_given_them_whole() -> None:
    family = ReedFamily()
    uncle = family.add(
        r.Person(
            case_id=family.case.id, full_name="Ned Lowe", known_as="Mr Lowe", initials="nl",
            kind=PersonKind.FAMILY,
        )
    )  # fmt: skip
    papers = family.papers()
    assert why_not_uncut(papers, "Mr Lowe") == ""
    family.add(
        r.Withheld(
            case_id=family.case.id, person_id=family.mother.id, kind=WithheldKind.ADDRESS,
            words="14 Rose Lane", from_person_id=uncle.id,
        )
    )  # fmt: skip
    papers = family.papers()
    assert "not for Mr Lowe" in why_not_uncut(papers, "ned lowe")
    assert "kept from Mr Lowe" in why_not_whole(papers, None, (), "mr. lowe")  # type: ignore[arg-type]


def test_a_parent_whom_legal_left_out_is_not_given_the_whole() -> None:
    papers = ReedFamily().papers()
    assert "Mr Holt is left out" in why_not_whole(papers, None, (), "Mr Holt")  # type: ignore[arg-type]
