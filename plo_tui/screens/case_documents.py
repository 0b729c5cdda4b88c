"""What is written of a case: the sign-off of its minutes, and its Word documents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import work

from agenda.broken_file import BrokenFile
from plo_tui.screens.case_frame import CaseFrame
from plo_tui.screens.case_next import latest_concluded
from plo_tui.screens.opening_given_out import OpensGivenOut
from plo_tui.store.problems import StoreProblem

if TYPE_CHECKING:
    from uuid import UUID


class CaseDocuments(CaseFrame, OpensGivenOut):
    """The part of the case screen that signs minutes off and writes documents."""

    def sign_off(self, meeting_id: UUID) -> None:
        """Open the sign-off of a meeting's minutes."""
        from plo_tui.screens.sign_off import SignOffScreen

        self.say("")
        self.app.push_screen(SignOffScreen(self.desk, self.case_id, meeting_id))

    def action_open_sign_off(self) -> None:
        """Open the sign-off of the minutes under the cursor, or of the latest ones."""
        assert self.papers is not None  # noqa: S101 - `check_action` saw to it
        here = self.here
        latest = latest_concluded(self.papers)
        if here and here[0] == "Minutes":
            self.sign_off(here[1])
        elif latest:
            self.sign_off(latest.id)

    def action_open_copies(self) -> None:
        """Open who is given what, and what is withheld from whom."""
        from plo_tui.screens.copies import CopiesScreen

        self.say("")
        self.app.push_screen(CopiesScreen(self.desk, self.case_id))

    @work(exclusive=True, group="open")
    async def action_export_documents(self) -> None:
        """Write the latest minutes, or the family's plan, as a Word document."""
        from plo_tui.screens.copies_reading import read_copies
        from plo_tui.screens.export_form import ExportForm

        assert self.papers is not None  # noqa: S101 - `check_action` saw to it
        latest = latest_concluded(self.papers)
        assert latest is not None  # noqa: S101 - `check_action` saw to it
        try:
            copies = await read_copies(self.desk, self.case_id, latest.id)
        except (BrokenFile, StoreProblem) as problem:
            self.say(str(problem))
            return
        form = ExportForm(self.desk, copies)
        written = await self.app.push_screen_wait(form)
        self.say(f"Written: {written}" if written else "")
