"""One case in two panels: a list of its records, and beside it what was found."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.containers import Horizontal
from textual.widgets import Static

from plo_tui.screens.saying import Saying
from plo_tui.widgets.case_bar import Standing
from plo_tui.widgets.findings_list import FindingsList
from plo_tui.widgets.record_list import RecordList

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from textual.app import ComposeResult

    from agenda.finding import Finding
    from agenda.papers import Papers
    from plo_tui.desk import Desk
    from plo_tui.widgets.record_list import RecordRow


class ListAndFindings(Saying[None]):
    """What screens of two such panels share; each reads its own papers.

    Attributes:
        desk: the desk.
        case_id: the case.
    """

    list_id: ClassVar[str]
    """What the left panel is called in the screen's style."""
    findings_id: ClassVar[str]
    """What the right panel is called."""

    def __init__(self, desk: Desk, case_id: UUID) -> None:
        super().__init__()
        self.desk = desk
        self.case_id = case_id

    def body(self) -> ComposeResult:
        """Lay out the list, what was found beside it, and the line for a sentence."""
        with Horizontal(id="panels"):
            yield RecordList(id=self.list_id, wraps=True)
            yield FindingsList(id=self.findings_id)
        yield Static(id="say")

    def show_panels(
        self, papers: Papers, rows: Sequence[RecordRow], findings: Sequence[Finding]
    ) -> None:
        """Show both panels as they are now; the cursor starts on the list's first row."""
        initials = ", ".join(child.initials for child in papers.children)
        self.standing = Standing(papers.case.reference, initials)
        listed = self.query_one(RecordList)
        first_time = not listed.option_count
        listed.show(rows)
        if first_time:
            listed.focus()
            listed.action_first()
        self.query_one(FindingsList).show(findings)
        self.refresh_bindings()

    @property
    def here(self) -> tuple[str, UUID] | None:
        """The record under the cursor of the list, where it has the focus."""
        focused = self.focused
        return focused.here if isinstance(focused, RecordList) else None
