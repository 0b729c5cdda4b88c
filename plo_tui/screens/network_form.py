"""The family network: the offer of family group decision making, and who could help or care."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from textual import on
from textual.widgets import Static

from agenda.records import new_key
from agenda.words import OfferAnswer, ParentalResponsibility, PersonKind, Relation
from plo_tui.screens.form import FormScreen, heading
from plo_tui.store.problems import Refused
from plo_tui.store.verbs.family import add_person
from plo_tui.store.verbs.network import add_network_help, record_family_offer
from plo_tui.widgets.form_field import FormField
from plo_tui.widgets.form_fields import ChoiceField, LineField, TextField, TickField
from plo_tui.widgets.form_names import NameField
from plo_tui.widgets.shown import shown

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from uuid import UUID

    from textual.widget import Widget

    from agenda.papers import Papers
    from plo_tui.desk import Desk

Offer = tuple["date | None", OfferAnswer, str, "date | None"]
"""When it was offered, the answer, who gave it, and when the family will give names."""

_NEW = "family"
_NEW_PERSON = ("initials", "relation")
_HELPER = ("help", "could_care")


class NetworkForm(FormScreen[bool]):
    """The offer and its answer, then one person of the family at a time."""

    TITLE = "The family network"
    can_add_another = True
    papers: Papers

    def __init__(self, desk: Desk, papers: Papers) -> None:
        super().__init__(desk, papers)
        self._newcomers: dict[str, UUID] = {}

    def fields(self) -> Iterator[Widget]:
        """Ask for the offer and the answer, list who could help, and ask for one more."""
        offered_on, answer, answered_by, names_by = self._offer()
        yield heading("The offer of family group decision making")
        yield self.date_field("offered_on", "Offered on", offered_on, past=True)
        yield ChoiceField("answer", "Their answer", OfferAnswer, answer)
        yield LineField("answered_by", "Who answered", answered_by)
        yield self.date_field("names_by", "Names from them by", names_by)
        yield heading("Who in the family could help")
        yield from self._known()
        yield NameField("who", "Name", self._family(), new=_NEW)
        yield LineField("initials", "Initials", placeholder="as typed before a colon; may be empty")
        yield ChoiceField("relation", "To the children", Relation, none="not known yet")
        yield TextField("help", "What they could do", placeholder="Saturdays, and school runs")
        yield TickField("could_care", "Could care", "they could care for a child if needed")
        yield self.date_field("viability_by", "Checked as carer by")

    def on_mount(self) -> None:
        """Ask about a person only once there is a name."""
        self._ask_further()

    @on(FormField.Edited)
    def _ask_further(self) -> None:
        who = cast("NameField", self.field("who"))
        someone = bool(who.typed.strip())
        for key in _HELPER:
            self.field(key).display = someone
        for key in _NEW_PERSON:
            self.field(key).display = bool(who.new_name)
        could_care = self.field("could_care").value
        self.field("viability_by").display = someone and could_care

    async def empty(self) -> None:
        """Draw the fields anew for the next person."""
        await super().empty()
        self._ask_further()
        self.field("who").focus_editor()

    async def save(self) -> bool:
        """Record the offer where it is new, and the person where one is named."""
        offer: Offer = (
            self.field("offered_on").value,
            self.field("answer").value,
            self.field("answered_by").value,
            self.field("names_by").value,
        )
        if offer != self._offer():
            done = await self.desk.do(record_family_offer, self.papers.episode.id, *offer)
            self.papers.take(done.changed)
        if cast("NameField", self.field("who")).typed.strip():
            await self._save_helper()
        return True

    async def _save_helper(self) -> None:
        """Record what the person named could do; somebody new is put in the record first."""
        could_care: bool = self.field("could_care").value
        if not self.field("help").value:
            # Said before somebody new is put in the record for nothing.
            raise Refused("Write what they could do.", "help")
        done = await self.desk.do(
            add_network_help,
            self.papers.episode.id,
            self.field("who").value or await self._newcomer(),
            self.field("help").value,
            could_care=could_care,
            viability_by=self.field("viability_by").value if could_care else None,
        )
        self.papers.take(done.changed)

    async def _newcomer(self) -> UUID:
        """Put somebody new in the record, once, and return their key."""
        name = cast("NameField", self.field("who")).new_name
        if name in self._newcomers:
            return self._newcomers[name]
        key = new_key()
        relation: Relation | None = self.field("relation").value
        done = await self.desk.do(
            add_person,
            self.papers.case.id,
            key,
            {
                "full_name": name,
                "initials": self.field("initials").value,
                "kind": PersonKind.FAMILY,
            },
            {child.id: (relation, ParentalResponsibility.UNKNOWN) for child in self.papers.children}
            if relation
            else {},
        )
        self.papers.take(done.changed)
        self._newcomers[name] = key
        return key

    def _offer(self) -> Offer:
        """Return the offer as it is recorded."""
        was = self.papers.family_offer
        if was is None:
            return None, OfferAnswer.NOT_ASKED, "", None
        return was.offered_on, was.answer, was.answered_by, was.names_by

    def _known(self) -> Iterator[Widget]:
        """Return a line for each person recorded so far."""
        for row in self.papers.network:
            care = " · could care" if row.could_care else ""
            if row.viability_by:
                care += f", checked by {row.viability_by:%a} {row.viability_by.day}"
                care += f" {row.viability_by:%b %Y}"
            name = self.papers.name(None, row.person_id)
            yield Static(shown(f"{name}: {row.help}{care}"), classes="known")

    def _family(self) -> list[tuple[UUID, str, str]]:
        ties = {tie.person_id: tie.relation.value for tie in self.papers.relationships}
        return [
            (person.id, person.known_as, ties.get(person.id, ""))
            for person in self.papers.people
            if person.kind is PersonKind.FAMILY
        ]
