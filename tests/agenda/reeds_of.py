"""The Reeds, before their first meeting: two parents who may have to be kept apart.

A test adds what it is about.
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

from papers_of import DAYS

from agenda import records as r
from agenda.decision_words import AuthorityAnswer, Outcome
from agenda.directive_record import directive_of
from agenda.letter_words import LetterKind, LetterTurnKind
from agenda.papers import Papers
from agenda.words import MeetingKind, MeetingState, ParentalResponsibility, Relation, StaffRole

if TYPE_CHECKING:
    from uuid import UUID

    from agenda.directive_dates import DirectiveDates
    from agenda.records import Record

TODAY = date(2027, 1, 25)
LPM = date(2027, 1, 12)
"""A Tuesday: the letter is due with legal on the 14th, back on the 18th, given on the 19th."""


class Reeds:
    """Two children of two fathers, before their first meeting: a test adds what it is about."""

    def __init__(self, decided_on: date | None = LPM) -> None:
        self.rows: list[Record] = []
        self.case = self.add(r.Case(reference="PLO-2027-002"))
        self.episode = self.add(r.PreProceedings(case_id=self.case.id, decided_on=decided_on))
        self.staff = self.add(r.Staff(name="Dana Cole", role=StaffRole.SOCIAL_WORKER))
        self.child = self.add(r.Child(case_id=self.case.id, full_name="Isla Reed", initials="IR"))
        self.mother = self.parent("Ms Reed", Relation.MOTHER)
        self.father = self.parent("Mr Holt", Relation.FATHER)

    def add(self, row: Any) -> Any:
        self.rows.append(row)
        return row

    def parent(self, name: str, relation: Relation) -> Any:
        person = self.add(
            r.Person(case_id=self.case.id, full_name=name, known_as=name, initials="x")
        )
        self.add(
            r.Relationship(
                person_id=person.id,
                child_id=self.child.id,
                relation=relation,
                parental_responsibility=ParentalResponsibility.YES,
            )
        )
        return person

    def letter(self, person: Any, **turns: date) -> None:
        """Give a person's letter its turns, each on its day."""
        letter = self.add(
            r.LetterDraft(
                episode_id=self.episode.id, kind=LetterKind.BEFORE_PROCEEDINGS, person_id=person.id
            )
        )
        for name, on in turns.items():
            self.turn(letter.id, LetterTurnKind[name.upper()], on)

    def turn(self, letter_id: UUID, what: LetterTurnKind, on: date) -> None:
        self.add(r.LetterTurn(letter_id=letter_id, what=what, on=on, by_staff_id=self.staff.id))

    def meeting(self, kind: MeetingKind, on: date | None, **more: Any) -> Any:
        number = 1 + sum(isinstance(row, r.Meeting) for row in self.rows)
        return self.add(
            r.Meeting(episode_id=self.episode.id, kind=kind, number=number, planned_on=on, **more)
        )

    def held(self, kind: MeetingKind, on: date) -> Any:
        meeting = self.meeting(kind, on, state=MeetingState.CONCLUDED, effective=True)
        begun = datetime(on.year, on.month, on.day, 10, tzinfo=UTC)
        self.add(r.Sitting(meeting_id=meeting.id, started_at=begun))
        return meeting

    def decides(self, meeting: Any, outcome: Outcome, **more: Any) -> None:
        """Let a review decide for the child, authorised."""
        at = datetime(2027, 3, 1, tzinfo=UTC)
        decision = self.add(
            r.Decision(
                meeting_id=meeting.id,
                child_id=self.child.id,
                outcome=outcome,
                recommended_by_id=self.staff.id,
                recommended_at=at,
                **more,
            )
        )
        self.add(
            r.Authority(
                decision_id=decision.id,
                answer=AuthorityAnswer.AUTHORISED,
                staff_id=self.staff.id,
                forum="Court Tracker",
                given_at=at,
                recorded_by_id=self.staff.id,
            )
        )

    def papers(self, kind: type[Papers] = Papers) -> Papers:
        papers = kind(self.case.id)
        papers.take(self.rows)
        return papers

    def dates(self, today: date = TODAY, kind: type[Papers] = Papers) -> DirectiveDates:
        found = directive_of(self.papers(kind), DAYS, today)
        assert found
        return found
