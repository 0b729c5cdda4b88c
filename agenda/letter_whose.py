"""Which children a person's letter is about, and what in the record is about those alone.

Where siblings have different parents, a parent's letter tells nothing that is only about a
child who is not theirs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.words import ParentalResponsibility

if TYPE_CHECKING:
    from uuid import UUID

    from agenda import records
    from agenda.papers import Papers


def responsibility_of(papers: Papers, person_id: UUID) -> ParentalResponsibility:
    """Return whether a person has parental responsibility for any child: the surest answer."""
    found = {
        tie.parental_responsibility for tie in papers.relationships if tie.person_id == person_id
    }
    return next((one for one in _SUREST if one in found), ParentalResponsibility.UNKNOWN)


_SUREST = (
    ParentalResponsibility.YES,
    ParentalResponsibility.DISPUTED,
    ParentalResponsibility.AT_BIRTH,
    ParentalResponsibility.UNKNOWN,
    ParentalResponsibility.NO,
)


class Told:
    """What of the record one person's letter tells.

    Args:
        papers: the papers.
        letter: whose letter it is, and what it leaves out.
    """

    def __init__(self, papers: Papers, letter: records.LetterDraft) -> None:
        self._papers = papers
        self._person_id = letter.person_id
        self._left_out = {row.about for row in papers.omissions(letter.id)}
        self._children = {child.id for child in papers.children_of(letter.person_id)}

    def worries(self) -> list[records.Concern]:
        """Return the worries about this person's children, the main one first."""
        return [concern for concern in self._papers.concerns if self._tells(concern)]

    def examples(self, concern: records.Concern) -> list[records.ConcernExample]:
        """Return the examples of a worry, the newest first."""
        rows = self._papers.examples(concern.id)
        return [row for row in rows if row.id not in self._left_out]

    def help_given(self) -> list[records.HelpGiven]:
        """Return the help that the family had, but for what was for somebody else's children."""
        return [
            row
            for row in self._papers.help_given
            if row.id not in self._left_out and self._is_of_theirs(row.person_id)
        ]

    def lines(self) -> list[records.PlanLine]:
        """Return the lines of the plan for this person's children.

        A line that answers a worry which the letter does not tell would tell it, so it is left
        out as well.
        """
        return [line for line in self._papers.plan if self._tells_line(line)]

    def _tells_line(self, line: records.PlanLine) -> bool:
        named = {child.id for child in self._papers.line_children(line.id)}
        concern = self._papers.find("Concern", line.concern_id)
        return (
            line.id not in self._left_out
            and (not named or bool(named & self._children))
            and self._is_of_theirs(line.owner_person_id)
            and (concern is None or self._tells(concern))
        )

    def _tells(self, concern: records.Concern) -> bool:
        about = {child.id for child in self._papers.concern_children(concern.id)}
        return concern.id not in self._left_out and bool(about & self._children)

    def _is_of_theirs(self, person_id: UUID | None) -> bool:
        """Whether somebody is the reader, nobody at all, or has a tie to one of these children.

        Never whoever the reader must not meet: what they do, and the help they had, is their own.
        """
        if person_id in (None, self._person_id):
            return True
        if person_id in self._papers.apart_from(self._person_id):
            return False
        ties = [tie for tie in self._papers.relationships if tie.person_id == person_id]
        return not ties or any(tie.child_id in self._children for tie in ties)
