"""Choosing a member of staff in a form, or adding one by typing a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.records import new_key
from plo_tui.store.verbs.staff import add_staff
from plo_tui.widgets.form_names import NameField

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from uuid import UUID

    from agenda.records import Record, Staff
    from agenda.words import StaffRole
    from plo_tui.desk import Desk


class StaffField(NameField):
    """A member of staff; a name that is not on the list is added in the role asked for."""

    def __init__(
        self,
        key: str,
        label: str,
        staff: Iterable[Staff],
        role: StaffRole,
        chosen: UUID | None = None,
    ) -> None:
        super().__init__(key, label, _named(staff), chosen, new=role.value)
        self.role = role

    def know_staff(self, staff: Iterable[Staff]) -> None:
        """Choose from these from now on."""
        self.know(_named(staff))

    def add_as(self, role: StaffRole) -> None:
        """Add a new name in this role from now on."""
        self.role, self.new = role, role.value
        self.describe()

    async def chosen(self, desk: Desk) -> tuple[UUID | None, Sequence[Record]]:
        """Return who is chosen, and the rows that were added for someone new."""
        if not self.new_name:
            return self.value, ()
        key, name = new_key(), self.new_name
        done = await desk.do(add_staff, key, name, self.role)
        self.know([*self.people, (key, name, self.role.value)])
        return key, done.changed


def _named(staff: Iterable[Staff]) -> list[tuple[UUID, str, str]]:
    return [(member.id, member.name, member.role.value) for member in staff]
