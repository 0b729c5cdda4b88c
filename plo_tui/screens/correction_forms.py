"""The forms of a correction: what is asked, word for word, and the chair's answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from textual import on

from agenda.corrections import open_corrections, place_words
from agenda.day_names import day_text
from agenda.decision_words import CorrectionAnswer
from agenda.records import new_key
from agenda.words import PersonKind
from plo_tui.screens.form import FormScreen
from plo_tui.store.problems import Refused
from plo_tui.store.verbs.corrections import (
    accept_correction,
    annex_correction,
    record_correction,
)
from plo_tui.widgets.form_field import FormField
from plo_tui.widgets.form_fields import ChoiceField, TextField
from plo_tui.widgets.form_names import NameField
from plo_tui.widgets.form_number import NumberField

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.widget import Widget
    from textual.widgets import Input

    from agenda.papers import Papers
    from agenda.records import CorrectionAsked, MinutesVersion
    from plo_tui.desk import Desk
    from plo_tui.widgets.form_date import DateField
    from plo_tui.widgets.form_fields import LineField

_ANSWERS = [
    ("accept: begin a new version, and change it there", CorrectionAnswer.ACCEPTED),
    ("annex it unaltered, with your reply", CorrectionAnswer.ANNEXED),
]


class CorrectionForm(FormScreen[bool]):
    """Records a correction that somebody asks for."""

    papers: Papers

    def __init__(self, desk: Desk, papers: Papers, version: MinutesVersion) -> None:
        super().__init__(desk, papers)
        self.title = f"A correction asked for, of version {version.number} of these minutes"
        self.can_add_another = True
        self._version = version

    def fields(self) -> Iterator[Widget]:
        """Who asks, when, of which paragraph, and what; first, which, where some wait already."""
        if waiting := open_corrections(self.papers):
            which = [("a new one", None), *((_called(self.papers, one), one.id) for one in waiting)]
            yield ChoiceField(
                "correction_id",
                "Correction",
                which,
                help_text="Choose one that waits for an answer to put right what was recorded.",
            )
        people = sorted(self.papers.people, key=lambda one: one.kind is not PersonKind.LAWYER)
        named = [(one.id, one.known_as, one.organisation or str(one.kind)) for one in people]
        yield NameField("asked_by_id", "Who asks", named)
        yield self.date_field("asked_on", "Asked on", self.desk.today(), past=True)
        yield NumberField(
            "paragraph",
            "Paragraph",
            placeholder="its number; empty where it is about something else",
            help_text="The number as printed in this version.",
        )
        yield TextField("text", "In their words", rows=4, help_text="What they ask, word for word.")

    async def save(self) -> bool:
        """Record it.

        Raises:
            StoreProblem: beside its field.
        """
        said = self.values()
        key = said.pop("correction_id", None) or new_key()
        if said["asked_by_id"] is None:
            raise Refused("Say who asks for it.", "asked_by_id")
        if said["asked_on"] is None:
            raise Refused("Say on which day they asked.", "asked_on")
        done = await self.desk.do(record_correction, key, self._version.id, **said)
        self.papers.take(done.changed)
        return True

    @on(FormField.Edited)
    def _edited(self, event: FormField.Edited) -> None:
        """Show what was recorded of the one that is chosen."""
        asked: CorrectionAsked | None = None
        if event.field.key == "correction_id":
            asked = self.papers.find("CorrectionAsked", event.field.value)
        if asked:
            self._line("asked_by_id").value = self.papers.name(None, asked.asked_by_id)
            cast("DateField", self.field("asked_on")).value = asked.asked_on
            self._line("paragraph").value = str(asked.paragraph or "")
            cast("TextField", self.field("text")).area.text = asked.text

    def _line(self, key: str) -> Input:
        return cast("LineField", self.field(key)).input


class AnswerForm(FormScreen[CorrectionAnswer]):
    """The chair's answer to a correction. It ends with what was done."""

    TITLE = "Answer a correction"
    papers: Papers

    def __init__(self, desk: Desk, papers: Papers) -> None:
        super().__init__(desk, papers)
        self._waiting = open_corrections(papers)
        if len(self._waiting) == 1:
            [only] = self._waiting
            self.lead = f"{_called(papers, only)}: “{only.text}”"

    def fields(self) -> Iterator[Widget]:
        """Which correction, where more than one waits; what is done with it; and the reply."""
        if len(self._waiting) > 1:
            called = [(_called(self.papers, one), one.id) for one in self._waiting]
            yield ChoiceField("correction", "Correction", called)
        yield ChoiceField("answer", "Your answer", _ANSWERS)
        yield TextField(
            "reply",
            "Your reply",
            rows=3,
            help_text="Printed beside the correction in the annex. Needed where it is annexed.",
        )

    def on_mount(self) -> None:
        """Show the words of the first correction."""
        if len(self._waiting) > 1:
            self._show_words()

    @on(FormField.Edited)
    def _edited(self, event: FormField.Edited) -> None:
        if event.field.key == "correction":
            self._show_words()

    async def save(self) -> CorrectionAnswer:
        """Accept it or annex it.

        Raises:
            StoreProblem: beside its field.
        """
        said = self.values()
        is_accepted = said["answer"] is CorrectionAnswer.ACCEPTED
        verb = accept_correction if is_accepted else annex_correction
        key = said.get("correction", self._waiting[0].id)
        done = await self.desk.do(verb, key, said["reply"])
        self.papers.take(done.changed)
        return CorrectionAnswer(said["answer"])

    def _show_words(self) -> None:
        field = self.field("correction")
        asked: CorrectionAsked | None = self.papers.find("CorrectionAsked", field.value)
        field.note(f"“{asked.text}”" if asked else "")


def _called(papers: Papers, asked: CorrectionAsked) -> str:
    """Return `paragraph 3 · Ms Okafor · Wed 3 Feb 2027`."""
    asker = papers.name(None, asked.asked_by_id)
    return " · ".join((place_words(asked.paragraph), asker, day_text(asked.asked_on)))
