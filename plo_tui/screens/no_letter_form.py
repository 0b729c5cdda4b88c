"""A parent who gets no letter: only where legal says so, with why; or that it is owed again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on

from agenda.words import StaffRole
from plo_tui.screens.choosing_staff import StaffField, chosen_staff
from plo_tui.screens.form import FormScreen
from plo_tui.screens.how_said import how_said_field
from plo_tui.store.problems import Refused
from plo_tui.store.verbs.letters import leave_parent_out, take_back_leaving_out
from plo_tui.widgets.form_field import FormField
from plo_tui.widgets.form_fields import TextField, TickField

if TYPE_CHECKING:
    from collections.abc import Iterator
    from uuid import UUID

    from agenda.letter_words import LetterKind
    from agenda.papers import Papers
    from plo_tui.desk import Desk


class NoLetterForm(FormScreen[bool]):
    """Records legal's reason why one person gets no letter of a kind; True once it is saved."""

    papers: Papers
    lead = (
        "Every parent, and everyone else with parental responsibility, gets a letter of their "
        "own. Only our solicitor can say that somebody does not."
    )

    def __init__(self, desk: Desk, papers: Papers, kind: LetterKind, person_id: UUID) -> None:
        super().__init__(desk, papers)
        self.kind = kind
        self.person_id = person_id
        self._was = papers.left_out(kind, person_id)
        self.title = f"No letter ({kind}) to {papers.name(None, person_id)}"

    def fields(self) -> Iterator[FormField]:
        """Ask why, and which solicitor says so; where they were left out, whether it is over."""
        was, lawyers = self._was, self._lawyers()
        by = was.by_staff_id if was else lawyers[0] if len(lawyers) == 1 else None
        if was:
            yield TickField("owed", "Owed again", "they get a letter after all")
        yield TextField("why", "Why not", was.why if was else "", rows=3)
        yield StaffField("by_staff_id", "Our solicitor", self.papers.staff, StaffRole.LAWYER, by)
        yield how_said_field(was.said_how if was else None)

    def on_mount(self) -> None:
        """Ask how they said so only where somebody else records it."""
        self._ask_how()

    @on(FormField.Edited)
    def _ask_how(self) -> None:
        me = self.desk.me
        is_own = me is not None and self.field("by_staff_id").value == me.id
        self.field("said_how").display = not is_own

    def _lawyers(self) -> list[UUID]:
        return [row.id for row in self.papers.staff if row.role is StaffRole.LAWYER]

    async def save(self) -> bool:
        """Record it, or take it back.

        Raises:
            Refused: where no solicitor is named, or the verb refuses: beside its field.
        """
        about = (self.papers.episode.id, self.kind, self.person_id)
        if self._was and self.field("owed").value:
            done = await self.desk.do(take_back_leaving_out, *about)
        else:
            by = await chosen_staff(self, "by_staff_id")
            if by is None:
                raise Refused("Name our solicitor who says so.", "by_staff_id")
            said = (self.field("why").value, by, self.field("said_how").value)
            done = await self.desk.do(leave_parent_out, *about, *said)
        self.papers.take(done.changed)
        return True
