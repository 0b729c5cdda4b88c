"""What each parent consents to: sharing records, testing, an assessment; and what was taken back.

A consent of an earlier meeting of the episode stands here too. What changes of it now is recorded
in this meeting, and the earlier minutes stay as they are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from textual import on

from agenda.consent_words import consent_words
from agenda.meeting_facts import day_in_words, meeting_day
from agenda.words import ConsentPurpose, YesNo
from plo_tui.screens.form import FormScreen, heading
from plo_tui.store.problems import Refused
from plo_tui.store.verbs.network import record_consent
from plo_tui.widgets.form_field import FormField
from plo_tui.widgets.form_fields import ChoiceField, LineField

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from uuid import UUID

    from textual.widget import Widget

    from agenda.papers import Papers
    from agenda.records import Consent, Person


_LABELS = {
    ConsentPurpose.RECORDS: "Sharing records",
    ConsentPurpose.TESTING: "Drug, alcohol tests",
    ConsentPurpose.ASSESSMENT: "Assessment",
}
_ADVICE = [("not asked", None), ("yes, had advice first", True), ("no advice", False)]


class _Said(NamedTuple):
    """What is said of one consent."""

    answer: YesNo = YesNo.NOT_ASKED
    note: str = ""
    advice_had: bool | None = None
    taken_back_on: date | None = None


class ConsentsForm(FormScreen[bool]):
    """Each consent asked of each parent: the answer, a note, the advice had, when taken back."""

    TITLE = "Consents"
    papers: Papers

    def fields(self) -> Iterator[Widget]:
        """Ask each parent for each consent; the rest is asked once there is an answer."""
        for person in self._asked_of():
            yield heading(person.known_as)
            for purpose in ConsentPurpose:
                row = self._standing(person.id, purpose)
                was = _said_in(row)
                key = _key(person.id, purpose)
                answer = ChoiceField(key, _LABELS[purpose], YesNo, was.answer)
                answer.note(self._from_before(row))
                yield answer
                yield LineField(
                    f"{key} note", "  note", was.note, placeholder="a condition, or why not"
                )
                yield ChoiceField(
                    f"{key} advice_had",
                    "  legal advice on it",
                    _ADVICE,
                    was.advice_had,
                    help_text="Whether they had legal advice before they answered.",
                )
                yield self.date_field(
                    f"{key} taken_back_on", "  taken back on", was.taken_back_on, past=True
                )

    def on_mount(self) -> None:
        """Ask only for what an answer needs."""
        self._ask_what_is_needed()

    @on(FormField.Edited)
    def _edited(self) -> None:
        self._ask_what_is_needed()

    def _ask_what_is_needed(self) -> None:
        """A note and advice go with an answer; only what was agreed can be taken back."""
        for person in self._asked_of():
            for purpose in ConsentPurpose:
                key = _key(person.id, purpose)
                answer: YesNo = self.field(key).value
                self.field(f"{key} note").display = answer is not YesNo.NOT_ASKED
                self.field(f"{key} advice_had").display = answer is not YesNo.NOT_ASKED
                self.field(f"{key} taken_back_on").display = answer is YesNo.YES

    async def save(self) -> bool:
        """Record the answers that are new.

        Raises:
            Refused: beside its field; what was recorded before it stays recorded.
        """
        for person in self._asked_of():
            for purpose in ConsentPurpose:
                said = self._typed_of(person.id, purpose)
                if said != _said_in(self._standing(person.id, purpose)):
                    await self._record(person.id, purpose, said)
        return True

    async def _record(self, person_id: UUID, purpose: ConsentPurpose, said: _Said) -> None:
        try:
            done = await self.desk.do(
                record_consent,
                self.papers.meeting.id,
                person_id,
                purpose,
                said.answer,
                said.note,
                advice_had=said.advice_had,
                taken_back_on=said.taken_back_on,
            )
        except Refused as refused:
            field = f"{_key(person_id, purpose)} {refused.field}" if refused.field else ""
            raise Refused(str(refused), field) from refused
        self.papers.take(done.changed)

    def _typed_of(self, person_id: UUID, purpose: ConsentPurpose) -> _Said:
        """Return what the fields say; those that are hidden say nothing."""
        key = _key(person_id, purpose)
        answer: YesNo = self.field(key).value
        if answer is YesNo.NOT_ASKED:
            return _Said()
        note, advice = self.field(f"{key} note").value, self.field(f"{key} advice_had").value
        back = self.field(f"{key} taken_back_on").value if answer is YesNo.YES else None
        return _Said(answer, note, advice, back)

    def _asked_of(self) -> list[Person]:
        """Return the parents, and whoever else was asked for a consent."""
        asked = {row.person_id for row in self.papers.standing_consents}
        asked |= {person.id for person in self.papers.parents}
        return [person for person in self.papers.people if person.id in asked]

    def _standing(self, person_id: UUID, purpose: ConsentPurpose) -> Consent | None:
        for row in self.papers.standing_consents:
            if row.person_id == person_id and row.purpose is purpose:
                return row
        return None

    def _from_before(self, row: Consent | None) -> str:
        """Return when an earlier meeting recorded it, and what; nothing for one of this meeting."""
        if row is None or row.meeting_id == self.papers.meeting_id:
            return ""
        day = meeting_day(self.papers, row.meeting_id)
        return f"{day_in_words(day)}: {consent_words(row)}." if day else ""


def _key(person_id: UUID, purpose: ConsentPurpose) -> str:
    return f"{person_id} {purpose}"


def _said_in(row: Consent | None) -> _Said:
    if row is None:
        return _Said()
    return _Said(row.answer, row.note, row.advice_had, row.taken_back_on)
