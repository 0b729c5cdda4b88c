"""Adding someone to those who are here: somebody of the record, or somebody new."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from agenda.legal_planning_facts import in_legal_planning
from agenda.meeting_facts import represented_by
from agenda.words import Attending, Presence
from plo_tui.screens.form import FormScreen
from plo_tui.store.problems import Refused
from plo_tui.store.verbs.meeting import set_presence
from plo_tui.widgets.form_fields import ChoiceField
from plo_tui.widgets.form_names import NameField

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.widget import Widget

    from agenda.papers import Papers
    from plo_tui.widgets.form_names import Named


class AttendeeForm(FormScreen[str]):
    """Who has come without being invited. It ends with the name of someone not in the record.

    Where they are in the record and are marked, it ends with an empty text.
    """

    TITLE = "Someone else who is here"
    papers: Papers

    def fields(self) -> Iterator[Widget]:
        """Ask who, and how they take part."""
        yield NameField("who", "Who", self._not_here_yet(), new="someone new")
        yield ChoiceField("attending", "How", Attending)

    async def save(self) -> str:
        """Mark them as present; someone new is left to the form for a person."""
        who = cast("NameField", self.field("who"))
        if who.new_name and in_legal_planning(self.papers):
            raise Refused("Only the authority's own staff: choose one of those named.", "who")
        if who.new_name:
            return who.new_name
        if who.value is None:
            raise Refused("Type the name of somebody who is here.", "who")
        staff = self.papers.find("Staff", who.value)
        done = await self.desk.do(
            set_presence,
            self.papers.meeting.id,
            Presence.PRESENT,
            who.value if staff else None,
            None if staff else who.value,
            self.field("attending").value,
            represented_by(self.papers, who.value),
        )
        self.papers.take(done.changed)
        return ""

    def _not_here_yet(self) -> list[Named]:
        """Return the family, then the staff, without those who are on the list already."""
        sittings = self.papers.sittings
        rows = [row for row in self.papers.attendance if row.sitting_id == sittings[-1].id]
        there = {row.staff_id or row.person_id for row in rows}
        people = [
            (person.id, person.known_as, person.role or person.kind.value)
            for person in self.papers.people
        ]
        staff = [(member.id, member.name, member.role.value) for member in self.papers.staff]
        if in_legal_planning(self.papers):
            people = []
        return [one for one in [*people, *staff] if one[0] not in there]
