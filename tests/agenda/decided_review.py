"""The Carters' final review: Jo's pre-proceedings closed and authorised, Lee's extended for now."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from review_of import NEXT_FINAL, WholeReview

from agenda import records as r
from agenda.decision_words import Outcome
from agenda.minuting import minutes_of
from agenda.words import HelpCame, LineOutcome, ParentAnswer

if TYPE_CHECKING:
    from agenda.minutes import Minutes


class DecidedReview(WholeReview):
    """A final review in which two children are decided differently, as it would be recorded."""

    def __init__(self) -> None:
        super().__init__()
        self.jo, self.lee = self.children
        self.book_final(NEXT_FINAL)
        self.withdraw(r.Authority)
        self.closed = self.decide(
            self.jo,
            Outcome.CLOSE,
            reasons=(
                "Jo has been at school every day since January, clean and fed, and tells Sam "
                "Okafor that mornings are calm.\nFive of the six lines about Jo are done."
            ),
            rejected="Extend: nothing about Jo is left to be shown. Issue: threshold not met.",
            child_view="“I want to stay with mum and I want Sam to still come.”",
        )
        self.extended = self.decide(
            self.lee,
            Outcome.EXTEND,
            reasons="The risk to Lee is less, and the nursery's report is due on 30 April.",
            rejected="Close: the nursery place began only in March.",
            child_view="Lee is four. Lee runs to Ms Carter and shows her the drawings.",
            dissent="The health visitor would rather see no extension: Lee's weight has not risen.",
        )
        self.withdraw(r.Authority)
        self.answer_it(
            self.closed,
            by_telephone=True,
            forum="Court Tracker",
            given_at=datetime(2027, 4, 2, 13, 10, tzinfo=UTC),
        )
        self.say(self.extended, self.mother, ParentAnswer.NOT_AGREED, "She has done all you asked.")
        self.say(self.extended, self.father, ParentAnswer.WITH_CONDITIONS, "only if it is the last")
        self.find(self.service, LineOutcome.PARTLY, why="The group was full until February")
        self.find(self.fire, LineOutcome.NOT_NEEDED, why="The family has moved")

    def minutes(self) -> Minutes:
        return minutes_of(self.papers(), 1)

    def say(self, decision: Any, parent: Any, answer: ParentAnswer, said: str) -> None:
        """Change a parent's view of a decision."""
        for row in self.rows:
            is_view = isinstance(row, r.DecisionView)
            if is_view and (row.decision_id, row.person_id) == (decision.id, parent.id):
                row.answer, row.said = answer, said

    def find(self, line: Any, outcome: LineOutcome, **fields: Any) -> None:
        """Change what the review found of a line."""
        for row in self.rows:
            if isinstance(row, r.Progress) and row.line_id == line.id:
                row.outcome, row.help_came = outcome, HelpCame.LATE
                for name, value in fields.items():
                    setattr(row, name, value)
