"""Help that we or others gave the family: what, when, for whom, and what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from agenda.letter_words import TakenUp
from agenda.records import HelpGiven, new_key
from agenda.words import PersonKind
from plo_tui.screens.plain_words import PlainWords
from plo_tui.store.verbs.help_given import HelpValues, add_help_given, change_help_given
from plo_tui.widgets.form_fields import ChoiceField, TextField

if TYPE_CHECKING:
    from collections.abc import Iterable
    from uuid import UUID

    from textual.widget import Widget

    from agenda.papers import Papers
    from plo_tui.desk import Desk


class HelpForm(PlainWords):
    """One row of what was done to help, as every letter tells it; True once it is saved."""

    READ = ("what", "came_of")
    lead = (
        "Every letter tells it, so it is written once. However long ago: help has no limit of "
        "years, and what was not taken up counts too."
    )

    def __init__(self, desk: Desk, papers: Papers, help_id: UUID | None = None) -> None:
        super().__init__(desk, papers)
        self.row: HelpGiven | None = papers.find("HelpGiven", help_id)
        self.can_add_another = self.row is None
        self._entitle()

    def begin_next(self) -> None:
        """Go on with the next help."""
        self.row = None
        self._entitle()

    def _entitle(self) -> None:
        self.title = "Help that was given" if self.row is None else "Change help that was given"

    def fields(self) -> Iterable[Widget]:
        """Ask for the day, what it was, for whom, whether it was taken up, and what came of it."""
        was = self.row or HelpGiven(episode_id=self.papers.episode.id, what="")
        yield self.date_field("on", "Since when", was.on, past=True)
        yield TextField(
            "what",
            "What it was",
            was.what,
            help_text="In plain words, as the parent reads it: Triple P parenting course, by …",
        )
        family = [row for row in self.papers.people if row.kind is PersonKind.FAMILY]
        yield ChoiceField(
            "person_id",
            "For whom",
            [(person.known_as, person.id) for person in family],
            was.person_id,
            none="the family",
        )
        yield ChoiceField("taken_up", "Taken up", TakenUp, was.taken_up)
        yield TextField(
            "came_of",
            "What came of it",
            was.came_of,
            placeholder="You went to all six sessions",
        )

    async def save(self) -> bool:
        """Save it; what did not change is not written again."""
        values: HelpValues = self.values()  # type: ignore[assignment]
        if self.row is None:
            key = new_key()
            done: Any = await self.desk.do(add_help_given, self.papers.episode.id, key, values)
            self.papers.take(done.changed)
        elif any(getattr(self.row, name) != said for name, said in values.items()):
            done = await self.desk.do(change_help_given, self.row.id, self.row.version, values)
            self.papers.take(done.changed)
        return True
