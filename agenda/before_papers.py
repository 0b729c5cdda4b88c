"""The part of the papers round a meeting: letters, booking, cover, and what keeps copies safe."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING

from agenda.letter_words import LetterKind, LetterTurnKind
from agenda.review_papers import ReviewPapers

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from agenda import records


class BeforePapers(ReviewPapers):
    """What is made ready before a meeting. Every list holds the records not withdrawn."""

    # --- letters

    def first_letter_on(self, person_id: UUID) -> date | None:
        """Return the day a person was given the letter before proceedings; None before that."""
        return self.given_on(LetterKind.BEFORE_PROCEEDINGS, person_id)

    @property
    def help_given(self) -> list[records.HelpGiven]:
        """The help the family was given, the earliest first; undated help stands last."""
        rows = self._of_episode(self.standing("HelpGiven"))
        return sorted(rows, key=lambda row: (row.on is None, row.on or 0, row.id))

    @property
    def letters(self) -> list[records.LetterDraft]:
        """The episode's letters, drafted and given, in the order they were begun."""
        return self._of_episode(self._sorted("LetterDraft", attrgetter("id")))

    def letter_to(self, kind: LetterKind, person_id: UUID) -> records.LetterDraft | None:
        """Return the latest letter of a kind to a person; None where none was begun."""
        found = [row for row in self.letters if row.kind is kind and row.person_id == person_id]
        return found[-1] if found else None

    def turns(self, letter_id: UUID) -> list[records.LetterTurn]:
        """Return the steps of a letter's way, in the order they were recorded."""
        rows = self._sorted("LetterTurn", attrgetter("id"))
        return [row for row in rows if row.letter_id == letter_id]

    def given_on(self, kind: LetterKind, person_id: UUID) -> date | None:
        """Return the day a person was given a letter of a kind, the latest; None before that."""
        ours = {row.id for row in self.letters if row.kind is kind and row.person_id == person_id}
        rows = self._sorted("LetterTurn", attrgetter("on", "id"))
        given = [
            row.on for row in rows if row.letter_id in ours and row.what is LetterTurnKind.DELIVERED
        ]
        return given[-1] if given else None

    def omissions(self, letter_id: UUID) -> list[records.LetterOmission]:
        """Return what one person's letter leaves out."""
        rows = self._sorted("LetterOmission", attrgetter("id"))
        return [row for row in rows if row.letter_id == letter_id]

    def left_out(self, kind: LetterKind, person_id: UUID) -> records.LetterLeftOut | None:
        """Return why a person gets no letter of a kind; None where they do."""
        rows = self._of_episode(self._sorted("LetterLeftOut", attrgetter("id")))
        found = [row for row in rows if row.kind is kind and row.person_id == person_id]
        return found[-1] if found else None

    @property
    def instructions(self) -> list[records.Instruction]:
        """The experts' letters of instruction of this episode."""
        return self._of_episode(self._sorted("Instruction", attrgetter("id")))

    def instruction_answers(self, instruction_id: UUID) -> list[records.InstructionAnswer]:
        """Return what each party said to a letter of instruction in this meeting."""
        order = {person.id: place for place, person in enumerate(self.people)}
        rows = [
            row
            for row in self.standing("InstructionAnswer")
            if row.instruction_id == instruction_id and row.meeting_id == self.meeting_id
        ]
        return sorted(rows, key=lambda row: order.get(row.person_id, len(order)))

    # --- booking

    def booking_steps(self, meeting_id: UUID) -> list[records.BookingStep]:
        """Return what was done for a meeting, or is not needed."""
        rows = self._sorted("BookingStep", attrgetter("id"))
        return [row for row in rows if row.meeting_id == meeting_id]

    def cover(self, meeting_id: UUID) -> records.Cover | None:
        """Return who covers for a meeting's chair, as agreed last; None where nobody does."""
        rows = [r for r in self._sorted("Cover", attrgetter("id")) if r.meeting_id == meeting_id]
        return rows[-1] if rows else None

    def invitations(self, meeting_id: UUID) -> list[records.Invitation]:
        """Return the invitations to a meeting, one for each group, as they were last written."""
        rows = self._sorted("Invitation", attrgetter("to_group"))
        return [row for row in rows if row.meeting_id == meeting_id]

    # --- safe copies

    @property
    def withheld(self) -> list[records.Withheld]:
        """Every detail that is withheld from somebody."""
        return self._sorted("Withheld", attrgetter("id"))

    @property
    def kept_apart(self) -> list[records.KeptApart]:
        """Each two people who must not meet."""
        return self._sorted("KeptApart", attrgetter("id"))

    def apart_from(self, person_id: UUID) -> set[UUID]:
        """Return the keys of those whom one person must not meet."""
        pairs = [{row.person_id, row.other_id} for row in self.kept_apart]
        return {other for pair in pairs if person_id in pair for other in pair - {person_id}}

    def uploads(self, version_id: UUID) -> list[records.ChildUpload]:
        """Return on which children's electronic files a version of minutes was put."""
        rows = self._sorted("ChildUpload", attrgetter("at"))
        return [row for row in rows if row.version_id == version_id]
