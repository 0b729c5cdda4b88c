"""The frame of the safe copies: its two panels, read again, and what is under the cursor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import work
from textual.containers import Horizontal
from textual.widgets import Static

from agenda.broken_file import BrokenFile
from plo_tui.screens.case_next import latest_concluded
from plo_tui.screens.copies_reading import read_copies
from plo_tui.screens.opening_given_out import OpensGivenOut
from plo_tui.store.problems import StoreProblem
from plo_tui.store.reading.papers import read_papers
from plo_tui.widgets.case_bar import Standing
from plo_tui.widgets.findings_list import FindingsList
from plo_tui.widgets.record_list import RecordList
from plo_tui.widgets.shown import shown

if TYPE_CHECKING:
    from uuid import UUID

    from textual.app import ComposeResult

    from agenda.finding import Finding
    from agenda.papers import Papers
    from plo_tui.desk import Desk
    from plo_tui.screens.copies_reading import Copies
    from plo_tui.widgets.record_list import RecordRow


class CopiesFrame(OpensGivenOut):
    """What the screen is made of; its rows and findings are the screen's own.

    Attributes:
        desk: the desk.
        case_id: the case.
        papers: its papers; None until they are read. They hold no word of legal planning.
        copies: the latest concluded meeting's documents; None before the first.
    """

    def __init__(self, desk: Desk, case_id: UUID) -> None:
        super().__init__()
        self.desk = desk
        self.case_id = case_id
        self.papers: Papers | None = None
        self.copies: Copies | None = None

    def rows(self, papers: Papers) -> list[RecordRow]:
        """Return the rows of the left panel, under their headings."""
        raise NotImplementedError

    def findings(self, papers: Papers) -> list[Finding]:
        """Return what makes a copy unsafe."""
        raise NotImplementedError

    def body(self) -> ComposeResult:
        """Lay out who gets what, and beside it what is unsafe."""
        with Horizontal(id="panels"):
            yield RecordList(id="recipients")
            yield FindingsList(id="unsafe")
        yield Static(id="say")

    def on_mount(self) -> None:
        """Start without a sentence above the footer."""
        self.say("")

    def say(self, sentence: str) -> None:
        """Show a sentence above the footer, or nothing."""
        line = self.query_one("#say", Static)
        line.update(shown(sentence))
        line.display = bool(sentence)

    def on_screen_resume(self) -> None:
        """Read the case, also on coming back: forms change it."""
        self.read_case()

    @work(exclusive=True, group="read")
    async def read_case(self) -> None:
        """Read the case and draw it."""
        try:
            papers = await self.desk.read(
                read_papers, self.case_id, None, self.desk.policy, self.desk.today()
            )
            latest = latest_concluded(papers)
            self.copies = await read_copies(self.desk, self.case_id, latest.id) if latest else None
            self.papers = papers
        except (BrokenFile, StoreProblem) as problem:
            self.say(str(problem))
        else:
            self.draw(self.papers)

    def draw(self, papers: Papers) -> None:
        """Show the papers as they are now."""
        initials = ", ".join(child.initials for child in papers.children)
        self.standing = Standing(papers.case.reference, initials)
        listed = self.query_one("#recipients", RecordList)
        first_time = not listed.option_count
        listed.show(self.rows(papers))
        if first_time:
            listed.focus()
            listed.action_first()
        self.query_one(FindingsList).show(self.findings(papers))
        self.refresh_bindings()

    @property
    def here(self) -> tuple[str, UUID] | None:
        """The record under the cursor of the left panel, where it has the focus."""
        focused = self.focused
        return focused.here if isinstance(focused, RecordList) else None
