"""A detail that somebody must not learn: whose, which, in which words, from whom and why."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from textual import on

from agenda.copies_words import WithheldKind
from agenda.records import new_key
from plo_tui.screens.form import FormScreen
from plo_tui.store.verbs.safety import (
    WithheldValues,
    change_withheld,
    withdraw_withheld,
    withhold,
)
from plo_tui.widgets.form_field import FormField
from plo_tui.widgets.form_fields import ChoiceField, LineField, TextField, TickField

if TYPE_CHECKING:
    from collections.abc import Iterator
    from uuid import UUID

    from textual.widget import Widget

    from agenda.papers import Papers
    from agenda.records import Withheld
    from plo_tui.desk import Desk


class WithheldForm(FormScreen[bool]):
    """Withholds a detail, changes it, or says that it need not be withheld any more."""

    papers: Papers
    lead = (
        "Every copy made for them leaves these words out, and none that holds them is written. "
        "They stand in this form and in no list."
    )

    def __init__(
        self,
        desk: Desk,
        papers: Papers,
        withheld_id: UUID | None = None,
        person_id: UUID | None = None,
    ) -> None:
        """Make the form.

        Args:
            desk: the desk.
            papers: the case's papers.
            withheld_id: the detail to change; a new one where None.
            person_id: whose detail a new one is at first.
        """
        super().__init__(desk, papers)
        self.detail: Withheld | None = papers.find("Withheld", withheld_id)
        self.title = "Change a withheld detail" if self.detail else "Withhold a detail"
        self.can_add_another = self.detail is None
        self._person_id = person_id

    def begin_next(self) -> None:
        """Go on with another detail."""
        self._person_id = None

    def fields(self) -> Iterator[Widget]:
        """Ask whose detail it is, which, in which words, from whom it is kept and why."""
        was, people = self.detail, self.papers.people
        whose = (was.person_id or was.child_id) if was else self._person_id
        named = [(person.known_as, person.id) for person in people]
        named += [(child.full_name, child.id) for child in self.papers.children]
        yield ChoiceField("whose", "Whose detail", named, whose)
        yield ChoiceField(
            "kind", "What it is", WithheldKind, was.kind if was else WithheldKind.ADDRESS
        )
        words = TextField(
            "words",
            "Its very words",
            was.words if was else "",
            rows=3,
            help_text="As it would be written, an address line by line. Spelt with other spaces, "
            "commas or capitals it is found as well; its street and its postcode also alone.",
        )
        words.note(self._told(whose))
        yield words
        yield ChoiceField(
            "from_person_id",
            "Withheld from",
            [(person.known_as, person.id) for person in people],
            was.from_person_id if was else None,
            none="everybody but whose it is",
            help_text="Whoever acts for them must not learn it either, and gets the same copy.",
        )
        yield LineField("why", "Why", was.why if was else "", placeholder="such as an order")
        if was:
            yield TickField("withdraw", "No longer", "it need not be withheld any more")

    @on(FormField.Edited)
    def _suggest_address(self, event: FormField.Edited) -> None:
        """Put the address that is known in the place of no words."""
        if event.field.key in ("whose", "kind"):
            whose = self.field("whose").value
            self.field("words").note(self._told(whose))
            self._fill_in(whose)

    def on_mount(self) -> None:
        """Begin with the address of whose detail it is, where that is known."""
        if self.detail is None:
            self._fill_in(self.field("whose").value)
            self._at_first = self._typed()

    def _fill_in(self, whose: UUID) -> None:
        person = self.papers.find("Person", whose)
        words = cast("TextField", self.field("words"))
        known = [one.address for one in self.papers.people if one.address]
        is_address = self.field("kind").value is WithheldKind.ADDRESS
        if words.typed.strip() in ("", *known) and self.detail is None:
            words.area.text = person.address if person and is_address else ""

    def _told(self, whose: UUID | None) -> str:
        """Return what their record said in free text, before details were marked."""
        person = self.papers.find("Person", whose)
        said = person.withheld.strip() if person else ""
        return f"Their record says: {said}" if said else ""

    async def save(self) -> bool:
        """Save the detail, or withdraw it.

        Raises:
            StoreProblem: beside its field.
        """
        if self.detail and self.field("withdraw").value:
            done = await self.desk.do(withdraw_withheld, self.detail.id)
        elif self.detail:
            key, version = self.detail.id, self.detail.version
            done = await self.desk.do(change_withheld, key, version, self._said())
        else:
            done = await self.desk.do(withhold, self.papers.case_id, new_key(), self._said())
        self.papers.take(done.changed)
        return True

    def _said(self) -> WithheldValues:
        whose = self.field("whose").value
        person = self.papers.find("Person", whose)
        return {
            "person_id": whose if person else None,
            "child_id": None if person else whose,
            "kind": self.field("kind").value,
            "words": self.field("words").value,
            "from_person_id": self.field("from_person_id").value,
            "why": self.field("why").value,
        }
