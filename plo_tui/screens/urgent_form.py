"""An urgent matter: the facts, the time and who was told. Saving it suspends the meeting."""

from __future__ import annotations

from datetime import datetime, time
from typing import TYPE_CHECKING

from textual import on

from agenda.decision_words import WhoWasTold
from agenda.london import LONDON, london_instant
from agenda.minuting_words import clock, in_a_row
from agenda.records import new_key
from agenda.sitting_times import pause_now
from agenda.urgent_words import told_words, urgent_matters
from plo_tui.screens.form import FormScreen, heading
from plo_tui.store.verbs.urgent import add_urgent, tell_urgent
from plo_tui.widgets.form_date import TimeField
from plo_tui.widgets.form_field import FormField
from plo_tui.widgets.form_fields import ChoiceField, TextField
from plo_tui.widgets.told_field import ToldField

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.widget import Widget

    from agenda import records
    from agenda.papers import Papers
    from plo_tui.desk import Desk

_SHORT = 40
"""Characters of a matter that stand in the choice of matters."""


class UrgentForm(FormScreen[bool]):
    """Minutes an urgent matter under the item on the table, or adds who was told of one."""

    TITLE = "An urgent matter"
    papers: Papers

    def __init__(self, desk: Desk, papers: Papers, item: records.Item, facts: str = "") -> None:
        super().__init__(desk, papers)
        self.item = item
        self.facts = facts
        self.matters = urgent_matters(papers)
        # While it is suspended, more people are told; words typed behind /urgent are new facts.
        self.adds = bool(self.matters) and pause_now(papers) is not None and not facts
        self.lead = "Saving it suspends the meeting. Nothing else is asked."
        if self.adds:
            self.lead = "Type who else was told, or choose another matter."
        elif not papers.sheet.item(item.key).minuted:
            self.lead = "Saving it suspends the meeting. No document prints it: this item is not "
            self.lead += "minuted."

    def fields(self) -> Iterator[Widget]:
        """Ask which matter where there is one already; the facts, the time, and who was told."""
        now = self.desk.clock().astimezone(LONDON)
        if self.matters:
            known = [(_called(row), row.id) for row in reversed(self.matters)]
            another = [("another one", None)]
            choices = [*known, *another] if self.adds else [*another, *known]
            yield ChoiceField("matter", "Which matter", choices)
        yield TextField("facts", "What has happened", self.facts)
        yield TimeField("at", "When", time(now.hour, now.minute))
        yield heading("Who was told: their name and the time; without a time it is now")
        for who in WhoWasTold:
            yield ToldField(who.name, who.value.capitalize())

    def on_mount(self) -> None:
        """Ask for the facts of a new matter only."""
        self._show_facts()

    @on(FormField.Edited)
    def _show_facts(self) -> None:
        matter = self._matter
        for key in ("facts", "at"):
            self.field(key).display = matter is None
        if matter:
            told = told_words(self.papers, matter)
            self.field("matter").note(f"Told so far: {in_a_row(told)}." if told else "")

    @property
    def _matter(self) -> records.Entry | None:
        """The matter that more is said of; None for a new one."""
        if not self.matters:
            return None
        found: records.Entry | None = self.papers.find("Entry", self.field("matter").value)
        return found

    async def save(self) -> bool:
        """Minute the matter and suspend the meeting; or add who was told of one."""
        told = [
            (who, name, self._instant(at))
            for who in WhoWasTold
            if (said := self.field(who.name).value) is not None
            for name, at in (said,)
        ]
        if matter := self._matter:
            done = await self.desk.do(tell_urgent, matter.id, told)
        else:
            at = self._instant(self.field("at").value)
            facts = self.field("facts").value
            done = await self.desk.do(
                add_urgent, new_key(), self.papers.meeting.id, self.item.id, facts, at, told
            )
        self.papers.take(done.changed)
        return True

    def _instant(self, at: time | None) -> datetime:
        """Return the instant of a time today; now where none is said."""
        return london_instant(self.desk.today(), at) if at else self.desk.clock()


def _called(matter: records.Entry) -> str:
    words = " ".join(matter.text.split())
    short = f"{words[:_SHORT]}…" if len(words) > _SHORT else words
    return f"{clock(matter.spoken_at or matter.written_at)} {short}"
