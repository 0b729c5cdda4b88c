"""Which of a person's letters belong to a meeting's pack, and how each stands there."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from reeds_of import Reeds

from agenda import records as r
from agenda.decision_words import Outcome
from agenda.letter_words import DeliveredHow, LetterKind, LetterTurnKind
from agenda.pack_letters import LetterStands, pack_letters
from agenda.papers import Papers
from agenda.words import MeetingKind

DAY = date(2027, 4, 20)


class Reviewed(Reeds):
    """The family after the initial meeting and a final review that extended the plan."""

    def __init__(self) -> None:
        super().__init__()
        self.initial = self.held(MeetingKind.INITIAL, date(2027, 2, 2))
        self.final = self.held(MeetingKind.FINAL, DAY)
        self.decides(self.final, Outcome.EXTEND)

    def begin(self, kind: LetterKind, *, cleared: bool = False) -> Any:
        return self.add(
            r.LetterDraft(
                episode_id=self.episode.id,
                kind=kind,
                person_id=self.mother.id,
                frozen="{}" if cleared else "",
            )
        )

    def give(self, letter: Any, on: date) -> None:
        self.turn(letter.id, LetterTurnKind.DELIVERED, on)
        self.rows[-1].how, self.rows[-1].to = DeliveredHow.BY_HAND, "Ms Reed"

    def of(self, meeting: Any) -> list[tuple[str, LetterStands, str]]:
        papers = Papers(self.case.id, meeting.id)
        papers.take(self.rows)
        found = pack_letters(papers, self.mother.id)
        return [(one.called, one.stands, one.told) for one in found]


@pytest.fixture
def reeds() -> Reviewed:
    return Reviewed()


def test_a_cleared_letter_that_was_not_given_goes_in(reeds: Reviewed) -> None:
    reeds.begin(LetterKind.EXTENSION, cleared=True)
    told = "cleared by legal; no day is recorded on which it was given"
    assert reeds.of(reeds.final) == [("letter of extension", LetterStands.ENCLOSED, told)]


def test_a_given_one_is_listed_with_its_day_and_is_not_given_twice(reeds: Reviewed) -> None:
    reeds.give(reeds.begin(LetterKind.EXTENSION, cleared=True), date(2027, 4, 22))
    told = "given on Thu 22 Apr 2027 by hand to Ms Reed by Dana Cole"
    assert reeds.of(reeds.final) == [("letter of extension", LetterStands.GIVEN, told)]


def test_one_that_is_not_cleared_or_not_begun_is_named_and_left_out(reeds: Reviewed) -> None:
    name, to_come = "letter of extension", LetterStands.TO_COME
    assert reeds.of(reeds.final) == [(name, to_come, "nobody has written it yet")]
    reeds.begin(LetterKind.EXTENSION)
    assert reeds.of(reeds.final) == [(name, to_come, "legal has not cleared it")]


def test_each_belongs_to_one_meeting(reeds: Reviewed) -> None:
    reeds.begin(LetterKind.BEFORE_PROCEEDINGS, cleared=True)
    reeds.begin(LetterKind.EXTENSION, cleared=True)
    again = reeds.held(MeetingKind.FINAL, date(2027, 6, 1))
    reeds.decides(again, Outcome.CLOSE)
    reeds.begin(LetterKind.ENDING)
    assert [called for called, *_ in reeds.of(reeds.initial)] == ["letter before proceedings"]
    assert [called for called, *_ in reeds.of(reeds.final)] == ["letter of extension"]
    assert [called for called, *_ in reeds.of(again)] == ["letter ending pre-proceedings"]


def test_one_that_tells_no_decision_belongs_to_the_last_meeting_held(reeds: Reviewed) -> None:
    reeds.begin(LetterKind.BEFORE_ISSUE, cleared=True)
    reeds.meeting(MeetingKind.FINAL, date(2027, 6, 1))  # only planned
    assert "letter before issue" in [called for called, *_ in reeds.of(reeds.final)]
    assert reeds.of(reeds.initial) == []


def test_the_first_letter_that_a_parent_said_had_come_is_given(reeds: Reviewed) -> None:
    reeds.begin(LetterKind.BEFORE_PROCEEDINGS, cleared=True)
    reeds.add(
        r.Advice(
            meeting_id=reeds.initial.id,
            person_id=reeds.mother.id,
            letter_received_on=date(2027, 1, 19),
        )
    )
    [(_called, stands, told)] = reeds.of(reeds.initial)
    assert (stands, told) == (
        LetterStands.GIVEN, "received on Tue 19 Jan 2027, as the meeting was told",
    )  # fmt: skip


def test_whom_legal_left_out_waits_for_no_letter(reeds: Reviewed) -> None:
    at = reeds.rows[-1].given_at  # type: ignore[attr-defined]
    reeds.add(
        r.LetterLeftOut(
            episode_id=reeds.episode.id,
            kind=LetterKind.EXTENSION,
            person_id=reeds.mother.id,
            why="The court said so",
            by_staff_id=reeds.staff.id,
            at=at,
        )
    )
    assert reeds.of(reeds.final) == []
