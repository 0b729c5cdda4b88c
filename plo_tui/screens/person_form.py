"""Someone who is not staff: who they are to each child, and who acts for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on

from agenda.records import Person, new_key
from agenda.words import ParentalResponsibility, PersonKind, Relation, Represented
from plo_tui.screens.form import heading
from plo_tui.screens.person_lawyer import PersonLawyer
from plo_tui.store.verbs.family import add_person, change_person
from plo_tui.store.verbs.ties import set_relationship
from plo_tui.widgets.form_field import FormField
from plo_tui.widgets.form_fields import ChoiceField, LineField, TextField

if TYPE_CHECKING:
    from collections.abc import Iterable
    from uuid import UUID

    from textual.widget import Widget

    from agenda.papers import Papers
    from agenda.records import Child, Relationship
    from plo_tui.desk import Desk

OF_PERSON = (
    "full_name",
    "known_as",
    "initials",
    "kind",
    "role",
    "organisation",
    "interpreter",
    "adjustments",
    "address",
    "safe_contact",
    "withheld",
)
"""The fields that are the person's own."""
FOR_FAMILY = ("interpreter", "adjustments", "represented")
FOR_OTHERS = ("role", "organisation")


class PersonForm(PersonLawyer):
    """What is known of a person; True once it is saved."""

    AUTO_FOCUS = "LineField .editor"

    def __init__(self, desk: Desk, papers: Papers, person_id: UUID | None = None) -> None:
        super().__init__(desk, papers)
        self.person: Person | None = papers.find("Person", person_id)
        self.title = "Change a person" if self.person else "Add a parent or another person"
        self.can_add_another = self.person is None
        self._first_relation: Relation | None = None

    async def action_save_form(self) -> None:
        """Save; where that renamed the person, offer to let free text follow."""
        was = self.person
        names = (was.full_name, was.known_as) if was else ()
        await super().action_save_form()
        await self._offer_renaming(names)

    async def _offer_renaming(self, names: tuple[str, ...]) -> None:
        """Names that stand by key have followed; show where the old ones stand in free text."""
        from plo_tui.screens.replacing import offer_replacing

        now = (self.person.full_name, self.person.known_as) if self.person else ()
        instead = {old: new for old, new in zip(names, now, strict=False) if old != new}
        if instead:
            await offer_replacing(self.app, self.desk, self.papers, instead)

    def begin_next(self) -> None:
        """Go on with another person."""
        self.person = None

    # --- the fields

    def fields(self) -> Iterable[Widget]:
        """Who the person is, what they are to each child, and who acts for them."""
        was = self.person or Person(
            case_id=self.papers.case_id, full_name="", known_as="", initials=""
        )
        yield ChoiceField("kind", "Who they are", PersonKind, was.kind)
        yield LineField("full_name", "Full name", was.full_name)
        yield LineField(
            "known_as",
            "In the minutes as",
            was.known_as,
            placeholder="such as Ms Carter",
            help_text="What the minutes call them; the full name where it is left empty.",
        )
        yield LineField(
            "initials",
            "Initials",
            was.initials,
            placeholder="such as lc",
            help_text="What the minute-taker types before a colon. Each person has their own.",
        )
        yield LineField("role", "Role", was.role, placeholder="such as health visitor")
        yield LineField("organisation", "Organisation", was.organisation)
        yield from self._ties()
        yield LineField(
            "interpreter",
            "Interpreter",
            was.interpreter,
            placeholder="the language; empty where none is needed",
        )
        yield LineField(
            "adjustments",
            "Adjustments",
            was.adjustments,
            placeholder="such as large print, more breaks",
        )
        address = TextField("address", "Address", was.address, placeholder="line by line")
        address.note("Stands on their own letters, and in no other document.")
        yield address
        contact = TextField("safe_contact", "Safe contact", was.safe_contact)
        contact.note("Stands in no document.")
        yield contact
        withheld = TextField(
            "withheld",
            "Kept from others",
            was.withheld,
            placeholder="what, and from whom",
            help_text="What somebody else in the family must not learn, such as an address.",
        )
        withheld.note(
            "Stands in no document. Mark the very words under Safe copies, in the case: only "
            "what is marked there is left out of copies."
        )
        yield withheld
        yield from self.lawyer_fields()

    def _ties(self) -> Iterable[Widget]:
        """What they are to each child, and whether they have parental responsibility."""
        if self.papers.children:
            yield heading("To each child, and parental responsibility").add_class("family")
        for child in self.papers.children:
            tie = self._tie(child)
            unborn = child.born_on is None and child.due_on is not None
            unknown = ParentalResponsibility.AT_BIRTH if unborn else ParentalResponsibility.UNKNOWN
            yield ChoiceField(
                f"relation-{child.id.hex}",
                f"To {child.initials}",
                Relation,
                tie.relation if tie else None,
                none="nothing to this child",
                help_text="Left and right change it; Enter shows the whole list.",
            ).add_class("family")
            yield ChoiceField(
                f"responsibility-{child.id.hex}",
                "  responsibility",
                ParentalResponsibility,
                tie.parental_responsibility if tie else unknown,
            ).add_class("family", "responsibility")

    def on_mount(self) -> None:
        """Show what this kind of person needs."""
        self._show_needed()

    @on(FormField.Edited)
    def _edited(self, event: FormField.Edited) -> None:
        if event.field.key in ("kind", "represented"):
            self._show_needed()
        elif event.field.key.startswith("relation-"):
            self._follow_first()
            self._show_needed()

    def _show_needed(self) -> None:
        """Hide what the person's kind, or having no solicitor, makes pointless."""
        family = self.field("kind").value is PersonKind.FAMILY
        lawyer = family and self.field("represented").value is Represented.YES
        for key in FOR_FAMILY:
            self.field(key).display = family
        for key in FOR_OTHERS:
            self.field(key).display = not family
        for row in self.query(".family"):
            row.display = family
        for row in self.query(".lawyer"):
            row.display = lawyer
        for child in self.papers.children:
            tied = family and self.field(f"relation-{child.id.hex}").value is not None
            self.field(f"responsibility-{child.id.hex}").display = tied

    def _follow_first(self) -> None:
        """Let the other children follow the first while they say the same: most families do."""
        first, *others = [self.field(f"relation-{one.id.hex}") for one in self.papers.children]
        if first.value == self._first_relation:
            return
        for other in others:
            if isinstance(other, ChoiceField) and other.value == self._first_relation:
                other.value = first.value
        self._first_relation = first.value

    # --- saving

    async def save(self) -> bool:
        """Save the person, then each tie to a child, then who acts for them."""
        values = self.values(*OF_PERSON)
        if self.person is None:
            key = new_key()
            done = await self.desk.do(add_person, self.papers.case_id, key, values)  # type: ignore[arg-type]
        else:
            key, version = self.person.id, self.person.version
            done = await self.desk.do(change_person, key, version, values)  # type: ignore[arg-type]
        self.papers.take(done.changed)
        self.person = self.papers.find("Person", key)
        if values["kind"] is PersonKind.FAMILY:
            for child in self.papers.children:
                await self._save_tie(key, child)
            await self.save_lawyer(key)
        return True

    async def _save_tie(self, person_id: UUID, child: Child) -> None:
        relation = self.field(f"relation-{child.id.hex}").value
        responsibility = self.field(f"responsibility-{child.id.hex}").value
        tie = self._tie(child)
        if relation is None and tie is None:
            return
        if tie and (tie.relation, tie.parental_responsibility) == (relation, responsibility):
            return
        done = await self.desk.do(set_relationship, person_id, child.id, relation, responsibility)
        self.papers.take(done.changed)

    def _tie(self, child: Child) -> Relationship | None:
        key = self.person.id if self.person else None
        ties = (row for row in self.papers.relationships if row.person_id == key)
        return next((row for row in ties if row.child_id == child.id), None)
