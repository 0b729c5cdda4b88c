"""Who must not meet whom, what is kept from whom, and what makes a copy unsafe."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from reed_family import ADDRESS, NURSERY, ReedPapers

from agenda import records as r
from agenda.concluding import concluding_findings
from agenda.copies_words import WithheldKind
from agenda.policy import default_policy
from agenda.safety import must_not_meet, next_sitting, one_sitting, safety_facts
from agenda.safety_rules import APART, STANDS, UNMARKED, safety_findings, sitting_findings
from agenda.words import Presence
from agenda.working_days import WorkingDays

if TYPE_CHECKING:
    from uuid import UUID


@pytest.fixture
def made() -> ReedPapers:
    return ReedPapers()


def names(made: ReedPapers, keys: list[UUID]) -> list[str]:
    return [made.papers().name(None, key) or made.papers().name(key, None) for key in keys]


def everyone(made: ReedPapers) -> list[UUID]:
    people = (made.jess, made.dean, made.karim, made.jess_lawyer, made.dean_lawyer)
    return [made.chair.id, *(one.id for one in people)]


def test_the_first_sitting_is_without_whom_the_first_must_not_meet(made: ReedPapers) -> None:
    first = one_sitting(made.papers(), everyone(made))
    assert names(made, first) == ["Priya Nair", "Ms Reed", "Mr Aziz", "Ms Lund"]
    second = next_sitting(made.papers(), everyone(made), [first])
    assert names(made, second) == ["Priya Nair", "Mr Holt", "Mr Okoro"]
    third = next_sitting(made.papers(), everyone(made), [first, second])
    assert names(made, third) == ["Priya Nair", "Ms Reed", "Ms Lund"]


def test_of_three_who_must_not_meet_each_sits_in_turn(made: ReedPapers) -> None:
    made.keep_apart(made.karim, made.dean)
    made.keep_apart(made.karim, made.jess)
    sat: list[list[UUID]] = [one_sitting(made.papers(), everyone(made))]
    for _ in range(2):
        sat.append(next_sitting(made.papers(), everyone(made), sat))
    family = [[name for name in names(made, keys) if name[:2] in ("Ms", "Mr")] for keys in sat]
    assert family == [["Ms Reed", "Ms Lund"], ["Mr Holt", "Mr Okoro"], ["Mr Aziz"]]


def test_where_nobody_is_kept_apart_everyone_sits_again(made: ReedPapers) -> None:
    for row in made.records:
        if isinstance(row, r.KeptApart):
            row.withdrawn_at = made.hers.started_at
    papers = made.papers()
    assert one_sitting(papers, everyone(made)) == everyone(made)
    assert next_sitting(papers, everyone(made), [everyone(made)]) == everyone(made)
    assert must_not_meet(papers, everyone(made)) == []


def test_a_row_says_what_is_kept_and_never_the_words(made: ReedPapers) -> None:
    papers = made.papers()
    assert safety_facts(papers, made.jess.id) == [
        "address withheld from Mr Holt", "telephone withheld from Mr Holt", "must not meet Mr Holt",
    ]  # fmt: skip
    assert safety_facts(papers, made.noah.id) == ["school or nursery withheld from Mr Holt"]
    made.withhold("Tess Hill", WithheldKind.CARER, child_id=made.isla.id, from_person_id=None)
    assert "withheld from everybody else" in safety_facts(made.papers(), made.isla.id)[0]


def test_a_sitting_with_two_who_must_not_meet_is_said(made: ReedPapers) -> None:
    assert sitting_findings(made.papers()) == []
    row = made.add(
        r.Attendance(sitting_id=made.hers.id, person_id=made.dean.id, presence=Presence.INVITED)
    )
    [found] = sitting_findings(made.papers())
    assert found.rule is APART
    assert found.sentence.startswith("Ms Reed and Mr Holt must not meet. The first sitting")
    assert found.about == row.id
    days = WorkingDays(default_policy().bank_holidays)
    now = made.hers.started_at.date()
    assert found in concluding_findings(made.papers(), days, now)
    row.presence = Presence.ABSENT
    assert sitting_findings(made.papers()) == []


@pytest.mark.parametrize(
    ("place", "said"),
    [
        ("meeting", "the place of meeting 1 (initial meeting)"),
        ("circulation", "who receives the minutes of meeting 1 (initial meeting)"),
        ("line", "line 4 of the plan"),
        ("part", "line 4 of the plan"),
        ("worry", "worry 1"),
        ("example", "worry 1"),
    ],
)
def test_a_withheld_word_is_found_where_the_family_reads_it(
    made: ReedPapers, place: str, said: str
) -> None:
    assert [one for one in safety_findings(made.papers()) if one.rule is STANDS] == []
    line = next(row for row in made.records if isinstance(row, r.PlanLine) and row.number == 4)
    if place == "meeting":
        made.meeting.place = "12 Quince Orchard Ln"
    elif place == "circulation":
        made.meeting.circulation = f"Somebody, {NURSERY}"
    elif place == "line":
        line.what = "Pick up at larkspur  nursery"
    elif place == "part":
        made.add(r.PlanPart(line_id=line.id, position=2, text="at sm69zx"))
    elif place == "worry":
        made.worry.summary = "Seen near Quince Orchard Lane"
    else:
        example = r.ConcernExample(
            concern_id=made.worry.id, on=made.hers.started_at.date(), text=ADDRESS
        )
        made.add(example)
    found = [one for one in safety_findings(made.papers()) if one.rule is STANDS]
    assert found
    assert said in found[0].sentence
    assert not any(word in found[0].sentence for word in ("Quince", "Larkspur", "SM6", "sm69zx"))


def test_what_is_kept_in_free_words_has_to_be_marked(made: ReedPapers) -> None:
    made.karim.withheld = "Where he works, from Mr Holt"
    [found] = [one for one in safety_findings(made.papers()) if one.rule is UNMARKED]
    assert found.about == made.karim.id
    assert "works" not in found.sentence
    made.withhold("Aziz Motors", WithheldKind.WORK, person_id=made.karim.id)
    assert not [one for one in safety_findings(made.papers()) if one.rule is UNMARKED]


def test_a_lawyer_of_both_sits_with_either(made: ReedPapers) -> None:
    for row in made.records:
        if isinstance(row, r.Representation):
            row.lawyer_id = made.jess_lawyer.id
    papers = made.papers()
    first = one_sitting(papers, everyone(made))
    assert "Ms Lund" in names(made, first)
    assert "Ms Lund" in names(made, next_sitting(papers, everyone(made), [first]))
