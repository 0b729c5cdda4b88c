"""An initial meeting of some weeks ago, from its first item to the minutes that went out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import time
from typing import TYPE_CHECKING, TypeAlias

from agenda.sheet_reading import default_sheet_text
from agenda.words import (
    ApprovalRole,
    EntryKind,
    LineState,
    MeetingKind,
    OfferAnswer,
    ParentAnswer,
    Presence,
    YesNo,
)
from plo_tui.store.reading.edition import read_edition
from plo_tui.store.reading.papers import read_papers
from plo_tui.store.verbs import advice, meeting, minuting, network, planning, signing

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from plo_tui.demo.author import Author
    from plo_tui.demo.staff import DemoStaff

PLACE = "Civic Offices, Room 2"

Said: TypeAlias = Mapping[str, tuple[tuple[str, EntryKind, str], ...]]
"""For each item of the agenda its paragraphs: speaker (a parent's initials, or empty for the
chair), kind and words."""


@dataclass(frozen=True, slots=True)
class HeldMeeting:
    """The keys that a family's initial meeting needs, its day, and that of the final review."""

    case: UUID
    episode: UUID
    met_on: date
    final_on: date
    worker: UUID
    people: Mapping[str, UUID]
    lawyers: list[UUID]
    lines: list[UUID]

    def hold(self, author: Author, staff: DemoStaff, said: Said) -> None:
        """Hold it, every line agreed by each parent, and issue its minutes four days later."""
        author.sign(staff.minute_taker, self.met_on, "09:55")
        key = self._plan(author, staff, MeetingKind.INITIAL, self.met_on)
        author.do(
            meeting.open_meeting,
            key,
            default_sheet_text("initial"),
            author.policy.pinned(),
            [staff.chair, staff.minute_taker, self.worker, staff.solicitor],
            [*self.people.values(), *self.lawyers],
        )
        self._record(author, staff, key)
        papers = author.read(read_papers, self.case, key)
        checks, *_ = papers.items
        for prompt in papers.sheet.item(checks.key).prompts:
            author.do(meeting.tick_prompt, checks.id, prompt.key, asked=True)
        for item in papers.items:
            author.wait(60)
            author.do(meeting.go_to_item, key, item.id)
            for speaker, kind, text in said.get(item.key, ()):
                author.wait(90)
                author.new(
                    minuting.add_entry,
                    key,
                    item.id,
                    text,
                    kind,
                    None if speaker else staff.chair,
                    self.people.get(speaker),
                )
        self._plan(author, staff, MeetingKind.FINAL, self.final_on)
        author.do(meeting.conclude, key, effective=True)
        self._sign_off(author, staff, key)

    def _plan(self, author: Author, staff: DemoStaff, kind: MeetingKind, on: date) -> UUID:
        values: meeting.MeetingValues = {
            "planned_on": on,
            "planned_at": time(10 if kind is MeetingKind.INITIAL else 14),
            "place": PLACE,
            "chair_id": staff.chair,
            "minute_taker_id": staff.minute_taker,
        }
        return author.new_in(meeting.plan_meeting, self.episode, kind, values)

    def _record(self, author: Author, staff: DemoStaff, key: UUID) -> None:
        """Record who came, their advice, the family's answer, and what each parent agreed to."""
        do = author.do
        for member in (staff.chair, staff.minute_taker, self.worker, staff.solicitor):
            do(meeting.set_presence, key, Presence.PRESENT, member)
        for parent, lawyer in zip(self.people.values(), self.lawyers, strict=True):
            do(meeting.set_presence, key, Presence.PRESENT, None, parent)
            do(meeting.set_presence, key, Presence.PRESENT, None, lawyer, None, parent)
            got_letter = author.working_day(self.met_on, -14)
            do(advice.record_advice, key, parent, YesNo.YES, got_letter)
            do(advice.offer_break, key, parent, taken=False)
        names_by = author.working_day(self.met_on, 21)
        answer = OfferAnswer.ACCEPTED
        do(network.record_family_offer, self.episode, self.met_on, answer, "Both", names_by)
        for line in self.lines:
            do(planning.decide_line, line, key, LineState.AGREED)
            for parent in self.people.values():
                do(planning.answer_line, line, key, parent, ParentAnswer.AGREED)

    def _sign_off(self, author: Author, staff: DemoStaff, key: UUID) -> None:
        """Approve by the chair two days later, by legal three, and issue after four."""
        seen = author.read(read_edition, self.case, key).fingerprint
        for member, role, days in (
            (staff.chair, ApprovalRole.CHAIR, 2),
            (staff.solicitor, ApprovalRole.LEGAL, 3),
        ):
            author.sign(member, author.days.add(self.met_on, days))
            author.do(signing.approve, key, role, member, seen)
        author.sign(staff.minute_taker, author.days.add(self.met_on, 4))
        author.do(signing.issue, key, ["The parents' solicitors, through our legal team"])
