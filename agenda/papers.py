"""The papers: everything about one case that a rule, a screen or the minutes may read.

The store fills them in one read, and afterwards hands over only the rows that changed, so a
live meeting never reads its thousand entries again. Rules and minutes see nothing else.
"""

from __future__ import annotations

from functools import cached_property
from operator import attrgetter
from typing import TYPE_CHECKING

from agenda.before_papers import BeforePapers
from agenda.extension import as_extended
from agenda.london import london_date
from agenda.policy import Policy, default_policy
from agenda.sheet_reading import default_sheet, read_sheet
from agenda.window import Window, window_of
from agenda.words import MeetingKind, MeetingState, PersonKind

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from uuid import UUID

    from agenda import records
    from agenda.sheet import Sheet


class Papers(BeforePapers):
    """One case's records, with at most one meeting's entries.

    Every list holds the records not withdrawn, in the order of the record itself.

    Attributes:
        case_id: whose papers these are.
        meeting_id: the meeting in front of us; None where the case is looked at as a whole.
        authority_policy: the authority's policy of today, for what no meeting has pinned.
        as_of: the day they are read for: what has lapsed by then no longer counts. None where
            nothing lapses, as in minutes, which say what stood that day.
    """

    def __init__(
        self,
        case_id: UUID,
        meeting_id: UUID | None = None,
        authority_policy: Policy | None = None,
        as_of: date | None = None,
    ) -> None:
        super().__init__(case_id, meeting_id)
        self.as_of = as_of
        self.authority_policy = authority_policy or default_policy()

    # --- the meeting in front of us

    @property
    def meetings(self) -> list[records.Meeting]:
        """The case's meetings with the family, by number. Legal planning is none of them."""
        rows = self._sorted("Meeting", attrgetter("number"))
        return [meeting for meeting in rows if meeting.kind is not MeetingKind.LEGAL_PLANNING]

    @property
    def episode_meetings(self) -> list[records.Meeting]:
        """The meetings of this episode alone, by number: a later one begins again."""
        episode = self.episode.id
        return [meeting for meeting in self.meetings if meeting.episode_id == episode]

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
            for meeting in self.episode_meetings
            if meeting.state is MeetingState.PLANNED and meeting.kind.is_review
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
    def pauses(self) -> list[records.Pause]:
        """The pauses of this meeting's sittings, in order."""
        ours = {sitting.id for sitting in self.sittings}
        rows = self._sorted("Pause", attrgetter("began_at", "id"))
        return [row for row in rows if row.sitting_id in ours]

    def told(self, entry_id: UUID) -> list[records.UrgentTold]:
        """Return who was told of an urgent matter, in the order they were written down."""
        rows = self._sorted("UrgentTold", attrgetter("id"))
        return [row for row in rows if row.entry_id == entry_id]

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
        """Each parent's letter and legal advice, as this meeting was told."""
        return [row for row in self.advice_of_case if self.meeting_id in (None, row.meeting_id)]

    @property
    def advice_of_case(self) -> list[records.Advice]:
        """What every meeting was told of each parent's letter and legal advice, in order."""
        return self._sorted("Advice", attrgetter("id"))

    @property
    def advice_breaks(self) -> list[records.AdviceBreak]:
        """The private breaks offered, in order."""
        return self._sorted("AdviceBreak", attrgetter("offered_at", "id"))

    @property
    def consents(self) -> list[records.Consent]:
        """The consents asked for in this meeting."""
        rows = self._sorted("Consent", attrgetter("id"))
        return [row for row in rows if row.meeting_id == self.meeting_id]

    @property
    def standing_consents(self) -> list[records.Consent]:
        """Each person's latest answer to each consent in this episode, up to this meeting.

        Those taken back are among them.
        """
        numbers = {one.id: one.number for one in self.episode_meetings}
        latest: dict[object, records.Consent] = {}
        for row in self._sorted("Consent", lambda row: numbers.get(row.meeting_id, 0)):
            if 0 < numbers.get(row.meeting_id, 0) <= self.meeting.number:
                latest[row.person_id, row.purpose] = row
        return list(latest.values())

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
        return default_sheet(meeting.kind.sheet)

    @property
    def window(self) -> Window | None:
        """The window of the family: the latest of the children's; None where none is set.

        It runs from the day of the initial meeting, by the policy that meeting pinned. It is
        provisional (`window_is_provisional`) until that meeting has ended effective.
        """
        return self.window_for(self.children)

    def window_for(self, children: Iterable[records.Child]) -> Window | None:
        """Return the latest window of some children, each as extended for that child.

        Where no child is named it is the family's own, without any extension.
        """
        base = self._window_without_extension
        if base is None:
            return None
        return as_extended(base, self._window_policy.extension.times, children, self)

    @property
    def _window_without_extension(self) -> Window | None:
        initial = self._initial_meeting()
        if initial is None:
            return None
        held = [
            london_date(row.started_at)
            for row in self._sorted("Sitting", attrgetter("started_at"))
            if row.meeting_id == initial.id
        ]
        start = held[0] if held else initial.planned_on
        return window_of(start, self._window_policy) if start else None

    @property
    def window_is_provisional(self) -> bool:
        """Whether no initial meeting has yet ended effective."""
        initial = self._initial_meeting()
        return initial is None or initial.effective is not True

    def _initial_meeting(self) -> records.Meeting | None:
        """Return the episode's first initial meeting that was not ineffective."""
        for meeting in self.episode_meetings:
            if meeting.kind is MeetingKind.INITIAL and meeting.effective is not False:
                return meeting
        return None

    @cached_property
    def _window_policy(self) -> Policy:
        """The policy that the initial meeting pinned, which the window is counted by."""
        pinned = self._initial_policy_text()
        return Policy.from_pinned(pinned) if pinned else self.policy

    def _initial_policy_text(self) -> str:
        initial = self._initial_meeting()
        return initial.policy_text if initial else ""
