"""One held meeting as “show me why” reads it: its minutes alone, and what they say of one child.

Paragraphs come from `Minutes` values and nowhere else, so no aside and nothing privileged can
be cited.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.extension import decides
from agenda.sheet_reading import default_sheet, read_sheet
from agenda.why_page import Cited, MadeFrom
from agenda.words import MeetingState

if TYPE_CHECKING:
    from collections.abc import Iterable

    from agenda import records
    from agenda.captures import Capture
    from agenda.edition import Edition
    from agenda.minuted_plan import MinutedLine
    from agenda.minutes import MinutedConcern, Paragraph
    from agenda.papers import Papers
    from agenda.sheet import Sheet


class Held:
    """The minutes of one meeting, read for one child.

    Attributes:
        meeting: the record of the meeting.
        lines: its plan's lines by number, as its minutes have them.
    """

    def __init__(self, edition: Edition, meeting: records.Meeting, initials: str) -> None:
        self._edition = edition
        self._minutes = edition.minutes
        self._initials = initials
        self.meeting = meeting
        self.lines: dict[int, MinutedLine] = {line.number: line for line in self._minutes.plan}

    @property
    def made_from(self) -> MadeFrom:
        """Which minutes these are."""
        minutes, edition = self._minutes, self._edition
        return MadeFrom(
            minutes.kind, minutes.on, minutes.version, edition.state, edition.fingerprint
        )

    @property
    def called(self) -> str:
        """The meeting in the middle of a sentence: `the final review`."""
        return f"the {self._minutes.kind.heading.lower()}"

    @property
    def is_review(self) -> bool:
        """Whether it is a review, midway or final."""
        return self._minutes.kind.is_review

    @property
    def owes(self) -> bool:
        """Whether the record may be expected to be whole: not where it did not do its work."""
        return decides(self.meeting)

    def lacks(self, what: str) -> str:
        """Return a sentence on what it left unsaid; a meeting that still runs may yet say it."""
        unsaid = "has not yet said" if self.meeting.state is MeetingState.LIVE else "did not say"
        return f"T{self.called[1:]} {unsaid} {what}."

    # --- where its minutes say something

    def cite(self, paragraphs: Iterable[Paragraph] = (), line: int | None = None) -> Cited:
        """Return a citation of those paragraphs that are about the child, or about all."""
        numbers = tuple(
            one.number for one in paragraphs if not one.children or self._initials in one.children
        )
        minutes = self._minutes
        return Cited(minutes.kind, minutes.on, numbers, line, self._edition.state.is_draft)

    def of_concern(self, concern: records.Concern, papers: Papers) -> MinutedConcern | None:
        """Return a worry as these minutes have it; None where they do not know it.

        It is known by its heading, or by its number where it was given other words since.
        """
        alike = [one for one in self._minutes.concerns if one.heading == concern.heading]
        if alike:
            return min(alike, key=lambda one: abs(one.number - concern.position))
        elsewhere = {other.heading for other in papers.concerns if other.id != concern.id}
        return next(
            (
                one
                for one in self._minutes.concerns
                if one.number == concern.position and one.heading not in elsewhere
            ),
            None,
        )

    def of_items(self, capture: Capture) -> tuple[Paragraph, ...]:
        """Return what was said in the items of its agenda that make a capture."""
        keys = {item.key for item in self._sheet().items if capture in item.captures}
        return tuple(
            said
            for section in self._minutes.sections
            if section.key in keys
            for said in section.paragraphs
        )

    def of_views(self, whose: str) -> tuple[Paragraph, ...]:
        """Return the views of the parents, the children or the lawyers, by the section's key."""
        return tuple(
            said
            for section in self._minutes.views
            if section.key == whose
            for said in section.paragraphs
        )

    @property
    def consequences(self) -> tuple[Paragraph, ...]:
        """The consequences explained."""
        return self._minutes.consequences

    def _sheet(self) -> Sheet:
        text, kind = self._minutes.sheet_text, self._minutes.kind
        if not text:
            return default_sheet(kind.sheet)
        return read_sheet(text, "the sheet kept with this meeting")


def cited_paragraphs(
    said: Iterable[tuple[Held, Iterable[Paragraph]]],
) -> tuple[Cited, ...]:
    """Return citations of paragraphs meeting by meeting, without those that have none."""
    cited = (one.cite(paragraphs) for one, paragraphs in said)
    return tuple(where for where in cited if where.paragraphs)


def held_meetings(papers: Papers, editions: Iterable[Edition], initials: str) -> list[Held]:
    """Return the meetings of the episode that have minutes, in order, read for one child."""
    by_number = {meeting.number: meeting for meeting in papers.episode_meetings}
    held = [
        Held(edition, by_number[edition.minutes.number], initials)
        for edition in editions
        if edition.minutes.number in by_number
    ]
    return sorted(held, key=lambda one: one.meeting.number)
