"""The same family from its initial meeting, whose minutes are issued, to its live final review."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from review_of import WholeReview

from agenda import records as r
from agenda.edition import Edition
from agenda.minutes import fingerprint, freeze
from agenda.minuting import minutes_of
from agenda.papers import Papers
from agenda.why import why
from agenda.words import EntryKind, MinutesState

if TYPE_CHECKING:
    from agenda.minutes import Minutes
    from agenda.why_page import Why
    from agenda.words import MeetingKind

MONTHS_LATER = date(2027, 9, 8)


class WholeEpisode(WholeReview):
    """The records of both meetings; the minutes of the first are frozen."""

    first: Minutes

    def why(self, child: int = 0, on: date = MONTHS_LATER) -> Why:
        """Return a child's chain as it is made on a day."""
        papers = Papers(self.case.id, None, self.policy, on)
        papers.take(self.rows)
        editions = [
            _edition(self.first, MinutesState.ISSUED),
            _edition(minutes_of(self.papers(), 1), MinutesState.NONE),
        ]
        return why(papers, self.children[child], editions)

    def minuted(self, number: int) -> str:
        """Return the words of a paragraph of the initial meeting's minutes."""
        first = self.first
        every = [said for concern in first.concerns for said in concern.paragraphs]
        every += [said for part in (*first.sections, *first.views) for said in part.paragraphs]
        [text] = [said.text for said in (*every, *first.consequences) if said.number == number]
        return text

    def about(self, entry: Any, child: int) -> None:
        """Say that a paragraph is about one child alone."""
        self.add(r.EntryChild(entry_id=entry.id, child_id=self.children[child].id))

    def only_for(self, line: Any, child: int) -> None:
        """Make a line of the plan one child's alone."""
        other = self.children[child]
        self.withdraw(
            r.PlanLineChild, lambda row: row.line_id != line.id or row.child_id == other.id
        )

    def _begin(self, kind: MeetingKind) -> None:
        said = {"kind": EntryKind.DISPUTED, "concern_id": self.neglect.id}
        self.entry("worries", "The kitchen was clean.", self.mother, **said)
        self.about(self.entry("worries", "Lee was at school.", self.mother, **said), 1)
        self.entry("worries", "I doubt that.", kind=EntryKind.ASIDE)
        self.entry("worries", "Counsel says wait.", kind=EntryKind.PRIVILEGED)
        self.first = minutes_of(self.papers(), 1)
        super()._begin(kind)


def _edition(minutes: Minutes, state: MinutesState) -> Edition:
    return Edition(minutes, state, fingerprint(freeze(minutes)))
