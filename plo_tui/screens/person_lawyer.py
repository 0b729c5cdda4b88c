"""Who acts for a person: the part of their form that says so, and keeps a new solicitor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.records import new_key
from agenda.words import PersonKind, Represented
from plo_tui.screens.form import FormScreen, heading
from plo_tui.store.verbs.family import add_person, change_person
from plo_tui.store.verbs.ties import set_representation
from plo_tui.widgets.form_fields import ChoiceField, LineField
from plo_tui.widgets.form_names import NameField

if TYPE_CHECKING:
    from collections.abc import Iterable
    from uuid import UUID

    from textual.widget import Widget

    from agenda.papers import Papers
    from agenda.records import Person


class PersonLawyer(FormScreen[bool]):
    """A form of one person, with who acts for them.

    Attributes:
        person: the person; None while they are new.
    """

    papers: Papers
    person: Person | None

    def lawyer_fields(self) -> Iterable[Widget]:
        """Who acts for them."""
        known = self.papers.representation(self.person.id) if self.person else None
        lawyers = [(row.id, row.full_name, row.organisation) for row in self.papers.lawyers]
        lawyer = self.papers.find("Person", known.lawyer_id if known else None)
        yield heading("Legal advice").add_class("family")
        yield ChoiceField(
            "represented",
            "Solicitor",
            Represented,
            known.represented if known else Represented.UNKNOWN,
        ).add_class("family")
        yield NameField(
            "lawyer",
            "Their solicitor",
            lawyers,
            lawyer.id if lawyer else None,
            new="their solicitor",
        ).add_class("lawyer")
        yield LineField(
            "firm", "Firm", lawyer.organisation if lawyer else "", help_text="The solicitor's firm."
        ).add_class("lawyer")
        since = self.date_field("since", "Since", known.since if known else None, past=True)
        yield since.add_class("lawyer")

    async def save_lawyer(self, person_id: UUID) -> None:
        """Record who acts for them now, where that is not what stands already."""
        said = self.values("represented", "since")
        lawyer_id = None
        if said["represented"] is Represented.YES:
            lawyer_id = await self._lawyer_id()
        wanted = (said["represented"], lawyer_id, said["since"] if lawyer_id else None)
        known = self.papers.representation(person_id)
        if known and (known.represented, known.lawyer_id, known.since) == wanted:
            return
        done = await self.desk.do(set_representation, person_id, *wanted)
        self.papers.take(done.changed)

    async def _lawyer_id(self) -> UUID | None:
        """Return the solicitor's key; someone new is added, and a new firm is written down."""
        field = self.field("lawyer")
        firm: str = self.field("firm").value
        assert isinstance(field, NameField)  # noqa: S101 - `fields` made it
        known: Person | None = self.papers.find("Person", field.value)
        if known and (not firm or firm == known.organisation):
            return known.id
        if known:
            changed = await self.desk.do(
                change_person, known.id, known.version, {"organisation": firm}
            )
            self.papers.take(changed.changed)
            return known.id
        if not field.new_name:
            return None
        key = new_key()
        done = await self.desk.do(
            add_person,
            self.papers.case_id,
            key,
            {
                "full_name": field.new_name,
                "initials": self._free_initials(field.new_name),
                "kind": PersonKind.LAWYER,
                "organisation": firm,
            },
        )
        self.papers.take(done.changed)
        field.know([(row.id, row.full_name, row.organisation) for row in self.papers.lawyers])
        return key

    def _free_initials(self, name: str) -> str:
        """Return a solicitor's initials, with a number where somebody has them."""
        taken = {person.initials for person in self.papers.people}
        initials = "".join(word[0] for word in name.split()).lower()
        numbered = (f"{initials}{number}" for number in range(2, len(taken) + 3))
        return next(free for free in (initials, *numbered) if free not in taken)
