"""Choosing a member of staff in a form, or adding one by typing a name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from agenda.records import new_key
from plo_tui.store.verbs.staff import add_staff
from plo_tui.widgets.form_names import NameField

if TYPE_CHECKING:
    from collections.abc import Iterable
    from uuid import UUID

    from agenda.records import Staff
    from agenda.words import StaffRole
    from plo_tui.screens.form import FormScreen


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


async def chosen_staff(form: FormScreen[Any], key: str) -> UUID | None:
    """Return who is chosen in a form's field of this name; someone new is added to the staff.

    Raises:
        StoreProblem: where somebody new could not be added.
    """
    field = form.field(key)
    assert isinstance(field, StaffField)  # noqa: S101 - the form made it
    if not field.new_name:
        return field.value
    staff_id, name = new_key(), field.new_name
    done = await form.desk.do(add_staff, staff_id, name, field.role)
    field.know([*field.people, (staff_id, name, field.role.value)])
    if form.papers:
        form.papers.take(done.changed)
    return staff_id


def _named(staff: Iterable[Staff]) -> list[tuple[UUID, str, str]]:
    return [(member.id, member.name, member.role.value) for member in staff]
