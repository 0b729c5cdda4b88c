"""A fictional family at its initial meeting, as real records, for the tests of minutes."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from itertools import count
from typing import TYPE_CHECKING, Any
from uuid import UUID

from agenda import records
from agenda.minuting import minutes_of
from agenda.papers import Papers
from agenda.policy import default_policy
from agenda.sheet_reading import default_sheet, default_sheet_text
from agenda.words import (
    ChildPlan,
    EntryKind,
    LegalStatus,
    LineKind,
    LineState,
    MeetingKind,
    MeetingState,
    ParentalResponsibility,
    ParentAnswer,
    PersonKind,
    Presence,
    Relation,
    Represented,
    StaffRole,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from agenda.minutes import Minutes

INITIAL_DAY = date(2027, 1, 12)
FINAL_DAY = date(2027, 4, 6)


def at(clock: str, day: date = INITIAL_DAY) -> datetime:
    """An instant on a day, by the clock in London in winter (which is UTC)."""
    return datetime.combine(day, time.fromisoformat(clock), UTC)


class CarterPapers:
    """The Carters' records; each method adds one and returns it."""

    def __init__(self) -> None:
        self.records: list[Any] = []
        self.keys = count(1)
        self.case = self.add(records.Case(reference="PLO-2027-001"))
        self.episode = self.add(records.PreProceedings(case_id=self.case.id))
        self._add_staff()
        self._add_children()
        self._add_people()
        self._add_meeting()

    def add(self, record: Any) -> Any:
        """Keep a record, with a key after all before it, however fast they are made."""
        record.id = UUID(int=next(self.keys))
        self.records.append(record)
        return record

    def papers(self, taken: Iterable[Any] | None = None) -> Papers:
        """The papers of the initial meeting, the records taken in this order."""
        papers = Papers(self.case.id, self.meeting.id)
        papers.take(self.records if taken is None else taken)
        return papers

    def entry(
        self,
        text: str,
        item: str | None = "worries",
        kind: EntryKind = EntryKind.NOTE,
        said: str = "10:30",
        **more: Any,
    ) -> Any:
        """An entry at the end of an item; `item` is its key on the sheet, None for unplaced."""
        more.setdefault("sitting_id", self.sitting.id)
        return self.add(
            records.Entry(
                meeting_id=self.meeting.id,
                item_id=self.items[item].id if item else None,
                place=float(len(self.records)),
                kind=kind,
                text=text,
                author_id=self.minute_taker.id,
                written_at=at(said),
                **more,
            )
        )

    def line(self, **more: Any) -> Any:
        return self.add(records.PlanLine(episode_id=self.episode.id, **more))

    def came(self, who: Any, presence: Presence = Presence.PRESENT, **more: Any) -> Any:
        side = "staff_id" if isinstance(who, records.Staff) else "person_id"
        keys = {side: who.id, "sitting_id": self.sitting.id}
        return self.add(records.Attendance(presence=presence, **keys, **more))

    def acts_for(self, person: Any, lawyer: Any) -> Any:
        return self.add(
            records.Representation(
                person_id=person.id, represented=Represented.YES, lawyer_id=lawyer.id
            )
        )

    def minutes(self) -> Minutes:
        return minutes_of(self.papers(), 1)

    def fill(self) -> None:
        """One of nearly everything."""
        neglect, violence = self.concern(1, "Neglect"), self.concern(2, "Emotional abuse")
        self.add(records.ConcernChild(concern_id=violence.id, child_id=self.jayden.id))
        self.add(
            records.ConcernExample(concern_id=neglect.id, on=date(2026, 9, 3), text="No bedding.")
        )
        self.acts_for(self.mother, self.lawyer)
        for person in (self.chair, self.social_worker, self.mother, self.father, self.lawyer):
            self.came(person)
        self.entry("The letter was tabled.", "advice", EntryKind.DOCUMENT)
        self.entry("Mother accepts this.", kind=EntryKind.AGREED, concern_id=neglect.id)
        self.entry("We talked about the winter.", "worries", speaker_staff_id=self.chair.id)
        self.entry(
            "The bathroom is done.", "parents", EntryKind.VIEW, speaker_person_id=self.mother.id
        )
        self.entry(
            "He wants his own bed.", "child", EntryKind.VIEW, speaker_staff_id=self.social_worker.id
        )
        self.entry("If not, we go to court.", "bottom_line", EntryKind.CONSEQUENCE)
        line = self.line(
            number=1,
            kind=LineKind.ACTION,
            what="Clean the kitchen",
            due=date(2027, 2, 5),
            owner_person_id=self.mother.id,
            concern_id=neglect.id,
            state=LineState.AGREED,
        )
        self.add(records.PlanPart(line_id=line.id, position=1, text="The floor is clear."))
        for person in (self.mother, self.father):
            self.add(
                records.LineAnswer(
                    line_id=line.id,
                    meeting_id=self.meeting.id,
                    person_id=person.id,
                    answer=ParentAnswer.AGREED,
                )
            )
        self.review(planned_on=FINAL_DAY, planned_at=time(10), place="Civic Offices, room 2")

    def _staff(self, name: str, role: StaffRole) -> Any:
        return self.add(records.Staff(name=name, role=role))

    def _person(self, full_name: str, known_as: str, **more: Any) -> Any:
        more.setdefault("safe_contact", "SECRET-ADDRESS 1 Hidden Lane")
        return self.add(
            records.Person(
                case_id=self.case.id, full_name=full_name, known_as=known_as, initials="x", **more
            )
        )

    def _add_staff(self) -> None:
        self.chair = self._staff("Dawn Price", StaffRole.TEAM_MANAGER)
        self.social_worker = self._staff("Ann Reed", StaffRole.SOCIAL_WORKER)
        self.minute_taker = self._staff("Bo Lind", StaffRole.BUSINESS_SUPPORT)
        self.case.social_worker_id = self.social_worker.id

    def _add_children(self) -> None:
        self.jayden = self._child(
            1,
            "Jayden Carter",
            "JC",
            born_on=date(2019, 3, 3),
            plan=ChildPlan.CHILD_PROTECTION,
            plan_since=date(2026, 5, 1),
        )
        self.lily = self._child(2, "Lily Carter", "LC", born_on=date(2022, 8, 9))
        self.unborn = self._child(
            3, "Baby Carter", "BC", due_on=date(2027, 5, 20), legal_status=LegalStatus.UNBORN
        )

    def _child(self, position: int, full_name: str, initials: str, **more: Any) -> Any:
        return self.add(
            records.Child(
                case_id=self.case.id,
                position=position,
                full_name=full_name,
                initials=initials,
                **more,
            )
        )

    def _add_people(self) -> None:
        self.mother = self._person("Leanne Carter", "Ms Carter")
        self.father = self._person("Mark Hill", "Mr Hill")
        self.grandmother = self._person("Joan Carter", "Mrs Carter")
        self.lawyer = self._person(
            "Ife Okafor", "Ms Okafor", kind=PersonKind.LAWYER, organisation="Hart & Lane"
        )
        self.visitor = self._person(
            "Kim Shaw", "Ms Shaw", kind=PersonKind.PROFESSIONAL, role="health visitor"
        )
        yes, no = ParentalResponsibility.YES, ParentalResponsibility.NO
        for person, child, relation, responsibility in (
            (self.mother, self.jayden, Relation.MOTHER, yes),
            (self.mother, self.lily, Relation.MOTHER, yes),
            (self.mother, self.unborn, Relation.MOTHER, ParentalResponsibility.AT_BIRTH),
            (self.father, self.lily, Relation.FATHER, yes),
            (self.father, self.jayden, Relation.STEP_PARENT, no),
            (self.grandmother, self.jayden, Relation.GRANDPARENT, no),
        ):
            self.add(
                records.Relationship(
                    person_id=person.id,
                    child_id=child.id,
                    relation=relation,
                    parental_responsibility=responsibility,
                )
            )

    def _add_meeting(self) -> None:
        self.meeting = self.add(
            records.Meeting(
                episode_id=self.episode.id,
                kind=MeetingKind.INITIAL,
                number=1,
                planned_on=INITIAL_DAY,
                chair_id=self.chair.id,
                minute_taker_id=self.minute_taker.id,
                sheet_text=default_sheet_text("initial"),
                policy_text=default_policy().pinned(),
                state=MeetingState.LIVE,
            )
        )
        self.sitting = self.add(
            records.Sitting(
                meeting_id=self.meeting.id,
                started_at=at("10:00"),
                ended_at=at("11:40"),
                place="Civic Offices, room 4",
            )
        )
        self.items = {
            item.key: self.add(
                records.Item(meeting_id=self.meeting.id, key=item.key, position=position)
            )
            for position, item in enumerate(default_sheet("initial").items, start=1)
        }

    def concern(self, position: int, heading: str) -> Any:
        return self.add(
            records.Concern(episode_id=self.episode.id, position=position, heading=heading)
        )

    def review(self, **more: Any) -> Any:
        more.setdefault("kind", MeetingKind.FINAL)
        return self.add(records.Meeting(episode_id=self.episode.id, number=2, **more))
