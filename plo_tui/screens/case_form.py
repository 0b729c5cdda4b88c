"""Who works with a family: its social worker, its chair, its head of service."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plo_tui.screens.choosing_staff import StaffField
from plo_tui.screens.form import FormScreen
from plo_tui.screens.new_case import STAFF
from plo_tui.store.verbs.family import change_case

if TYPE_CHECKING:
    from collections.abc import Iterable
    from uuid import UUID

    from textual.widget import Widget

    from agenda.papers import Papers


class CaseForm(FormScreen[bool]):
    """Changes who works with a family. Meetings that are booked keep their own chair."""

    TITLE = "Who works with this family"
    papers: Papers
    lead = "A meeting that is booked already keeps its own chair: change that one in the meeting."

    def fields(self) -> Iterable[Widget]:
        """One field for each of them."""
        case = self.papers.case
        for key, (label, role) in STAFF.items():
            yield StaffField(key, label, self.papers.staff, role, getattr(case, key))

    async def save(self) -> bool:
        """Change them, adding whoever is new."""
        staff: dict[str, UUID | None] = {}
        for field in self.query(StaffField):
            staff[field.key], added = await field.chosen(self.desk)
            self.papers.take(added)
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
