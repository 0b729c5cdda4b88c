"""A fictional family of two fathers, as real records, with a trap in every field.

Ms Jess Reed is the mother of Isla (IR, father Mr Dean Holt) and Noah (NR, father Mr Karim Aziz).
Mr Holt must not learn where she lives, nor meet her: each has a sitting of their own.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from itertools import count
from typing import TYPE_CHECKING, Any
from uuid import UUID

from agenda import records as r
from agenda.copies_words import WithheldKind
from agenda.minuting import minutes_of
from agenda.papers import Papers
from agenda.policy import default_policy
from agenda.sheet_reading import default_sheet, default_sheet_text
from agenda.words import (
    ConsentPurpose,
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

if TYPE_CHECKING:
    from agenda.minutes import Minutes

DAY = date(2027, 5, 11)
SECOND_DAY = date(2027, 5, 13)
FINAL_DAY = date(2027, 8, 3)

ADDRESS = "12 Quince Orchard Lane\nWallington\nSM6 9ZX"
TELEPHONE = "07700 900123"
NURSERY = "Larkspur Nursery"
WITHHELD = (ADDRESS, TELEPHONE, NURSERY)

SPELT = (
    "12 Quince Orchard Lane, Wallington, SM6 9ZX",
    "12, QUINCE-ORCHARD LANE",
    "12\u00a0Quince\nOrchard Ln",
    "Quince Orchard Lane",
    "sm69zx",
    "SM6\u00a09ZX",
    "+44 7700 900123",
    "+44 (0)7700-900-123",
    "0770 0900 123",
    "LARKSPUR  nursery",
    "Lark\u00adspur Nursery's",
    "12 Quіnсе Оrсhаrd Lаnе",  # with Cyrillic letters
    "Quιnce Οrchαrd Lαne",  # with Greek ones
    "Ｑｕｉｎｃｅ Ｏｒｃｈａｒｄ Ｌａｎｅ",
    "Qu\u200di\u2060nce Or\u034fchard\ufe0f La\u3164ne",
    "Q\u0336u\u0336i\u0336n\u0336ce Ørchard Łane",
    "1-2\nQuince – Orchard – Lane",
    "ЅМ6 9ΖХ",
    "S-M-6\n9 . Z . X",
    "٠٧٧٠٠ ٩٠٠١٢٣",
    "𝗟𝗮𝗿𝗸𝘀𝗽𝘂𝗿 𝗡𝘂𝗿𝘀𝗲𝗿𝘆",
    "Lаrkѕpur Nurѕery",
)
"""Ways in which what is withheld from Mr Holt is written in the trap."""

HERS = "PRIVATE-OF-HER-SITTING"
HIS = "PRIVATE-OF-HIS-SITTING"
NOAHS = "PRIVATE-OF-NOAH"
ISLAS = "PRIVATE-OF-ISLA"
ASIDE = "PRIVATE-ASIDE"


def at(clock: str, day: date = DAY) -> datetime:
    """An instant on a day, by the clock in London in summer."""
    hour = time.fromisoformat(clock)
    return datetime.combine(day, hour.replace(hour=hour.hour - 1), UTC)


class ReedPapers:
    """The records; each method adds one and returns it.

    Args:
        spoilt: what is added to every text that somebody may type: the trap.
    """

    def __init__(self, spoilt: str = "") -> None:
        self.spoilt = f" {spoilt}" if spoilt else ""
        self.records: list[Any] = []
        self.keys = count(1)
        self._staff()
        self._family()
        self._meeting()
        self._safety()
        self._said()
        self._plan()

    def add(self, record: Any) -> Any:
        """Keep a record, with a key after all before it."""
        record.id = UUID(int=next(self.keys))
        self.records.append(record)
        return record

    def papers(self) -> Papers:
        """The papers of the initial meeting."""
        papers = Papers(self.case.id, self.meeting.id)
        papers.take(self.records)
        return papers

    def minutes(self) -> Minutes:
        """Its minutes, whole."""
        return minutes_of(self.papers(), 1)

    def text(self, words: str) -> str:
        """A text that somebody typed, with the trap in it."""
        return f"{words}{self.spoilt}"

    def entry(self, words: str, item: str, sitting: Any, speaker: Any = None, **more: Any) -> Any:
        """A paragraph of a sitting; `children` are those it is about."""
        children = more.pop("children", ())
        entry = self.add(
            r.Entry(
                meeting_id=self.meeting.id,
                sitting_id=sitting.id,
                item_id=self.items[item].id,
                place=float(len(self.records)),
                text=self.text(words),
                speaker_person_id=speaker.id if speaker else None,
                author_id=self.minute_taker.id,
                written_at=sitting.started_at,
                **more,
            )
        )
        for child in children:
            self.add(r.EntryChild(entry_id=entry.id, child_id=child.id))
        return entry

    def line(self, number: int, what: str, owner: Any, children: tuple[Any, ...] = ()) -> Any:
        """A line of the plan with every field filled, and each parent's answer."""
        side = "owner_staff_id" if isinstance(owner, r.Staff) else "owner_person_id"
        line = self.add(
            r.PlanLine(
                episode_id=self.episode.id,
                number=number,
                kind=LineKind.ACTION,
                what=self.text(what),
                helper=self.text("A friend"),
                support=self.text("We pay the fares"),
                measure=self.text("We see it on a visit"),
                child_benefit=self.text("The child is safe"),
                due=date(2027, 6, 4),
                rhythm=self.text("every Tuesday"),
                consequence=self.text("We meet again"),
                contingency=self.text("We ask why"),
                concern_id=self.worry.id,
                state=LineState.AMENDED,
                drafted_as=self.text("Drafted otherwise"),
                **{side: owner.id},
            )
        )
        self.add(r.PlanPart(line_id=line.id, position=1, text=self.text("A part")))
        for child in children:
            self.add(r.PlanLineChild(line_id=line.id, child_id=child.id))
        for person, said in ((self.jess, HERS), (self.dean, HIS), (self.karim, NOAHS)):
            self.add(
                r.LineAnswer(
                    line_id=line.id,
                    meeting_id=self.meeting.id,
                    person_id=person.id,
                    answer=ParentAnswer.WITH_CONDITIONS,
                    conditions=self.text(f"{said} on a condition"),
                )
            )
        return line

    def withhold(self, words: str, kind: WithheldKind, **whose: Any) -> Any:
        """A detail that is kept from somebody: from Mr Holt, unless `from_person_id` says."""
        whose.setdefault("from_person_id", self.dean.id)
        return self.add(r.Withheld(case_id=self.case.id, kind=kind, words=words, **whose))

    def keep_apart(self, one: Any, other: Any) -> Any:
        """Two people who must not meet."""
        return self.add(r.KeptApart(case_id=self.case.id, person_id=one.id, other_id=other.id))

    def _staff(self) -> None:
        def staff(name: str, role: StaffRole) -> Any:
            return self.add(r.Staff(name=name, role=role, telephone="0555 010 010"))

        self.chair = staff("Priya Nair", StaffRole.TEAM_MANAGER)
        self.worker = staff("Sam Okafor", StaffRole.SOCIAL_WORKER)
        self.minute_taker = staff("Tom Webb", StaffRole.BUSINESS_SUPPORT)
        self.solicitor = staff("Grace Hill", StaffRole.LAWYER)
        self.case = self.add(
            r.Case(
                reference="PLO-2027-009", social_worker_id=self.worker.id, chair_id=self.chair.id
            )
        )
        self.episode = self.add(r.PreProceedings(case_id=self.case.id))

    def _person(self, name: str, known_as: str, initials: str, **more: Any) -> Any:
        facts = {"case_id": self.case.id, "full_name": name, "known_as": known_as}
        return self.add(r.Person(**facts, initials=initials, **more))

    def _family(self) -> None:
        self.isla = self._child(1, "Isla Reed", "IR", date(2020, 2, 3))
        self.noah = self._child(2, "Noah Reed", "NR", date(2024, 9, 8))
        self.jess = self._person("Jess Reed", "Ms Reed", "jr", address=ADDRESS)
        self.dean = self._person(
            "Dean Holt",
            "Mr Holt",
            "dh",
            address="4 Plover Close, Croydon, CR0 8ZZ",
            safe_contact="Ring 07700 900456 after six",
            adjustments="easy-read papers" + self.spoilt,
        )
        self.karim = self._person("Karim Aziz", "Mr Aziz", "ka", interpreter="Urdu")
        self.jess_lawyer = self._lawyer("Ms Fay Lund", "Ms Lund", self.jess)
        self.dean_lawyer = self._lawyer("Mr Ian Okoro", "Mr Okoro", self.dean)
        for person, child, relation in (
            (self.jess, self.isla, Relation.MOTHER),
            (self.jess, self.noah, Relation.MOTHER),
            (self.dean, self.isla, Relation.FATHER),
            (self.karim, self.noah, Relation.FATHER),
        ):
            self.add(
                r.Relationship(
                    person_id=person.id,
                    child_id=child.id,
                    relation=relation,
                    parental_responsibility=ParentalResponsibility.YES,
                )
            )

    def _child(self, position: int, name: str, initials: str, born_on: date) -> Any:
        return self.add(
            r.Child(
                case_id=self.case.id,
                position=position,
                full_name=name,
                initials=initials,
                born_on=born_on,
            )
        )

    def _lawyer(self, name: str, known_as: str, client: Any) -> Any:
        lawyer = self._person(
            name, known_as, "x", kind=PersonKind.LAWYER, organisation=self.text("Hart & Lane")
        )
        self.add(
            r.Representation(person_id=client.id, represented=Represented.YES, lawyer_id=lawyer.id)
        )
        return lawyer

    def _meeting(self) -> None:
        self.meeting = self.add(
            r.Meeting(
                episode_id=self.episode.id,
                kind=MeetingKind.INITIAL,
                number=1,
                planned_on=DAY,
                chair_id=self.chair.id,
                minute_taker_id=self.minute_taker.id,
                sheet_text=default_sheet_text("initial"),
                policy_text=default_policy().pinned(),
                state=MeetingState.LIVE,
            )
        )
        self.items = {
            item.key: self.add(r.Item(meeting_id=self.meeting.id, key=item.key, position=position))
            for position, item in enumerate(default_sheet("initial").items, start=1)
        }
        self.hers = self._sitting(1, DAY, "with Ms Reed", self.jess, self.jess_lawyer, self.karim)
        self.his = self._sitting(2, SECOND_DAY, "with Mr Holt", self.dean, self.dean_lawyer)
        self.add(
            r.Meeting(
                episode_id=self.episode.id,
                kind=MeetingKind.FINAL,
                number=2,
                planned_on=FINAL_DAY,
                planned_at=time(10),
                place=self.text("Civic Offices"),
            )
        )

    def _sitting(self, number: int, day: date, called: str, *people: Any) -> Any:
        sitting = self.add(
            r.Sitting(
                meeting_id=self.meeting.id,
                number=number,
                started_at=at("10:00", day),
                ended_at=at("11:30", day),
                place=self.text(f"Room {number}"),
                called=called,
            )
        )
        for member in (self.chair, self.worker):
            self.add(
                r.Attendance(sitting_id=sitting.id, staff_id=member.id, presence=Presence.PRESENT)
            )
        for person in people:
            self.add(
                r.Attendance(sitting_id=sitting.id, person_id=person.id, presence=Presence.PRESENT)
            )
        self.add(
            r.AdviceBreak(
                sitting_id=sitting.id, person_id=people[0].id, offered_at=at("10:30", day)
            )
        )
        return sitting

    def _safety(self) -> None:
        self.withhold(ADDRESS, WithheldKind.ADDRESS, person_id=self.jess.id)
        self.withhold(TELEPHONE, WithheldKind.TELEPHONE, person_id=self.jess.id)
        self.withhold(NURSERY, WithheldKind.SCHOOL, child_id=self.noah.id)
        self.keep_apart(self.jess, self.dean)

    def _said(self) -> None:
        self.worry = self._concern(1, "Arguments at home", ())
        self._concern(2, f"{NOAHS} sleep", (self.noah,))
        self._concern(3, f"{ISLAS} school", (self.isla,))
        for sitting, speaker, private in (
            (self.hers, self.jess, HERS),
            (self.his, self.dean, HIS),
        ):
            self.entry(f"{private} note", "worries", sitting, speaker, concern_id=self.worry.id)
            self.entry(f"{private} view", "parents", sitting, speaker, kind=EntryKind.VIEW)
            self.entry(f"{private} paper", "advice", sitting, speaker, kind=EntryKind.DOCUMENT)
            self.entry(f"{private} end", "bottom_line", sitting, kind=EntryKind.CONSEQUENCE)
        self.entry(f"{NOAHS} likes trains", "child", self.hers, children=(self.noah,))
        self.entry(f"{NOAHS} in his sitting", "child", self.his, children=(self.noah,))
        self.entry(f"{ISLAS} likes maths", "child", self.his, children=(self.isla,))
        self.entry("Both sleep badly", "child", self.his, children=(self.isla, self.noah))
        self.entry(f"{ASIDE} he lied", "child", self.his, kind=EntryKind.ASIDE)
        for person, private in ((self.jess, HERS), (self.dean, HIS), (self.karim, NOAHS)):
            self.add(
                r.Advice(
                    meeting_id=self.meeting.id,
                    person_id=person.id,
                    advised=YesNo.YES,
                    choice_reason=self.text(f"{private} reason"),
                )
            )
            self.add(
                r.Consent(
                    meeting_id=self.meeting.id,
                    person_id=person.id,
                    purpose=ConsentPurpose.RECORDS,
                    answer=YesNo.YES,
                    note=self.text(f"{private} consent"),
                )
            )
        self.offer = self.add(
            r.FamilyOffer(
                episode_id=self.episode.id,
                offered_on=DAY,
                answer=OfferAnswer.ACCEPTED,
                answered_by=self.text("Her aunt"),
            )
        )
        for person, private in ((self.jess, HERS), (self.dean, HIS)):
            self.add(
                r.NetworkHelp(
                    episode_id=self.episode.id,
                    person_id=person.id,
                    help=self.text(f"{private} help"),
                )
            )

    def _concern(self, position: int, heading: str, children: tuple[Any, ...]) -> Any:
        concern = self.add(
            r.Concern(
                episode_id=self.episode.id,
                position=position,
                heading=self.text(heading),
                summary=self.text("We are worried."),
                since=self.text("since spring"),
            )
        )
        self.add(
            r.ConcernExample(
                concern_id=concern.id, on=date(2027, 3, 1), text=self.text("It was seen")
            )
        )
        for child in children:
            self.add(r.ConcernChild(concern_id=concern.id, child_id=child.id))
        return concern

    def _plan(self) -> None:
        self.line(1, f"{HERS} keeps the door locked", self.jess)
        self.line(2, f"{HIS} goes to the course", self.dean)
        self.line(3, f"{NOAHS} bed", self.worker, (self.noah,))
        self.line(4, "We visit both children", self.worker, (self.isla, self.noah))
        limit = self.line(5, "Nobody is hit", self.worker)
        limit.kind, limit.owner_staff_id = LineKind.BOTTOM_LINE, None
        for about, why in ((self.jess, HERS), (self.isla, ISLAS), (self.noah, NOAHS)):
            self.add(
                r.ExceptionalReason(
                    case_id=self.case.id,
                    meeting_id=self.meeting.id,
                    rule="advice.choice",
                    about=about.id,
                    reason=self.text(f"{why} excuse"),
                    by_staff_id=self.chair.id,
                    at=at("11:00"),
                )
            )
