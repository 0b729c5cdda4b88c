"""The papers: everything about one case that a rule, a screen or the minutes may read.

The store fills them in one read, and afterwards hands over only the rows that changed, so a
live meeting never reads its thousand entries again. Rules and minutes see nothing else.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from agenda.london import london_date
from agenda.policy import Policy, default_policy
from agenda.sheet_reading import default_sheet, read_sheet
from agenda.window import Window, window_of
from agenda.words import MeetingKind, MeetingState, ParentalResponsibility, PersonKind, Relation

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from uuid import UUID

    from agenda import records
    from agenda.sheet import Sheet

PARENTS = frozenset({Relation.MOTHER, Relation.FATHER})


class Papers:
    """One case's records, with at most one meeting's entries.

    Every list holds the records not withdrawn, in the order of the record itself.

    Attributes:
        case_id: whose papers these are.
        meeting_id: the meeting in front of us; None where the case is looked at as a whole.
        authority_policy: the authority's policy of today, for what no meeting has pinned.
    """

    def __init__(
        self,
        case_id: UUID,
        meeting_id: UUID | None = None,
        authority_policy: Policy | None = None,
    ) -> None:
        self.case_id = case_id
        self.meeting_id = meeting_id
        self.authority_policy = authority_policy or default_policy()
        self._shelves: defaultdict[str, dict[UUID, Any]] = defaultdict(dict)

    def take(self, changed: Iterable[Any]) -> None:
        """Put records in, each in the place of its older self."""
        for record in changed:
            self._shelves[type(record).__name__][record.id] = record

    def standing(self, kind: str) -> list[Any]:
        """Return the records of a kind (its class name) that are not withdrawn, unordered."""
        return [row for row in self._shelves[kind].values() if row.withdrawn_at is None]

    def find(self, kind: str, key: UUID | None) -> Any | None:
        """Return one record, withdrawn or not; None where it is not here."""
        return self._shelves[kind].get(key) if key else None

    def _sorted(self, kind: str, order: Callable[[Any], Any]) -> list[Any]:
        # The key settles what the order leaves open: the same records, the same minutes.
        return sorted(self.standing(kind), key=lambda row: (order(row), row.id))

    # --- the family group

    @property
    def case(self) -> records.Case:
        """The case."""
        case: records.Case = self._shelves["Case"][self.case_id]
        return case

    @property
    def episode(self) -> records.PreProceedings:
        """The episode of the meeting, or the latest one."""
        if self.meeting_id:
            of_meeting: records.PreProceedings = self._shelves["PreProceedings"][
                self.meeting.episode_id
            ]
            return of_meeting
        latest: records.PreProceedings = self._sorted("PreProceedings", attrgetter("id"))[-1]
        return latest

    @property
    def staff(self) -> list[records.Staff]:
        """The authority's staff, by name."""
        return self._sorted("Staff", attrgetter("name"))

    @property
    def children(self) -> list[records.Child]:
        """The children of the episode, in the family's order."""
        meant = {link.child_id for link in self.standing("EpisodeChild")}
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

    # --- concerns and plan

    @property
    def concerns(self) -> list[records.Concern]:
        """The episode's concerns, the main one first."""
        return self._sorted("Concern", attrgetter("position"))

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
        return self._sorted("PlanLine", attrgetter("number"))

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

    @property
    def family_offer(self) -> records.FamilyOffer | None:
        """The latest record of the offer of family group decision making."""
        rows = self._sorted("FamilyOffer", attrgetter("id"))
        return rows[-1] if rows else None

    @property
    def network(self) -> list[records.NetworkHelp]:
        """Who in the family network could help."""
        return self._sorted("NetworkHelp", attrgetter("id"))

    @property
    def exceptional_reasons(self) -> list[records.ExceptionalReason]:
        """The recorded reasons for passing a `must`."""
        return self._sorted("ExceptionalReason", attrgetter("id"))

    # --- the meeting in front of us

    @property
    def meetings(self) -> list[records.Meeting]:
        """The case's meetings, by number."""
        return self._sorted("Meeting", attrgetter("number"))

    @property
    def meeting(self) -> records.Meeting:
        """The meeting in front of us. Only where `meeting_id` is set."""
        meeting: records.Meeting = self._shelves["Meeting"][self.meeting_id]  # type: ignore[index]
        return meeting

    @property
    def planned_reviews(self) -> list[records.Meeting]:
        """The reviews of this episode that are booked and not begun."""
        return [
            meeting
            for meeting in self.meetings
            if meeting.state is MeetingState.PLANNED and meeting.kind is not MeetingKind.INITIAL
        ]

    @property
    def sittings(self) -> list[records.Sitting]:
        """The sittings of this meeting, in order."""
        return [
            row
            for row in self._sorted("Sitting", attrgetter("number"))
            if self.meeting_id in (None, row.meeting_id)
        ]

    @property
    def items(self) -> list[records.Item]:
        """The agenda items of this meeting, in order."""
        return self._sorted("Item", attrgetter("position"))

    def asked(self, item_id: UUID) -> set[str]:
        """Return the keys of an item's prompts that were asked."""
        return {row.prompt for row in self.standing("PromptAsked") if row.item_id == item_id}

    @property
    def attendance(self) -> list[records.Attendance]:
        """Everyone's part in each sitting of this meeting, in the order they were invited."""
        return self._sorted("Attendance", attrgetter("id"))

    @property
    def advice(self) -> list[records.Advice]:
        """Each parent's letter and legal advice."""
        return self._sorted("Advice", attrgetter("id"))

    @property
    def advice_breaks(self) -> list[records.AdviceBreak]:
        """The private breaks offered, in order."""
        return self._sorted("AdviceBreak", attrgetter("offered_at", "id"))

    @property
    def consents(self) -> list[records.Consent]:
        """The consents asked for in this meeting."""
        return self._sorted("Consent", attrgetter("id"))

    @property
    def entries(self) -> list[records.Entry]:
        """Every entry of this meeting, by item, then by its place in the item."""
        order = {item.id: item.position for item in self.items}
        return self._sorted("Entry", lambda e: (order.get(e.item_id, 0), e.place, e.id))

    def entries_of(self, item_id: UUID, *, withdrawn: bool = False) -> list[records.Entry]:
        """Return an item's entries in order; with the withdrawn ones where asked."""
        rows = [
            row
            for row in self._shelves["Entry"].values()
            if row.item_id == item_id and (withdrawn or row.withdrawn_at is None)
        ]
        return sorted(rows, key=attrgetter("place", "id"))

    def entry_children(self, entry_id: UUID) -> list[records.Child]:
        """Return the children an entry is about: those named, or all."""
        return self._children_named("EntryChild", "entry_id", entry_id)

    @property
    def lawyers(self) -> list[records.Person]:
        """The parents' lawyers."""
        return [person for person in self.people if person.kind is PersonKind.LAWYER]

    # --- sheet, policy and window

    @cached_property
    def policy(self) -> Policy:
        """The policy the meeting pinned, or the authority's of today."""
        pinned = self.meeting.policy_text if self.meeting_id else self._initial_policy_text()
        return Policy.from_pinned(pinned) if pinned else self.authority_policy

    @cached_property
    def sheet(self) -> Sheet:
        """The sheet the meeting was opened with, or the one shipped for its kind."""
        meeting = self.meeting
        if meeting.sheet_text:
            return read_sheet(meeting.sheet_text, "the sheet kept with this meeting")
        return default_sheet(meeting.kind)

    @property
    def window(self) -> Window | None:
        """The window of the episode, from the day of its initial meeting; None where none is set.

        Provisional (`window_is_provisional`) until that meeting has ended effective.
        """
        initial = self._initial_meeting()
        if initial is None:
            return None
        held = [
            london_date(row.started_at)
            for row in self._sorted("Sitting", attrgetter("started_at"))
            if row.meeting_id == initial.id
        ]
        start = held[0] if held else initial.planned_on
        return window_of(start, self.policy) if start else None

    @property
    def window_is_provisional(self) -> bool:
        """Whether no initial meeting has yet ended effective."""
        initial = self._initial_meeting()
        return initial is None or initial.effective is not True

    def _initial_meeting(self) -> records.Meeting | None:
        """Return the first initial meeting that was not ineffective."""
        for meeting in self.meetings:
            if meeting.kind is MeetingKind.INITIAL and meeting.effective is not False:
                return meeting
        return None

    def _initial_policy_text(self) -> str:
        initial = self._initial_meeting()
        return initial.policy_text if initial else ""

    def _children_named(self, kind: str, field: str, key: UUID) -> list[records.Child]:
        named = {row.child_id for row in self.standing(kind) if getattr(row, field) == key}
        return [child for child in self.children if not named or child.id in named]
