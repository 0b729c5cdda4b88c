"""The Ellises' initial meeting, minuted as it went: late, a break, one line dropped."""

from __future__ import annotations

from datetime import time
from functools import partial
from typing import TYPE_CHECKING

from agenda.sheet_reading import default_sheet_text
from agenda.timetable import timetable
from agenda.words import (
    Attending,
    ConsentPurpose,
    EntryKind,
    LineState,
    MeetingKind,
    OfferAnswer,
    ParentAnswer,
    Presence,
    YesNo,
)
from plo_tui.demo.ellis_said import SAID
from plo_tui.store.reading.papers import read_papers
from plo_tui.store.verbs import advice, meeting, minuting, network, planning

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from agenda.papers import Papers
    from plo_tui.demo.author import Author
    from plo_tui.demo.ellis import Ellises
    from plo_tui.demo.staff import DemoStaff

PLACE = "Civic Offices, Room 1"

_AMENDED, _DROPPED, _DISPUTED = 3, 7, 8
_SHORTER_WEEK: planning.LineValues = {
    "what": "Mr Boateng sleeps at the home from Sunday to Wednesday"
}
_HER_CONDITIONS = {
    1: (ParentAnswer.WITH_CONDITIONS, "That the taxi is paid"),
    2: (ParentAnswer.WITH_CONDITIONS, "That nobody comes while Ruby's friends are there"),
}


def hold(author: Author, staff: DemoStaff, family: Ellises) -> None:
    """Hold the meeting from the first check to its end; its minutes are not approved."""
    author.sign(staff.ellises_worker, family.met_on, "09:50")
    key = author.new_in(
        meeting.plan_meeting,
        family.episode,
        MeetingKind.INITIAL,
        {
            "planned_on": family.met_on,
            "planned_at": time(10, 0),
            "place": PLACE,
            "chair_id": staff.chair,
            "minute_taker_id": staff.minute_taker,
        },
    )
    _Held(author, staff, family, key).from_start_to_end()


class _Held:
    """One meeting being held; each method is what one part of the agenda records."""

    def __init__(self, author: Author, staff: DemoStaff, family: Ellises, key: UUID) -> None:
        self.author, self.staff, self.family, self.key = author, staff, family, key

    def from_start_to_end(self) -> None:
        author, staff, family = self.author, self.staff, self.family
        author.do(
            meeting.open_meeting,
            self.key,
            default_sheet_text("initial"),
            author.policy.pinned(),
            [staff.chair, staff.minute_taker, staff.ellises_worker, staff.solicitor],
            [
                family.mother,
                family.her_solicitor,
                family.father,
                family.his_solicitor,
                family.teacher,
                family.health_visitor,
            ],
        )
        author.sign(staff.minute_taker, family.met_on, "09:52")
        papers: Papers = author.read(read_papers, family.case, self.key)
        records: dict[str, Callable[[], None]] = {
            "checks": partial(self._checks, papers),
            "welcome": self._who_came,
            "advice": self._advice,
            "network": self._network,
            "assessments": self._consents,
            "plan": self._plan,
            "break": self._break,
            "dates": self._dates,
        }
        for item in papers.items:
            said = SAID.get(item.key)
            if said is None:
                continue
            author.at(said.at)
            author.do(meeting.go_to_item, self.key, item.id)
            if record := records.get(item.key):
                record()
            for words in said.words:
                author.wait(75)
                self._minute(item.id, words)
        author.at("11:48")
        author.do(meeting.conclude, self.key, effective=True)

    def _minute(self, item: UUID, words: tuple[str, EntryKind, str, str]) -> None:
        speaker, kind, text, about = words
        family = self.family
        people = {
            "he": family.mother,
            "mb": family.father,
            "ja": family.her_solicitor,
            "os": family.his_solicitor,
            "nd": family.teacher,
        }
        staff = {
            "chair": self.staff.chair,
            "worker": self.staff.ellises_worker,
            "legal": self.staff.solicitor,
        }
        children = {"ruby": [family.ruby], "theo": [family.theo]}
        concerns = {"drink": family.worries.drink, "school": family.worries.school}
        self.author.new(
            minuting.add_entry,
            self.key,
            item,
            text.strip("“”"),
            kind,
            staff.get(speaker),
            people.get(speaker),
            verbatim=text.startswith("“"),
            concern_id=concerns.get(about),
            children=children.get(about, ()),
        )

    def _checks(self, papers: Papers) -> None:
        checks = papers.items[0]
        for prompt in papers.sheet.item(checks.key).prompts:
            self.author.do(meeting.tick_prompt, checks.id, prompt.key, asked=True)

    def _who_came(self) -> None:
        staff, family, do = self.staff, self.family, self.author.do
        for member in (staff.chair, staff.minute_taker, staff.ellises_worker, staff.solicitor):
            do(meeting.set_presence, self.key, Presence.PRESENT, member)
        for person in (family.mother, family.teacher):
            do(meeting.set_presence, self.key, Presence.PRESENT, None, person)
        for lawyer, parent, attending in (
            (family.her_solicitor, family.mother, Attending.IN_THE_ROOM),
            (family.his_solicitor, family.father, Attending.BY_VIDEO),
        ):
            do(meeting.set_presence, self.key, Presence.PRESENT, None, lawyer, attending, parent)
        do(meeting.set_presence, self.key, Presence.APOLOGIES, None, family.health_visitor)
        self.author.at("10:09")
        do(meeting.set_presence, self.key, Presence.LATE, None, family.father)

    def _advice(self) -> None:
        got_letter = self.author.working_day(self.family.met_on, -14)
        for parent in (self.family.mother, self.family.father):
            self.author.do(advice.record_advice, self.key, parent, YesNo.YES, got_letter)

    def _network(self) -> None:
        author, family = self.author, self.family
        names_by = author.working_day(family.met_on, 18)
        author.do(
            network.record_family_offer,
            family.episode,
            family.met_on,
            OfferAnswer.ACCEPTED,
            "Ms Ellis and Mr Boateng",
            names_by,
        )
        author.do(
            network.add_network_help,
            family.episode,
            family.grandmother,
            "Has the children to sleep on Fridays, and rings each evening at six",
            could_care=True,
            viability_by=author.working_day(family.met_on, 42),
        )

    def _consents(self) -> None:
        mother, father = self.family.mother, self.family.father
        for parent, purpose, note in (
            (mother, ConsentPurpose.RECORDS, "GP and alcohol service"),
            (mother, ConsentPurpose.TESTING, "Breath tests only, no hair test"),
            (father, ConsentPurpose.RECORDS, ""),
            (father, ConsentPurpose.ASSESSMENT, ""),
        ):
            self.author.do(network.record_consent, self.key, parent, purpose, YesNo.YES, note)

    def _plan(self) -> None:
        """Decide each line and record both parents' answers; the dropped one needs none."""
        do, mother, father = self.author.do, self.family.mother, self.family.father
        for number, line in enumerate(self.family.lines, start=1):
            if number == _DROPPED:
                do(planning.decide_line, line, self.key, LineState.DROPPED)
                continue
            if number == _AMENDED:
                do(planning.change_line, line, 1, _SHORTER_WEEK, None, None, self.key)
            else:
                do(planning.decide_line, line, self.key, LineState.AGREED)
            hers, conditions = _HER_CONDITIONS.get(number, (ParentAnswer.AGREED, ""))
            do(planning.answer_line, line, self.key, mother, hers, conditions)
            his = ParentAnswer.NOT_AGREED if number == _DISPUTED else ParentAnswer.AGREED
            do(planning.answer_line, line, self.key, father, his)

    def _break(self) -> None:
        author, family = self.author, self.family
        author.do(meeting.set_presence, self.key, Presence.LEFT, None, family.teacher)
        author.do(advice.offer_break, self.key, family.father, taken=False)
        author.do(advice.offer_break, self.key, family.mother, taken=True)
        author.at("11:26")
        author.do(advice.end_breaks, self.key)

    def _dates(self) -> None:
        author, family = self.author, self.family
        dates = timetable(family.met_on, author.policy, author.days)
        for kind, day in (
            (MeetingKind.MIDWAY, dates.midway_review.date),
            (MeetingKind.FINAL, dates.final_review.date),
        ):
            author.new_in(
                meeting.plan_meeting,
                family.episode,
                kind,
                {
                    "planned_on": day,
                    "planned_at": time(10, 0),
                    "place": PLACE,
                    "chair_id": self.staff.chair,
                    "minute_taker_id": self.staff.minute_taker,
                },
            )
