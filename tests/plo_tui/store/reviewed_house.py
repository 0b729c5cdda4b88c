"""A store with one family of two whose final review is being held."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from made_store import MET_ON, House

from agenda.decision_words import AuthorityAnswer, Outcome
from agenda.policy import default_policy
from agenda.records import new_key
from agenda.sheet_reading import default_sheet_text
from agenda.words import MeetingKind, StaffRole
from plo_tui.store.connection import connect
from plo_tui.store.folder import STORE
from plo_tui.store.reading.home import CaseRow, read_home
from plo_tui.store.reading.papers import read_papers
from plo_tui.store.verbs import deciding, family, meeting, staff

if TYPE_CHECKING:
    from uuid import UUID

END = MET_ON + timedelta(weeks=12)
REVIEW = END - timedelta(days=5)
TRACKER = END + timedelta(days=9)
NEW_END = END + timedelta(weeks=6)


class Reviewed(House):
    """A family of two whose final review is being held."""

    def __init__(self, made: House) -> None:
        made.store.close()
        super().__init__(made.folder, made.keys)
        self.conclude()
        self.children, self.head, self.review = {"JC": self.keys.child}, new_key(), new_key()
        lee, do = new_key(), self.store.do
        do(family.add_child, self.keys.case, lee, {"full_name": "Lee Carter", "initials": "LC"})
        self.children["LC"] = lee
        do(staff.add_staff, self.head, "Rob Hale", StaffRole.HEAD_OF_SERVICE)
        self.to_day(REVIEW)
        episode, kind = self.keys.episode, MeetingKind.FINAL
        values: meeting.MeetingValues = {"planned_on": REVIEW, "chair_id": self.keys.chair}
        do(meeting.plan_meeting, episode, self.review, kind, values)
        text, policy = default_sheet_text("final"), default_policy().pinned()
        do(meeting.open_meeting, self.review, text, policy, [self.keys.chair], [])

    def to_day(self, day: date) -> None:
        self.clock.now = datetime(day.year, day.month, day.day, 10, tzinfo=UTC)

    def decide(self, initials: str, outcome: Outcome, **values: object) -> UUID:
        """Decide for a child, and return the decision's key."""
        child = self.children[initials]
        self.store.do(deciding.record_decision, self.review, [child], outcome, values)  # type: ignore[arg-type]
        decided = self.store.read(read_papers, self.keys.case, self.review).decision(child)
        assert decided
        return decided.id

    def extend(self, initials: str, new_end: date = NEW_END) -> UUID:
        return self.decide(initials, Outcome.EXTEND, new_end=new_end, tracker_on=TRACKER)

    def answer(self, decision: UUID, said: AuthorityAnswer = AuthorityAnswer.AUTHORISED) -> None:
        why = "Too soon" if said is AuthorityAnswer.REFUSED else ""
        given, at = (self.head, "Court Tracker"), self.clock()
        self.store.do(deciding.answer_decisions, [decision], said, *given, at, why=why)

    def end_review(self) -> None:
        self.store.do(meeting.conclude, self.review, effective=True)

    def row(self, today: date) -> CaseRow:
        """The case's row; its weeks are those that the case itself shows."""
        plain = connect(self.folder / STORE, self.key)
        try:
            [row] = read_home(plain, today)
        finally:
            plain.close()
        window = self.store.read(read_papers, self.keys.case, None, None, today).window
        assert window
        assert row.weeks == window.weeks_in_all
        return row
