"""A new case: the reference and who works with the family, then child after child, and so on."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from agenda.records import new_key
from agenda.words import StaffRole
from plo_tui.screens.child_form import ChildForm
from plo_tui.screens.choosing_staff import StaffField, chosen_staff
from plo_tui.screens.concern_form import ConcernForm
from plo_tui.screens.form import FormScreen
from plo_tui.screens.person_form import PersonForm
from plo_tui.store.reading.papers import read_papers
from plo_tui.store.reading.staff import read_staff
from plo_tui.store.verbs.family import new_case
from plo_tui.widgets.form_fields import LineField

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.widget import Widget

STAFF = {
    "social_worker_id": ("Social worker", StaffRole.SOCIAL_WORKER),
    "chair_id": ("Chair", StaffRole.TEAM_MANAGER),
    "head_of_service_id": ("Head of service", StaffRole.HEAD_OF_SERVICE),
}
"""Who works with the family, and the role that someone new is added in."""

STEPS = (
    (ChildForm, "the children, one after another"),
    (PersonForm, "parents and everyone else who matters"),
    (ConcernForm, "the worries, the main one first"),
)
"""The forms after the first, in order, and what each is for."""


class NewCaseScreen(FormScreen[UUID]):
    """Opens a case. Each form is saved at once; ends with the case's key."""

    TITLE = "New case · 1 of 4"
    lead = "The case is kept as soon as this page is saved. Then come children, people, worries."

    def fields(self) -> Iterable[Widget]:
        """The reference, who works with the family, and the decision to start."""
        yield LineField(
            "reference",
            "Reference",
            placeholder="such as PLO-2027-014",
            help_text="The authority's own reference for this family group.",
        )
        for key, (label, role) in STAFF.items():
            yield StaffField(key, label, [], role)
        yield self.date_field("decided_on", "Decided to start", past=True)
        yield LineField("forum", "Decided at", placeholder="such as legal planning meeting")

    def on_mount(self) -> None:
        """Fill the lists of staff."""
        self.run_worker(self._know_staff())

    async def _know_staff(self) -> None:
        """Fill the lists of staff; a team manager who sits here chairs, unless they say not."""
        staff = await self.desk.read(read_staff)
        for field in self.query(StaffField):
            field.know_staff(staff)
        me = self.desk.me
        chair = self.field("chair_id")
        if me and me.role is StaffRole.TEAM_MANAGER and isinstance(chair, StaffField):
            chair.suggest(me.name)

    async def save(self) -> UUID:
        """Open the case."""
        said = self.values("reference", "decided_on", "forum")
        staff: dict[str, UUID | None] = {}
        for field in self.query(StaffField):
            staff[field.key] = await chosen_staff(self, field.key)
        key = new_key()
        await self.desk.do(
            new_case,
            key,
            said["reference"],
            decided_on=said["decided_on"],
            forum=said["forum"],
            social_worker_id=staff["social_worker_id"],
            chair_id=staff["chair_id"],
            head_of_service_id=staff["head_of_service_id"],
        )
        return key

    async def action_save_form(self) -> None:
        """Save, and go on to the children."""
        await self.let_typing_arrive()
        if await self.save_and_stay():
            self.run_worker(self._go_on(), exclusive=True)

    async def _go_on(self) -> None:
        """Show the other forms in turn; each may be left empty."""
        case_id = self._saved_so_far
        assert case_id is not None  # noqa: S101 - it was saved before
        papers = await self.desk.read(read_papers, case_id, None, self.desk.policy)
        for place, (form, what) in enumerate(STEPS, 2):
            screen = form(self.desk, papers)
            screen.lead = f"{place} of {len(STEPS) + 1}: {what}. Escape goes on to the next page."
            await self.app.push_screen_wait(screen)
        self.dismiss(case_id)
