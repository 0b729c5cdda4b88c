"""The page of a meeting's record: where it stands, the record itself, and what is written of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from textual import work
from textual.containers import VerticalScroll
from textual.widgets import Static

from plo_tui.screens.saying import Saying
from plo_tui.widgets.plain_page import PlainPage
from plo_tui.widgets.shown import shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path
    from uuid import UUID

    from textual.app import ComposeResult

    from plo_tui.desk import Desk

PapersT = TypeVar("PapersT")
EditionT = TypeVar("EditionT")


class RecordPage(Saying[None], Generic[PapersT, EditionT]):
    """One meeting's record, read again after every step. One made from it reads it.

    Attributes:
        desk: the desk.
        case_id: the case.
        meeting_id: the meeting.
        papers: the meeting's papers; None before they are read.
        edition: the record on the screen; None before it is read.
    """

    CSS_PATH = "record_page.tcss"
    AUTO_FOCUS = "PlainPage"

    def __init__(self, desk: Desk, case_id: UUID, meeting_id: UUID) -> None:
        super().__init__()
        self.desk = desk
        self.case_id = case_id
        self.meeting_id = meeting_id
        self.papers: PapersT | None = None
        self.edition: EditionT | None = None
        self._written: Path | None = None

    def body(self) -> ComposeResult:
        """Lay out where the record stands, and the record."""
        yield Static(id="state")
        with VerticalScroll(id="stands", can_focus=False):
            yield Static(id="facts")
        yield PlainPage()
        yield Static(id="say")

    # --- reading and drawing

    def on_screen_resume(self) -> None:
        """Read the record, also on coming back from a form or the meeting."""
        self.read_again()

    @work(exclusive=True, group="read")
    async def read_again(self) -> None:
        """Read the record and draw it."""
        await self.read()

    async def read(self) -> None:
        """Read the record and draw it, or say why it cannot be read."""
        raise NotImplementedError

    def draw(self, state: str, facts: Iterable[str], lines: Sequence[str]) -> None:
        """Show where the record stands, and its lines."""
        self.query_one("#state", Static).update(shown(state))
        self.query_one("#facts", Static).update(shown("\n".join(facts)))
        self.query_one(PlainPage).show(lines)
        self.refresh_bindings()

    def shown_now(self) -> tuple[PapersT, EditionT]:
        """Return what is on the screen; whatever was said before is over."""
        self.say("")
        assert self.papers is not None  # noqa: S101 - `check_action` saw to it
        assert self.edition is not None  # noqa: S101 - `check_action` saw to it
        return self.papers, self.edition

    # --- the document that was written

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to open a document once there is one."""
        if action == "view_written":
            return self._written is not None
        return super().check_action(action, parameters)

    def say_written(self, written: Path) -> None:
        """Say where a document was written, and offer to open it."""
        self._written = written
        self.say(f"Written: {written}. v opens it, to read or print.")
        self.refresh_bindings()

    def action_view_written(self) -> None:
        """Open the document written last with the system's own viewer."""
        from plo_tui.system_viewer import open_in_viewer

        assert self._written is not None  # noqa: S101 - `check_action` saw to it
        self.say(open_in_viewer(self._written) or f"Opened: {self._written}")
