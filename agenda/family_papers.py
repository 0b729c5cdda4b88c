"""The part of the papers that no meeting is needed for: the family, its worries, its plan."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING, Any

from agenda.shelves import Shelves
from agenda.words import ParentalResponsibility, Relation

if TYPE_CHECKING:
    from uuid import UUID

    from agenda import records

PARENTS = frozenset({Relation.MOTHER, Relation.FATHER})
_RESPONSIBLE = frozenset({ParentalResponsibility.YES, ParentalResponsibility.DISPUTED})


class FamilyPapers(Shelves):
    """A family's records. Every list holds those not withdrawn, in the order of the record.

    Attributes:
        case_id: whose papers these are.
        meeting_id: the meeting in front of us; None where the case is looked at as a whole.
    """

    def __init__(self, case_id: UUID, meeting_id: UUID | None) -> None:
        super().__init__()
        self.case_id = case_id
        self.meeting_id = meeting_id

    # --- the family group

    @property
    def case(self) -> records.Case:
        """The case."""
        case: records.Case = self._shelves["Case"][self.case_id]
        return case

    @property
    def staff(self) -> list[records.Staff]:
        """The authority's staff, by name."""
        return self._sorted("Staff", attrgetter("name"))

    @property
    def episode(self) -> records.PreProceedings:
        """The episode of the meeting, or the latest one."""
        if self.meeting_id:
            episode_id = self._shelves["Meeting"][self.meeting_id].episode_id
            of_meeting: records.PreProceedings = self._shelves["PreProceedings"][episode_id]
            return of_meeting
        latest: records.PreProceedings = self._sorted("PreProceedings", attrgetter("id"))[-1]
        return latest

    def _of_episode(self, rows: list[Any]) -> list[Any]:
        """Return those rows that are of this episode: most cases have no other."""
        if len(self._shelves["PreProceedings"]) <= 1:
            return rows
        episode = self.episode.id
        return [row for row in rows if row.episode_id == episode]

    @property
    def children(self) -> list[records.Child]:
        """The children of the episode, in the family's order."""
        meant = {link.child_id for link in self._of_episode(self.standing("EpisodeChild"))}
        children = self._sorted("Child", attrgetter("position"))
        return [child for child in children if not meant or child.id in meant]

    @property
    def people(self) -> list[records.Person]:
        """Everyone who is not staff, in the order they were entered."""
        return self._sorted("Person", attrgetter("id"))

    @property
    def relationships(self) -> list[records.Relationship]:
        """Who is what to which child."""
        return self._sorted("Relationship", attrgetter("id"))

    @property
    def parents(self) -> list[records.Person]:
        """Mothers, fathers and everyone else with parental responsibility: who must be answered."""
        meant = {
            tie.person_id
            for tie in self.relationships
            if tie.relation in PARENTS or tie.parental_responsibility is ParentalResponsibility.YES
        }
        return [person for person in self.people if person.id in meant]

    def children_of(self, person_id: UUID) -> list[records.Child]:
        """Return the children of whom a person is a parent, or for whom they have responsibility.

        Also while that is disputed: `agenda.entitled` says what they are given then.
        """
        meant = {
            tie.child_id
            for tie in self.relationships
            if tie.person_id == person_id
            and (tie.relation in PARENTS or tie.parental_responsibility in _RESPONSIBLE)
        }
        return [child for child in self.children if child.id in meant]

    def representation(self, person_id: UUID) -> records.Representation | None:
        """Return who acts for a person now; None where it was never recorded."""
        rows = [r for r in self.standing("Representation") if r.person_id == person_id]
        return max(rows, key=attrgetter("id")) if rows else None

    def goals(self, child_id: UUID | None = None) -> list[records.ProtectionGoal]:
        """Return the child protection plan's goals, of one child or of all."""
        goals = self._sorted("ProtectionGoal", attrgetter("position"))
        return [goal for goal in goals if child_id in (None, goal.child_id)]

    def name(self, staff_id: UUID | None, person_id: UUID | None) -> str:
        """Return the name minutes use for a member of staff or a person; empty for neither."""
        if staff_id and (member := self.find("Staff", staff_id)):
            return str(member.name)
        if person_id and (person := self.find("Person", person_id)):
            return str(person.known_as)
        return ""

    def staff_or_person(self, key: UUID | None) -> tuple[UUID | None, UUID | None]:
        """Return a key as (staff, person): one of them is None, and both where there is none."""
        return (key, None) if self.find("Staff", key) else (None, key)

    # --- concerns and plan

    @property
    def concerns(self) -> list[records.Concern]:
        """The episode's concerns, the main one first."""
        return self._of_episode(self._sorted("Concern", attrgetter("position")))

    def examples(self, concern_id: UUID) -> list[records.ConcernExample]:
        """Return the dated examples of a concern, the newest first."""
        rows = self._sorted("ConcernExample", attrgetter("on", "id"))
        return [row for row in reversed(rows) if row.concern_id == concern_id]

    def concern_children(self, concern_id: UUID) -> list[records.Child]:
        """Return the children a concern is about: those named, or all."""
        return self._children_named("ConcernChild", "concern_id", concern_id)

    @property
    def plan(self) -> list[records.PlanLine]:
        """The plan's lines by number, dropped ones too."""
        return self._of_episode(self._sorted("PlanLine", attrgetter("number")))

    def parts(self, line_id: UUID) -> list[records.PlanPart]:
        """Return the parts a, b, c of a line."""
        rows = self._sorted("PlanPart", attrgetter("position"))
        return [row for row in rows if row.line_id == line_id]

    def line_children(self, line_id: UUID) -> list[records.Child]:
        """Return the children named on a line; none named gives an empty list."""
        named = {row.child_id for row in self.standing("PlanLineChild") if row.line_id == line_id}
        return [child for child in self.children if child.id in named]

    def answers(self, line_id: UUID) -> list[records.LineAnswer]:
        """Return the answers to a line given in this meeting, in the parents' order."""
        order = {person.id: place for place, person in enumerate(self.people)}
        rows = [
            row
            for row in self.standing("LineAnswer")
            if row.line_id == line_id and row.meeting_id == self.meeting_id
        ]
        return sorted(rows, key=lambda row: order.get(row.person_id, len(order)))

    def progress(self, line_id: UUID) -> list[records.Progress]:
        """Return what reviews found of a line, the latest last."""
        rows = self._sorted("Progress", attrgetter("on", "id"))
        return [row for row in rows if row.line_id == line_id]

    def outcome(self, line_id: UUID) -> records.Progress | None:
        """Return what this meeting found of a line; None where it has not said."""
        found = [row for row in self.progress(line_id) if row.meeting_id == self.meeting_id]
        return found[-1] if found else None

    @property
    def family_offer(self) -> records.FamilyOffer | None:
        """The latest record of the offer of family group decision making."""
        rows = self._of_episode(self._sorted("FamilyOffer", attrgetter("id")))
        return rows[-1] if rows else None

    @property
    def network(self) -> list[records.NetworkHelp]:
        """Who in the family network could help."""
        return self._of_episode(self._sorted("NetworkHelp", attrgetter("id")))

    @property
    def exceptional_reasons(self) -> list[records.ExceptionalReason]:
        """The recorded reasons for passing a `must`."""
        return self._sorted("ExceptionalReason", attrgetter("id"))

    def _children_named(self, kind: str, field: str, key: UUID) -> list[records.Child]:
        named = {row.child_id for row in self.standing(kind) if getattr(row, field) == key}
        return [child for child in self.children if not named or child.id in named]
