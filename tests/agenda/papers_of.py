"""A fictional family whose initial meeting lacks nothing: a test takes one thing away.

The plan is in the words of the Somerset letter: home conditions in parts a to e, the fire
officer's advice, the domestic abuse service.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from agenda import records as r
from agenda.papers import Papers
from agenda.policy import default_policy
from agenda.sheet_reading import default_sheet
from agenda.words import (
    ChildPlan,
    EntryKind,
    LineKind,
    LineState,
    MeetingKind,
    MeetingState,
    OfferAnswer,
    ParentalResponsibility,
    ParentAnswer,
    PersonKind,
    Presence,
    Relation,
    Represented,
    StaffRole,
    YesNo,
)
from agenda.working_days import WorkingDays

if TYPE_CHECKING:
    from collections.abc import Callable

    from agenda.policy import Policy

DAY = date(2027, 1, 12)
"""A Tuesday, so the window ends on Tuesday 6 April 2027."""
END = date(2027, 4, 6)
FINAL = date(2027, 4, 1)
DAYS = WorkingDays(default_policy().bank_holidays)


def at(hour: int, minute: int = 0) -> datetime:
    """An instant on the day of the meeting."""
    return datetime.combine(DAY, time(hour, minute), UTC)


class WholeMeeting:
    """The records of a live initial meeting at its end, everything in its place."""

    def __init__(self, policy: Policy | None = None) -> None:
        self.policy = policy or default_policy()
        self.rows: list[Any] = []
        self._family()
        self._meeting()
        self._concerns()
        self._plan()
        self._minutes()

    def add(self, row: Any) -> Any:
        self.rows.append(row)
        return row

    def papers(self) -> Papers:
        papers = Papers(self.case.id, self.meeting.id, self.policy)
        papers.take(self.rows)
        return papers

    def withdraw(self, kind: type[Any], keep: Callable[[Any], bool] = lambda _: False) -> None:
        """Withdraw every record of a kind but those to keep."""
        for row in self.rows:
            if isinstance(row, kind) and not keep(row):
                row.withdrawn_at = at(12)

    def pass_by_reason(self, rule: str, about: object = None, **changed: Any) -> None:
        """Record why a `must` was passed."""
        facts = {
            "case_id": self.case.id,
            "meeting_id": self.meeting.id,
            "rule": rule,
            "about": about,
            "reason": "The course starts late",
            "by_staff_id": self.chair.id,
            "at": at(12),
        }
        self.add(r.ExceptionalReason(**(facts | changed)))

    def line(self, **fields: Any) -> Any:
        """Add an action that lacks nothing, with some fields changed."""
        number = 1 + sum(isinstance(row, r.PlanLine) for row in self.rows)
        facts: dict[str, Any] = {
            "episode_id": self.episode.id,
            "number": number,
            "kind": LineKind.ACTION,
            "what": "Fit a gate at the top of the stairs",
            "owner_person_id": self.mother.id,
            "measure": "The social worker sees the gate at a visit",
            "due": date(2027, 2, 5),
            "concern_id": self.neglect.id,
            "state": LineState.AGREED,
            "decided_in": self.meeting.id,
        }
        line = self.add(r.PlanLine(**(facts | fields)))
        for child in self.children:
            self.add(r.PlanLineChild(line_id=line.id, child_id=child.id))
        for parent in (self.mother, self.father):
            self.answer(line, parent)
        return line

    def answer(self, line: Any, parent: Any) -> None:
        self.add(
            r.LineAnswer(
                line_id=line.id,
                meeting_id=self.meeting.id,
                person_id=parent.id,
                answer=ParentAnswer.AGREED,
            )
        )

    def entry(self, item: str, text: str, speaker: Any = None, **fields: Any) -> Any:
        """Minute a paragraph in an item."""
        return self.add(
            r.Entry(
                meeting_id=self.meeting.id,
                sitting_id=self.sitting.id,
                item_id=self.items[item].id,
                place=float(len(self.rows)),
                text=text,
                speaker_person_id=speaker.id if speaker else None,
                author_id=self.minute_taker.id,
                written_at=at(10),
                **fields,
            )
        )

    def review(self, kind: MeetingKind, on: date | None) -> Any:
        return self.add(
            r.Meeting(
                episode_id=self.episode.id,
                kind=kind,
                number=2 if kind is MeetingKind.MIDWAY else 3,
                planned_on=on,
                planned_at=time(10),
                place="Civic Offices",
            )
        )

    def parent(self, name: str, relation: Relation) -> Any:
        """Add a parent who is represented, has had advice and is here."""
        person = self.add(
            r.Person(
                case_id=self.case.id, full_name=f"{name} Carter", known_as=name, initials=name[-2:]
            )
        )
        lawyer = self.add(
            r.Person(
                case_id=self.case.id,
                full_name=f"Solicitor for {name}",
                known_as=f"Solicitor for {name}",
                initials="s",
                kind=PersonKind.LAWYER,
            )
        )
        for child in self.children:
            self.add(
                r.Relationship(
                    person_id=person.id,
                    child_id=child.id,
                    relation=relation,
                    parental_responsibility=ParentalResponsibility.YES,
                )
            )
        self.add(
            r.Representation(person_id=person.id, represented=Represented.YES, lawyer_id=lawyer.id)
        )
        return person

    def of(self, kind: type[Any], person: Any) -> Any:
        """The one record of a kind about a person."""
        (found,) = (
            row for row in self.rows if isinstance(row, kind) and row.person_id == person.id
        )
        return found

    def _family(self) -> None:
        self.chair = self.add(r.Staff(name="Priya Nair", role=StaffRole.TEAM_MANAGER))
        self.minute_taker = self.add(r.Staff(name="Tom Webb", role=StaffRole.BUSINESS_SUPPORT))
        self.worker = self.add(r.Staff(name="Sam Okafor", role=StaffRole.SOCIAL_WORKER))
        self.case = self.add(r.Case(reference="PLO-2027-001"))
        self.episode = self.add(r.PreProceedings(case_id=self.case.id))
        self.children = [
            self.add(
                r.Child(
                    case_id=self.case.id,
                    position=place,
                    full_name=f"{name} Carter",
                    initials=f"{name[0]}C",
                    born_on=date(2019, place, 1),
                    plan=ChildPlan.CHILD_PROTECTION,
                )
            )
            for place, name in enumerate(("Jo", "Lee"), start=1)
        ]
        self.goal = self.add(r.ProtectionGoal(child_id=self.children[0].id, text="A safe home"))
        self.mother = self.parent("Ms Carter", Relation.MOTHER)
        self.father = self.parent("Mr Dale", Relation.FATHER)

    def _meeting(self) -> None:
        self.meeting = self.add(
            r.Meeting(
                episode_id=self.episode.id,
                kind=MeetingKind.INITIAL,
                number=1,
                planned_on=DAY,
                state=MeetingState.LIVE,
                chair_id=self.chair.id,
                minute_taker_id=self.minute_taker.id,
            )
        )
        self.sitting = self.add(r.Sitting(meeting_id=self.meeting.id, started_at=at(10)))
        self.final = self.review(MeetingKind.FINAL, FINAL)
        self.items = {
            item.key: self.add(
                r.Item(meeting_id=self.meeting.id, key=item.key, position=place, visited=True)
            )
            for place, item in enumerate(default_sheet("initial").items, start=1)
        }
        for item in default_sheet("initial").items:
            for prompt in item.prompts:
                self.add(r.PromptAsked(item_id=self.items[item.key].id, prompt=prompt.key))
        present = {"sitting_id": self.sitting.id, "presence": Presence.PRESENT}
        self.add(r.Attendance(staff_id=self.chair.id, **present))
        for parent in (self.mother, self.father):
            self.add(r.Attendance(person_id=parent.id, **present))
            self.add(
                r.Advice(
                    meeting_id=self.meeting.id,
                    person_id=parent.id,
                    letter_received_on=DAY - timedelta(days=14),
                    advised=YesNo.YES,
                )
            )
            self.add(
                r.AdviceBreak(
                    sitting_id=self.sitting.id,
                    person_id=parent.id,
                    offered_at=at(11),
                    taken=False,
                )
            )
        self.offer = self.add(
            r.FamilyOffer(episode_id=self.episode.id, offered_on=DAY, answer=OfferAnswer.ACCEPTED)
        )

    def concern(self, position: int, heading: str) -> Any:
        """Add a concern that lacks only a line of the plan."""
        concern = self.add(
            r.Concern(
                episode_id=self.episode.id,
                position=position,
                heading=heading,
                danger_statement="The children could be hurt",
            )
        )
        self.add(
            r.ConcernExample(concern_id=concern.id, on=DAY - timedelta(days=60), text="Seen then")
        )
        return concern

    def _concerns(self) -> None:
        self.neglect = self.concern(1, "Neglect")
        self.abuse = self.concern(2, "Emotional abuse")

    def _plan(self) -> None:
        self.home = self.line(
            what="Ms Carter to ensure that as a minimum",
            support="We pay for a skip",
            contingency="If it slips, we meet at once",
            goal_id=self.goal.id,
        )
        parts = (
            "There is no mouldy food or objects in the home.",
            "The floors and carpets are clean and hoovered.",
            "Hallways and stairs are clear.",
            "The bathroom is clean.",
            "The children have a clean bedroom and they have clean sheets on their bed.",
        )
        for place, text in enumerate(parts, start=1):
            self.add(r.PlanPart(line_id=self.home.id, position=place, text=text))
        self.fire = self.line(
            what="Take the advice that follows the fire officer's visit",
            measure="The fire officer writes to us",
        )
        self.service = self.line(
            kind=LineKind.SERVICE,
            what="Go to the domestic abuse service",
            due=None,
            rhythm="Every Thursday at 10 am",
            measure="The service writes to us after six sessions",
            concern_id=self.abuse.id,
        )
        self.visit = self.line(
            kind=LineKind.VISIT,
            what="Sam Okafor visits the children at home",
            owner_person_id=None,
            owner_staff_id=self.worker.id,
            due=None,
            measure="",
            rhythm="Every Tuesday at 4 pm",
            until=FINAL,
        )
        self.assessment = self.line(
            kind=LineKind.ASSESSMENT,
            what="Parenting assessment of Ms Carter",
            owner_person_id=None,
            owner_staff_id=self.worker.id,
            measure="",
            sessions=6,
            due=date(2027, 3, 19),
        )
        self.bottom = self.line(
            kind=LineKind.BOTTOM_LINE,
            what="The children are never left alone in the home",
            owner_person_id=None,
            due=None,
            measure="",
            consequence="We ask our lawyers the same day whether to go to court",
        )

    def _minutes(self) -> None:
        for item in ("worries", "support"):
            self.entry(item, "The chair read it out.")
        for parent in (self.mother, self.father):
            self.entry("parents", "I agree.", parent, kind=EntryKind.VIEW)
        self.entry("child", "Both like school.")
        self.entry("bottom_line", "The chair said what follows.", kind=EntryKind.CONSEQUENCE)
