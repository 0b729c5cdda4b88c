"""A family some weeks on: its initial meeting was held, and its minutes went out.

Two families of the demo are made by this from their facts: one whose plan is slipping, and one
whose final review is today.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from agenda.timetable import timetable
from agenda.words import ParentalResponsibility, PersonKind, Represented
from plo_tui.demo.held_meeting import HeldMeeting, Said
from plo_tui.store.reading.papers import read_papers
from plo_tui.store.verbs import concerns, family, planning, ties

if TYPE_CHECKING:
    from uuid import UUID

    from agenda.words import Relation
    from plo_tui.demo.author import Author
    from plo_tui.demo.staff import DemoStaff


@dataclass(frozen=True, slots=True)
class Parent:
    """A parent, and the solicitor who acts for them."""

    full_name: str
    known_as: str
    initials: str
    relation: Relation
    solicitor: str
    solicitor_known_as: str
    firm: str


@dataclass(frozen=True, slots=True)
class Worry:
    """A worry: its values, and examples as days before the meeting and what happened."""

    values: concerns.ConcernValues
    examples: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the plan.

    Attributes:
        values: what it says, without its owner, dates and worry.
        owner: a parent's initials, or the name of a member of staff in `DemoStaff`.
        worry: the number of the worry it answers, from 1.
        due: calendar days from the meeting until it is due; None where it has no due date.
        until_final: whether it goes on until the final review.
        children: the places of the children it is for, from 0; all where none is named.
    """

    values: planning.LineValues
    owner: str
    worry: int
    due: int | None = None
    until_final: bool = False
    children: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything that one family's papers hold.

    Attributes:
        met: calendar days before today of the initial meeting.
        final_today: whether the final review is today, and not where the timetable puts it.
        children: each child's values.
        goal: a goal of the first child's child protection plan, which the first line serves; empty
            where there is no such plan.
        said: what was minuted at the initial meeting, for each item of the agenda.
    """

    reference: str
    met: int
    final_today: bool
    worker: str
    children: tuple[family.ChildValues, ...]
    parents: tuple[Parent, ...]
    worries: tuple[Worry, ...]
    lines: tuple[Line, ...]
    said: Said
    goal: str = ""


def write(author: Author, staff: DemoStaff, facts: Facts) -> None:
    """Write a family and hold its initial meeting: its minutes are approved and went out."""
    _Family(author, staff, facts).write()


class _Family:
    """One family being written."""

    def __init__(self, author: Author, staff: DemoStaff, facts: Facts) -> None:
        self.author, self.staff, self.facts = author, staff, facts
        self.met_on = author.working_day(author.today, -facts.met)
        dates = timetable(self.met_on, author.policy, author.days)
        self.final_on = author.today if facts.final_today else dates.final_review.date
        self.worker: UUID = getattr(staff, facts.worker)
        self.people: dict[str, UUID] = {}
        self.lawyers: list[UUID] = []

    def write(self) -> None:
        author, staff = self.author, self.staff
        author.sign(self.worker, author.working_day(self.met_on, -20))
        decided = author.working_day(self.met_on, -24)
        self.case = author.new(
            family.new_case,
            self.facts.reference,
            self.worker,
            staff.chair,
            staff.head_of_service,
            decided,
            "Legal planning meeting",
        )
        self.episode = author.read(read_papers, self.case).episode.id
        self.children = [
            author.new_in(family.add_child, self.case, values) for values in self.facts.children
        ]
        for parent in self.facts.parents:
            self._parent(parent)
        self.concerns = [self._worry(worry) for worry in self.facts.worries]
        self.lines = [self._line(line) for line in self._lines_with_goal()]
        held = HeldMeeting(
            self.case,
            self.episode,
            self.met_on,
            self.final_on,
            self.worker,
            self.people,
            self.lawyers,
            self.lines,
        )
        held.hold(author, staff, self.facts.said)

    def _parent(self, parent: Parent) -> None:
        author = self.author
        held = (parent.relation, ParentalResponsibility.YES)
        unborn = (parent.relation, ParentalResponsibility.AT_BIRTH)
        tied = {
            child: unborn if "due_on" in values else held
            for child, values in zip(self.children, self.facts.children, strict=True)
        }
        key = author.new_in(
            family.add_person,
            self.case,
            {
                "full_name": parent.full_name,
                "known_as": parent.known_as,
                "initials": parent.initials,
            },
            tied,
        )
        lawyer = author.new_in(
            family.add_person,
            self.case,
            {
                "full_name": parent.solicitor,
                "known_as": parent.solicitor_known_as,
                "kind": PersonKind.LAWYER,
                "role": f"solicitor for {parent.known_as}",
                "organisation": parent.firm,
            },
        )
        since = author.working_day(self.met_on, -8)
        author.do(ties.set_representation, key, Represented.YES, lawyer, since)
        self.people[parent.initials] = key
        self.lawyers.append(lawyer)

    def _worry(self, worry: Worry) -> UUID:
        key = self.author.new_in(concerns.add_concern, self.episode, worry.values)
        for days, text in worry.examples:
            on = self.author.working_day(self.met_on, -days)
            self.author.do(concerns.add_example, key, on, text)
        return key

    def _lines_with_goal(self) -> tuple[Line, ...]:
        """Return the lines, the first of them serving the goal where there is one."""
        first, *others = self.facts.lines
        if not self.facts.goal:
            return self.facts.lines
        goal = self.author.new(family.add_goal, self.children[0], self.facts.goal)
        return (replace(first, values={**first.values, "goal_id": goal}), *others)

    def _line(self, line: Line) -> UUID:
        author = self.author
        values: planning.LineValues = {
            **line.values,
            "concern_id": self.concerns[line.worry - 1],
            "due": author.working_day(self.met_on, line.due) if line.due else None,
            "until": self.final_on if line.until_final else None,
        }
        if line.owner in self.people:
            values["owner_person_id"] = self.people[line.owner]
        elif line.owner:
            values["owner_staff_id"] = getattr(self.staff, line.owner)
        meant = [self.children[place] for place in line.children] or self.children
        return author.new_in(planning.add_line, self.episode, values, (), meant)
