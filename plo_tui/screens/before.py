"""Before the meeting: legal planning, letters, booking and dates, and what is still to do."""

from __future__ import annotations

from textual import on
from textual.widgets import OptionList

from plo_tui.commands import bindings_for
from plo_tui.screens.before_booking import BeforeBooking
from plo_tui.screens.before_letters import BeforeLetters
from plo_tui.screens.before_meeting import BeforeMeeting
from plo_tui.screens.before_planning import BeforePlanning
from plo_tui.widgets.findings_list import FindingsList
from plo_tui.widgets.record_list import RecordList


class BeforeScreen(BeforePlanning, BeforeMeeting, BeforeLetters, BeforeBooking):
    """Everything that is made ready before a meeting, read again on coming back to it."""

    place = "before"
    BINDINGS = bindings_for("before")
    CSS_PATH = "before.tcss"
    AUTO_FOCUS = "#steps"

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only what the papers, and the record under the cursor, allow."""
        if action == "open_step":
            return isinstance(self.focused, OptionList) and self.focused.option_count > 0
        return super().check_action(action, parameters)

    def action_open_step(self) -> None:
        """Open what is under the cursor."""
        if isinstance(self.focused, OptionList):
            self.focused.action_select()

    @on(RecordList.Chosen)
    def _chosen(self, event: RecordList.Chosen) -> None:
        self.say("")
        self.open_record(event.kind, event.key)

    @on(FindingsList.Go)
    def _go(self, event: FindingsList.Go) -> None:
        self.say("")
        if not self.go_to_finding(event.finding):
            self.say(event.finding.sentence)

    @on(OptionList.OptionHighlighted)
    def _cursor_moved(self) -> None:
        self.refresh_bindings()
