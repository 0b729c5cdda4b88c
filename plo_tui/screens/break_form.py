"""The private break for legal advice: offered to whom, taken or declined, and its end."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from agenda.meeting_facts import parents_here
from agenda.minuting_words import in_a_row
from plo_tui.screens.form import FormScreen, heading
from plo_tui.screens.meeting_rows import clock
from plo_tui.store.problems import Refused
from plo_tui.store.verbs.advice import end_breaks, offer_break
from plo_tui.widgets.form_fields import ChoiceField, TickField

if TYPE_CHECKING:
    from collections.abc import Iterator
    from uuid import UUID

    from textual.widget import Widget

    from agenda import records
    from agenda.papers import Papers


class BreakForm(FormScreen[bool]):
    """Offers each parent who is here a break, and ends those that are running."""

    TITLE = "Break for private legal advice"
    papers: Papers

    def fields(self) -> Iterator[Widget]:
        """Ask whether the running breaks end; then, parent by parent, who takes one."""
        if running := self._breaks_now():
            names = in_a_row([self.papers.name(None, row.person_id) for row in running])
            since = clock(running[0].began_at)
            yield TickField("end", "Running", f"ends now: {names}, since {since}", value=True)
        yield heading("Would you like time alone with your solicitor?")
        latest = self.papers.sittings[-1].id
        for person in parents_here(self.papers, latest) or self.papers.parents:
            field = ChoiceField(
                str(person.id),
                person.known_as,
                [("not offered now", None), ("taken, from now", True), ("declined", False)],
            )
            field.note(self._so_far(person.id))
            yield field

    async def save(self) -> bool:
        """End what is to end, then record each answer."""
        said = self.values()
        ends = said.pop("end", False)
        answers = {key: taken for key, taken in said.items() if taken is not None}
        if not ends and not answers:
            raise Refused("Choose who takes a break or declines one; Escape leaves.")
        if ends:
            ended = await self.desk.do(end_breaks, self.papers.meeting.id)
            self.papers.take(ended.changed)
        parents = {str(person.id): person.id for person in self.papers.parents}
        for key, taken in answers.items():
            offered = await self.desk.do(
                offer_break, self.papers.meeting.id, parents[key], taken=taken
            )
            self.papers.take(offered.changed)
            # Recorded once: a refusal for the next parent must not offer it again.
            cast("ChoiceField", self.field(key)).value = None
        return True

    def _breaks_now(self) -> list[records.AdviceBreak]:
        return [row for row in self.papers.advice_breaks if row.taken and row.ended_at is None]

    def _so_far(self, person_id: UUID) -> str:
        """Return what was offered to a parent before, and what they did."""
        told = []
        for row in self.papers.advice_breaks:
            if row.person_id == person_id and row.taken:
                told.append(f"taken {clock(row.began_at)} to {clock(row.ended_at) or 'now'}")
            elif row.person_id == person_id:
                told.append(f"declined {clock(row.offered_at)}")
        return f"So far: {in_a_row(told)}." if told else ""
