"""Show me why: one child at a time, from worry to authority, with the paragraphs that say it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import work
from textual.widgets import Static

from agenda.broken_file import BrokenFile
from agenda.plain_why import why_lines
from plo_tui.commands import bindings_for
from plo_tui.screens.saying import Saying
from plo_tui.store.problems import StoreProblem
from plo_tui.store.reading.papers import read_papers
from plo_tui.store.reading.why import read_why
from plo_tui.widgets.case_bar import Standing
from plo_tui.widgets.plain_page import PlainPage
from plo_tui.widgets.shown import shown

if TYPE_CHECKING:
    from uuid import UUID

    from textual.app import ComposeResult

    from agenda.papers import Papers
    from agenda.why_page import Why
    from plo_tui.desk import Desk

_STEP = "  "
"""How far in a line of the plan stands under its worry, and what was found under the line."""


class WhyScreen(Saying[None]):
    """Each child's chain, read when it is opened and on coming back to it."""

    place = "why"
    BINDINGS = bindings_for("why")
    CSS_PATH = "why.tcss"
    AUTO_FOCUS = "PlainPage"

    def __init__(self, desk: Desk, case_id: UUID) -> None:
        super().__init__()
        self.desk = desk
        self.case_id = case_id
        self.papers: Papers | None = None
        self.chains: tuple[Why, ...] = ()
        self.at = 0

    def body(self) -> ComposeResult:
        """Lay out which child it is, and the page."""
        yield Static(id="whose")
        yield PlainPage()
        yield Static(id="say")

    def on_screen_resume(self) -> None:
        """Read the chains, also on coming back."""
        self.read_chains()

    @work(exclusive=True, group="read")
    async def read_chains(self) -> None:
        """Read every child's chain and draw the one in front."""
        try:
            self.papers = await self.desk.read(
                read_papers, self.case_id, None, self.desk.policy, self.desk.today()
            )
            self.chains = await self.desk.read(read_why, self.papers)
        except (BrokenFile, StoreProblem) as problem:
            self.say(str(problem))
            return
        if not self.chains:
            self.say("This case has no child yet: Escape goes back, and c adds one.")
        self._draw()

    def _draw(self) -> None:
        if not self.chains:
            return
        why = self.chains[self.at]
        self.standing = Standing(why.reference, ", ".join(one.initials for one in self.chains))
        which = f"child {self.at + 1} of {len(self.chains)}"
        whose = f"Why: {why.full_name} ({why.initials}) · {which}"
        self.query_one("#whose", Static).update(shown(whose))
        self.query_one(PlainPage).show(why_lines(why, _STEP))
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer other children only where there are some, and a document only of a child."""
        if action in ("next_child", "previous_child", "go_to_child"):
            return len(self.chains) > 1
        if action == "export_why":
            return bool(self.chains)
        return super().check_action(action, parameters)

    # --- the children

    def action_next_child(self) -> None:
        """Go to the next child; after the last comes the first."""
        self._go((self.at + 1) % len(self.chains))

    def action_previous_child(self) -> None:
        """Go to the child before; before the first comes the last."""
        self._go((self.at - 1) % len(self.chains))

    def action_go_to_child(self, number: int) -> None:
        """Go to a child by its number."""
        if number <= len(self.chains):
            self._go(number - 1)

    def _go(self, at: int) -> None:
        self.say("")
        self.at = at
        self._draw()

    # --- the document

    @work(exclusive=True, group="export")
    async def action_export_why(self) -> None:
        """Write this child's page as a Word document, and say where it is."""
        from plo_tui.screens.why_form import WhyForm

        self.say("")
        assert self.papers is not None  # noqa: S101 - `check_action` saw to it
        child = self.papers.children[self.at]
        form = WhyForm(self.desk, self.papers, self.chains[self.at], child.id)
        if written := await self.app.push_screen_wait(form):
            self.say(f"Written: {written}")
