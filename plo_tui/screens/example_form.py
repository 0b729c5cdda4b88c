"""One dated example of a worry, changed in its own form, as a parent reads it.

What is changed here is changed in the record, for the meeting and every letter that still is one
to write.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.letter_sources import left_out_words
from plo_tui.screens.plain_words import PlainWords
from plo_tui.store.verbs.concerns import change_example
from plo_tui.widgets.form_fields import TextField, TickField

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.widget import Widget

    from agenda.papers import Papers
    from agenda.records import ConcernExample
    from plo_tui.desk import Desk


class ExampleForm(PlainWords):
    """The day, what happened, and whether it counts however old; True once it is saved."""

    READ = ("text",)
    TITLE = "Change a dated example"

    def __init__(self, desk: Desk, papers: Papers, example: ConcernExample) -> None:
        super().__init__(desk, papers)
        self.example = example
        self.lead = f"Of the {left_out_words(papers, example.concern_id)}."

    def fields(self) -> Iterator[Widget]:
        """Ask when, what happened, and whether it is exceptional."""
        was = self.example
        yield self.date_field("on", "When", was.on, past=True)
        yield TextField("text", "What happened", was.text)
        yield TickField(
            "exceptional", "", "older than the others, and still significant", was.exceptional
        )

    async def save(self) -> bool:
        """Save it; what did not change is not written again."""
        values, was = self.values("on", "text", "exceptional"), self.example
        if any(getattr(was, name) != said for name, said in values.items()):
            done = await self.desk.do(change_example, was.id, was.version, values)  # type: ignore[arg-type]
            self.papers.take(done.changed)
        return True
