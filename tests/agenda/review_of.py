"""The same family's review, twelve weeks on, which lacks nothing: a test takes one thing away."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING, Any

from papers_of import FINAL, WholeMeeting

from agenda import records as r
from agenda.decision_words import AfterClose, AuthorityAnswer, Outcome, Trajectory
from agenda.papers import Papers
from agenda.progress_rules import lines_to_review
from agenda.sheet_reading import default_sheet
from agenda.words import (
    HelpCame,
    LineOutcome,
    MeetingKind,
    MeetingState,
    ParentAnswer,
    Presence,
    StaffRole,
    YesNo,
)

if TYPE_CHECKING:
    from agenda.policy import Policy

MIDWAY = date(2027, 2, 23)
TRACKER = date(2027, 4, 15)
NEW_END = date(2027, 5, 18)
"""Six weeks past the window's end."""
NEXT_FINAL = date(2027, 5, 13)


class WholeReview(WholeMeeting):
    """The records of a live review at its end: both children's pre-proceedings are closed."""

    def __init__(self, kind: MeetingKind = MeetingKind.FINAL, policy: Policy | None = None) -> None:
        super().__init__(policy)
        self.day = FINAL if kind is MeetingKind.FINAL else MIDWAY
        self.head = self.add(r.Staff(name="Rob Hale", role=StaffRole.HEAD_OF_SERVICE))
        self.lawyer = self.add(r.Staff(name="Ann Holt", role=StaffRole.LAWYER))
        self.initial = self.meeting
        self.initial.state, self.initial.effective = MeetingState.CONCLUDED, True
        self._begin(kind)
        self._find()
        self.decided = [self.decide(child) for child in self.children]

    def at(self, hour: int, minute: int = 0) -> datetime:
        """An instant on the day of the review."""
        return datetime.combine(self.day, time(hour, minute), UTC)

    def read_on(self, day: date) -> Papers:
        """Return the papers as they are read on a day."""
        papers = Papers(self.case.id, self.meeting.id, self.policy, day)
        papers.take(self.rows)
        return papers

    def decide(self, child: Any, outcome: Outcome = Outcome.CLOSE, **fields: Any) -> Any:
        """Decide for a child, with all that a decision needs, and have it authorised."""
        for row in self.rows:
            if isinstance(row, r.Decision) and row.child_id == child.id:
                row.withdrawn_at = self.at(12)
        facts: dict[str, Any] = {
            "meeting_id": self.meeting.id,
            "child_id": child.id,
            "outcome": outcome,
            "reasons": "Five of six lines are done",
            "rejected": "Extend: nothing is left to be shown",
            "child_view": "She wants to stay with her mother",
            "considered": "Considered with legal: the threshold is not met",
            "letter_by": date(2027, 4, 9) if outcome.ends else None,
            "after_close": AfterClose.CONTINUES if outcome is Outcome.CLOSE else None,
            "birth_plan": "The ward rings us" if outcome is Outcome.AT_BIRTH else "",
            "new_end": NEW_END if outcome is Outcome.EXTEND else None,
            "tracker_on": TRACKER if outcome is Outcome.EXTEND else None,
            "recommended_by_id": self.chair.id,
            "recommended_at": self.at(11),
        }
        decision = self.add(r.Decision(**(facts | fields)))
        for parent in (self.mother, self.father):
            self.add(
                r.DecisionView(
                    decision_id=decision.id, person_id=parent.id, answer=ParentAnswer.AGREED
                )
            )
        self.add(
            r.Consultation(
                decision_id=decision.id, staff_id=self.lawyer.id, on=self.day, forum="Telephone"
            )
        )
        if outcome is not Outcome.EXTEND:
            self.answer_it(decision)
        return decision

    def answer_it(self, decision: Any, **fields: Any) -> Any:
        """Have a decision authorised by the head of service."""
        facts = {
            "decision_id": decision.id,
            "answer": AuthorityAnswer.AUTHORISED,
            "staff_id": self.head.id,
            "forum": "Court Tracker",
            "given_at": self.at(11, 30),
            "recorded_by_id": self.chair.id,
        }
        return self.add(r.Authority(**(facts | fields)))

    def judge(self, child: Any, risk: Trajectory) -> None:
        """Change the judgement on the risk to a child."""
        for row in self.rows:
            if isinstance(row, r.ChildJudgement) and row.child_id == child.id:
                row.risk = risk

    def book_final(self, on: date) -> Any:
        """Book another final review."""
        review = self.review(MeetingKind.FINAL, on)
        review.number = 4
        return review

    def _begin(self, kind: MeetingKind) -> None:
        if kind is MeetingKind.FINAL:
            self.meeting = self.final
        else:
            self.meeting = self.review(kind, self.day)
        for of_the_initial_one in (r.Item, r.PromptAsked, r.Attendance, r.AdviceBreak, r.Entry):
            self.withdraw(of_the_initial_one)  # the store reads those of one meeting
        self.meeting.state = MeetingState.LIVE
        self.meeting.chair_id, self.meeting.minute_taker_id = self.chair.id, self.minute_taker.id
        self.sitting = self.add(r.Sitting(meeting_id=self.meeting.id, started_at=self.at(10)))
        self.items = {
            item.key: self.add(
                r.Item(meeting_id=self.meeting.id, key=item.key, position=place, visited=True)
            )
            for place, item in enumerate(default_sheet(kind.value).items, start=1)
        }
        for item in default_sheet(kind.value).items:
            for prompt in item.prompts:
                self.add(r.PromptAsked(item_id=self.items[item.key].id, prompt=prompt.key))
        present = {"sitting_id": self.sitting.id, "presence": Presence.PRESENT}
        self.add(r.Attendance(staff_id=self.chair.id, **present))
        for parent in (self.mother, self.father):
            self.add(r.Attendance(person_id=parent.id, **present))
            self.add(r.Advice(meeting_id=self.meeting.id, person_id=parent.id, advised=YesNo.YES))
            self.add(
                r.AdviceBreak(
                    sitting_id=self.sitting.id,
                    person_id=parent.id,
                    offered_at=self.at(11),
                    taken=False,
                )
            )
        for key in self.items:
            for parent in (self.mother, self.father):
                self.entry(key, "Said here.", parent)

    def _find(self) -> None:
        for line in lines_to_review(self.papers()):
            self.add(
                r.Progress(
                    line_id=line.id,
                    meeting_id=self.meeting.id,
                    on=self.day,
                    outcome=LineOutcome.DONE,
                    evidence="Sam saw it at the visit",
                    help_came=HelpCame.ON_TIME,
                )
            )
        for concern in (self.neglect, self.abuse):
            self.add(
                r.ConcernTrajectory(
                    meeting_id=self.meeting.id,
                    concern_id=concern.id,
                    trajectory=Trajectory.REDUCED,
                    evidence="The school's record of 3 March",
                )
            )
        for child in self.children:
            self.add(
                r.ChildJudgement(
                    meeting_id=self.meeting.id,
                    child_id=child.id,
                    risk=Trajectory.REDUCED,
                    reasons="Six clean weeks; a drink at Easter could undo it",
                )
            )
