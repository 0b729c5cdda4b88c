"""A fictional family with two fathers, whose letters lack nothing: a test takes one thing away.

Isla's father Mr Holt must not learn where Ms Reed lives, nor Isla's school; who looks after Isla
at weekends is withheld from everybody. Noah's father is Mr Aziz.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING, Any

from agenda import records as r
from agenda.copies_words import WithheldKind
from agenda.letter_of import letter_of
from agenda.letter_wording import default_wording, starting_words
from agenda.letter_words import LetterKind, TakenUp
from agenda.papers import Papers
from agenda.policy import default_policy
from agenda.words import (
    LineKind,
    LineState,
    MeetingKind,
    ParentalResponsibility,
    Relation,
    StaffRole,
)
from agenda.working_days import WorkingDays

if TYPE_CHECKING:
    from agenda.letter import Letter

DECIDED = date(2027, 1, 12)
"""A Tuesday: the legal planning meeting."""
DATED = date(2027, 1, 19)
MEETS = date(2027, 2, 2)
"""Ten working days after the letter's date."""
LAST = date(2027, 4, 20)
DAYS = WorkingDays(default_policy().bank_holidays)

ADDRESS = "14 Rose Lane\nSutton\nSM1 4QX"
KEPT_FROM_HOLT = ("14 Rose Lane", "Rose Lane", "SM1 4QX", "07700 900142", "Elm Grove School")
KEPT_FROM_ALL = ("Bea Lowe",)
HOLT_ADDRESS = "Flat 3, 8 Dock Road\nCroydon\nCR0 7ZZ"
AZIZ_ADDRESS = "51 Park View\nMerton\nSW19 9YY"


class ReedFamily:
    """The records before an initial meeting, and a letter before proceedings to each parent."""

    def __init__(self) -> None:
        self.rows: list[Any] = []
        self._people()
        self._withheld()
        self._worries()
        self._plan()

    def add(self, row: Any) -> Any:
        self.rows.append(row)
        return row

    def papers(self) -> Papers:
        papers = Papers(self.case.id)
        papers.take(self.rows)
        return papers

    def draft(
        self, person: Any, kind: LetterKind = LetterKind.BEFORE_PROCEEDINGS, **fields: Any
    ) -> Any:
        """Begin a letter with the shipped words, dated and signed."""
        words = starting_words(default_wording(), self.papers(), kind, person.id)
        facts: dict[str, Any] = {
            "episode_id": self.episode.id,
            "kind": kind,
            "person_id": person.id,
            "on": DATED,
            "solicitor_list": True,
            "parental_pack": True,
            "signer_id": self.chair.id,
            "ring_id": self.worker.id,
        }
        return self.add(r.LetterDraft(**(facts | words | fields)))

    def letter(
        self, person: Any, kind: LetterKind = LetterKind.BEFORE_PROCEEDINGS, **fields: Any
    ) -> Letter:
        draft = self.draft(person, kind, **fields)
        return letter_of(self.papers(), draft)

    def review_decides(self, outcome: Any, **fields: Any) -> Any:
        """Hold a final review that decides for both children, authorised."""
        from agenda.decision_words import AuthorityAnswer
        from agenda.words import MeetingState

        at = datetime(2027, 4, 13, 15, tzinfo=UTC)
        review = self.add(
            r.Meeting(
                episode_id=self.episode.id,
                kind=MeetingKind.FINAL,
                number=2,
                planned_on=at.date(),
                state=MeetingState.CONCLUDED,
                effective=True,
            )
        )
        for child in (self.isla, self.noah):
            facts: dict[str, Any] = {
                "meeting_id": review.id,
                "child_id": child.id,
                "outcome": outcome,
                "reasons": "Isla and Noah are fed and go to school each day.",
                "recommended_by_id": self.chair.id,
                "recommended_at": at,
            }
            decision = self.add(r.Decision(**(facts | fields)))
            self.add(
                r.Authority(
                    decision_id=decision.id,
                    answer=AuthorityAnswer.AUTHORISED,
                    staff_id=self.chair.id,
                    forum="Court Tracker",
                    given_at=at,
                    recorded_by_id=self.chair.id,
                )
            )
        return review

    def add_omission(self, draft: Any, about: Any) -> None:
        why = "It is not safe for them to know"
        self.add(r.LetterOmission(letter_id=draft.id, about=about.id, why=why))

    def line(self, *parts: str, children: tuple[Any, ...] = (), **fields: Any) -> Any:
        number = 1 + sum(isinstance(row, r.PlanLine) for row in self.rows)
        facts: dict[str, Any] = {
            "episode_id": self.episode.id,
            "number": number,
            "kind": LineKind.ACTION,
            "state": LineState.DRAFT,
            "concern_id": self.hungry.id,
        }
        line = self.add(r.PlanLine(**(facts | fields)))
        for position, text in enumerate(parts, start=1):
            self.add(r.PlanPart(line_id=line.id, position=position, text=text))
        for child in children:
            self.add(r.PlanLineChild(line_id=line.id, child_id=child.id))
        return line

    def worry(self, heading: str, children: tuple[Any, ...] = (), **fields: Any) -> Any:
        position = 1 + sum(isinstance(row, r.Concern) for row in self.rows)
        concern = self.add(
            r.Concern(episode_id=self.episode.id, position=position, heading=heading, **fields)
        )
        for child in children:
            self.add(r.ConcernChild(concern_id=concern.id, child_id=child.id))
        return concern

    def example(self, concern: Any, on: date, text: str, *, exceptional: bool = False) -> Any:
        return self.add(
            r.ConcernExample(concern_id=concern.id, on=on, text=text, exceptional=exceptional)
        )

    def _person(self, name: str, known_as: str, address: str) -> Any:
        return self.add(
            r.Person(
                case_id=self.case.id,
                full_name=name,
                known_as=known_as,
                initials="",
                address=address,
                safe_contact="Ring her sister",
            )
        )

    def _tie(self, person: Any, child: Any, relation: Relation) -> None:
        self.add(
            r.Relationship(
                person_id=person.id,
                child_id=child.id,
                relation=relation,
                parental_responsibility=ParentalResponsibility.YES,
            )
        )

    def _people(self) -> None:
        self.chair = self.add(r.Staff(name="Priya Nair", role=StaffRole.TEAM_MANAGER))
        self.worker = self.add(
            r.Staff(name="Sam Okafor", role=StaffRole.SOCIAL_WORKER, telephone="020 8770 0000")
        )
        self.lawyer = self.add(r.Staff(name="Lee Hart", role=StaffRole.LAWYER))
        self.case = self.add(
            r.Case(
                reference="PLO-2027-007",
                chair_id=self.chair.id,
                social_worker_id=self.worker.id,
            )
        )
        self.episode = self.add(r.PreProceedings(case_id=self.case.id, decided_on=DECIDED))
        self.isla, self.noah = (
            self.add(
                r.Child(
                    case_id=self.case.id,
                    position=position,
                    full_name=f"{name} Reed",
                    initials=f"{name[0]}R",
                    born_on=date(2019, position, 1),
                )
            )
            for position, name in enumerate(("Isla", "Noah"), start=1)
        )
        self.mother = self._person("Jess Reed", "Ms Reed", ADDRESS)
        self.holt = self._person("Dean Holt", "Mr Holt", HOLT_ADDRESS)
        self.aziz = self._person("Karim Aziz", "Mr Aziz", AZIZ_ADDRESS)
        self._tie(self.mother, self.isla, Relation.MOTHER)
        self._tie(self.mother, self.noah, Relation.MOTHER)
        self._tie(self.holt, self.isla, Relation.FATHER)
        self._tie(self.aziz, self.noah, Relation.FATHER)
        self.meeting = self.add(
            r.Meeting(
                episode_id=self.episode.id,
                kind=MeetingKind.INITIAL,
                number=1,
                planned_on=MEETS,
                planned_at=time(10, 30),
                place="Room 2, Civic Offices, St Nicholas Way, Sutton",
                chair_id=self.chair.id,
            )
        )

    def _withheld(self) -> None:
        details: tuple[tuple[dict[str, Any], WithheldKind, str, Any], ...] = (
            ({"person_id": self.mother.id}, WithheldKind.ADDRESS, ADDRESS, self.holt),
            ({"person_id": self.mother.id}, WithheldKind.TELEPHONE, "07700 900142", self.holt),
            ({"child_id": self.isla.id}, WithheldKind.SCHOOL, "Elm Grove School", self.holt),
            ({"child_id": self.isla.id}, WithheldKind.CARER, "Bea Lowe", None),
        )
        for whose, kind, words, keep_from in details:
            self.add(
                r.Withheld(
                    case_id=self.case.id,
                    kind=kind,
                    words=words,
                    from_person_id=keep_from.id if keep_from else None,
                    **whose,
                )
            )

    def _worries(self) -> None:
        self.hungry = self.worry(
            "Isla and Noah are often hungry",
            since="since March 2026",
            danger_statement="We are worried that Isla and Noah will go hungry and fall ill.",
            summary="Isla and Noah often come to school without breakfast.",
        )
        self.example(
            self.hungry, date(2026, 11, 3), "The health visitor found no food. Isla had not eaten."
        )
        self.fights = self.worry(
            "Isla is hurt when the adults fight",
            (self.isla,),
            since="since June 2026",
            danger_statement="We are worried that Isla will be hurt in a fight.",
            summary="The police came four times this year. Isla told us that she hides.",
        )
        self.example(self.fights, date(2026, 12, 5), "Mr Holt threw a chair. Isla was in the room.")
        self.out_late = self.worry(
            "Noah is out alone at night",
            (self.noah,),
            since="since May 2026",
            danger_statement="We are worried that Noah will be hurt by a stranger.",
            summary="Noah was seen alone in the park after dark two times.",
        )
        self.example(self.out_late, date(2026, 10, 9), "The police found Noah there at 11 pm.")
        helps: tuple[tuple[Any, date, str, TakenUp, str], ...] = (
            (None, date(2021, 2, 1), "The family centre ran a course.", TakenUp.YES, ""),
            (self.holt, date(2026, 9, 1), "A course on anger.", TakenUp.NO, "He moved away."),
            (self.aziz, date(2026, 9, 8), "A parent group.", TakenUp.PARTLY, "Two of six times."),
        )
        for person, on, what, taken, came_of in helps:
            self.add(
                r.HelpGiven(
                    episode_id=self.episode.id,
                    person_id=person.id if person else None,
                    on=on,
                    what=what,
                    taken_up=taken,
                    came_of=came_of,
                )
            )

    def _plan(self) -> None:
        mother = {"owner_person_id": self.mother.id}
        self.breakfast = self.line(
            what="Give Isla and Noah breakfast on every school day.",
            rhythm="Every school day",
            until=LAST,
            measure="The school tells Sam Okafor each Friday",
            support="We pay for the breakfast club",
            **mother,
        )
        self.home = self.line(
            "There is no mouldy food.",
            "The floors are clean.",
            "The stairs are clear.",
            what="Keep these three things done at home.",
            due=date(2027, 2, 19),
            measure="Sam Okafor sees all three at a visit",
            **mother,
        )
        self.course = self.line(
            kind=LineKind.SERVICE,
            what="Go to all six sessions of the course for fathers, on Tuesdays at 10 am.",
            due=date(2027, 3, 9),
            measure="The course leader tells Sam Okafor after each one",
            concern_id=self.fights.id,
            owner_person_id=self.holt.id,
            children=(self.isla,),
        )
        self.curfew = self.line(
            what="Have Noah home by 6 pm every day.",
            rhythm="Every day",
            until=LAST,
            measure="Sam Okafor rings at 6 pm two times a week",
            concern_id=self.out_late.id,
            owner_person_id=self.aziz.id,
            children=(self.noah,),
        )
        self.bottom = self.line(
            kind=LineKind.BOTTOM_LINE,
            what="Isla and Noah are never left alone at home.",
            consequence="If they are, we will ask our lawyers that day whether to go to court.",
        )
        self.visit = self.line(
            kind=LineKind.VISIT,
            what="Sam Okafor visits you and the children at home.",
            owner_staff_id=self.worker.id,
            rhythm="Every Tuesday at 4 pm",
            until=LAST,
        )


def set_traps(family: ReedFamily) -> None:
    """Write every withheld detail, in other spellings too, into whatever a letter is read from."""
    told = (
        "They went to 14 rose lane, and to SM14QX. Ring 07700-900142 or 07700 900 142. "
        "Isla is at ELM GROVE SCHOOL and with Bea  Lowe. Near 8 Dock Road and CR0 7ZZ, "
        "and 51 Park View, SW19 9YY. Rose Lane again."
    )
    for row in family.rows:
        match row:
            case r.Concern():
                row.heading, row.danger_statement = f"Isla and Noah {told}", told
                row.summary, row.since = f"{told}\n{told}", told
            case r.ConcernExample() | r.PlanPart():
                row.text = told
            case r.HelpGiven():
                row.what = row.came_of = told
            case r.PlanLine():
                row.what = row.support = row.measure = row.rhythm = row.consequence = told
                row.helper = row.child_benefit = row.contingency = told
            case r.Meeting():
                row.place = told
            case r.LetterDraft():
                row.opening = row.court = row.examples_note = row.family_offer = told
                row.legal_advice = row.first_line = row.closing = row.decision = told
            case r.LetterOmission():
                row.why = told
