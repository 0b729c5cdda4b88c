"""Who was consulted on a decision: a row of fields for each, asked once somebody is named."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from agenda.records import Consultation, Staff, new_key
from agenda.words import StaffRole
from plo_tui.screens.choosing_staff import StaffField, chosen_staff
from plo_tui.store.problems import Refused
from plo_tui.widgets.form_fields import ChoiceField, LineField

if TYPE_CHECKING:
    from collections.abc import Iterator
    from uuid import UUID

    from agenda.papers import Papers
    from agenda.records import Record
    from plo_tui.screens.form import FormScreen
    from plo_tui.store.verbs.deciding import Consulted
    from plo_tui.widgets.form_field import FormField

AT_FIRST = 2
"""Rows that stand in the form at first, used or not."""


def consulted_row(
    form: FormScreen[Any], papers: Papers, number: int, was: Consultation | None = None
) -> Iterator[FormField]:
    """Give the fields of one row: who, in which role where new, when, where and what they said."""
    role = StaffRole.LAWYER
    yield StaffField(
        f"consulted-{number}", "Who" if number == 0 else "And who else", papers.staff, role,
        was.staff_id if was else None,
    )  # fmt: skip
    yield ChoiceField(f"role-{number}", "  who is", StaffRole, role)
    today = form.desk.today()
    yield form.date_field(f"on-{number}", "  on", was.on if was else today, past=True)
    yield LineField(
        f"forum-{number}", "  where", was.forum if was else "",
        placeholder="such as by telephone, Court Tracker",
    )  # fmt: skip
    yield LineField(f"advised-{number}", "  what they said", was.said if was else "")


def consulted_rows(
    form: FormScreen[Any], papers: Papers, decision_id: UUID | None
) -> Iterator[FormField]:
    """Give a row for each who was consulted on a decision, and an empty one."""
    there = papers.consultations(decision_id) if decision_id else []
    rows: list[Consultation | None] = [*there, None]
    rows += [None] * (AT_FIRST - len(rows))
    for number, was in enumerate(rows):
        yield from consulted_row(form, papers, number, was)


def show_rows(form: FormScreen[Any]) -> None:
    """Ask for the rest of a row where somebody is named; for a role where the name is new."""
    for number, who in enumerate(_named(form)):
        role = form.field(f"role-{number}")
        if who.role is not role.value:
            who.add_as(role.value)
        role.display = bool(who.new_name)
        for key in ("on", "forum", "advised"):
            form.field(f"{key}-{number}").display = bool(who.typed.strip())


def rows_there(form: FormScreen[Any]) -> int:
    """Return how many rows the form has."""
    return len(_named(form))


def as_typed(form: FormScreen[Any], decision_id: UUID) -> Iterator[Record]:
    """Give those consulted as the form says now, as records saved nowhere."""
    for number, who in enumerate(_named(form)):
        on = form.field(f"on-{number}")
        if not who.typed.strip() or who.wrong or on.wrong or on.value is None:
            continue
        key = who.value or new_key()
        if who.new_name:
            yield Staff(id=key, name=who.new_name, role=who.role)
        yield Consultation(decision_id=decision_id, staff_id=key, on=on.value)


async def consulted(form: FormScreen[Any]) -> list[Consulted]:
    """Return who was consulted, and add those who are new to the staff.

    Raises:
        Refused: where a row has no day, before anybody is added.
        StoreProblem: where somebody new could not be added.
    """
    rows = [(number, who) for number, who in enumerate(_named(form)) if who.typed.strip()]
    for number, who in rows:
        if form.field(f"on-{number}").value is None:
            raise Refused(f"Say on which day {who.typed.strip()} was consulted.", f"on-{number}")
    said: list[Consulted] = []
    for number, who in rows:
        staff_id = await chosen_staff(form, who.key)
        on, forum, words = (form.field(f"{key}-{number}") for key in ("on", "forum", "advised"))
        assert staff_id is not None  # noqa: S101 - what is typed names somebody, or is refused
        said.append(
            {"staff_id": staff_id, "on": on.value, "forum": forum.value, "said": words.value}
        )
    return said


def _named(form: FormScreen[Any]) -> list[StaffField]:
    return [field for field in form.all_fields if isinstance(field, StaffField)]
