"""Whether a midway review was considered because the plan is slipping: yes or no, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.slippage import slipped
from plo_tui.screens.form import FormScreen
from plo_tui.store.problems import Refused
from plo_tui.store.verbs.judging import consider_midway
from plo_tui.widgets.form_fields import ChoiceField, TextField

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.widget import Widget

    from agenda.papers import Papers
    from plo_tui.desk import Desk


class MidwayConsideredForm(FormScreen[bool]):
    """The answer to slippage; True where a midway review is held, False where it is not."""

    TITLE = "The plan is slipping: a midway review?"
    papers: Papers

    def __init__(self, desk: Desk, papers: Papers) -> None:
        super().__init__(desk, papers)
        self._slipped = slipped(papers, desk.today())
        self.lead = f"{self._slipped[:1].upper()}{self._slipped[1:]}."

    def fields(self) -> Iterator[Widget]:
        """Ask yes or no, and why."""
        yield ChoiceField(
            "hold",
            "Midway review",
            [("yes, it is held: plan it next", True), ("no, not held", False)],
            none="not said yet",
            help_text="Left and right change it. Either answer is kept, with your name.",
        )
        why = TextField(
            "why",
            "Why, or why not",
            help_text="A sentence that the final review, or a court, can read months from now.",
        )
        if self.desk.me:
            why.note(f"It is recorded in the name of {self.desk.me.name}.")
        yield why

    async def save(self) -> bool:
        """Record the answer."""
        hold: bool | None = self.field("hold").value
        if hold is None:
            raise Refused("Say whether a midway review is held; Escape leaves.", "hold")
        done = await self.desk.do(
            consider_midway,
            self.papers.episode.id,
            self._slipped,
            hold=hold,
            why=self.field("why").value,
        )
        self.papers.take(done.changed)
        return hold
