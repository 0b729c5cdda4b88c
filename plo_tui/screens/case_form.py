"""Who works with a family: its social worker, its chair, its head of service."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on

from plo_tui.screens.choosing_staff import StaffField, chosen_staff
from plo_tui.screens.form import FormScreen
from plo_tui.screens.new_case import STAFF
from plo_tui.store.verbs.family import change_case
from plo_tui.store.verbs.staff import change_telephone
from plo_tui.widgets.form_field import FormField
from plo_tui.widgets.form_fields import LineField

if TYPE_CHECKING:
    from collections.abc import Iterable
    from uuid import UUID

    from textual.widget import Widget

    from agenda.papers import Papers

_TELEPHONE = "{}-telephone"
"""The field of somebody's telephone, by the field that names them."""


class CaseForm(FormScreen[bool]):
    """Changes who works with a family. Meetings that are booked keep their own chair."""

    TITLE = "Who works with this family"
    papers: Papers
    lead = "A meeting that is booked already keeps its own chair: change that one in the meeting."

    def fields(self) -> Iterable[Widget]:
        """One field for each of them."""
        case = self.papers.case
        for key, (label, role) in STAFF.items():
            chosen = getattr(case, key)
            yield StaffField(key, label, self.papers.staff, role, chosen)
            yield LineField(
                _TELEPHONE.format(key),
                "  telephone",
                self._telephone(chosen),
                placeholder="as letters print it",
                help_text="Where a parent reaches them. It stands in letters to parents.",
            )

    @on(FormField.Edited)
    def _somebody_else(self, event: FormField.Edited) -> None:
        """Show the telephone of whoever is named now, unless another was typed."""
        if isinstance(event.field, StaffField):
            number = self.field(_TELEPHONE.format(event.field.key))
            known = {row.telephone for row in self.papers.staff}
            if isinstance(number, LineField) and number.value in {"", *known}:
                number.input.value = self._telephone(event.field.value)

    def _telephone(self, staff_id: UUID | None) -> str:
        member = self.papers.find("Staff", staff_id)
        return member.telephone if member else ""

    async def save(self) -> bool:
        """Change them, adding whoever is new."""
        staff: dict[str, UUID | None] = {}
        for field in self.query(StaffField):
            staff[field.key] = key = await chosen_staff(self, field.key)
            number = self.field(_TELEPHONE.format(field.key)).value
            if key and number != self._telephone(key):
                told = await self.desk.do(change_telephone, key, number)
                self.papers.take(told.changed)
        case = self.papers.case
        done = await self.desk.do(
            change_case,
            case.id,
            case.version,
            staff["social_worker_id"],
            staff["chair_id"],
            staff["head_of_service_id"],
        )
        self.papers.take(done.changed)
        return True
