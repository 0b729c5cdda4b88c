"""Choosing a member of staff in a form, or adding one by typing a name; it is asked about once."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Any

from agenda.records import new_key
from plo_tui.store.verbs.staff import add_staff
from plo_tui.widgets.form_names import NameField

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from uuid import UUID

    from agenda.records import Staff
    from agenda.words import StaffRole
    from plo_tui.screens.form import FormScreen


_ALIKE = 0.7
"""From which likeness on, of at most 1, a name on the list may be the one that was meant."""


class StaffField(NameField):
    """A member of staff; a name that is not on the list is added in the role asked for.

    It may be a slip, and nobody is added by one: before a form is saved it is asked about once,
    with the name on the list that is nearest.
    """

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
        self._asked_about = ""

    @property
    def question(self) -> str:
        """Whether somebody new is meant; nothing where it was asked, or nobody is on the list."""
        name = self.new_name
        if not name or not self.people or name == self._asked_about:
            return ""
        near = nearest_name(name, [known for _, known, _ in self.people])
        meant = f" Did you mean {near}? → takes that name." if near else ""
        return f"Nobody is known as {name}.{meant} Save again to add {name} as {self.new}."

    def refuse(self, sentence: str) -> None:
        """Say what is wrong, or ask about a new name, with the nearest one offered."""
        if sentence and sentence == self.question:
            names = [known for _, known, _ in self.people]
            self.line.offered = nearest_name(self.new_name, names)
            self._asked_about = self.new_name
            self.note("")  # the question says it
        elif not sentence:
            self.line.offered = ""
        super().refuse(sentence)

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


def nearest_name(typed: str, names: Sequence[str]) -> str:
    """Return the name most like a typed one, also by one of its words; empty where none is."""
    likest = max(names, key=lambda name: _likeness(typed, name), default="")
    return likest if likest and _likeness(typed, likest) >= _ALIKE else ""


def _likeness(typed: str, name: str) -> float:
    """Return how alike two names are; a surname or a first name alone may be all that is typed."""
    one, other = typed.casefold(), name.casefold()
    pairs = [(one, other)]
    if len(one.split()) == 1:
        pairs += [(one, word) for word in other.split()]
    return max(SequenceMatcher(None, *pair).ratio() for pair in pairs)


def _named(staff: Iterable[Staff]) -> list[tuple[UUID, str, str]]:
    return [(member.id, member.name, member.role.value) for member in staff]
