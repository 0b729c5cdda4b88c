"""One parent's letter, legal advice and solicitor, and what was chosen without one."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast
from uuid import UUID

from textual import on
from textual.widgets import Static

from agenda.people_rules import advice_of_today, why_choose
from agenda.words import AdviceChoice, Represented, YesNo
from plo_tui.screens.form import FormScreen
from plo_tui.store.verbs.advice import record_advice
from plo_tui.store.verbs.ties import set_representation
from plo_tui.widgets.form_field import FormField
from plo_tui.widgets.form_fields import ChoiceField, TextField, TickField
from plo_tui.widgets.shown import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.widget import Widget

    from agenda.papers import Papers
    from plo_tui.desk import Desk

Acts = tuple[Represented, UUID | None]
"""Whether a parent has a solicitor, and which person of the record it is."""

MEANS = {
    AdviceChoice.ADJOURN: "we stop here and meet again when they have had advice.",
    AdviceChoice.PROCEED: "they want to go on today, and know that they could have advice first.",
    AdviceChoice.ASSESS_FIRST: (
        "we stop until someone has looked at whether they can understand this and decide."
    ),
}
"""What each choice means, to be said aloud."""


class AdviceForm(FormScreen[bool]):
    """What a parent says of letter and advice. The choice is asked for only where it is needed."""

    CSS_PATH = ["form.tcss", "advice_form.tcss"]  # noqa: RUF012 - as Textual declares it
    papers: Papers

    def __init__(self, desk: Desk, papers: Papers, person_id: UUID) -> None:
        super().__init__(desk, papers)
        self.person_id = person_id
        self.known_as = papers.name(None, person_id)
        self.title = f"{self.known_as}: letter, advice and solicitor"
        self.recorded = advice_of_today(papers, person_id)

    def fields(self) -> Iterator[Widget]:
        """Ask for the letter, the advice, the solicitor; then for the choice, where needed."""
        was = self.recorded
        received = was.letter_received_on if was else None
        on = self.date_field("letter_received_on", "Letter received on", received, past=True)
        # The day it was given, to be typed over where it reached them on another.
        on.suggest_day(self.papers.first_letter_on(self.person_id))
        yield on
        yield ChoiceField(
            "advised", "Had advice on it", YesNo, was.advised if was else YesNo.NOT_ASKED
        )
        yield ChoiceField(
            "acts",
            "Their solicitor",
            self._solicitors(),
            self._acts_now(),
            help_text="A solicitor who is not in this list is added under “who is here” first.",
        )
        yield TickField(
            "capacity_doubt",
            "Understanding",
            "we doubt that they can understand and decide",
            was.capacity_doubt if was else False,
        )
        meanings = "\n".join(f"{one.capitalize()}: {means}" for one, means in MEANS.items())
        yield Static(id="why", classes="heading choosing")
        yield Static(shown(meanings), id="meanings", classes="choosing")
        yield ChoiceField(
            "choice",
            "What was chosen",
            AdviceChoice,
            was.choice if was else None,
            none="not chosen yet",
        ).add_class("choosing")
        reason = TextField("choice_reason", "Why", was.choice_reason if was else "")
        yield reason.add_class("choosing")

    def on_mount(self) -> None:
        """Ask for the choice where what is recorded needs one."""
        self._ask_for_the_choice()

    @on(FormField.Edited)
    def _ask_for_the_choice(self) -> None:
        why = self._why_choose()
        for row in self.query(".choosing"):
            row.display = bool(why)
        self.query_one("#why", Static).update(shown(why))

    async def save(self) -> bool:
        """Record what they said and, where it is new, who acts for them."""
        choice, reason = self._choice()
        said = await self.desk.do(
            record_advice,
            self.papers.meeting.id,
            self.person_id,
            self.field("advised").value,
            self.field("letter_received_on").value,
            capacity_doubt=self.field("capacity_doubt").value,
            choice=choice,
            choice_reason=reason,
        )
        self.papers.take(said.changed)
        acts: Acts = self.field("acts").value
        if acts != self._acts_now():  # last: where the rest is refused, nothing is half saved
            done = await self.desk.do(set_representation, self.person_id, *acts)
            self.papers.take(done.changed)
        return True

    def _choice(self) -> tuple[AdviceChoice | None, str]:
        """Return what was chosen and why; where it is not asked, what was recorded stays."""
        if self._why_choose():
            return self.field("choice").value, self.field("choice_reason").value
        was = self.recorded
        return (was.choice, was.choice_reason) if was else (None, "")

    def _why_choose(self) -> str:
        """Return the sentence that asks for a choice; empty where none is needed."""
        represented, _lawyer = cast("Acts", self.field("acts").value)
        why = why_choose(represented, capacity_doubt=self.field("capacity_doubt").value)
        return f"{why.capitalize()}, so we record how we go on, and why." if why else ""

    def _acts_now(self) -> Acts:
        acts = self.papers.representation(self.person_id)
        return (acts.represented, acts.lawyer_id) if acts else (Represented.UNKNOWN, None)

    def _solicitors(self) -> list[tuple[str, Acts]]:
        known: list[tuple[str, Acts]] = [
            (
                " of ".join(part for part in (lawyer.known_as, lawyer.organisation) if part),
                (Represented.YES, lawyer.id),
            )
            for lawyer in self.papers.lawyers
        ]
        now = self._acts_now()
        if now[1] and now not in [acts for _, acts in known]:
            known.append((self.papers.name(None, now[1]), now))
        return [
            (Represented.UNKNOWN.value, (Represented.UNKNOWN, None)),
            (Represented.NO.value, (Represented.NO, None)),
            *known,
            ("a solicitor who is not named yet", (Represented.YES, None)),
        ]
