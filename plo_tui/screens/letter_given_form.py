"""A letter given to the parent: when, how, into whose hands, and how it was understood."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from agenda.letter_words import DeliveredHow
from agenda.words import StaffRole
from plo_tui.screens.choosing_staff import StaffField, chosen_staff
from plo_tui.screens.form import FormScreen, heading
from plo_tui.store.problems import Refused
from plo_tui.store.verbs.letter_turns import deliver_letter
from plo_tui.widgets.form_fields import ChoiceField, LineField, TickField

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.widget import Widget

    from agenda.papers import Papers
    from agenda.records import LetterDraft
    from plo_tui.desk import Desk

_UNDERSTOOD = {
    "read_aloud": "read aloud with them",
    "interpreter": "told through an interpreter",
    "said_back": "they said in their own words what it says",
}
"""How it can be made sure that a parent understood a letter."""


class LetterGivenForm(FormScreen[bool]):
    """Records that a cleared letter was given; True once it is."""

    papers: Papers

    def __init__(self, desk: Desk, papers: Papers, draft: LetterDraft) -> None:
        super().__init__(desk, papers)
        self.draft = draft
        self.title = f"Given: the letter to {papers.name(None, draft.person_id)}"

    def fields(self) -> Iterator[Widget]:
        """Ask for the day, the way, into whose hands, by whom, and how it was understood."""
        person = self.papers.find("Person", self.draft.person_id)
        yield self.date_field("on", "Given on", self.desk.today(), past=True)
        yield ChoiceField("how", "How", DeliveredHow)
        yield LineField("to", "Into whose hands", person.known_as if person else "")
        staff, me = self.papers.staff, self.desk.me
        yield StaffField(
            "by_staff_id", "By whom", staff, StaffRole.SOCIAL_WORKER, me.id if me else None
        )
        yield TickField("pack", "With it", "the parental pack and the list of solicitors", True)
        yield heading("How was it made sure that they understood it?")
        for key, said in _UNDERSTOOD.items():
            needs = person is not None and key == "interpreter" and bool(person.interpreter)
            label = {"read_aloud": "Understood"}.get(key, "")
            field = TickField(key, label, said)
            if needs and person:
                field.note(f"{person.known_as} has an interpreter: {person.interpreter}.")
            yield field
        yield LineField("other", "Or otherwise", placeholder="such as easy-read copy gone through")

    async def save(self) -> bool:
        """Record it.

        Raises:
            Refused: where the day is missing, or the verb refuses: beside its field.
        """
        values: dict[str, Any] = self.values("on", "how", "to", "pack")
        if values["on"] is None:
            raise Refused("Say on which day it was given.", "on")
        by = await chosen_staff(self, "by_staff_id")
        ways = [said for key, said in _UNDERSTOOD.items() if self.field(key).value]
        ways += [other] if (other := self.field("other").value) else []
        done = await self.desk.do(
            deliver_letter,
            self.draft.id,
            values["on"],
            values["how"],
            values["to"],
            "; ".join(ways),
            values["pack"],
            by,
        )
        self.papers.take(done.changed)
        return True
