"""What each parent consents to: sharing records, testing, an assessment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.words import ConsentPurpose, YesNo
from plo_tui.screens.form import FormScreen, heading
from plo_tui.store.verbs.network import record_consent
from plo_tui.widgets.form_fields import ChoiceField, LineField

if TYPE_CHECKING:
    from collections.abc import Iterator
    from uuid import UUID

    from textual.widget import Widget

    from agenda.papers import Papers


_LABELS = {
    ConsentPurpose.RECORDS: "Sharing records",
    ConsentPurpose.TESTING: "Drug, alcohol tests",
    ConsentPurpose.ASSESSMENT: "Assessment",
}


class ConsentsForm(FormScreen[bool]):
    """Three questions to each parent, each with a note."""

    TITLE = "Consents"
    papers: Papers

    def fields(self) -> Iterator[Widget]:
        """Ask each parent for each consent."""
        for person in self.papers.parents:
            yield heading(person.known_as)
            for purpose in ConsentPurpose:
                answer, note = self._recorded(person.id, purpose)
                key = f"{person.id} {purpose}"
                yield ChoiceField(key, _LABELS[purpose], YesNo, answer)
                yield LineField(f"{key} note", "", note, placeholder="a condition, or why not")

    async def save(self) -> bool:
        """Record the answers that are new."""
        for person in self.papers.parents:
            for purpose in ConsentPurpose:
                key = f"{person.id} {purpose}"
                said = (self.field(key).value, self.field(f"{key} note").value)
                if said != self._recorded(person.id, purpose):
                    done = await self.desk.do(
                        record_consent, self.papers.meeting.id, person.id, purpose, *said
                    )
                    self.papers.take(done.changed)
        return True

    def _recorded(self, person_id: UUID, purpose: ConsentPurpose) -> tuple[YesNo, str]:
        for row in self.papers.consents:
            if row.person_id == person_id and row.purpose is purpose:
                return row.answer, row.note
        return YesNo.NOT_ASKED, ""
