"""A letter to whoever must not meet another: no time but their own, and none before it is set."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING, Any

import pytest
from letters_family import DATED, DAYS, ReedFamily

from agenda import records as r
from agenda.booking_words import InvitedGroup
from agenda.finding import Level
from agenda.letter import freeze_letter
from agenda.letter_checked import checked_letter, still_open
from agenda.letter_of import letter_of
from agenda.letter_words import LetterTurnKind
from agenda.words import MeetingState, ParentalResponsibility, Relation

if TYPE_CHECKING:
    from agenda.letter_place import LetterFinding


class Apart(ReedFamily):
    """The Reeds, whose mother and Mr Holt must not meet."""

    def __init__(self) -> None:
        super().__init__()
        self.booked: Any = next(row for row in self.rows if isinstance(row, r.Meeting))
        self.pair = self.add(
            r.KeptApart(case_id=self.case.id, person_id=self.mother.id, other_id=self.holt.id)
        )

    def comes(self, person: Any, at: time, place: str = "Side door") -> Any:
        return self.add(
            r.Invitation(
                meeting_id=self.booked.id, to_group=InvitedGroup.FAMILY, person_id=person.id,
                on=self.booked.planned_on, at=at, meeting_at=self.booked.planned_at, place=place,
                minutes=90, made_at=datetime(2027, 1, 19, tzinfo=UTC),
            )
        )  # fmt: skip

    def found(self, person: Any, draft: Any = None) -> list[LetterFinding]:
        """What stands in the way of clearing a person's letter."""
        return still_open(checked_letter(self.papers(), draft or self.draft(person), DAYS))


@pytest.fixture
def apart() -> Apart:
    return Apart()


def test_a_letter_waits_for_a_time_of_ones_own_and_says_how_to_set_it(apart: Apart) -> None:
    for person, name, other in (
        (apart.mother, "Ms Reed", "Mr Holt"),
        (apart.holt, "Mr Holt", "Ms Reed"),
    ):
        [found] = apart.found(person)
        assert (found.rule.key, found.level) == ("letter.own_time", Level.MUST)
        assert f"{name} must not meet {other}, and has no time of their own" in found.sentence
        assert "v in “Before the meeting”" in found.sentence
    assert apart.found(apart.aziz) == []  # he is kept from nobody


def test_it_is_clear_once_each_has_their_own(apart: Apart) -> None:
    apart.comes(apart.mother, time(10))
    assert apart.found(apart.mother) == []
    assert len(apart.found(apart.holt)) == 1
    his = apart.comes(apart.holt, time(14))
    assert apart.found(apart.holt) == []
    his.cancelled = True
    assert len(apart.found(apart.holt)) == 1


def test_the_same_time_for_both_is_found_in_both_letters(apart: Apart) -> None:
    apart.comes(apart.mother, time(10), "Front door")
    apart.comes(apart.holt, time(10), "Back door")
    for person in (apart.mother, apart.holt):
        [found] = apart.found(person)
        assert "both come at the same time" in found.sentence


def test_a_time_chosen_for_an_earlier_day_of_the_meeting_is_none(apart: Apart) -> None:
    apart.comes(apart.mother, time(10))
    apart.booked.planned_on = date(2027, 2, 9)
    letter = letter_of(apart.papers(), apart.draft(apart.mother))
    assert (letter.meeting.on, letter.meeting.at) == (date(2027, 2, 9), "")
    assert "letter.own_time" in [one.rule.key for one in apart.found(apart.mother)]


def test_a_letter_cleared_before_they_were_kept_apart_is_found_until_it_is_given(
    apart: Apart,
) -> None:
    apart.rows.remove(apart.pair)
    draft = apart.draft(apart.holt)
    draft.frozen = freeze_letter(letter_of(apart.papers(), draft))
    assert apart.found(apart.holt, draft) == []
    apart.add(apart.pair)
    assert [one.rule.key for one in apart.found(apart.holt, draft)] == ["letter.own_time"]
    apart.comes(apart.holt, time(14))
    [found] = apart.found(apart.holt, draft)
    assert "cleared with another time" in found.sentence
    apart.add(
        r.LetterTurn(
            letter_id=draft.id, what=LetterTurnKind.DELIVERED, on=DATED, by_staff_id=apart.worker.id
        )
    )
    assert apart.found(apart.holt, draft) == []


def test_whoever_may_have_responsibility_is_kept_from_the_others_time_as_well(
    apart: Apart,
) -> None:
    apart.rows.remove(apart.pair)
    aunt = apart.add(
        r.Person(case_id=apart.case.id, full_name="Ann Holt", known_as="Ms Holt", initials="ah")
    )
    tie = apart.add(
        r.Relationship(
            person_id=aunt.id, child_id=apart.isla.id, relation=Relation.AUNT_OR_UNCLE,
            parental_responsibility=ParentalResponsibility.DISPUTED,
        )
    )  # fmt: skip
    apart.add(r.KeptApart(case_id=apart.case.id, person_id=apart.mother.id, other_id=aunt.id))
    assert len(apart.found(apart.mother)) == 1
    tie.parental_responsibility = ParentalResponsibility.NO
    assert apart.found(apart.mother) == []  # nobody invites her aunt


def test_nothing_is_asked_of_a_meeting_that_has_begun(apart: Apart) -> None:
    apart.booked.state = MeetingState.LIVE
    assert "letter.own_time" not in [one.rule.key for one in apart.found(apart.mother)]
